"""A choice among a few words, each one key away: its digit, or the first letter of one of its words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from desktop.core.folding import folded

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ChoiceBox(QComboBox):
    """A digit chooses by rank, a letter (accents or not) the next that fits; the wheel nothing in passing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip(self.tr("A digit chooses by rank from 1, a letter by the first letter of a word"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = folded(event.text())
        if not letter.isalnum() or event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
            return
        following = self._ranked(letter) if letter.isdecimal() else self._next_by(letter)
        if following is not None:
            self.setCurrentIndex(following)
            self.activated.emit(following)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _ranked(self, digit: str) -> int | None:
        row = int(digit) - 1
        return row if 0 <= row < self.count() else None

    def _next_by(self, letter: str) -> int | None:
        """Return the next item, round the end, that has a word with this first letter."""
        count = self.count()
        in_order = ((self.currentIndex() + step) % count for step in range(1, count + 1))
        return next((row for row in in_order if letter in _first_letters(self.itemText(row))), None)


def _first_letters(text: str) -> set[str]:
    return {word[0] for word in folded(text).replace("(", "").split()}
