"""The same thing told twice, in one report or in two of a series, with different values."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache, partial
from typing import NamedTuple

from desktop.core.checks.amounts import PERCENT, Amount, amount, is_plain, measure
from desktop.core.checks.limits import limits, words
from desktop.core.checks.periods import period_of
from desktop.core.checks.sentences import is_base_amount
from desktop.core.checks.subjects import CheckedFigure, CheckedReport
from desktop.core.extraction.passages import fold
from desktop.core.figures import Base, Kind, Qualifier, plain
from desktop.core.findings import Beside, Finding, FindingCode

_SLIPS = tuple(10**power for power in (1, 2, 3, 6))
_FEWEST_OF_SERIES = 3
_FEWEST_OF_COLUMN = 5


class Subject(NamedTuple):
    """What a figure is about, whatever its period: where both agree, they tell of the same thing."""

    indicator: str
    unit: str
    kind: str
    base: str
    heading: str


def contradictions(report: CheckedReport) -> Iterator[Finding]:
    """Yield figures of the text that give another value than the same report gives elsewhere."""
    told: dict[tuple[Subject, str], list[CheckedFigure]] = {}
    for figure in report.figures:
        if figure.spot is None and _is_named_well(figure):
            told.setdefault((_subject(figure, ""), figure.reading.period), []).append(figure)
    for figures in told.values():
        yield from _disagreeing(report.id, figures)


def slips_in_series(report: CheckedReport) -> Iterator[Finding]:
    """Yield the one amount of a steady series in a row of a table that is ten or a thousand times off."""
    for table in report.tables:
        for row in table.rows.values():
            series: dict[tuple[Subject, object, int], list[CheckedFigure]] = {}
            for figure in row.values():
                period = period_of(figure)
                if figure.reading.kind is Kind.LEVEL and is_plain(figure) and period is not None:
                    length = period.last - period.first
                    series.setdefault((_subject(figure, ""), period.span, length), []).append(figure)
            for figures in series.values():
                yield from _slips(report.id, figures)


def slips_in_columns(report: CheckedReport) -> Iterator[Finding]:
    """Yield the one ratio of a table's column that is a power of ten off, where the others are steady."""
    for table in report.tables:
        columns: dict[tuple[int, Base], list[CheckedFigure]] = {}
        for figure in table.figures():
            reading = figure.reading
            if reading.kind is Kind.RATIO and reading.unit == PERCENT and is_plain(figure) and figure.spot:
                columns.setdefault((figure.spot.column, reading.base), []).append(figure)
        for figures in columns.values():
            if len(figures) >= _FEWEST_OF_COLUMN:
                yield from _slips(report.id, figures)


def differences_between(report: CheckedReport, others: Sequence[CheckedReport]) -> Iterator[Finding]:
    """Yield figures that another report of the same series gives otherwise, or in another size."""
    series = [each for each in others if each.id != report.id and each.source == report.source]
    mine = _unique(report) if series else {}
    for other in series:
        theirs = _unique(other)
        for key, figure in mine.items():
            found = theirs.get(key)
            if found is not None:
                yield from _revised(report.id, figure, other, found)


def _disagreeing(report_id: int, figures: Sequence[CheckedFigure]) -> Iterator[Finding]:
    """Yield the figures that disagree with the first, where few enough tell of one thing for sure."""
    values = {_ones(each).middle for each in figures}
    if len(values) != 2 or len({each.sentence for each in figures}) < len(figures):
        return
    first = figures[0]
    for each in figures[1:]:
        if not _ones(each).meets(_ones(first)) and _is_close(each, first, limits().contradiction):
            yield _held_against(FindingCode.CONTRADICTION, report_id, each, first)


def _slips(report_id: int, figures: Sequence[CheckedFigure]) -> Iterator[Finding]:
    """Yield the largest or the smallest of a series where it alone is out of it, by a power of ten."""
    if len(figures) < _FEWEST_OF_SERIES:
        return
    ordered = sorted(figures, key=_size)
    for odd, rest in ((ordered[-1], ordered[:-1]), (ordered[0], ordered[1:])):
        number, least, most = _size(odd), _size(rest[0]), _size(rest[-1])
        is_steady = least > 0 and most <= least * limits().series_spread
        if is_steady and _is_slip(number, (least + most) / 2):
            nearest = min(rest, key=partial(_distance, odd))
            yield _held_against(FindingCode.SCALE, report_id, odd, nearest)
            return


