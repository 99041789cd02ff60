"""Verified figures joined to one row an indicator: its level with the changes, ratios and shares of it.

Tables also give what a level is measured against: the plan, the period before, the same one last year. Such
a bare level stands in the notes of the row that it belongs to.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import chain

from desktop.core.extraction.tables.periods import Period, Span, parse
from desktop.core.figures import Base, Kind, ReviewedFigure
from desktop.core.wordlists.loading import word_lists
from desktop.core.workbooks.styles import SUFFIXES

PART = " – "
"""What stands between a row's label and its column's in the indicators that tables give."""


class Column(StrEnum):
    """Where a figure stands in its indicator's row."""

    ACTUAL = "actual"
    PREVIOUS = "previous"
    SAME_PERIOD = "same_period"
    PLAN = "plan"
    NOTES = "notes"


COMPARISONS = (Column.PREVIOUS, Column.SAME_PERIOD, Column.PLAN)

_COLUMN_OF_BASE = {
    Base.PREVIOUS: Column.PREVIOUS,
    Base.SAME_PERIOD: Column.SAME_PERIOD,
    Base.PLAN: Column.PLAN,
}


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """The figures of one row, each with its column, in reading order; only the notes hold several."""

    figures: tuple[ReviewedFigure, ...]
    columns: tuple[Column, ...]

    def __iter__(self) -> Iterator[tuple[ReviewedFigure, Column]]:
        """Yield the figures with their columns."""
        return zip(self.figures, self.columns, strict=True)

    def at(self, column: Column) -> ReviewedFigure | None:
        """Return the figure in `column`, or None where the cell is empty."""
        return next((figure for figure, its in self if its is column), None)

    @property
    def lead(self) -> ReviewedFigure:
        """Return the figure that says what the row is about, and of which period."""
        return next((figure for figure, its in self if its is not Column.NOTES), self.figures[0])

    @property
    def is_bare(self) -> bool:
        """Tell whether the row is a level, or a share, and nothing else."""
        return self.columns == (Column.ACTUAL,)


_Base = tuple[Period | None, str]


def indicator_rows(
    figures: Sequence[ReviewedFigure], period_by_report: Mapping[int, str]
) -> list[IndicatorRow]:
    """Return the rows of `figures` (report by report, in reading order), ordered by what leads them.

    Figures share a row when report, section, period and indicator are the same. Every further level of an
    indicator starts a row of its own, and a comparison goes with the level before it; a share stands in the
    notes of its level, and where an indicator has no level it is what the row reports.
    """
    rows_by_subject: dict[str, list[IndicatorRow]] = {}
    for row in _rows(figures):
        rows_by_subject.setdefault(_subject(row.lead), []).append(row)
    joined = chain.from_iterable(
        _with_bases(rows, parse(period_by_report.get(rows[0].lead.report_id, "")))
        for rows in rows_by_subject.values()
    )
    order = {figure.id: at for at, figure in enumerate(figures)}
    return sorted(joined, key=lambda row: order[row.lead.id])


def is_plan(figure: ReviewedFigure) -> bool:
    """Tell whether a figure is what was planned, in a column of its own."""
    return _column(figure) is Column.ACTUAL and bool(plan_name(figure.effective.indicator))


def plan_name(indicator: str) -> str:
    """Return what a table calls the plan if the indicator is one: "Thu nội địa – Dự toán" has "Dự toán"."""
    _, part, column = indicator.rpartition(PART)
    last = column.rpartition(", ")[2]
    return last if part and _plan().match(last.casefold()) else ""


def _rows(figures: Sequence[ReviewedFigure]) -> list[IndicatorRow]:
    """Return the rows before any of them stands in the notes of another."""
    import pandas as pd

    if not figures:
        return []
    # Numbers stand for the keys: what pandas keeps texts in refuses halves of letters.
    number_by_key: dict[str, int] = {}
    keys = [number_by_key.setdefault(_key(figure), len(number_by_key)) for figure in figures]
    frame = pd.DataFrame({"key": keys})
    frame["kind"] = [str(figure.effective.kind) for figure in figures]
    frame["column"] = [str(_column(figure)) for figure in figures]
    has_level = frame["kind"].eq(Kind.LEVEL).groupby(frame["key"]).transform("any")
    frame.loc[frame["kind"].eq(Kind.SHARE) & has_level, "column"] = str(Column.NOTES)
    frame["turn"] = frame["column"].eq(Column.ACTUAL).groupby(frame["key"]).cumsum().clip(lower=1)
    frame["relative"] = [figure.effective.unit in SUFFIXES for figure in figures]
    is_said_relative = frame.groupby(["key", "turn", "column"])["relative"].transform("any")
    is_compared = frame["column"].isin([str(column) for column in COMPARISONS])
    frame.loc[is_compared & is_said_relative & ~frame["relative"], "column"] = str(Column.NOTES)
    again = frame.groupby(["key", "turn", "column"]).cumcount()
    frame["again"] = again.where(frame["column"].ne(Column.NOTES), 0)
    rows = frame.groupby(["key", "turn", "again"], sort=False).indices
    columns = [Column(name) for name in frame["column"]]
    return [
        IndicatorRow(tuple(figures[at] for at in places), tuple(columns[at] for at in places))
        for places in rows.values()
    ]


