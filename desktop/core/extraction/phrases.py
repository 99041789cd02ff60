"""The patterns of running text, put together once from the word lists of resources/lexicon/phrases.toml."""

import re
from functools import cache

from desktop.core.extraction import lexicon

_YEAR = r"(?:19[89][0-9]|20[0-5][0-9])"
_COMPARATIVES = ("cao", "thấp", "ít", "nhiều", "lớn", "nhỏ", "kém", "nhanh", "chậm", "nhỉnh")
_END = r"(?![^\W_])"


def _any(*keys: str) -> str:
    return lexicon.any_of("phrases", *keys)


def _between() -> str:
    """Return the words that may stand between a verb and its number."""
    return _any("change.between", "qualifier.about", "qualifier.over", "qualifier.under")


@cache
def change_before() -> re.Pattern[str]:
    """A verb of change right before a number: groups `up` or `down`, `to` where it tells a level reached."""
    to_level = _any("change.to_level")
    against = r"(?:so với|so)(?: +[^\s,;:.()]+){1,9}?"
    to_a_level = rf"(?P<to>{to_level}){_END}"
    plan = rf"{_any('base.plan')}{_END}(?: +[^\W\d_]+){{0,3}}?"
    than = r"(?<=hơn )(?P<than>[^,;:()]{3,70}?)"
    return re.compile(
        rf"\b(?:(?P<up>{_any('change.up')})|(?P<down>{_any('change.down')}))"
        rf"(?:,? +(?:{_between()}{_END}|{to_a_level}|{against}|{plan}|{than}))*[ :(,]*$"
    )


@cache
def change_noun() -> re.Pattern[str]:
    """A noun whose value in % is itself a change ("tốc độ tăng", "lạm phát")."""
    return re.compile(rf"\b{_any('change.nouns')}{_END}")


@cache
def share_before() -> re.Pattern[str]:
    """A verb of share right before a number."""
    return re.compile(rf"\b{_any('share.verbs')}(?: +{_between()})* *$")


@cache
def ratio_before() -> re.Pattern[str]:
    """A verb of attainment right before a number."""
    return re.compile(rf"\b{_any('ratio.verbs')}(?: +{_between()})* *$")


@cache
def times_before() -> re.Pattern[str]:
    """A word that makes "2 lần" a ratio right before a number."""
    return re.compile(rf"\b{_any('ratio.times_before')}(?: +{_between()})* *$")


@cache
def qualifier_before(name: str) -> re.Pattern[str]:
    """A qualifier right before a number, or before its "từ" or verb of change."""
    words = _any("qualifier." + name)
    compared = "".join(rf"(?<!{word} )" for word in _COMPARATIVES)
    return re.compile(
        rf"(?<![^\W_]){compared}{words}(?: +(?:từ|đạt|là|mức|có|được|tăng|giảm|chiếm|bằng))? *$"
    )


@cache
def against() -> re.Pattern[str]:
    """A comparison with its marker: group `what` is what the figure is held against."""
    marker = r"(?:so với|so(?= +(?:cùng|kế|dự|năm|tháng|quý|tuần|đầu|cuối|kh|ck))|svck|sv|tăng so|giảm so)"
    verbs = r" (?:và|nhưng|song|còn|trong đó|đạt|là|thì|do|chiếm|tương)\b"
    changes = r"(?<!mức)(?<!tốc độ) (?:tăng|giảm)\b"
    return re.compile(rf"\b{marker}(?P<what>[^;:()]*?)(?=$|[;:()]|,(?! ?20)|\.(?![0-9])|{verbs}|{changes})")


@cache
def attained() -> re.Pattern[str]:
    """What a share or attainment is of, right behind the number: "… kế hoạch năm", "… cùng kỳ"."""
    plan, same = _any("base.plan"), _any("base.same_period")
    return re.compile(rf" *(?:so với|so|của|với|mức|tổng)? *(?:(?P<plan>{plan})|(?P<same>{same})){_END}")


@cache
def base_words(name: str) -> re.Pattern[str]:
    """Any word of one list of bases."""
    return re.compile(rf"(?<![^\W_]){_any('base.' + name)}{_END}")


@cache
def leading_connectors() -> re.Pattern[str]:
    """Connectors, time and place that stand before a subject, as many as there are."""
    item = r"(?:[\s(]*[0-9a-z]{1,2}[.)] )?"
    signs = r"[\s,;:.()\"'*+•\-–\[\]»]"
    words = _any("head.connectors", "head.places")
    return re.compile(rf"{item}{signs}*(?:(?:{_leading_time()}|{words}{_END})[\s,:.()\-]*)+|{signs}+")


