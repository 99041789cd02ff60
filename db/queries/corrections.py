"""Corrections that clerks have made, and the open figures they may be made on too."""

from sqlalchemy import Connection, select

from db.queries.figures import by_ids
from db.tables import figures
from desktop.core.figures import ReviewedFigure, Verdict

_NEWEST = 500


def corrected_elsewhere(connection: Connection, report_id: int) -> list[ReviewedFigure]:
    """Return corrected figures of other reports whose indicators stand in this one, newest first.

    At most a few hundred: a series of reports repeats itself.
    """
    c = figures.c
    here = select(c.read_indicator).where(c.report_id == report_id, c.verdict == Verdict.OPEN)
    query = (
        select(c.id)
        .where(c.verdict == Verdict.CORRECTED, c.report_id != report_id, c.read_indicator.in_(here))
        .order_by(c.decided_at.desc(), c.id.desc())
        .limit(_NEWEST)
    )
    return by_ids(connection, list(connection.scalars(query)))


def open_in(connection: Connection, report_id: int) -> list[ReviewedFigure]:
    """Return the open figures of a report that no clerk has said anything of, in reading order."""
    c = figures.c
    query = select(c.id).where(
        c.report_id == report_id, c.verdict == Verdict.OPEN, c.said_number.is_(None), c.read_indicator != ""
    )
    return by_ids(connection, list(connection.scalars(query.order_by(c.start, c.id))))
