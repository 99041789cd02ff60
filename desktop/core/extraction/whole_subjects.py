"""Subjects made whole from what the paragraph told: measure, event, list, topic, party."""

import re

from desktop.core.extraction import lexicon, phrases, subjects
from desktop.core.extraction.hurt_people import of_event
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.naming_context import Context
from desktop.core.extraction.parties import is_party, of_party, without_scale
from desktop.core.extraction.subjects import Gap, fold
from desktop.core.extraction.topics import dereferenced, of_topic
from desktop.core.extraction.units import COUNTED

_PRICE = re.compile(
    r"(?:nghìn |ngàn |triệu )?(?:đồng|đ|usd|ndt|jpy|yên|euro|đô la mỹ)/"
    r"(?:kg|tấn|tạ|lít|chỉ|lượng|thùng|chục|quả|m3|bao|con|pao|lb|ounce)"
)
_PRICED = re.compile(r"\b(?:giá|phí|cước|lương|tiền|mức|thuế|trợ cấp|hỗ trợ|trừ lùi)\b")
AMONG = re.compile(r"\W*trong đó,? (?!có )")
_ITEM_WORDS = 2
_CLAUSE = re.compile(r"[;:.)]")
_MANNER = re.compile(r" (?:bảo đảm|đảm bảo|đúng|an toàn|kịp thời|thành công|nghiêm túc|chu đáo|theo)(?= )")
_BARE_COUNT = re.compile(r"quân số|số lượng|tổng số|số người|số hộ")
_AMOUNT = re.compile(r"(?!chi|đàn|số )[^ ]+(?: [^ ]+){0,2} ?")
_SHARED_OUT = re.compile(r"(?:kết quả )?(?:cơ cấu|xếp loại|phân loại|học lực|hạnh kiểm|tiêm)\b")
_FINE = re.compile(
    r"(?:thu )?nộp (?:kho bạc|ngân sách|nsnn)(?: nhà nước)?"
    r"|(?:xử )?phạt(?: tiền)?(?: hành chính| vi phạm hành chính)?"
)
_VIOLATION = re.compile(
    r"(?:xử phạt )?(?:(?:trường hợp|cơ sở|vụ|đối tượng|hành vi|tổ chức|cá nhân|đơn vị|hộ|phương tiện) )?"
    r"vi phạm.*"
)
_WHOLE_WORDS = 9
_RATES = ("%/năm", "%/tháng", "% / năm")


def completed(own: str, mention: Mention, gap: Gap, context: Context) -> str:
    """Return a subject made whole from what the paragraph told: its measure, event, list, topic, party."""
    unit = fold(mention.unit.text).split()[-1:]
    own = of_event(_with_measure(own, mention, context), mention, context)
    if not context.in_list and unit == [context.whole_unit] and AMONG.match(fold(gap.head)):
        context.parent, context.in_list = context.subject, True
    earlier = context.parent if context.in_list and not _is_of_item(own, gap, context) else context.subject
    is_same = not unit or unit[0] in ("%", "lần", context.whole_unit) or not context.whole_unit
    is_item = context.in_list and is_same and not (context.whole and is_party(_without_noun(own, mention)))
    if gap.opens == "(" and _BARE_COUNT.fullmatch(fold(own)):
        own = f"{own} {_event_before(gap.tail)}".strip()
    own = subjects.completed(_of_violation(own, context), earlier or context.subject, in_list=is_item)
    own = _of_list(dereferenced(own, context), mention, context)
    return of_party(of_topic(own, context), mention, context)


def _is_of_item(own: str, gap: Gap, context: Context) -> bool:
    """Tell what is said of the item of a list told last, rather than of a further item."""
    goes_on = context.parent == context.topic and context.subject and _AMOUNT.fullmatch(fold(own))
    return bool(goes_on) or _measures_item(own, context) or _measures_named_item(own, gap, context)


def _measures_item(own: str, context: Context) -> bool:
    """Tell another measure of the item told last: "năng suất" after "trong đó, diện tích lúa"."""
    of_item = phrases.measure_head().match(fold(context.subject))
    if of_item is None or of_item.end() == len(context.subject) or context.subject == context.parent:
        return False
    return phrases.measure_head().fullmatch(fold(own)) is not None and of_item[0] != fold(own)


def _measures_named_item(own: str, gap: Gap, context: Context) -> bool:
    """Tell a measure of the item just named: "trị giá" in "các mặt hàng: gạo 12 tấn, trị giá 5 tỷ"."""
    if gap.opens not in ("", ",", "và") or context.subject in ("", context.parent, context.topic):
        return False
    is_bare = phrases.measure_head().fullmatch(fold(own)) is not None
    return is_bare and phrases.measure_head().match(fold(context.subject)) is None


def _event_before(tail: str) -> str:
    """Return what a clause before a bracket tells was done: "Lễ giao nhận quân" before "(quân số: …"."""
    clause = _CLAUSE.split(tail)[-1]
    return subjects.verb_of(_MANNER.split(clause)[0])


def _without_noun(own: str, mention: Mention) -> str:
    return own.removesuffix(without_scale(mention)).strip() if mention.unit.unit_class in COUNTED else own


def _of_violation(own: str, context: Context) -> str:
    """Return a fine with what it was for: "nộp kho bạc" after "xử phạt trường hợp vi phạm …"."""
    if not _FINE.fullmatch(fold(own)):
        return own
    done = _VIOLATION.search(fold(context.subject))
    return f"{own} {context.subject[done.start() :]}" if done else own


def _with_measure(own: str, mention: Mention, context: Context) -> str:
    """Return the subject with the measure that its unit implies: "ngô" in ha is "diện tích ngô"."""
    if context.tells_rates and fold(mention.unit.text) in _RATES and "lãi suất" not in fold(own):
        return f"lãi suất {subjects.uncapitalised(own)}"
    if (
        context.topic
        and fold(own) == fold(context.topic)
        and fold(mention.unit.text) == context.measured_unit
    ):
        return f"{context.measured} {subjects.uncapitalised(own)}"
    is_price = "/" in mention.unit.text and _PRICE.fullmatch(fold(mention.unit.text))
    if is_price and not _PRICED.search(fold(own)) and not is_party(own):
        return f"giá {subjects.uncapitalised(own)}"
    measures: dict[str, str] = lexicon.table("phrases")["subject"]["measure_of_unit"]
    words = fold(mention.unit.text).split()
    measure = measures.get(" ".join(words[1:] if mention.unit.power else words), "")
    return f"{measure} {own[:1].lower()}{own[1:]}" if measure and measure not in fold(own) else own


def _of_list(own: str, mention: Mention, context: Context) -> str:
    """Return a short item of a list with what the list is of: "hồ sơ đã giải quyết" before "đúng hạn"."""
    whole = context.parent if context.in_list else context.before_bracket or ""
    is_shared_out = mention.unit.text == "%" and _SHARED_OUT.match(fold(whole)) is not None
    if (mention.unit.text and not is_shared_out) or not whole or is_party(own) or whole == context.topic:
        return own
    if len(own.split()) > _ITEM_WORDS or phrases.measure_head().match(fold(own)):
        return own
    if fold(own) in fold(whole) or fold(whole) in fold(own) or len(whole.split()) > _WHOLE_WORDS:
        return own
    return f"{whole} {subjects.uncapitalised(own)}"
