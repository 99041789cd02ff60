"""Which subject a number is said of: one its own words name, else what the sentence said before."""

import re
from dataclasses import dataclass, field

from desktop.core.extraction import lexicon, phrases, subjects
from desktop.core.extraction.mentions import Mention
from desktop.core.extraction.passages import fold
from desktop.core.extraction.subjects import Gap
from desktop.core.extraction.units import COUNTED, UnitClass

_ABOUT = re.compile(
    r" *về (?:mặt )?(?P<what>[^,;.:()]{2,60}?)"
    r"(?= so với| so | (?:và|nhưng|song|còn|mà) (?:lại )?(?:tăng|giảm|bằng)| (?:và|nhưng|song) *$|[,;.:()]|$)"
)
_LABEL = re.compile(
    r"[\W\d_]*(?:[ivx]+[.)] |[a-zđ][.)] )?[\W\d_]*(?P<label>[^\W\d_][^:;.()0-9]{2,70}?)(?: \([^()]*\))? ?:(?= )"
)
_HEADED = re.compile(r"[\W\d_]*(?:[ivxlc]+[.)] |[a-zđ][.)] |phần [^ ]+ )?[\W\d_]*")
_ONLY_JOINS = re.compile(r" *(?:,|/|và|, và|với) *")
_SAID = re.compile(
    r" *(?:số )?(?:doanh nghiệp |người |hộ )?(?:cho rằng|đánh giá|cho biết|dự báo|nhận định|dự kiến)\b"
)
_COPULA = re.compile(r"\b(?:đạt|là|ước|ước tính|bằng|còn|lên|xuống|chiếm|tăng|giảm)(?: \w+)? *$")
_OWN = re.compile(r"\b(?:đạt|bằng|là|còn|ở mức|lên|xuống|hoàn thành)(?: \w+)? *$")
_PARTY_OPENS = re.compile(r"[,;:.]| (?:là|gồm|như|và|với|đến là|theo là) ")
_BEFORE_BRACKET = re.compile(r"[;:,.] .*\b(?:chiếm|tỷ lệ|nhất|hút)\b[^;:,.]*$")
_OF_PLACE = re.compile(r"(?: *[,/]?(?: và| của| thuộc| tại| ở| trong)?){1,2} *")
_CASE = re.compile(r"(?:vụ|trường hợp|cuộc|lượt)$")
_CASE_WORDS = 4
_EVERYWHERE = re.compile(r" (?:của )?(?:toàn cầu|thế giới|cả nước|toàn tỉnh|toàn quốc|cả tỉnh)$")
_OF_RISE = re.compile(r" *của (?P<what>[^,;.()]{3,60}?)(?= (?:so với|là|đạt|có|do|thì)\b|[,;.()]|$)")
_RISE = re.compile(r"\b(?:mức|tốc độ|tỷ lệ) (?:tăng|giảm|tăng trưởng)(?: chung)? *$")
_EACH = re.compile(r"(?:mỗi|bình quân mỗi|bình quân một) ")
_GOES_ON = re.compile(r"(?:chỉ|mới|vẫn|cũng|sẽ|đã) [^ ]+(?: [^ ]+)?$")
_ONLY_TIME = re.compile(
    r"[ ,;(]*(?:(?:trong|của|đến|vào) )?(?:cùng kỳ|cả |kế hoạch )*(?:năm|tháng|quý|cùng kỳ|ck|kh)[^,;:.()]{0,22}?"
    r"(?: (?:là|đạt|có|chỉ|còn|chỉ còn|ước đạt))* *:? *"
)
_NO_NOUN = re.compile(
    r" +(?:so|và|về|do|nên|thì|theo|nhờ|vào|cho|ở|này|đó|số lượng|giá trị|trở|mỗi|một|trên|trong|của|từ"
    r"|đến|để|qua|tại"
    r"|tương|như|với|hay|hoặc|được|bị|đã|sẽ|khi|nhưng|trước|sau|vì|tăng|giảm|đạt|là)\b"
)


