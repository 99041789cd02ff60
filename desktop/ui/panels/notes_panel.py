"""The notes of the report under a search line: walking the list shows where each is anchored."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.annotations import Note, PlacedNote
from desktop.ui.delegates.value_delegate import ENTER_KEYS
from desktop.ui.models.note_list_model import NoteListModel
from desktop.ui.models.passage_list_model import PLACE_ROLE


class NotesPanel(QWidget):
    """Lists notes.

    `place_chosen` carries the Place of a note that has one, `rewriting_wanted` (F2) and `removal_wanted`
    (Delete) the current Note; `figure_wanted` (Enter) asks for the figure it is on.
    """

    place_chosen = Signal(object)
    figure_wanted = Signal(object)
    rewriting_wanted = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes = NoteListModel(self)
        self.search_edit = QLineEdit()
        self.search_edit.setObjectName("noteSearch")
        self.search_edit.setAccessibleName(self.tr("Search the notes"))
        self.search_edit.setPlaceholderText(self.tr("Search the notes"))
        self.search_edit.setClearButtonEnabled(True)
        self.list = _NoteList()
        self.list.setObjectName("noteList")
        self.list.setAccessibleName(self.tr("Notes of the report"))
        self.list.setModel(self.notes)
        self.list.setToolTip(self.tr("Enter: to the figure · F2: rewrite · Del: remove"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAlternatingRowColors(True)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.search_edit)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.search_edit.textChanged.connect(self.notes.search)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self.list.key_pressed.connect(self._act)

    def show_notes(self, notes: Sequence[Note], text: str) -> None:
        """Show a report's notes over its text; the one that was current stays so."""
        current = self.current()
        with QSignalBlocker(self.list.selectionModel()):
            self.notes.show_notes(notes, text)
            self.list.setCurrentIndex(self.notes.index_of(current.id if current else None))

    def show_all(self, notes: Sequence[PlacedNote] | None) -> None:
        """List the notes of all reports, or (None) those of the open one again."""
        current = self.current()
        with QSignalBlocker(self.list.selectionModel()):
            self.notes.show_all(notes)
            self.list.setCurrentIndex(self.notes.index_of(current.id if current else None))
        of_all = notes is not None
        self.list.setAccessibleName(
            self.tr("Notes of all reports") if of_all else self.tr("Notes of the report")
        )
        self.search_edit.setPlaceholderText(
            self.tr("Search the notes of all reports") if of_all else self.tr("Search the notes")
        )

    def show_notes_on(self, figure_id: int) -> None:
        """Bring the first note on a figure into view, and choose nothing."""
        for note in self.notes.notes_on(figure_id)[:1]:
            index = self.notes.index_of(note.id)
            with QSignalBlocker(self.list.selectionModel()):
                self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
            self.list.viewport().update()

    def current(self) -> Note | None:
        """Return the note that stands out."""
        return self.notes.note_at(self.list.currentIndex())

    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is in the list."""
        return self.list.hasFocus()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and index.data(PLACE_ROLE) is not None:
            self.place_chosen.emit(index.data(PLACE_ROLE))

    def _act(self, key: int) -> None:
        note = self.current()
        if note is None:
            return
        if key == Qt.Key.Key_F2:
            self.rewriting_wanted.emit(note)
        elif key == Qt.Key.Key_Delete:
            self.removal_wanted.emit(note)
        else:
            self.figure_wanted.emit(note)


class _NoteList(QListView):
    """Tells of the keys that do something with a note, F2 before the window takes it for the value."""

    key_pressed = Signal(int)
    _KEYS = frozenset({*ENTER_KEYS, Qt.Key.Key_Delete, Qt.Key.Key_F2})

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self._KEYS and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.key_pressed.emit(event.key())
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_override and isinstance(event, QKeyEvent) and event.key() in self._KEYS:
            event.accept()
            return True
        return super().event(event)
