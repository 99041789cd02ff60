"""Which subject a number is said of: one its own words name, else what the sentence said before."""

import re
from dataclasses import dataclass, field

from desktop.core.extraction import lexicon, phrases, subjects
from desktop.core.extraction.mentions import Mention
from desktop.core.extraction.passages import fold
from desktop.core.extraction.subjects import Gap
from desktop.core.extraction.units import COUNTED, UnitClass

_ABOUT = re.compile(
    r" *về (?:mặt )?(?P<what>[^,;.:()]{2,60}?)(?= so với| so | và (?:tăng|giảm|bằng)|[,;.:()]|$)"
)
_ONLY_JOINS = re.compile(r" *(?:,|/|và|, và|với) *")
_SAID = re.compile(
    r" *(?:số )?(?:doanh nghiệp |người |hộ )?(?:cho rằng|đánh giá|cho biết|dự báo|nhận định|dự kiến)\b"
)
_COPULA = re.compile(r"\b(?:đạt|là|ước|ước tính|bằng|còn|lên|xuống|chiếm|tăng|giảm)(?: \w+)? *$")
_OWN = re.compile(r"\b(?:đạt|bằng|là|còn|ở mức|lên|xuống|hoàn thành)(?: \w+)? *$")
_NO_NOUN = re.compile(
    r" +(?:so|và|về|do|nên|thì|theo|nhờ|vào|cho|ở|này|đó|số lượng|giá trị|trở|mỗi|một|trên|trong|của|từ"
    r"|đến|để|qua|tại"
    r"|tương|như|với|hay|hoặc|được|bị|đã|sẽ|khi|nhưng|trước|sau|vì|tăng|giảm|đạt|là)\b"
)


@dataclass(slots=True)
class Context:
    """What a paragraph has said so far that its next number may lean on.

    `event` is what hurt people in it; `main_noun` is who answers where it tells of a survey.
    """

    event: str = ""
    subject: str = ""
    parent: str = ""
    in_list: bool = False
    before_bracket: str | None = None
    main: str = ""
    noun: str = ""
    main_noun: str = ""
    subject_by_noun: dict[str, str] = field(default_factory=dict)

    def next_sentence(self) -> None:
        """Forget what does not reach beyond a sentence."""
        self.subject, self.parent, self.in_list, self.before_bracket = self.main, "", False, None


def subject_of_mention(mention: Mention, gap: Gap, left: str, right: str, context: Context) -> str:
    """Return what the number is said of; update the context with what its own words name."""
    _follow_brackets(gap, context)
    _follow_list(gap, context)
    about, before = _ABOUT.match(right), fold(left)
    if about and (phrases.change_before().search(before) or phrases.between_shares().fullmatch(before)):
        return about["what"].strip()
    own = _own_subject(mention, gap, left, right, context)
    if not own:
        return context.subject
    own = _of_event(_with_measure(own, mention), mention, context)
    earlier = context.parent if context.in_list else context.subject
    own = subjects.completed(own, earlier or context.subject, in_list=context.in_list)
    context.subject = own
    context.main = context.main if context.in_list or gap.opens == "(" else own
    noun = fold(mention.unit.text)
    context.noun = _without_scale(mention) if mention.unit.unit_class in COUNTED else ""
    if mention.unit.unit_class in COUNTED and noun and len(own.split()) > len(noun.split()):
        context.subject_by_noun[noun] = own
    return own


def event_in(*texts: str) -> str:
    """Return the event that hurt people of which the first telling one of the folded texts tells, or ""."""
    for text in texts:
        for name, pattern in phrases.events():
            if pattern.search(text):
                return name
    return ""


def _with_measure(own: str, mention: Mention) -> str:
    """Return the subject with the measure that its unit implies: "ngô" in ha is "diện tích ngô"."""
    measures: dict[str, str] = lexicon.table("phrases")["subject"]["measure_of_unit"]
    words = fold(mention.unit.text).split()
    measure = measures.get(" ".join(words[1:] if mention.unit.power else words), "")
    return f"{measure} {own[:1].lower()}{own[1:]}" if measure and measure not in fold(own) else own


def _of_event(own: str, mention: Mention, context: Context) -> str:
    """Return people killed or hurt with the event that did it: "người chết do tai nạn giao thông"."""
    if not context.event or mention.unit.unit_class not in COUNTED:
        return own
    folded = fold(own)
    if fold(mention.unit.text) == "vụ" and folded in ("vụ", "xảy ra vụ"):
        return f"vụ {context.event}"
    state = phrases.casualty().search(folded)
    if fold(mention.unit.text) != "người" or not state or len(folded.split()) > 6:
        return own
    what = state[0].removeprefix("làm ")
    return f"người {what} do {context.event}"


def _follow_brackets(gap: Gap, context: Context) -> None:
    if gap.closes and context.before_bracket is not None:
        context.subject, context.before_bracket = context.before_bracket, None
    if gap.opens == "(":
        context.before_bracket = context.subject


