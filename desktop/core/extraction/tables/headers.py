"""What a column's header says: the period, the unit, the kind, the base, and what is left names the column.

A header is read as one line, "|" between cells of different width, since a comparison and its base often
stand in different rows ("Tháng 8 năm 2023 so với: | Tháng 12 năm 2022").
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from desktop.core.extraction.passages import fold
from desktop.core.extraction.tables import header_words
from desktop.core.extraction.tables.measures import is_percent, unit_in_brackets, without_units
from desktop.core.extraction.tables.periods import Mention, Period, Span, mentions, month, months
from desktop.core.figures import Base, Kind

_LONGEST_HEADER = 1_000
_GAP = re.compile(r"[\s|:()%.,]*")
_BLANK_BRACKETS = re.compile(r"\(\s*\)")


@dataclass(frozen=True, slots=True)
class Header:
    """A header as read, before the table's own period is known.

    `period` is what the figures are of, `base_period` what they are compared with, where it is said as a
    date, `base_shift` years from the period's own; `shift` is -1 for a column of last year's figures; `name`
    is what is left of the words.
    """

    kind: Kind
    base: Base = Base.NONE
    period: Period | None = None
    base_period: Period | None = None
    unit: str = ""
    name: str = ""
    shift: int = 0
    base_shift: int = 0
    is_estimate: bool = False
    is_to_date: bool = False
    is_plan: bool = False
    is_absolute: bool = False
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A comparison at [start, end) of a header's text."""

    start: int
    end: int
    base: Base
    base_period: Period | None = None
    base_shift: int = 0
    is_sure: bool = True


@lru_cache(maxsize=2048)
def read_header(text: str) -> Header:
    """Return what `text`, a column's whole header, says; nobody heads a column with pages of it."""
    text = text[:_LONGEST_HEADER]
    unit = unit_in_brackets(text)
    lower = fold(text)
    if not unit and "%" in lower:
        unit = "%"
    compared = _comparison(lower)
    if compared is None:
        return _plain_header(text, lower, unit)
    rest = text[: compared.start] + " | " + text[compared.end :]
    is_to_date = header_words.to_date().search(fold(rest)) is not None
    is_change = header_words.change().search(lower) is not None
    return Header(
        kind=Kind.CHANGE if is_change else Kind.RATIO,
        base=compared.base,
        period=_counted(_first_period(fold(rest)), is_to_date=is_to_date),
        base_period=compared.base_period,
        unit=unit,
        name=_measured(rest),
        base_shift=compared.base_shift,
        is_to_date=is_to_date,
        is_absolute=is_change and header_words.absolute().search(lower) is not None,
        is_sure=compared.is_sure,
    )


def awaits_base(text: str) -> bool:
    """Tell whether a cell says that there is a comparison but not with what: "So sánh (%)", "so với"."""
    lower = fold(text)
    for said in reversed(mentions(lower)):
        lower = lower[: said.start] + " " + lower[said.end :]
    return header_words.bare_comparison().fullmatch(lower) is not None


def says_comparison(lower: str) -> bool:
    """Tell whether a folded piece of a header compares: "so với cùng kỳ (%)"."""
    return _comparison(lower) is not None


def dates_measured(lower: str) -> tuple[Mention, ...]:
    """Return the periods that a folded header is of, without those it only compares with."""
    compared = _comparison(lower)
    return mentions(lower if compared is None else lower[: compared.start])


def is_state(lower: str) -> bool:
    """Tell whether a folded piece of a header only says how final numbers are, or of what: "Thực hiện"."""
    rest = header_words.empty_words().sub(" ", header_words.status().sub(" ", without_units(lower)))
    return re.search(r"[^\W_]", header_words.share().sub(" ", rest)) is None


def begins_with_state(lower: str) -> bool:
    """Tell whether a folded piece of a header begins with how final its numbers are: "ước tính quý II"."""
    return header_words.opening().match(lower) is not None


def base_between(period: Period | None, against: Period | None, *, is_yearly: bool) -> Base:
    """Return what a comparison of two dated periods is called; `is_yearly` says it is a yearly report's."""
    if period is None or against is None:
        return Base.OTHER
    against = _dated_before(against, period)
    if period.year is None or against.year is None:
        return Base.OTHER
    years = period.year - against.year
    if against.span is Span.YEAR and period.span is not Span.YEAR:
        return Base.SAME_PERIOD if years == 1 else Base.OTHER
    if (period.first, period.last) == (against.first, against.last):
        if years != 1:
            return Base.OTHER
        return Base.PREVIOUS if period.span is Span.YEAR and is_yearly else Base.SAME_PERIOD
    if period.span is against.span and period.before() == against:
        return Base.PREVIOUS
    if against.span is Span.MONTH and against.last == 12 and years == 1:
        return Base.YEAR_START
    return Base.OTHER


def _dated_before(against: Period, period: Period) -> Period:
    """Return the base with its year filled in: it cannot end after what is compared with it."""
    if against.year is not None:
        return against
    return against.in_year(period.year).years_later(-1 if against.last > period.last else 0)


