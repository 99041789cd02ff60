"""A form as it was opened: its package, what its cells say, and by what it is known again."""

import hashlib
import re
from functools import cached_property
from pathlib import Path

from desktop.core.documents import Document, Format, Table
from desktop.core.errors import RefusalCode, refuse
from desktop.core.folding import folded
from desktop.core.readers import MAX_FILE_BYTES, no_progress
from desktop.core.readers.formats import detect
from desktop.core.readers.workbook import read_workbook
from desktop.core.workbooks.forms.blank_cells import is_worded
from desktop.core.workbooks.forms.cell_ranges import Spot, range_of
from desktop.core.workbooks.forms.package import FormPackage
from desktop.core.workbooks.forms.sheet_scan import SheetScan, scan_sheet
from desktop.core.workbooks.forms.sheet_words import SheetWords

_NOT_LETTERS = re.compile(r"[^a-z]+")
_QUARTERS = re.compile(r"\b(?:i{1,3}|iv)\b")


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
        self._words: dict[str, SheetWords] = {}

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
        return self.words(sheet).row_label(spot)

    def column_label(self, sheet: str, spot: Spot) -> str:
        """Return the header above a cell."""
        return self.words(sheet).column_label(spot)

    def words(self, sheet: str) -> SheetWords:
        """Return what the texts of a sheet say around its cells."""
        if sheet not in self._words:
            self._words[sheet] = SheetWords(self.document, self.sheet_table(sheet))
        return self._words[sheet]

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


def _letters(text: str) -> str:
    """Return what of a text stays the same from one quarter to the next."""
    return _NOT_LETTERS.sub(" ", _QUARTERS.sub(" ", folded(text))).strip()


def _unquoted(sheet: str) -> str:
    if sheet.startswith("'") and sheet.endswith("'"):
        return sheet[1:-1].replace("''", "'")
    return sheet