def _follow_list(gap: Gap, context: Context) -> None:
    """Note a list that opens: "trong đó:", "gồm", or a colon."""
    if gap.opens == ":" or re.search(r"(?:trong đó|cụ thể|gồm|như)\W*(?:có\W*)?$", fold(gap.tail)):
        named = subjects.subject_of(gap.tail) if gap.tail.strip(" ,;:.()") else ""
        context.parent, context.in_list = named or context.subject, True
    elif gap.opens == ".":
        context.in_list = False


def _own_subject(mention: Mention, gap: Gap, left: str, right: str, context: Context) -> str:
    head = gap.head if gap.opens or gap.tail == "" else ""
    named = subjects.subject_of(head)
    folded, unit = fold(left), mention.unit.unit_class
    if gap.opens == "(" and not context.subject and not named:
        head = re.split(r"[;:.]", gap.tail)[-1]
        named = subjects.subject_of(head)
    if unit in COUNTED:
        return _counted(mention, head, named, folded, right, context)
    if unit is UnitClass.PERCENT:
        return _shared(gap, named, folded, right, context)
    is_changed = phrases.change_before().search(folded) is not None
    if unit is UnitClass.MEASURE and not is_changed and _begins_noun(right):
        return _measured(head, named, folded, right)
    return named


def _shared(gap: Gap, named: str, left: str, right: str, context: Context) -> str:
    """Return what a percentage is said of: "71% UBND cấp xã" names it behind, "tỷ lệ … đạt 71%" before."""
    if _SAID.match(fold(right)):
        return f"{context.main_noun} {subjects.counted_tail(right, is_share=True)}".strip()
    if not _begins_noun(right):
        return named
    if not _is_said_of_subject(left):
        tail = subjects.counted_tail(right, is_share=True)
        is_named = phrases.measure_head().match(fold(named)) is not None
        return named if is_named or gap.opens == "(" or len(tail.split()) < 2 else tail
    if not named and phrases.change_before().search(left):
        return subjects.counted_tail(right)
    return named


def _measured(head: str, named: str, left: str, right: str) -> str:
    """Return the subject of "gieo cấy 48 ha lúa": what was done with what."""
    tail = subjects.counted_tail(right)
    if not tail or (named and (_COPULA.search(left) or phrases.measure_head().match(fold(named)))):
        return named
    verb = subjects.verb_of(head)
    if left.rstrip().endswith(":") or len(verb.split()) > 6:
        verb = ""
    return " ".join(part for part in (verb, tail) if part)


def _counted(mention: Mention, head: str, named: str, left: str, right: str, context: Context) -> str:
    noun = _without_scale(mention)
    tail = subjects.counted_tail(right)
    if _ONLY_JOINS.fullmatch(left) and context.noun and not tail:
        return _with_noun(context, noun)
    if phrases.change_before().search(left):
        return named or _counted_before(noun, tail, context)
    if "/" in noun:
        return named or context.subject or noun
    if named and (_names_unit(named, noun) or (left.rstrip().endswith(":") and not tail)):
        return named
    if named and (phrases.measure_head().match(fold(named)) or _is_level_of(named, left, mention)):
        return named
    verb = subjects.verb_of(head) if not left.rstrip().endswith(":") else ""
    if len(verb.split()) > 7:
        verb = "" if tail else named
    if not verb and not tail:
        return _counted_before(noun, tail, context)
    return " ".join(part for part in (verb, noun, tail) if part)


def _with_noun(context: Context, noun: str) -> str:
    """Return the last subject with another counted noun: "khởi tố 12 vụ/31 bị can"."""
    subject, folded, last = context.subject, fold(context.subject), fold(context.noun)
    place = folded.find(last)
    return f"{subject[:place]}{noun}".strip() if place >= 0 else subject


def _is_level_of(named: str, left: str, mention: Mention) -> bool:
    """Tell "đàn trâu hiện có 18 nghìn con", said of the herd, from "tỉnh có 18 trường", said of schools."""
    if len(named.split()) < 2:
        return False
    return bool(_COPULA.search(left)) or (mention.unit.power > 0 and left.rstrip().endswith("có"))


def _counted_before(noun: str, tail: str, context: Context) -> str:
    """Return the subject of "giảm 2 vụ": the cases counted before, or the noun with its own words."""
    if tail:
        return f"{noun} {tail}"
    if _names_unit(context.subject, noun):
        return context.subject
    return context.subject_by_noun.get(fold(noun), noun)


def _without_scale(mention: Mention) -> str:
    words = mention.unit.text.split()
    return " ".join(words[1:]) if mention.unit.power and len(words) > 1 else mention.unit.text


def _names_unit(subject: str, noun: str) -> bool:
    """Tell a subject that itself says what is counted: "số vụ ma túy" before "218 vụ"."""
    words, wanted = fold(subject).split(), fold(noun).split()
    return any(words[i : i + len(wanted)] == wanted for i in range(len(words)))


def _is_said_of_subject(left: str) -> bool:
    return bool(
        phrases.share_before().search(left) or phrases.change_before().search(left) or _OWN.search(left)
    )


def _begins_noun(right: str) -> bool:
    """Tell whether the words behind a number go on with what is measured."""
    folded = fold(right)
    if phrases.attained().match(folded) or phrases.tail_stop().match(folded.rstrip()):
        return False
    return re.match(r" +[^\W\d_]", folded) is not None and not _NO_NOUN.match(folded)
