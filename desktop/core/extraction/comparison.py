"""Kind, base and qualifier of a figure in running text, from the words around its number."""

import re

from desktop.core.extraction import phrases
from desktop.core.extraction.around import Around, Comparison, Earlier
from desktop.core.extraction.changes import aimed, beyond_mark, changed, held_against
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.named_bases import base_in, times_base
from desktop.core.extraction.parallels import parallel
from desktop.core.extraction.percentages import percentage
from desktop.core.extraction.periods import Span
from desktop.core.extraction.units import UnitClass
from desktop.core.figures import Base, Kind, Qualifier

_REFERENCE = re.compile(
    r"\b(?:so(?: với)?|(?:cao|thấp|nhiều|ít|lớn|nhỏ|kém|nhanh|chậm) hơn(?: nhiều)?(?: so với)?|bằng|gần bằng"
    r"|xấp xỉ|tương đương|thay vì|như)(?: [^\W\d_]+){0,2}? "
    r"(?:(?:mức|mục tiêu|con số|ngưỡng|tốc độ|tỷ lệ)"
    r"(?: (?P<up>tăng(?: trưởng)?|lạm phát)| (?P<down>giảm|suy giảm)| chung| bình quân| của| cả nước"
    r"| trung bình| là| khoảng| gần| trên| hơn| dưới)*"
    r"|(?:mức|bình quân chung|mức chung|trung bình|mục tiêu)(?: [^\W\d_]+){0,6}(?: là| \()) *\(?$"
)
_ENDS = ("mức", "tiêu", "số", "ngưỡng", "độ", "lệ", "tăng", "trưởng", "phát", "giảm", "chung", "quân")
_LAST_OF_REFERENCE = {*_ENDS, "của", "nước", "bình", "là", "khoảng", "gần", "trên", "hơn", "dưới", ""}
_REFERENCE_REACH = 110
_OF_WHOLE_YEAR = re.compile(r" *(?:của|trong|vào)? *(?:cả )?năm [0-9]")
_INSTEAD = re.compile(r"[ ,]*thay vì(?: mức)? *")
_APART = re.compile(r"\b(?:khoảng cách|chênh lệch|hệ số)\b")
_ADDED = re.compile(r"\bthêm(?: (?:được|khoảng|gần|hơn|trên))* *$")
_EQUALS = re.compile(r"\bbằng(?: [^\W\d_]+)? *$")
_REACH = 40
_AND_MORE = re.compile(r" *trở lên\b")
_AND_LESS = re.compile(r" *trở xuống\b")


def comparison_of(
    mention: Mention,
    left: str,
    right: str,
    subject: str,
    report: Span | None,
    earlier: Earlier | None,
    own_left: str,
    own_year: int | None = None,
) -> Comparison:
    """Return what `left` (from the number before) and `right` (to the number behind) say of a mention.

    All texts are folded; `subject` is what the number is said of, as far as the sentence told; `earlier`
    is the number before in the same sentence, `own_left` the part of `left` that does not belong to it;
    `own_year` is the year that the number's own words say it is about.
    """
    report = Span(own_year, 1, 12) if own_year is not None else report
    behind = base_in(right, report, is_leading=True)
    base = behind or base_in(own_left, report)
    around = Around(mention, left, right, subject, report, earlier, own_left, base, behind)
    if going_on := parallel(around):
        return going_on
    found = _by_own_words(around)
    if found.kind is Kind.CHANGE and phrases.tells("change.growth", f"{subject} {left}"):
        return Comparison(found.kind, found.base, found.is_fall, found.certainty, is_growth=True)
    return found


def qualifier_of(left: str, right: str) -> Qualifier:
    """Return how exactly the words right before (or "trở lên" right after) state a number."""
    if phrases.may_qualify(left):
        start = max(0, len(left) - _REACH)
        for qualifier in (Qualifier.OVER, Qualifier.UNDER, Qualifier.ABOUT):
            if phrases.qualifier_before(qualifier.value).search(left, start):
                return qualifier
    if not right.lstrip().startswith("trở"):
        return Qualifier.NONE
    if _AND_MORE.match(right):
        return Qualifier.OVER
    return Qualifier.UNDER if _AND_LESS.match(right) else Qualifier.NONE


def _by_own_words(around: Around) -> Comparison:
    """Return what the first rule makes of a number that knows its words."""
    for rule in _RULES:
        if found := rule(around):
            return found
    return _without_verb(around)


def _fraction(around: Around) -> Comparison | None:
    """Return the share that a fraction is, but the ratio of "chỉ bằng 1/5 so với lúc cao điểm"."""
    if around.mention.value.of is None:
        return None
    is_ratio = around.base is not None and _EQUALS.search(around.tail) is not None
    return Comparison(Kind.RATIO, around.base) if is_ratio else Comparison(Kind.SHARE)


def _times(around: Around) -> Comparison | None:
    """Return the ratio of "gấp 2 lần năm trước"."""
    if around.unit is not UnitClass.TIMES or not phrases.times_before().search(around.tail):
        return None
    return Comparison(Kind.RATIO, around.base or times_base(around.right, around.report))


def _reference(around: Around) -> Comparison | None:
    """Return what a number is that another is held against: "cao hơn mức tăng 5,25% của năm 2012"."""
    if around.unit is UnitClass.POINT or around.last_word not in _LAST_OF_REFERENCE:
        return None
    reference = _REFERENCE.search(around.left, max(0, len(around.left) - _REFERENCE_REACH))
    if reference is None:
        return None
    if not around.is_relative:
        return Comparison(Kind.LEVEL, certainty=0.7)
    earlier = around.earlier
    is_named = phrases.tells("change.nouns", f"{around.subject} {reference[0]}")
    is_like = earlier is not None and earlier.comparison.kind is Kind.CHANGE
    if reference["up"] or reference["down"] or is_named or is_like:
        base = Base.PREVIOUS if _OF_WHOLE_YEAR.match(around.right) else None
        return Comparison(Kind.CHANGE, base, is_fall=reference["down"] is not None, certainty=0.6)
    if earlier is not None and earlier.comparison.kind is Kind.RATIO:
        return earlier.comparison.going_on(earlier.comparison.base, 0.6)
    return Comparison(Kind.SHARE, certainty=0.6)


def _instead(around: Around) -> Comparison | None:
    """Return the change that another one replaces: "tăng 5% thay vì 3%"."""
    earlier = around.earlier
    if earlier is None or earlier.comparison.kind is not Kind.CHANGE or not _INSTEAD.fullmatch(around.left):
        return None
    return earlier.comparison.going_on(earlier.comparison.base, 0.7)


def _without_verb(around: Around) -> Comparison:
    """Return what the unit alone makes of a number that is no percentage."""
    if around.unit is UnitClass.TIMES and _APART.search(around.subject + around.left):
        return Comparison(Kind.RATIO, Base.OTHER, certainty=0.8)
    if around.unit is UnitClass.TIMES:
        return Comparison(Kind.LEVEL, certainty=0.8)
    if around.unit is UnitClass.POINT:
        return Comparison(Kind.CHANGE, around.base, certainty=0.8)
    is_added = around.base is not None and _ADDED.search(around.tail) is not None
    if around.mention.is_signed or is_added:
        return Comparison(Kind.CHANGE, around.base, certainty=0.7)
    return Comparison(Kind.LEVEL)


_RULES = (
    _fraction,
    _times,
    _reference,
    _instead,
    held_against,
    beyond_mark,
    changed,
    aimed,
    percentage,
)
