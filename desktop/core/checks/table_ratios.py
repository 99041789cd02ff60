"""Ratios and changes in tables that do not fit the levels of their row.

A column is held to be what its header says only where nearly all of its rows fit: growth at constant prices
stands beside amounts at current ones, and does not follow from them.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from desktop.core.checks.amounts import is_plain
from desktop.core.checks.comparing import due_amounts, is_met
from desktop.core.checks.limits import limits, words
from desktop.core.checks.periods import period_of
from desktop.core.checks.subjects import CheckedFigure, CheckedReport, CheckedTable
from desktop.core.extraction.passages import fold
from desktop.core.extraction.tables.periods import Period
from desktop.core.figures import Base, Kind
from desktop.core.findings import Finding, FindingCode

_COMPARED = (Kind.CHANGE, Kind.RATIO)
_PART = " – "


class Comparison(NamedTuple):
    """A change or ratio with the level it tells of and what that is measured against."""

    told: CheckedFigure
    level: CheckedFigure
    base: CheckedFigure


def table_ratios(report: CheckedReport) -> Iterator[Finding]:
    """Yield the changes and ratios in tables that do not follow from the levels beside them."""
    for table in report.tables:
        by_column: dict[tuple[int, Base], list[Comparison]] = {}
        for found in _comparisons(table):
            if found.told.spot is not None:
                key = (found.told.spot.column, found.told.reading.base)
                by_column.setdefault(key, []).append(found)
        for comparisons in by_column.values():
            yield from misfits(report.id, comparisons)


def misfits(report_id: int, comparisons: Iterable[Comparison]) -> Iterator[Finding]:
    """Yield those of one column that do not fit, where nearly all others do."""
    fits, misses = 0, []
    for each in comparisons:
        due = due_amounts(*each)
        if not due:
            continue
        if is_met(each.told, due):
            fits += 1
        else:
            misses.append((each, due))
    if fits < limits().fitting_rows or fits < (fits + len(misses)) * limits().fitting_share:
        return
    for each, due in misses:
        yield comparison_finding(report_id, each, due[0].middle)


def comparison_finding(report_id: int, each: Comparison, expected: Decimal) -> Finding:
    """Return the finding that a change or ratio is not what it would have to be."""
    code = FindingCode.CHANGE if each.told.reading.kind is Kind.CHANGE else FindingCode.RATIO
    return Finding(
        code,
        report_id,
        (each.told.id, each.level.id, each.base.id),
        (each.told.reading, each.level.reading, each.base.reading),
        expected,
    )


def _comparisons(table: CheckedTable) -> Iterator[Comparison]:
    for row in table.rows.values():
        levels = [each for each in row.values() if each.reading.kind is Kind.LEVEL and is_plain(each)]
        for told in row.values():
            if told.reading.kind in _COMPARED and is_plain(told) and len(levels) > 1:
                found = _measured(told, levels)
                if found is not None:
                    yield found


def _measured(told: CheckedFigure, levels: list[CheckedFigure]) -> Comparison | None:
    """Return the two levels of its row that a figure is about, None unless there is one of each."""
    period = period_of(told)
    base = told.reading.base
    if base is Base.PLAN:
        bases = [each for each in levels if _is_plan(each) and _is_same_year(each, period)]
        actual = [each for each in levels if not _is_plan(each) and _is_of_period(each, told)]
        return Comparison(told, actual[0], bases[0]) if len(actual) == len(bases) == 1 else None
    wanted = _base_period(period, base)
    if wanted is None:
        return None
    topic = _topic(told)
    now = [each for each in levels if _is_of_period(each, told) and not _is_plan(each)]
    then = [each for each in levels if each.reading.period == str(wanted) and not _is_plan(each)]
    if len(now) > 1 or len(then) > 1:
        now = [each for each in now if _topic(each) == topic]
        then = [each for each in then if _topic(each) == topic]
    return Comparison(told, now[0], then[0]) if len(now) == len(then) == 1 else None


def _is_of_period(figure: CheckedFigure, told: CheckedFigure) -> bool:
    return figure.reading.period == told.reading.period


def _base_period(period: Period | None, base: Base) -> Period | None:
    if period is None:
        return None
    if base is Base.SAME_PERIOD:
        return period.years_later(-1)
    return period.before() if base is Base.PREVIOUS else None


def _is_plan(figure: CheckedFigure) -> bool:
    _, part, column = fold(figure.reading.indicator).rpartition(fold(_PART))
    return bool(part) and bool(words("base.plan").search(column))


def _is_same_year(figure: CheckedFigure, period: Period | None) -> bool:
    its = period_of(figure)
    return its is None or period is None or its.year == period.year


def _topic(figure: CheckedFigure) -> str:
    return fold(figure.reading.indicator)
