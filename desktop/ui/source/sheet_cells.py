"""The cells of a sheet, found without building anything: sheets may hold a million of them. No Qt."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal

from desktop.core.displays import MINUS, number_text, shortened
from desktop.core.documents import Cell, Document, Table
from desktop.core.figures import plain
from desktop.core.number_formats import formatted_date, formatted_number, is_date_format
from desktop.core.places import Place
from desktop.core.sheet_looks import GENERAL, CellLook

_YEARS = range(1900, 2101)
_PERCENTAGE = re.compile(r"-?\d+(?:,\d+)?%")


def cell_at(cells: Sequence[Cell], row: int, column: int) -> Cell | None:
    """Return the cell that begins there, None where there is none."""
    index = bisect_left(cells, (row, column), key=_spot)
    found = cells[index] if index < len(cells) else None
    return found if found is not None and _spot(found) == (row, column) else None


def cells_of_row(cells: Sequence[Cell], row: int) -> Sequence[Cell]:
    """Return the cells that begin in a row."""
    return cells[bisect_left(cells, row, key=_row) : bisect_right(cells, row, key=_row)]


def cells_of_column(cells: Sequence[Cell], column: int) -> Sequence[Cell]:
    """Return the cells that begin in a column."""
    return [cell for cell in cells if cell.column == column]


def cell_of(table: Table, place: Place) -> Cell | None:
    """Return the cell a place is in: by its offset, which every place has."""
    index = bisect_right(table.cells, place.start, key=_start) - 1
    found = table.cells[index] if index >= 0 else None
    return found if found is not None and place.start < max(found.end, found.start + 1) else None


def table_of(document: Document, place: Place) -> int | None:
    """Return which table a place is in, None for a place outside of all."""
    index = bisect_right(document.tables, place.start, key=lambda table: table.start) - 1
    return index if index >= 0 and place.start < document.tables[index].end else None


def cell_text(document: Document, cell: Cell) -> str:
    """Return a cell in full, its number as a Vietnamese reader expects it."""
    return document.slice(cell).strip() if cell.number is None else _number(cell.number)


def short_text(document: Document, cell: Cell) -> str:
    """Return a cell for the grid: a number with many decimals ends in "…" instead, it is never rounded."""
    text = cell_text(document, cell)
    return text if cell.number is None else shortened(text)


def text_in_look(document: Document, cell: Cell, look: CellLook) -> str:
    """Return a cell as its workbook shows it: by the cell's own format, which may round the number.

    A number whose format would hide it is shown all the same.
    """
    text = document.slice(cell).strip()
    number = cell.number if cell.number is not None else _percentage(text)
    if number is None:
        return formatted_date(text, look.number_format)
    if cell.number is None or look.number_format != GENERAL:
        return formatted_number(number, look.number_format) or short_text(document, cell)
    return shortened(plain(number).replace("-", MINUS).replace(".", ","))


def is_shown_right(document: Document, cell: Cell, look: CellLook) -> bool:
    """Tell whether a cell that does not say otherwise stands at its right edge: a number or a date."""
    if cell.number is not None:
        return True
    text = document.slice(cell).strip()
    return _percentage(text) is not None or (is_date_format(look.number_format) and text[:1].isdigit())


def column_letters(column: int) -> str:
    """Return the letters of a column, from 0: "A", "Z", "AA"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _number(number: Decimal) -> str:
    """Return a number; what may be a year is left without its dot."""
    may_be_year = _YEARS[0] <= number <= _YEARS[-1] and number == number.to_integral_value()
    return str(int(number)) if may_be_year else number_text(number)


def _percentage(text: str) -> Decimal | None:
    """Return the number that a cell shown as a percentage stores."""
    return Decimal(text[:-1].replace(",", ".")) / 100 if _PERCENTAGE.fullmatch(text) else None


def _spot(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column


def _row(cell: Cell) -> int:
    return cell.row


def _start(cell: Cell) -> int:
    return cell.start
