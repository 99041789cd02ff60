"""Which subject a number is said of: one its own words name, else what the sentence said before."""

import re

from desktop.core.extraction import phrases, subjects
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.naming_context import Context
from desktop.core.extraction.own_subjects import own_subject
from desktop.core.extraction.parties import without_scale
from desktop.core.extraction.subjects import Gap, fold
from desktop.core.extraction.topics import label_in
from desktop.core.extraction.units import COUNTED, UnitClass
from desktop.core.extraction.whole_subjects import AMONG, completed

_ABOUT = re.compile(
    r" *về (?:mặt )?(?P<what>[^,;.:()]{2,60}?)"
    r"(?= so với| so | (?:và|nhưng|song|còn|mà) (?:lại )?(?:tăng|giảm|bằng)| (?:và|nhưng|song) *$|[,;.:()]|$)"
)
_HAS_MEASURE = re.compile(
    r" có (?P<measure>(?:tỷ lệ|kim ngạch|sản lượng|số|chỉ số|giá|diện tích|năng suất|doanh thu|lượng|trị giá)"
    r"(?: [^ ,;:]+){0,5}?)(?: đạt| tăng| giảm)? (?:cao|thấp|lớn|khá|nhiều|mạnh|sâu|nhất)"
)
_GROWTH = re.compile(r"\btăng trưởng(?: \w+){0,2} *$")
_AIM = re.compile(
    r"(?:(?:vượt|thay vì|cách xa|đặt(?: ra)?|hướng tới|so với|gần|sát)(?: xa)? )(?:được )?mục tiêu"
    r"(?: (?:cả năm|đề ra|đặt ra|kế hoạch|năm|chung|của năm|quốc hội đề ra|cả năm quốc hội đề ra))*"
)
_CONTRIBUTES = re.compile(r"\bđóng góp(?: \w+){0,2} *$")
_RANKS = ("bậc", "hạng")
_WORTH = re.compile(r"\btrị giá(?: \w+){0,2} *$")
_OPENS_LIST = re.compile(r"(?:trong đó|cụ thể|gồm|như)\W*(?:có\W*)?$")
_IN_ALL = re.compile(r"\W*(?:lũy kế|cộng dồn|tính chung|nâng tổng)\b")
_LIST_LETTERS = 25


def subject_of_mention(mention: Mention, gap: Gap, left: str, right: str, context: Context) -> str:
    """Return what the number is said of; update the context with what its own words name."""
    _follow_brackets(gap, context)
    _follow_list(gap, context)
    if gap.opens == ";" and context.aside_of and not AMONG.match(fold(gap.head)):
        context.aside_of, back = "", context.aside_of
        is_of_item = phrases.measure_head().match(fold(context.subject)) is not None
        context.subject = context.subject if is_of_item or context.in_list else back
    before, is_among = context.subject, AMONG.match(fold(gap.head)) is not None
    context.is_part = context.is_part or (is_among and context.is_first)
    subject = _subject_of(mention, gap, left, right, context)
    if is_among and not context.aside_of:
        context.aside_of = before
    if context.is_first and gap.opens == "(" and context.before_bracket is not None:
        context.before_bracket = context.named_first = subject
    context.is_first = False
    return subject


def _subject_of(mention: Mention, gap: Gap, left: str, right: str, context: Context) -> str:
    about, before = _ABOUT.match(right), fold(left)
    is_change = phrases.is_change_before(before)
    is_about = is_change or phrases.between_shares().fullmatch(before)
    if about and (is_about or phrases.ratio_before().search(before)):
        return _by_measure(about["what"].strip(), context)
    waiting, context.pending = context.pending, ""
    own = own_subject(mention, gap, left, right, context) or waiting
    unit = fold(mention.unit.text)
    if unit in _RANKS and is_change and "chỉ số" not in fold(own):
        own = ""
    if context.subject and _AIM.fullmatch(fold(own)):
        known = context.subject
        return known if "mục tiêu" in fold(known) else f"mục tiêu {subjects.uncapitalised(known)}"
    in_part = context.in_list and context.parent not in ("", context.topic, context.subject)
    if not own and in_part and _IN_ALL.match(fold(gap.head)):
        context.in_list, context.subject = False, context.parent
    own = own or _left_out(gap, before, context)
    if not own and _CONTRIBUTES.search(before) and context.subject and "đóng góp" not in context.subject:
        return f"đóng góp của {subjects.uncapitalised(context.subject)}"
    if not own:
        return context.subject_by_unit.get(unit, context.subject) if is_change else context.subject
    if len(own.split()) > 1 and fold(context.subject).endswith(", " + fold(own)):
        return context.subject
    own = completed(own, mention, gap, context)
    _remember(own, mention, context, is_change=is_change, is_aside=gap.opens == "(")
    return own


