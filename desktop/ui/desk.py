"""The desk: the report under review and the current figure in it, and the way from one to the next.

Belongs to an open workspace; what a clerk does with a figure is in clerk.py.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.core.figures import Origin, ReviewedFigure, Verdict
from desktop.core.reviews import Bookmark, Touched
from desktop.ui.hub import Hub
from desktop.ui.marks import marks_of
from desktop.ui.models.figure_filter import Shown
from desktop.ui.models.figure_order import Order
from desktop.ui.models.figure_table_model import FigureTableModel
from desktop.ui.report_content import (
    Outline,
    ReportContent,
    ReportLedger,
    ReportMarks,
    read_ledger,
    read_marks,
    read_outline,
    read_report,
)
from desktop.ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from desktop.operations.workspaces import Workspace

_OUTLINE_DELAY_MS = 120
_BOOKMARK_DELAY_MS = 400


class Desk(QObject):
    """Holds one report of a workspace open.

    `report_shown` carries a ReportContent, or None where there is no report; `figure_shown` the current
    ReviewedFigure or None; `marks_read` a MarkIndex of the whole report, where it comes after the report;
    `marks_changed` those touched since; `counts_changed` how many figures each choice by state lets through;
    `ledger_read` the rows of the report's ledger and its text; `said` a short line for the clerk; `failed`
    the exception of a job.
    """

    report_shown = Signal(object)
    figure_shown = Signal(object)
    marks_read = Signal(object)
    marks_changed = Signal(object)
    progress_changed = Signal(object)
    counts_changed = Signal(object)
    outline_changed = Signal(object)
    ledger_read = Signal(object, str)
    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self, workspace: "Workspace", hub: Hub, runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._runner = runner
        self._current_id: int | None = None
        self._wanted_report_id: int | None = None
        self.content: ReportContent | None = None
        self.figures = FigureTableModel(workspace.figures, self)
        self._touched_report_ids: set[int] | None = set()
        self._touched_since_marks: set[int] = set()
        self._outline_timer = self._timer(_OUTLINE_DELAY_MS, self._refresh_touched)
        self._bookmark_timer = self._timer(_BOOKMARK_DELAY_MS, self._keep_bookmark)
        hub.touched.connect(self._on_touched)

    @property
    def report_id(self) -> int | None:
        """The report on the desk."""
        return self.content.report_id if self.content else None

    @property
    def current(self) -> ReviewedFigure | None:
        """The figure under review."""
        return None if self._current_id is None else self.figures.figure(self._current_id)

    @property
    def is_current_hidden(self) -> bool:
        """Whether the value of the figure under review is still to be typed unseen by this clerk."""
        return self.figures.is_hidden(self._current_id)

    # Opening

    def open_last(self) -> None:
        """Open the report and the figure where the clerk was, else the first report there is."""
        bookmark = self._workspace.bookmark() or self._first_report()
        if bookmark is None:
            self.refresh_outline()
            self.report_shown.emit(None)
        else:
            self.open_report(bookmark.report_id, bookmark.figure_id)

    def open_report(self, report_id: int, figure_id: int | None = None) -> None:
        """Open a report at a figure, at its bookmark where none is given."""
        if report_id == self.report_id:
            if figure_id is not None:
                self.go_to(figure_id)
            return
        self.keep_bookmark_now()
        self._read_report(report_id, figure_id)

    def read_anew(self) -> None:
        """Read the open report once more, because much of it has changed; the clerk stays where they are."""
        if self.report_id is not None:
            self._read_report(self.report_id, self._current_id)

    def refresh_outline(self) -> None:
        """Read the reports and the open report's sections anew."""
        self._read_outline(None)

    def read_ledger(self) -> None:
        """Read the open report's ledger and tell it."""
        workspace, content = self._workspace, self.content

        def read(_task: Task) -> ReportLedger | None:
            return None if content is None else read_ledger(workspace, content)

        self._runner.start_later(read, self._show_ledger, self.failed.emit)

    def _read_report(self, report_id: int, figure_id: int | None) -> None:
        self._wanted_report_id = report_id
        workspace, has_looks = self._workspace, self.figures.rows.order is Order.SIMILAR

        def read(_task: Task) -> ReportContent:
            bookmark = workspace.bookmark(report_id) if figure_id is None else None
            wanted = bookmark.figure_id if bookmark else figure_id
            return read_report(workspace, report_id, wanted, has_looks=has_looks)

        self._runner.start(read, self._show_content, self.failed.emit)

    # Walking

    def go_to(self, figure_id: int | None) -> None:
        """Make a figure of this report the current one."""
        self._current_id = figure_id
        self.figure_shown.emit(self.current)
        self._bookmark_timer.start()

    def go_to_first_of(self, figure_ids: Sequence[int]) -> bool:
        """Go to the first of these figures that is in this report; tell whether there is one."""
        known = next(filter(self.figures.rows.is_known, figure_ids), None)
        if known is None:
            return False
        self.go_to(known)
        return True

    def go_to_next_open(self) -> None:
        """Go to the next open figure of the table, round its end."""
        self._walk(1, self._current_id)

    def go_to_next_unsettled(self) -> None:
        """Go to the next open figure of the table, or where none is left to the next doubtful one."""
        self._walk_unsettled(1)

    def go_to_previous_unsettled(self) -> None:
        """Go to the previous open figure of the table, or where none is left to the previous doubtful one."""
        self._walk_unsettled(-1)

    def go_to_top(self) -> None:
        """Go to the first open figure of the table."""
        self._walk(1, None)

    def close(self) -> None:
        """Keep where the clerk is and ask nothing of the workspace any more."""
        self.keep_bookmark_now()
        self._outline_timer.stop()

    def keep_bookmark_now(self) -> None:
        """Keep where the clerk is at once, because the window closes or another report comes."""
        if self._bookmark_timer.isActive() and self.report_id is not None:
            self._bookmark_timer.stop()
            self._workspace.set_bookmark(self.report_id, self._current_id)

    def _keep_bookmark(self) -> None:
        workspace, report_id, figure_id = self._workspace, self.report_id, self._current_id

        def write(_task: Task) -> None:
            if report_id is not None:
                workspace.set_bookmark(report_id, figure_id)

        self._runner.start_later(write, self._bookmark_timer.stop, self.failed.emit)

    def _refresh_touched(self) -> None:
        """Read anew what was touched of the outline."""
        touched_ids, self._touched_report_ids = self._touched_report_ids, set()
        self._read_outline(touched_ids)

    def _read_outline(self, touched_ids: set[int] | None) -> None:
        workspace, report_id = self._workspace, self.report_id

        def read(_task: Task) -> Outline:
            return read_outline(workspace, report_id, touched_ids)

        self._runner.start_later(read, self._show_outline, self.failed.emit)

    def _show_outline(self, outline: Outline) -> None:
        if outline.report_id is not None and outline.report_id == self.report_id:
            was_hidden = self.figures.is_hidden(self._current_id)
            self.figures.hide_values(outline.blind_ids)
            if was_hidden != self.figures.is_hidden(self._current_id):
                self.figure_shown.emit(self.current)
        self.outline_changed.emit(outline)

    def _show_content(self, content: ReportContent) -> None:
        if content.report_id != self._wanted_report_id:
            return
        self.content = content
        self._current_id = None
        self.figures.hide_values(content.blind_ids)
        self.figures.show_figures(content.index, content.figures, content.looks)
        self.report_shown.emit(content)
        self._tell_progress()
        top = None if content.is_resumed else self.figures.rows.next_open(None, 1)
        self.go_to(content.figure_id if top is None else top)
        self.refresh_outline()
        if not content.has_all_figures:
            self._read_marks()

    def _read_marks(self) -> None:
        workspace, report_id = self._workspace, self.report_id
        self._touched_since_marks.clear()

        def read(_task: Task) -> ReportMarks | None:
            return None if report_id is None else read_marks(workspace, report_id)

        self._runner.start_later(read, self._show_marks, self.failed.emit)

    def _show_marks(self, found: ReportMarks | None) -> None:
        if found is not None and found.report_id == self.report_id:
            self.marks_read.emit(found.marks)
            self._tell_marks(self._touched_since_marks)

    def _show_ledger(self, found: ReportLedger | None) -> None:
        if found is not None and found.report_id == self.report_id:
            self.ledger_read.emit(found.rows, found.text)

    def _walk(self, step: int, start: int | None) -> None:
        rows = self.figures.rows
        is_to_look_at_only = rows.filter.shown is Shown.TO_LOOK_AT
        following = rows.next_open(start, step)
        if following is not None:
            self.go_to(following)
        elif is_to_look_at_only and rows.row_of(self._current_id) is None:
            self.said.emit(self.tr("No figure needs a look here."))
        elif self.current is not None and self.current.verdict is Verdict.OPEN:
            self.said.emit(self.tr("This is the last open figure shown."))
        elif is_to_look_at_only:
            self.said.emit(self.tr("No figure is left here that needs a look."))
        else:
            self.said.emit(self.tr("No open figure is left here."))

    def _walk_unsettled(self, step: int) -> None:
        rows, start = self.figures.rows, self._current_id
        is_done = rows.next_open(start, step) is None and rows.next_open(None, step) is None
        doubtful = rows.next_open(start, step, Verdict.DOUBTFUL) if is_done else None
        if doubtful is None:
            self._walk(step, start)
            return
        self.go_to(doubtful)
        self.said.emit(self.tr("No open figure is left here; this one is doubtful."))

    def _on_touched(self, touched: Touched, _initiator: object) -> None:
        if self.report_id in touched.report_ids:
            self._show_touched(touched)
            self._tell_progress()
        if touched.reports_changed or self._touched_report_ids is None:
            self._touched_report_ids = None
        else:
            self._touched_report_ids |= set(touched.report_ids)
        self._outline_timer.start()

    def _show_touched(self, touched: Touched) -> None:
        is_current_touched = self._current_id in touched.figure_ids
        if touched.removed_figure_ids:
            self._remove(touched.removed_figure_ids)
        if touched.added_figure_ids:
            self.figures.insert(touched.added_figure_ids)
        self.figures.refresh(touched.figure_ids)
        self._touched_since_marks.update(touched.figure_ids)
        self._tell_marks(touched.figure_ids)
        if is_current_touched:
            self.figure_shown.emit(self.current)

    def _tell_marks(self, figure_ids: Iterable[int]) -> None:
        """Tell how figures are lit by now; their marks may be being read as they were before."""
        found = filter(None, map(self.figures.figure, figure_ids))
        self.marks_changed.emit(list(marks_of(found)))

    def _remove(self, figure_ids: Sequence[int]) -> None:
        if self._current_id is not None and self._current_id in figure_ids:
            self._current_id = self.figures.rows.columns.neighbour_of(self._current_id)
        self.figures.remove(figure_ids)
        self._read_marks()

    def _tell_progress(self) -> None:
        self.progress_changed.emit(self._workspace.progress(self.report_id))
        self.counts_changed.emit(self.figures.rows.counts)

    def _first_report(self) -> Bookmark | None:
        reports = self._workspace.report_labels()
        return Bookmark(reports[0].id) if reports else None

    def _timer(self, delay_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(delay_ms)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        return timer


def is_unread(figure: ReviewedFigure) -> bool:
    """Tell whether the figure is a number of the ledger that nobody has read yet, so not to be accepted."""
    return figure.origin is Origin.LEDGER and figure.said is None
