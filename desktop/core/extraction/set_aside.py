"""Numbers that are no figures: dates, periods, legal numbers, ordinals, names, and what the page adds.

Rules read the folded passage, the stronger kind first; a number that one of them covers is not looked at
again. Their word lists are resources/lexicon/set_aside.toml.
"""

import re
from dataclasses import dataclass
from functools import cache

from desktop.core.extraction import lexicon
from desktop.core.extraction.passages import Passage
from desktop.core.extraction.units import UnitClass, unit_at
from desktop.core.sections import LedgerKind

_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:1[89][0-9]{2}|20[0-9]{2})"
_END = r"(?![0-9]|[.,/][0-9])"
_BEGIN = r"(?<![0-9])(?<![0-9][.,/])"
_LAST_ITEM = re.compile(r"(?: ?[,-] ?| +và +| +đến +)[^,]*$")
_NO_UNIT = (UnitClass.NONE, UnitClass.GUESSED, UnitClass.TIME)
_SPAN = r"(?: ?- ?| đến | tới | và | hoặc | - )"


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of a passage, [start, end), and why its numbers are no figures."""

    start: int
    end: int
    kind: LedgerKind


def asides_of(passage: Passage) -> list[Aside]:
    """Return the stretches of the passage whose numbers are no figures, in text order, none overlapping."""
    if _furniture_block().match(passage.lower):
        return [Aside(0, len(passage.text), LedgerKind.FURNITURE)]
    taken: list[Aside] = []
    for kind, pattern in _rules():
        for match in pattern.finditer(passage.lower):
            start, end = match.span("n") if "n" in pattern.groupindex else match.span()
            if any(a.start < end and start < a.end for a in taken):
                continue
            if "n" in pattern.groupindex and kind is LedgerKind.ORDINAL:
                end = _without_counted(passage, start, end)
            if _holds(kind, match, passage, end):
                taken.append(Aside(start, end, kind))
    return sorted(taken, key=lambda aside: aside.start)


def _without_counted(passage: Passage, start: int, end: int) -> int:
    """Return where a list of ordinals ends: "cấp 1, 10 bưu cục" is one ordinal and a figure."""
    while (cut := _LAST_ITEM.search(passage.lower, start, end)) and cut.start() > start:
        if unit_at(passage, end).unit_class in _NO_UNIT:
            break
        end = cut.start()
    return end


def _holds(kind: LedgerKind, match: re.Match[str], passage: Passage, end: int) -> bool:
    """Tell whether a match still stands when what follows it, from `end` on, is looked at."""
    groups = match.groupdict()
    if groups.get("capital") is not None and not _is_name(match, passage.text):
        return False
    if groups.get("weak") is not None:
        is_amount = match[0].startswith("số") and _amount_before().search(passage.lower, 0, match.start())
        return not is_amount and unit_at(passage, end).unit_class in _NO_UNIT
    if groups.get("bare_year"):
        return unit_at(passage, match.end()).unit_class in _NO_UNIT
    if kind is LedgerKind.PERIOD and groups.get("duration"):
        return _is_period(match, passage.lower)
    return True


def _is_name(match: re.Match[str], text: str) -> bool:
    """Tell a proper name before a number ("Phú Bình 2") from a word that only begins a sentence."""
    start = match.start()
    before = text[:start].rstrip()
    return (
        text[start].isupper()
        and bool(before)
        and before[-1] not in ".;:!?-+*•"
        and not text[start:].isupper()
    )


def _is_period(match: re.Match[str], text: str) -> bool:
    """Tell a span of time that says when from one that is measured ("trung bình 15 năm")."""
    if _period_after().match(text, match.end()):
        return True
    if match[0].endswith("tháng") and _average_before().search(text, 0, match.start()):
        return True
    return not _measured_before().search(text, 0, match.start())


@cache
def _amount_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:trong|tổng|con|trên) $")


@cache
def _furniture_block() -> re.Pattern[str]:
    counters = lexicon.any_of("set_aside", "furniture.counters")
    return re.compile(rf"\W*{counters}(?: ?[:(©|]|\W*[0-9., ]*$)")


@cache
def _period_after() -> re.Pattern[str]:
    return re.compile(r" +" + lexicon.any_of("set_aside", "period.after") + r"\b")


@cache
def _measured_before() -> re.Pattern[str]:
    measured = lexicon.any_of("set_aside", "period.measured")
    qualifiers = lexicon.any_of(
        "phrases", "qualifier.about", "qualifier.over", "qualifier.under", "change.between"
    )
    return re.compile(rf"\b{measured}(?: +{qualifiers}| +(?:là|:))* *$")


@cache
def _average_before() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('set_aside', 'period.averages')} *$")


@cache
def _rules() -> tuple[tuple[LedgerKind, re.Pattern[str]], ...]:
    """Return the rules, the stronger first; a group `n` narrows what is set aside."""
    documents = lexicon.any_of("set_aside", "legal.documents")
    parts = lexicon.any_of("set_aside", "legal.parts")
    weak_parts = lexicon.any_of("set_aside", "legal.parts_unless_unit")
    phones = lexicon.any_of("set_aside", "furniture.phones")
    emergency = lexicon.any_of("set_aside", "furniture.emergency")
    code = r"[0-9]+(?:/[0-9]{4})?[-/][a-zđ][\w]*(?:[-/.&][a-zđ0-9][\w]*)*"
    ordinal = lexicon.any_of("set_aside", "ordinal.always")
    weak = lexicon.any_of("set_aside", "ordinal.unless_unit")
    name = lexicon.any_of("set_aside", "name.before")
    day_words = lexicon.any_of("set_aside", "date.before_day")
    year_words = lexicon.any_of("set_aside", "date.before_year")
    furniture = lexicon.any_of("set_aside", "furniture.before")
    units = lexicon.any_of("set_aside", "period.units")
    ages = lexicon.any_of("set_aside", "name.before_age")
    numbers = r"[0-9]{1,4}(?:\.[0-9]{1,2}(?![0-9]))*(?![0-9]|\.[0-9])"
    more = rf"(?:(?:, ?| và | ?- ?| đến |; ?){numbers}(?![0-9%,]| *(?:%|{units}\b)))*"
    day_month = rf"{_DAY}[/.-]{_MONTH}"
    kind = LedgerKind
    rules = (
        (kind.FURNITURE, r"(?:https?://|www\.)\S+|\S+@\S+\.\S+"),
        (kind.FURNITURE, rf"\b{furniture} ?(?:số)?[:.()©]+ ?(?P<n>[+(]?[0-9][0-9 .,()/+-]*)"),
        (kind.FURNITURE, rf"\b{phones}:? *(?P<n>\(?[0-9][0-9 .()/-]{{3,}})"),
        (kind.FURNITURE, rf"\b{emergency}: ?(?P<n>[0-9]{{3}})(?![0-9.,%])(?P<weak>)"),
        (kind.NAME, r'(?<=")[0-9]{1,2}(?= [^"]{1,40}")'),
        (kind.NAME, r"\b[0-9]{1,2} ?- ?[0-9]{1,2}(?= +tuổi\b)"),
        (kind.FURNITURE, r"\btrang +[0-9]+ ?/ ?[0-9]+"),
        (kind.FURNITURE, r"\(?\b0[0-9]{2,3}\)?[ .-]?[0-9]{3}[ .-]?[0-9]{3,4}\b"),
        (kind.FURNITURE, r"\b1[89]00[ .][0-9]{4}\b"),
        (kind.FURNITURE, r"(?<![0-9.,] )(?<![0-9.,])\b(?:[1-9][0-9]? ){3,}[1-9][0-9]?\b(?![.,]?[0-9])"),
        (kind.NAME, r"\b[0-9]+(?:[.,][0-9]+)? ?x ?[0-9]+(?:[.,][0-9]+)?\b(?: ?(?:cm|m|mm|km)\b)?"),
        (kind.FURNITURE, r"^\W*(?:[0-9]+ +){2,}(?:\.{2,}|…|trang|tiếp|sau|next|»|>).*"),
        (kind.DATE, rf"\((?P<n>{_DAY}/{_MONTH})\)"),
        (kind.ORDINAL, r"^\W*(?P<n>[0-9]{1,3}(?:\.[0-9]{1,3})*)(?:[.)/](?![0-9])| *[-:] )"),
        (kind.ORDINAL, r"(?<=[.;:] )\(?(?P<n>[0-9]{1,2})\) "),
        (kind.ORDINAL, r"\((?P<n>[0-9]{1,2})\)(?! *%)"),
        (kind.LEGAL, rf"(?:\b{documents}(?: +số)?:? +|\bsố:? *)?{_BEGIN}{code}"),
        (kind.LEGAL, rf"\b{documents} +số:? *[0-9]+(?:/[0-9]+)*{more}"),
        (
            kind.LEGAL,
            r"\b(?:nghị quyết|quyết định|nghị định|chỉ thị|thông tư|công văn|công điện|kết luận) +(?:số +)?(?P<n>[0-9]{1,4})(?![0-9.,%])",
        ),
        (kind.LEGAL, rf"\b{parts} +(?:số +)?{numbers}(?:[a-zđ]\b)?{more}(?! *%|/)"),
        (kind.LEGAL, rf"\b{weak_parts} +(?:số +)?{numbers}(?:[a-zđ]\b)?(?![0-9%/]|[.,][0-9])(?P<weak>)"),
        (kind.DATE, rf"{_BEGIN}{_DAY}[/.-]{_MONTH}[/.-]{_YEAR}\b"),
        (kind.DATE, rf"{_BEGIN}{_DAY}/{_MONTH}/[0-9]{{2}}\b"),
        (kind.DATE, rf"{_BEGIN}{_DAY}(?:/{_MONTH})?{_SPAN}{_DAY}/{_MONTH}(?:/{_YEAR})?{_END}"),
        (
            kind.DATE,
            rf"\b(?:ngày|mùng|mồng|hôm) +{_DAY}(?:[/.-]{_MONTH})?(?:(?:{_SPAN}|, ?)(?:ngày +)?{_DAY}(?:[/.-]{_MONTH})?)*(?: +tháng +{_MONTH})?(?:(?: +năm +|/|,? *){_YEAR})?{_END}",
        ),
        (kind.DATE, rf"\btháng +{_MONTH}(?:[/.-]{_YEAR}| +năm +{_YEAR}| *- *{_YEAR})"),
        (
            kind.DATE,
            rf"\btháng +{_MONTH}(?:(?:{_SPAN}|, ?)(?:tháng +)?{_MONTH}(?![0-9%,.]))*(?:[/.-]{_YEAR}| +năm +{_YEAR})?{_END}",
        ),
        (kind.DATE, rf"\bt{_MONTH}(?:[/.-]{_YEAR}|\b)"),
        (
            kind.DATE,
            rf"\b(?:quý|q\.?) *(?:[1-4]|[iv]+)(?:{_SPAN}(?:quý *)?(?:[1-4]|[iv]+))?(?:[/.-] ?| năm | - ){_YEAR}",
        ),
        (kind.DATE, rf"{_BEGIN}{_MONTH}/{_YEAR}{_END}"),
        (kind.DATE, rf"{_BEGIN}{_YEAR}{_SPAN}(?:năm +)?{_YEAR}{_END}"),
        (kind.DATE, rf"{_BEGIN}{_YEAR}/{_YEAR}{_END}"),
        (kind.DATE, rf"\b{year_words} +{_YEAR}(?:(?:{_SPAN}|, ?){_YEAR})*{_END}(?! *%)"),
        (kind.DATE, rf"\bnăm +(?:học +|{_YEAR}{_SPAN})?[0-9]{{4}}\b"),
        (
            kind.DATE,
            r"\b[0-9]{1,2}[:h][0-9]{2}(?::[0-9]{2})?(?:'|ph(?:út)?)?(?![0-9])|\b[0-9]{1,2} ?(?:h|giờ)(?: ?[0-9]{1,2}(?: ?(?:'|phút|ph))?)?(?= *(?:ngày|sáng|chiều|tối|đêm|cùng ngày|,? *ngày))",
        ),
        (kind.DATE, rf"\b{day_words} +(?:ngày +)?(?P<n>{day_month})(?![0-9/]| *%)(?P<weak>)"),
        (
            kind.DATE,
            rf"{_BEGIN}{_DAY}/{_MONTH}(?= +(?:âm lịch|dương lịch|và +{_DAY}/{_MONTH}|hàng năm|hằng năm))",
        ),
        (
            kind.DATE,
            r"\b(?:30/4|01?/0?5|02?/0?9|19/5|27/7|20/11|20/10|08?/0?3|22/12|0?3/0?2|10/3)(?=[ ,;.)-]|$)(?! *(?:chỉ tiêu|xã|huyện|đơn vị|trường|tiêu chí))",
        ),
        (kind.DATE, rf"{_BEGIN}(?P<bare_year>(?:19[3-9]|20[0-5])[0-9])(?![0-9%]|[.,/][0-9])"),
        (
            kind.ORDINAL,
            rf"\b{ordinal} +(?:số +)?(?P<n>{numbers}(?:{more}| *(?:và|-|,|đến) *(?:mức độ +|mức +|cấp +)?[0-9]+(?![0-9.,%]))*(?:/[0-9]+)?)(?![0-9%]|,[0-9])",
        ),
        (
            kind.ORDINAL,
            rf"\b{weak} +(?:số +)?(?P<n>[0-9]{{1,3}}(?:(?: và | ?- ?|, ?|\.)[0-9]{{1,2}}(?![0-9%]|[.,][0-9]))*)(?![0-9%]|[.,][0-9]|\.[0-9]|/[0-9]| ?- ?[0-9])(?P<weak>)",
        ),
        (kind.NAME, rf"\b{name} ?-? *(?:số +)?(?P<n>{numbers}[a-z]?)(?![0-9%]|,[0-9])"),
        (kind.NAME, r"(?<![^\W_])(?!(?:[kcdm]?m|[kcdm]m)[23]\b)(?:[^\W\d_]+[-.]?)+[0-9][\w.]*"),
        (kind.NAME, rf"{_BEGIN}[0-9]{{1,3}}[a-z](?![^\W_])(?P<weak>)"),
        (
            kind.NAME,
            r"[^\W\d_]+ (?P<n>[1-9][0-9]?)(?![0-9%a-zđ]|[.,/][0-9]| ?- ?[0-9])(?P<weak>)(?P<capital>)",
        ),
        (
            kind.NAME,
            rf"\b{ages} +[0-9]{{1,2}}(?:(?: ?- ?| đến | và | đến dưới | đến đủ )[0-9]{{1,2}})?(?= +tuổi\b)",
        ),
        (kind.NAME, r"\b(?:1|một) +cửa\b"),
        (kind.DATE, r"\b(?:gmt|utc) ?[+-] ?[0-9]{1,2}"),
        (kind.ORDINAL, r"\b[1-7](?: ?- ?[1-7])?(?= +sao\b)"),
        (kind.ORDINAL, r"\b(?:đủ|ít nhất|tiêm|nhắc lại) +(?P<n>0?[1-5])(?= +(?:mũi|liều)\b(?! +(?:tiêm|vắc)))"),
        (kind.NAME, r"\([a-z]?[0-9]*[a-z]+[0-9]+\w*\)"),
        (kind.NAME, r"\b24 ?/ ?(?:24|7) ?(?:giờ|h)?\b|\b24 ?h\b|\b[2-6]g\b"),
        (kind.PERIOD, r"\b(?:quý|tuần|tháng) +[0-9]{1,2}(?![0-9.,%])(?P<weak>)"),
        (
            kind.PERIOD,
            rf"{_BEGIN}(?P<duration>[0-9]{{1,3}}(?: ?- ?[0-9]{{1,3}})?) *{units}\b(?! *tuổi)(?:{_SPAN}[0-9]{{1,3}} +{units}\b)?",
        ),
    )
    return tuple((kind, re.compile(pattern)) for kind, pattern in rules)
