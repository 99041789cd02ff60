"""The notes of a report, or of all, as a list: what they say, who wrote them when, how they stand."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.core.annotations import Note, NoteState, PlacedNote, quoted
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
        self._own: list[PlacedNote] = []
        self._all: Sequence[PlacedNote] | None = None
        self._shown: list[PlacedNote] = []
        self._wanted = ""

    def show_notes(self, notes: Sequence[Note], text: str) -> None:
        """Show a report's notes over its text."""
        self._own = [PlacedNote(note, quoted(text, note.place)) for note in notes]
        self._arrange()

    def show_all(self, notes: Sequence[PlacedNote] | None) -> None:
        """List the notes of all reports, or (None) those of the open one again."""
        self._all = notes
        self._arrange()

    def search(self, words: str) -> None:
        """Show only notes that have these words in what they say, in their author, place or report."""
        self._wanted = words
        self._arrange()

    def note_at(self, index: Index) -> Note | None:
        """Return the note of a row."""
        return self._shown[index.row()].note if index.isValid() else None

    def index_of(self, note_id: int | None) -> QModelIndex:
        """Return the row of a note, an invalid one where it is not shown."""
        rows = (row for row, each in enumerate(self._shown) if each.note.id == note_id)
        row = next(rows, None)
        return QModelIndex() if row is None else self.index(row)

    def notes_on(self, figure_id: int) -> list[Note]:
        """Return the notes on a figure, whether they are shown or not."""
        return [each.note for each in self._own if each.note.figure_id == figure_id]

    @property
    def open_count(self) -> int:
        """Return how many notes of the report are not settled."""
        return sum(each.note.state is NoteState.OPEN for each in self._own)

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        shown = self._shown[index.row()]
        note = shown.note
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{_SIGNS[note.state]} {note.text}\n{self._signature(shown)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._state(note)}. {note.text}. {self._signature(shown)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(
                filter(None, (note.text, self._subject(shown), self._signature(shown), self._state(note)))
            )
        if role == PLACE_ROLE:
            return note.place if self._is_own(note) else None
        return note if role == NOTE_ROLE else None

    def _arrange(self) -> None:
        self.beginResetModel()
        notes = self._own if self._all is None else self._all
        self._shown = [each for each in notes if has_words(_searched(each), self._wanted)]
        self.endResetModel()

    def _is_own(self, note: Note) -> bool:
        """Tell whether a note is on the open report, whose places can be shown."""
        return any(each.note.id == note.id for each in self._own)

    def _signature(self, shown: PlacedNote) -> str:
        note = shown.note
        line = self.tr("{name}, {time} · {subject}")
        told = line.format(
            name=note.written_by, time=time_text(note.written_at), subject=self._subject(shown)
        )
        return f"{told} · {shown.report}" if shown.report else told

    def _subject(self, shown: PlacedNote) -> str:
        return self.tr("the whole report") if shown.note.place is None else f"“{shown.quote}”"

    def _state(self, note: Note) -> str:
        if note.state is NoteState.OPEN:
            return self.tr("open")
        line = self.tr("settled by {name}, {time}")
        when = "" if note.settled_at is None else time_text(note.settled_at)
        return line.format(name=note.settled_by, time=when)


def _searched(shown: PlacedNote) -> str:
    return f"{shown.note.text} {shown.note.written_by} {shown.quote} {shown.report}"
