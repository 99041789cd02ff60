"""The second reading in the window: what is due for this clerk, one figure after the other."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.core.figures import Reading, ReviewedFigure
from desktop.core.rereading import Mode
from desktop.core.rereading_due import Due, Standing
from desktop.core.reviews import Touched
from desktop.operations.rereading import read_again
from desktop.operations.rereading_state import standing_of
from desktop.ui.panels.rereading_panel import RereadingPanel
from desktop.ui.panes import Panes
from desktop.ui.report_content import ReportContent
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession

_STILL_ALLOWED = frozenset(
    {"second_reading", "undo", "redo", "quit", "menu", "keys", "next_pane", "previous_pane"}
)
"""What can be done during a second reading: nothing that shows a figure with its value."""


class RereadingControls(QObject):
    """Begins and leaves the second reading of the report on the desk, and leads through it."""

    said = Signal(str)

    def __init__(
        self, session: "ReviewSession", panes: Panes, actions: Mapping[str, QAction], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._desk = session.desk
        self._panes = panes
        self._actions = actions
        self._switch = actions["second_reading"]
        self._paused: list[QAction] = []
        self._due: list[Due] = []
        self._at = 0
        self._shown: ReviewedFigure | None = None
        self._is_acting = False
        # Who goes away from a figure and comes back has no more tries than before.
        self._missed: set[int] = set()
        self._switch.triggered.connect(self.turn)
        session.desk.report_shown.connect(self._leave_report)
        session.hub.touched.connect(self._look_again)

    @cached_property
    def _panel(self) -> RereadingPanel:
        """The panel, made and joined when it is first needed."""
        panel = self._panes.rereading
        panel.answered.connect(self._answer)
        panel.moved.connect(self._move)
        panel.rejected.connect(self._reject)
        return panel

    @property
    def is_on(self) -> bool:
        """Tell whether a second reading is under way."""
        return bool(self._due)

    def turn(self) -> None:
        """Begin the second reading of the report, or leave it."""
        if self.is_on:
            self.leave()
            self.said.emit(self.tr("The second reading is left; what was read is kept."))
            return
        self._switch.setChecked(False)
        if self._panes.fields.flush():
            self._read_standing()

    def leave(self) -> None:
        """Show the table and the fields again."""
        self._due, self._shown = [], None
        self._switch.setChecked(False)
        if not self._paused:
            return
        for action in self._paused:
            action.setEnabled(True)
        self._paused = []
        self._panel.show_figure(None, Mode.REVIEW, None, "")
        self._panes.show_rereading(is_shown=False)
        self._panes.source.show_current(self._desk.current.id if self._desk.current else None)
        self._panes.table.setFocus()

    def _read_standing(self, wanted_id: int | None = None) -> None:
        """Read what is due and go to the figure wanted, where it is due, else to the one that is shown."""
        workspace, report_id = self._session.workspace, self._desk.report_id

        def read(_task: Task) -> Standing:
            return Standing() if report_id is None else standing_of(workspace, report_id)

        def show(standing: Standing) -> None:
            if report_id == self._desk.report_id:
                self._show_standing(standing, wanted_id)

        self._session.runner.start(read, show, self._desk.failed.emit)

    def _show_standing(self, standing: Standing, wanted_id: int | None) -> None:
        shown_id = self._shown.id if self._shown else None
        self._due = list(standing.due_for(self._session.workspace.who))
        if not self._due:
            self.leave()
            self.said.emit(self._nothing_due(standing))
            return
        ids = [due.figure_id for due in self._due]
        self._at = next((ids.index(each) for each in (wanted_id, shown_id) if each in ids), 0)
        self._enter()
        self._show()

    def _enter(self) -> None:
        """Put the panel in the place of the table, and pause what would show a value."""
        self._switch.setChecked(True)
        if self._paused:
            return
        others = (action for name, action in self._actions.items() if name not in _STILL_ALLOWED)
        self._paused = [action for action in others if action.isEnabled()]
        for action in self._paused:
            action.setEnabled(False)
        content = self._desk.content
        has_pages = content is not None and bool(content.document.pages)
        self._panel.place.use_pages(self._session.draw_page if has_pages else None)
        self._panes.show_rereading(is_shown=True)

    def _show(self) -> None:
        """Show the figure whose turn it is, and its place in the report."""
        due, content = self._due[self._at], self._desk.content
        found = self._session.workspace.figures([due.figure_id])
        if not found or content is None:
            self._read_standing()
            return
        self._shown = found[0]
        heading = self.tr("Second reading, {number} of {count}").format(
            number=self._at + 1, count=len(self._due)
        )
        if due.mode is Mode.REKEY:
            heading += " · " + self.tr("type the value unseen")
        self._panes.source.show_current(due.figure_id)
        self._panes.outline.show_section(self._shown.section_id)
        self._panel.show_figure(self._shown, due.mode, content.document, heading)
        if due.mode is Mode.REKEY and due.figure_id in self._missed:
            self._panel.ask_again()

    def _answer(self, given: Reading, tries: int) -> None:
        if not self.is_on or self._shown is None:
            return
        due, first = self._due[self._at], self._shown.effective
        if due.mode is Mode.REKEY and tries == 1 and given.value != first.value:
            self._missed.add(due.figure_id)
            self._panel.ask_again()
            return
        change = read_again(due.figure_id, due.mode, given, tries)
        self._is_acting = True
        is_done = self._session.clerk.perform(change)
        self._is_acting = False
        if not is_done:
            self._read_standing()
            return
        if given != first:
            self.said.emit(self.tr("The two readings differ; the difference is kept to be settled."))
        self._go_on()

    def _go_on(self) -> None:
        """Take the figure that was read off the list and show the one that follows, round its end."""
        del self._due[self._at]
        self._shown = None
        if not self._due:
            self._read_standing()
            return
        self._at %= len(self._due)
        self._show()

    def _move(self, step: int) -> None:
        if self.is_on:
            self._at = (self._at + step) % len(self._due)
            self._show()

    def _reject(self, text: str) -> None:
        if text.strip():
            self.said.emit(self.tr("“{text}” cannot be read; nothing was changed.").format(text=text))
        else:
            self.said.emit(self.tr("Type the value first."))

    def _leave_report(self, _content: ReportContent | None) -> None:
        if self._paused:
            self.leave()

    def _look_again(self, touched: Touched, _initiator: object) -> None:
        """Read anew what is due where something else than an answer changed the report."""
        if self.is_on and not self._is_acting and self._desk.report_id in touched.report_ids:
            self._read_standing(next(iter(touched.figure_ids), None))

    def _nothing_due(self, standing: Standing) -> str:
        if standing.due:
            return self.tr(
                "What waits for a second reading here was verified by you; others have to read it."
            )
        if standing.differences:
            return self.tr(
                "Nothing is left to read a second time; %n difference(s) wait to be settled.",
                "",
                len(standing.differences),
            )
        return self.tr("Nothing is left here to read a second time.")
