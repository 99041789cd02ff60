"""Joins the actions and the panel of notes, and the history, to the annotator of an open workspace."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from desktop.core.annotations import Note, NoteState, PlacedNote
from desktop.core.figures import ReviewedFigure
from desktop.core.places import Place
from desktop.ui.dialogs.history_dialog import HistoryDialog
from desktop.ui.dialogs.note_dialog import NoteDialog, NoteSubject
from desktop.ui.dialogs.opening import open_over
from desktop.ui.labels import hidden_words
from desktop.ui.panes import Panes

if TYPE_CHECKING:
    from desktop.operations.annotations import Annotations
    from desktop.operations.histories import HistoryLine
    from desktop.ui.review_session import ReviewSession


class NoteControls(QObject):
    """Writes, settles and lists notes, and shows the history of the current figure."""

    said = Signal(str)

    def __init__(
        self, session: "ReviewSession", panes: Panes, actions: Mapping[str, QAction], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._annotator = session.annotator
        self._desk = session.desk
        self._panes = panes
        self._panel = panes.outline.notes
        self._window = window
        self._passage: Place | None = None
        self._asked_figure: ReviewedFigure | None = None
        self._sought: Note | None = None
        actions["write_note"].triggered.connect(self.ask_note)
        actions["settle_note"].triggered.connect(self.toggle_note)
        actions["show_notes"].triggered.connect(panes.outline.show_notes_tab)
        self._all_notes = actions["all_notes"]
        self._all_notes.triggered.connect(self.turn_to_all)
        self._annotator.all_notes_read.connect(self._show_all)
        actions["history"].triggered.connect(self.ask_history)
        self._annotator.annotations_read.connect(self._show_notes)
        self._annotator.history_read.connect(self._show_history)
        self._desk.figure_shown.connect(self._show_figure)
        self._panel.rewriting_wanted.connect(self._ask_rewriting)
        self._panel.removal_wanted.connect(self._annotator.remove_note)
        self._panel.figure_wanted.connect(self._go_to_figure)

    def ask_note(self) -> None:
        """Ask for a note on the selected passage, else on the current figure; the report is a choice."""
        focus = QApplication.focusWidget()
        is_in_outline = focus is not None and self._panes.outline.isAncestorOf(focus)
        selected = None if is_in_outline else self._panes.source.selected_place()
        self._passage = selected[0] if selected else None
        self._asked_figure = self._desk.current
        figure = self._asked_figure
        dialog = NoteDialog(
            selected[1] if selected else "", figure.text if figure else "", parent=self._window
        )
        dialog.written.connect(self._write)
        open_over(self._window, dialog)

    def turn_to_all(self) -> None:
        """List the notes of all reports, or those of the open one again, and go to the list."""
        is_on = self._all_notes.isChecked()
        self._panes.outline.show_notes_tab()
        self._annotator.want_all_notes(are_wanted=is_on)
        if not is_on:
            self._panel.show_all(None)

    def toggle_note(self) -> None:
        """Settle or reopen the note chosen in the list, else the current figure's first open one."""
        note = self._note_meant()
        if note is None:
            self.said.emit(self.tr("There is no note here."))
            return
        if not self._annotator.toggle_note(note):
            return
        if note.state is NoteState.OPEN:
            self.said.emit(self.tr("The note is settled."))
        else:
            self.said.emit(self.tr("The note is open again."))

    def ask_history(self) -> None:
        """Show what happened to the current figure."""
        self._panes.fields.flush()
        if self._desk.is_current_hidden:
            self.said.emit(hidden_words())
            return
        self._asked_figure = self._desk.current
        if self._asked_figure is not None:
            self._annotator.read_history(self._asked_figure.id)

    def _note_meant(self) -> Note | None:
        if self._panel.has_keyboard():
            return self._panel.current()
        current = self._desk.current
        notes = self._panel.notes.notes_on(current.id) if current is not None else []
        still_open = (note for note in notes if note.state is NoteState.OPEN)
        return next(still_open, notes[-1] if notes else None)

    def _write(self, text: str, subject: NoteSubject) -> None:
        figure = self._asked_figure if subject is NoteSubject.FIGURE else None
        place = self._passage if subject is NoteSubject.PASSAGE else None
        self._annotator.write_note(text, place, figure.id if figure is not None else None)

    def _ask_rewriting(self, note: Note) -> None:
        dialog = NoteDialog("", "", note.text, self._window)
        dialog.written.connect(partial(_rewrite, self._annotator.rewrite_note, note))
        open_over(self._window, dialog)

    def _go_to_figure(self, note: Note) -> None:
        if note.report_id != self._desk.report_id:
            self._sought = note
            self._desk.open_report(note.report_id, note.figure_id)
            self._panes.table.setFocus()
            return
        if note.figure_id is not None and self._desk.go_to_first_of([note.figure_id]):
            self._panes.table.setFocus()

    def _show_notes(self, found: "Annotations") -> None:
        content = self._desk.content
        self._panel.show_notes(found.notes, content.document.text if content is not None else "")
        self._panes.outline.show_open_notes(self._panel.notes.open_count)
        self._show_figure(self._desk.current)
        self._show_sought()

    def _show_all(self, notes: "Sequence[PlacedNote]") -> None:
        if self._all_notes.isChecked():
            self._panel.show_all(notes)

    def _show_sought(self) -> None:
        """Show the passage of the note that another report was opened for; a figure is shown already."""
        sought, self._sought = self._sought, None
        is_here = sought is not None and sought.report_id == self._desk.report_id
        if sought is not None and is_here and sought.figure_id is None and sought.place is not None:
            self._panes.source.show_place(sought.place)

    def _show_figure(self, figure: ReviewedFigure | None) -> None:
        notes = self._panel.notes.notes_on(figure.id) if figure is not None else []
        self._panes.note_line.show_notes(notes)
        if figure is not None and not self._panel.has_keyboard():
            self._panel.show_notes_on(figure.id)

    def _show_history(self, lines: "list[HistoryLine]") -> None:
        if self._asked_figure is not None:
            open_over(self._window, HistoryDialog(self._asked_figure, lines, self._window))


def _rewrite(rewrite: Callable[[Note, str], None], note: Note, text: str, _subject: object) -> None:
    rewrite(note, text)
