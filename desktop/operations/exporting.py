"""Handing on what was verified, and nothing else, as a workbook."""

import contextlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from db.queries import figures, logs, notes, passages, reports, rereading, sections, tags
from db.schema import SchemaState, state_of_file
from db.sessions import Session
from db.troubles import refusing
from desktop.core.errors import RefusalCode, refuse
from desktop.core.figures import Verdict
from desktop.core.findings import StandingFinding
from desktop.core.layouts import Extent, extent_of
from desktop.core.reviews import FigureIndex, ReportSummary
from desktop.core.tags import TagTree, tag_tree
from desktop.core.tags_in_force import TagsInForce
from desktop.core.workbooks.alterations import AlterationCount
from desktop.core.workbooks.content import (
    DrawPage,
    ExportOptions,
    LeftOut,
    ReportContent,
    Reviewer,
    WorkbookContent,
)
from desktop.core.workbooks.watching import IsCancelled, OnProgress, Watch, stretch
from desktop.operations.findings_of_all import findings_of_all
from desktop.operations.reports_on_demand import LogOnDemand, ReportsOnDemand
from desktop.operations.unclaimed import ledger_content
from desktop.operations.workspaces import Workspace

if TYPE_CHECKING:
    from desktop.core.isolation.analysis import PageImage

TITLE = "Tổng hợp số liệu đã xác nhận"

_AS_USUAL = ExportOptions()
_FINDINGS_READ = 0.3
"""Which share of an export is done when the findings of all reports are read."""


@dataclass(frozen=True, slots=True)
class Exported:
    """How many figures of `reports` the file at `path` holds, how many were left out, and the digest.

    The digest is over all its figures, as identity.py makes it. `remarks` tells how many cells of a workbook
    hold something else than they were given, because Excel cannot hold that; `replaced` counts the places at
    which letters were replaced that another form cannot hold.
    """

    figures: int
    left_out: int
    path: Path
    reports: tuple[ReportSummary, ...] = ()
    digest: str = ""
    replaced: int = 0
    remarks: tuple[AlterationCount, ...] = ()


