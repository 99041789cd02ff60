"""How a sheet of a workbook looks: widths, heights, and the look of its cells. Plain values, no Qt.

What a clerk who knows the original expects to find again; nothing here tells what a figure means.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from operator import attrgetter

GENERAL = "General"


class Side(StrEnum):
    """Where the text of a cell stands across it; a cell that says nothing has numbers right, texts left."""

    GENERAL = ""
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    ACROSS = "across"
    """Centred over this cell and the empty ones to its right that say the same."""


class Height(StrEnum):
    """Where the text of a cell stands between its top and its bottom."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Border(IntEnum):
    """How heavy the line at one edge of a cell is."""

    NONE = 0
    HAIR = 1
    THIN = 2
    MEDIUM = 3
    THICK = 4
    DOUBLE = 5


@dataclass(frozen=True, slots=True)
class CellLook:
    """The look of a cell: colours are "rrggbb" or "" for none; `points` is the size of its letters.

    `number_format` is the format's code as Excel spells it; `indent` counts steps of about three letters;
    `borders` are left, top, right and bottom.
    """

    number_format: str = GENERAL
    side: Side = Side.GENERAL
    height: Height = Height.BOTTOM
    indent: int = 0
    wraps: bool = False
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    points: float = 0.0
    color: str = ""
    fill: str = ""
    borders: tuple[Border, Border, Border, Border] = (Border.NONE, Border.NONE, Border.NONE, Border.NONE)


PLAIN = CellLook()


@dataclass(frozen=True, slots=True)
class Band:
    """Columns or rows `first` to `last`, from 0, both included, with their size; None for the usual one."""

    first: int
    last: int
    size: float | None = None
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class LookRun:
    """Cells side by side in a row that share the look of number `look`."""

    row: int
    column: int
    count: int
    look: int


@dataclass(frozen=True, slots=True)
class SheetLook:
    """The look of a sheet: widths in digits of letters of `base_points`, heights in points.

    `columns` and `rows` are those that differ from the usual; `runs` are by row, then column.
    """

    columns: tuple[Band, ...] = ()
    rows: tuple[Band, ...] = ()
    column_width: float = 9.0
    row_height: float = 15.0
    base_points: float = 11.0
    has_gridlines: bool = True
    looks: tuple[CellLook, ...] = ()
    runs: tuple[LookRun, ...] = ()


class LookIndex:
    """Finds the look of a cell, fast with 100,000 of them."""

    def __init__(self, look: SheetLook | None = None) -> None:
        look = look or SheetLook()
        self._looks = look.looks
        self._runs = look.runs
        self._starts = [(run.row, run.column) for run in look.runs]

    def at(self, row: int, column: int) -> CellLook:
        """Return the look of a cell, `PLAIN` where the sheet says nothing of it."""
        index = bisect_right(self._starts, (row, column)) - 1
        if index < 0:
            return PLAIN
        run = self._runs[index]
        is_inside = run.row == row and column < run.column + run.count
        return self._looks[run.look] if is_inside and run.look < len(self._looks) else PLAIN


def with_used_looks(look: SheetLook) -> SheetLook:
    """Return the same look with those cell looks alone that its runs use."""
    used = sorted({run.look for run in look.runs if run.look < len(look.looks)})
    number = {old: new for new, old in enumerate(used)}
    runs = tuple(replace(run, look=number[run.look]) for run in look.runs if run.look in number)
    return replace(look, looks=tuple(look.looks[old] for old in used), runs=runs)


def runs_of(cells: Iterable[tuple[int, int, int]]) -> tuple[LookRun, ...]:
    """Return the runs of cells given as row, column and number of their look, by row, then column."""
    runs: list[LookRun] = []
    for row, column, look in cells:
        last = runs[-1] if runs else None
        if last and last.row == row and last.column + last.count == column and last.look == look:
            runs[-1] = LookRun(row, last.column, last.count + 1, look)
        else:
            runs.append(LookRun(row, column, 1, look))
    return tuple(runs)


def bands_of(bands: Iterable[Band]) -> tuple[Band, ...]:
    """Return the bands in order, none over another, with neighbours of the same size as one."""
    joined: list[Band] = []
    for band in sorted(bands, key=attrgetter("first")):
        last = joined[-1] if joined else None
        if last is None or band.first > last.last + 1 or not _is_alike(last, band):
            if last is None or band.first > last.last:
                joined.append(band)
        elif band.last > last.last:
            joined[-1] = replace(last, last=band.last)
    return tuple(joined)


def _is_alike(one: Band, other: Band) -> bool:
    return (one.size, one.is_hidden) == (other.size, other.is_hidden)
