"""Joins the actions and panes of the window to the desk and the clerk of an open workspace."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.core.figures import Reading, ReviewedFigure, Verdict
from desktop.core.places import Place
from desktop.ui.desk import is_unread
from desktop.ui.dialogs.dismissal_dialog import DismissalDialog
from desktop.ui.dialogs.figure_dialog import FigureDialog
from desktop.ui.dialogs.opening import open_over
from desktop.ui.filter_controls import FilterControls
from desktop.ui.labels import hidden_words
from desktop.ui.marks import marks_of
from desktop.ui.panes import Panes
from desktop.ui.place_controls import PlaceControls
from desktop.ui.report_content import Outline, ReportContent, ReportLooks
from desktop.ui.run_words import run_words
from desktop.ui.search_controls import SearchControls
from desktop.ui.selection_reading import empty_reading, reading_of_selection
from desktop.ui.source.sheet_runs import Axis, Run
from desktop.ui.source.views import WORKBOOKS
from desktop.ui.suggestions import figure_at, is_prefilled

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession


class ReviewControls(QObject):
    """Performs the review's actions on the figure, the rows or the section that the panes show as current."""

    said = Signal(str)

    def __init__(
        self, session: "ReviewSession", panes: Panes, actions: Mapping[str, QAction], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._desk = session.desk
        self._clerk = session.clerk
        self._panes = panes
        self._actions = actions
        self._window = window
        self._last_reason = ""
        self._selected: tuple[Place, str] | None = None
        self._dismissed_ids: list[int] = []
        # First, so that a place is kept before anything else is said of its figure.
        self._places = PlaceControls(session, panes, actions, window)
        self._places.said.connect(self.said)
        self._connect_actions()
        self._connect_panes()
        self._connect_desk()
        self._places.follow()
        panes.table.show_model(self._desk.figures)
        panes.outline.reports.read_with(session.workspace.summaries)
        # Last, so that what they filter by is shown already when they are told of it.
        self._filters = FilterControls(session, panes, actions, window)
        self._filters.said.connect(self.said)
        self._search = SearchControls(session, self._filters, actions, window)

    # The current figure

    def accept_current(self) -> None:
        """Accept the selected figures and go to the next open one; a number nobody has read is edited."""
        table, current = self._panes.table, self._desk.current
        if table.is_editing:
            table.finish_editing()
            return
        if current is None or self._places.keep() or not self._panes.fields.flush():
            return
        if self._filters.is_filtered_out(current):
            self._desk.go_to_next_open()
            return
        ids = table.selected_ids()
        if len(ids) == 1 and is_unread(current) and not is_prefilled(current):
            table.edit_value()
            return
        if len(ids) == 1 and is_unread(current):
            self._clerk.settle(current.id, current.effective, current.note)
        else:
            unseen = table.unseen_count() if len(ids) > 1 else 0
            self._clerk.accept(ids)
            if unseen:
                self.said.emit(self.tr("%n figure(s) left alone: never on the screen.", "", unseen))
        self._go_on()

    def accept_row(self) -> None:
        """Accept what is open in the current cell's row and was on the screen."""
        self._accept_run(self._panes.source.run(Axis.ROW))

    def accept_column(self) -> None:
        """Accept what is open in the current cell's column and was on the screen."""
        self._accept_run(self._panes.source.run(Axis.COLUMN))

    def take_other(self) -> None:
        """Read the current number, or the one being typed, the second way and go to the next open one."""
        current, other = self._desk.current, self._panes.fields.form.other_value()
        if current is None:
            return
        if other is None:
            self.said.emit(self.tr("This number can be read in one way only."))
            return
        self._panes.table.cancel_editing()
        self._panes.fields.form.take_value(other)
        if not self._panes.fields.flush():
            return
        self._panes.table.setFocus()
        self._go_on()

    def edit_value(self) -> None:
        """Open the editor on the current value, unless it is hidden."""
        if self._desk.is_current_hidden:
            self.said.emit(hidden_words())
        else:
            self._panes.table.edit_value()

    def edit_fields(self) -> None:
        """Go to the fields below, first to the unit."""
        self._panes.fields.form.unit_edit.setFocus()
        self._panes.fields.form.unit_edit.selectAll()

    def ask_dismissal(self) -> None:
        """Ask why the selected figures are dismissed."""
        self._dismissed_ids = self._panes.table.selected_ids()
        if not self._dismissed_ids:
            return
        dialog = DismissalDialog(len(self._dismissed_ids), self._last_reason, self._window)
        dialog.chosen.connect(self._dismiss)
        open_over(self._window, dialog)

    def dismiss_again(self) -> None:
        """Dismiss the selected figures for the reason that was given last; ask where none was yet."""
        self._dismissed_ids = self._panes.table.selected_ids()
        if not self._last_reason:
            self.ask_dismissal()
        elif self._dismissed_ids:
            self._dismiss(self._last_reason)

    def doubt_current(self) -> None:
        """Mark the selected figures as doubtful and go on."""
        if ids := self._panes.table.selected_ids():
            self._clerk.doubt(ids)
            self._go_on()

    def reopen_current(self) -> None:
        """Take the verdicts of the selected figures back."""
        if ids := self._panes.table.selected_ids():
            self._clerk.reopen(ids)

    def ask_new_figure(self) -> None:
        """Ask what the text selected in the report says."""
        self._selected = self._panes.source.selected_place()
        if self._selected is None:
            self.said.emit(self.tr("Select the number with its unit in the report first."))
            return
        place, text = self._selected
        period, content = self._panes.outline.report_period(), self._desk.content
        found = figure_at(content, place, period) if content else None
        reading = found.reading if found else reading_of_selection(text, period) or empty_reading(period)
        dialog = FigureDialog(text, reading, self._window)
        dialog.made.connect(self._add)
        open_over(self._window, dialog)

    def undo(self) -> None:
        """Take back the place that was not kept, else the last change."""
        if not self._places.leave():
            self._clerk.undo()

    def finish(self) -> None:
        """Keep what is typed and not told yet."""
        self._panes.table.setFocus()
        self._panes.fields.flush()

    # What the panes say

    def _choose_section(self, section_id: int) -> None:
        sections = self._panes.outline.sections
        figure_id = self._desk.figures.rows.first_in(sections.ids_below(section_id))
        if figure_id is not None:
            self._desk.go_to(figure_id)
        elif section := sections.section(section_id):
            self._panes.source.show_place(Place(section.start, section.start + len(section.title)))

    def _choose_from_source(self, figure_id: int) -> None:
        self._desk.go_to(figure_id)
        self._panes.table.setFocus()

    def _dismiss(self, reason: str) -> None:
        self._last_reason = reason
        self._clerk.dismiss(self._dismissed_ids, reason)
        self._panes.table.setFocus()
        self._go_on()

    def _accept_run(self, run: Run | None) -> None:
        if self._panes.table.is_editing or not self._panes.fields.flush():
            return
        if run is None:
            self.said.emit(self.tr("Only the figures of a sheet are accepted by row or column."))
            return
        count = self._clerk.accept(run.seen_ids)
        if count:
            self._go_on()
        self.said.emit(run_words(run, count))

    def _add(self, reading: Reading) -> None:
        if self._selected is not None:
            place, text = self._selected
            self._clerk.add(place, text, reading)
            self._panes.table.setFocus()

    def _keep_fields(self, figure_id: int, reading: Reading, note: str) -> None:
        """Keep what was typed in the fields; a note alone says nothing of the figure's truth."""
        figure = self._desk.figures.figure(figure_id)
        if figure is not None and reading == figure.effective:
            self._clerk.annotate(figure_id, note)
        else:
            self._clerk.settle(figure_id, reading, note)

    def _finish_fields(self) -> None:
        """Enter in the fields: what was changed is kept by now; what was not is accepted."""
        current = self._desk.current
        if current is None:
            return
        if not current.verdict.is_verified:
            self._clerk.settle(current.id, current.effective, current.note)
        self._panes.table.setFocus()
        self._go_on()

    def _finish_value(self) -> None:
        self._panes.table.setFocus()
        self._go_on()

    def _reject(self, text: str) -> None:
        self.said.emit(self.tr("“{text}” cannot be read; nothing was changed.").format(text=text))

    def _go_on(self) -> None:
        current = self._desk.current
        if current is not None and current.verdict is not Verdict.OPEN:
            self._desk.go_to_next_open()

    # What the desk says

    def _show_report(self, content: ReportContent | None) -> None:
        self._panes.show_report_panes(is_shown=content is not None)
        if content is None:
            self._panes.source.clear()
            return
        draw_page = self._session.draw_page if content.document.pages else None
        self._panes.source.show_report(content.document, draw_page)
        self._panes.place.use_pages(draw_page)
        if content.document.format in WORKBOOKS:
            self._session.read_looks(content)
        self._panes.source.set_marks(list(marks_of(content.figures)))
        self._panes.outline.show_sections(content.sections)
        if not self._panes.has_focus():
            self._panes.table.setFocus()

    def _show_looks(self, found: ReportLooks) -> None:
        if found.report_id == self._desk.report_id:
            self._panes.source.show_looks(found.look_by_sheet)

    def _show_figure(self, figure: ReviewedFigure | None) -> None:
        panes = self._panes
        panes.fields.show_figure(figure, is_hidden=self._desk.is_current_hidden)
        panes.table.show_figure(figure)
        panes.source.show_current(figure.id if figure else None)
        panes.place.show_figure(figure, self._desk.content.document if self._desk.content else None)
        panes.outline.show_section(figure.section_id if figure else None)

    def _show_outline(self, outline: Outline) -> None:
        self._panes.outline.show_outline(outline)
        current = self._desk.current
        self._panes.outline.show_section(current.section_id if current else None)

    # Connections

    def _connect_actions(self) -> None:
        acts: dict[str, Callable[[], None]] = {
            "accept": self.accept_current,
            "accept_row": self.accept_row,
            "accept_column": self.accept_column,
            "take_other": self.take_other,
            "edit_value": self.edit_value,
            "edit_fields": self.edit_fields,
            "dismiss": self.ask_dismissal,
            "doubt": self.doubt_current,
            "reopen": self.reopen_current,
            "add": self.ask_new_figure,
            "undo": self.undo,
            "redo": self._clerk.redo,
            "next_open": self._desk.go_to_next_unsettled,
            "previous_open": self._desk.go_to_previous_unsettled,
            "dismiss_again": self.dismiss_again,
        }
        for name, act in acts.items():
            self._actions[name].triggered.connect(act)
        for action in self._actions.values():
            if action.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut:
                for pane in (self._panes.table, self._panes.source, self._panes.place):
                    pane.addAction(action)
        self._clerk.undo_stack.canUndoChanged.connect(self._actions["undo"].setEnabled)
        self._clerk.undo_stack.canRedoChanged.connect(self._actions["redo"].setEnabled)

    def _connect_panes(self) -> None:
        panes, table = self._panes, self._panes.table
        fields, outline = panes.fields, panes.outline
        table.figure_chosen.connect(self._desk.go_to)
        table.value_delegate.text_edited.connect(fields.show_typed_value)
        table.value_delegate.closeEditor.connect(fields.revert)
        table.value_delegate.entered.connect(self._finish_value)
        table.value_delegate.rejected.connect(self._reject)
        fields.other_wanted.connect(self.take_other)
        fields.changed.connect(self._keep_fields)
        fields.entered.connect(self._finish_fields)
        fields.rejected.connect(self._reject)
        fields.left.connect(table.setFocus)
        panes.source.figure_clicked.connect(self._choose_from_source)
        panes.source.figure_reached.connect(self._desk.go_to)
        outline.section_chosen.connect(self._choose_section)
        outline.report_chosen.connect(self._desk.open_report)
        outline.place_chosen.connect(panes.source.show_place)

    def _connect_desk(self) -> None:
        desk = self._desk
        desk.report_shown.connect(self._show_report)
        desk.figure_shown.connect(self._show_figure)
        desk.outline_changed.connect(self._show_outline)
        desk.marks_read.connect(self._panes.source.use_marks)
        desk.marks_changed.connect(self._panes.source.update_marks)
        desk.said.connect(self.said)
        self._session.looks_read.connect(self._show_looks)
