"""Periods as headers, titles and row labels write them, and what they are once the year is known."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache, lru_cache

from desktop.core.extraction import lexicon

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class Span(Enum):
    """How long a period is."""

    MONTH = auto()
    QUARTER = auto()
    MONTHS = auto()
    YEAR = auto()


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of one year, months `first` to `last`; `year` is None where it is left to the context."""

    span: Span
    first: int
    last: int
    year: int | None = None

    def __str__(self) -> str:
        """Return the period as figures carry it: "2023-08", "2023-01/2023-08", "2023-Q1", "2023"."""
        if self.year is None:
            return ""
        if self.span is Span.MONTH:
            return f"{self.year}-{self.last:02d}"
        if self.span is Span.QUARTER:
            return f"{self.year}-Q{self.last // 3}"
        if self.span is Span.MONTHS:
            return f"{self.year}-{self.first:02d}/{self.year}-{self.last:02d}"
        return str(self.year)

    def in_year(self, year: int | None) -> "Period":
        """Return the period with its year filled in, where it has none."""
        return self if self.year is not None or year is None else replace(self, year=year)

    def years_later(self, years: int) -> "Period":
        """Return the same months some years later, or earlier."""
        return self if self.year is None else replace(self, year=self.year + years)

    def before(self) -> "Period":
        """Return the month or quarter or year right before."""
        if self.span is Span.YEAR or self.year is None:
            return self.years_later(-1)
        length = self.last - self.first + 1
        first, year = (
            (self.first - length, self.year) if self.first > length else (13 - length, self.year - 1)
        )
        return Period(self.span, first, first + length - 1, year)


@dataclass(frozen=True, slots=True)
class Mention:
    """A period said at [start, end) of a folded text."""

    period: Period
    start: int
    end: int


def month(number: int, year: int | None = None) -> Period:
    """Return a month."""
    return Period(Span.MONTH, number, number, year)


def quarter(number: int, year: int | None = None) -> Period:
    """Return a quarter, from 1."""
    return Period(Span.QUARTER, 3 * number - 2, 3 * number, year)


def months(first: int, last: int, year: int | None = None) -> Period:
    """Return the months `first` to `last`."""
    return Period(Span.MONTHS, first, last, year)


def whole_year(year: int | None = None) -> Period:
    """Return a year."""
    return Period(Span.YEAR, 1, 12, year)


def parse(text: str) -> Period | None:
    """Return the period that a figure's `period` field writes, None for anything else."""
    if match := re.fullmatch(r"([0-9]{4})-([0-9]{2})", text):
        return month(int(match[2]), int(match[1]))
    if match := re.fullmatch(r"([0-9]{4})-Q([1-4])", text):
        return quarter(int(match[2]), int(match[1]))
    if match := re.fullmatch(r"([0-9]{4})-([0-9]{2})/\1-([0-9]{2})", text):
        return months(int(match[2]), int(match[3]), int(match[1]))
    return whole_year(int(text)) if re.fullmatch(r"[0-9]{4}", text) else None


@lru_cache(maxsize=8192)
def mentions(lower: str) -> tuple[Mention, ...]:
    """Return the periods said in a folded text, in order, none within another."""
    found = ((match, _period(match)) for match in _anything().finditer(lower))
    return tuple(Mention(period, match.start(), match.end()) for match, period in found if period)


def is_period(lower: str) -> Mention | None:
    """Return the period if the folded text, but for words of state, is nothing else."""
    said = mentions(lower)
    if len(said) != 1:
        return None
    rest = (lower[: said[0].start] + " " + lower[said[0].end :]).strip(" .:-+*")
    return said[0] if not rest or _status().fullmatch(rest) else None


