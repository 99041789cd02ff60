"""What the words around a number itself name as its subject."""

import re

from desktop.core.extraction import phrases, subjects
from desktop.core.extraction.counted_things import COPULA, ONLY_JOINS, OWN, counted_subject
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.naming_context import Context
from desktop.core.extraction.parties import is_party, party_before
from desktop.core.extraction.subjects import Gap, fold
from desktop.core.extraction.units import COUNTED, UnitClass

_SAID = re.compile(
    r" *(?:số )?(?:doanh nghiệp |người |hộ )?(?:cho rằng|đánh giá|cho biết|dự báo|nhận định|dự kiến)\b"
)
_WORD_NEXT = re.compile(r" +[^\W\d_]")
_WITH_MEASURE = re.compile(
    r"(?P<what>.+?) (?:với|có(?= tổng)) (?P<measure>(?:tổng )?(?:số )?(?:tiền|vốn|kinh phí|trị giá|mức đầu tư"
    r"|diện tích|giá trị|kim ngạch|công suất|dư nợ|khối lượng|chiều dài)(?: [^ ]+){0,3})"
)
_PAYS = re.compile(r"(?:.*, )?(?:giải ngân|thanh toán)")
_FUNDS = re.compile(r" *(?:tổng |số |kế hoạch |nguồn )*(?:vốn|kinh phí)[^,;.()]*")
_SHARE_OF_TOO = re.compile(r" *(?:tổng|toàn bộ|số|của)\b[^,;.()]{2,30} và *(?:chiếm *)?")
_WHOLE = re.compile(r" *(?:tổng|toàn bộ|số|của)\b")
_REACHES = re.compile(r" (?:đến|tới|cho)(?: trên| hơn| gần)? $")
_ENDS = (".", ";", ":")
_AT = re.compile(r" *(?:[Tt]ại|Ở|ở) ")
_GRADE = re.compile(r"(?:khá|trung bình|tốt)(?:, (?:khá|tốt))?")
_DONE_WORDS = 5
_THING_WORDS = 9
_STRONG_SIGN = re.compile(r"[;:.)] ")
_BEFORE_BRACKET = re.compile(r"[;:,.] .*\b(?:chiếm|tỷ lệ|nhất|hút)\b[^;:,.]*$")
_NEXT_ITEM = re.compile(r"[^()]{0,40}\)(?: và|,|;) [^()]{3,60}$")
_LOWERED = re.compile(r"\b(?:việc|chính sách|cắt|kéo|miễn)(?: tiếp tục)? (?:giảm|tăng)(?: \w+){0,3} *$")
_WHOSE_RISE = re.compile(r"(?: là | gồm |: |^\)?(?: và |, ))(?P<what>(?:(?! là )[^;:.()0-9]){3,60})$")
_OF_RISE = re.compile(r" *của (?P<what>[^,;.()]{3,60}?)(?= (?:so với|là|đạt|có|do|thì)\b|[,;.()]|$)")
_RISE = re.compile(r"\b(?:mức|tốc độ|tỷ lệ) (?:tăng|giảm|tăng trưởng)(?: chung)? *$")
_GOES_ON = re.compile(r"(?:chỉ|mới|vẫn|cũng|sẽ|đã) [^ ]+(?: [^ ]+)?$")
_NO_NOUN = re.compile(
    r" +(?:năm|tháng|quý|ngày|giai đoạn|mà|đặt ra|đề ra|nêu|hồi|quốc hội|thủ tướng|chính phủ|hđnd"
    r"|so|và|về|do|nên|thì|theo|nhờ|vào|cho|ở|này|đó|số lượng|giá trị|trở|mỗi|một|trên|trong|của|từ"
    r"|đến|để|qua|tại"
    r"|tương|như|với|hay|hoặc|được|bị|đã|sẽ|khi|nhưng|trước|sau|vì|tăng|giảm|đạt|là)\b"
)


def own_subject(mention: Mention, gap: Gap, left: str, right: str, context: Context) -> str:
    """Return the subject that the words around a number name themselves, "" where they name none."""
    head = gap.head if gap.opens or gap.tail == "" else ""
    named = subjects.subject_of(head)
    if not named and context.in_list and _GRADE.fullmatch(fold(head).strip(" ,;")):
        named = head.strip(" ,;")
    folded, unit = fold(left), mention.unit.unit_class
    if gap.opens == "(" and not named and (party := party_before(gap.tail)):
        return party
    if gap.opens == "(" and not named and (whose := _whose_rise(mention, gap)):
        named = whose
    elif gap.opens == "(" and not named and _names_anew(gap, context):
        head = _STRONG_SIGN.split(gap.tail)[-1]
        named = subjects.subject_of(head)
    named = _by_its_measure(named, head, is_first=context.is_first or gap.opens in _ENDS)
    if unit in COUNTED:
        return counted_subject(mention, head, named, folded, right, context)
    if unit is UnitClass.PERCENT:
        return _shared(gap, named, folded, right, context)
    is_changed = phrases.is_change_before(folded)
    if unit is UnitClass.MEASURE and not is_changed and _begins_noun(right):
        return _measured(head, named, folded, right)
    return named


