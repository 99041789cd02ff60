"""Numbers that only go on from the number before: "giảm 7 vụ (14,6%)", "tăng 3,4% và 8,1%"."""

import re

from desktop.core.extraction import phrases
from desktop.core.extraction.around import RELATIVE, Around, Comparison, Earlier
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.named_bases import attained_base
from desktop.core.extraction.percentages import adds
from desktop.core.extraction.units import COUNTED
from desktop.core.figures import Base, Kind

_MOST_GROWTH = 30
_ONLY_JOINS = re.compile(r"[ ,;]*(?:và|hay|hoặc|, và)?[ ,]*")
_SLASH = re.compile(r" ?/ ?")
_EQUALLY = r"(?:tức(?: là)?|hay|(?:tương ứng|tương đương)(?: với| tăng| giảm)?) "
_ONLY_OPENS = re.compile(rf" *(?:=|[(,]) *(?:= *|{_EQUALLY})?(?:bằng |khoảng |gần |hơn )?")
_OPENS_AFTER_NOUN = re.compile(
    r"(?! *(?:đạt|bằng|chiếm))(?:(?!kế hoạch|dự toán|tỷ lệ|chiếm|trong)[^,;.:()]){1,50}"
    r"\( *(?:tức |tương đương |tương ứng |giảm |tăng )*"
)
_NEXT_BRACKET = re.compile(r" *\)[,;]?(?: và)?(?: (?!chiếm|tỷ|đạt|bằng)[^\W\d_]+,?){1,9} \( *")
_GROUP_OPENS = re.compile(
    r" *:?(?: (?:gồm|bao gồm|như|là|trong đó)(?: có)?:?)(?: (?!chiếm|tỷ|đạt|bằng)[^\W\d_]+,?){1,14} \( *"
)
_OF_TIME_AND = re.compile(
    r" *(?:của|trong|vào|ở) (?:cùng kỳ )?(?:năm|quý|tháng)(?: (?:trước|ngoái|[0-9iv]+(?:[/-][0-9]{4})?))?"
    r"(?: năm [0-9]{4})?(?:,| và|, và) *(?:mức )?"
)
_NEXT_TIME = re.compile(r" *[,;]?(?: và| còn)? (?:quý|tháng|năm) [0-9iv/]+(?: (?:là|đạt|ước|khoảng))* *")
_IN_ALL = re.compile(r"[^,;()]{0,60}[,(] *(?:(?:đạt|bằng|chiếm|tỷ lệ|khoảng|gần|hơn) )*")
_AIM_TOLD = re.compile(r"\bmục tiêu\b[^,;.()0-9]{0,50}(?:\blà|\()(?: ?(?:không quá|dưới|khoảng|trên|từ))* *$")
_ATTAINED_TOO = re.compile(
    r"[^();]{0,30}?(?:\(|,|trong khi|còn)(?: ?(?:trong khi|còn|và))* ?"
    r"(?:bình quân (?:chung )?(?:của )?|mức chung )?(?:cả nước|toàn quốc|toàn tỉnh|cùng kỳ)"
    r"(?: năm (?:trước|ngoái|[0-9]{4}))?[ :]*(?:chỉ |mới |ước )?(?:đạt|là|bằng)? *"
)
_REACHES = re.compile(
    r"(?: (?:vào |của |trong )?(?:cả )?(?:năm|quý|tháng) [0-9iv/]+)? *"
    r"(?:lên|xuống|còn|xuống còn|lên mức|xuống mức)(?: (?:khoảng|gần|hơn|trên|dưới|mức))* *"
)
_BETWEEN_COUNTS = re.compile(r"(?: +(?:về +)?[^\W\d_]+){0,6}(?:,| và|, và) *")
_VERB = re.compile(r"\b(?:có|đạt|là|tăng|giảm|xảy ra|bắt|xử|khởi tố|phát hiện|làm|thu|gồm|với|còn)\b")
_ITSELF_CHANGES = re.compile(r" *(?:tăng|giảm)\b")
_ONLY_NOUN = re.compile(
    r" *(?:so với[^,;.()]*)?[,](?: *(?:và|còn|riêng|(?:kế đến|tiếp đến|tiếp theo|sau đó|thứ hai) là))?"
    r"(?: +(?!trong đó|đạt|chiếm|bằng|là|tỷ lệ|tỷ trọng)[^\W\d_]+){1,8} *"
    r"|(?: về [^\W\d_]+)? *;(?: +(?!trong đó|đạt|chiếm|bằng|là|tỷ lệ|tỷ trọng)[^\W\d_]+){1,7} *"
    r"|[^,;.():]* và(?: +[^\W\d_]+){1,8} *"
)
_REFERENCE = re.compile(
    r"[^()]{0,40}\( *(?:kế hoạch|nghị quyết|cùng kỳ|năm|mục tiêu|kh|chỉ tiêu|quý|tháng)\b"
    r"[^()0-9]{0,30}[0-9]{0,4}(?: năm [0-9]{4})?[ :]*(?:tăng|giảm|đạt|là)? *"
)
_YEARLY_PLAN = re.compile(r"\b(?:kế hoạch|nghị quyết|mục tiêu|kh|chỉ tiêu)\b[^()]*\bnăm\b|\bcả năm\b")
_GROWTH_GOES_ON = re.compile(r"(?:[^.:()0-9]|\([^()]*\)|\b(?:19|20)[0-9]{2}\b){0,140}")
_IN_YEAR = re.compile(r" *(?:trong|vào|cho|của)? ?năm\b")


