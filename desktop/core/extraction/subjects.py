"""Pieces of a sentence: the subject before a number, the words behind a counted thing, where they part."""

import re
from dataclasses import dataclass

from desktop.core.extraction import phrases
from desktop.core.extraction.passages import fold

_STRONG = re.compile(r"[;:!?(]|\.(?=\s|$)|\.\.")
_BRACKETS = re.compile(r"\([^()]*\)")
_WORDS = re.compile(r"[^\W_]+(?:[-/.][^\W_]+)*%?")
_SOFT = re.compile(
    r",(?!\d)| (?:và|nhưng|song|còn|trong đó|đồng thời|riêng)(?= )"
    r"| với(?= (?:tổng )?(?:số |giá )?(?:vốn|tiền|diện tích|kinh phí|trị giá|quy mô|sản lượng|dư nợ) )"
)
_OPENING = re.compile(
    r"(?:theo|tính|từ|đến|trong(?! đó)|tại|ở|với|nhờ|do|nếu|khi|để|qua|sau|trước|không|chưa|thực hiện|đồng thời|ngoài ra|đóng cửa|kết thúc|chốt|mở cửa|bước sang|bước vào|nhân dịp)\b|.*[0-9]/"
)
_TIME = re.compile(r"(?:năm|tháng|quý|ngày|phiên|tuần) [0-9ivx/.-]+(?: năm [0-9]{4})?")
_LISTED_TAIL = re.compile(r", [^,;:.()]{2,25} (?:bị|được) [^,;:.()]{2,30}")
_NEGATED = re.compile(r"(?:không|chưa)(?: có| xảy ra| để| ghi nhận| phát sinh)?\b")
_LISTED_WORDS = 4
_SHORT_WORDS = 3
_TAIL_WORDS = 14
_SHARE_WORDS = 20


@dataclass(frozen=True, slots=True)
class Gap:
    """The text between two numbers: what belongs to the one before, and what begins the one behind.

    `opens` is the sign that parts them: ":" "(" ";" "." "," or "" where there is none; `closes` says that
    a bracket opened earlier ends in it.
    """

    tail: str
    head: str
    opens: str = ""
    closes: bool = False


def split_gap(gap: str, *, has_tail: bool) -> Gap:
    """Part the text between two numbers; `has_tail` says that the first may be followed by its own words."""
    even = _BRACKETS.sub(_blanks, gap)
    closes = ")" in even
    if closes:
        cut = even.rfind(")")
        rest = split_gap(gap[cut + 1 :], has_tail=False)
        return Gap(gap[:cut] + rest.tail, rest.head, rest.opens or ")", closes=True)
    folded = fold(even)
    strong = list(_STRONG.finditer(folded))
    if strong:
        cut_at = strong[-1]
        if cut_at[0] == ":" and not _without_predicate(folded[cut_at.end() :]).strip(" -+*"):
            if len(strong) == 1:
                return _split_soft(even, folded, has_tail=has_tail)
            cut_at = strong[-2]
        return Gap(gap[: cut_at.start()], even[cut_at.end() :], cut_at[0])
    return _split_soft(even, folded, has_tail=has_tail)


def own_words(gap: Gap, left: str) -> str:
    """Return, folded, the part of the text before a number that does not belong to the number before it."""
    if gap.opens == ":":
        return fold(re.split(r"[;)]|\.(?= )", gap.tail)[-1] + " " + gap.head)
    if gap.opens and gap.opens != ",":
        return fold(gap.head)
    folded = fold(left).lstrip()
    against = phrases.against().match(folded) if gap.tail else None
    return folded[against.end() :] if against else folded


def subject_of(head: str) -> str:
    """Return the subject that the words before a number name, "" where they only join or predicate."""
    head = _ACCORDING.sub("", head)
    parts = re.split(r",(?!\d)", _BRACKETS.sub(_blanks, head))
    while parts:
        text = trimmed(parts.pop())
        if text:
            return _with_list(parts, text)
    return ""