_TOPIC_WORDS = 5
_STATE_WORDS = 7
_RATES = ("%/năm", "%/tháng", "% / năm")
_HURT = ("người", "vụ", "")
_CASES = re.compile(r"(?:số |tổng số |tổng )?(?:xảy ra )?vụ(?: xảy ra)?|xảy ra vụ|")
_PARTY_WORDS = 6


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
    is_so_far: bool = False
    main_noun: str = ""
    way: str = ""
    is_survey: bool = False
    is_first: bool = True
    topic: str = ""
    is_labelled: bool = False
    tells_rates: bool = False
    measured: str = ""
    measured_unit: str = ""
    pending: str = ""
    happened: str = ""
    whole: str = ""
    whole_unit: str = ""
    subject_by_noun: dict[str, str] = field(default_factory=dict)

    def next_sentence(self) -> None:
        """Forget what does not reach beyond a sentence."""
        self.subject, self.parent, self.in_list, self.before_bracket = self.main, "", False, None
        self.is_so_far = self.is_survey = False
        self.is_first, self.way, self.happened = True, "", ""


def subject_of_mention(mention: Mention, gap: Gap, left: str, right: str, context: Context) -> str:
    """Return what the number is said of; update the context with what its own words name."""
    _follow_brackets(gap, context)
    _follow_list(gap, context)
    subject = _subject_of(mention, gap, left, right, context)
    context.is_first = False
    return subject


def _subject_of(mention: Mention, gap: Gap, left: str, right: str, context: Context) -> str:
    about, before = _ABOUT.match(right), fold(left)
    is_about = phrases.change_before().search(before) or phrases.between_shares().fullmatch(before)
    if about and (is_about or phrases.ratio_before().search(before)):
        return _by_measure(about["what"].strip(), context)
    waiting, context.pending = context.pending, ""
    own = _own_subject(mention, gap, left, right, context) or waiting
    if not own:
        return context.subject
    own = _of_event(_with_measure(own, mention, context), mention, context)
    earlier = context.parent if context.in_list else context.subject
    own = subjects.completed(own, earlier or context.subject, in_list=context.in_list)
    own = _of_topic(own, context)
    own = _of_party(own, mention, context)
    if measure := phrases.measure_head().match(fold(own)):
        context.measured, context.measured_unit = own[: measure.end()], fold(mention.unit.text)
    context.subject = own
    context.main = context.main if context.in_list or gap.opens == "(" else own
    noun = fold(mention.unit.text)
    context.noun = _without_scale(mention) if mention.unit.unit_class in COUNTED else ""
    if mention.unit.unit_class in COUNTED and noun and len(own.split()) > len(noun.split()):
        context.subject_by_noun[noun] = own
    return own


def topic_of(text: str, heading: str = "") -> str:
    """Return what a paragraph is about: the label it begins with ("Cà phê: …"), else its heading, or ""."""
    match = _LABEL.match(fold(text[:120]))
    if match and not phrases.no_topic().search(match["label"]):
        return text[match.start("label") : match.end("label")].strip()
    bare = heading[_HEADED.match(fold(heading)).end() :].strip(" :.-*")  # type: ignore[union-attr]
    bare = bare.lower() if bare.isupper() else bare
    is_name = len(bare.split()) <= _TOPIC_WORDS and not phrases.no_heading_topic().search(fold(bare))
    return bare if is_name else ""


def _by_measure(what: str, context: Context) -> str:
    """Return the subject of "tăng 5% về lượng": that measure of what was told before."""
    folded = fold(what).removeprefix("số ")
    measure = phrases.measure_head().fullmatch(folded) or phrases.measure_head().fullmatch(fold(what))
    if not measure or len(folded.split()) > 2:
        return what
    before = context.subject or context.topic
    head = phrases.measure_head().match(fold(before))
    rest = before[head.end() :].strip() if head else before
    return f"{what} {rest or context.topic}".strip()