def parallel(around: Around) -> Comparison | None:
    """Return what a number is that only goes on from the one before, None where it does not."""
    earlier = around.earlier
    if earlier is None:
        return None
    if _is_share_told(around, earlier):
        return Comparison(Kind.SHARE, certainty=0.9)
    base = around.behind
    is_same = around.unit is earlier.mention.unit.unit_class
    if is_same and (found := _like_before(around, earlier, base)):
        return found
    if earlier.comparison.kind is not Kind.CHANGE:
        return None
    found = _in_other_unit(around, earlier, base)
    if found is None and is_same:
        found = _listed(around, earlier, base)
    return found or _reference(around, earlier)


def goes_on_with_growth(mention: Mention, left: str, right: str) -> bool:
    """Tell a percentage of growth without a verb: "trong đó Đức 1,3%", "WB đưa ra con số 5,5%"."""
    if abs(mention.value.number) > _MOST_GROWTH or _GROWTH_GOES_ON.fullmatch(left) is None:
        return False
    if phrases.no_growth().search(left) or phrases.change_before().search(left):
        return False
    return not phrases.of_noun().match(right) or _IN_YEAR.match(right) is not None


def _like_before(around: Around, earlier: Earlier, base: Base | None) -> Comparison | None:
    """Return what a number of the same unit is that is only joined to a change or a ratio."""
    before, left = earlier.comparison, around.left
    if before.kind not in (Kind.CHANGE, Kind.RATIO):
        return None
    is_change = before.kind is Kind.CHANGE
    is_rising = is_change and not before.is_fall and around.is_relative
    is_listed = left.strip() not in (",", ";") or not phrases.of_noun().match(around.right)
    if is_listed and _ONLY_JOINS.fullmatch(left):
        return before.going_on(base, 0.85)
    if is_change and around.is_relative and _goes_on_against(left):
        return before.going_on(base, 0.85)
    if around.is_relative and (_OF_TIME_AND.fullmatch(left) or (is_change and _NEXT_TIME.fullmatch(left))):
        return before.going_on(base, 0.75)
    if is_change and around.is_percent and _AIM_TOLD.search(left):
        return Comparison(Kind.CHANGE, Base.PREVIOUS, certainty=0.6)
    if is_rising and earlier.goes_on and _REACHES.fullmatch(left):
        return before.going_on(base or before.base, before.certainty)
    if phrases.between_shares().fullmatch(left):
        return before.going_on(base, 0.75)
    return _in_brackets(around, before)


