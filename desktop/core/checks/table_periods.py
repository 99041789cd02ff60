"""Amounts of a row that cannot be: a month above all months together, or a thousand times another month.

What holds in nearly all rows of two columns is held to hold in all: a flow grows with its period, a stock
does not.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from desktop.core.checks.amounts import amount, is_plain, measure
from desktop.core.checks.limits import limits
from desktop.core.checks.periods import period_of
from desktop.core.checks.subjects import CheckedFigure, CheckedReport, CheckedTable
from desktop.core.extraction.tables.periods import Period, Span
from desktop.core.figures import Kind
from desktop.core.findings import Finding, FindingCode

_ALONE = 2
_MOST_ALIKE = 16
_THOUSAND, _MILLION = 1_000, 1_000_000

_Pair = tuple[CheckedFigure, CheckedFigure]


def table_periods(report: CheckedReport) -> Iterator[Finding]:
    """Yield amounts in tables above those of a longer period, or a thousand times those beside them."""
    for table in report.tables:
        nested: dict[tuple[int, int], list[_Pair]] = {}
        beside: dict[tuple[int, int], list[_Pair]] = {}
        for one, other in _pairs(table):
            first, last = period_of(one), period_of(other)
            if first is None or last is None or one.spot is None or other.spot is None:
                continue
            key = (one.spot.column, other.spot.column)
            if _is_within(first, last):
                nested.setdefault(key, []).append((one, other))
            elif _is_within(last, first):
                nested.setdefault(key[::-1], []).append((other, one))
            elif first.span is last.span and _length(first) == _length(last):
                beside.setdefault(key, []).append((one, other))
        for pairs in nested.values():
            yield from _over_whole(report.id, pairs)
        for pairs in beside.values():
            yield from _slips(report.id, pairs)


def _pairs(table: CheckedTable) -> Iterator[_Pair]:
    """Yield every two levels of a row that tell of the same in the same unit."""
    for row in table.rows.values():
        alike: dict[tuple[str, str], list[CheckedFigure]] = {}
        for figure in row.values():
            if figure.reading.kind is Kind.LEVEL and is_plain(figure) and figure.reading.value.number > 0:
                alike.setdefault((figure.reading.indicator, figure.reading.unit), []).append(figure)
        for figures in alike.values():
            if len(figures) > _MOST_ALIKE:
                continue
            spanned = [(figure, _span(figure)) for figure in figures]
            counts = Counter(span for _, span in spanned)
            for (one, its), (other, others) in combinations(spanned, 2):
                # Three of one length are a series, which is looked at as a whole.
                if its != others or counts[its] == _ALONE:
                    yield one, other


def _over_whole(report_id: int, pairs: list[_Pair]) -> Iterator[Finding]:
    over = [pair for pair in pairs if amount(pair[0]).low > amount(pair[1]).high]
    if len(pairs) - len(over) < limits().fitting_rows:
        return
    if len(pairs) - len(over) >= len(pairs) * limits().sure_share:
        for part, whole in over:
            yield _finding(FindingCode.PART_OVER_WHOLE, report_id, part, whole)


def _slips(report_id: int, pairs: list[_Pair]) -> Iterator[Finding]:
    """Yield amounts a thousand or a million times those beside them, where hardly any others are."""
    slips = [pair for pair in pairs if _is_slip(*pair)]
    others = len(pairs) - len(slips)
    if others < limits().fitting_rows or others < len(pairs) * limits().sure_share:
        return
    for one, other in slips:
        odd, normal = (one, other) if one.reading.value.number > other.reading.value.number else (other, one)
        yield _finding(FindingCode.SCALE, report_id, odd, normal)


def _is_slip(one: CheckedFigure, other: CheckedFigure) -> bool:
    small, large = sorted((one.reading.value.number, other.reading.value.number))
    spread = limits().series_spread
    return any(slip / spread <= large / small <= slip * spread for slip in (_THOUSAND, _MILLION))


def _is_within(part: Period, whole: Period) -> bool:
    is_inside = part.year == whole.year and whole.first <= part.first and part.last <= whole.last
    return is_inside and _length(part) < _length(whole)


def _span(figure: CheckedFigure) -> tuple[Span, int] | None:
    period = period_of(figure)
    return None if period is None else (period.span, _length(period))


def _length(period: Period) -> int:
    return period.last - period.first + 1


def _finding(code: FindingCode, report_id: int, figure: CheckedFigure, other: CheckedFigure) -> Finding:
    power = measure(other.reading.unit).power - measure(figure.reading.unit).power
    expected = other.reading.value.number.scaleb(power)
    pair = (figure, other)
    return Finding(
        code, report_id, tuple(each.id for each in pair), tuple(each.reading for each in pair), expected
    )
