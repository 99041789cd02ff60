"""The words that figures are described with, to complete what a clerk types."""

from collections import Counter

from sqlalchemy import Column, Connection, func, select

from db.tables import figures
from desktop.core.reviews import Vocabulary

_MOST = 2_000


def vocabulary(connection: Connection, report_id: int) -> Vocabulary:
    """Return the units and indicators of a report, then those said in the workspace, the commonest first."""
    c = figures.c
    return Vocabulary(
        units=_words(connection, report_id, c.said_unit, c.read_unit),
        indicators=_words(connection, report_id, c.said_indicator, c.read_indicator),
    )


def _words(connection: Connection, report_id: int, said: Column[str], read: Column[str]) -> tuple[str, ...]:
    here: Counter[str] = Counter()
    effective = func.coalesce(said, read)
    query = select(effective, func.count()).where(figures.c.report_id == report_id).group_by(effective)
    here.update({word: number for word, number in connection.execute(query) if word})
    anywhere = (
        select(said, func.count()).where(said.is_not(None)).group_by(said).order_by(func.count().desc())
    )
    known = [word for word, _ in here.most_common(_MOST)]
    return tuple(
        dict.fromkeys([*known, *(word for word, _ in connection.execute(anywhere.limit(_MOST)) if word)])
    )
