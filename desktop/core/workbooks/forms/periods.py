"""Periods told beside the report's own, so that what is said of one quarter's form holds for the next."""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum

Months = tuple[int, int]
"""The first and the last month of a period, counted from the year 0."""

_YEAR = 12
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Months]], ...] = (
    (re.compile(r"(\d{4})"), lambda m: (_at(m[1], 1), _at(m[1], 12))),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda m: (_at(m[1], 3 * int(m[2]) - 2), _at(m[1], 3 * int(m[2])))),
    (re.compile(r"(\d{4})-(\d\d)"), lambda m: (_at(m[1], int(m[2])), _at(m[1], int(m[2])))),
    (re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)"), lambda m: (_at(m[1], int(m[2])), _at(m[3], int(m[4])))),
    (re.compile(r"(\d{4})/(\d{4})"), lambda m: (_at(m[1], 1), _at(m[2], 12))),
)


class Relation(StrEnum):
    """How a figure's period stands to the report's; the first that fits is meant."""

    REPORT = "report"
    YEAR_BEFORE = "year_before"
    PREVIOUS = "previous"
    TO_DATE = "to_date"
    TO_DATE_YEAR_BEFORE = "to_date_year_before"
    YEAR = "year"
    LAST_YEAR = "last_year"
    NEXT_YEAR = "next_year"


def months_of(period: str) -> Months | None:
    """Return the months of "2021", "2021-Q1", "2021-03", "2021-01/2021-08" or "2016/2020", else None."""
    for pattern, months in _FORMS:
        if match := pattern.fullmatch(period):
            first, last = months(match)
            return (first, last) if first <= last else None
    return None


def relation_of(period: str, report_period: str) -> str:
    """Return how `period` stands to the report's: a Relation, or the period itself where none fits."""
    months, report = months_of(period), months_of(report_period)
    if months is None or report is None:
        return Relation.REPORT if period == report_period else period
    return next((str(relation) for relation, found in _relations(report) if found == months), period)


def is_meant(period: str, relation: str, report_period: str) -> bool:
    """Tell whether a figure's period is the one that `relation` names beside the report's period."""
    return _meant(relation, report_period) == (months_of(period) or period)


def _meant(relation: str, report_period: str) -> Months | str:
    report = months_of(report_period)
    if relation in set(Relation):
        if report is None:
            return report_period if relation == Relation.REPORT else f"?{relation}"
        return dict(_relations(report))[Relation(relation)]
    return months_of(relation) or relation


def _relations(report: Months) -> Iterator[tuple[Relation, Months]]:
    first, last = report
    length = last - first + 1
    january = last - last % _YEAR
    yield Relation.REPORT, report
    yield Relation.YEAR_BEFORE, (first - _YEAR, last - _YEAR)
    yield Relation.PREVIOUS, (first - length, first - 1)
    yield Relation.TO_DATE, (january, last)
    yield Relation.TO_DATE_YEAR_BEFORE, (january - _YEAR, last - _YEAR)
    yield Relation.YEAR, (january, january + _YEAR - 1)
    yield Relation.LAST_YEAR, (january - _YEAR, january - 1)
    yield Relation.NEXT_YEAR, (january + _YEAR, january + 2 * _YEAR - 1)


def _at(year: str, month: int) -> int:
    return int(year) * _YEAR + month - 1
