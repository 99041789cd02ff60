"""The time that a number's own words tell: the year it is about, whether it sums up the year so far."""

import re

from desktop.core.extraction import phrases
from desktop.core.extraction.passages import fold
from desktop.core.extraction.periods import Span, times_in

_YEAR = r"năm (?:(?P<year>(?:19|20)[0-9]{2})(?! ?[-–/])|(?P<when>nay|tới|sau))\b"
_YEAR_BEHIND = re.compile(rf" *(?:trong |vào |cho |của |ở )?(?:cả )?{_YEAR}")
_YEAR_IN_CLAUSE = re.compile(rf"\b{_YEAR}|\bcả năm\b(?! (?:19|20)[0-9]{{2}}| (?:nay|tới|sau)\b)")
_YEAR_BEFORE = re.compile(
    rf"(?:\b(?:cả|ước|dự báo|dự kiến|trong|tính chung)(?: cả)? |^ *|, ){_YEAR}"
    r"(?!.*\b(?:so với|cùng kỳ|tháng|quý)\b)"
)
_NOT_OF_YEAR = re.compile(
    r"\b(?:tháng|quý|ngày|kỳ|so|với|vụ|mùa|kế hoạch|dự toán|nghị quyết|chỉ tiêu|đầu(?! người)|giữa|từ|đến|hết"
    r"|trước|hơn|lịch sử|mức|tăng của|giảm của|theo giá)\b|\bmục tiêu (?:[^\W_]+[ ,]+)?$"
)
_CLAUSE_REACH = 120
_WORDS_REACH = 40
_CLAUSE_ENDS = re.compile(r"[,;]")
_LAST_WORDS = re.compile(r"(?:[^\W_]+[ ,]+){0,3}$")
_OF_YEAR = re.compile(r"\b(?:gấp|bằng)\b[^,;]*$")
_MONTHS = "[0-9]{1,2}|ba|sáu|chín|mười một|hai|bốn|năm|bảy|tám|mười"
_TIMES_TOLD = re.compile(
    r"\b(?:(?P<far>tính chung|lũy kế|luỹ kế|cộng dồn|từ đầu năm|(?:tính )?đến hết (?:tháng|quý)"
    rf"|(?:{_MONTHS}) tháng(?! (?:trước|qua|liên|nay|tới|sau)))"
    r"|(?P<near>(?:trong|riêng|ước) tháng|tháng [0-9]{1,2}|tháng (?:này|nay)))\b"
)
_OTHER_TIME = re.compile(
    r"[;]|\b(?:tháng|quý|tuần|ngày|vụ|kỳ|hiện|nay|nửa đầu|nửa cuối)\b|\bnăm (?:19|20)[0-9]{2}|[.](?= )"
)


def own_year(left: str, right: str, report: Span | None) -> int | None:
    """Return the year that a number's own words say it is about: "cả năm 2012 đạt", "4,5% năm 2009"."""
    if "năm" not in left and "năm" not in right:
        return None
    behind = None if _OF_YEAR.search(left) else _YEAR_BEHIND.match(right)
    match = behind or _YEAR_BEFORE.search(left) or _year_of_subject(left)
    if match is None:
        return None
    if match["year"]:
        return int(match["year"])
    return None if report is None else report.year + (match["when"] in ("tới", "sau"))


def year_going_on(left: str, was: int | None, report: Span | None) -> int | None:
    """Return the year of the number before where it goes on: "cả năm đạt 560 tỷ, tăng 12,4%"."""
    if was is None or (")" in left and report is not None and was < report.year):
        return None
    own = phrases.against().sub("", left)
    return None if _OTHER_TIME.search(own) else was


def _year_of_subject(left: str) -> re.Match[str] | None:
    """Return the last year named in the clause before a number, where it is the subject's own."""
    found = list(_YEAR_IN_CLAUSE.finditer(left, max(0, len(left) - _CLAUSE_REACH)))
    if not found or _CLAUSE_ENDS.search(left, found[-1].end()):
        return None
    begin = found[-1].start()
    words = _LAST_WORDS.search(left[max(0, begin - _WORDS_REACH) : begin])
    return None if words and _NOT_OF_YEAR.search(words[0]) else found[-1]


def tells_time(text: str) -> bool:
    """Tell whether a word of time stands in a folded text."""
    return "năm" in text or "tháng" in text or "quý" in text or " q" in text or text.startswith("q")


def _tells_far(text: str) -> bool:
    return (
        "tháng" in text or "quý" in text or "năm" in text or "tính" in text or "kế" in text or "dồn" in text
    )


def is_so_far(left: str, *, was: bool) -> bool:
    """Tell whether a number sums up the year so far: "tính chung 7 tháng", until a month is named."""
    found = was
    if not _tells_far(left):
        return found
    for match in _TIMES_TOLD.finditer(left):
        found = match["far"] is not None
    return found


def period_in(left: str, report: Span | None) -> str:
    folded = fold(left)
    if not tells_time(folded):
        return ""
    if ("so" in folded or "sv" in folded) and phrases.against().search(folded):
        return ""
    times = [time.span for time in times_in(folded, report.year if report else None) if time.span]
    return str(times[-1]) if times else ""
