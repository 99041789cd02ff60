"""The line under the fields that tells of the notes on the current figure; it is not there without any."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.core.annotations import Note, NoteState
from desktop.ui.panels.header_bar import ElidedLabel


class NoteLine(ElidedLabel):
    """Shows the first open note, and how many there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteLine")
        self.setContentsMargins(8, 0, 8, 4)
        self.hide()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these notes, the open ones first."""
        ordered = sorted(notes, key=lambda note: note.state is not NoteState.OPEN)
        texts = [f"{'○' if note.state is NoteState.OPEN else '✓'} {note.text}" for note in ordered]
        told = " · ".join(" ".join(text.split()) for text in texts)
        line = self.tr("Notes ({count}): {texts}").format(count=len(notes), texts=told)
        self.setText(line if notes else "")
        self.setAccessibleName(self.text())
        self.setVisible(bool(notes))
