"""The line that tells how else a number can be read, and offers to take it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.core.displays import quantity_text
from desktop.core.figures import Reading
from desktop.core.words import in_words
from desktop.ui.actions import key_of
from desktop.ui.panels.header_bar import ElidedLabel


class OtherReading(QWidget):
    """Shows a second reading, and nothing where there is none; `wanted` says that its button was clicked.

    The button is for the mouse: it bears the key of the action that does the same.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ElidedLabel()
        self.label.setObjectName("otherReading")
        self.button = QToolButton()
        self.button.setObjectName("takeOther")
        self.button.setText(key_of("take_other"))
        self.button.setAccessibleName(self.tr("Take the other reading"))
        self.button.setToolTip(self.button.accessibleName())
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._want)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        self.show_reading(None)

    def show_reading(self, reading: Reading | None) -> None:
        """Show a reading in figures and in words."""
        self.setVisible(reading is not None)
        self.label.setText("" if reading is None else self._line(reading))
        self.label.setAccessibleName(self.label.text())

    def _line(self, reading: Reading) -> str:
        line = self.tr("Can also be read as {quantity} ({words})")
        return line.format(quantity=quantity_text(reading), words=in_words(reading.value, reading.unit))

    def _want(self) -> None:
        self.wanted.emit()
