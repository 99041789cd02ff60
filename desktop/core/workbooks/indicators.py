"""Verified figures joined to one row an indicator: its level with the changes, ratios and shares of it."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.figures import Base, Kind, ReviewedFigure


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

    def at(self, column: Column) -> ReviewedFigure | None:
        """Return the figure in `column`, or None where the cell is empty."""
        return next((figure for figure, its in self if its is column), None)

    def __iter__(self) -> Iterator[tuple[ReviewedFigure, Column]]:
        """Yield the figures with their columns."""
        return zip(self.figures, self.columns, strict=True)


def indicator_rows(figures: Sequence[ReviewedFigure]) -> list[IndicatorRow]:
    """Return the rows of `figures` (report by report, in reading order), ordered by their first figure.

    Figures share a row when report, section, period and indicator are the same. Every further level of an
    indicator starts a row of its own, and a comparison goes with the level before it; a share stands in the
    notes of its level, and where an indicator has no level it is what the row reports.
    """
    import pandas as pd

    if not figures:
        return []
    frame = pd.DataFrame({"key": [_key(figure) for figure in figures]})
    frame["kind"] = [str(figure.effective.kind) for figure in figures]
    frame["column"] = [str(_column(figure)) for figure in figures]
    has_level = frame["kind"].eq(Kind.LEVEL).groupby(frame["key"]).transform("any")
    frame.loc[frame["kind"].eq(Kind.SHARE) & has_level, "column"] = str(Column.NOTES)
    starts = frame["column"].eq(Column.ACTUAL)
    frame["turn"] = starts.groupby(frame["key"]).cumsum().clip(lower=1)
    again = frame.groupby(["key", "turn", "column"]).cumcount()
    frame["again"] = again.where(frame["column"].ne(Column.NOTES), 0)
    rows = frame.groupby(["key", "turn", "again"], sort=False).indices
    columns = [Column(name) for name in frame["column"]]
    return [
        IndicatorRow(tuple(figures[at] for at in places), tuple(columns[at] for at in places))
        for places in sorted(rows.values(), key=lambda places: int(places[0]))
    ]


def _key(figure: ReviewedFigure) -> str:
    reading = figure.effective
    indicator = _folded(reading.indicator) or f"\0{figure.id}"
    return f"{figure.report_id}\n{figure.section_id}\n{reading.period}\n{indicator}"


def _folded(indicator: str) -> str:
    words = unicodedata.normalize("NFC", indicator).casefold().split()
    return " ".join(words).strip(" .,;:-–")


def _column(figure: ReviewedFigure) -> Column:
    reading = figure.effective
    if reading.kind in (Kind.LEVEL, Kind.SHARE):
        return Column.ACTUAL
    return _COLUMN_OF_BASE.get(reading.base, Column.NOTES)