def _left_out(gap: Gap, before: str, context: Context) -> str:
    """Return what a number with no subject of its own is said of: its list, "tăng trưởng" or "trị giá"."""
    if gap.opens == ":" and context.in_list:
        return context.parent
    if _WORTH.search(before) and context.subject:
        return "trị giá"
    return "tăng trưởng" if not context.subject and _GROWTH.search(before) else ""


def _remember(own: str, mention: Mention, context: Context, *, is_change: bool, is_aside: bool) -> None:
    """Keep what the next numbers may lean on."""
    unit, is_counted = fold(mention.unit.text), mention.unit.unit_class in COUNTED
    if measure := phrases.measure_head().match(fold(own)):
        context.measured, context.measured_unit = own[: measure.end()], unit
    context.subject = own
    if not is_change and unit and mention.unit.unit_class is not UnitClass.PERCENT:
        context.subject_by_unit[unit] = own
    context.main = context.main if context.in_list or context.is_part or is_aside else own
    context.noun = without_scale(mention) if is_counted else ""
    if context.noun and fold(own) != fold(context.noun):
        context.subject_by_noun[fold(context.noun)] = own


def _by_measure(what: str, context: Context) -> str:
    """Return the subject of "tăng 5% về lượng": that measure of what was told before."""
    folded = fold(what).removeprefix("số ")
    if context.event and (state := phrases.casualty().search(folded)):
        return f"người {state[0]} do {context.event}"
    if known := context.subject_by_noun.get(folded):
        return known if fold(known).startswith("số ") else f"số {subjects.uncapitalised(known)}"
    measure = phrases.measure_head().fullmatch(folded) or phrases.measure_head().fullmatch(fold(what))
    if not measure or len(folded.split()) > 2:
        return what
    before = context.subject or context.topic
    head = phrases.measure_head().match(fold(before))
    rest = before[head.end() :].strip() if head else before
    return f"{what} {rest or context.topic}".strip()


def _follow_brackets(gap: Gap, context: Context) -> None:
    if gap.closes and context.before_bracket is not None:
        context.subject, context.before_bracket = context.before_bracket, None
        context.pending, context.named_first = context.pending or context.named_first, ""
    if gap.opens == "(":
        context.before_bracket = context.subject


def _follow_list(gap: Gap, context: Context) -> None:
    """Note a list that opens: "trong đó:", "gồm", or a colon."""
    if context.is_first and gap.opens == ":" and (label := label_in(gap.tail)):
        context.is_labelled = context.is_labelled and label == context.topic
        context.topic, context.subject = label, ""
    lead = gap.head if gap.opens != "(" else gap.tail
    if not context.in_list and (such := subjects.such_as(lead)):
        measure = _HAS_MEASURE.search(fold(lead[:such]))
        told = measure["measure"] if measure else ""
        context.parent, context.in_list = told or context.subject, bool(told or context.subject)
        context.whole, context.whole_unit = (told, "") if told else (context.whole, context.whole_unit)
    if gap.opens == ":" or _OPENS_LIST.search(fold(gap.tail)[-_LIST_LETTERS:]):
        named = subjects.subject_of(gap.tail) if gap.tail.strip(" ,;:.()") else ""
        context.parent, context.in_list = named or context.subject, True
    elif gap.opens == ".":
        context.in_list = False
