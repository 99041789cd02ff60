"""The blank cells of a form that wait for a number: beside a row's label, below a column's header."""

from collections.abc import Iterable, Mapping

import resources
from desktop.core.documents import Cell, Document, Table
from desktop.core.workbooks.forms.cell_ranges import Spot

_CELLS_MOST = 20_000


def blank_cells(document: Document, table: Table) -> list[Spot]:
    """Return the blank cells of a sheet's tables, by row, then column; at most 20,000."""
    blank_texts = frozenset(resources.toml("workbooks/forms.toml")["blank"]["texts"])
    texts = {cell: document.slice(cell).strip() for cell in table.cells}
    worded = [cell for cell in table.cells if cell.number is None and is_worded(texts[cell])]
    full = _covered(cell for cell in table.cells if texts[cell].lower() not in blank_texts)
    lettered = _covered(cell for cell in worded if texts[cell].lower() not in blank_texts)
    barred_rows, barred_columns = _barred(worded, texts)
    labelled = {row: at for row, at in _first_columns(worded).items() if row not in barred_rows}
    headed = {column: at for column, at in _first_rows(worded).items() if column not in barred_columns}
    found: list[Spot] = []
    for row in sorted(labelled):
        for column in sorted(headed):
            spot = Spot(row, column)
            is_within = column > labelled[row] and row > headed[column]
            if is_within and spot not in full and (row + 1, column) not in lettered:
                found.append(spot)
                if len(found) >= _CELLS_MOST:
                    return found
    return found


def _barred(worded: Iterable[Cell], texts: Mapping[Cell, str]) -> tuple[set[int], set[int]]:
    """Return the rows for signatures and the columns for remarks, which take no figures."""
    words = resources.toml("workbooks/forms.toml")["never_filled"]
    rows: set[int] = set()
    columns: set[int] = set()
    for cell in worded:
        text = " ".join(texts[cell].casefold().split())
        if text in words["columns"]:
            columns.add(cell.column)
        elif text.startswith(tuple(words["rows"])):
            rows.add(cell.row)
    return rows, columns


def is_worded(text: str) -> bool:
    """Tell whether a text says something: a formula that was never computed, shown as it is, does not."""
    return not text.startswith("=") and any(map(str.isalpha, text))


def _covered(cells: Iterable[Cell]) -> set[tuple[int, int]]:
    return {
        (row, column)
        for cell in cells
        if cell.row_span * cell.column_span <= _CELLS_MOST
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }


def _first_columns(worded: Iterable[Cell]) -> dict[int, int]:
    """Return for each row the column where its first text ends."""
    found: dict[int, int] = {}
    for cell in worded:
        for row in range(cell.row, cell.row + min(cell.row_span, 100)):
            end = cell.column + cell.column_span - 1
            found[row] = min(found.get(row, end), end)
    return found


def _first_rows(worded: Iterable[Cell]) -> dict[int, int]:
    """Return for each column the row where the first text that stands in it alone ends.

    A title over the whole sheet heads no column.
    """
    found: dict[int, int] = {}
    for cell in worded:
        if cell.column_span <= 12:
            for column in range(cell.column, cell.column + cell.column_span):
                end = cell.row + cell.row_span - 1
                found[column] = min(found.get(column, end), end)
    return found
