"""The words that a column's header hangs on, as patterns over its folded text."""

import re
from functools import cache

from desktop.core.extraction import lexicon
from desktop.core.figures import Base


@cache
def bases() -> tuple[tuple[re.Pattern[str], Base], ...]:
    """Return the bases of comparison by their words, the surest first."""
    same = lexicon.any_of("tables", "comparison.same_period")
    previous = lexicon.any_of("tables", "comparison.previous")
    last_year = lexicon.any_of("tables", "comparison.last_year")
    plan = lexicon.any_of("tables", "plan.words")
    other = lexicon.any_of("tables", "comparison.other")
    year = r"(?:\s*năm)?\s*(?:19|20)[0-9]{2}(?![0-9])"
    of_year = rf"(?:\s*(?:của\s*)?(?:{last_year}|{year}|trước)|\s*năm(?=\s*(?:\W|$)))?"
    plan_tail = (
        rf"(?:\s*(?:giao|được giao|đề ra))?(?:\s*(?:cả\s*)?năm)?(?:{year})?(?:\s*(?:tỉnh|tw|hđnd)\s*giao)?"
    )
    return (
        (re.compile(rf"(?:thực hiện\s*)?{plan}\b(?:\s*[,/]\s*{plan}\b)*{plan_tail}"), Base.PLAN),
        (re.compile(rf"{same}\s*{previous}\b"), Base.PREVIOUS),
        (re.compile(rf"{same}(?:\s*quý\s*\w+|\s*tháng\s*\w+)?{of_year}"), Base.SAME_PERIOD),
        (re.compile(rf"(?:cùng\s*)?{previous}\b"), Base.PREVIOUS),
        (re.compile(rf"{lexicon.any_of('tables', 'comparison.year_start')}(?:{year})?"), Base.YEAR_START),
        (re.compile(rf"{last_year}\b"), Base.SAME_PERIOD),
        (
            re.compile(rf"{other}\b(?:{year}|\s*\({year}\))?"),
            Base.OTHER,
        ),
    )


