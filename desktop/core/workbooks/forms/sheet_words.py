"""What the texts of a form's sheet say around a cell: its row's label, its header, its unit."""

from collections import Counter, defaultdict
from functools import cache

import resources
from desktop.core.documents import Cell, Document, Table
from desktop.core.folding import folded
from desktop.core.workbooks.forms.blank_cells import is_worded
from desktop.core.workbooks.forms.cell_ranges import Spot

_HEADER_ROWS = 4
_SPANNED_MOST = 1_000
_Told = list[tuple[Cell, str]]


class SheetWords:
    """The texts of a sheet, found by row and by column; a sheet without cells has none."""

    def __init__(self, document: Document, table: Table | None) -> None:
        self._told: _Told = []
        self._by_row: defaultdict[int, _Told] = defaultdict(list)
        self._by_column: defaultdict[int, _Told] = defaultdict(list)
        for cell in table.cells if table else ():
            text = " ".join(document.slice(cell).split())
            if cell.number is None and is_worded(text):
                self._add(cell, text)
        self.header_row = next((cell.row for cell, text in self._told if _plain(text) in _words("first")), 0)
        self._unit_columns = {cell.column for cell, text in self._told if _plain(text) in _words("unit")}

    def row_label(self, spot: Spot) -> str:
        """Return the longest text to the left of a cell."""
        return self._beside(spot)[1]

    def column_label(self, spot: Spot) -> str:
        """Return the header above a cell: the nearest texts of its column, from the top.

        A title that stands over the rows' labels as well heads no column, nor does the letterhead.
        """
        labels_at, top = self._beside(spot)[0], self.header_row
        above = [
            text
            for cell, text in self._by_column[spot.column]
            if cell.row + cell.row_span <= spot.row and cell.column > labels_at and cell.row >= top
        ]
        return " ".join(above[-_HEADER_ROWS:])

    def unit_beside(self, spot: Spot) -> str:
        """Return the unit that a column to the left of a cell names for its row, "" where there is none."""
        beside = (
            text
            for cell, text in self._by_row[spot.row]
            if cell.column in self._unit_columns and cell.column < spot.column
        )
        return next(beside, "")

    def letterhead(self) -> list[Spot]:
        """Return the cells above the first table that stand beside others: the issuer, the form's number."""
        above = [(cell, text) for cell, text in self._told if cell.row < self.header_row]
        texts_in = Counter(cell.row for cell, _ in above)
        return [
            Spot(cell.row, cell.column)
            for cell, text in above
            if texts_in[cell.row] > 1 and not _plain(text).startswith(tuple(_words("unit_lines")))
        ]

    def _beside(self, spot: Spot) -> tuple[int, str]:
        """Return the longest text to the left of a cell, and its column; -1 where there is none."""
        beside = [
            (cell.column, text)
            for cell, text in self._by_row[spot.row]
            if cell.column + cell.column_span <= spot.column
        ]
        return max(beside, key=lambda each: len(each[1]), default=(-1, ""))

    def _add(self, cell: Cell, text: str) -> None:
        self._told.append((cell, text))
        for row in range(cell.row, cell.row + min(cell.row_span, _SPANNED_MOST)):
            self._by_row[row].append((cell, text))
        for column in range(cell.column, cell.column + min(cell.column_span, _SPANNED_MOST)):
            self._by_column[column].append((cell, text))


def _plain(text: str) -> str:
    return folded(text).strip(" .:()")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(folded, resources.toml("workbooks/forms.toml")["headers"][name]))
