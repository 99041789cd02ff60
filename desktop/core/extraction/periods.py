"""Periods: what "quý I/2021" or "8 tháng đầu năm" stand for.

A period is written 2021, 2021-03, 2021-Q1 or 2021-01/2021-08 (the year so far).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH_WORDS = {"giêng": 1, "chạp": 12, "mười một": 11, "mười hai": 12, "mười": 10}
YEAR = r"(?:19[89][0-9]|20[0-5][0-9])"
_OF_YEAR = rf"(?: ?[/.-] ?|,? +năm +|,? +)(?P<{{0}}>{YEAR})\b"
NUMBER_WORDS = {
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
}
_SPAN = re.compile(
    r"(?<!kỳ hạn )(?<!thời hạn )"
    r"\b(?P<n>[0-9]{1,2}|hai|ba|bốn|sáu|bảy|tám|chín|mười một|mười) +tháng(?: +đầu)?"
    rf"(?:(?: +năm)?(?: +|, ?)(?P<y>{YEAR})| +năm\b|\b)"
)
_HALF = re.compile(rf"\bnửa đầu năm(?: (?P<y>{YEAR})\b)?")
_LAST_MONTHS = re.compile(rf"\b(?P<n>3|6|ba|sáu) +tháng +cuối +năm(?: (?P<y>{YEAR})\b)?")
_QUARTER = re.compile(rf"\b(?:quý|q) *(?P<q>iv|i{{1,3}}|[1-4])\b(?:{_OF_YEAR.format('y')})?")
_MONTH = re.compile(
    r"\btháng +(?P<m>1[0-2]|0?[1-9]|mười hai|mười một|mười|giêng)\b(?![.,][0-9]| *%)"
    rf"(?:{_OF_YEAR.format('y')})?"
)
_BARE_YEAR = re.compile(rf"\b(?:năm|cả năm)(?: học)? +(?P<y>{YEAR})\b(?! ?- ?[0-9])")


@dataclass(frozen=True, slots=True)
class Span:
    """Months `first` to `last` of `year`."""

    year: int
    first: int
    last: int

    def __str__(self) -> str:
        """Return the period as it is written in figures."""
        if (self.first, self.last) == (1, 12):
            return f"{self.year}"
        if self.first == self.last:
            return f"{self.year}-{self.first:02d}"
        if self.first % 3 == 1 and self.last == self.first + 2 and self.first > 1:
            return f"{self.year}-Q{self.last // 3}"
        if (self.first, self.last) == (1, 3):
            return f"{self.year}-Q1"
        return f"{self.year}-{self.first:02d}/{self.year}-{self.last:02d}"

    @classmethod
    @lru_cache(maxsize=256)
    def parse(cls, text: str) -> "Span | None":
        """Return the span a written period stands for, None for ""."""
        if match := re.fullmatch(r"(\d{4})-Q([1-4])", text):
            return cls(int(match[1]), 3 * int(match[2]) - 2, 3 * int(match[2]))
        if match := re.fullmatch(r"(\d{4})-(\d\d)(?:/\d{4}-(\d\d))?", text):
            return cls(int(match[1]), int(match[2]), int(match[3] or match[2]))
        return cls(int(text), 1, 12) if re.fullmatch(r"\d{4}", text) else None

    @property
    def is_year(self) -> bool:
        """Tell whether the span is a whole year."""
        return (self.first, self.last) == (1, 12)


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time expression at [start, end) of a folded text; `span` is None where the year is not known."""

    start: int
    end: int
    span: Span | None


def times_in(text: str, year: int | None) -> list[TimePhrase]:
    """Return the time expressions of a folded text in order; `year` stands in where one names none."""
    found: list[TimePhrase] = []
    for word, pattern, span_of in (
        ("cuối", _LAST_MONTHS, _last_months),
        ("nửa", _HALF, _first_half),
        ("tháng", _SPAN, _so_far),
        ("q", _QUARTER, _quarter),
        ("tháng", _MONTH, _month),
        ("năm", _BARE_YEAR, _year),
    ):
        if word not in text:
            continue
        for match in pattern.finditer(text):
            if not any(t.start < match.end() and match.start() < t.end for t in found):
                found.append(TimePhrase(match.start(), match.end(), span_of(match, year)))
    return sorted(found, key=lambda phrase: phrase.start)


def _own_year(match: re.Match[str], year: int | None) -> int | None:
    return int(match["y"]) if match["y"] else year


def _so_far(match: re.Match[str], year: int | None) -> Span | None:
    own, months = _own_year(match, year), NUMBER_WORDS.get(match["n"]) or int(match["n"])
    return Span(own, 1, months) if own and 1 <= months <= 12 else None


def _first_half(match: re.Match[str], year: int | None) -> Span | None:
    own = _own_year(match, year)
    return Span(own, 1, 6) if own else None


def _last_months(match: re.Match[str], year: int | None) -> Span | None:
    own, months = _own_year(match, year), NUMBER_WORDS.get(match["n"]) or int(match["n"])
    return Span(own, 13 - months, 12) if own else None


def _quarter(match: re.Match[str], year: int | None) -> Span | None:
    own, quarter = _own_year(match, year), _ROMAN.get(match["q"]) or int(match["q"])
    return Span(own, 3 * quarter - 2, 3 * quarter) if own else None


def _month(match: re.Match[str], year: int | None) -> Span | None:
    own, month = _own_year(match, year), _MONTH_WORDS.get(match["m"]) or int(match["m"])
    return Span(own, month, month) if own else None


def _year(match: re.Match[str], year: int | None) -> Span | None:
    own = _own_year(match, year)
    return Span(own, 1, 12) if own else None
