"""The period a report is about: in its title, else above its text, else in its first sentences."""

import re
from collections import Counter

from desktop.core.extraction.periods import NUMBER_WORDS, YEAR, Span, times_in

_BODY = 4000
_TOP = 800
_MONTHS_ONLY = {"mười hai": 12, "tư": 4, "năm": 5}
_MONTH_NAME = re.compile(
    r"\btháng +(mười một|mười hai|mười|hai|ba|tư|năm(?= +(?:năm|và|[0-9]))|sáu|bảy|tám|chín)\b"
    r"(?! +(?:đầu|cuối|qua|tới))"
)
_TO_COME = re.compile(r"\b[0-9]{1,2} +tháng +(?:còn lại|cuối năm|tiếp theo|tới)\b")
_PLANNED = re.compile(
    r"\b(?:(?:nhiệm vụ|phương hướng|kế hoạch|chương trình|giải pháp|công tác)[ ,]+(?:và )?)+"
    r"(?:(?:trọng tâm|chủ yếu|công tác|trong|của|thực hiện)\s+)*(?:tháng|quý) +[0-9iv]{1,3}\b"
    rf"(?:(?: +năm +| ?[/.-] ?|, *){YEAR})?"
)
_LASTING = re.compile(r"\b(?:sau|qua|trong vòng|suốt)(?: (?:gần|hơn|khoảng))? [0-9]{1,2} +tháng\b")
_PASSING = re.compile(r"\b(?:đầu|giữa|cuối|(?:thượng|trung|hạ) tuần|từ) +tháng +[0-9]{1,2}\b(?! ?[/.-])")
_LUNAR = re.compile(r"\b(?:mùng|mồng|rằm|[0-9]{1,2}) +tháng +(?:giêng|chạp)\b")
_DAY = re.compile(
    rf"(?<![0-9/])(?:[12][0-9]|3[01]|0?[1-9])(?: ?[/.-] ?| +tháng +)(?P<m>1[0-2]|0?[1-9])"
    rf"(?: ?[/.-] ?|,? +năm +)(?P<y>{YEAR})(?![0-9])"
)
_FROM_DAY = re.compile(
    rf"\b(?:từ|tuần)(?: (?:từ|ngày))* +[0-9]{{1,2}}(?:[/.-][0-9]{{1,2}}(?:[/.-]{YEAR})?)?"
    rf" *(?:đến|[-–])(?: hết)?(?: ngày)? *[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-]{YEAR}"
)
_AT_DAY = re.compile(rf"\b(?:thời điểm|kể từ)(?: ngày)? +[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-](?={YEAR})")
_HELD_AGAINST = re.compile(rf"\b(?:so với|so|giá so sánh|bằng|gấp)\b[^,;.:()]{{0,40}}?\b{YEAR}\b")
_ANY_YEAR = re.compile(rf"(?<![0-9.,]){YEAR}(?![0-9]|[.,][0-9])")


def period_of_report(opening: str, body: str = "") -> str:
    """Return the period that the folded opening lines of a report name, else its body, else ""."""
    opening, body = _in_digits(opening), _in_digits(body[:_BODY])
    dated = _date_line(body)
    year = _commonest_year(opening) or _commonest_year(body, dated)
    for text, limit in ((opening, None), (_reported_days(body), None), (body, dated)):
        spans = [span for span in _spans(text, year) if not _is_after(span, limit)]
        partial = next((span for span in spans if not span.is_year), None)
        if partial or spans:
            return str(partial or spans[0])
    if dated and year in (None, dated.year):
        return str(dated)
    return str(year) if year else ""


def _in_digits(text: str) -> str:
    """Return a text with months in digits, and without the months that are still to come."""
    for other in (_TO_COME, _LASTING, _LUNAR, _PLANNED, _PASSING, _AT_DAY):
        text = other.sub(" ", text)
    return _MONTH_NAME.sub(
        lambda match: f"tháng {NUMBER_WORDS.get(match[1]) or _MONTHS_ONLY[match[1]]}", text
    )


def _spans(text: str, year: int | None) -> list[Span]:
    """Return the spans of `year` in a text; days of one month stand for that month."""
    spans = [phrase.span for phrase in times_in(text, year) if phrase.span and phrase.span.year == year]
    if not any(not span.is_year for span in spans):
        days = [Span(int(m["y"]), int(m["m"]), int(m["m"])) for m in _DAY.finditer(text)]
        months = {day for day in days if day.year == year}
        spans = [*months, *spans] if len(months) == 1 else spans
    return spans


def _reported_days(body: str) -> str:
    """Return the line above a report's text that says from which day to which it reports, "" if none."""
    found = _FROM_DAY.search(body[:_TOP])
    return found[0] if found else ""


def _date_line(body: str) -> Span | None:
    """Return the month of the latest date that stands above a report's or an article's text."""
    months = [(int(found["y"]), int(found["m"])) for found in _DAY.finditer(body[:_TOP])]
    if not months:
        return None
    year, month = max(months)
    return Span(year, month, month)


def _is_after(span: Span, dated: Span | None) -> bool:
    return dated is not None and not span.is_year and (span.year, span.first) > (dated.year, dated.last)


def _commonest_year(text: str, dated: Span | None = None) -> int | None:
    """Return the year that a text names most often; below a date line, that year or the one before."""
    years = (int(match[0]) for match in _ANY_YEAR.finditer(_HELD_AGAINST.sub(" ", text)))
    counted = Counter(year for year in years if dated is None or year in (dated.year, dated.year - 1))
    return counted.most_common(1)[0][0] if counted else None
