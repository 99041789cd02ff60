"""What a counted number is said of: the thing counted, what was done with it, and where."""

import re
from dataclasses import dataclass

from desktop.core.extraction import lexicon, phrases, subjects
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.naming_context import Context
from desktop.core.extraction.parties import is_party, without_scale
from desktop.core.extraction.subjects import fold

ONLY_JOINS = re.compile(r" *(?:,|/|và|, và|với) *")
COPULA = re.compile(r"\b(?:đạt|là|ước|ước tính|bằng|còn|lên|xuống|chiếm|tăng|giảm)(?: \w+)? *$")
OWN = re.compile(r"\b(?:đạt|bằng|là|còn|ở mức|lên|xuống|hoàn thành|đáp ứng)(?: \w+)? *$")
_STATE = re.compile(
    r" +(?P<state>(?:có [^,;.:()]{2,30} )?(?:tăng|giảm)(?=[ ,;.])(?! *(?:[^ ,;.:()]+ ?)?$)"
    r"(?: trên)?[^,;.:()]{0,40}?)(?= là | gồm |[,;.:()]|$)"
)
_GIVEN_TO = re.compile(r"^[^,;:.()]{0,40} cho (?:trên |hơn |gần |khoảng )?$")
_GIVES = re.compile(
    r"(?:[^,;]{0,20} )?(?P<verb>(?:xuất )?cấp|hỗ trợ|tặng|trao|phát|chi trả|tập huấn"
    r"|mở lớp|tổ chức lớp|bố trí|cho vay|trợ cấp)\b"
)
_AT_PLACES = re.compile(r"^[^,;:.()]{0,30}\b(?:tại|ở|thuộc|trên địa bàn)(?: trên| hơn| gần)? $")
_PER = re.compile(
    r"(?P<what>[^\W\d_]+(?: [^\W\d_]+)*)/(?P<each>(?P<people>(?:1 )?(?:vạn|10[.]000|1[.]000) dân)|xã)"
)
_BY_CAUSE = re.compile(r" +(?P<cause>(?:do|vì|liên quan(?: đến)?) [^,;.:()0-9]{3,40}?)(?=[,;.)]|$)")
_CASE_NOUNS = ("ca", "vụ", "trường hợp", "vụ cháy", "vụ tai nạn")
_WHOLE_HAS = re.compile(
    r", *(?:hiện |đến nay |hiện nay )?(?:toàn|cả) [^,;:.]{2,20} (?:còn|có|hiện có|hiện còn) *$"
)
_COUNT_OF = re.compile(r"(?:tổng )?số (?!này|đó|còn lại)|tổng (?:đàn|biên chế|lượng|lượt) ")
_CHECKS = re.compile(
    r"\b(?:thanh tra|kiểm tra|giám sát|khảo sát|rà soát|xử phạt|xử lý|điều tra|xét xử|kiểm toán|hỗ trợ"
    r"|cấp phép)\b"
)
_THING_ENDS = re.compile(r",| (?:tại|ở|trên|do|của|để|trong|thuộc|cho|theo) ")
_KIND_WORDS = 4
_OF_PLACE = re.compile(r"(?: *[,/]?(?: và| của| thuộc| tại| ở| trong)?){1,2} *")
_EACH = re.compile(r"(?:mỗi|bình quân mỗi|bình quân một) ")
_ONLY_TIME = re.compile(
    r"[ ,;(]*(?:(?:trong|của|đến|vào) )?(?:cùng kỳ|cả |kế hoạch )*(?:năm|tháng|quý|cùng kỳ|ck|kh)"
    r"[^,;:.()]{0,22}?(?: (?:là|đạt|có|chỉ|còn|chỉ còn|ước đạt))* *:? *"
)
_FUNDS = re.compile(r"(?:tổng |số )*(?:vốn|kinh phí|kim ngạch)\b")
_HAPPENING = ("ca", "vụ", "trường hợp", "đợt", "trận", "cuộc")
_HAPPENS = re.compile(r"(?<=\w)(?: đã| tiếp tục)? xảy ra$")
_TO_WHOM = re.compile(r"\b(?:cho|được|bị|với|đón|có)$")
_LISTED_WORDS = 7
_VERB_WORDS = 7


@dataclass(frozen=True, slots=True)
class _Counted:
    """A counted thing with its own words behind it, and what stands before its number."""

    mention: Mention
    noun: str
    tail: str
    head: str
    named: str
    left: str


def counted_subject(mention: Mention, head: str, named: str, left: str, right: str, context: Context) -> str:
    """Return what a counted number is said of: the thing counted with the words that belong to it."""
    noun = without_scale(mention)
    tail = subjects.counted_tail(right) or _state_of(noun, right) or _cause_of(noun, right)
    if tail.startswith(","):
        noun, tail = noun + tail, ""
    thing = _Counted(mention, noun, tail, head, named, left)
    return _told_before(thing, context) or _by_own_words(thing, context)


def _told_before(thing: _Counted, context: Context) -> str:
    """Return a counted thing as the words before it tell of it, "" where its own words do."""
    noun, tail, named, left = thing.noun, thing.tail, thing.named, thing.left
    told = _place_of_event(noun, left, thing.head, context)
    told = told or ("" if tail else _told_of(noun, left, context))
    if told := told or _per_each(noun, named or context.subject, left):
        return told
    if ONLY_JOINS.fullmatch(left) and context.noun and not tail:
        return _with_noun(context, noun)
    if phrases.is_change_before(left):
        return named or _counted_before(thing, context)
    if not named and not tail and not context.is_first and _ONLY_TIME.fullmatch(left):
        return context.subject
    if oblique := _oblique(noun, named, tail, left, context):
        return oblique
    return named or context.subject or noun if "/" in noun else ""