def verb_of(head: str) -> str:
    """Return the words before a counted thing that say what was done with it: "phê duyệt", "kiểm định"."""
    text = trimmed(head.rsplit(",", 1)[-1], is_counted=True)
    if whole := _WHOLE_PLACE.match(fold(text)):
        text = text[whole.end() :]
    done = re.search(r"\b(?:đã|sẽ|được) +(?=\S+ *\S*)(?!.*\b(?:đã|sẽ) )", fold(text))
    if done and done.start() > 0:
        text = text[done.end() :]
    match = phrases.generic_head().match(fold(text))
    return text[match.end() :].strip(" ,:") if match else text


def counted_tail(text: str, *, is_share: bool = False) -> str:
    """Return the words behind a counted noun that belong to it."""
    folded = fold(text)
    stop = _SHARE_STOP.search(folded) if is_share else phrases.tail_stop().search(folded)
    if stop and stop[0] == "," and (listed := _LISTED_TAIL.match(folded, stop.start())) and (
        not phrases.measure_head().match(folded, stop.start() + 2)
    ):
        return " ".join(text[: listed.end()].split()[:_TAIL_WORDS])
    kept = text[: stop.start()] if stop else _without_predicate(text)
    return " ".join(kept.strip("\"”“'").split()[: _SHARE_WORDS if is_share else _TAIL_WORDS])


def completed(subject: str, earlier: str, *, in_list: bool) -> str:
    """Return a subject made whole from the one before it.

    A bare measure takes over what was measured ("sản lượng" after "năng suất lúa": "sản lượng lúa"); an
    item of a list takes over its measure ("ngô" after "diện tích cây hàng năm:": "diện tích ngô").
    """
    folded, before = fold(subject), fold(earlier)
    if before.startswith(folded + " "):
        return earlier
    measure, earlier_measure = (phrases.measure_head().match(text) for text in (folded, before))
    if measure and measure.end() == len(folded) and earlier:
        rest = earlier[earlier_measure.end() :].strip() if earlier_measure else earlier
        return f"{subject} {rest}".strip()
    if in_list and earlier_measure and not measure and len(subject.split()) <= 8:
        return f"{earlier[: earlier_measure.end()]} {subject[:1].lower()}{subject[1:]}"
    return subject


def items_of(head: str, count: int) -> list[str]:
    """Return the subjects that "A, B và C lần lượt là" lists, [] where they are not `count` of them."""
    subject = trimmed(head)
    items = [part.strip() for part in re.split(r",(?!\d)| và ", subject) if part.strip()]
    if len(items) < count:
        return []
    items = [trimmed(item) or item for item in items[-count:]]
    measure = phrases.measure_head().match(fold(items[0]))
    if not measure:
        return items
    return [items[0], *(completed(item, items[0], in_list=True) for item in items[1:])]


def trimmed(text: str, *, is_counted: bool = False) -> str:
    """Return `text` without connectors, time and place before it and the predicate behind it.

    With `is_counted` verbs before a counted thing are kept.
    """
    text = _without_lead(text)
    if not is_counted and (reported := phrases.reported().match(fold(text))) and reported.end() < len(text.rstrip()):
        text = text[reported.end() :]
        text = _without_lead(text)
    text = _without_predicate(text).rstrip()
    while time := phrases.time_tail().search(fold(text)):
        text = text[: time.start()].rstrip()
    text = _without_predicate(text).rstrip()
    text = _without_cause(text)
    if than := _THAN.search(fold(text)):
        text = _without_predicate(text[: than.start()]).rstrip()
    if not is_counted and len(_WORDS.findall(text)) > 3:
        text = _without_predicate(_before_predicate(text)).rstrip()
    if not is_counted and (stands := phrases.standing().search(fold(text))):
        text = text[: stands.start()]
    text = re.sub(r"  +", " ", text.strip(" ,;:.()\"'*+•-–“”[]≥≤="))
    return "" if _names_nothing(fold(text)) else text