def _of_topic(own: str, context: Context) -> str:
    """Return a subject that names only a measure or a trade with the paragraph's topic: "xuất khẩu cà phê"."""
    is_bare = phrases.bare_subject().fullmatch(fold(own)) or _is_bare_case(own, context)
    if not context.topic or not is_bare:
        return own
    if fold(context.topic) in fold(own) or fold(own) in fold(context.topic):
        return own
    return f"{own} {_uncapitalised(context.topic)}"


def _is_bare_case(own: str, context: Context) -> bool:
    """Tell cases of which a label alone tells what they are: "Công an tỉnh: … bắt giữ 561 vụ"."""
    return context.is_labelled and len(own.split()) <= _CASE_WORDS and _CASE.search(fold(own)) is not None


def _of_party(own: str, mention: Mention, context: Context) -> str:
    """Return a mere country, place or firm with what was told of all: "Hoa Kỳ" after "xuất khẩu gạo"."""
    noun = _without_scale(mention) if mention.unit.unit_class in COUNTED else ""
    name = own.removesuffix(noun).strip() if noun else own
    unit = fold(mention.unit.text.split()[-1]) if mention.unit.text else ""
    if not _is_party(name):
        if len(own.split()) > 1:
            context.whole, context.whole_unit = own, unit
        return own
    is_part = mention.unit.unit_class is UnitClass.PERCENT or unit == context.whole_unit
    if not is_part or not context.whole or name in context.whole:
        return own
    return f"{_EVERYWHERE.sub('', context.whole)} {name}"


def _is_party(name: str) -> bool:
    """Tell a proper name, with "thị trường", "huyện", "công ty" and the like before it or not."""
    kind = phrases.party_kind().match(fold(name))
    bare = name[kind.end() :] if kind else name
    words = re.findall(r"[^\W\d_]+", bare)
    if not words or len(words) > _PARTY_WORDS:
        return False
    if phrases.party().fullmatch(fold(bare)):
        return True
    is_proper = all(word[0].isupper() and word[1:].islower() for word in words)
    return is_proper and (len(words) > 1 or kind is not None)


