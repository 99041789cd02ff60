"""The log: appended to and read, nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, func, select

from db.queries.chunks import insert_rows
from db.sessions import Session
from db.tables import log, reports
from desktop.core.reviews import LogEntry

_LINES_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A line to append; who and when come from the session."""

    action: str
    report_id: int | None = None
    figure_id: int | None = None
    section_id: int | None = None
    place: str = ""
    old: dict[str, str] = field(default_factory=dict)
    new: dict[str, str] = field(default_factory=dict)


class LogMark(NamedTuple):
    """What a line of the log is about."""

    id: int
    at: datetime
    report_id: int | None
    figure_id: int | None


def append(session: Session, entries: Sequence[NewEntry]) -> None:
    """Append `entries` in order."""
    insert_rows(
        session.connection,
        log,
        [
            {
                "at": session.at,
                "who": session.who,
                "action": entry.action,
                "report_id": entry.report_id,
                "figure_id": entry.figure_id,
                "section_id": entry.section_id,
                "place": entry.place,
                "old": entry.old,
                "new": entry.new,
            }
            for entry in entries
        ],
    )


def entries(connection: Connection, report_id: int | None = None) -> list[LogEntry]:
    """Return the log of one report or of the workspace, oldest first."""
    query = _lines()
    return _entries(connection, query if report_id is None else query.where(log.c.report_id == report_id))


def of_action(connection: Connection, action: str) -> list[LogEntry]:
    """Return the lines that tell of one action, oldest first."""
    return _entries(connection, _lines().where(log.c.action == action))


def after(connection: Connection, entry_id: int) -> list[LogEntry]:
    """Return the lines that came after the one with this number, oldest first."""
    return _entries(connection, _lines().where(log.c.id > entry_id))


def each(connection: Connection) -> Iterator[LogEntry]:
    """Yield the log of the workspace, oldest first, without holding more than some lines of it."""
    query = _lines().execution_options(yield_per=_LINES_AT_ONCE)
    return map(_entry, connection.execute(query))


def of_figure(connection: Connection, figure_id: int) -> list[LogEntry]:
    """Return the log of one figure, oldest first."""
    return _entries(connection, _lines().where(log.c.figure_id == figure_id))


def since(connection: Connection, log_id: int) -> list[LogMark]:
    """Return what the lines after `log_id` are about, in their order; all that is there may be few."""
    c = log.c
    query = select(c.id, c.at, c.report_id, c.figure_id).where(c.id > log_id).order_by(c.id)
    return [LogMark(*row) for row in connection.execute(query)]


def latest_id(connection: Connection) -> int:
    """Return the number of the latest line, 0 where there is none."""
    return connection.scalar(select(func.max(log.c.id))) or 0


def _lines() -> Select[Any]:
    return select(log, reports.c.name).outerjoin(reports, log.c.report_id == reports.c.id).order_by(log.c.id)


def _entries(connection: Connection, query: Select[Any]) -> list[LogEntry]:
    return [_entry(row) for row in connection.execute(query)]


def _entry(row: Row[Any]) -> LogEntry:
    return LogEntry(
        id=row.id,
        at=row.at,
        who=row.who,
        action=row.action,
        report_id=row.report_id,
        report_name=row.name or "",
        figure_id=row.figure_id,
        place=row.place,
        old=row.old,
        new=row.new,
    )