def _distance(one: CheckedFigure, other: CheckedFigure) -> int:
    return abs(one.place.start - other.place.start)


def _size(figure: CheckedFigure) -> Decimal:
    return figure.reading.value.number.copy_abs().scaleb(measure(figure.reading.unit).power)


def _revised(
    report_id: int, figure: CheckedFigure, other: CheckedReport, found: CheckedFigure
) -> Iterator[Finding]:
    mine, theirs = _ones(figure), _ones(found)
    if mine.meets(theirs):
        return
    if _is_slip(abs(mine.middle), abs(theirs.middle)):
        code = FindingCode.SCALE_BETWEEN
    elif _is_close(figure, found, limits().revised):
        code = FindingCode.REVISED
    else:
        return
    beside = Beside(other.id, other.name, found.id, found.reading)
    yield Finding(code, report_id, (figure.id,), (figure.reading,), found.reading.value.number, beside)


def _unique(report: CheckedReport) -> Mapping[tuple[Subject, str], CheckedFigure]:
    """Return the figures of a report that alone tell of their subject and period."""
    told: dict[tuple[Subject, str], list[CheckedFigure]] = {}
    for figure in report.figures:
        if figure.reading.period and _is_named_well(figure):
            told.setdefault((_subject(figure, _heading(figure)), figure.reading.period), []).append(figure)
    return {key: figures[0] for key, figures in told.items() if len(figures) == 1}


def _is_named_well(figure: CheckedFigure) -> bool:
    """Tell whether the indicator says enough to be known again, and the amount is reported, not wished."""
    reading = figure.reading
    if not is_plain(figure) or reading.qualifier in (Qualifier.OVER, Qualifier.UNDER):
        return False
    if figure.spot is not None:
        return True
    is_long = len(reading.indicator.split()) >= limits().indicator_words
    return is_long and not is_base_amount(figure) and not words("base.aims").search(figure.before)


def _subject(figure: CheckedFigure, heading: str) -> Subject:
    reading = figure.reading
    unit = measure(reading.unit).name
    return Subject(fold(reading.indicator), unit, str(reading.kind), str(reading.base), heading)


def _heading(figure: CheckedFigure) -> str:
    return "" if figure.spot is None else _title(figure.heading)


@lru_cache(maxsize=1024)
def _title(heading: str) -> str:
    """Return the title above a table without its numbers, which change from report to report."""
    return " ".join(word for word in fold(heading).split() if not any(map(str.isdigit, word)))


def _is_close(one: CheckedFigure, other: CheckedFigure, share: Decimal) -> bool:
    mine, theirs = _ones(one).middle, _ones(other).middle
    is_near = abs(mine - theirs) <= share * max(abs(mine), abs(theirs))
    return is_near or _digits(one) == _digits(other)


def _digits(figure: CheckedFigure) -> str:
    """Return the digits of an amount by size, zeros at its ends aside: the same of 2.450 and of 4.250."""
    text = plain(figure.reading.value.number.copy_abs()).replace(".", "").strip("0")
    return "".join(sorted(text)) if len(text) > 1 else figure.text


def _is_slip(one: Decimal, other: Decimal) -> bool:
    """Tell whether one is ten, a hundred, a thousand or a million times the other, give or take."""
    if not one or not other:
        return False
    times, spread = max(one, other) / min(one, other), limits().slip_spread
    return any(slip / spread <= times <= slip * spread for slip in _SLIPS)


def _ones(figure: CheckedFigure) -> Amount:
    return amount(figure).scaled(measure(figure.reading.unit).power)


def _held_against(code: FindingCode, report_id: int, figure: CheckedFigure, other: CheckedFigure) -> Finding:
    expected = _ones(other).middle.scaleb(-measure(figure.reading.unit).power)
    return Finding(code, report_id, (figure.id, other.id), (figure.reading, other.reading), expected)
