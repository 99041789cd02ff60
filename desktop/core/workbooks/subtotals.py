"""Subtotals of the sheet "Tổng hợp", only where a statistician would add the rows up.

Rows are added where they are levels of one unit, period and frame (additive.py), every figure of their
section has been decided on, and nothing hints that one holds another or that the report states the sum
itself. Where in doubt there is no subtotal. The workbook holds a formula over the cells and what it comes to.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from desktop.core.figures import Kind, Qualifier, ReviewedFigure
from desktop.core.workbooks.additive import (
    Frame,
    Likeness,
    Measure,
    frames_of,
    is_part,
    measure_of,
    says_of_which,
    small,
)
from desktop.core.workbooks.indicators import Column, IndicatorRow, is_plan

_FEWEST_ALIKE = 3
_MOST_ALIKE = 60
_WORDS_BEFORE = 200

_Stated = dict[tuple[str, str], list[Decimal]]


@dataclass(frozen=True, slots=True)
class Subtotal:
    """The sum of some figures, the levels of as many rows, in their order."""

    figures: tuple[ReviewedFigure, ...]
    total: Decimal

    @property
    def unit(self) -> str:
        """Return the unit of every one of them."""
        return self.figures[0].effective.unit


@dataclass(frozen=True, slots=True)
class _Part:
    figure: ReviewedFigure
    frame: Frame

    @property
    def number(self) -> Decimal:
        return self.figure.effective.value.number


class _Alike(NamedTuple):
    """What rows that may be added up have in common."""

    unit: str
    period: str
    likeness: Likeness
    common: tuple[str, ...]


class Subtotals:
    """Finds the subtotals of one report, given its text and all its verified figures."""

    def __init__(self, text: str, figures: Sequence[ReviewedFigure]) -> None:
        self._text = text
        self._figures = figures
        self._levels: _Stated | None = None

    def of_rows(self, rows: Sequence[IndicatorRow]) -> list[Subtotal]:
        """Return the subtotals of rows that stand together, those of the surest parts first."""
        alike: dict[_Alike, list[_Part]] = {}
        wholes: set[tuple[str, str]] = set()
        for row in rows:
            figure = row.at(Column.ACTUAL)
            if figure is None or not _is_amount(figure):
                continue
            reading = figure.effective
            indicator, unit = small(reading.indicator), small(reading.unit)
            if not is_part(indicator):
                wholes.add((unit, reading.period))
                continue
            for frame in frames_of(indicator, unit):
                key = _Alike(unit, reading.period, frame.likeness, frame.common)
                alike.setdefault(key, []).append(_Part(figure, frame))
        return [
            Subtotal(tuple(part.figure for part in parts), _total(parts))
            for key, parts in _each_in_one(alike)
            if (key.unit, key.period) not in wholes and self._are_parts(parts)
        ]

    def _are_parts(self, parts: Sequence[_Part]) -> bool:
        is_disjoint = parts[0].frame.is_disjoint
        measure = measure_of(parts[0].figure.effective.unit)
        different = {part.frame.part for part in parts}
        if len(different) < len(parts) or len(parts) < (2 if is_disjoint else _FEWEST_ALIKE):
            return False
        if not is_disjoint and (measure is Measure.PHYSICAL or _may_hold_one_another(parts)):
            return False
        return not self._is_of_which(parts) and not self._is_stated(parts, measure)

    def _is_of_which(self, parts: Sequence[_Part]) -> bool:
        start = min(part.figure.place.start for part in parts)
        end = max(part.figure.place.end for part in parts)
        return says_of_which(self._text[max(0, start - _WORDS_BEFORE) : end])

    def _is_stated(self, parts: Sequence[_Part], measure: Measure) -> bool:
        """Tell whether the report has the sum as a number of its own, rounded as its numbers are."""
        if self._levels is None:
            self._levels = _stated(self._figures)
        reading, total = parts[0].figure.effective, _total(parts)
        slack = Decimal(0)
        if measure is not Measure.COUNT:
            slack = sum((_last_place(part.number) for part in parts), _last_place(total)) / 2
        levels = self._levels.get((small(reading.unit), reading.period), [])
        at = bisect_left(levels, total - slack)
        return at < len(levels) and levels[at] <= total + slack


def _each_in_one(alike: Mapping[_Alike, list[_Part]]) -> Iterator[tuple[_Alike, list[_Part]]]:
    """Yield the groups of two and more of which no row is in a surer one; nothing is added up twice."""
    taken: set[int] = set()
    for key, parts in sorted(alike.items(), key=lambda group: group[0].likeness.value):
        ids = {part.figure.id for part in parts}
        if len(parts) > 1 and taken.isdisjoint(ids):
            yield key, parts
        if len(parts) > 1:
            taken |= ids


def _is_amount(figure: ReviewedFigure) -> bool:
    """Tell whether a figure is one exact amount of something that can be added up."""
    reading, value = figure.effective, figure.effective.value
    return (
        reading.kind is Kind.LEVEL
        and value.high is None
        and value.of is None
        and value.number >= 0
        and reading.qualifier in (Qualifier.NONE, Qualifier.ABOUT)
        and reading.period != ""
        and measure_of(reading.unit) is not Measure.NONE
        and not is_plan(figure)
    )


def _may_hold_one_another(parts: Sequence[_Part]) -> bool:
    """Tell whether one may be the whole of others: as large as the rest, or the sum of its neighbours."""
    numbers = [part.number for part in parts]
    if len(numbers) > _MOST_ALIKE or 2 * max(numbers) >= sum(numbers):
        return True
    return any(_is_sum_of_neighbours(at, numbers) for at in range(len(numbers)))


def _is_sum_of_neighbours(at: int, numbers: Sequence[Decimal]) -> bool:
    """Tell whether a number is what two or more right behind it, or right before it, come to."""
    for neighbours in (numbers[at + 1 :], numbers[:at][::-1]):
        total = slack = Decimal(0)
        for count, number in enumerate(neighbours, start=1):
            total += number
            slack += _last_place(number) / 2
            if count > 1 and abs(total - numbers[at]) <= slack:
                return True
    return False


def _total(parts: Iterable[_Part]) -> Decimal:
    return sum((part.number for part in parts), Decimal(0))


def _last_place(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _stated(figures: Iterable[ReviewedFigure]) -> _Stated:
    levels: _Stated = {}
    for figure in figures:
        reading = figure.effective
        if reading.kind is Kind.LEVEL and reading.value.of is None:
            levels.setdefault((small(reading.unit), reading.period), []).append(reading.value.number)
    for numbers in levels.values():
        numbers.sort()
    return levels