def _plain_header(text: str, lower: str, unit: str) -> Header:
    is_to_date = header_words.to_date().search(lower) is not None
    period = _counted(_first_period(lower), is_to_date=is_to_date)
    if period is not None and period.span is Span.YEAR and header_words.of_year_before().search(lower):
        period = None
    is_in_percent = is_percent(unit) or header_words.percent_word().search(lower)
    if header_words.attainment().search(lower) and is_in_percent:
        return Header(Kind.RATIO, Base.PLAN, period, unit=unit or "%", name="")
    if header_words.change().search(lower):
        return Header(
            kind=Kind.CHANGE,
            base=Base.SAME_PERIOD,
            period=period,
            unit=unit,
            name=_measured(text),
            is_absolute=header_words.absolute().search(lower) is not None,
            is_sure=False,
        )
    if header_words.growth().search(lower):
        name = _measured(text)
        return Header(Kind.RATIO, Base.SAME_PERIOD, period, unit=unit or "%", name=name, is_sure=False)
    is_share = header_words.share().search(lower) is not None and unit in ("", "%")
    shift = -1 if header_words.last_year().search(lower) and period is None else 0
    return Header(
        kind=Kind.SHARE if is_share else Kind.LEVEL,
        period=period,
        unit="%" if is_share else unit,
        name=_measured(text) if is_share else _name(text),
        shift=shift,
        is_estimate=header_words.estimate().search(lower) is not None,
        is_to_date=is_to_date,
        is_plan=header_words.plan().search(lower) is not None,
    )


def _counted(period: Period | None, *, is_to_date: bool) -> Period | None:
    """Return the months up to a month that results are counted to: "cộng dồn từ đầu năm đến tháng 8"."""
    if period is None or not is_to_date or period.span is not Span.MONTH:
        return period
    return months(1, period.last, period.year)


def _comparison(lower: str) -> _Comparison | None:
    """Return the comparison that a folded header makes, None where it makes none."""
    for pattern, takes_dates in header_words.introductions():
        for said_with in pattern.finditer(lower):
            if compared := _compared_with(lower, said_with, takes_dates=takes_dates):
                return compared
    if compared := _quotient(lower):
        return compared
    unknown = header_words.introductions()[0][0].search(lower)
    return _Comparison(*unknown.span(), Base.OTHER, is_sure=False) if unknown else None


def _compared_with(lower: str, said_with: re.Match[str], *, takes_dates: bool) -> _Comparison | None:
    start, after = said_with.span()
    if not takes_dates and header_words.plan_before().search(lower, 0, start):
        return None
    if takes_dates and (gap := _GAP.match(lower, after)):
        after = gap.end()
    found = _compared_at(lower, start, after, takes_dates=takes_dates)
    if found is None and (between := header_words.before_base().match(lower, after)):
        found = _compared_at(lower, start, between.end(), takes_dates=takes_dates)
        # A month held against the average of a year is held against nothing of its own kind.
        if found and found.base_period and found.base_period.span is Span.YEAR:
            measured = _first_period(lower[:start])
            is_of_year = measured is None or measured.span is Span.YEAR
            found = found if is_of_year else replace(found, base_period=None)
    return found


def _compared_at(lower: str, start: int, at: int, *, takes_dates: bool) -> _Comparison | None:
    said = _mention_at(lower, at) if takes_dates else None
    last_year = header_words.of_last_year().match(lower, said.end) if said else None
    if said and last_year and said.period.year is None:
        base = Base.YEAR_START if said.period == month(12) else Base.OTHER
        return _Comparison(start, last_year.end(), base, said.period, -1)
    for pattern, base in header_words.bases():
        if match := pattern.match(lower, at):
            return _Comparison(start, match.end(), base)
    if takes_dates and (season := header_words.season().match(lower, at)):
        return _Comparison(start, season.end(), Base.SAME_PERIOD)
    return _Comparison(start, said.end, Base.OTHER, said.period) if said else None


def _quotient(lower: str) -> _Comparison | None:
    """Return the comparison in "tháng 8/2012 / tháng 7/2012 (%)": one period over another, in percent."""
    if "%" not in lower:
        return None
    for measured, base in pairwise(mentions(lower)):
        if lower[measured.end : base.start].strip() == "/":
            return _Comparison(measured.end, base.end, Base.OTHER, base.period)
    return None


def _mention_at(lower: str, start: int) -> Mention | None:
    window = lower[start : start + 60]
    skipped = header_words.before_date().match(window)
    for said in mentions(window):
        if said.start == 0 or (skipped and said.start <= skipped.end()):
            return Mention(said.period, start + said.start, start + said.end)
    return None


def _first_period(lower: str) -> Period | None:
    said = [mention.period for mention in mentions(lower)]
    precise = [period for period in said if period.span is not Span.YEAR]
    if precise:
        years = [period.year for period in said if period.year is not None]
        return precise[0].in_year(years[0] if len(set(years)) == 1 else None)
    return said[0] if said else None


def _measured(text: str) -> str:
    """Return what a column of changes, ratios or shares is about: its name without "tốc độ phát triển"."""
    return ", ".join(part for part in _parts(text) if not header_words.rate().fullmatch(fold(part)))


def _name(text: str) -> str:
    """Return what a header says beside its period, its unit and words of state."""
    return ", ".join(_parts(text))


def _parts(text: str) -> list[str]:
    text = without_units(text)
    lower = fold(text)
    for mention in reversed(mentions(lower)):
        text = text[: mention.start] + " | " + text[mention.end :]
    parts = []
    for part in text.split("|"):
        rest = header_words.empty_words().sub(" ", header_words.status().sub(" ", fold(part)))
        if re.search(r"[^\W\d_]{2}", rest):
            parts.append(_trimmed(part))
    return [part for part in parts if part]


def _trimmed(part: str) -> str:
    """Return a piece of a header without the words of state at its ends."""
    part = " ".join(_BLANK_BRACKETS.sub(" ", part).split()).strip(" :;,.%-/(")
    while match := header_words.opening().match(fold(part)):
        part = part[match.end() :]
    while match := header_words.closing().search(fold(part)):
        part = part[: match.start()]
    return part.strip(" :;,.%-/")
