"""How long it takes to check twenty thousand figures, and ten times as many against as many."""

from collections.abc import Iterator
from decimal import Decimal

from desktop.core.checks.checking import findings_of
from desktop.core.checks.subjects import CheckedFigure, CheckedReport, Spot
from desktop.core.figures import Reading, Value
from desktop.core.places import Place
from measures import Measure, best_of

GOAL_S = 1.0
LINEAR = 11.0
_COLUMNS = 10
_PARTS = 8


def measures() -> Iterator[Measure]:
    """Yield the measures on one large table: wholes of some parts each, one in fifty of them wrong."""
    few, many, most = _report(50), _report(2_000), _report(20_000)
    found = len(findings_of(many))
    note = f"{len(many.figures)} figures, {found} findings"
    yield Measure("checks of a report", best_of(3, lambda: findings_of(many)), GOAL_S, note=note)
    small = best_of(3, lambda: findings_of(many))
    yield Measure("checks of ten times as much", best_of(1, lambda: findings_of(most)), LINEAR, small)
    yield Measure("checks of an ordinary report", best_of(3, lambda: findings_of(few)), 0.05)


def _report(rows: int) -> CheckedReport:
    """Return a table of `rows` rows: each ninth one is the sum of the eight below it."""
    figures: list[CheckedFigure] = []
    for first in range(0, rows, _PARTS + 1):
        parts = [
            [Decimal((first * 7 + part * 131 + column * 17) % 9973 + 1000) / 10 for column in range(_COLUMNS)]
            for part in range(_PARTS)
        ]
        whole = [sum(column, Decimal(0)) for column in zip(*parts, strict=True)]
        if first % 50 == 0:
            whole[3] += 9
        for offset, numbers in enumerate((whole, *parts)):
            figures += _row(first + offset, numbers)
    return CheckedReport(1, "", "", tuple(figures))


def _row(row: int, numbers: list[Decimal]) -> Iterator[CheckedFigure]:
    for column, number in enumerate(numbers):
        figure_id = row * _COLUMNS + column + 1
        reading = Reading(Value(number), "tỷ đồng", indicator=f"Mặt hàng {row}", period=str(2001 + column))
        place = Place(figure_id * 10, figure_id * 10 + 6, sheet="1", cell=f"A{figure_id}")
        yield CheckedFigure(figure_id, reading, place, str(number), Spot(0, row, column))
