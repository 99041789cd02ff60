"""A form as it was opened: its package, what its cells say, and by what it is known again."""

import hashlib
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import resources
from desktop.core.documents import Cell, Document, Format, Table
from desktop.core.errors import RefusalCode, refuse
from desktop.core.folding import folded
from desktop.core.readers import MAX_FILE_BYTES, no_progress
from desktop.core.readers.formats import detect
from desktop.core.readers.workbook import read_workbook
from desktop.core.workbooks.forms.blank_cells import is_worded
from desktop.core.workbooks.forms.cell_ranges import Spot, range_of
from desktop.core.workbooks.forms.package import FormPackage
from desktop.core.workbooks.forms.sheet_scan import SheetScan, scan_sheet

_NOT_LETTERS = re.compile(r"[^a-z]+")
_QUARTERS = re.compile(r"\b(?:i{1,3}|iv)\b")
_HEADER_ROWS = 4


class Form:
    """A form opened from its bytes; raises RefusedError for whatever is none."""

    def __init__(self, data: bytes, name: str, path: Path | None = None) -> None:
        self.data = data
        self.name = name
        self.path = path
        if not data:
            raise refuse(RefusalCode.IS_EMPTY, name)
        if len(data) > MAX_FILE_BYTES:
            raise refuse(RefusalCode.FILE_TOO_LARGE, name, limit=f"{MAX_FILE_BYTES >> 20} MB")
        if detect(data, name) is not Format.XLSX:
            raise refuse(RefusalCode.FORM_FORMAT, name)
        self.package = FormPackage(data, name)

    @cached_property
    def document(self) -> Document:
        """The form as the program's own reader reads it."""
        return read_workbook(self.data, self.name, Format.XLSX, no_progress)

    @cached_property
    def structure(self) -> str:
        """The SHA-256 of what makes it this form: its sheets' names and texts, and where they stand.

        Numbers, and the numbers of years and quarters in texts, are left out: a form that was filled, or that
        names the next quarter, is the same form.
        """
        lines = [sheet.name for sheet in self.package.sheets]
        lines += [
            f"{table.sheet}\t{cell.name}\t{text}"
            for table in self.document.tables
            for cell in table.cells
            if cell.number is None and is_worded(own := self.document.slice(cell)) and (text := _letters(own))
        ]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    def label(self, sheet: str, spot: Spot) -> str:
        """Return what stands beside a cell and above it, as a clerk knows it: "Thu ngân sách | Quý I"."""
        row, column = self.row_label(sheet, spot), self.column_label(sheet, spot)
        return " | ".join(part for part in (row, column) if part)

    def row_label(self, sheet: str, spot: Spot) -> str:
        """Return the longest text to the left of a cell."""
        return self._beside(sheet, spot)[1]

    def column_label(self, sheet: str, spot: Spot) -> str:
        """Return the header above a cell: the nearest texts of its column, from the top.

        A title that stands over the rows' labels as well heads no column.
        """
        labels_at = self._beside(sheet, spot)[0]
        above = [
            text for cell, text in self._cells_of(sheet) if _is_above(cell, spot) and cell.column > labels_at
        ]
        return " ".join(above[-_HEADER_ROWS:])

    def unit_beside(self, sheet: str, spot: Spot) -> str:
        """Return the unit that a column to the left of a cell names for its row, "" where there is none."""
        headers = frozenset(map(folded, resources.toml("workbooks/forms.toml")["headers"]["unit"]))
        told = [(cell, text) for cell, text in self._cells_of(sheet) if cell.column < spot.column]
        columns = {cell.column for cell, text in told if folded(text).strip(" .:()") in headers}
        beside = (text for cell, text in told if cell.row == spot.row and cell.column in columns)
        return next(beside, "")

    def is_label_same(self, sheet: str, spot: Spot, label: str) -> bool:
        """Tell whether a cell still stands where it stood, numbers of years and quarters aside."""
        return _letters(self.label(sheet, spot)) == _letters(label)

    def scan(self, sheet: str, spots: set[Spot]) -> SheetScan | None:
        """Return what is known of cells of a sheet, None where there is no such sheet."""
        found = self.package.sheet(sheet)
        return None if found is None else scan_sheet(self.package.part(found.part), self.name, spots)

    def named_cell(self, name: str) -> tuple[str, str] | None:
        """Return the sheet and the range that a name stands for; None where it is none of one range."""
        for each in self.package.defined_names:
            if each.name.casefold() == name.casefold():
                sheet, mark, cells = each.formula.lstrip("=").rpartition("!")
                if mark and range_of(cells) is not None:
                    return _unquoted(sheet), cells
        return None

    def sheet_table(self, sheet: str) -> Table | None:
        """Return the cells of a sheet that are not empty."""
        return next((table for table in self.document.tables if table.sheet == sheet), None)

    def _beside(self, sheet: str, spot: Spot) -> tuple[int, str]:
        """Return the longest text to the left of a cell, and its column; -1 where there is none."""
        beside = [(cell.column, text) for cell, text in self._cells_of(sheet) if _is_beside(cell, spot)]
        return max(beside, key=lambda each: len(each[1]), default=(-1, ""))

    def _cells_of(self, sheet: str) -> Iterator[tuple[Cell, str]]:
        table = self.sheet_table(sheet)
        for cell in table.cells if table else ():
            text = " ".join(self.document.slice(cell).split())
            if cell.number is None and is_worded(text):
                yield cell, text


def _is_beside(cell: Cell, spot: Spot) -> bool:
    return cell.row <= spot.row < cell.row + cell.row_span and cell.column + cell.column_span <= spot.column


def _is_above(cell: Cell, spot: Spot) -> bool:
    is_over = cell.column <= spot.column < cell.column + cell.column_span
    return is_over and cell.row + cell.row_span <= spot.row


def _letters(text: str) -> str:
    """Return what of a text stays the same from one quarter to the next."""
    return _NOT_LETTERS.sub(" ", _QUARTERS.sub(" ", folded(text))).strip()


def _unquoted(sheet: str) -> str:
    if sheet.startswith("'") and sheet.endswith("'"):
        return sheet[1:-1].replace("''", "'")
    return sheet
