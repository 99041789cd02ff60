"""Asks for the words of a note, and what it is about."""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.delegates.value_delegate import ENTER_KEYS

_LONGEST_NAME = 60


class NoteSubject(Enum):
    """What a note is about."""

    PASSAGE = "passage"
    FIGURE = "figure"
    REPORT = "report"


class NoteDialog(QDialog):
    """Writes a note; `written` carries the text and a NoteSubject, None where a note is rewritten.

    Enter keeps the note, Shift+Enter begins another line.
    """

    written = Signal(str, object)

    def __init__(
        self, passage: str, figure: str, text: str | None = None, parent: QWidget | None = None
    ) -> None:
        """Offer as subjects the `passage` and the `figure` whose words are given, and the report.

        With `text` there is nothing to choose: an old note is rewritten.
        """
        super().__init__(parent)
        self.setObjectName("noteDialog")
        self.setWindowTitle(self.tr("Note") if text is None else self.tr("Rewrite the note"))
        self.edit = _NoteEdit(text or "")
        self.edit.setObjectName("noteText")
        self.edit.setAccessibleName(self.tr("Words of the note"))
        self.edit.setTabChangesFocus(True)
        self.edit.entered.connect(self._write)
        self._is_new = text is None
        self._buttons: dict[NoteSubject, QRadioButton] = {}
        layout = QVBoxLayout(self)
        layout.addWidget(self.edit)
        if self._is_new:
            self._offer(passage, figure, layout)
        hint = QLabel(self.tr("Enter keeps the note, Shift+Enter begins another line, Esc changes nothing."))
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        layout.addWidget(hint)
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.sizeHint().height())
        self.edit.setFocus()

    @property
    def subject(self) -> NoteSubject | None:
        """Return what is chosen as the note's subject."""
        chosen = (subject for subject, button in self._buttons.items() if button.isChecked())
        return next(chosen, None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self._write()
        else:
            super().keyPressEvent(event)

    def _offer(self, passage: str, figure: str, layout: QVBoxLayout) -> None:
        names = {
            NoteSubject.PASSAGE: self.tr("on the &passage “{text}”").format(text=_shortened(passage)),
            NoteSubject.FIGURE: self.tr("on the &figure {text}").format(text=_shortened(figure)),
            NoteSubject.REPORT: self.tr("on the whole &report"),
        }
        given = {
            NoteSubject.PASSAGE: bool(passage),
            NoteSubject.FIGURE: bool(figure),
            NoteSubject.REPORT: True,
        }
        for subject, name in names.items():
            if given[subject]:
                button = QRadioButton(name)
                button.setChecked(not self._buttons)
                self._buttons[subject] = button
                layout.addWidget(button)

    def _write(self) -> None:
        words = self.edit.toPlainText().strip()
        if not words:
            return
        subject = self.subject
        self.accept()
        self.written.emit(words, subject)


class _NoteEdit(QPlainTextEdit):
    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in ENTER_KEYS and not is_shifted:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def _shortened(text: str) -> str:
    line = " ".join(text.split()).replace("&", "&&")
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"
