"""Numbers that verbs of change stand before: an amount of a rise or fall, or the level that it reaches."""

import re

from desktop.core.extraction import phrases
from desktop.core.extraction.around import Around, Comparison
from desktop.core.extraction.named_bases import attained_base, base_named
from desktop.core.extraction.units import UnitClass
from desktop.core.figures import Base, Kind

# These mean "more than" before a number that nothing else stands between: "dài hơn 20 km".
_MORE_THAN = ("sâu hơn", "xa hơn", "dài hơn", "rộng hơn")
_OF_PLAN = ("hụt", "vượt thu", "bội thu")
# These are changes only with what they are held against: "vượt 1.000 tỷ đồng" is a level.
_ALSO_LEVEL = ("vượt", "mất", "âm", "kém", "mất giá", "hạ", "lùi", "bội", "rút ngắn", "dôi")
_REACH = 110
_REACHES = re.compile(r"\b(?:là|đạt)\b")
_LEVEL_BESIDE = re.compile(r"\bhơn, *(?:(?:chỉ|còn|khoảng|ở mức|quanh) )+$")
_AT_MOST = re.compile(r"\bkhông (?:cao|thấp|nhiều|ít|lớn|nhỏ) hơn *$")
_CAPITAL = re.compile(r"\b(?:vốn(?: đầu tư| đăng ký)*|xin|điều chỉnh vốn) $")
_AS_SHARE = re.compile(r" *\((?:(?:tương đương|tương ứng|tức|hay|khoảng|tăng|vượt) ?)*")
_HELD_AGAINST = re.compile(r"(?: [^\W\d_]+){0,2} so với *")
_FROM = re.compile(r" từ(?: (?:mức|khoảng|gần|hơn|trên))* *$")
_THEN_TO = re.compile(r"[^,;.]{0,40}?(?<!trở )\b(?:lên|xuống)\b")
_BRACKETED = re.compile(r"\([^()]*\)")
_NO_AIM = "còn|xuống|lên|đạt|chiếm|là|tỷ trọng"
_CUT = re.compile(
    rf"\b(?:(?P<down>kéo giảm|giảm|cắt giảm|tiết giảm)|tăng)(?: (?!{_NO_AIM})[^\W\d_]+){{1,8}}"
    r"(?: từ|:| ít nhất| tối thiểu| bình quân)(?: (?:khoảng|trên|hơn|gần))* *$"
)
_GOAL = re.compile(
    r"(?:^|[;:,.)\]] |- |\b(?:phấn đấu|để|nhằm) )(?:kéo )?giảm"
    rf"(?: (?!{_NO_AIM}|so|từ|trên|dưới)[^\W\d_]+){{1,7}}(?: (?:từ|trên|hơn|khoảng|ít nhất))* *$"
)
_SUPERLATIVE = re.compile(
    r"\b(?:tăng|(?P<down>giảm))(?: giá)? (?:cao|mạnh|nhiều|thấp|ít|sâu|nhanh|chậm) nhất\b[^0-9;.:]*$"
)


_EXAMPLES = re.compile(
    r"\b(?:tăng|(?P<down>giảm))(?: giá)?"
    r"(?:(?= (?:gồm|bao gồm|như)\b)| (?:cao|mạnh|khá|nhiều|sâu|nhanh|đột biến|thấp|ít|chậm))"
    r"(?: (?:như|là|gồm|bao gồm|ở|tại|có)|:)(?:(?!chiếm|đạt|bằng|tỷ)[^0-9;.()]){1,50}\(? *$"
)


def beyond_mark(around: Around) -> Comparison | None:
    """Return the change that a measure above or below a mark is: "vượt báo động 3 là 0,73 m"."""
    if around.unit is not UnitClass.MEASURE or not phrases.may_tell("base.marks", around.tail):
        return None
    if not (mark := phrases.beyond_mark().search(around.tail)):
        return None
    return Comparison(Kind.CHANGE, Base.OTHER, is_fall=mark["down"] is not None, certainty=0.8)


def held_against(around: Around) -> Comparison | None:
    """Return the level that the first of two numbers in brackets is: "tăng (8 người so với 5 người)"."""
    if around.is_relative or not around.left.endswith("(") or not _HELD_AGAINST.fullmatch(around.right):
        return None
    return Comparison(Kind.LEVEL, certainty=0.7)


