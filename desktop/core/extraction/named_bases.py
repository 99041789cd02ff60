"""Bases that the words around a number name, resolved against the time that the number is about."""

import re
from collections.abc import Iterable

from desktop.core.extraction import phrases
from desktop.core.extraction.periods import Span, times_in
from desktop.core.figures import Base

_SENTENCE_PART = re.compile(r";|\.(?= |$)")
_NEW_CLAUSE = re.compile(
    r"\b(?:nhưng|song|còn)(?: nếu)? *$"
    r"|,(?: còn| vẫn| khá)* (?:cao|thấp|chậm|ít|nhiều|lớn|nhỏ|tốt|nhanh)(?: hơn)?(?: nhiều| hẳn| khá xa)? *$"
)
_ONLY_MEASURE = re.compile(r" *(?:mức|con số|tốc độ|tỷ lệ)(?: tăng| giảm)? *")
_JOINED = re.compile(r"(?:,|\bvà|\bthì) *$")
_THEN_CHANGES = re.compile(
    r"[ ,]*(?:(?:thì|đã|cũng|lại|chỉ|vẫn|ước) )*(?:tăng|giảm|đạt|bằng|gấp|cao hơn|thấp hơn|vượt)\b.{0,40}"
)
_SAME_PERIOD = re.compile(r" *(?:cùng kỳ|svck|ck)\b")
_NAMED_OUTRIGHT = (
    (re.compile(r"^ *(?:mức )?(?:dự báo|kỳ vọng|ước tính trước|nhận định)\b"), Base.OTHER),
    (re.compile(r"\b(?:đầu|giữa) tháng\b"), Base.OTHER),
    (re.compile(r"\b(?:báo cáo|thống kê|số liệu|bản tin)(?: \w+)? ngày\b"), Base.OTHER),
    (re.compile(r"\b(?:tháng|quý|tuần|ngày|năm học)(?: liền)? trước\b"), Base.PREVIOUS),
    (re.compile(r"\btuần (?:thứ )?[0-9]{1,2}\b|\bphiên\b"), Base.PREVIOUS),
    (re.compile(r"\btết (?!năm nay|này)"), Base.SAME_PERIOD),
    (re.compile(r"(?<!niên )\bvụ (?:[^\W\d_]+ ){0,3}trước\b"), Base.SAME_PERIOD),
)
_YEAR_NAMED = (
    (
        re.compile(r"\b(?:tháng (?:12|mười hai)|31[/.-]12)(?: (?:của )?năm)? (?:trước|ngoái|qua)\b"),
        Base.YEAR_START,
    ),
    (re.compile(r"\bcả năm (?:trước|ngoái|liền trước)\b"), Base.PREVIOUS),
)
_FIRST_MONTHS = re.compile(r"\b(?:[0-9]{1,2} tháng|nửa|(?:quý|tháng) [0-9iv]+|quý) đầu năm\b")
_CLAUSE_ENDS = re.compile(r"[,;.()]")
_OF_TIMES = re.compile(
    r" *(?:so với |so )?(?:cả )?(?:năm|tháng|quý|tuần|kế hoạch|dự toán|chỉ tiêu|cùng|kỳ)\b"
)
_BARE_AGAINST = re.compile(r" *(?:so|cả)\b")
_ANY_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_TIME_WORD = re.compile(r"tháng|quý|năm|\bq")
_SEASON = re.compile(
    r"\b(?:(?:niên|mùa) vụ|vụ (?:đông|xuân|hè|thu|mùa|chiêm|màu|trước|sản xuất|cùng|(?:19|20)[0-9]))"
)
_DAY = re.compile(r"\bngày (?:[0-9]{1,2})(?:[-/.][0-9]{1,2}|$| tháng)")


