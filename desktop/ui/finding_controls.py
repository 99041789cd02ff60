"""Joins the findings of the report on the desk to header, table, fields and keys."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.core.figures import ReviewedFigure
from desktop.core.finding_lines import finding_line
from desktop.core.findings import StandingFinding
from desktop.core.messages import Language
from desktop.operations.settling_findings import reopen_finding, settle_finding
from desktop.ui.dialogs.finding_dialog import FindingDialog
from desktop.ui.dialogs.opening import open_over
from desktop.ui.panels.finding_line import FindingLine
from desktop.ui.panels.header_bar import HeaderBar
from desktop.ui.panes import Panes

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession


class FindingControls(QObject):
    """Shows the findings, walks the open ones, leads to the figures concerned, and settles."""

    said = Signal(str)

    def __init__(
        self,
        session: "ReviewSession",
        panes: Panes,
        header: HeaderBar,
        actions: Mapping[str, QAction],
        language: Language,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = session.desk
        self._clerk = session.clerk
        self._watch = session.findings
        self._panes = panes
        self._header = header
        self._language = language
        self._window = window
        self._line = FindingLine(language)
        panes.fields.add_line(self._line)
        acts: dict[str, Callable[[], object]] = {
            "next_finding": partial(self.walk, 1),
            "previous_finding": partial(self.walk, -1),
            "finding_figures": self.go_round,
            "settle_finding": self.settle,
            "settle_finding_with_note": self.ask_note,
        }
        for name, act in acts.items():
            actions[name].triggered.connect(_without_arguments(act))
        header.findings_clicked.connect(actions["next_finding"].trigger)
        self._watch.changed.connect(self._show)
        self._watch.heed(self._whereabouts)
        self._desk.figure_shown.connect(self._show_figure)
        self._show()

    def walk(self, step: int) -> None:
        """Go to the next figure with an open finding (step 1) or the one before (-1), round the end."""
        rows, current = self._desk.figures.rows, self._desk.current
        positions = sorted(rows.position_of(each) for each in self._watch.open_ids if rows.is_known(each))
        if not positions:
            self.said.emit(self.tr("There is no open finding in this report."))
            return
        here = -1 if current is None else rows.position_of(current.id)
        at = bisect_right(positions, here) if step > 0 else bisect_left(positions, here) - 1
        self._desk.go_to(rows.ids[positions[at % len(positions)]])

    def go_round(self) -> None:
        """Go to the next of the figures that a finding about the current one concerns."""
        current, standing = self._desk.current, self._meant()
        if current is None or standing is None:
            self.said.emit(self.tr("There is no finding about this figure."))
            return
        finding = standing.finding
        at = finding.figure_ids.index(current.id) + 1
        if at < len(finding.figure_ids):
            self._desk.go_to_first_of([finding.figure_ids[at]])
        elif finding.beside is not None:
            self._desk.open_report(finding.beside.report_id, finding.beside.figure_id)
        else:
            self._desk.go_to_first_of([finding.figure_id])

    def settle(self) -> None:
        """Say that the source is right about the current figure's finding, or take that back."""
        standing = self._meant()
        if not self._panes.fields.flush():
            return
        if standing is None:
            self.said.emit(self.tr("There is no finding about this figure."))
        elif standing.is_open:
            self._settle(standing, "")
        elif self._clerk.perform(reopen_finding(standing.finding)):
            self.said.emit(self.tr("The finding is open again."))

    def ask_note(self) -> None:
        """Ask for a note with which the current figure's finding is settled."""
        standing = self._meant()
        if standing is None or not self._panes.fields.flush():
            self.said.emit(self.tr("There is no finding about this figure."))
            return
        dialog = FindingDialog(finding_line(standing.finding, self._language), self._window)
        dialog.given.connect(partial(self._settle, standing))
        open_over(self._window, dialog)

    def _settle(self, standing: StandingFinding, note: str) -> None:
        if self._clerk.perform(settle_finding(standing.finding, note)):
            left = max(self._watch.open_count - standing.is_open, 0)
            self.said.emit(self.tr("Kept as the source has it; %n finding(s) left open.", "", left))

    def _whereabouts(self) -> tuple[int | None, int]:
        """Return the current figure, and how far the table is scrolled."""
        current = self._desk.current
        return None if current is None else current.id, self._panes.table.verticalScrollBar().value()

    def _meant(self) -> StandingFinding | None:
        current = self._desk.current
        found = self._watch.concerning(current.id) if current is not None else []
        return found[0] if found else None

    def _show(self) -> None:
        self._header.show_findings(self._watch.open_count)
        self._desk.figures.show_findings(frozenset(self._watch.open_ids))
        self._desk.counts_changed.emit(self._desk.figures.rows.counts)
        self._show_figure(self._desk.current)

    def _show_figure(self, figure: ReviewedFigure | None) -> None:
        self._line.show_findings(self._watch.concerning(figure.id) if figure is not None else [])


def _without_arguments(act: Callable[[], object]) -> Callable[..., None]:
    """Return `act` as a slot that takes no notice of whether its action is checked."""

    def slot(*_: object) -> None:
        act()

    return slot
