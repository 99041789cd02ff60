"""Workbooks that were handed on and changed elsewhere: an export, edited cell by cell, and read back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.core.workbooks.identity import KEY_HEADING
from desktop.core.workbooks.reading_back.differences import FieldDifference, RowDifference
from desktop.core.workbooks.reading_back.handed import HandedWorkbook
from desktop.core.workbooks.reading_back.opening import opened
from desktop.operations.exporting import export
from desktop.operations.taking_back import ReadBack, read_back
from desktop.operations.workspaces import Workspace

LIST, SUMMARY = "Số liệu", "Tổng hợp"


class Returned:
    """An exported workbook as it is edited; `row` is the row of a figure, by what stands in its cells."""

    def __init__(self, workspace: Workspace, path: Path) -> None:
        export(workspace, path)
        self.path = path
        self.workspace = workspace
        self.workbook: Workbook = load_workbook(path)

    @property
    def sheet(self) -> Worksheet:
        """Return the sheet of figures."""
        sheet: Worksheet = self.workbook[LIST]
        return sheet

    def column(self, heading: str) -> int:
        """Return the column under a heading of the sheet of figures."""
        return next(cell.column for cell in self.sheet[1] if cell.value == heading)

    def put(self, row: int, heading: str, content: Any, shown: str | None = None) -> None:
        """Write into a row of the sheet of figures."""
        cell = self.sheet.cell(row, self.column(heading))
        cell.value = content
        if shown is not None:
            cell.number_format = shown

    def get(self, row: int, heading: str) -> Any:
        """Return what stands in a row of the sheet of figures."""
        return self.sheet.cell(row, self.column(heading)).value

    def rows(self) -> list[list[Any]]:
        """Return the rows below the headings."""
        return [list(row) for row in self.sheet.iter_rows(min_row=2, values_only=True)]

    def write_rows(self, rows: list[list[Any]]) -> None:
        """Put other rows below the headings."""
        self.sheet.delete_rows(2, self.sheet.max_row)
        for row in rows:
            self.sheet.append(row)

    def saved(self) -> HandedWorkbook:
        """Save the workbook and open it as one that came back."""
        self.workbook.save(self.path)
        return handed(self.path)

    def read_back(self) -> ReadBack:
        """Save the workbook and compare it."""
        return read_back(self.workspace, self.saved())


Edit = Callable[[], Returned]


def handed(path: Path) -> HandedWorkbook:
    """Return the workbook at `path` as one that came back."""
    return opened(path.read_bytes(), path.name, lambda: None)


def only(read: ReadBack) -> RowDifference:
    """Return the one figure that differs."""
    (row,) = read.comparison.rows
    return row


def field_of(row: RowDifference, name: str) -> FieldDifference:
    """Return what is said of a field."""
    return next(each for each in row.fields if each.name == name)


def summary_cell(returned: Returned, row: int) -> Any:
    """Return the cell of the summary that shows the value of the figure in a row of the list."""
    sheet = returned.workbook[SUMMARY]
    key = returned.get(row, KEY_HEADING)
    hidden = next(cell for cells in sheet.iter_rows() for cell in cells if cell.value == key)
    headings = next(cells for cells in sheet.iter_rows() if any(_is_hidden(cell.value) for cell in cells))
    shown = str(headings[hidden.column - 1].value).removeprefix(f"{KEY_HEADING} – ")
    column = next(cell.column for cell in headings if cell.value == shown)
    return sheet.cell(hidden.row, column)


def _is_hidden(value: object) -> bool:
    return isinstance(value, str) and value.startswith(KEY_HEADING)
