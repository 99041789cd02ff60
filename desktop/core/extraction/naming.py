"""Which subject a number is said of: one its own words name, else what the sentence said before."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from desktop.core.extraction import lexicon, phrases, subjects
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.subjects import Gap, fold
from desktop.core.extraction.units import COUNTED, UnitClass

_ABOUT = re.compile(
    r" *về (?:mặt )?(?P<what>[^,;.:()]{2,60}?)"
    r"(?= so với| so | (?:và|nhưng|song|còn|mà) (?:lại )?(?:tăng|giảm|bằng)| (?:và|nhưng|song) *$|[,;.:()]|$)"
)
_LABEL = re.compile(
    r"[\W\d_]*(?:[ivx]+[.)] |[a-zđ][.)] )?[\W\d_]*"
    r"(?P<label>[^\W\d_][^:;.()0-9]{2,70}?)(?: \([^()]*\))? ?:(?= |$)"
)
_HEADED = re.compile(r"[\W\d_]*(?:[ivxlc]+[.)] |[a-zđ][.)] |phần [^ ]+ )?[\W\d_]*")
_ONLY_JOINS = re.compile(r" *(?:,|/|và|, và|với) *")
_SAID = re.compile(
    r" *(?:số )?(?:doanh nghiệp |người |hộ )?(?:cho rằng|đánh giá|cho biết|dự báo|nhận định|dự kiến)\b"
)
_COPULA = re.compile(r"\b(?:đạt|là|ước|ước tính|bằng|còn|lên|xuống|chiếm|tăng|giảm)(?: \w+)? *$")
_OWN = re.compile(r"\b(?:đạt|bằng|là|còn|ở mức|lên|xuống|hoàn thành|đáp ứng)(?: \w+)? *$")
_PARTY_OPENS = re.compile(r"[,;:.]| (?:là|gồm|như|và|với|đến là|theo là) ")
_BEFORE_BRACKET = re.compile(r"[;:,.] .*\b(?:chiếm|tỷ lệ|nhất|hút)\b[^;:,.]*$")
_AT_PLACE = re.compile(
    r"(?P<what>.{3,60}?)(?: (?:tập trung|chủ yếu|nhất|nhiều))* (?:tại|ở|sang|từ) "
    r"(?!.* (?:tại|ở|sang|từ) )"
)
_NEXT_ITEM = re.compile(r"[^()]{0,40}\)(?: và|,|;) [^()]{3,60}$")
_STATE = re.compile(
    r" +(?P<state>(?:có [^,;.:()]{2,30} )?(?:tăng|giảm)(?= )(?! *(?:[^ ,;.:()]+ ?)?$)"
    r"(?: trên)?[^,;.:()]{0,40}?)(?= là | gồm |[,;.:()]|$)"
)
_HAS_MEASURE = re.compile(
    r" có (?P<measure>(?:tỷ lệ|kim ngạch|sản lượng|số|chỉ số|giá|diện tích|năng suất|doanh thu|lượng|trị giá)"
    r"(?: [^ ,;:]+){0,5}?)(?: đạt| tăng| giảm)? (?:cao|thấp|lớn|khá|nhiều|mạnh|sâu|nhất)"
)
_GIVEN_TO = re.compile(r"^[^,;:.()]{0,40} cho (?:trên |hơn |gần |khoảng )?$")
_GIVES = re.compile(
    r"(?:[^,;]{0,20} )?(?P<verb>(?:xuất )?cấp|hỗ trợ|tặng|trao|phát|chi trả|tập huấn"
    r"|mở lớp|tổ chức lớp|bố trí|cho vay|trợ cấp)\b"
)
_AT_PLACES = re.compile(r"^[^,;:.()]{0,30}\b(?:tại|ở|thuộc|trên địa bàn)(?: trên| hơn| gần)? $")
_REFERRING = re.compile(
    r"(?:các |những )?(?:nhóm hàng|mặt hàng|nhóm|loại|hàng hóa|sản phẩm|cây trồng|loại cây|bệnh"
    r"|dịch bệnh|ngành|ngành hàng) này\b"
)
_SHORT_EVENT = "TNGT"
_ACCIDENTS = ("tai nạn giao thông", _SHORT_EVENT)
_LOWERED = re.compile(r"\b(?:việc|chính sách|cắt|kéo|miễn)(?: tiếp tục)? (?:giảm|tăng)(?: \w+){0,3} *$")
_GROWTH = re.compile(r"\btăng trưởng(?: \w+){0,2} *$")
_PER = re.compile(
    r"(?P<what>[^\W\d_]+(?: [^\W\d_]+)*)/(?P<each>(?P<people>(?:1 )?(?:vạn|10[.]000|1[.]000) dân)|xã)"
)
_PRICE = re.compile(
    r"(?:nghìn |ngàn |triệu )?(?:đồng|đ|usd|ndt|jpy|yên|euro|đô la mỹ)/"
    r"(?:kg|tấn|tạ|lít|chỉ|lượng|thùng|chục|quả|m3|bao|con|pao|lb|ounce)"
)
_PRICED = re.compile(r"\b(?:giá|phí|cước|lương|tiền|mức|thuế|trợ cấp|hỗ trợ|trừ lùi)\b")
_CONTRIBUTES = re.compile(r"\bđóng góp(?: \w+){0,2} *$")
_BY_CAUSE = re.compile(r" +(?P<cause>(?:do|vì|liên quan(?: đến)?) [^,;.:()0-9]{3,40}?)(?=[,;.)]|$)")
_CASE_NOUNS = ("ca", "vụ", "trường hợp", "vụ cháy", "vụ tai nạn")
_WHOLE_HAS = re.compile(
    r", *(?:hiện |đến nay |hiện nay )?(?:toàn|cả) [^,;:.]{2,20} (?:còn|có|hiện có|hiện còn) *$"
)
_RANKS = ("bậc", "hạng")
_AMONG = re.compile(r"\W*trong đó,? (?!có )")
_WORTH = re.compile(r"\btrị giá(?: \w+){0,2} *$")
_OPENS_LIST = re.compile(r"(?:trong đó|cụ thể|gồm|như)\W*(?:có\W*)?$")
_LIST_LETTERS = 25
_COUNT_OF = re.compile(r"(?:tổng )?số (?!này|đó|còn lại)|tổng (?:đàn|biên chế|lượng|lượt) ")
_OF_PLACE = re.compile(r"(?: *[,/]?(?: và| của| thuộc| tại| ở| trong)?){1,2} *")
_CASE = re.compile(r"(?:vụ|trường hợp|cuộc|lượt)$")
_CASE_WORDS = 4
_EVERYWHERE = re.compile(r" (?:của )?(?:toàn cầu|thế giới|cả nước|toàn tỉnh|toàn quốc|cả tỉnh)$")
_OF_RISE = re.compile(r" *của (?P<what>[^,;.()]{3,60}?)(?= (?:so với|là|đạt|có|do|thì)\b|[,;.()]|$)")
_RISE = re.compile(r"\b(?:mức|tốc độ|tỷ lệ) (?:tăng|giảm|tăng trưởng)(?: chung)? *$")
_EACH = re.compile(r"(?:mỗi|bình quân mỗi|bình quân một) ")
_GOES_ON = re.compile(r"(?:chỉ|mới|vẫn|cũng|sẽ|đã) [^ ]+(?: [^ ]+)?$")
_ONLY_TIME = re.compile(
    r"[ ,;(]*(?:(?:trong|của|đến|vào) )?(?:cùng kỳ|cả |kế hoạch )*(?:năm|tháng|quý|cùng kỳ|ck|kh)"
    r"[^,;:.()]{0,22}?(?: (?:là|đạt|có|chỉ|còn|chỉ còn|ước đạt))* *:? *"
)
_NO_NOUN = re.compile(
    r" +(?:năm|tháng|quý|ngày|giai đoạn|mà|đặt ra|đề ra|nêu|hồi|quốc hội|thủ tướng|chính phủ|hđnd"
    r"|so|và|về|do|nên|thì|theo|nhờ|vào|cho|ở|này|đó|số lượng|giá trị|trở|mỗi|một|trên|trong|của|từ"
    r"|đến|để|qua|tại"
    r"|tương|như|với|hay|hoặc|được|bị|đã|sẽ|khi|nhưng|trước|sau|vì|tăng|giảm|đạt|là)\b"
)


_TOPIC_WORDS = 7
_ITEM_WORDS = 2
_WHOLE_WORDS = 9
_KEPT_WORDS = 2
_LISTED_WORDS = 7
_VERB_WORDS = 7
_LABEL_LENGTH = 60
_STATE_WORDS = 7
_RATES = ("%/năm", "%/tháng", "% / năm")
_HURT = ("người", "vụ", "")
_CASES = re.compile(r"(?:số |tổng số |tổng )?(?:xảy ra )?vụ(?: xảy ra)?|xảy ra vụ|")
_PARTY_WORDS = 7


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
    subject_by_unit: dict[str, str] = field(default_factory=dict)

    def next_sentence(self) -> None:
        """Forget what does not reach beyond a sentence."""
        self.subject, self.parent, self.in_list, self.before_bracket = self.main, "", False, None
        self.is_so_far = self.is_survey = False
        self.is_first, self.way, self.happened = True, "", ""
        self.subject_by_unit = {}


def subject_of_mention(mention: Mention, gap: Gap, left: str, right: str, context: Context) -> str:
    """Return what the number is said of; update the context with what its own words name."""
    _follow_brackets(gap, context)
    _follow_list(gap, context)
    subject = _subject_of(mention, gap, left, right, context)
    context.is_first = False
    return subject


def _subject_of(mention: Mention, gap: Gap, left: str, right: str, context: Context) -> str:
    about, before = _ABOUT.match(right), fold(left)
    is_change = phrases.change_before().search(before) is not None
    is_about = is_change or phrases.between_shares().fullmatch(before)
    if about and (is_about or phrases.ratio_before().search(before)):
        return _by_measure(about["what"].strip(), context)
    waiting, context.pending = context.pending, ""
    own = _own_subject(mention, gap, left, right, context) or waiting
    unit = fold(mention.unit.text)
    if unit in _RANKS and is_change and "chỉ số" not in fold(own):
        own = ""
    own = own or _left_out(gap, before, context)
    if not own and _CONTRIBUTES.search(before) and context.subject and "đóng góp" not in context.subject:
        return f"đóng góp của {subjects.uncapitalised(context.subject)}"
    if not own:
        return context.subject_by_unit.get(unit, context.subject) if is_change else context.subject
    if len(own.split()) > 1 and fold(context.subject).endswith(", " + fold(own)):
        return context.subject
    own = _completed(own, mention, gap, context)
    _remember(own, mention, context, is_change=is_change, is_aside=gap.opens == "(")
    return own


def _left_out(gap: Gap, before: str, context: Context) -> str:
    """Return what a number with no subject of its own is said of: its list, "tăng trưởng" or "trị giá"."""
    if gap.opens == ":" and context.in_list:
        return context.parent
    if _WORTH.search(before) and context.subject:
        return "trị giá"
    return "tăng trưởng" if not context.subject and _GROWTH.search(before) else ""


def _completed(own: str, mention: Mention, gap: Gap, context: Context) -> str:
    """Return a subject made whole from what the paragraph told: its measure, event, list, topic, party."""
    unit = fold(mention.unit.text).split()[-1:]
    own = _of_event(_with_measure(own, mention, context), mention, context)
    if not context.in_list and unit == [context.whole_unit] and _AMONG.match(fold(gap.head)):
        context.parent, context.in_list = context.subject, True
    earlier = context.parent if context.in_list else context.subject
    is_same = not unit or unit[0] in ("%", "lần", context.whole_unit) or not context.whole_unit
    is_item = context.in_list and is_same and not (context.whole and _is_party(own))
    own = subjects.completed(own, earlier or context.subject, in_list=is_item)
    own = _of_list(_dereferenced(own, context), mention, context)
    return _of_party(_of_topic(own, context), mention, context)


def _remember(own: str, mention: Mention, context: Context, *, is_change: bool, is_aside: bool) -> None:
    """Keep what the next numbers may lean on."""
    unit, is_counted = fold(mention.unit.text), mention.unit.unit_class in COUNTED
    if measure := phrases.measure_head().match(fold(own)):
        context.measured, context.measured_unit = own[: measure.end()], unit
    context.subject = own
    if not is_change and unit and mention.unit.unit_class is not UnitClass.PERCENT:
        context.subject_by_unit[unit] = own
    context.main = context.main if context.in_list or is_aside else own
    context.noun = _without_scale(mention) if is_counted else ""
    if is_counted and unit and len(own.split()) > len(unit.split()):
        context.subject_by_noun[unit] = own


def topic_of(text: str, heading: str = "") -> str:
    """Return what a paragraph is about: the label it begins with ("Cà phê: …"), else its heading, or ""."""
    match = _LABEL.match(fold(text[:120]))
    if match and not phrases.no_topic().search(match["label"]):
        return text[match.start("label") : match.end("label")].strip()
    bare = heading[_HEADED.match(fold(heading)).end() :].strip(" :.-*")  # type: ignore[union-attr]
    bare = bare.lower() if bare.isupper() else bare
    is_name = len(bare.split()) <= _TOPIC_WORDS and not phrases.no_heading_topic().search(fold(bare))
    return bare if is_name else ""


def _label_in(text: str) -> str:
    """Return the label that is all of `text`, "" where it is more or names no topic."""
    match = _LABEL.fullmatch(fold(text) + ":") if len(text) < _LABEL_LENGTH else None
    if not match or phrases.no_topic().search(match["label"]):
        return ""
    return text[match.start("label") : match.end("label")].strip()


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


def _of_topic(own: str, context: Context) -> str:
    """Return a subject that names only a measure or a trade with the topic: "xuất khẩu cà phê"."""
    is_bare = phrases.bare_subject().fullmatch(fold(own)) or _is_bare_case(own, context)
    if not context.topic or not is_bare:
        return own
    if fold(context.topic) in fold(own) or fold(own) in fold(context.topic):
        return own
    return f"{own} {subjects.uncapitalised(context.topic)}"


def _of_list(own: str, mention: Mention, context: Context) -> str:
    """Return a short item of a list with what the list is of: "hồ sơ đã giải quyết" before "đúng hạn"."""
    whole = context.parent if context.in_list else context.before_bracket or ""
    if mention.unit.text or not whole or _is_party(own) or whole == context.topic:
        return own
    if len(own.split()) > _ITEM_WORDS or phrases.measure_head().match(fold(own)):
        return own
    if fold(own) in fold(whole) or fold(whole) in fold(own) or len(whole.split()) > _WHOLE_WORDS:
        return own
    return f"{whole} {subjects.uncapitalised(own)}"


def _dereferenced(own: str, context: Context) -> str:
    """Return a subject with the topic named for "nhóm hàng này", "các loại này"."""
    referring = _REFERRING.search(fold(own)) if own.endswith("này") or "này " in own else None
    if not referring or not context.topic:
        return own
    return f"{own[: referring.start()]}{subjects.uncapitalised(context.topic)}{own[referring.end() :]}"


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
            context.whole, context.whole_unit = _without_place(own), unit
        return own
    is_part = mention.unit.unit_class is UnitClass.PERCENT or context.whole_unit in (unit, "")
    if not is_part or not context.whole or name in context.whole:
        return own
    return f"{_EVERYWHERE.sub('', context.whole)} {name}"


def _without_place(own: str) -> str:
    """Return what is told of a place without it: "các vụ cháy" of "các vụ cháy tại thành phố Huế"."""
    at = _AT_PLACE.match(fold(own))
    if at and _is_party(own[at.end() :]):
        return own[: at.end("what")]
    words = own.split()
    first = len(words)
    while first > _KEPT_WORDS and words[first - 1][0].isupper():
        first -= 1
    return " ".join(words[:first]) if first < len(words) and _is_party(" ".join(words[first:])) else own


@lru_cache(maxsize=512)
def _is_party(name: str) -> bool:
    """Tell a proper name, with "thị trường", "huyện", "công ty" and the like before it or not."""
    kind = phrases.party_kind().match(fold(name))
    bare = name[kind.end() :] if kind else name
    if phrases.party().fullmatch(fold(bare)):
        return True
    words = re.findall(r"[^\W\d_]+", bare) if bare[:1].isupper() else []
    if not words or len(words) > _PARTY_WORDS:
        return False
    is_proper = all(word[0].isupper() and (len(word) == 1 or word[1:].islower()) for word in words)
    return is_proper and (len(words) > 1 or kind is not None)


def event_in(text: str, heading: str) -> str:
    """Return the event that hurt people of which a paragraph or else its heading tells, or ""."""
    for told in (fold(text), fold(heading)):
        for name, pattern in phrases.events():
            if match := pattern.search(told):
                abbreviation = text[match.start() : match.end()]
                return abbreviation if abbreviation.isupper() and name not in told else name
    return ""


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
    if _PRICE.fullmatch(fold(mention.unit.text)) and not _PRICED.search(fold(own)) and not _is_party(own):
        return f"giá {subjects.uncapitalised(own)}"
    measures: dict[str, str] = lexicon.table("phrases")["subject"]["measure_of_unit"]
    words = fold(mention.unit.text).split()
    measure = measures.get(" ".join(words[1:] if mention.unit.power else words), "")
    return f"{measure} {own[:1].lower()}{own[1:]}" if measure and measure not in fold(own) else own


def _of_event(own: str, mention: Mention, context: Context) -> str:
    """Return cases and people hurt with the event that did it: "người chết do tai nạn giao thông"."""
    if not context.event:
        return own
    folded, unit = fold(own), fold(mention.unit.text)
    if _SHORT_EVENT in own and context.event in _ACCIDENTS:
        context.event = _SHORT_EVENT
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
    if context.is_first and gap.opens == ":" and (label := _label_in(gap.tail)):
        context.is_labelled = context.is_labelled and label == context.topic
        context.topic = label
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


def _own_subject(mention: Mention, gap: Gap, left: str, right: str, context: Context) -> str:
    head = gap.head if gap.opens or gap.tail == "" else ""
    named = subjects.subject_of(head)
    folded, unit = fold(left), mention.unit.unit_class
    if gap.opens == "(" and not named and (party := _party_before(gap.tail)):
        return party
    if gap.opens == "(" and not named and _names_anew(gap, context):
        head = re.split(r"[;:.)] ", gap.tail)[-1]
        named = subjects.subject_of(head)
    if unit in COUNTED:
        return _counted(mention, head, named, folded, right, context)
    if unit is UnitClass.PERCENT:
        return _shared(gap, named, folded, right, context)
    is_changed = phrases.change_before().search(folded) is not None
    if unit is UnitClass.MEASURE and not is_changed and _begins_noun(right):
        return _measured(head, named, folded, right)
    return named


def _names_anew(gap: Gap, context: Context) -> bool:
    """Tell a bracket behind words that no number has told of: "trừ tiền sử dụng đất (685 tỷ đồng)"."""
    if not context.subject or context.is_first or _BEFORE_BRACKET.search(fold(gap.tail)):
        return True
    return _NEXT_ITEM.match(fold(gap.tail)) is not None and not _is_party(context.subject)


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
    if (not named or _LOWERED.search(left)) and phrases.change_before().search(left):
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
    tail = subjects.counted_tail(right) or _state_of(noun, right) or _cause_of(noun, right)
    told = _place_of_event(noun, left, head, context)
    told = told or ("" if tail else _told_of(noun, left, context))
    if told := told or _per_each(noun, named or context.subject, left):
        return told
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
    named = "" if _WHOLE_HAS.search(left) else named
    if named and _is_count(named, noun, tail, left, mention):
        return named
    if named and _EACH.match(fold(named)) and tail:
        return f"{noun} {tail} bình quân {named}"
    verb = _done_with(head, named, tail, left)
    if not verb and not tail:
        return _counted_before(noun, tail, context)
    return " ".join(part for part in (verb, noun, tail) if part)


def _is_count(named: str, noun: str, tail: str, left: str, mention: Mention) -> bool:
    """Tell a subject that itself says what is counted: "số học sinh", "tổng đàn", "lượng khách"."""
    if _names_unit(named, noun) or (
        not tail and (left.rstrip().endswith(":") or _COUNT_OF.match(fold(named)))
    ):
        return True
    is_each = tail and _EACH.match(fold(named))
    is_measure = phrases.measure_head().match(fold(named)) is not None
    return not is_each and (is_measure or _is_level_of(named, left, mention))


def _done_with(head: str, named: str, tail: str, left: str) -> str:
    """Return what was done with a counted thing, without who did it where the thing has words of its own."""
    verb = subjects.verb_of(head) if not left.rstrip().endswith(":") else ""
    if tail:
        verb = subjects.without_actor(verb)
    elif verb and named.endswith(", " + verb) and len(named.split()) <= _LISTED_WORDS:
        verb = named
    return verb if len(verb.split()) <= _VERB_WORDS else "" if tail else named


def _state_of(noun: str, right: str) -> str:
    """Return what groups or places counted do themselves: "tăng giá", "giảm so với cùng kỳ"."""
    state = _STATE.match(right) if phrases.group_noun().match(fold(noun)) else None
    return state["state"].strip() if state else ""


def _cause_of(noun: str, right: str) -> str:
    """Return the cause by which cases are told apart: "do tai nạn giao thông"."""
    cause = _BY_CAUSE.match(right) if fold(noun) in _CASE_NOUNS else None
    return cause["cause"] if cause else ""


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


def _told_of(noun: str, left: str, context: Context) -> str:
    """Return people given to, and places where, with what was told: "cấp gạo cứu đói cho 20 hộ"."""
    if context.is_first or not context.subject or _names_unit(context.subject, noun):
        return ""
    if _GIVEN_TO.search(left) and (given := _GIVES.match(fold(context.subject))):
        return f"{noun} được {given['verb']}{context.subject[given.end() :]}"
    if _AT_PLACES.search(left) and phrases.place_noun().fullmatch(fold(noun)) and noun != "đơn vị":
        return f"{noun} có {subjects.uncapitalised(context.subject)}"
    return ""


def _per_each(noun: str, told: str, left: str) -> str:
    """Return "bác sĩ trên vạn dân" for "9 bác sĩ/vạn dân", "" where the words before tell it themselves."""
    per = _PER.fullmatch(fold(noun))
    if not per or (_OWN.search(left) and _names_unit(told, per["what"].split()[0])):
        return ""
    link = "trên" if per["people"] else "bình quân mỗi"
    return f"{noun[: per.end('what')]} {link} {noun[per.start('each') :]}"


def _with_noun(context: Context, noun: str) -> str:
    """Return the last subject with another counted noun: "khởi tố 12 vụ/31 bị can"."""
    subject, folded, last = context.subject, fold(context.subject), fold(context.noun)
    place = folded.find(last)
    return f"{subject[:place]}{noun}".strip() if place >= 0 else subject


def _is_level_of(named: str, left: str, mention: Mention) -> bool:
    """Tell "đàn trâu hiện có 18 nghìn con", said of the herd, from "tỉnh có 18 trường", said of schools."""
    if len(named.split()) < 2 or _is_party(named):
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
