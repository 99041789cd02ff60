"""The rules by which a number is no figure, as patterns over folded passages, the stronger first.

A rule that begins with a number is tried at the numbers only. A group `n` narrows what is set aside to the
number. Empty groups ask for a second look: `weak` that no unit follows, `capital` that a proper name stands
before, `bare_year` and `duration` that the words around agree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from desktop.core.extraction.lexicon import any_of
from desktop.core.sections import LedgerKind


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the reason it gives; `is_at_number` says that a match begins where a number does."""

    kind: LedgerKind
    pattern: re.Pattern[str]
    is_at_number: bool
    has_part: bool


_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:1[89][0-9]{2}|20[0-9]{2})"
_QUARTER = r"(?:[1-4]|[iv]+)"
_BEGIN = r"(?<![0-9])(?<![0-9][.,/])"
_ALONE = _BEGIN + r"(?<!\w)"
_END = r"(?![0-9]|[.,/][0-9])"
_TO = r"(?: ?- ?| đến | tới | và | hoặc )"
_NO_AMOUNT = r"(?![0-9%]|[.,][0-9])"
_NUMBERS = r"[0-9]{1,4}(?:\.[0-9]{1,2}(?![0-9]))*(?![0-9]|\.[0-9])"
_CODE = r"[0-9]+(?:/[0-9]{4})?[-/][a-zđ][\w]*(?:[-/.&][a-zđ0-9][\w]*)*"
_HOLIDAYS = r"(?:30/4|0?1/0?5|0?2/0?9|19/5|27/7|20/11|20/10|0?8/0?3|22/12|0?3/0?2|10/3)"


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the order in which they are to be tried."""
    by_kind = (
        (LedgerKind.FURNITURE, _furniture()),
        (LedgerKind.NAME, _plain_names()),
        (LedgerKind.ORDINAL, _item_numbers()),
        (LedgerKind.LEGAL, _legal_numbers()),
        (LedgerKind.DATE, _dates()),
        (LedgerKind.ORDINAL, _ordinals()),
        (LedgerKind.NAME, _names()),
        (LedgerKind.PERIOD, _periods()),
    )
    return tuple(_rule(kind, pattern) for kind, patterns in by_kind for pattern in patterns)


def _rule(kind: LedgerKind, pattern: str) -> Rule:
    compiled = re.compile(pattern)
    return Rule(kind, compiled, pattern.startswith(_BEGIN), "n" in compiled.groupindex)


def _furniture() -> Iterator[str]:
    """Yield counters, telephone numbers, addresses on the net, page lists."""
    counters = any_of("set_aside", "furniture.before")
    phones = any_of("set_aside", "furniture.phones")
    emergency = any_of("set_aside", "furniture.emergency")
    yield r"(?:https?://|www\.)\S+|\S+@\S+\.\S+"
    yield rf"\b{counters} ?(?:số)?[:.()©]+ ?(?P<n>[+(]?[0-9][0-9 .,()/+-]*)"
    yield rf"\b{phones}(?: [^\W\d_]+){{0,3}}:? *(?P<n>\(?[0-9][0-9 .()/-]{{3,}})"
    yield rf"\b{emergency}: ?(?P<n>[0-9]{{3}})(?![0-9.,%])(?P<weak>)"
    yield r"\btrang +[0-9]+ ?/ ?[0-9]+|\btrang(?: +[0-9]+){2,}[ .…0-9]*"
    yield rf"{_ALONE}0[0-9]{{8,10}}\b"
    yield r"\(?\b0[0-9]{2,3}\)?[ .-]?[0-9]{3}[ .-]?[0-9]{3,4}\b"
    yield rf"{_ALONE}1[89]00[ .][0-9]{{4}}\b"
    yield r"(?<![0-9.,] )(?<![0-9.,])\b(?:[1-9][0-9]? ){3,}[1-9][0-9]?\b(?![.,]?[0-9])"
    yield r"^\W*(?:[0-9]+ +){2,}(?:\.{2,}|…|trang|tiếp|sau|next|»|>).*"


def _plain_names() -> Iterator[str]:
    """Yield quoted mottos, ages, sizes."""
    yield r'(?<=")[0-9]{1,2}(?= [^"]{1,40}")'
    yield rf"{_ALONE}[0-9]{{1,2}} ?- ?[0-9]{{1,2}}(?= +tuổi\b)"
    yield rf"{_ALONE}[0-9]+(?:[.,][0-9]+)? ?x ?[0-9]+(?:[.,][0-9]+)?\b(?: ?(?:cm|m|mm|km)\b)?"


def _item_numbers() -> Iterator[str]:
    """Yield the numbers of headings and list items: "11.", "1.2", "(3)"; "(15/9)" is a day."""
    yield rf"\((?P<n>{_DAY}/{_MONTH})\)"
    yield r"^\W*(?P<n>[0-9]{1,3}(?:\.[0-9]{1,3})*)(?:[.)/](?![0-9])| *[-:] )"
    yield r"(?<=[.;:] )\(?(?P<n>[0-9]{1,2})(?:\)|-) "
    yield r"\((?P<n>[0-9]{1,2})\)(?! *%)"
    yield r"\[[0-9]{1,3}\]"


def _legal_numbers() -> Iterator[str]:
    """Yield the numbers of documents and of their parts."""
    documents = any_of("set_aside", "legal.documents")
    numbered = any_of("set_aside", "legal.numbered")
    parts = any_of("set_aside", "legal.parts")
    weak_parts = any_of("set_aside", "legal.parts_unless_unit")
    yield rf"(?:\b{documents}(?: +số)?:? +|\bsố:? *){_BEGIN}{_CODE}"
    yield rf"{_BEGIN}{_CODE}"
    yield rf"\b{documents} +số:? *[0-9]+(?:/[0-9]+)*{_more()}"
    yield rf"\b{numbered} +(?:số +)?(?P<n>[0-9]{{1,4}})(?![0-9.,%])"
    yield rf"\b{parts} +(?:số +)?{_NUMBERS}(?:[a-zđ]\b)?{_more()}(?! *%|/)"
    yield rf"\b{weak_parts} +(?:số +)?{_NUMBERS}(?:[a-zđ]\b)?(?![0-9%/]|[.,][0-9])(?P<weak>)"


def _dates() -> Iterator[str]:
    """Yield days, months, quarters, years, and hours of the day."""
    day_words = any_of("set_aside", "date.before_day")
    year_words = any_of("set_aside", "date.before_year")
    day = rf"{_DAY}(?:[/.-]{_MONTH})?"
    of_year = rf"(?:[/.-]{_YEAR}| +năm +{_YEAR}| *- *{_YEAR})"
    yield (
        rf"\b(?:ngày|mùng|mồng|hôm) +{day}(?:[/.-]{_YEAR})?(?:(?:{_TO}|, ?)(?:ngày +)?{day})*"
        rf"(?: +tháng +{_MONTH})?(?:(?: +năm +|[/.-]|,? *){_YEAR})?{_END}(?! ?(?:h|:|giờ))"
    )
    yield rf"{_BEGIN}{_DAY}[/.-]{_MONTH}[/.-]{_YEAR}\b"
    yield rf"{_BEGIN}{_DAY}/{_MONTH}/[0-9]{{2}}\b"
    yield rf"{_BEGIN}{_DAY}(?:/{_MONTH})?{_TO}{_DAY}/{_MONTH}(?:/{_YEAR})?{_END}"
    yield rf"\btháng +{_MONTH}{of_year}"
    yield rf"\btháng +{_MONTH}(?:(?:{_TO}|, ?)(?:tháng +)?{_MONTH}(?![0-9%,.]))*{of_year}?{_END}"
    yield rf"\bt{_MONTH}(?:[/.-]{_YEAR}|\b)"
    yield rf"\b(?:quý|q\.?) *{_QUARTER}(?:{_TO}(?:quý *)?{_QUARTER})?(?:[/.-] ?| năm | - ){_YEAR}"
    yield rf"{_BEGIN}{_MONTH}/{_YEAR}{_END}"
    yield rf"{_BEGIN}{_YEAR}{_TO}(?:năm +)?{_YEAR}{_END}"
    yield rf"{_BEGIN}{_YEAR}/{_YEAR}{_END}"
    yield rf"\b{year_words} +{_YEAR}(?:(?:{_TO}|, ?){_YEAR})*{_END}(?! *%)"
    yield rf"\bnăm +(?:học +|{_YEAR}{_TO})?[0-9]{{4}}\b"
    yield rf"{_ALONE}[0-9]{{1,2}}[:h][0-9]{{2}}(?::[0-9]{{2}})?(?:'|ph(?:út)?)?(?![0-9])"
    yield (
        rf"{_ALONE}[0-9]{{1,2}} ?(?:h|giờ)(?: ?[0-9]{{1,2}}(?: ?(?:'|phút|ph))?)?"
        r"(?= *(?:,? *ngày|sáng|chiều|tối|đêm|cùng ngày))"
    )
    yield r"\b(?:gmt|utc) ?[+-] ?[0-9]{1,2}"
    yield rf"\b{day_words} +(?:ngày +)?(?P<n>{_DAY}/{_MONTH})(?![0-9/]| *%)(?P<weak>)"
    yield rf"{_BEGIN}{_DAY}/{_MONTH}(?= +(?:âm lịch|dương lịch|và +{_DAY}/{_MONTH}|hàng năm|hằng năm))"
    yield rf"{_ALONE}{_HOLIDAYS}(?=[ ,;.)-]|$)(?P<weak>)"
    yield rf"{_BEGIN}(?P<bare_year>(?:19[3-9]|20[0-5])[0-9])(?![0-9%]|[.,/][0-9])"


def _ordinals() -> Iterator[str]:
    """Yield numbers that name a place in an order."""
    always = any_of("set_aside", "ordinal.always")
    unless_unit = any_of("set_aside", "ordinal.unless_unit")
    further = r" *(?:và|-|,|đến) *(?:mức độ +|mức +|cấp +)?[0-9]+(?![0-9.,%])"
    item = rf"(?: và | ?- ?|, |\.)[0-9]{{1,2}}{_NO_AMOUNT}"
    yield (rf"\b{always} +(?:số +)?(?P<n>{_NUMBERS}(?:{_more()}|{further})*(?:/[0-9]+)?)(?![0-9%]|,[0-9])")
    yield (
        rf"\b{unless_unit} +(?:số +)?(?P<n>[0-9]{{1,3}}(?:{item})*)"
        rf"(?![0-9%]|[.,/][0-9]| ?- ?[0-9])(?P<weak>)"
    )
    yield rf"{_ALONE}[1-7](?: ?- ?[1-7])?(?= +sao\b)"
    yield r"\b(?:đủ|ít nhất|tiêm|nhắc lại) +(?P<n>0?[1-5])(?= +(?:mũi|liều)\b(?! +(?:tiêm|vắc)))"


def _names() -> Iterator[str]:
    """Yield numbers that are part of a name: roads, diseases, versions, ages, projects."""
    before = any_of("set_aside", "name.before")
    ages = any_of("set_aside", "name.before_age")
    yield rf"\b{before} ?-? *(?:số +)?(?P<n>{_NUMBERS}[a-z]?)(?![0-9%]|,[0-9])"
    yield r"(?<![^\W_])(?!(?:[kcdm]?m)[23]\b)[^\W\d_]+(?:[-.][^\W\d_]+){0,5}[-.]?[0-9][\w.]*(?:\+[0-9]+)?"
    yield rf"{_BEGIN}[0-9]{{1,3}}[a-z](?![^\W_])(?P<weak>)"
    yield rf"{_BEGIN}(?<=[^\W\d_] )[1-9][0-9]?(?![0-9%a-zđ]|[.,/][0-9]| ?- ?[0-9])(?P<weak>)(?P<capital>)"
    yield (rf"\b{ages} +[0-9]{{1,2}}(?:(?: ?- ?| đến | và | đến dưới | đến đủ )[0-9]{{1,2}})?(?= +tuổi\b)")
    yield rf"{_ALONE}(?:1 +cửa|[0-9] trong 1)\b"
    yield r"\([a-z]?[0-9]*[a-z]+[0-9]+\w*\)"
    yield rf"{_ALONE}(?:24 ?/ ?(?:24|7) ?(?:giờ|h)?|24 ?h|[2-6]g)\b"


def _periods() -> Iterator[str]:
    """Yield spans of time that say when, not how much."""
    units = any_of("set_aside", "period.units")
    yield r"\b(?:quý|tuần|tháng) +[0-9]{1,2}(?![0-9.,%])(?P<weak>)"
    yield (
        rf"{_BEGIN}(?P<duration>[0-9]{{1,3}}(?: ?- ?[0-9]{{1,3}})?) *{units}\b(?! *tuổi)"
        rf"(?:{_TO}[0-9]{{1,3}} +{units}\b)?"
    )


def _more() -> str:
    """Return the pattern of further numbers of a list, none of them an amount."""
    units = any_of("set_aside", "period.units")
    return rf"(?:(?:, | và | ?- ?| đến |; ?){_NUMBERS}(?![0-9%,]| *(?:%|{units}\b)))*"