def _leading_time() -> str:
    prepositions = (
        "trong|đến|tính đến|tính từ|từ|hết|vào|của|cuối|đầu|giữa|lũy kế|tính chung|riêng|ước tính|ước"
        "|bước vào|sang|đến hết|so với"
    )
    part = r"(?:đầu |cuối |trung tuần |hạ tuần |thượng tuần )?(?:tháng|quý|năm)"
    which = r"(?:[0-9ivx]+\b|này|nay|qua|trước|báo cáo)(?:[/.-][0-9]+)*(?: *(?:-|đến|và) *[0-9/.-]+)?"
    kinds = (
        r"ngày +[0-9/.-]+",
        rf"{part} +{which}(?: +năm +[0-9]+)?",
        r"[0-9]{1,2} (?:ngày|tuần|tháng|năm) qua",
        r"[0-9]{1,2} tháng(?: đầu)?(?: năm)?(?: [0-9]{4})?",
        r"(?:năm|tháng|quý) [0-9]{4}",
        r"năm học [0-9 -]+",
        r"cả năm(?: [0-9]{4})?",
    )
    return rf"(?:(?:{prepositions})? *(?:{'|'.join(kinds)}))"


@cache
def trailing_linkers() -> re.Pattern[str]:
    """The predicate between a subject and its number, as many words as there are."""
    words = _any("head.linkers", "qualifier.about", "qualifier.over", "qualifier.under", "change.between")
    return re.compile(rf"(?:(?:^|(?<=[\s,:(\"]))(?:{words})[\s,:(\"]*)+$")


@cache
def predicate() -> re.Pattern[str]:
    """A verb after which a subject has ended."""
    nouns = "".join(rf"(?<!{noun})" for noun in ("tốc độ", "mức", "tỷ lệ", "hệ số", "số", "vốn"))
    return re.compile(rf"{nouns} +{_any('head.predicates')}{_END}")


@cache
def generic_head() -> re.Pattern[str]:
    """Words too general to tell what is counted, from the left, as many as there are."""
    return re.compile(rf"^(?:{_any('head.generic')}{_END}[\s,]*)+")


@cache
def tail_stop() -> re.Pattern[str]:
    """What ends the words behind a counted noun."""
    return re.compile(rf"[,;:()!?/]|\.(?= |$)|\.\.| - | +{_any('tail.stops')}{_END}")


@cache
def measure_head() -> re.Pattern[str]:
    """A measure at the beginning of a subject: "sản lượng", "diện tích"."""
    return re.compile(rf"{_any('subject.measures')}{_END}")


@cache
def time_tail() -> re.Pattern[str]:
    """A time at the end of a subject."""
    kinds = (
        r"ngày [0-9/.-]+",
        rf"(?:đầu |cuối )?(?:tháng|quý) +[0-9ivx]+(?:[/.-][0-9]+)*(?: năm {_YEAR})?",
        rf"[0-9]{{1,2}} tháng(?: đầu)?(?: năm)?(?: {_YEAR})?",
        rf"(?:cả )?năm {_YEAR}",
        r"năm (?:nay|qua)",
        r"(?:tháng|quý) (?:này|nay)",
        r"trong (?:tháng|quý|năm|kỳ|ngày)",
    )
    prepositions = r"(?:trong |của |đến |tính đến |hết |ước |vào )?"
    return re.compile(rf"[\s,(]+{prepositions}(?:{'|'.join(kinds)})\)?$")


@cache
def between_shares() -> re.Pattern[str]:
    """What parts "12% về số vụ và 4% về số người": the words of the first, and a join."""
    return re.compile(r" +(?:về +)?số [^,;.()]{1,40}?(?:,| và|, và) *")


@cache
def common_predicate() -> re.Pattern[str]:
    """The verb at which the predicate that a list has in common begins."""
    return re.compile(rf" +{_any('tail.predicates')}{_END}")


@cache
def empty_subject() -> re.Pattern[str]:
    """Words that alone name no subject."""
    return re.compile(_any("subject.empty"))


@cache
def casualty() -> re.Pattern[str]:
    """What happened to the people that a number counts: "chết", "bị thương"."""
    return re.compile(rf"\b{_any('casualties.states')}{_END}")


@cache
def events() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the events that hurt people, each with the words that tell of it."""
    named = lexicon.table("phrases")["casualties"]["events"]
    return tuple((name, re.compile(lexicon.any_of("phrases", f"casualties.events.{name}"))) for name in named)


@cache
def goes_on() -> re.Pattern[str]:
    """A noun at the end of a text that another one completes behind the comma: "nông, lâm nghiệp"."""
    return re.compile(rf"(?<![^\W_]){_any('subject.goes_on')} *$")
