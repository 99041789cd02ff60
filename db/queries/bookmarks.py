"""Where each clerk was, in each report and last."""

from sqlalchemy import Connection, select

from db.queries.upserts import insert_or_update
from db.sessions import Session
from db.tables import bookmarks, figures
from desktop.core.reviews import Bookmark


def of(connection: Connection, who: str, report_id: int | None = None) -> Bookmark | None:
    """Return where `who` was in the report, or in whichever report they were last."""
    c = bookmarks.c
    query = select(c.report_id, c.figure_id).where(c.who == who)
    if report_id is not None:
        query = query.where(c.report_id == report_id)
    row = connection.execute(query.order_by(c.at.desc()).limit(1)).one_or_none()
    return None if row is None else Bookmark(row.report_id, row.figure_id)


def put(session: Session, report_id: int, figure_id: int | None) -> None:
    """Remember where the session's clerk is; at no figure where that one is gone by now."""
    there = session.connection.scalar(select(figures.c.id).where(figures.c.id == figure_id))
    row = {"who": session.who, "report_id": report_id, "figure_id": there, "at": session.at}
    insert_or_update(session.connection, bookmarks, row)