@cache
def introductions() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Return what introduces a base, the surest first, and whether a date may be the base."""
    bare = lexicon.any_of("tables", "comparison.bare")
    return (
        (re.compile(r"\bso(?: sánh)? với\b"), True),
        (re.compile(rf"(?<!giá )\b{bare}\b"), True),
        (re.compile(r"\bso(?= )"), True),
        (re.compile(r"(?:%|/) ?"), False),
        (re.compile(r"\bvới\b ?"), False),
    )


@cache
def before_base() -> re.Pattern[str]:
    """Return what may stand between "so với" and a base: "bình quân cùng kỳ", "tháng cùng kỳ"."""
    words = lexicon.any_of("tables", "comparison.before_base")
    return re.compile(rf"(?:{words}\b[\s|:()%.,]*|tháng\s+(?=cùng))+")


@cache
def of_last_year() -> re.Pattern[str]:
    """Return what says after a period that it is meant of the year before: "tháng 8 năm trước"."""
    return re.compile(rf"\s*(?:của\s*)?{lexicon.any_of('tables', 'comparison.last_year')}\b")


@cache
def bare_comparison() -> re.Pattern[str]:
    """Return a comparison that names no base."""
    words = lexicon.any_of("tables", "comparison.bare", "comparison.change", "share.words", "status.words")
    return re.compile(rf"(?:{words}|[\W\d])*(?:so sánh|so với|so)(?: với)?[\W\d]*")


@cache
def season() -> re.Pattern[str]:
    """Return a farming season that results are compared with: "vụ mùa 2011"."""
    return re.compile(r"(?:cùng )?(?:vụ|niên vụ) [^\d|()]{0,30}(?:(?:19|20)[0-9]{2})?")


@cache
def before_date() -> re.Pattern[str]:
    """Return what may stand between "so với" and a date."""
    return re.compile(rf"(?:{lexicon.any_of('tables', 'comparison.before_date')} ?)+")


@cache
def change() -> re.Pattern[str]:
    """Return what says that a column holds differences or growth."""
    return re.compile(rf"(?<!\w){lexicon.any_of('tables', 'comparison.change')}")


@cache
def absolute() -> re.Pattern[str]:
    """Return what says that changes are in the unit of the levels."""
    return re.compile(rf"\b{lexicon.any_of('tables', 'comparison.absolute')}\b")


@cache
def growth() -> re.Pattern[str]:
    """Return what says "percentage of the base" without "so với"."""
    return re.compile(rf"\b{lexicon.any_of('tables', 'comparison.growth')}\b")


@cache
def rate() -> re.Pattern[str]:
    """Return a piece of a header that names no indicator but only a rate."""
    keys = ("comparison.change", "comparison.growth", "comparison.absolute", "share.words")
    words = lexicon.any_of("tables", *keys)
    return re.compile(rf"{words}(?:[\s/,]+{words})*")


@cache
def share() -> re.Pattern[str]:
    """Return what says that a column holds parts of a whole."""
    return re.compile(rf"\b{lexicon.any_of('tables', 'share.words')}\b")


@cache
def attainment() -> re.Pattern[str]:
    """Return what says how far a plan is attained."""
    attained = lexicon.any_of("tables", "plan.attained")
    plan = lexicon.any_of("tables", "plan.words")
    return re.compile(rf"\b{attained}\b\s*(?:\(?%\)?\s*)?(?:so\s*)?(?:/\s*)?{plan}\b|%\s*{plan}\b")


@cache
def plan() -> re.Pattern[str]:
    """Return the words for a plan."""
    return re.compile(rf"\b{lexicon.any_of('tables', 'plan.words')}\b")


@cache
def plan_before() -> re.Pattern[str]:
    """Return what ends with another word for the plan: the second one of "dự toán/KH" is no base."""
    return re.compile(rf"\b{lexicon.any_of('tables', 'plan.words')}\s*$")


@cache
def percent_word() -> re.Pattern[str]:
    """Return what says that a number is a proportion."""
    return re.compile(r"%|\btỷ lệ\b|\btỉ lệ\b|/")


@cache
def estimate() -> re.Pattern[str]:
    """Return what says that a number is estimated."""
    return re.compile(rf"\b{lexicon.any_of('tables', 'status.estimates')}\b")


@cache
def last_year() -> re.Pattern[str]:
    """Return what says that results are those of the year before."""
    same = lexicon.any_of("tables", "comparison.same_period")
    return re.compile(rf"\b(?:{same}|{lexicon.any_of('tables', 'comparison.last_year')})\b")


@cache
def of_year_before() -> re.Pattern[str]:
    """Return what says that a year stands for the reported months of it: "TH cùng kỳ 2022"."""
    return re.compile(
        rf"\b{lexicon.any_of('tables', 'comparison.same_period')}\s*(?:năm\s*)?(?:19|20)[0-9]{{2}}"
    )


@cache
def to_date() -> re.Pattern[str]:
    """Return what says that results are counted from the beginning of the year."""
    return re.compile(r"\b(?:cộng dồn|lũy kế|luỹ kế|từ đầu năm|lk)\b")


@cache
def opening() -> re.Pattern[str]:
    """Return words of state at the beginning of a name."""
    words = lexicon.any_of("tables", "status.words", "label.transparent")
    return re.compile(rf"{words}(?!\w)[\s:]*")


@cache
def closing() -> re.Pattern[str]:
    """Return words of state at the end of a name."""
    return re.compile(rf"(?:^|[\s:]+){lexicon.any_of('tables', 'status.words')}$")


@cache
def empty_words() -> re.Pattern[str]:
    """Return words that name nothing."""
    return re.compile(rf"\b{lexicon.any_of('tables', 'label.transparent', 'comparison.bare')}")


@cache
def status() -> re.Pattern[str]:
    """Return words of state anywhere."""
    return re.compile(
        rf"\b(?:{lexicon.any_of('tables', 'status.words')}|năm|kỳ này|cùng kỳ|năm trước|từ đầu)\b"
    )