def _uncapitalised(text: str) -> str:
    """Return text with a small first letter, but an abbreviation as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def event_in(text: str, heading: str) -> str:
    """Return the event that hurt people of which a paragraph or else its heading tells, in its words, or ""."""
    for told in (fold(text), fold(heading)):
        for name, pattern in phrases.events():
            if match := pattern.search(told):
                abbreviation = text[match.start() : match.end()]
                return abbreviation if abbreviation.isupper() and name not in told else name
    return ""


def _with_measure(own: str, mention: Mention, context: Context) -> str:
    """Return the subject with the measure that its unit implies: "ngô" in ha is "diện tích ngô"."""
    if context.tells_rates and fold(mention.unit.text) in _RATES and "lãi suất" not in fold(own):
        return f"lãi suất {_uncapitalised(own)}"
    if context.topic and fold(own) == fold(context.topic) and fold(mention.unit.text) == context.measured_unit:
        return f"{context.measured} {_uncapitalised(own)}"
    measures: dict[str, str] = lexicon.table("phrases")["subject"]["measure_of_unit"]
    words = fold(mention.unit.text).split()
    measure = measures.get(" ".join(words[1:] if mention.unit.power else words), "")
    return f"{measure} {own[:1].lower()}{own[1:]}" if measure and measure not in fold(own) else own


def _of_event(own: str, mention: Mention, context: Context) -> str:
    """Return cases and people hurt with the event that did it: "người chết do tai nạn giao thông"."""
    if not context.event:
        return own
    folded, unit = fold(own), fold(mention.unit.text)
    if way := phrases.way().match(folded):
        context.way = own[way.start("way") : way.end("way")]
    elif unit not in _HURT and mention.unit.unit_class is not UnitClass.PERCENT:
        context.way = ""
    event = f"{context.event} {context.way}".rstrip()
    if _CASES.fullmatch(folded[way.end() :].strip() if way else folded) and unit in ("vụ", "%"):
        return f"{'số ' if folded.startswith('số') else ''}vụ {event}"
    state = phrases.casualty().search(folded)
    if not state or len(folded.split()) > _STATE_WORDS or unit != "người":
        return own
    what = state[0].removeprefix("làm ")
    return f"người {what} do {event}"


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
    if gap.opens == "(" and not named and (party := _party_before(gap.tail)):
        return party
    if gap.opens == "(" and not named and (not context.subject or _BEFORE_BRACKET.search(fold(gap.tail))):
        head = re.split(r"[;:.] ", gap.tail)[-1]
        named = subjects.subject_of(head)
    if unit in COUNTED:
        return _counted(mention, head, named, folded, right, context)
    if unit is UnitClass.PERCENT:
        return _shared(gap, named, folded, right, context)
    is_changed = phrases.change_before().search(folded) is not None
    if unit is UnitClass.MEASURE and not is_changed and _begins_noun(right):
        return _measured(head, named, folded, right)
    return named


def _party_before(tail: str) -> str:
    """Return the country, place or firm at the end of the words before a bracket: "huyện Ea Súp (96,5%)"."""
    last = _PARTY_OPENS.split(tail)[-1].strip()
    return last if _is_party(last) else ""


def _shared(gap: Gap, named: str, left: str, right: str, context: Context) -> str:
    """Return what a percentage is said of: "71% UBND cấp xã" names it behind, "tỷ lệ … đạt 71%" before."""
    is_survey = _SAID.match(fold(right)) is not None
    if is_survey or (context.is_survey and _ONLY_JOINS.fullmatch(left)):
        context.is_survey = True
        return f"{context.main_noun} {subjects.counted_tail(right, is_share=True)}".strip()
    if _RISE.search(left) and len(named.split()) < 2 and (of_rise := _OF_RISE.match(right)):
        return subjects.trimmed(of_rise["what"]) or named
    if _GOES_ON.match(fold(named)):
        return ""
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
    if place := _place_of_event(noun, left, head, context):
        return place
    if _ONLY_JOINS.fullmatch(left) and context.noun and not tail:
        return _with_noun(context, noun)
    if phrases.change_before().search(left):
        return named or _counted_before(noun, tail, context)
    if not named and not tail and not context.is_first and _ONLY_TIME.fullmatch(left):
        return context.subject
    if left.endswith(" của ") and tail and named:
        context.pending = f"{named} {noun} {tail}"
        return f"{noun} {tail}"
    if "/" in noun:
        return named or context.subject or noun
    if named and (_names_unit(named, noun) or (left.rstrip().endswith(":") and not tail)):
        return named
    if named and _EACH.match(fold(named)) and tail:
        return f"{noun} {tail} bình quân {named}"
    if named and (phrases.measure_head().match(fold(named)) or _is_level_of(named, left, mention)):
        return named
    verb = subjects.verb_of(head) if not left.rstrip().endswith(":") else ""
    if len(verb.split()) > 7:
        verb = "" if tail else named
    if not verb and not tail:
        return _counted_before(noun, tail, context)
    return " ".join(part for part in (verb, noun, tail) if part)


def _place_of_event(noun: str, left: str, head: str, context: Context) -> str:
    """Return the places counted with what happened there: "dịch đã xảy ra tại 12 hộ của 3 xã"."""
    if not phrases.place_noun().fullmatch(fold(noun)):
        return ""
    if match := phrases.happened_at().search(left):
        what = subjects.subject_of(head[: len(head) - (len(left) - match.start())]) or context.subject
        context.happened = f"{match['verb']} {what or context.topic}".strip()
    elif not (context.happened and _OF_PLACE.fullmatch(left)):
        return ""
    return f"{noun} {context.happened}"


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
