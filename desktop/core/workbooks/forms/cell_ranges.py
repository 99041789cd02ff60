"""Names of cells and ranges as a workbook writes them: "C12", "$A$1:$B$3"; rows and columns count from 0."""

import re
from typing import NamedTuple

from desktop.core.readers.workbook_squeezing import column_name, column_number

ROWS_MOST = 1_048_576
COLUMNS_MOST = 16_384
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


class Spot(NamedTuple):
    """A cell by row and column."""

    row: int
    column: int

    @property
    def name(self) -> str:
        """Return the cell's name: "C12"."""
        return f"{column_name(self.column)}{self.row + 1}"


FIRST = Spot(0, 0)
"""The cell A1."""


class CellRange(NamedTuple):
    """Cells from `top`, `left` to `bottom`, `right`, all included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, spot: Spot) -> bool:
        """Tell whether a cell lies in the range."""
        return self.top <= spot.row <= self.bottom and self.left <= spot.column <= self.right

    @property
    def first(self) -> Spot:
        """Return its top left cell."""
        return Spot(self.top, self.left)

    @property
    def cells(self) -> int:
        """Return how many cells it has."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def __str__(self) -> str:
        """Return the range as it is written: "A1:B3", or "A1" for one cell."""
        last = Spot(self.bottom, self.right)
        return self.first.name if self.first == last else f"{self.first.name}:{last.name}"


def spot_of(name: str) -> Spot | None:
    """Return the cell that a name like "C12" or "$C$12" stands for; None for anything else."""
    match = _CELL.fullmatch(name.strip())
    if match is None:
        return None
    row, column = int(match[2]) - 1, column_number(match[1].upper()) - 1
    return Spot(row, column) if 0 <= row < ROWS_MOST and column < COLUMNS_MOST else None


def range_of(text: str) -> CellRange | None:
    """Return the range that "A1:B3" or "C12" stands for; None for anything else."""
    first, _, last = text.partition(":")
    start = spot_of(first)
    end = spot_of(last) if last else start
    if start is None or end is None:
        return None
    (top, bottom), (left, right) = sorted((start.row, end.row)), sorted((start.column, end.column))
    return CellRange(top, left, bottom, right)