def changed(around: Around) -> Comparison | None:
    """Return what a number is that a verb of change stands right before."""
    if not phrases.is_change_before(around.left):
        return None
    change = phrases.change_before().search(around.left, max(0, len(around.left) - _REACH))
    if change is None:
        return None
    if not around.is_relative and (_LEVEL_BESIDE.search(around.tail) or _AT_MOST.search(around.tail)):
        return Comparison(Kind.LEVEL, certainty=0.8)
    if change["to"] is not None or _goes_on(around):
        return _reached(around, change)
    is_amount = around.is_relative or around.mention.value.high is not None
    if change[0].rstrip(" (").endswith(" từ") and not is_amount:
        return Comparison(Kind.LEVEL, certainty=0.8)
    earlier, is_of_other = around.earlier, change["than"] and around.left.endswith("(")
    if is_of_other and earlier and around.unit is earlier.mention.unit.unit_class:
        return earlier.comparison.going_on(earlier.comparison.base, 0.6)
    if not _is_by_amount(change, around) or (_verb(change) == "kém" and around.base is None):
        return None
    base = _change_base(change, around) or around.base
    return Comparison(Kind.CHANGE, base, is_fall=change["down"] is not None)


def aimed(around: Around) -> Comparison | None:
    """Return the change that a percentage with its verb further off is: "giảm tỷ lệ hộ nghèo 1,5%"."""
    if not around.is_percent or not ("tăng" in around.left or "giảm" in around.left):
        return None
    if not attained_base(around.right):
        if _GOAL.search(around.left):
            return Comparison(Kind.CHANGE, around.base, is_fall=True, certainty=0.7)
        if cut := _CUT.search(around.own_left):
            return Comparison(Kind.CHANGE, around.base, is_fall=cut["down"] is not None, certainty=0.7)
    told = around.left if around.left.endswith("(") else around.own_left
    if highest := _SUPERLATIVE.search(told) or _EXAMPLES.search(around.left):
        return Comparison(Kind.CHANGE, around.base, is_fall=highest["down"] is not None, certainty=0.8)
    return None


def _verb(change: re.Match[str]) -> str:
    return (change["up"] or change["down"]).strip()


def _is_by_amount(change: re.Match[str], around: Around) -> bool:
    """Tell a change from a level that only sounds like one: "vượt 1.000 tỷ", "vốn tăng thêm là 5 tỷ"."""
    if around.is_relative:
        return True
    verb = _verb(change)
    if verb in _MORE_THAN:
        return change["than"] is not None
    if _CAPITAL.search(change.string[: change.start()]):
        return False
    if verb in _OF_PLAN:
        return True
    if verb in _ALSO_LEVEL:
        is_against = phrases.against().match(_BRACKETED.sub("", around.right).lstrip()) is not None
        return is_against or _AS_SHARE.fullmatch(around.right) is not None
    return not _REACHES.search(change[0]) or any(map(change[0].__contains__, ("so với", "hơn", "ước")))


def _goes_on(around: Around) -> bool:
    """Tell "tăng từ A lên B", whose A is a level."""
    return _FROM.search(around.left) is not None and _THEN_TO.match(around.right) is not None


def _reached(around: Around, change: re.Match[str]) -> Comparison:
    """Return what a number is that a rise or fall comes from or goes to."""
    subject = f"{around.subject} {change[0]}"
    if "lãi suất" in subject:
        return Comparison(Kind.LEVEL, certainty=0.8)
    if around.is_relative and phrases.tells("change.nouns", subject) and "đóng góp" not in subject:
        return Comparison(Kind.CHANGE, around.base, certainty=0.7)
    return Comparison(Kind.SHARE if around.is_relative else Kind.LEVEL, certainty=0.9)


def _change_base(change: re.Match[str], around: Around) -> Base | None:
    """Return the base that stands between a verb of change and its number, or goes with the verb."""
    is_plan = phrases.base_words("plan").search(change[0]) is not None
    if change["than"] and (what := change["than"].strip().removeprefix("so với ")):
        return Base.PLAN if is_plan else base_named(what, around.report)
    verb, attained = _verb(change), attained_base(around.right)
    if verb == "vượt" and phrases.of_noun().match(around.right) and not attained:
        return Base.OTHER
    return Base.PLAN if is_plan or verb in _OF_PLAN or attained is Base.PLAN else None
