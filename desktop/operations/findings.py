"""The findings of a report as they stand: what the checks notice now, and what clerks have said of it.

Findings are not kept in a workspace: they follow from the figures, so that a correction makes them go by
itself. What is kept is a clerk's word.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from db.queries import figures, findings, reports, sections
from desktop.core.checks.checking import findings_of
from desktop.core.checks.repeated import differences_between
from desktop.core.checks.subjects import CheckedReport, checked_figures
from desktop.core.documents import Document
from desktop.core.extraction.passages import fold
from desktop.core.figures import ReviewedFigure, Verdict
from desktop.core.findings import Finding, FindingState, Settlement, StandingFinding
from desktop.core.layouts import unpack
from desktop.core.reviews import ReportSummary, ReviewedSection

if TYPE_CHECKING:
    from desktop.operations.workspaces import Workspace

MOST_OTHERS = 4
"""With how many reports of its series a report is held together: those next to it in time."""

_NUMBER = re.compile(r"[0-9]+|(?<!\w)[ivx]+(?!\w)")


@dataclass(frozen=True, slots=True)
class CheckedState:
    """The figures of a report with what was noticed of them; `others` are the reports it was held beside.

    `standing` are the findings in the order of the figures they stand at.
    """

    report: CheckedReport
    document: Document
    headings: Mapping[int | None, str]
    figures: tuple[ReviewedFigure, ...]
    found: tuple[Finding, ...] = ()
    between: tuple[Finding, ...] = ()
    others: tuple[CheckedReport, ...] = ()
    standing: tuple[StandingFinding, ...] = ()

    @property
    def report_id(self) -> int:
        """The report."""
        return self.report.id

    @property
    def open_count(self) -> int:
        """How many findings nobody has settled."""
        return sum(1 for each in self.standing if each.is_open)


def check_report(workspace: "Workspace", report_id: int, document: Document | None = None) -> CheckedState:
    """Return a report's own findings; `document` spares reading it. Other reports are not looked at yet."""
    with workspace.reading() as connection:
        return check_report_of(connection, report_id, document)


def check_beside_others(workspace: "Workspace", state: CheckedState) -> CheckedState:
    """Return the same with what the reports next to it in its series say otherwise."""
    with workspace.reading() as connection:
        near = series_near(connection, state.report_id)
        return beside(connection, state, tuple(_checked(connection, summary) for summary in near))


def check_again(
    workspace: "Workspace",
    state: CheckedState,
    figure_ids: Collection[int],
    *,
    is_whole: bool = False,
    has_word: bool = False,
) -> CheckedState:
    """Return how the findings stand after these figures were touched; the same state where nothing changed.

    The rules run again only where one of them says something else now, or stands elsewhere; `is_whole` reads
    all anew, as when figures came or went; `has_word` tells that a clerk said something of findings.
    """
    with workspace.reading() as connection:
        if is_whole:
            fresh = check_report_of(connection, state.report_id, state.document)
            return _stand(connection, replace(fresh, others=state.others), beside=True)
        read = {each.id: each for each in figures.by_ids(connection, sorted(figure_ids))}
        if not any(each.id in read and _differ(each, read[each.id]) for each in state.figures):
            return _stand(connection, state) if has_word else state
        present = tuple(read.get(each.id, each) for each in state.figures)
        report = _report(state.report, present, state.document, state.headings)
        state = replace(state, figures=present, report=report, found=tuple(findings_of(report)))
        return _stand(connection, state, beside=True)


def beside(connection: Connection, state: CheckedState, others: tuple[CheckedReport, ...]) -> CheckedState:
    """Return the same with what `others`, the reports next to it in its series, say otherwise."""
    return _stand(connection, replace(state, others=others), beside=True) if others else state


def check_report_of(connection: Connection, report_id: int, document: Document | None = None) -> CheckedState:
    """Return a report's own findings, read over an open connection."""
    summary = reports.summaries(connection, [report_id])[0]
    document = document or _document(connection, report_id)
    headings = _headings(sections.reviewed(connection, report_id))
    ids = figures.index(connection, report_id).ids
    present = tuple(figures.by_ids(connection, ids))
    empty = CheckedReport(summary.id, summary.name, source_of(summary), ())
    report = _report(empty, present, document, headings)
    state = CheckedState(report, document, headings, present, tuple(findings_of(report)))
    return _stand(connection, state)


