"""A line that searches while it is typed in."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from desktop.ui.delegates.value_delegate import ENTER_KEYS

_PAUSE_MS = 80
"""How long the keys rest before what is typed is searched for."""

_PAGE_ROWS = 10
_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE_ROWS,
    Qt.Key.Key_PageUp: -_PAGE_ROWS,
}


class SearchEdit(QLineEdit):
    """Tells what is searched for.

    `wanted` carries the text once the keys rest, at once where it is emptied; `entered` says that Enter was
    pressed, `left` that Escape was, `moved` carries by how many rows the arrows or the page keys would go.
    """

    wanted = Signal(str)
    entered = Signal()
    moved = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.tell)
        self._told = ""
        self.textChanged.connect(self._wait)

    def tell(self) -> None:
        """Tell at once what is searched for, where it was not told yet."""
        self._timer.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.wanted.emit(self._told)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in ENTER_KEYS:
            self.tell()
            self.entered.emit()
        elif event.key() in _STEPS:
            self.tell()
            self.moved.emit(_STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def _wait(self, text: str) -> None:
        if text:
            self._timer.start()
        else:
            self.tell()