def export(
    workspace: Workspace,
    out: Path,
    only_tags: Sequence[str] = (),
    *,
    options: ExportOptions = _AS_USUAL,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Exported:
    """Write the verified figures of all reports to `out`; raise RefusedError, `out` as it was, on trouble.

    With `only_tags` those alone for which one of these tags, or one below it, is in force. `options` are what
    the clerk chose of the workbook's form. `on_progress` is told shares from 0 to 1; where `is_cancelled`
    says so, WritingCancelledError is raised, `out` as it was.
    """
    from desktop.core.workbooks.summary import write_workbook

    spare_workspaces(out)
    with workspace.reading() as connection, _drawing(workspace, options) as draw:
        watch = Watch(
            stretch(on_progress, 0, _FINDINGS_READ), is_cancelled, expected=len(reports.labels(connection))
        )
        content, found = _content(connection, workspace, only_tags, options, watch)
        written = write_workbook(
            replace(content, draw=draw),
            out,
            on_progress=stretch(on_progress, _FINDINGS_READ, 1),
            is_cancelled=is_cancelled,
        )
        left_out = content.left_out.total
    done = Exported(
        found.figures, left_out, out, tuple(found.summaries), written.digest, remarks=written.altered
    )
    workspace.write(lambda session: _log(session, done, only_tags))
    return done


def collect(
    workspace: Workspace,
    only_tags: Sequence[str] = (),
    *,
    options: ExportOptions = _AS_USUAL,
    watch: Watch | None = None,
) -> WorkbookContent:
    """Return all that the workbook tells, as it is at one moment, held in memory.

    `watch` is told of every report whose findings were read.
    """
    with workspace.reading() as connection:
        content, found = _content(connection, workspace, only_tags, options, watch or Watch())
        return replace(content, reports=tuple(found), log=tuple(content.log))


def _content(
    connection: Connection,
    workspace: Workspace,
    only_tags: Sequence[str],
    options: ExportOptions,
    watch: Watch,
) -> tuple[WorkbookContent, ReportsOnDemand]:
    """Return all that the workbook tells, and its reports apart, read when they are asked for.

    The findings are read at once: reports are held beside one another for them.
    """
    tree = tag_tree(tags.office(connection))
    wanted = frozenset(key for tag in only_tags for key in tree.below(tag)) if only_tags else None
    summaries = reports.summaries(connection)
    told = [_told(connection, summary, wanted) for summary in summaries]
    if wanted is not None:
        told = [each for each in told if each.figures or each.left_out.total]
    told_findings = findings_of_all(
        connection, summaries, frozenset(each.summary.id for each in told), partial(watch.count, 1)
    )
    importers = {line.report_id: line.who for line in logs.of_action(connection, "import")}
    found = ReportsOnDemand(
        [each.summary for each in told],
        lambda summary: _report(
            connection, summary, wanted, importers.get(summary.id, ""), told_findings.pop(summary.id, [])
        ),
    )
    content = WorkbookContent(
        title=TITLE,
        workspace=workspace.name,
        exported_at=datetime.now(UTC),
        who=workspace.who,
        reports=found,
        log=LogOnDemand(lambda: logs.each(connection)),
        tags=tree,
        only_tags=tuple(only_tags),
        options=options,
        counted=sum((each.left_out for each in told), LeftOut()),
        expected_figures=sum(each.figures for each in told),
    )
    return content, found


@dataclass(frozen=True, slots=True)
class _Told:
    """A report of the workbook: how many verified figures it has, and what is left out."""

    summary: ReportSummary
    figures: int
    left_out: LeftOut


def _told(connection: Connection, summary: ReportSummary, wanted: frozenset[str] | None) -> _Told:
    if wanted is None:
        progress = summary.progress
        return _Told(
            summary, progress.verified, LeftOut(progress.open, progress.doubtful, progress.dismissed)
        )
    force = TagsInForce(sections.reviewed(connection, summary.id), passages.of_report(connection, summary.id))
    index = figures.index(connection, summary.id)
    shown = frozenset(force.figure_ids(index, wanted))
    left_out = _left_out(index, shown)
    return _Told(summary, len(shown) - left_out.total, left_out)


def known_tags(workspace: Workspace, words: Sequence[str]) -> tuple[str, ...]:
    """Return the keys of tags given by key or name, accents and case aside; refuse one that is not there."""
    with workspace.reading() as connection:
        tree = tag_tree(tags.office(connection))
    return tuple(_known(tree, each, workspace.name) for each in words)


def _known(tree: TagTree, words: str, subject: str) -> str:
    tag = tree.find(words)
    if tag is None:
        raise refuse(RefusalCode.TAG_UNKNOWN, subject, tag=words)
    return tag.key


def spare_workspaces(out: Path) -> None:
    """Refuse to write over a workspace, this one or any other."""
    with refusing(out.name):
        is_workspace = out.is_file() and state_of_file(out) not in (SchemaState.EMPTY, SchemaState.FOREIGN)
    if is_workspace:
        raise refuse(RefusalCode.CANNOT_WRITE, out.name, error="doichieu")


@contextlib.contextmanager
def _drawing(workspace: Workspace, options: ExportOptions) -> Iterator[DrawPage | None]:
    """Yield what draws the pages of reports, in the reading process; None where no pictures are wanted."""
    from desktop.core.isolation.process import ReadingProcess

    if not options.has_pictures:
        yield None
        return
    last: tuple[int, bytes] = (0, b"")

    def draw(report_id: int, page: int, scale: float) -> "PageImage":
        nonlocal last
        if last[0] != report_id:
            last = report_id, workspace.source(report_id)
        return process.render(last[1], page, scale)

    with ReadingProcess() as process:
        yield draw


def _report(
    connection: Connection,
    summary: ReportSummary,
    wanted: frozenset[str] | None,
    imported_by: str,
    told: Sequence[StandingFinding],
) -> ReportContent:
    """Return a report's content, of figures alone that one of the `wanted` tags is in force for."""
    text, layout = reports.text_and_layout(connection, summary.id) or ("", b"")
    outline = tuple(sections.reviewed(connection, summary.id))
    tagged = tuple(passages.of_report(connection, summary.id))
    index = figures.index(connection, summary.id)
    force = TagsInForce(outline, tagged)
    shown = None if wanted is None else frozenset(force.figure_ids(index, wanted))
    verified = figures.verified_ids(connection, summary.id)
    kept = [each for each in verified if shown is None or each in shown]
    noted = notes.of_report(connection, summary.id)

    def is_wanted(section_id: int | None, start: int) -> bool:
        return wanted is None or not wanted.isdisjoint(force.of_figure(section_id, start))

    return ReportContent(
        summary=summary,
        sections=outline,
        figures=tuple(figures.by_ids(connection, kept)),
        left_out=_left_out(index, shown),
        text=text,
        passages=tagged,
        notes=tuple(note for note in noted if shown is None or note.figure_id in shown),
        second_readings=tuple(rereading.readings(connection, summary.id)),
        findings=tuple(each for each in told if _is_about(each, shown)),
        ledger=ledger_content(connection, summary, text, outline, index, is_wanted),
        extent=_extent(layout),
        reviewers=_reviewers(index, shown),
        imported_by=imported_by,
    )


def _is_about(standing: StandingFinding, shown: frozenset[int] | None) -> bool:
    return shown is None or not shown.isdisjoint(standing.finding.figure_ids)


def _extent(layout: bytes) -> Extent:
    try:
        return extent_of(layout)
    except ValueError:
        return Extent()


def _reviewers(index: FigureIndex, shown: frozenset[int] | None) -> tuple[Reviewer, ...]:
    pairs = zip(index.ids, index.reviewers, strict=True)
    counted = Counter(who for figure_id, who in pairs if who and (shown is None or figure_id in shown))
    return tuple(Reviewer(name, number) for name, number in counted.most_common())


def _left_out(index: FigureIndex, shown: frozenset[int] | None) -> LeftOut:
    pairs = zip(index.ids, index.verdicts, strict=True)
    counted = Counter(verdict for figure_id, verdict in pairs if shown is None or figure_id in shown)
    return LeftOut(counted[Verdict.OPEN], counted[Verdict.DOUBTFUL], counted[Verdict.DISMISSED])


def _log(session: Session, done: Exported, only_tags: Sequence[str]) -> None:
    told = {"file": done.path.name, "figures": str(done.figures), "left_out": str(done.left_out)}
    told["digest"] = done.digest
    if only_tags:
        told["only_tags"] = ", ".join(only_tags)
    logs.append(session, [logs.NewEntry("export", new=told)])
