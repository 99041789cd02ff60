"""Kind, base and qualifier of a figure in running text, from the words around its number."""

import re
from dataclasses import dataclass, replace

from desktop.core.extraction import phrases
from desktop.core.extraction.mentions import Mention
from desktop.core.extraction.periods import Span, times_in
from desktop.core.extraction.units import COUNTED, UnitClass
from desktop.core.figures import Base, Kind, Qualifier


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the words around a number make of it; `is_fall` says that a change goes down.

    `base` is None where the words name none; `certainty` is how plain the words are, from 0 to 1.
    """

    kind: Kind
    base: Base | None = None
    is_fall: bool = False
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Earlier:
    """The number before in the same sentence, and what its words made of it."""

    mention: Mention
    comparison: Comparison


_ONLY_JOINS = re.compile(r"[ ,]*(?:và|hay|hoặc|, và)?[ ,]*")
_ONLY_OPENS = re.compile(r" *\( *(?:= *|tức |tương ứng |tương đương |bằng |khoảng )?")
_BETWEEN_COUNTS = re.compile(r"(?: +(?:về +)?[^\W\d_]+){0,6}(?:,| và|, và) *")
_VERB = re.compile(r"\b(?:có|đạt|là|tăng|giảm|xảy ra|bắt|xử|khởi tố|phát hiện|làm|thu|gồm|với|còn)\b")
_ONLY_NOUN = re.compile(
    r" *(?:so với[^,;.()]*)?[,](?: *(?:và|còn|riêng))?"
    r"(?: +(?!trong đó|đạt|chiếm|bằng|là|tỷ lệ|tỷ trọng)[^\W\d_]+){1,8} *"
    r"|[^,;.():]* và(?: +[^\W\d_]+){1,8} *"
)
_REFERENCE = re.compile(
    r"[^()]{0,40}\( *(?:kế hoạch|nghị quyết|cùng kỳ|năm|mục tiêu|kh|chỉ tiêu|quý|tháng)?"
    r"[^()0-9]{0,30}[0-9]{0,4}(?: năm [0-9]{4})?[ :]*(?:tăng|đạt|là)? *"
)
_PLAN_OPENS = re.compile(r"\b(?:kế hoạch|dự toán|chỉ tiêu|vốn giao|thủ tướng chính phủ giao)[^()]{0,40}\( *$")
_MONTH_BEFORE = re.compile(r"\b(?:tháng|quý|tuần|ngày)(?: liền)? trước\b")
_EQUALS = re.compile(r"\bbằng(?: \w+)? *$")
_ADDS = re.compile(r"\bđóng góp(?: khoảng| gần| hơn| trên)? *$")


_RELATIVE = (UnitClass.PERCENT, UnitClass.POINT)


def comparison_of(
    mention: Mention,
    left: str,
    right: str,
    subject: str,
    report: Span | None,
    earlier: Earlier | None,
    own_left: str,
) -> Comparison:
    """Return what `left` (from the number before) and `right` (to the number behind) say of a mention.

    All texts are folded; `subject` is what the number is said of, as far as the sentence told; `earlier`
    is the number before in the same sentence, `own_left` the part of `left` that does not belong to it.
    """
    if earlier is not None and (parallel := _parallel(mention, left, right, earlier, report)):
        return parallel
    base = base_in(right, report, is_leading=True) or base_in(own_left, report)
    unit = mention.unit.unit_class
    is_relative = unit in _RELATIVE
    if mention.value.of is not None:
        return Comparison(Kind.SHARE)
    if unit is UnitClass.TIMES and phrases.times_before().search(left):
        return Comparison(Kind.RATIO, base or _times_base(right, report))
    if change := phrases.change_before().search(left):
        if change["to"] is not None or _goes_on(left, right):
            return _reached(subject, base, is_relative=is_relative)
        if _is_by_amount(change, right, is_relative):
            base = _change_base(change, right, report) or base
            return Comparison(Kind.CHANGE, base, is_fall=change["down"] is not None)
    if unit is UnitClass.PERCENT:
        return _percentage(mention, left, right, subject, base)
    return _without_verb(mention, base)


def _without_verb(mention: Mention, base: Base | None) -> Comparison:
    """Return what the unit alone makes of a number that is no percentage."""
    unit = mention.unit.unit_class
    if unit is UnitClass.TIMES:
        return Comparison(Kind.LEVEL, certainty=0.8)
    if unit is UnitClass.POINT:
        return Comparison(Kind.CHANGE, base, certainty=0.8)
    if mention.is_signed:
        return Comparison(Kind.CHANGE, base, certainty=0.7)
    return Comparison(Kind.LEVEL)


def _percentage(mention: Mention, left: str, right: str, subject: str, base: Base | None) -> Comparison:
    attained = _attained_base(right)
    if mention.is_signed:
        return Comparison(Kind.CHANGE, base, certainty=0.9)
    if "lãi suất" in subject and "/" in mention.unit.text:
        return Comparison(Kind.LEVEL, certainty=0.8)
    if phrases.share_before().search(left) or "gdp" in mention.unit.text.lower() or _ADDS.search(left):
        return Comparison(Kind.RATIO, attained) if attained is Base.PLAN else Comparison(Kind.SHARE)
    if attained:
        return Comparison(Kind.RATIO, attained)
    if base is not None and phrases.ratio_before().search(left):
        return Comparison(Kind.RATIO, base)
    if _is_of_plan(left, subject):
        return Comparison(Kind.RATIO, Base.PLAN, certainty=0.8)
    if _EQUALS.search(left):
        is_of_noun = base is None and re.match(r" +(?!so\b|và\b|của\b|mức\b|năm\b|tháng\b)[^\W\d_]", right)
        return Comparison(Kind.SHARE if is_of_noun else Kind.RATIO, base, certainty=0.8)
    if _is_change_noun(left, subject):
        return Comparison(Kind.CHANGE, base, certainty=0.75)
    return Comparison(Kind.SHARE, certainty=0.9)


def _is_of_plan(left: str, subject: str) -> bool:
    """Tell shares that measure attainment though no plan stands behind them."""
    if _PLAN_OPENS.search(left):
        return True
    return "giải ngân" in left + subject and phrases.ratio_before().search(left) is not None


def _is_change_noun(left: str, subject: str) -> bool:
    """Tell "lạm phát 3,5%", "tốc độ tăng trưởng đạt 7%": the noun alone makes the share a change."""
    noun = phrases.change_noun()
    if noun.search(left):
        return True
    is_bare = not left.strip(" ,(") or phrases.ratio_before().search(left) is not None
    return is_bare and noun.search(subject) is not None


def base_in(text: str, report: Span | None, *, is_leading: bool = False) -> Base | None:
    """Return the base that a folded text names, None where it names none.

    With `is_leading` only what belongs to the number before it counts: up to a semicolon or full stop.
    """
    if is_leading:
        text = re.split(r"[;]|\.(?= |$)", text, maxsplit=1)[0]
    match = phrases.against().search(text)
    if match:
        return base_named(match["what"], report) if match["what"].strip() else Base.SAME_PERIOD
    if is_leading and re.match(r" *(?:cùng kỳ|svck|ck)\b", text):
        return Base.SAME_PERIOD
    return None


def base_named(what: str, report: Span | None) -> Base:
    """Return the base that the words behind "so với" stand for."""
    if _MONTH_BEFORE.search(what):
        return Base.PREVIOUS
    if phrases.base_words("same_period").search(what):
        return Base.SAME_PERIOD
    for name, base in (("year_start", Base.YEAR_START), ("previous", Base.PREVIOUS)):
        if phrases.base_words(name).search(what):
            return base
    if phrases.base_words("last_year").search(what):
        return Base.PREVIOUS if report is None or report.is_year else Base.SAME_PERIOD
    if phrases.base_words("plan").search(what):
        return Base.PLAN
    return _base_at_time(what, report)


def _base_at_time(what: str, report: Span | None) -> Base:
    times = times_in(what, report.year if report else None)
    span = times[0].span if times else None
    if span is None and (year := re.search(r"\b(?:19|20)[0-9]{2}\b", what)):
        span = Span(int(year[0]), 1, 12)
    if span is None or report is None:
        return Base.OTHER
    if span.year == report.year - 1:
        if span.is_year:
            return Base.PREVIOUS if report.is_year else Base.SAME_PERIOD
        if (span.first, span.last) == (12, 12):
            return Base.PREVIOUS if report.first == report.last == 1 else Base.YEAR_START
        if report.first == 1 and span.first > 9 and report.last <= 3:
            return Base.PREVIOUS
        return Base.SAME_PERIOD
    if span.year == report.year and span.last < report.last:
        return Base.PREVIOUS
    return Base.OTHER


def qualifier_of(left: str, right: str) -> Qualifier:
    """Return how exactly the words right before (or "trở lên" right after) state a number."""
    for qualifier in (Qualifier.OVER, Qualifier.UNDER, Qualifier.ABOUT):
        if phrases.qualifier_before(qualifier.value).search(left):
            return qualifier
    if re.match(r" *trở lên\b", right):
        return Qualifier.OVER
    return Qualifier.UNDER if re.match(r" *trở xuống\b", right) else Qualifier.NONE


def _attained_base(right: str) -> Base | None:
    match = phrases.attained().match(right)
    if not match:
        return None
    return Base.PLAN if match["plan"] else Base.SAME_PERIOD


def _parallel(
    mention: Mention, left: str, right: str, earlier: Earlier, report: Span | None
) -> Comparison | None:
    """Return what a number is that only goes on from the one before: "giảm 7 vụ (14,6%)", "3,4% và 8,1%"."""
    before, unit = earlier.comparison, mention.unit.unit_class
    before_unit = earlier.mention.unit.unit_class
    same_unit, is_change = unit is before_unit, before.kind is Kind.CHANGE
    base = base_in(right, report, is_leading=True)
    if _ONLY_JOINS.fullmatch(left) and same_unit and (is_change or before.kind is Kind.RATIO):
        return replace(before, base=base, certainty=0.85)
    if not is_change:
        return None
    if _ONLY_OPENS.fullmatch(left) and not same_unit:
        return replace(before, base=before.base or base, certainty=0.85)
    is_count = unit in COUNTED and before_unit in COUNTED
    if is_count and _BETWEEN_COUNTS.fullmatch(left) and not _VERB.search(left):
        return replace(before, base=base, certainty=0.75)
    if same_unit and phrases.between_shares().fullmatch(left):
        return replace(before, base=base, certainty=0.75)
    if same_unit and unit in _RELATIVE and _is_only_subject(left) and not _attained_base(right):
        return replace(before, base=base, certainty=0.7)
    if unit in _RELATIVE and before_unit in _RELATIVE and _REFERENCE.fullmatch(left):
        reference = Base.PREVIOUS if report is None or report.is_year else Base.SAME_PERIOD
        return Comparison(Kind.CHANGE, reference, certainty=0.6)
    return None


def _is_only_subject(left: str) -> bool:
    """Tell a gap that only names the next subject, with no verb of its own: ", dịch vụ 8,0%"."""
    own_words = (phrases.share_before, phrases.ratio_before, phrases.trailing_linkers, phrases.change_before)
    return _ONLY_NOUN.fullmatch(left) is not None and not any(pattern().search(left) for pattern in own_words)


def _is_by_amount(change: re.Match[str], right: str, is_relative: bool) -> bool:
    """Tell a change from a level that only sounds like one: "vượt 1.000 tỷ", "vốn tăng thêm là 5 tỷ"."""
    if is_relative:
        return True
    verb = (change["up"] or change["down"]).strip()
    if re.search(r"\bvốn(?: đầu tư| đăng ký)* $", change.string[: change.start()]):
        return False
    if verb in ("vượt", "âm", "kém", "mất giá", "hạ", "lùi", "bội", "rút ngắn", "dôi"):
        return phrases.against().match(right.lstrip()) is not None
    return not re.search(r"\b(?:là|đạt)\b", change[0]) or bool(re.search(r"so với|hơn|ước", change[0]))


def _goes_on(left: str, right: str) -> bool:
    """Tell "tăng từ A lên B", whose A is a level."""
    if re.match(r" *(?:\([^)]*\) *)?(?:lên|xuống)\b", right):
        return True
    return left.rstrip().endswith(" từ") and re.search(r"^[^,;.]{0,40}\b(?:lên|xuống)\b", right) is not None


def _reached(subject: str, base: Base | None, *, is_relative: bool) -> Comparison:
    if is_relative and phrases.change_noun().search(subject):
        return Comparison(Kind.CHANGE, base, certainty=0.7)
    return Comparison(Kind.SHARE if is_relative else Kind.LEVEL, certainty=0.9)


def _change_base(change: re.Match[str], right: str, report: Span | None) -> Base | None:
    if change["than"] and (what := re.sub(r"^so với ", "", change["than"].strip())):
        return base_named(what, report)
    if phrases.base_words("plan").search(change[0]):
        return Base.PLAN
    return Base.PLAN if _attained_base(right) is Base.PLAN else None


def _times_base(right: str, report: Span | None) -> Base | None:
    """Return the base that stands right behind "gấp 2 lần": "năm 2021", "dự toán", "cùng kỳ", if any."""
    what = re.split(r"[,;.()]", right, maxsplit=1)[0]
    if re.match(
        r" *(?:so với |so )?(?:cả )?(?:năm|tháng|quý|tuần|kế hoạch|dự toán|chỉ tiêu|cùng|kỳ)\b", what
    ):
        return base_named(what, report)
    return None
