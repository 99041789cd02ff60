"""The frame of a sheet: widths, frozen header, filter, and printing on A4 landscape with repeated headers."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop.core.workbooks.rows import Cell, Scalar, row_xml
from desktop.core.workbooks.styles import Look, Styles

_A4 = 9
_LINE_HEIGHT = 14.5
_PADDING = 2
_TALLEST = 409
_LOST_BY_WRAPPING = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column, its width in digits, and how many letters of its font take a digit's width."""

    text: str
    width: float
    density: float = 1.28


def set_up(frame: Worksheet, headings: Sequence[Heading], header_row: int, *, pages_across: int = 1) -> None:
    """Give `frame` its columns, freeze it under `header_row`, and set it up for printing.

    What is printed over several pages side by side repeats its first column, and keeps it in view.
    """
    for number, heading in enumerate(headings, start=1):
        frame.column_dimensions[get_column_letter(number)].width = heading.width
    frame.freeze_panes = f"{'A' if pages_across == 1 else 'B'}{header_row + 1}"
    frame.print_title_rows = f"{header_row}:{header_row}"
    frame.sheet_view.showGridLines = False
    frame.page_setup.orientation = "landscape"
    frame.page_setup.paperSize = _A4
    frame.page_setup.fitToWidth = pages_across
    frame.page_setup.fitToHeight = 0
    frame.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    frame.page_setup.pageOrder = "overThenDown"
    if pages_across > 1:
        frame.print_title_cols = "A:A"
    frame.print_options.horizontalCentered = True
    frame.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.7, header=0.3, footer=0.3)
    if (footer := frame.HeaderFooter.oddFooter) is not None:
        footer.left.text, footer.right.text = "&A", "Trang &P/&N"


def set_filter(frame: Worksheet, headings: Sequence[Heading], header_row: int, last_row: int) -> None:
    """Let every column of the list be filtered."""
    last_column = get_column_letter(len(headings))
    frame.auto_filter.ref = f"A{header_row}:{last_column}{max(last_row, header_row)}"


def header_xml(styles: Styles, headings: Sequence[Heading], row: int, height: float = 34) -> str:
    """Return the header row."""
    return row_xml(
        row, [styles.text(heading.text, Look.HEADER) for heading in headings], height, is_fixed=True
    )


def body_xml(row: int, cells: Sequence[Cell], headings: Sequence[Heading]) -> str:
    """Return a row under `headings`, as high as its longest wrapped text needs."""
    lines = max(
        (
            _lines(cell.value, heading.width * heading.density)
            for cell, heading in zip(cells, headings, strict=True)
        ),
        default=1,
    )
    return row_xml(row, cells, min(_LINE_HEIGHT * lines + _PADDING, _TALLEST))


def _lines(value: Scalar, letters: float) -> int:
    """Estimate how many lines of so many `letters` a text takes."""
    if not isinstance(value, str) or (len(value) <= letters and "\n" not in value):
        return 1
    return sum(max(1, ceil(len(line) / (letters - _LOST_BY_WRAPPING))) for line in value.split("\n"))


def wide_line(
    frame: Worksheet, styles: Styles, row: int, text: str, look: Look, *, columns: int, height: float
) -> str:
    """Return a row whose one text stands over all `columns`, merged."""
    frame.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    filler = [styles.cell(None, look)] * (columns - 1)
    cells: list[Cell] = [styles.text(text, look), *filler]
    return row_xml(row, cells, height, is_fixed=True)
