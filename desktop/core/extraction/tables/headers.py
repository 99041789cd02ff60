"""What a column's header says: the period, the unit, the kind, the base, and what is left names the column.

A header is read as one line, "|" between cells of different width, since a comparison and its base often
stand in different rows ("Tháng 8 năm 2023 so với: | Tháng 12 năm 2022").
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.core.extraction import lexicon
from desktop.core.extraction.passages import fold
from desktop.core.extraction.tables.measures import is_percent, unit_in_brackets, without_units
from desktop.core.extraction.tables.periods import Mention, Period, Span, mentions
from desktop.core.figures import Base, Kind

_LONGEST_HEADER = 1_000
_GAP = re.compile(r"[\s|:()%.,]*")
_BLANK_BRACKETS = re.compile(r"\(\s*\)")


@dataclass(frozen=True, slots=True)
class Header:
    """A header as read, before the table's own period is known.

    `period` is what the figures are of, `base_period` what they are compared with, where it is said as a
    date; `shift` is -1 for a column of last year's figures; `name` is what is left of the words.
    """

    kind: Kind
    base: Base = Base.NONE
    period: Period | None = None
    base_period: Period | None = None
    unit: str = ""
    name: str = ""
    shift: int = 0
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
    period = _first_period(fold(rest))
    is_change = _change().search(lower) is not None
    return Header(
        kind=Kind.CHANGE if is_change else Kind.RATIO,
        base=compared.base,
        period=period,
        base_period=compared.base_period,
        unit=unit,
        name=_measured(rest),
        is_to_date=_to_date().search(fold(rest)) is not None,
        is_absolute=is_change and _absolute().search(lower) is not None,
        is_sure=compared.is_sure,
    )


def awaits_base(text: str) -> bool:
    """Tell whether a cell says that there is a comparison but not with what: "So sánh (%)", "so với"."""
    lower = fold(text)
    for said in reversed(mentions(lower)):
        lower = lower[: said.start] + " " + lower[said.end :]
    return _bare_comparison().fullmatch(lower) is not None


def base_between(period: Period | None, against: Period | None, *, is_yearly: bool) -> Base:
    """Return what a comparison of two dated periods is called; `is_yearly` says it is a yearly report's."""
    if period is None or against is None:
        return Base.OTHER
    against = against.in_year(period.year)
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


def _plain_header(text: str, lower: str, unit: str) -> Header:
    period = _first_period(lower)
    if period is not None and period.span is Span.YEAR and _of_year_before().search(lower):
        period = None
    if _attainment().search(lower) and (is_percent(unit) or _percent_word().search(lower)):
        return Header(Kind.RATIO, Base.PLAN, period, unit=unit or "%", name="")
    if _change().search(lower):
        return Header(
            kind=Kind.CHANGE,
            base=Base.SAME_PERIOD,
            period=period,
            unit=unit,
            name=_measured(text),
            is_absolute=_absolute().search(lower) is not None,
            is_sure=False,
        )
    if _growth().search(lower):
        name = _measured(text)
        return Header(Kind.RATIO, Base.SAME_PERIOD, period, unit=unit or "%", name=name, is_sure=False)
    is_share = _share().search(lower) is not None and unit in ("", "%")
    shift = -1 if _last_year().search(lower) and period is None else 0
    return Header(
        kind=Kind.SHARE if is_share else Kind.LEVEL,
        period=period,
        unit="%" if is_share else unit,
        name=_measured(text) if is_share else _name(text),
        shift=shift,
        is_estimate=_estimate().search(lower) is not None,
        is_to_date=_to_date().search(lower) is not None,
        is_plan=_plan().search(lower) is not None,
    )


def _comparison(lower: str) -> _Comparison | None:
    """Return the comparison that a folded header makes, None where it makes none."""
    for pattern, takes_dates in _with():
        for said_with in pattern.finditer(lower):
            if compared := _compared_with(lower, said_with, takes_dates=takes_dates):
                return compared
    unknown = _with()[0][0].search(lower)
    return _Comparison(*unknown.span(), Base.OTHER, is_sure=False) if unknown else None


def _compared_with(lower: str, said_with: re.Match[str], *, takes_dates: bool) -> _Comparison | None:
    start, after = said_with.span()
    if not takes_dates and _plan_before().search(lower, 0, start):
        return None
    if takes_dates and (gap := _GAP.match(lower, after)):
        after = gap.end()
    for pattern, base in _bases():
        if match := pattern.match(lower, after):
            return _Comparison(start, match.end(), base)
    if takes_dates and (season := _season().match(lower, after)):
        return _Comparison(start, season.end(), Base.SAME_PERIOD)
    if takes_dates and (said := _mention_at(lower, after)):
        return _Comparison(start, said.end, Base.OTHER, said.period)
    return None


def _mention_at(lower: str, start: int) -> Mention | None:
    window = lower[start : start + 60]
    skipped = _before_date().match(window)
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
    return ", ".join(part for part in _parts(text) if not _rate().fullmatch(fold(part)))


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
        rest = _empty_words().sub(" ", _status().sub(" ", fold(part)))
        if re.search(r"[^\W\d_]{2}", rest):
            parts.append(_trimmed(part))
    return [part for part in parts if part]


def _trimmed(part: str) -> str:
    """Return a piece of a header without the words of state at its ends."""
    part = " ".join(_BLANK_BRACKETS.sub(" ", part).split()).strip(" :;,.%-/(")
    while match := _opening().match(fold(part)):
        part = part[match.end() :]
    while match := _closing().search(fold(part)):
        part = part[: match.start()]
    return part.strip(" :;,.%-/")