def _with_bases(rows: Sequence[IndicatorRow], reported: Period | None) -> Iterator[IndicatorRow]:
    """Yield the rows of one subject, its plan and earlier levels in the notes of what they belong to.

    Earlier levels that are no base of comparison, as in a series of months, all keep their rows.
    """
    plans = [row for row in rows if row.is_bare and is_plan(row.lead)]
    results = [row for row in rows if not is_plan(row.lead)]
    current = sorted((row for row in results if _ends_with(row, reported)), key=_start)
    earlier = [row for row in results if row.is_bare and not _ends_with(row, reported)]
    planned, compared = _planned(current), _by_base(current)
    bases = [(row, _nearest(row, compared.get(_as_base(row), ()))) for row in earlier]
    targets = [(row, _nearest(row, planned)) for row in plans]
    if all(target for _, target in bases):
        targets += bases
    noted: dict[int, list[ReviewedFigure]] = {}
    for row, target in targets:
        if target is not None:
            noted.setdefault(target.lead.id, []).append(row.lead)
    moved = {figure.id for figures in noted.values() for figure in figures}
    yield from (_with_notes(row, noted.get(row.lead.id, ())) for row in rows if row.lead.id not in moved)


def _ends_with(row: IndicatorRow, reported: Period | None) -> bool:
    period = parse(row.lead.effective.period)
    return (
        period is not None
        and reported is not None
        and (period.year, period.last) == (reported.year, reported.last)
    )


def _planned(current: Sequence[IndicatorRow]) -> Sequence[IndicatorRow]:
    """Return the rows that a plan belongs to: those compared with it, else those of the longest period."""
    if compared := [row for row in current if row.at(Column.PLAN)]:
        return compared
    longest = max((_length(row) for row in current), default=0)
    return [row for row in current if _length(row) == longest]


def _length(row: IndicatorRow) -> int:
    period = parse(row.lead.effective.period)
    return 0 if period is None else period.last - period.first


def _by_base(current: Sequence[IndicatorRow]) -> dict[_Base, list[IndicatorRow]]:
    """Return the rows with a level by what may be its base."""
    rows_by_base: dict[_Base, list[IndicatorRow]] = {}
    for row in current:
        period, unit = _as_base(row)
        if period is not None and row.at(Column.ACTUAL):
            for base in (period.years_later(-1), _before(period)):
                rows_by_base.setdefault((base, unit), []).append(row)
    return rows_by_base


def _before(period: Period) -> Period:
    """Return the period before; of the year so far it is the year as far as a month ago."""
    return replace(period, last=period.last - 1) if period.span is Span.MONTHS else period.before()


def _as_base(row: IndicatorRow) -> _Base:
    reading = row.lead.effective
    return parse(reading.period), reading.unit.casefold()


def _nearest(row: IndicatorRow, others: Sequence[IndicatorRow]) -> IndicatorRow | None:
    """Return which of `others`, in reading order, stands nearest in the report: mostly in the same line."""
    start = _start(row)
    at = bisect_left(others, start, key=_start)
    return min(others[max(0, at - 1) : at + 1], key=lambda other: abs(_start(other) - start), default=None)


def _start(row: IndicatorRow) -> int:
    return row.lead.place.start


def _with_notes(row: IndicatorRow, noted: Sequence[ReviewedFigure]) -> IndicatorRow:
    if not noted:
        return row
    return IndicatorRow((*row.figures, *noted), (*row.columns, *[Column.NOTES] * len(noted)))


def _key(figure: ReviewedFigure) -> str:
    reading = figure.effective
    return f"{_subject(figure)}\n{reading.period}\n{plan_name(reading.indicator)}"


def _subject(figure: ReviewedFigure) -> str:
    indicator = figure.effective.indicator
    if plan := plan_name(indicator):
        indicator = indicator.removesuffix(plan)
    return f"{figure.report_id}\n{figure.section_id}\n{_folded(indicator) or f'?{figure.id}'}"


def _folded(indicator: str) -> str:
    words = unicodedata.normalize("NFC", indicator).casefold().split()
    return " ".join(words).strip(" .,;:-–")


def _column(figure: ReviewedFigure) -> Column:
    reading = figure.effective
    if reading.kind in (Kind.LEVEL, Kind.SHARE):
        return Column.ACTUAL
    return _COLUMN_OF_BASE.get(reading.base, Column.NOTES)


@cache
def _plan() -> re.Pattern[str]:
    words = word_lists().table("tables")["plan"]["words"]
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\b")
