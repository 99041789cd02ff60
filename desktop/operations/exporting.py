"""Handing on what was verified, and nothing else, as a workbook."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from db.queries import figures, logs, notes, passages, reports, rereading, sections, tags
from db.schema import SchemaState, state_of_file
from db.sessions import Session
from db.troubles import refusing
from desktop.core.errors import RefusalCode, refuse
from desktop.core.figures import Verdict
from desktop.core.findings import StandingFinding
from desktop.core.reviews import FigureIndex, ReportSummary
from desktop.core.tags import TagTree, tag_tree
from desktop.core.tags_in_force import TagsInForce
from desktop.core.workbooks.content import LeftOut, ReportContent, WorkbookContent
from desktop.operations.workspaces import Workspace

TITLE = "Tổng hợp số liệu đã xác nhận"


@dataclass(frozen=True, slots=True)
class Exported:
    """How many figures of `reports` the workbook at `path` holds, and how many were left out."""

    figures: int
    left_out: int
    path: Path
    reports: tuple[ReportSummary, ...] = ()


def export(workspace: Workspace, out: Path, only_tags: Sequence[str] = ()) -> Exported:
    """Write the verified figures of all reports to `out`; raise RefusedError, `out` as it was, on trouble.

    With `only_tags` those alone for which one of these tags, or one below it, is in force.
    """
    from desktop.core.workbooks.summary import write_workbook

    _spare_workspaces(out)
    content = collect(workspace, only_tags)
    write_workbook(content, out)
    summaries = tuple(report.summary for report in content.reports)
    number = sum(len(report.figures) for report in content.reports)
    done = Exported(number, content.left_out.total, out, summaries)
    workspace.write(lambda session: _log(session, done, content.only_tags))
    return done


def collect(workspace: Workspace, only_tags: Sequence[str] = ()) -> WorkbookContent:
    """Return all that the workbook tells, as it is at one moment."""
    with workspace.reading() as connection:
        tree = tag_tree(tags.office(connection))
        wanted = frozenset(key for tag in only_tags for key in tree.below(tag)) if only_tags else None
        found = (_report(connection, summary, wanted) for summary in reports.summaries(connection))
        return WorkbookContent(
            title=TITLE,
            workspace=workspace.name,
            exported_at=datetime.now(UTC),
            who=workspace.who,
            reports=tuple(report for report in found if wanted is None or _has_figures(report)),
            log=tuple(logs.entries(connection)),
            tags=tree,
            only_tags=tuple(only_tags),
        )


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


def _spare_workspaces(out: Path) -> None:
    """Refuse to write over a workspace, this one or any other."""
    with refusing(out.name):
        is_workspace = out.is_file() and state_of_file(out) not in (SchemaState.EMPTY, SchemaState.FOREIGN)
    if is_workspace:
        raise refuse(RefusalCode.CANNOT_WRITE, out.name, error="doichieu")


def _report(connection: Connection, summary: ReportSummary, wanted: frozenset[str] | None) -> ReportContent:
    """Return a report's content, of figures alone that one of the `wanted` tags is in force for."""
    from desktop.operations.findings import findings_told

    found = reports.text_and_layout(connection, summary.id)
    outline = tuple(sections.reviewed(connection, summary.id))
    tagged = tuple(passages.of_report(connection, summary.id))
    index = figures.index(connection, summary.id)
    shown = None if wanted is None else frozenset(TagsInForce(outline, tagged).figure_ids(index, wanted))
    verified = figures.verified_ids(connection, summary.id)
    kept = [each for each in verified if shown is None or each in shown]
    noted = notes.of_report(connection, summary.id)
    return ReportContent(
        summary=summary,
        sections=outline,
        figures=tuple(figures.by_ids(connection, kept)),
        left_out=_left_out(index, shown),
        text=found[0] if found else "",
        passages=tagged,
        notes=tuple(note for note in noted if shown is None or note.figure_id in shown),
        second_readings=tuple(rereading.readings(connection, summary.id)),
        findings=tuple(each for each in findings_told(connection, summary.id) if _is_about(each, shown)),
    )


def _is_about(standing: StandingFinding, shown: frozenset[int] | None) -> bool:
    return shown is None or not shown.isdisjoint(standing.finding.figure_ids)


def _left_out(index: FigureIndex, shown: frozenset[int] | None) -> LeftOut:
    pairs = zip(index.ids, index.verdicts, strict=True)
    counted = Counter(verdict for figure_id, verdict in pairs if shown is None or figure_id in shown)
    return LeftOut(counted[Verdict.OPEN], counted[Verdict.DOUBTFUL], counted[Verdict.DISMISSED])


def _has_figures(report: ReportContent) -> bool:
    return bool(report.figures or report.left_out.total)


def _log(session: Session, done: Exported, only_tags: Sequence[str]) -> None:
    told = {"file": done.path.name, "figures": str(done.figures), "left_out": str(done.left_out)}
    if only_tags:
        told["only_tags"] = ", ".join(only_tags)
    logs.append(session, [logs.NewEntry("export", new=told)])