@cache
def _bases() -> tuple[tuple[re.Pattern[str], Base], ...]:
    same = lexicon.any_of("tables", "comparison.same_period")
    previous = lexicon.any_of("tables", "comparison.previous")
    last_year = lexicon.any_of("tables", "comparison.last_year")
    plan = lexicon.any_of("tables", "plan.words")
    other = lexicon.any_of("tables", "comparison.other")
    year = r"(?:\s*năm)?\s*(?:19|20)[0-9]{2}(?![0-9])"
    of_year = rf"(?:\s*(?:của\s*)?(?:{last_year}|{year}|trước)|\s*năm(?=\s*(?:\W|$)))?"
    plan_tail = (
        rf"(?:\s*(?:giao|được giao|đề ra))?(?:\s*(?:cả\s*)?năm)?(?:{year})?(?:\s*(?:tỉnh|tw|hđnd)\s*giao)?"
    )
    return (
        (re.compile(rf"(?:thực hiện\s*)?{plan}\b(?:\s*[,/]\s*{plan}\b)*{plan_tail}"), Base.PLAN),
        (re.compile(rf"{same}\s*{previous}\b"), Base.PREVIOUS),
        (re.compile(rf"{same}(?:\s*quý\s*\w+|\s*tháng\s*\w+)?{of_year}"), Base.SAME_PERIOD),
        (re.compile(rf"(?:cùng\s*)?{previous}\b"), Base.PREVIOUS),
        (re.compile(rf"{lexicon.any_of('tables', 'comparison.year_start')}(?:{year})?"), Base.YEAR_START),
        (re.compile(rf"{last_year}\b"), Base.SAME_PERIOD),
        (
            re.compile(rf"{other}\b(?:{year}|\s*\({year}\))?"),
            Base.OTHER,
        ),
    )


@cache
def _with() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Return what introduces a base, the surest first, and whether a date may be the base."""
    bare = lexicon.any_of("tables", "comparison.bare")
    return (
        (re.compile(r"\bso(?: sánh)? với\b"), True),
        (re.compile(rf"(?<!giá )\b{bare}\b"), True),
        (re.compile(r"\bso(?= )"), True),
        (re.compile(r"(?:%|/) ?"), False),
    )


@cache
def _bare_comparison() -> re.Pattern[str]:
    words = lexicon.any_of("tables", "comparison.bare", "comparison.change", "share.words", "status.words")
    return re.compile(rf"(?:{words}|[\W\d])*(?:so sánh|so với|so)(?: với)?[\W\d]*")


@cache
def _season() -> re.Pattern[str]:
    return re.compile(r"(?:cùng )?(?:vụ|niên vụ) [^\d|()]{0,30}(?:(?:19|20)[0-9]{2})?")


@cache
def _before_date() -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.any_of('tables', 'comparison.before_date')} ?)+")


@cache
def _change() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){lexicon.any_of('tables', 'comparison.change')}")


@cache
def _absolute() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('tables', 'comparison.absolute')}\b")


@cache
def _growth() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('tables', 'comparison.growth')}\b")


@cache
def _rate() -> re.Pattern[str]:
    keys = ("comparison.change", "comparison.growth", "comparison.absolute", "share.words")
    words = lexicon.any_of("tables", *keys)
    return re.compile(rf"{words}(?:[\s/,]+{words})*")


@cache
def _share() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('tables', 'share.words')}\b")


@cache
def _attainment() -> re.Pattern[str]:
    attained = lexicon.any_of("tables", "plan.attained")
    plan = lexicon.any_of("tables", "plan.words")
    return re.compile(rf"\b{attained}\b\s*(?:\(?%\)?\s*)?(?:so\s*)?(?:/\s*)?{plan}\b|%\s*{plan}\b")


@cache
def _plan() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('tables', 'plan.words')}\b")


@cache
def _plan_before() -> re.Pattern[str]:
    """Return what ends with another word for the plan: the second one of "dự toán/KH" is no base."""
    return re.compile(rf"\b{lexicon.any_of('tables', 'plan.words')}\s*$")


@cache
def _percent_word() -> re.Pattern[str]:
    return re.compile(r"%|\btỷ lệ\b|\btỉ lệ\b|/")


@cache
def _estimate() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('tables', 'status.estimates')}\b")


@cache
def _last_year() -> re.Pattern[str]:
    same = lexicon.any_of("tables", "comparison.same_period")
    return re.compile(rf"\b(?:{same}|{lexicon.any_of('tables', 'comparison.last_year')})\b")


@cache
def _of_year_before() -> re.Pattern[str]:
    """Return what says that a year stands for the reported months of it: "TH cùng kỳ 2022"."""
    return re.compile(
        rf"\b{lexicon.any_of('tables', 'comparison.same_period')}\s*(?:năm\s*)?(?:19|20)[0-9]{{2}}"
    )


@cache
def _to_date() -> re.Pattern[str]:
    return re.compile(r"\b(?:cộng dồn|lũy kế|luỹ kế|từ đầu năm|lk)\b")


@cache
def _opening() -> re.Pattern[str]:
    words = lexicon.any_of("tables", "status.words", "label.transparent")
    return re.compile(rf"{words}(?!\w)[\s:]*")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s:]+){lexicon.any_of('tables', 'status.words')}$")


@cache
def _empty_words() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('tables', 'label.transparent', 'comparison.bare')}")


@cache
def _status() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{lexicon.any_of('tables', 'status.words')}|năm|kỳ này|cùng kỳ|năm trước|từ đầu)\b"
    )