def _by_own_words(thing: _Counted, context: Context) -> str:
    noun, tail, left = thing.noun, thing.tail, thing.left
    named = "" if _begins_anew(thing) else thing.named
    if tail and left.rstrip().endswith(" có") and _FUNDS.match(fold(named)):
        return f"{noun} {tail}"
    if named and tail and left.rstrip().endswith(":") and _names_unit(named, noun):
        return _kind_of(named, noun, tail)
    if named and _is_count(named, noun, tail, left, thing.mention):
        return named
    if named and _EACH.match(fold(named)) and tail:
        return f"{noun} {tail} bình quân {named}"
    verb = _done_with(noun, thing.head, named, tail, left)
    if verb and left.endswith(" với ") and fold(context.subject).endswith(" " + fold(verb)):
        verb = ""
    if not verb and not tail:
        return _counted_before(thing, context)
    return _joined(verb, thing)


def _joined(verb: str, thing: _Counted) -> str:
    """Return a counted thing with the words before it, in the order in which one says them.

    "Tai nạn xảy ra 5 vụ" are "vụ tai nạn", "sốt xuất huyết 12 ca" "ca sốt xuất huyết", "dân số nữ 5 người"
    "dân số nữ".
    """
    noun, tail = thing.noun, thing.tail
    happens = _HAPPENS.search(fold(verb)) if fold(verb).endswith(" xảy ra") else None
    if happens and fold(noun) in _HAPPENING and not phrases.way().match(fold(verb)):
        return f"{noun} {tail or subjects.uncapitalised(verb[: happens.start()])}"
    if tail or not verb or phrases.action().search(" " + fold(verb)) or _TO_WHOM.search(fold(verb)):
        return " ".join(part for part in (verb, noun, tail) if part)
    if fold(noun) in lexicon.words("units", "count.classifiers"):
        is_person = fold(noun) in lexicon.words("units", "count.person")
        return verb if not is_person or phrases.measure_head().match(fold(verb)) else f"{verb} {noun}"
    is_case = fold(noun) in lexicon.words("units", "count.cases")
    return f"{noun} {subjects.uncapitalised(verb)}" if is_case else f"{verb} {noun}"


def _begins_anew(thing: _Counted) -> bool:
    """Tell a clause that only counts: "…, toàn tỉnh còn 12 xã", "…, còn 02 cơ sở chưa đăng ký"."""
    if "," in thing.left and _WHOLE_HAS.search(thing.left):
        return True
    _, comma, last = thing.head.rpartition(",")
    return bool(thing.tail and comma and not subjects.trimmed(last))


def _oblique(noun: str, named: str, tail: str, left: str, context: Context) -> str:
    """Return things counted behind "của", "đối với", with what was done with them where that is told."""
    if left.endswith(" của ") and tail and named:
        context.pending = f"{named} {noun} {tail}"
        return f"{noun} {tail}"
    if not left.endswith(" đối với "):
        return ""
    done, thing = _CHECKS.findall(f"{fold(context.noun)} {left}"), f"{noun} {tail}".strip()
    if not done and phrases.measure_head().match(fold(named)):
        context.pending = f"{named} đối với {thing}"
        return thing
    return f"{thing} được {done[-1]}" if done else ""


def _kind_of(named: str, noun: str, tail: str) -> str:
    """Return the first of the things that a colon sorts: "chốt kiểm soát cấp tỉnh" of "các chốt …:"."""
    thing = named[fold(named).rfind(fold(noun)) :]
    kept = _THING_ENDS.split(thing)[0].split()[: len(noun.split()) + _KIND_WORDS]
    return f"{' '.join(kept)} {tail}"


def _is_count(named: str, noun: str, tail: str, left: str, mention: Mention) -> bool:
    """Tell a subject that itself says what is counted: "số học sinh", "tổng đàn", "lượng khách"."""
    if _names_unit(named, noun) or (
        not tail and (left.rstrip().endswith(":") or _COUNT_OF.match(fold(named)))
    ):
        return True
    is_each = tail and _EACH.match(fold(named))
    is_measure = phrases.measure_head().match(fold(named)) is not None
    return not is_each and (is_measure or _is_level_of(named, left, mention))


def _done_with(noun: str, head: str, named: str, tail: str, left: str) -> str:
    """Return what was done with a counted thing, without who did it where the thing has words of its own."""
    verb = subjects.verb_of(head) if not left.rstrip().endswith(":") else ""
    if tail and ":" in head:
        verb = subjects.verb_of(head.rpartition(":")[2])
    if tail or " " in noun:
        verb = subjects.without_actor(verb)
    if not tail and verb and named.endswith(", " + verb) and len(named.split()) <= _LISTED_WORDS:
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
    per = _PER.fullmatch(fold(noun)) if "/" in noun else None
    if not per or (OWN.search(left) and _names_unit(told, per["what"].split()[0])):
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
    if len(named.split()) < 2 or is_party(named):
        return False
    return bool(COPULA.search(left)) or (mention.unit.power > 0 and left.rstrip().endswith("có"))


def _counted_before(thing: _Counted, context: Context) -> str:
    """Return the subject of "giảm 2 vụ": the cases counted before, or the noun with its own words."""
    noun, tail = thing.noun, thing.tail
    if tail:
        return f"{noun} {tail}"
    if _names_unit(context.subject, noun):
        return context.subject
    told = context.subject_by_noun.get(fold(noun), "")
    return told or context.subject_by_unit.get(fold(thing.mention.unit.text), noun)


def _names_unit(subject: str, noun: str) -> bool:
    """Tell a subject that itself says what is counted: "số vụ ma túy" before "218 vụ"."""
    words, wanted = " ".join(fold(subject).split()), " ".join(fold(noun).split())
    return f" {wanted} " in f" {words} "
