"""The columns of a block: which hold figures, what their headers say, and of which period they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.core.extraction import lexicon
from desktop.core.extraction.passages import fold
from desktop.core.extraction.tables.blocks import Block
from desktop.core.extraction.tables.header_cells import header_text
from desktop.core.extraction.tables.headers import Header, base_between, read_header
from desktop.core.extraction.tables.measures import (
    is_ditto,
    is_percent,
    is_unit,
    says,
    unit_for,
    without_units,
)
from desktop.core.extraction.tables.periods import Period, Span, months
from desktop.core.extraction.tables.titles import Title
from desktop.core.figures import Base, Kind, Value

_GROWTH_SEEN_BELOW = Decimal(50)
_SIGNED_LEAST = 10
_DECEMBER, _LOOKS_BACK_UNTIL = 12, 3


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole table: the year, the reported period, and whether the report is a yearly one."""

    year: int | None = None
    reported: Period | None = None
    is_yearly: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures, fully read, with how sure its meaning and its period are."""

    number: int
    header: Header
    period: str
    base: Base
    confidence: float
    period_confidence: float


@dataclass(frozen=True, slots=True)
class Stub:
    """The columns left of the figures, by what they hold."""

    labels: tuple[int, ...]
    ordinal: int | None = None
    unit: int | None = None
    codes: tuple[int, ...] = ()


def stub_of(block: Block) -> Stub:
    """Return what the columns left of the figures hold."""
    first = block.first_column
    ordinal = unit = None
    codes: list[int] = []
    for row in block.header:
        for entry in row.entries:
            if entry.column < first and (role := _role(entry.lower)):
                ordinal = entry.column if role == "ordinal" else ordinal
                unit = entry.column if role == "unit" else unit
                codes += [entry.column] if role in ("code", "note") else []
    left = {entry.column for row in block.body for entry in row.entries if entry.column < first}
    if ordinal is None:
        ordinal = _ordinal_column(block, sorted(left))
    if unit is None:
        unit = _unit_column(block, sorted(left))
    labels = tuple(sorted(left - {ordinal, unit} - set(codes)))
    return Stub(labels, ordinal, unit, tuple(codes))


def columns_of(block: Block, title: Title, report_period: Period | None) -> dict[int, Column]:
    """Return the columns of figures that have a header, by their number."""
    texts = {column: header_text(block, column) for column in block.columns}
    headers = {column: read_header(text) for column, text in texts.items() if text}
    headers = {column: header for column, header in headers.items() if not _is_aside(texts[column])}
    setting = _setting(list(headers.values()), title, report_period)
    headers = _dated_by_neighbours(_with_attainments(headers, texts), setting)
    return {
        column: _column(block, column, _completed(header, title), setting)
        for column, header in headers.items()
    }


def _with_attainments(headers: dict[int, Header], texts: dict[int, str]) -> dict[int, Header]:
    """Return the headers with "tỷ lệ (%)" beside a plan read as how far the plan is attained."""
    if not any(header.is_plan for header in headers.values()):
        return headers
    return {
        column: replace(header, kind=Kind.RATIO, base=Base.PLAN, name="")
        if _is_rate(texts[column])
        else header
        for column, header in headers.items()
    }


def _is_rate(text: str) -> bool:
    return fold(without_units(text)).strip(" .:%()") in lexicon.words("tables", "share.attained")


def _dated_by_neighbours(headers: dict[int, Header], setting: Setting) -> dict[int, Header]:
    """Return the headers with each undated comparison dated like the results right before it.

    Undated results of the year before are dated like those right after them.
    """
    dated: dict[int, Header] = {}
    results: Period | None = None
    earlier: list[int] = []
    for column, header in headers.items():
        is_compared = header.kind in (Kind.RATIO, Kind.CHANGE)
        if header.kind is Kind.LEVEL and header.period is not None and not header.is_plan:
            period = header.period.in_year(_year_of(header, header.period, setting))
            results = period if period.year == setting.year else results
            if results is not None:
                past = results.years_later(-1)
                dated |= {number: replace(dated[number], period=past, shift=0) for number in earlier}
                earlier = []
        elif header.shift:
            earlier.append(column)
        if is_compared and header.period is None and not header.is_to_date and results is not None:
            header = replace(header, period=results)
        dated[column] = header
    return dated


def _role(lower: str) -> str:
    said = lower.strip(" .:*()")
    for role in ("ordinal", "code", "unit", "note"):
        if said in lexicon.words("tables", f"role.{role}"):
            return role
    return ""


def _is_aside(text: str) -> bool:
    return _role(fold(text)) in ("note", "code", "ordinal")


def _ordinal_column(block: Block, left: Sequence[int]) -> int | None:
    """Return the first column if it only counts rows: "1", "2", "I", "a"."""
    if len(left) < 2:
        return None
    entries = [entry for row in block.body if (entry := row.at(left[0])) is not None]
    count = sum(
        1
        for entry in entries
        if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]+)*|[ivx]{1,5}|[a-zđ]|[-+*]", entry.lower.strip(" .)"))
    )
    return left[0] if count * 2 > len(entries) else None


def _unit_column(block: Block, left: Sequence[int]) -> int | None:
    for column in reversed(left[1:]):
        entries = [entry for row in block.body if (entry := row.at(column)) is not None]
        units = sum(1 for entry in entries if is_ditto(entry.lower) or is_unit(entry.text))
        if entries and units * 3 >= len(entries) * 2:
            return column
    return None


def _setting(headers: Sequence[Header], title: Title, report_period: Period | None) -> Setting:
    said = [header.period for header in headers if header.period is not None and not header.is_plan]
    said = said or [header.period for header in headers if header.period is not None]
    years = [period.year for period in said if period.year is not None]
    titled = [period for period in title.periods if period.year is not None]
    # A title that names a month says which year is reported, also where headers look back on the year before.
    years += [period.year or 0 for period in titled if not years or period.span is not Span.YEAR]
    year = max(years, default=None) or (report_period.year if report_period else None)
    known = [*said, *title.periods, *([report_period] if report_period else [])]
    is_yearly = all(period.span is Span.YEAR for period in known) or _is_of_whole_year(said)
    return Setting(year, _reported(said, title, report_period, year), is_yearly)


def _is_of_whole_year(said: Sequence[Period]) -> bool:
    """Tell whether the headers speak of years only, and once of the whole year reported: "ước cả năm"."""
    return any(period.year is None for period in said) and all(period.span is Span.YEAR for period in said)


def _reported(
    said: Sequence[Period], title: Title, report_period: Period | None, year: int | None
) -> Period | None:
    """Return the period the table is about: the title's, else the report's, else the latest in the header."""
    titled = [period.in_year(year) for period in title.periods]
    for span in (Span.MONTHS, Span.QUARTER, Span.MONTH, Span.YEAR):
        if found := next((period for period in titled if period.span is span), None):
            return found
    if report_period is not None:
        return report_period
    dated = [period.in_year(year) for period in said if period.in_year(year).year == year]
    return max(dated, key=lambda period: (period.last, period.last - period.first), default=None)


def _completed(header: Header, title: Title) -> Header:
    """Return the header with what the table's title says of all columns."""
    if header.kind in (Kind.RATIO, Kind.SHARE):
        return header if header.unit else replace(header, unit="%")
    if header.kind is Kind.CHANGE:
        is_percent_meant = not header.is_absolute and _has_percent(title)
        return header if header.unit else replace(header, unit="%" if is_percent_meant else "")
    unit = header.unit or unit_for(title.units, header.name)
    if unit and is_percent(unit) and title.units and all(is_percent(said) for said in title.units):
        kind = Kind.RATIO if says("label.index", title.text) else Kind.SHARE
        return replace(header, unit=unit, kind=kind)
    return replace(header, unit=unit)


