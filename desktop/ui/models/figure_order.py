"""The orders in which figures are worked on. No Qt."""

from collections.abc import Sequence
from enum import StrEnum

from desktop.core.figures import Verdict
from desktop.ui.models.figure_columns import FigureColumns

_RANKS = {
    verdict: rank
    for rank, verdict in enumerate(
        (Verdict.OPEN, Verdict.DOUBTFUL, Verdict.CORRECTED, Verdict.ACCEPTED, Verdict.DISMISSED)
    )
}
_CERTAIN = 2.0


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
            confidence, ids = columns.confidence_if_uncertain, columns.ids
            return sorted(positions, key=lambda at: confidence.get(ids[at], _CERTAIN))
        case Order.SIMILAR:
            return _same_looking_together(columns, positions)
        case Order.STATE:
            verdicts = columns.verdicts
            return sorted(positions, key=lambda at: _RANKS[verdicts[at]])


def _same_looking_together(columns: FigureColumns, positions: Sequence[int]) -> Sequence[int]:
    """Return groups of one unit and kind, as each first comes up in the text, and by magnitude in each."""
    if not columns.looks:
        return positions
    looks = [columns.looks[columns.ids[at]] for at in positions]
    rank_by_group: dict[tuple[str, str], int] = {}
    ranks = [rank_by_group.setdefault((look.unit, look.kind), len(rank_by_group)) for look in looks]
    keys = [(rank, abs(look.number), look.number) for rank, look in zip(ranks, looks, strict=True)]
    return [positions[at] for at in sorted(range(len(positions)), key=keys.__getitem__)]
