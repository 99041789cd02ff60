"""The notes of a report as a list: what they say, who wrote them when, whether they are settled."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.core.annotations import Note, NoteState
from desktop.core.displays import time_text
from desktop.core.folding import has_words
from desktop.ui.models.passage_list_model import PLACE_ROLE

NOTE_ROLE = Qt.ItemDataRole.UserRole + 2
"""The role under which a row gives its Note."""

_SIGNS = {NoteState.OPEN: "○", NoteState.SETTLED: "✓"}

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class NoteListModel(QAbstractListModel):
    """Shows the notes in which every word that is looked for stands, accents and case aside."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes: Sequence[Note] = ()
        self._shown: list[Note] = []
        self._wanted = ""
        self._text = ""

    def show_notes(self, notes: Sequence[Note], text: str) -> None:
        """Show a report's notes over its text."""
        self._notes, self._text = notes, text
        self._arrange()

    def search(self, words: str) -> None:
        """Show only notes that have these words in what they say, in their author or in their place."""
        self._wanted = words
        self._arrange()

    def note_at(self, index: Index) -> Note | None:
        """Return the note of a row."""
        return self._shown[index.row()] if index.isValid() else None

    def index_of(self, note_id: int | None) -> QModelIndex:
        """Return the row of a note, an invalid one where it is not shown."""
        rows = (row for row, note in enumerate(self._shown) if note.id == note_id)
        row = next(rows, None)
        return QModelIndex() if row is None else self.index(row)

    def notes_on(self, figure_id: int) -> list[Note]:
        """Return the notes on a figure, whether they are shown or not."""
        return [note for note in self._notes if note.figure_id == figure_id]

    @property
    def open_count(self) -> int:
        """Return how many notes of the report are not settled."""
        return sum(note.state is NoteState.OPEN for note in self._notes)

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        note = self.note_at(index)
        if note is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{_SIGNS[note.state]} {note.text}\n{self._signature(note)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._state(note)}. {note.text}. {self._signature(note)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(
                filter(None, (note.text, self._subject(note), self._signature(note), self._state(note)))
            )
        if role == PLACE_ROLE:
            return note.place
        return note if role == NOTE_ROLE else None

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = [note for note in self._notes if has_words(self._searched(note), self._wanted)]
        self.endResetModel()

    def _searched(self, note: Note) -> str:
        return f"{note.text} {note.written_by} {self._quote(note)}"

    def _signature(self, note: Note) -> str:
        line = self.tr("{name}, {time} · {subject}")
        return line.format(name=note.written_by, time=time_text(note.written_at), subject=self._subject(note))

    def _subject(self, note: Note) -> str:
        if note.place is None:
            return self.tr("the whole report")
        return f"“{self._quote(note)}”"

    def _state(self, note: Note) -> str:
        if note.state is NoteState.OPEN:
            return self.tr("open")
        line = self.tr("settled by {name}, {time}")
        when = "" if note.settled_at is None else time_text(note.settled_at)
        return line.format(name=note.settled_by, time=when)

    def _quote(self, note: Note) -> str:
        place = note.place
        return (
            ""
            if place is None
            else " ".join(self._text[place.start : min(place.end, place.start + 60)].split())
        )