def _period(match: re.Match[str]) -> Period | None:
    group = match.groupdict()
    year = _year(group)
    if group["since_to"]:
        return months(1, int(group["since_to"]), year)
    if group["worded_to"]:
        first, last = int(group["worded_from"]), int(group["worded_to"])
        return months(first, last, year) if first <= last else None
    if group["to_month"]:
        first, last = int(group["from_month"]), int(group["to_month"])
        if not 1 <= first <= last <= 12:
            return None
        return (
            month(last, year)
            if first == last and group["from_day"] != "1" and first != 1
            else months(first, last, year)
        )
    if group["count"]:
        return _months_of(_number(group["count"]), group["part"] or "", year)
    if group["quarter"]:
        return quarter(_ROMAN.get(group["quarter"]) or int(group["quarter"]), year)
    number = _number(group["month"] or group["day_month"] or "")
    if number is not None:
        return month(number, year) if 1 <= number <= 12 else None
    return whole_year(year)


def _months_of(count: int | None, part: str, year: int | None) -> Period | None:
    if count is None or not 1 <= count <= 12:
        return None
    return months(13 - count, 12, year) if "cuối" in part else months(1, count, year)


def _year(group: dict[str, str | None]) -> int | None:
    said = next((text for key, text in group.items() if key.startswith("year") and text), None)
    return int(said) if said else None


def _number(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    numbers: dict[str, int] = lexicon.table("tables")["month"]
    return numbers.get(" ".join(text.split()))


@cache
def _status() -> re.Pattern[str]:
    words = lexicon.any_of("tables", "status.words", "status.joints")
    return re.compile(rf"{words}(?: +{words})*")


@cache
def _anything() -> re.Pattern[str]:
    word = lexicon.alternatives(lexicon.table("tables")["month"])
    digits = r"(?:0?[1-9]|1[0-2])(?![0-9])"
    day = r"(?:0?[1-9]|[12][0-9]|3[01])"
    four = r"(?:19|20)[0-9]{2}(?![0-9])"

    def year(name: str) -> str:
        return rf"(?:\s*(?:[-/.,]\s*|(?:của |trong )?(?:năm\s*)+|\s)(?P<year_{name}>{four}))?"

    bare = r"(?<!so sánh )(?<!cố định )(?<!gốc )(?<!gốc \()"
    kinds = (
        rf"(?P<from_day>{day})[/.-](?P<from_month>{digits})(?:[/.-]{four})?\s*(?:-|đến(?: ngày)?|tới)\s*"
        rf"{day}[/.-](?P<to_month>{digits})(?:[/.-](?P<year_range>{four}))?",
        rf"từ\s+đầu\s+năm(?:\s*{four})?\s*(?:-|đến|tới)(?:\s*hết)?(?:\s*ngày)?\s*"
        rf"(?:{day}\s*[/.-]|(?:{day}\s*)?tháng)\s*(?P<since_to>{digits}){year('since')}",
        rf"{day}\s*tháng\s*(?P<worded_from>{digits})(?:\s*năm\s*{four})?\s*(?:-|đến|tới)(?:\s*hết)?(?:\s*ngày)?\s*"
        rf"{day}\s*tháng\s*(?P<worded_to>{digits}){year('worded')}",
        rf"(?P<count>{digits}|{word})(?:\s*tháng|t\b)(?!\s*(?:(?!{four})[0-9]|(?!năm){word}\b))"
        rf"(?P<part>\s*(?:đầu|cuối))?(?:\s*năm(?!\s*(?:trước|nay|năm|[0-9])))?{year('months')}",
        rf"(?:(?<!các )tháng\s*|t(?=[0-9]))(?P<month>{digits}|{word}\b){year('month')}",
        rf"(?:quý|quí|q)\s*(?P<quarter>iv|i{{1,3}}|[1-4])\b{year('quarter')}",
        rf"{day}[/.-](?P<day_month>{digits})(?:[/.-](?P<year_day>{four}))?(?![0-9])",
        rf"(?:cả\s+)?(?:năm\s*)+(?P<year_named>{four})",
        rf"{bare}(?P<year_bare>{four})(?!\s*[-–]\s*(?:19|20))",
        r"(?P<whole>cả\s+năm)",
    )
    return re.compile(r"(?<![\w/])(?:" + "|".join(kinds) + ")")
