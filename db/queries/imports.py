"""Writing a report in short transactions: hidden (no digest) until the last one has shown it.

One long transaction over 100,000 rows would keep the clerk's verdicts waiting for seconds.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from db.queries import search
from db.sessions import Session
from db.tables import figures, ledger, reports, sections, sources, texts
from desktop.core.documents import Format


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report as it comes out of the reading process; the text is packed before the transaction begins."""

    name: str
    title: str
    period: str
    format: Format
    data: bytes
    packed_text: bytes
    layout: bytes
    issuer: str = ""
    province: str = ""


def begin(session: Session, report: NewReport) -> int:
    """Insert the report with its bytes and its text, hidden, and return its id."""
    row: dict[str, Any] = {
        "name": report.name,
        "title": report.title,
        "period": report.period,
        "issuer": report.issuer,
        "province": report.province,
        "format": report.format,
        "imported_at": session.at,
        "imported_by": session.who,
    }
    connection = session.connection
    report_id = int(connection.execute(insert(reports).values(**row).returning(reports.c.id)).scalar_one())
    connection.execute(insert(sources).values(report_id=report_id, data=report.data))
    kept = {"text": report.packed_text, "layout": report.layout}
    connection.execute(insert(texts).values(report_id=report_id, **kept))
    return report_id


def finish(connection: Connection, report_id: int, digest: str) -> bool:
    """Show the report; tell False, nothing changed, where another with this digest was faster."""
    same = select(reports.c.id).where(reports.c.digest == digest)
    if connection.scalar(same) is not None:
        return False
    try:
        with connection.begin_nested():
            connection.execute(update(reports).where(reports.c.id == report_id).values(digest=digest))
    except IntegrityError:
        return False
    return True


def unfinished_before(connection: Connection, moment: datetime) -> list[int]:
    """Return the reports whose import began before `moment` and never finished."""
    query = select(reports.c.id).where(reports.c.digest.is_(None), reports.c.imported_at < moment)
    return list(connection.scalars(query))


def discard_some(connection: Connection, report_id: int, rows: int) -> bool:
    """Delete at most about `rows` rows of a report that was never shown; tell whether something is left."""
    hidden = select(reports.c.id).where(reports.c.id == report_id, reports.c.digest.is_(None))
    for table, key in ((ledger, ledger.c.start), (figures, figures.c.id)):
        some = select(key).where(table.c.report_id.in_(hidden)).order_by(key).limit(rows)
        if table is figures:
            search.remove(connection, list(connection.scalars(some)))
        if connection.execute(delete(table).where(table.c.report_id.in_(hidden), key.in_(some))).rowcount:
            return True
    for table in (sections, texts, sources):
        connection.execute(delete(table).where(table.c.report_id.in_(hidden)))
    connection.execute(delete(reports).where(reports.c.id.in_(hidden)))
    return False