def settled_findings(state: CheckedState) -> list[StandingFinding]:
    """Return the findings there were in what the machine had read that went with a correction.

    Each with who corrected one of its figures, and when; the latest of them.
    """
    if not any(each.said is not None or each.verdict is Verdict.DISMISSED for each in state.figures):
        return []
    read = checked_figures(state.figures, state.document, state.headings, as_read=True)
    before = findings_of(CheckedReport(state.report_id, state.report.name, state.report.source, read))
    still = {(each.code, frozenset(each.figure_ids)) for each in state.found}
    by_id = {each.id: each for each in state.figures}
    gone = []
    for finding in before:
        if (finding.code, frozenset(finding.figure_ids)) in still:
            continue
        changed = [by_id[each] for each in finding.figure_ids if _was_changed(by_id[each])]
        last = max((each for each in changed if each.decided_at), key=_decided, default=None)
        if last is not None:
            gone.append(
                StandingFinding(
                    finding,
                    FindingState.CORRECTED,
                    settled_by=last.decided_by,
                    settled_at=last.decided_at,
                )
            )
    return gone


def findings_told_of(state: CheckedState) -> list[StandingFinding]:
    """Return all there is to tell of the findings of a report that was checked beside others."""
    order = {figure.id: at for at, figure in enumerate(state.figures)}
    return sorted((*state.standing, *settled_findings(state)), key=lambda each: order[each.finding.figure_id])


def source_of(summary: ReportSummary) -> str:
    """Return what the reports of one series share: issuer, province and the title without numbers; or ""."""
    title = " ".join(_NUMBER.sub(" ", fold(summary.title)).split())
    if not title:
        return ""
    return "\x1f".join((fold(summary.issuer), fold(summary.province), title))


def series_near(connection: Connection, report_id: int) -> list[ReportSummary]:
    """Return the reports of a report's series that are next to it in time, at most MOST_OTHERS."""
    labels = reports.labels(connection)
    own = next((label for label in labels if label.id == report_id), None)
    if own is None or not own.title:
        return []
    alike = [label.id for label in labels if _is_alike(label.title, own.title)]
    found = reports.summaries(connection, alike)
    wanted = next(source_of(each) for each in found if each.id == report_id)
    series = sorted((each for each in found if source_of(each) == wanted), key=in_time)
    at = next(nth for nth, each in enumerate(series) if each.id == report_id)
    return [series[nth] for nth in next_in_time(at, len(series))]


def next_in_time(at: int, count: int) -> list[int]:
    """Return which of `count` reports in the order of time are next to the one `at`, the nearest first."""
    around = range(max(0, at - MOST_OTHERS), min(count, at + MOST_OTHERS + 1))
    return sorted((nth for nth in around if nth != at), key=lambda nth: (abs(nth - at), nth))[:MOST_OTHERS]


def _is_alike(one: str, other: str) -> bool:
    return _NUMBER.sub("", fold(one)).split() == _NUMBER.sub("", fold(other)).split()


def in_time(summary: ReportSummary) -> tuple[str, int]:
    """Return what the reports of a series are ordered by."""
    return summary.period, summary.id


def _checked(connection: Connection, summary: ReportSummary) -> CheckedReport:
    document = _document(connection, summary.id)
    headings = _headings(sections.reviewed(connection, summary.id))
    present = tuple(figures.by_ids(connection, figures.index(connection, summary.id).ids))
    empty = CheckedReport(summary.id, summary.name, source_of(summary), ())
    return _report(empty, present, document, headings)


def _report(
    named: CheckedReport,
    present: Sequence[ReviewedFigure],
    document: Document,
    headings: Mapping[int | None, str],
) -> CheckedReport:
    return CheckedReport(named.id, named.name, named.source, checked_figures(present, document, headings))


def _document(connection: Connection, report_id: int) -> Document:
    found = reports.text_and_layout(connection, report_id)
    if found is None:
        raise LookupError(report_id)
    text, layout = found
    return unpack(layout, text)


def _headings(found: Sequence[ReviewedSection]) -> dict[int | None, str]:
    return {section.id: section.title for section in found}


def _stand(connection: Connection, state: CheckedState, *, beside: bool = False) -> CheckedState:
    """Return the state with its findings as clerks have settled them."""
    if beside:
        state = replace(state, between=tuple(differences_between(state.report, state.others)))
    said = findings.of_report(connection, state.report_id)
    order = {figure.id: at for at, figure in enumerate(state.report.figures)}
    found = sorted((*state.found, *state.between), key=lambda each: order[each.figure_id])
    return replace(state, standing=tuple(_standing(each, said.get(each.identity)) for each in found))


def _standing(finding: Finding, said: Settlement | None) -> StandingFinding:
    if said is None:
        return StandingFinding(finding)
    return StandingFinding(finding, FindingState.SETTLED, said.note, said.settled_by, said.settled_at)


def _differ(one: ReviewedFigure, other: ReviewedFigure) -> bool:
    """Tell whether a check could see one of two states of a figure otherwise than the other."""
    told = [(each.effective, each.place, each.verdict is Verdict.DISMISSED) for each in (one, other)]
    return told[0] != told[1]


def _was_changed(figure: ReviewedFigure) -> bool:
    return figure.verdict is Verdict.DISMISSED or figure.effective != figure.read


def _decided(figure: ReviewedFigure) -> float:
    return figure.decided_at.timestamp() if figure.decided_at else 0.0
