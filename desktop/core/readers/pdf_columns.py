"""The columns of a table without rules, and which of them a segment of a row stands in.

A page can be dense with numbers, so each segment is held against the columns that it touches only.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from desktop.core.readers.pdf_lines import Line
from desktop.core.readers.pdf_numbers import is_number

_COVERED_SHARE = 0.5

Row = Sequence[Line]


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch across the page; `is_numeric` tells columns of numbers from those of labels and units."""

    x0: float
    x1: float
    is_numeric: bool

    @property
    def width(self) -> float:
        """Return how wide the column is, in points."""
        return self.x1 - self.x0

    def overlap(self, segment: Line) -> float:
        """Return how much of `segment` stands in the column, in points; how far off it is, if less than 0."""
        return min(self.x1, segment.x1) - max(self.x0, segment.x0)


class Columns:
    """Columns in order from the left."""

    def __init__(self, columns: Iterable[Column]) -> None:
        self._columns = sorted(columns, key=lambda column: column.x0)
        self._starts = [column.x0 for column in self._columns]
        ends = range(len(self._columns))
        self._reaching = list(accumulate(ends, self._further))

    def __getitem__(self, index: int) -> Column:
        """Return the column at `index`, from the right if negative."""
        return self._columns[index]

    def __iter__(self) -> Iterator[Column]:
        """Yield the columns from the left."""
        return iter(self._columns)

    def __len__(self) -> int:
        """Return how many columns there are."""
        return len(self._columns)

    def of(self, segment: Line) -> int:
        """Return the index of the column that holds most of `segment`, or stands nearest to it."""
        return max(sorted(self._near(segment)), key=lambda index: self._columns[index].overlap(segment))

    def last_covered(self, segment: Line, index: int) -> int:
        """Return the last column from `index` on of which `segment` covers more than a half."""
        covered = (
            near
            for near in self._near(segment)
            if self._columns[near].overlap(segment) > _COVERED_SHARE * self._columns[near].width
        )
        return max(chain((index,), covered))

    def overlap(self, segment: Line) -> bool:
        """Tell whether `segment` shares more than half of its width, or of a column's, with a column."""
        width = segment.x1 - segment.x0
        return any(
            self._columns[near].overlap(segment) > _COVERED_SHARE * min(width, self._columns[near].width)
            for near in self._near(segment)
        )

    def touched(self, segment: Line) -> Iterator[int]:
        """Yield the columns that `segment` stands in, if only in part."""
        return (near for near in self._near(segment) if self._columns[near].overlap(segment) > 0)

    def _near(self, segment: Line) -> Iterator[int]:
        """Yield the columns that overlap `segment`, and the nearest on either side."""
        after = bisect_left(self._starts, segment.x1)
        if after < len(self._columns):
            yield after
        for index in reversed(range(after)):
            if self._columns[self._reaching[index]].x1 <= segment.x0:
                yield self._reaching[index]
                return
            yield index

    def _further(self, before: int, index: int) -> int:
        """Return which of two columns ends further right, the first if both do."""
        return index if self._columns[index].x1 > self._columns[before].x1 else before


def columns_of(rows: Sequence[Row]) -> Columns:
    """Return the columns that the numbers of `rows` stand in, and those of the labels beside them."""
    numeric = _stretches((s for row in rows for s in row if is_number(s.text)), is_numeric=True)
    numbers = Columns(_without_gaps(Columns(numeric), rows))
    labels = [s for row in rows for s in row if not is_number(s.text) and not numbers.overlap(s)]
    return Columns([*numbers, *_without_gaps(Columns(_stretches(labels, is_numeric=False)), rows)])


def _stretches(segments: Iterable[Line], *, is_numeric: bool) -> list[Column]:
    columns: list[Column] = []
    for x0, x1 in sorted((segment.x0, segment.x1) for segment in segments):
        if columns and x0 < columns[-1].x1:
            columns[-1] = Column(columns[-1].x0, max(columns[-1].x1, x1), is_numeric)
        else:
            columns.append(Column(x0, x1, is_numeric))
    return columns


def _without_gaps(columns: Columns, rows: Sequence[Row]) -> list[Column]:
    """Return `columns`, those as one that stand close and never both in a row: cells set unevenly."""
    height = rows[0][0].height if rows else 0.0
    rows_by_column = _rows_by_column(columns, rows)
    joined: list[Column] = []
    taken: set[int] = set()
    for column, own in zip(columns, rows_by_column, strict=True):
        if joined and column.x0 - joined[-1].x1 < height and not taken & own:
            joined[-1] = Column(joined[-1].x0, column.x1, column.is_numeric)
            taken |= own
        else:
            joined.append(column)
            taken = set(own)
    return joined


def _rows_by_column(columns: Columns, rows: Sequence[Row]) -> list[set[int]]:
    """Return for each column the numbers of the rows that have something in it."""
    rows_by_column: list[set[int]] = [set() for _ in columns]
    for number, row in enumerate(rows):
        for segment in row:
            for index in columns.touched(segment):
                rows_by_column[index].add(number)
    return rows_by_column
