"""Collects the record of a review, as it is at one moment."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from db.queries import figures, passages, recording, reports, rereading, sections, tags
from desktop.core.figures import Origin, ReviewedFigure, Verdict
from desktop.core.findings import StandingFinding
from desktop.core.outputs.records import FindingTally, ReportRecord, ReviewRecord
from desktop.core.outputs.tallies import FigureTally, RunTally, SecondTally, reviewers
from desktop.core.reviews import ReportSummary
from desktop.core.tags import tag_tree
from desktop.core.tags_in_force import TagsInForce
from desktop.core.workbooks.identity import FigureMark, workbook_digest
from desktop.operations.findings_of_all import findings_of_all
from desktop.operations.workspaces import Workspace


@dataclass(frozen=True, slots=True)
class _Found:
    """A report's record, and the marks of its verified figures."""

    record: ReportRecord
    marks: tuple[FigureMark, ...]


def collect_record(workspace: Workspace, only_tags: Sequence[str] = (), office: str = "") -> ReviewRecord:
    """Return the record of all reports, with `only_tags` of the figures alone for which one is in force."""
    with workspace.reading() as connection:
        tree = tag_tree(tags.office(connection))
        wanted = frozenset(key for tag in only_tags for key in tree.below(tag)) if only_tags else None
        found = list(_reports(connection, wanted))
    return ReviewRecord(
        workspace=workspace.name,
        at=datetime.now(UTC),
        who=workspace.who,
        reports=tuple(each.record for each in found),
        digest=workbook_digest(mark for each in found for mark in each.marks),
        office=office,
        only_tags=tuple(map(tree.name, only_tags)),
    )


def _reports(connection: Connection, wanted: AbstractSet[str] | None) -> Iterator[_Found]:
    summaries = reports.summaries(connection)
    shown_by_id = {
        summary.id: None if wanted is None else _figures_under(connection, summary.id, wanted)
        for summary in summaries
    }
    recorded = [each for each in summaries if shown_by_id[each.id] is None or shown_by_id[each.id]]
    told = findings_of_all(connection, summaries, frozenset(each.id for each in recorded))
    for summary in recorded:
        yield _found(connection, summary, shown_by_id[summary.id], told[summary.id])


def _figures_under(connection: Connection, report_id: int, wanted: AbstractSet[str]) -> AbstractSet[int]:
    force = TagsInForce(sections.reviewed(connection, report_id), passages.of_report(connection, report_id))
    return frozenset(force.figure_ids(figures.index(connection, report_id), wanted))


def _found(
    connection: Connection,
    summary: ReportSummary,
    shown: AbstractSet[int] | None,
    told: Sequence[StandingFinding],
) -> _Found:
    decided = [
        each
        for each in recording.decisions(connection, summary.id)
        if shown is None or each.figure_id in shown
    ]
    verified = figures.by_ids(connection, _verified(connection, summary.id, shown))
    second = [
        each
        for each in rereading.readings(connection, summary.id)
        if shown is None or each.figure_id in shown
    ]
    runs = RunTally.of(recording.runs_by_kind(connection, summary.id), summary.progress.ledger_open)
    record = ReportRecord(
        summary=summary,
        figures=FigureTally.of(decided),
        runs=runs,
        reviewers=reviewers(decided),
        second=SecondTally.of(second),
        corrections=tuple(filter(_is_correction, verified)),
        findings=_findings(told, shown),
    )
    marks = (FigureMark.of(summary.digest, figure.id, figure.effective) for figure in verified)
    return _Found(record, tuple(marks))


def _findings(told: Sequence[StandingFinding], shown: AbstractSet[int] | None) -> FindingTally:
    about = [each for each in told if shown is None or not shown.isdisjoint(each.finding.figure_ids)]
    return FindingTally(len(about), sum(not each.is_open for each in about))


def _verified(connection: Connection, report_id: int, shown: AbstractSet[int] | None) -> list[int]:
    verified = figures.verified_ids(connection, report_id)
    return [each for each in verified if shown is None or each in shown]


def _is_correction(figure: ReviewedFigure) -> bool:
    return figure.verdict is Verdict.CORRECTED and figure.origin is Origin.MACHINE
