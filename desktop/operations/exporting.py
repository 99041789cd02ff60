"""Handing on what was verified, and nothing else, as a workbook."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from db.queries import figures, logs, reports, rereading, sections
from db.schema import SchemaState, state_of_file
from db.sessions import Session
from db.troubles import refusing
from desktop.core.errors import RefusalCode, refuse
from desktop.core.reviews import ReportSummary
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


def export(workspace: Workspace, out: Path) -> Exported:
    """Write the verified figures of all reports to `out`; raise RefusedError, `out` as it was, on trouble."""
    from desktop.core.workbooks.summary import write_workbook

    _spare_workspaces(out)
    content = collect(workspace)
    write_workbook(content, out)
    summaries = tuple(report.summary for report in content.reports)
    number = sum(len(report.figures) for report in content.reports)
    done = Exported(number, content.left_out.total, out, summaries)
    workspace.write(lambda session: _log(session, done))
    return done


def collect(workspace: Workspace) -> WorkbookContent:
    """Return all that the workbook tells, as it is at one moment."""
    with workspace.reading() as connection:
        return WorkbookContent(
            title=TITLE,
            workspace=workspace.name,
            exported_at=datetime.now(UTC),
            who=workspace.who,
            reports=tuple(_report(connection, summary) for summary in reports.summaries(connection)),
            log=tuple(logs.entries(connection)),
        )


def _spare_workspaces(out: Path) -> None:
    """Refuse to write over a workspace, this one or any other."""
    with refusing(out.name):
        is_workspace = out.is_file() and state_of_file(out) not in (SchemaState.EMPTY, SchemaState.FOREIGN)
    if is_workspace:
        raise refuse(RefusalCode.CANNOT_WRITE, out.name, error="doichieu")


def _report(connection: Connection, summary: ReportSummary) -> ReportContent:
    verified = figures.by_ids(connection, figures.verified_ids(connection, summary.id))
    found = reports.text_and_layout(connection, summary.id)
    progress = summary.progress
    return ReportContent(
        summary=summary,
        sections=tuple(sections.reviewed(connection, summary.id)),
        figures=tuple(verified),
        left_out=LeftOut(progress.open, progress.doubtful, progress.dismissed),
        text=found[0] if found else "",
        second_readings=tuple(rereading.readings(connection, summary.id)),
    )


def _log(session: Session, done: Exported) -> None:
    told = {"file": done.path.name, "figures": str(done.figures), "left_out": str(done.left_out)}
    logs.append(session, [logs.NewEntry("export", new=told)])