def _in_brackets(around: Around, before: Comparison) -> Comparison | None:
    """Return a percentage in the next bracket of a list, or of another place or time beside an attainment."""
    is_attained = before.kind is Kind.RATIO and before.base is Base.PLAN
    if not around.is_percent or not (is_attained or before.kind is Kind.CHANGE):
        return None
    is_beside = is_attained and _ATTAINED_TOO.fullmatch(around.left) is not None
    is_grouped = before.kind is Kind.CHANGE and _GROUP_OPENS.fullmatch(around.left) is not None
    if is_beside or is_grouped or _NEXT_BRACKET.fullmatch(around.left):
        return before.going_on(before.base, 0.75)
    return None


def _in_other_unit(around: Around, earlier: Earlier, base: Base | None) -> Comparison | None:
    """Return the same change told in another unit, or what changes beside it: "giảm 7 vụ (14,6%)"."""
    before, left = earlier.comparison, around.left
    before_unit = earlier.mention.unit.unit_class
    opens = _ONLY_OPENS.fullmatch(left) or (around.is_percent and _OPENS_AFTER_NOUN.fullmatch(left))
    if opens and around.unit is not before_unit:
        return before.going_on(before.base or base, 0.85)
    if around.unit not in COUNTED or before_unit not in COUNTED:
        return None
    if _SLASH.fullmatch(left):
        return before.going_on(before.base or base, 0.85)
    if _ITSELF_CHANGES.match(around.right) or not _BETWEEN_COUNTS.fullmatch(left) or _VERB.search(left):
        return None
    return before.going_on(base, 0.75)


def _listed(around: Around, earlier: Earlier, base: Base | None) -> Comparison | None:
    """Return the change of the next thing in a list whose verb is told once: ", dịch vụ 8,0%"."""
    before, left = earlier.comparison, around.left
    if around.is_relative and _is_only_subject(left) and not attained_base(around.right):
        return before.going_on(base, 0.7)
    if not before.is_growth or not around.is_percent:
        return None
    if not goes_on_with_growth(around.mention, left, around.right):
        return None
    return Comparison(Kind.CHANGE, base, certainty=0.6, is_growth=True)


def _reference(around: Around, earlier: Earlier) -> Comparison | None:
    """Return the change in brackets that another is held against: "tăng 5% (cùng kỳ tăng 3%)"."""
    left, report = around.left, around.report
    if not around.is_relative or earlier.mention.unit.unit_class not in RELATIVE:
        return None
    if not _REFERENCE.fullmatch(left):
        return None
    is_annual = report is None or report.is_year or _YEARLY_PLAN.search(left) is not None
    base = Base.PREVIOUS if is_annual else Base.SAME_PERIOD
    return Comparison(Kind.CHANGE, base, is_fall=left.rstrip().endswith("giảm"), certainty=0.6)


def _is_share_told(around: Around, earlier: Earlier) -> bool:
    """Tell the percentage behind a fraction that is the same: "9/13 xã đạt tiêu chí, bằng 69,2%"."""
    if not around.is_percent or earlier.mention.value.of is None or earlier.comparison.kind is not Kind.SHARE:
        return False
    return _IN_ALL.fullmatch(around.left) is not None and not attained_base(around.right)


def _goes_on_against(left: str) -> bool:
    """Tell a gap that only names the first number's base: "tăng 1,2% so với tháng trước và 8,9% so với …"."""
    against = None if ";" in left else phrases.against().match(left.lstrip())
    return against is not None and _ONLY_JOINS.fullmatch(left.lstrip(), against.end()) is not None


def _is_only_subject(left: str) -> bool:
    """Tell a gap that only names the next subject, with no verb of its own: ", dịch vụ 8,0%"."""
    own_words = (phrases.share_before, phrases.ratio_before, phrases.trailing_linkers, phrases.change_before)
    if _ONLY_NOUN.fullmatch(left) is None or adds(left):
        return False
    return not any(pattern().search(left) for pattern in own_words)
