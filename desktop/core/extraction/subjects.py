"""Pieces of a sentence: the subject before a number, the words behind a counted thing, where they part."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.core.extraction import passages, phrases

# A subject and the words around it are asked for again and again: their folding is kept.
fold = lru_cache(maxsize=512)(passages.fold)

_COMMA = re.compile(r",(?!\d)")
_LIST_JOIN = re.compile(r",(?!\d)| và ")
_CLAUSE = re.compile(r"[;)]|\.(?= )")
_SPACES = re.compile(r"  +")
_DONE = re.compile(r"\b(?:đã|sẽ|được) +(?=\S+ *\S*)(?!.*\b(?:đã|sẽ) )")
# It begins with the signs themselves, so that the search leaps from one to the next.
_STRONG = re.compile(r"[;:!?(.](?:(?<!\.)|(?<!tp.)(?=\s|$)|\.)")
_BRACKETS = re.compile(r"\([^()]*\)")
_WORDS = re.compile(r"[^\W_]+(?:[-/.][^\W_]+)*%?")
_SOFT = re.compile(
    r",(?!\d)| (?:và|nhưng|song|còn|trong đó|đồng thời|riêng)(?= )"
    r"| với(?= (?:tổng )?(?:mức |số |giá )?(?:vốn|tiền|diện tích|kinh phí|trị giá|quy mô"
    r"|sản lượng|dư nợ|đầu tư|công suất|khối lượng|doanh thu|kim ngạch|chiều dài|giá trị|trị|dung tích) )"
)
_OPENING = re.compile(
    r"(?:theo|tính|từ|đến|trong(?! đó)|tại|ở|trên|với|nhờ|do|nếu|khi|để|qua|sau|trước|không|chưa"
    r"|thực hiện|đồng thời|ngoài ra|đóng cửa|kết thúc|chốt|mở cửa|bước sang|bước vào|nhân dịp|so)\b|.*[0-9]/"
)
_TIME = re.compile(
    r"(?:năm|tháng|quý|ngày|phiên|tuần|kỳ|vụ) (?:[0-9ivx/.-]+(?: năm [0-9]{4})?|trước|này|qua)"
)
_LISTED_TAIL = re.compile(r", [^,;:.()]{2,25} (?:bị|được) [^,;:.()]{2,30}")
_SECOND_TAIL = re.compile(
    r", (?:ngừng|tạm ngừng|giải thể|dịch vụ|giải pháp|tổ chức|cá nhân|dự án|đề án|kinh doanh|chế biến|bến"
    r"|phường|thị trấn|thị xã|thành phố|ban|ngành|đơn vị|nổ|huyện|hộ|ven biển|cấp|vùng|bảo quản|tố giác"
    r"|kiến nghị|phản ánh|tố cáo|đề nghị)"
    r"(?: [^ ,;:.()0-9]+){0,7}(?=[,;.(]|$| so với| tăng| giảm)"
)
_NEGATED = re.compile(r"(?:không|chưa)(?: có| xảy ra| để| ghi nhận| phát sinh)?\b")
_SIGNS = " ,;:.()\"'*+-–"
_SEPARATORS = ' ,:("'
_LISTED_WORDS = 4
_END_LETTERS = 80
_CLAUSE = re.compile(r"[,;:()]|\.(?= )")
_BARE_WORDS = 6
_SHORT_WORDS = 3
_BASE_WORDS = 7
_BARE_WORDS = 1
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
    even = _BRACKETS.sub(_blanks, gap) if "(" in gap else gap
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
        return fold(_CLAUSE.split(gap.tail)[-1] + " " + gap.head)
    if gap.opens and gap.opens != ",":
        return fold(gap.head)
    folded = fold(left).lstrip()
    against = phrases.against().match(folded) if gap.tail else None
    return folded[against.end() :] if against else folded


@lru_cache(maxsize=64)
def subject_of(head: str) -> str:
    """Return the subject that the words before a number name, "" where they only join or predicate."""
    if not head.strip(_SIGNS):
        return ""
    head = _APPOSED.sub("", _ACCORDING.sub("", head))
    if such := such_as(head):
        head = head[such:]
    if stands := _standing_with(head):
        return stands
    parts = _COMMA.split(_BRACKETS.sub(_blanks, head))
    while parts:
        text = trimmed(parts.pop())
        if text:
            return _with_list(parts, text)
    return ""


def _standing_with(head: str) -> str:
    """Return "kim ngạch xuất khẩu Mỹ" of "Mỹ là thị trường xuất khẩu lớn nhất với kim ngạch", or ""."""
    folded = fold(head)
    at = folded.find(" với ")
    told = _STANDS.match(folded, 0, at) if at > 0 else None
    head_of = phrases.measure_head().match(folded, at + len(" với ")) if told else None
    if told is None or head_of is None or head_of[0] in ("tỷ trọng", "tỷ lệ"):
        return ""
    measure = trimmed(head[head_of.start() :])
    traded = _TRADE.search(folded, told.end("what"), at)
    trade = traded[0].strip() if traded and " khẩu" not in fold(measure) else ""
    what = trimmed(head[: told.end("what")])
    return " ".join(part for part in (measure, trade, what) if part and not _POINTS.fullmatch(fold(part)))


@lru_cache(maxsize=64)
def such_as(head: str) -> int:
    """Return where the examples begin in "một số địa phương tăng cao như Đà Nẵng", 0 where none do."""
    folded = fold(head)
    such = _SUCH_AS.match(folded) if _EXAMPLES.search(folded) else None
    return such.end() if such and trimmed(head[such.end() :]) else 0


def verb_of(head: str) -> str:
    """Return the words before a counted thing that say what was done with it: "phê duyệt", "kiểm định"."""
    *before, last = head.split(",")
    while before and phrases.goes_on().search(fold(before[-1])):
        last = f"{before.pop()},{last}"
    text = trimmed(last, is_counted=True)
    if (reported := phrases.reported().match(fold(text))) and reported.end() < len(text):
        text = text[reported.end() :].strip()
    if whole := _WHOLE_PLACE.match(fold(text)):
        text = text[whole.end() :].lstrip()
    done = _DONE.search(fold(text))
    if done and done.start() > 0:
        text = text[done.end() :]
    match = phrases.generic_head().match(fold(text))
    return text[match.end() :].strip(" ,:") if match else text


def without_actor(verb: str) -> str:
    """Return what was done without who did it: "tiếp nhận" of "các trung tâm hành chính công tiếp nhận"."""
    actor = phrases.actor().match(fold(verb))
    done = phrases.action().search(fold(verb), actor.end()) if actor else None
    if not done:
        return verb
    text = verb[done.start() :].strip()
    general = phrases.generic_head().match(fold(text))
    return text[general.end() :].strip() if general else text


def counted_tail(text: str, *, is_share: bool = False) -> str:
    """Return the words behind a counted noun that belong to it."""
    if abbreviation := _ABBREVIATION.match(text):
        text = text[abbreviation.end() :]
    folded = fold(text)
    stop = _SHARE_STOP.search(folded) if is_share else phrases.tail_stop().search(folded)
    if (
        stop
        and stop[0] == ","
        and (listed := _listed_tail(folded, stop.start(), is_share=is_share))
        and (not phrases.measure_head().match(folded, stop.start() + 2))
    ):
        return " ".join(text[: listed.end()].split()[:_TAIL_WORDS]).replace(" ,", ",")
    kept = text[: stop.start()] if stop else _without_predicate(text)
    if stop is None and (hanging := _HANGING.search(fold(kept))):
        kept = kept[: hanging.start()]
    return " ".join(kept.strip("\"”“' ./").split()[: _SHARE_WORDS if is_share else _TAIL_WORDS])


def _listed_tail(folded: str, comma: int, *, is_share: bool) -> re.Match[str] | None:
    """Return what goes on with a counted noun behind a comma: "giải thể, ngừng hoạt động"."""
    listed = phrases.listed_tail().match(folded, comma)
    if listed and listed["several"]:
        return listed
    special = _LISTED_TAIL.match(folded, comma) or _SECOND_TAIL.match(folded, comma)
    is_bare = len(folded[:comma].split()) <= _BARE_WORDS
    is_pair = listed is not None and len(listed[0].split()) <= _SHORT_WORDS
    return special or (listed if is_bare and (is_pair or not is_share) else None)


def completed(subject: str, earlier: str, *, in_list: bool) -> str:
    """Return a subject made whole from the one before it.

    A bare measure takes over what was measured ("sản lượng" after "năng suất lúa": "sản lượng lúa"); an
    item of a list takes over its measure ("ngô" after "diện tích cây hàng năm:": "diện tích ngô").
    """
    folded, before = fold(subject), fold(earlier)
    if before.startswith(folded + " ") and not before.endswith(folded + " bình quân"):
        return earlier
    if _DISBURSED.fullmatch(folded) and (funds := _FUNDS.search(before)):
        return f"giải ngân {earlier[funds.start() :]}"
    measure, earlier_measure = phrases.measure_head().match(folded), phrases.measure_head().match(before)
    if measure and measure.end() == len(folded) and earlier and not _OF_ALL.match(folded):
        rest = earlier[earlier_measure.end() :].strip() if earlier_measure else without_actor(earlier)
        rest = rest[: serves.start()] if (serves := _SERVES.search(fold(rest))) else rest
        rest = rest[grown.end() :] if (grown := _GROWN.match(fold(rest))) else rest
        return f"{subject} {_COUNTS.sub('', uncapitalised(rest), count=1)}".strip()
    if like_before := _like_before(subject, folded, earlier, before):
        return like_before
    if in_list and earlier_measure and not phrases.unlisted().match(folded) and len(subject.split()) <= 8:
        trade = _TRADE.match(before, earlier_measure.end())
        end = trade.end() if trade else earlier_measure.end()
        return _joined(earlier[:end], uncapitalised(subject))
    return subject


def _like_before(subject: str, folded: str, earlier: str, before: str) -> str:
    """Return a subject that differs from the one before it by its last words alone, "" where it does not.

    "Bằng đường bộ" after "khách đến bằng đường biển", "vùng II" after "lương tối thiểu vùng I", "nhập khẩu"
    after "kim ngạch xuất khẩu".
    """
    if (by := _BY_WAY.match(folded)) and (way := _BY_WAY.search(before)):
        return f"{earlier[: way.start()]}{subject[by.start() :]}"
    grade, last = _GRADED.fullmatch(folded), _LAST_GRADED.search(before)
    if grade and last and last["kind"] == grade["kind"]:
        return f"{earlier[: last.start()]}{subject}"
    measure = phrases.measure_head().match(before) if _TRADES.fullmatch(folded) else None
    if measure and _TRADES.match(before[measure.end() :].strip()):
        return f"{earlier[: measure.end()]} {uncapitalised(subject)}"
    return ""


def _joined(measure: str, item: str) -> str:
    """Return an item behind its measure, without what both say: "chỉ số sản xuất", "sản xuất …"."""
    words, own = measure.split(), fold(item).split()
    shared = next((n for n in (3, 2, 1) if fold(measure).split()[-n:] == own[:n]), 0)
    return " ".join([*words[: len(words) - shared], item])


def uncapitalised(text: str) -> str:
    """Return text with a small first letter, but an abbreviation and a proper name as they are."""
    second = text.find(" ") + 1
    is_name = text[1:2].isupper() or (second > 0 and text[second : second + 1].isupper())
    return text if is_name else text[:1].lower() + text[1:]


def items_of(head: str, count: int) -> list[str]:
    """Return the subjects that "A, B và C lần lượt là" lists, [] where they are not `count` of them."""
    subject = trimmed(head)
    items = [part.strip() for part in _LIST_JOIN.split(subject) if part.strip()]
    if len(items) < count:
        return []
    items = [trimmed(item) or item for item in items[-count:]]
    measure = phrases.measure_head().match(fold(items[0]))
    if not measure:
        return items
    return [items[0], *(completed(item, items[0], in_list=True) for item in items[1:])]


@lru_cache(maxsize=256)
def bare_words(left: str) -> str:
    """Return the last words before a number where no subject is told: "Kim ngạch" of "Kim ngạch đạt"."""
    last = _CLAUSE.split(left)[-1]
    words = _without_predicate(last).strip(_SIGNS)
    return words if len(words.split()) <= _BARE_WORDS else ""


def trimmed(text: str, *, is_counted: bool = False) -> str:
    """Return `text` without connectors, time and place before it and the predicate behind it.

    With `is_counted` verbs before a counted thing are kept.
    """
    if not text.strip(_SIGNS):
        return ""
    text = _without_lead(text)
    if (
        not is_counted
        and (reported := phrases.reported().match(fold(text)))
        and reported.end() < len(text.rstrip())
    ):
        text = text[reported.end() :]
        text = _without_lead(text)
    text = _without_predicate(text).rstrip()
    whole = text
    while time := phrases.time_tail().search(fold(text), max(0, len(text) - _END_LETTERS)):
        text = text[: time.start()].rstrip()
    if text != whole and not fold(text).endswith((" bình quân", " trung bình")):
        text = _without_predicate(text).rstrip()
    text = _without_cause(text)
    if than := _THAN.search(fold(text)):
        text = _without_predicate(text[: than.start()]).rstrip()
    if not is_counted and text.count(" ") >= _SHORT_WORDS:
        text = _without_predicate(_before_predicate(text)).rstrip()
    if not is_counted and (stands := phrases.standing().search(fold(text))):
        text = text[: stands.start()]
    if index := _INDEX.match(fold(text)):
        text = text[: index.end()]
    text = _SPACES.sub(" ", text.strip(" ,;:.()\"'*+•-–“”[]≥≤="))
    return "" if _names_nothing(fold(text)) else text


_WHOLE_PLACE = re.compile(
    r"^.*\b(?:toàn tỉnh|toàn huyện|toàn thành phố|toàn ngành|cả nước|toàn quốc)\b(?: có)?"
)
_ACCORDING = re.compile(r"^\W*[Tt]heo (?:[^:]*:|(?:(?!, )[^:])*(?:, (?=[^,]*, ))?[^,:]*,(?= ))")
_SUCH_AS = re.compile(
    r"(?:[^;:.]{0,60}[ ,])??(?:một số|nhiều|các|những|nhóm|mặt hàng|thị trường|điểm sáng|địa phương|đơn vị)\b"
    r"[^;:.]{2,60}?\b(?:cao|thấp|khá|mạnh|lớn|nhiều|nhất|chậm|tăng|giảm|tốt|chính|chủ lực"
    r"|tiến độ|chung)(?: [^ ,]+){0,7}?"
    r" (?:như|là|gồm|đó là|gồm có|phải kể đến|điển hình là)(?: thị trường)?[: ]+"
)
_EXAMPLES = re.compile(r" (?:như|gồm|là|có|kể đến)[ :]")
_TRADE = re.compile(r" (?:xuất khẩu|nhập khẩu|giải ngân|sản xuất|tiêu thụ)(?= |$)")
_BY_WAY = re.compile(r"\bbằng đường\b")
_GRADED = re.compile(r"(?P<kind>vùng|khu vực|nhóm|loại|hạng|cấp|bậc) (?:[ivx]+|[0-9]|[a-d])")
_LAST_GRADED = re.compile(rf"(?<= ){_GRADED.pattern}$")
_OF_ALL = re.compile(r"dân số\b")
_TRADES = re.compile(r"xuất khẩu|nhập khẩu")
_BASE_FIRST = re.compile(
    r"\W*so(?: với)? (?:cùng kỳ(?: năm (?:trước|ngoái|[0-9]{4}))?|(?:năm|quý|tháng) trước),? (?=\w)"
)
_COUNTS = re.compile(r"(?:tổng )?số ")
_IF = re.compile(r"\W*nếu [^,;:.()0-9]{3,60}?,? thì (?!đạt|tăng|giảm|chỉ|còn|bằng|ước)")
_SINCE = re.compile(r"\W*(?:kể )?từ (?:khi|lúc) [^,;:.()0-9]{3,40}? đến (?:nay|thời điểm này)\b,?")
_GROWN = re.compile(r"(?:đã )?(?:thu hoạch|gieo cấy|gieo sạ|gieo trồng|xuống giống)(?: xong| được)? (?=\w)")
_SERVES = re.compile(r"(?<=\w) (?:đón|đón tiếp|phục vụ)\b.*")
_VERBAL = re.compile(r" (?:được|bị|đã|vẫn|đang|sẽ|chưa|phải|do|thực hiện) ")
_APPOSED = re.compile(r" [-–] (?=[a-zà-ỹđ])[^-–,;:()]{4,60} [-–](?= |$)")
_BEYOND = re.compile(
    r"(?:trên|dưới|vượt|thấp hơn|cao hơn|hơn)(?: mức| so với)?"
    r" (?:báo động|bđ ?[0-9]|lũ lịch sử|đỉnh lũ|chỉ tiêu|mục tiêu)[^,]{0,20}"
)
_HANGING = re.compile(r"(?:^| )(?:ở|thuộc|của|cho|làm|khiến|gây) *$")
_ABBREVIATION = re.compile(r" *\([A-ZĐ&-]{2,8}\)(?= )")
_INDEX = re.compile(r"[a-z0-9]+-index\b(?= )")
_STANDS = re.compile(
    r"(?P<what>[^,;:.()]{2,60}?)(?: vẫn| tiếp tục| cũng| hiện)*"
    r" (?:là|giữ|xếp|đứng|dẫn đầu|trở thành|vươn lên)\b[^;:.()]{0,100}$"
)
_POINTS = re.compile(r"đây|đó|trong đó")
_DISBURSED = re.compile(r"(?:(?:mới|đã|tỷ lệ|vốn|số vốn|kết quả) )?giải ngân(?: được| thanh toán)?")
_FUNDS = re.compile(r"\b(?:vốn|kinh phí|dự án|kế hoạch vốn)\b")
_THAN = re.compile(r"(?:^|[ ,])(?:cao|thấp|ít|nhiều|lớn|nhỏ|nhanh|chậm|kém|nhỉnh) hơn\b.*$")
_SHARE_STOP = re.compile(r"[,;:()]|\.(?= |$)|\.\.")
_ONLY_BASE = re.compile(
    r"(?:so(?: với)? )?(?:cả |cùng kỳ|cùng thời điểm|ck\b|svck|năm học trước|năm trước|năm ngoái|tháng trước"
    r"|quý trước|kế hoạch|kh\b|dự toán|mục tiêu|nghị quyết|chỉ tiêu|tuần trước|kỳ trước|vụ trước|năm [0-9]{4}"
    r"|đầu năm)[^,]{0,40}|so(?: với)?"
)


def _names_nothing(folded: str) -> bool:
    """Tell words that are only a base of comparison, or a verb that goes on with the subject before."""
    nothing = _nothing().match(folded)
    return nothing is not None and (nothing["base"] is None or len(_WORDS.findall(folded)) <= _BASE_WORDS)


@cache
def _nothing() -> re.Pattern[str]:
    """All words that name no subject; group `base` is a base of comparison, which not too many words are.

    They are one pattern, for one after the other would be tried at every subject, mostly in vain.
    """
    alone = (phrases.empty_subject(), _TIME, phrases.against(), _BEYOND)
    whole = "|".join(pattern.pattern for pattern in alone)
    return re.compile(rf"{_NEGATED.pattern}|(?:{whole})\Z|(?P<base>{_ONLY_BASE.pattern})\Z")


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _split_soft(gap: str, folded: str, *, has_tail: bool) -> Gap:
    if not has_tail:
        return Gap("", gap, ",")
    against = phrases.against().match(folded.lstrip())
    offset = len(folded) - len(folded.lstrip())
    begin = offset + against.end() if against else 0
    cut = _SOFT.search(folded, begin)
    cause = phrases.cause_clause().search(folded, max(offset - 1, 0))
    if cause and (cut is None or cause.start() < cut.start()):
        return Gap(gap[: cause.start()], gap[cause.end() :], ",")
    if cut is None:
        return Gap(gap, "")
    return Gap(gap[: cut.start()], gap[cut.end() :] if cut[0] == "," else gap[cut.start() :], cut[0].strip())


def _with_list(parts: list[str], text: str) -> str:
    """Return `text` with the short noun groups before it that it goes on from ("trâu, bò, lợn")."""
    last = text
    while (
        parts
        and not opens_clause(parts[-1])
        and (_lists(parts[-1], last) or phrases.goes_on().search(fold(parts[-1])))
    ):
        last = trimmed(parts[-1])
        folded = fold(parts[-1])
        if not last or phrases.predicate().search(folded) or phrases.against().search(folded):
            break
        parts.pop()
        text = f"{last}, {text}"
    return text


def opens_clause(before: str) -> bool:
    """Tell words that only lead to a clause: "theo báo cáo của Sở", "đến ngày 15/9", "ông A cho biết"."""
    folded = fold(before).strip(" \"'“”-+*•")
    return _OPENING.match(folded) is not None or phrases.reported().match(folded) is not None


def _lists(before: str, last: str) -> bool:
    """Tell two short noun groups of one list: "trâu, bò"; "may mặc, mũ nón và giày dép"."""
    if last[:4].lower() == "giá " and _VERBAL.search(fold(before)):
        return False
    words = len(_WORDS.findall(last))
    if words <= _SHORT_WORDS:
        return phrases.unlisted().match(fold(last)) is None or (words == 1 and not last.isupper())
    return words <= 2 * _SHORT_WORDS and " và " in last and len(_WORDS.findall(before)) <= _LISTED_WORDS


def _without_cause(text: str) -> str:
    """Return what is measured behind "nhờ", "do": "thu tăng nhờ giá dầu" measures "giá dầu"."""
    cause = phrases.cause_of_measure().match(fold(text))
    return text[cause.end() :] if cause else text


def _without_lead(text: str) -> str:
    folded = fold(text)
    if "kỳ" in folded or "trước" in folded:
        against = _BASE_FIRST.match(folded)
        if against and (
            _COUNTS.match(folded, against.end()) or phrases.unlisted().match(folded, against.end())
        ):
            text = text[against.end() :]
    if "đến" in folded and (since := _SINCE.match(folded)):
        text = text[since.end() :]
    elif "nếu" in folded and (condition := _IF.match(folded)):
        text = text[condition.end() :]
    leading = phrases.leading_connectors().match(fold(text))
    return text[leading.end() :] if leading else text


def _without_predicate(text: str) -> str:
    folded = fold(text)
    bare = folded.rstrip(_SEPARATORS)
    last = bare[bare.rfind(" ") + 1 :]
    if last.isalpha() and last not in phrases.linker_ends():
        return text
    trailing = phrases.trailing_linkers().search(folded, max(0, len(text) - _END_LETTERS))
    return text[: trailing.start()] if trailing else text


def _before_predicate(text: str) -> str:
    folded = fold(text)
    cut = phrases.predicate().search(folded)
    if not cut:
        return text
    is_measure = phrases.measure_head().fullmatch(folded, 0, cut.start()) is not None
    return text[: cut.start()] if is_measure or len(_WORDS.findall(folded[: cut.start()])) >= 2 else text