def base_in(text: str, report: Span | None, *, is_leading: bool = False) -> Base | None:
    """Return the base that a folded text names, None where it names none.

    With `is_leading` only what belongs to the number before it counts: up to a semicolon or full stop, and
    not "và so với tháng trước tăng", which opens what is said of the next number.
    """
    if "so" not in text and "sv" not in text:
        return Base.SAME_PERIOD if is_leading and _SAME_PERIOD.match(text) else None
    if is_leading:
        text = _SENTENCE_PART.split(text, maxsplit=1)[0]
    match = phrases.against().search(text)
    if match and not (is_leading and _is_of_next(text, match)):
        return base_named(match["what"], report) if match["what"].strip() else Base.SAME_PERIOD
    if is_leading and _SAME_PERIOD.match(text):
        return Base.SAME_PERIOD
    return None


def _is_of_next(text: str, against: re.Match[str]) -> bool:
    """Tell a "so với …" behind a number that is not said of it: ", so với cùng kỳ giảm", ", thấp so với"."""
    before, after = text[: against.start()], text[against.end() :]
    if _NEW_CLAUSE.search(before) or _ONLY_MEASURE.fullmatch(against["what"]):
        return True
    return _JOINED.search(before) is not None and _THEN_CHANGES.fullmatch(after) is not None


def base_named(what: str, report: Span | None) -> Base:
    """Return the base that the words behind "so với" stand for."""
    if outright := _first_of(_NAMED_OUTRIGHT, what):
        return outright
    if phrases.base_words("same_period").search(what):
        return Base.SAME_PERIOD
    if of_year := _first_of(_YEAR_NAMED, what):
        return of_year
    is_last_year = phrases.base_words("last_year").search(what) is not None
    if _FIRST_MONTHS.search(what):
        return Base.SAME_PERIOD if is_last_year else _base_at_time(what, report)
    for name, base in (("year_start", Base.YEAR_START), ("previous", Base.PREVIOUS)):
        if phrases.base_words(name).search(what):
            return base
    if is_last_year:
        return Base.PREVIOUS if report is None or report.is_year else Base.SAME_PERIOD
    if phrases.base_words("plan").search(what):
        return Base.PLAN
    return _base_at_time(what, report)


def _first_of(named: Iterable[tuple[re.Pattern[str], Base]], what: str) -> Base | None:
    """Return the base of the first pattern that is found, None where none is."""
    return next((base for pattern, base in named if pattern.search(what)), None)


def _base_at_time(what: str, report: Span | None) -> Base:
    if _DAY.search(what) and not _ANY_YEAR.search(what):
        return Base.PREVIOUS
    times = times_in(what, report.year if report else None) if _TIME_WORD.search(what) else []
    span = times[0].span if times else None
    if span is None and (year := _ANY_YEAR.search(what)):
        span = Span(int(year[0]), 1, 12)
    if span is None or report is None:
        return Base.OTHER
    if span.year == report.year - 1:
        return _base_last_year(what, span, report)
    if span.year == report.year and (span.last < report.last or report.is_year):
        return Base.PREVIOUS
    return Base.OTHER


def _base_last_year(what: str, span: Span, report: Span) -> Base:
    """Return what a time in the year before the report's is to it."""
    if _SEASON.search(what):
        return Base.SAME_PERIOD
    if span.is_year:
        return Base.PREVIOUS if report.is_year or "cả năm" in what else Base.SAME_PERIOD
    if (span.first, span.last) == (12, 12):
        return Base.PREVIOUS if report.first == report.last == 1 else Base.YEAR_START
    is_just_before = report.first == 1 and span.first > 9 and report.last <= 3
    return Base.PREVIOUS if is_just_before else Base.SAME_PERIOD


def attained_base(right: str) -> Base | None:
    match = phrases.attained().match(right)
    if not match:
        return None
    return Base.PLAN if match["plan"] else Base.SAME_PERIOD


def times_base(right: str, report: Span | None) -> Base | None:
    """Return the base that stands right behind "gấp 2 lần": "năm 2021", "dự toán", "cùng kỳ", if any."""
    what = _CLAUSE_ENDS.split(right, maxsplit=1)[0]
    if _OF_TIMES.match(what):
        return base_named(what, report)
    return Base.OTHER if phrases.of_noun().match(what) and not _BARE_AGAINST.match(what) else None