def _has_percent(title: Title) -> bool:
    return not title.units or any(is_percent(unit) for unit in title.units)


def _column(block: Block, number: int, header: Header, setting: Setting) -> Column:
    period, sureness = _period(header, setting)
    base = header.base
    if (against := _base_period(header, period)) is not None:
        base = base_between(period, against, is_yearly=setting.is_yearly)
    elif base is Base.SAME_PERIOD and setting.is_yearly:
        base = Base.PREVIOUS
    if header.kind is Kind.RATIO and base is not Base.PLAN and _has_signs(block, number):
        header = replace(header, kind=Kind.CHANGE)
    confidence = 1.0 if header.is_sure else 0.6
    if header.base_period is not None and base is Base.OTHER:
        confidence *= 0.8
    if (
        header.kind is Kind.RATIO
        and base in (Base.SAME_PERIOD, Base.PREVIOUS)
        and _looks_like_growth(block, number)
    ):
        confidence *= 0.6
    return Column(number, header, str(period) if period else "", base, confidence, sureness)


def _base_period(header: Header, period: Period | None) -> Period | None:
    """Return what a column's figures are compared with where it is said as a date, its year filled in."""
    against = header.base_period
    if against is None or not header.base_shift:
        return against
    return against.in_year(period.year).years_later(header.base_shift) if period and period.year else None


def _period(header: Header, setting: Setting) -> tuple[Period | None, float]:
    """Return a column's period, and how sure that is."""
    if header.period is not None:
        period = header.period.in_year(_year_of(header, header.period, setting))
        if header.shift:
            period = period.years_later(header.shift)
        return period, 0.97 if period.year is not None else 0.3
    reported = setting.reported
    if reported is None:
        return None, 0.4
    if header.is_to_date and reported.span is not Span.YEAR:
        reported = months(1, reported.last, reported.year)
    return reported.in_year(setting.year).years_later(header.shift), 0.9


def _year_of(header: Header, period: Period, setting: Setting) -> int | None:
    """Return the year of a header that names none: a report on January looks back on last December."""
    reported = setting.reported
    if reported is None or setting.year is None or header.is_estimate or header.is_plan:
        return setting.year
    is_last = period.last == _DECEMBER and period.span in (Span.MONTH, Span.QUARTER)
    return setting.year - 1 if is_last and reported.last <= _LOOKS_BACK_UNTIL else setting.year


def _looks_like_growth(block: Block, number: int) -> bool:
    """Tell whether a column's values are small enough for rates of growth, not for percentages of a base."""
    values = sorted(abs(value.number) for _, value in _values(block, number))
    return bool(values) and values[len(values) // 2] < _GROWTH_SEEN_BELOW


def _has_signs(block: Block, number: int) -> bool:
    """Tell whether a column's values rise and fall: percentages of a base are never signed."""
    signed = sum(1 for text, value in _values(block, number) if text.startswith("+") or value.number < 0)
    return signed * _SIGNED_LEAST >= sum(1 for _ in _values(block, number)) > 0 and _looks_like_growth(
        block, number
    )


def _values(block: Block, number: int) -> Iterator[tuple[str, Value]]:
    """Yield the numbers of a column as written and as read."""
    for row in block.body:
        entry = row.at(number)
        if entry is not None and entry.value is not None:
            yield entry.text, entry.value
