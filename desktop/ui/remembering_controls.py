"""Offers what was put right once for the other figures it fits, in this report and in the next ones."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.core.corrections import Proposal, correction_of
from desktop.core.figures import ReviewedFigure, Verdict
from desktop.core.reviews import Touched
from desktop.operations.remembering import proposals_from_before, proposals_like, take_over
from desktop.ui.dialogs.opening import open_over
from desktop.ui.dialogs.proposals_dialog import ProposalsDialog
from desktop.ui.panes import Panes
from desktop.ui.report_content import ReportContent
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession


class RememberingControls(QObject):
    """Looks for figures that a correction fits, shows how many there are, and lists them on demand."""

    said = Signal(str)

    def __init__(self, session: "ReviewSession", panes: Panes, action: QAction, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._desk = session.desk
        self._panes = panes
        self._window = window
        self._proposals: list[Proposal] = []
        self._declined: set[tuple[int, str]] = set()
        action.triggered.connect(self.ask)
        panes.proposal_bar.wanted.connect(self.ask)
        panes.proposal_bar.declined.connect(self.decline)
        self._look_before(session.desk.content)
        session.desk.report_shown.connect(self._look_before)
        session.hub.touched.connect(self._look_after)

    def ask(self) -> None:
        """List what is offered, to be ticked and taken over."""
        if not self._proposals:
            self.said.emit(self.tr("There is nothing to put right alike."))
            return
        dialog = ProposalsDialog(self._proposals, self._window)
        dialog.taken.connect(self._take)
        dialog.finished.connect(self._panes.table.setFocus)
        open_over(self._window, dialog)

    def decline(self) -> None:
        """Offer these no more."""
        self._declined.update(map(_mark, self._proposals))
        self._offer([])

    def _take(self, ticked: Sequence[Proposal]) -> None:
        self._declined.update(_mark(each) for each in self._proposals if each not in ticked)
        self._session.clerk.perform(take_over(ticked))
        self._offer([])
        self.said.emit(self.tr("%n figure(s) put right alike; they stay open.", "", len(ticked)))

    def _look_before(self, content: ReportContent | None) -> None:
        """A report was opened: look at what was corrected in others."""
        self._offer([])
        if content is not None:
            workspace, report_id = self._session.workspace, content.report_id
            self._look(report_id, lambda: proposals_from_before(workspace, report_id))

    def _look_after(self, touched: Touched, initiator: object) -> None:
        """One figure was corrected: look for others like it."""
        corrected = self._corrected(touched) if initiator is self._session.clerk else None
        if corrected is not None:
            workspace = self._session.workspace
            self._look(corrected.report_id, lambda: proposals_like(workspace, corrected))
        elif self._proposals and touched.figure_ids:
            gone = set(touched.figure_ids)
            self._offer([each for each in self._proposals if each.figure.id not in gone])

    def _corrected(self, touched: Touched) -> ReviewedFigure | None:
        if len(touched.figure_ids) != 1:
            return None
        figure = self._desk.figures.figure(touched.figure_ids[0])
        is_lesson = figure is not None and correction_of(figure) is not None
        return figure if figure and is_lesson and figure.verdict is Verdict.CORRECTED else None

    def _look(self, report_id: int, search: Callable[[], list[Proposal]]) -> None:
        def read(_task: Task) -> list[Proposal]:
            return search()

        def show(found: list[Proposal]) -> None:
            if report_id == self._desk.report_id:
                self._offer([each for each in found if _mark(each) not in self._declined])

        self._session.runner.start_later(read, show, self._desk.failed.emit)

    def _offer(self, proposals: list[Proposal]) -> None:
        self._proposals = proposals
        text = ""
        if proposals:
            text = self.tr("%n open figure(s) can be put right as before.", "", len(proposals))
        self._panes.proposal_bar.show_offer(text)


def _mark(proposal: Proposal) -> tuple[int, str]:
    return proposal.figure.id, repr(proposal.reading)
