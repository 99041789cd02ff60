"""What a record of a review is counted from: every figure's verdict in a few columns, and runs by kind."""

from sqlalchemy import Connection, Text, func, select, type_coerce

from db.queries.chunks import PARAMETERS
from db.tables import figures, ledger
from desktop.core.figures import Origin, Verdict
from desktop.core.outputs.tallies import Decision
from desktop.core.sections import LedgerKind

_VERDICT_BY_WORD = {str(verdict): verdict for verdict in Verdict}
_ORIGIN_BY_WORD = {str(origin): origin for origin in Origin}


def decisions(connection: Connection, report_id: int) -> list[Decision]:
    """Return what has been said of each figure of the report."""
    c = figures.c
    words = (type_coerce(c.verdict, Text), type_coerce(c.origin, Text))
    is_hasty = func.coalesce(c.looked_ms < c.needed_ms, False)
    query = select(c.id, *words, c.reason, c.decided_by, c.decided_at, is_hasty)
    found: list[Decision] = []
    for rows in connection.execute(query.where(c.report_id == report_id)).partitions(PARAMETERS):
        found.extend(
            Decision(id_, _VERDICT_BY_WORD[verdict], _ORIGIN_BY_WORD[origin], reason, by, at, bool(hasty))
            for id_, verdict, origin, reason, by, at, hasty in rows
        )
    return found


def runs_by_kind(connection: Connection, report_id: int) -> dict[LedgerKind, int]:
    """Return how many runs of digits of the report are of each kind."""
    c = ledger.c
    query = select(c.kind, func.count()).where(c.report_id == report_id).group_by(c.kind)
    return {LedgerKind(kind): number for kind, number in connection.execute(query)}
