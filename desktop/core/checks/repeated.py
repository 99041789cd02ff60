"""The same thing told twice, in one report or in two of a series, with different values."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from desktop.core.checks.amounts import Amount, amount, is_plain, measure
from desktop.core.checks.limits import limits, words
from desktop.core.checks.sentences import is_base_amount
from desktop.core.checks.subjects import CheckedFigure, CheckedReport
from desktop.core.extraction.passages import fold
from desktop.core.extraction.tables.periods import parse
from desktop.core.figures import Kind, Qualifier, plain
from desktop.core.findings import Beside, Finding, FindingCode

_SLIPS = tuple(10**power for power in (1, 2, 3, 6))
_FEWEST_OF_SERIES = 3


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
                period = parse(figure.reading.period)
                if figure.reading.kind is Kind.LEVEL and is_plain(figure) and period is not None:
                    length = period.last - period.first
                    series.setdefault((_subject(figure, ""), period.span, length), []).append(figure)
            for figures in series.values():
                yield from _slips(report.id, figures)


def differences_between(report: CheckedReport, others: Sequence[CheckedReport]) -> Iterator[Finding]:
    """Yield figures that another report of the same series gives otherwise, or in another size."""
    mine = _unique(report)
    for other in others:
        if other.id == report.id or other.source != report.source:
            continue
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
    if len(figures) < _FEWEST_OF_SERIES:
        return
    for odd in figures:
        others = [abs(_ones(each).middle) for each in figures if each is not odd]
        number = abs(_ones(odd).middle)
        if not number or min(others) <= 0 or max(others) > min(others) * limits().series_spread:
            continue
        nearest = min(figures, key=lambda each: (each is odd, abs(_position(each) - _position(odd))))
        if _is_slip(number, (min(others) + max(others)) / 2):
            yield _held_against(FindingCode.SCALE, report_id, odd, nearest)
            return


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
    """Return the title above a table's figure without its numbers, which change from report to report."""
    if figure.spot is None:
        return ""
    return " ".join(word for word in fold(figure.heading).split() if not any(map(str.isdigit, word)))


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


def _position(figure: CheckedFigure) -> int:
    return figure.place.start


def _held_against(code: FindingCode, report_id: int, figure: CheckedFigure, other: CheckedFigure) -> Finding:
    expected = _ones(other).middle.scaleb(-measure(figure.reading.unit).power)
    return Finding(code, report_id, (figure.id, other.id), (figure.reading, other.reading), expected)