_WHOLE_PLACE = re.compile(
    r"^.*\b(?:toàn tỉnh|toàn huyện|toàn thành phố|toàn ngành|cả nước|toàn quốc)\b(?: có)?"
)
_ACCORDING = re.compile(r"^\W*[Tt]heo (?:[^:]*:|(?:(?!, )[^:])*(?:, (?=[^,]*, ))?[^,:]*,(?= ))")
_THAN = re.compile(r"(?:^|[ ,])(?:cao|thấp|ít|nhiều|lớn|nhỏ|nhanh|chậm|kém|nhỉnh) hơn\b.*$")
_SHARE_STOP = re.compile(r"[,;:()]|\.(?= |$)|\.\.")
_ONLY_BASE = re.compile(
    r"(?:so(?: với)? )?(?:cả |cùng kỳ|ck\b|svck|năm học trước|năm trước|năm ngoái|tháng trước|quý trước"
    r"|kế hoạch|kh\b|dự toán|mục tiêu|nghị quyết|chỉ tiêu|tuần trước|kỳ trước|vụ trước|năm [0-9]{4}"
    r"|đầu năm)[^,]{0,40}|so(?: với)?"
)


def _names_nothing(folded: str) -> bool:
    """Tell words that are only a base of comparison, or a verb that goes on with the subject before."""
    if phrases.empty_subject().fullmatch(folded) or _NEGATED.match(folded) or _TIME.fullmatch(folded):
        return True
    if phrases.against().fullmatch(folded):
        return True
    return bool(_ONLY_BASE.fullmatch(folded)) and len(_WORDS.findall(folded)) <= 7


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _split_soft(gap: str, folded: str, *, has_tail: bool) -> Gap:
    if not has_tail:
        return Gap("", gap, ",")
    against = phrases.against().match(folded.lstrip())
    offset = len(folded) - len(folded.lstrip())
    cut = _SOFT.search(folded, offset + against.end() if against else 0)
    if cut is None:
        return Gap(gap, "")
    return Gap(gap[: cut.start()], gap[cut.end() :] if cut[0] == "," else gap[cut.start() :], cut[0].strip())


def _with_list(parts: list[str], text: str) -> str:
    """Return `text` with the short noun groups before it that it goes on from ("trâu, bò, lợn")."""
    last = text
    while parts and not _opens(parts[-1]) and (_lists(parts[-1], last) or phrases.goes_on().search(fold(parts[-1]))):
        last = trimmed(parts[-1])
        folded = fold(parts[-1])
        if not last or phrases.predicate().search(folded) or phrases.against().search(folded):
            break
        parts.pop()
        text = f"{last}, {text}"
    return text


def _opens(before: str) -> bool:
    """Tell words that only lead to a clause: "theo báo cáo của Sở", "tính đến ngày 15/9", "ông A cho biết"."""
    folded = fold(before).strip(" \"'“”-+*•")
    return _OPENING.match(folded) is not None or phrases.reported().match(folded) is not None


def _lists(before: str, last: str) -> bool:
    """Tell two short noun groups of one list: "trâu, bò"; "may mặc, mũ nón và giày dép"."""
    words = len(_WORDS.findall(last))
    if words <= _SHORT_WORDS:
        return phrases.measure_head().match(fold(last)) is None or words == 1
    return words <= 2 * _SHORT_WORDS and " và " in last and len(_WORDS.findall(before)) <= _LISTED_WORDS


def _without_cause(text: str) -> str:
    """Return what is measured behind "nhờ", "do": "thu tăng nhờ giá dầu" measures "giá dầu"."""
    cause = phrases.cause_of_measure().match(fold(text))
    return text[cause.end() :] if cause else text


def _without_lead(text: str) -> str:
    leading = phrases.leading_connectors().match(fold(text))
    return text[leading.end() :] if leading else text


def _without_predicate(text: str) -> str:
    trailing = phrases.trailing_linkers().search(fold(text))
    return text[: trailing.start()] if trailing else text


def _before_predicate(text: str) -> str:
    folded = fold(text)
    cut = phrases.predicate().search(folded)
    return text[: cut.start()] if cut and len(_WORDS.findall(folded[: cut.start()])) >= 2 else text
