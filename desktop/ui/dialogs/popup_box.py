"""A box to choose from with the keyboard: nothing is chosen before Enter is pressed in its list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

_WALKING = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class PopupBox(QComboBox):
    """Opens its list where another box would go from choice to choice, each of them activated."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _WALKING or event.text().strip():
            self.showPopup()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Nothing changes in passing.
        event.ignore()
