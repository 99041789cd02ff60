"""The orders in which figures are worked on. No Qt."""

from collections.abc import Sequence
from enum import StrEnum

from desktop.core.figures import Verdict
from desktop.core.reviews import FigureLook
from desktop.ui.models.figure_columns import FigureColumns

_RANKS = {
    verdict: rank
    for rank, verdict in enumerate(
        (Verdict.OPEN, Verdict.DOUBTFUL, Verdict.CORRECTED, Verdict.ACCEPTED, Verdict.DISMISSED)
    )
}
_UNKNOWN = FigureLook("", "", 0.0)


class Order(StrEnum):
    """How the rows stand: as in the text, what needs a look first, what looks the same together, by state."""

    TEXT = "text"
    ATTENTION = "attention"
    SIMILAR = "similar"
    STATE = "state"


ORDERS_OF_WORK = (Order.TEXT, Order.ATTENTION, Order.SIMILAR)
"""The orders a clerk chooses to work in; each figure keeps its place in them whatever its verdict."""


def ordered(columns: FigureColumns, positions: Sequence[int], order: Order) -> Sequence[int]:
    """Return the positions, which are in reading order, in another; equals stay in reading order."""
    match order:
        case Order.TEXT:
            return positions
        case Order.ATTENTION:
            ids = columns.ids
            return sorted(positions, key=lambda at: columns.certainty(ids[at]))
        case Order.SIMILAR:
            return _same_looking_together(columns, positions)
        case Order.STATE:
            verdicts = columns.verdicts
            return sorted(positions, key=lambda at: _RANKS[verdicts[at]])


def _same_looking_together(columns: FigureColumns, positions: Sequence[int]) -> Sequence[int]:
    """Return groups of one unit and kind, as each first comes up in the text, and by magnitude in each."""
    if not columns.looks:
        return positions
    looks, ids = columns.looks, columns.ids
    group_by_look: dict[tuple[str, str], list[tuple[float, float, int]]] = {}
    for at in positions:
        unit, kind, number = looks.get(ids[at], _UNKNOWN)
        group_by_look.setdefault((unit, kind), []).append((abs(number), number, at))
    return [at for group in group_by_look.values() for _, _, at in sorted(group)]