def _by_its_measure(named: str, head: str, *, is_first: bool) -> str:
    """Return "kinh phí" of "… với kinh phí", and a first bare measure with what the words before it name."""
    folded = fold(named)
    may_have = " với " in folded or " có tổng" in folded
    if may_have and (with_measure := _WITH_MEASURE.fullmatch(folded)):
        measure = named[with_measure.start("measure") :]
        what = subjects.without_actor(named[: with_measure.end("what")])
        return f"{measure} {subjects.uncapitalised(what)}" if is_first else measure
    if not is_first or "," not in head or not phrases.measure_head().fullmatch(fold(named)):
        return named
    before = head.rsplit(",", 1)[0].rsplit(",", 1)[-1]
    is_apart = subjects.opens_clause(before) and not _AT.match(before)
    what = "" if is_apart else subjects.trimmed(before)
    is_thing = 1 < len(what.split()) <= _THING_WORDS and not phrases.measure_head().match(fold(what))
    return f"{named} {subjects.uncapitalised(what)}" if is_thing else named


def _whose_rise(mention: Mention, gap: Gap) -> str:
    """Return what stands before a signed number in brackets: "2 nhóm giảm là may mặc (-0,05%)", or ""."""
    whose = _WHOSE_RISE.search(fold(gap.tail)) if mention.is_signed else None
    return subjects.trimmed(gap.tail[whose.start("what") :]) if whose else ""


def _names_anew(gap: Gap, context: Context) -> bool:
    """Tell a bracket behind words that no number has told of: "trừ tiền sử dụng đất (685 tỷ đồng)"."""
    if not context.subject or context.is_first or _BEFORE_BRACKET.search(fold(gap.tail)):
        return True
    return _NEXT_ITEM.match(fold(gap.tail)) is not None and not is_party(context.subject)


def _shared(gap: Gap, named: str, left: str, right: str, context: Context) -> str:
    """Return what a percentage is said of: "71% UBND cấp xã" names it behind, "tỷ lệ … đạt 71%" before."""
    is_survey = _SAID.match(fold(right)) is not None
    if is_survey or (context.is_survey and ONLY_JOINS.fullmatch(left)):
        context.is_survey = True
        tail = subjects.counted_tail(right, is_share=True)
        noun = fold(context.main_noun)
        names_noun = noun and fold(tail).startswith((noun, f"số {noun}"))
        return tail if names_noun else f"{context.main_noun} {tail}".strip()
    if _RISE.search(left) and len(named.split()) < 2 and (of_rise := _OF_RISE.match(right)):
        return subjects.trimmed(of_rise["what"]) or named
    if _GOES_ON.match(fold(named)):
        return ""
    is_paid = fold(named).endswith(("giải ngân", "thanh toán"))
    if is_paid and _PAYS.fullmatch(fold(named)) and (funds := _FUNDS.match(fold(right))):
        return named.rsplit(", ", 1)[-1] + right[: funds.end()].rstrip()
    if _REACHES.search(left) and 0 < len(named.split()) <= _DONE_WORDS:
        return f"{named} {subjects.counted_tail(right, is_share=True)}".strip()
    if not _begins_noun(right):
        return named
    if _SHARE_OF_TOO.fullmatch(left) and _WHOLE.match(fold(right)):
        return ""
    if not _is_said_of_subject(left):
        tail = subjects.counted_tail(right, is_share=True)
        is_named = phrases.measure_head().match(fold(named)) is not None
        return named if is_named or gap.opens == "(" or len(tail.split()) < 2 else tail
    if (not named or _LOWERED.search(left)) and phrases.is_change_before(left):
        return subjects.counted_tail(right)
    return named


def _measured(head: str, named: str, left: str, right: str) -> str:
    """Return the subject of "gieo cấy 48 ha lúa": what was done with what."""
    tail = subjects.counted_tail(right)
    if not tail or (named and (COPULA.search(left) or phrases.measure_head().match(fold(named)))):
        return named
    verb = subjects.verb_of(head)
    if left.rstrip().endswith(":") or len(verb.split()) > 6:
        verb = ""
    return " ".join(part for part in (verb, tail) if part)


def _is_said_of_subject(left: str) -> bool:
    return bool(phrases.share_before().search(left) or phrases.is_change_before(left) or OWN.search(left))


def _begins_noun(right: str) -> bool:
    """Tell whether the words behind a number go on with what is measured."""
    folded = fold(right)
    if phrases.attained().match(folded) or phrases.tail_stop().match(folded.rstrip()):
        return False
    return _WORD_NEXT.match(folded) is not None and not _NO_NOUN.match(folded)
