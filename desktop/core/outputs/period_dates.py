"""The first and the last day of a period."""

import re
from calendar import monthrange
from datetime import MINYEAR, date

_FORM = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-Q(?P<quarter>[1-4])|-(?P<month>[0-9]{2})(?:/(?P=year)-(?P<last>[0-9]{2}))?|/(?P<last_year>[0-9]{4}))?"
)


def period_dates(period: str) -> tuple[date, date] | None:
    """Return the first and the last day of "2021", "2021-Q1", "2021-03", "2021-01/2021-08" or "2021/2025".

    None where it is not known, or is no period of our calendar.
    """
    match = _FORM.fullmatch(period)
    if match is None:
        return None
    first_year, last_year = int(match["year"]), int(match["last_year"] or match["year"])
    first_month, last_month = 1, 12
    if match["quarter"]:
        last_month = 3 * int(match["quarter"])
        first_month = last_month - 2
    elif match["month"]:
        first_month = int(match["month"])
        last_month = int(match["last"] or first_month)
    if min(first_year, last_year) < MINYEAR or not (1 <= first_month <= 12 and 1 <= last_month <= 12):
        return None
    first = date(first_year, first_month, 1)
    last = (
        date(last_year, last_month, monthrange(last_year, last_month)[1]) if last_year >= MINYEAR else first
    )
    return (first, last) if first <= last else None
