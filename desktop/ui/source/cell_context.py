"""What a cell of a table is the value of: the labels of its row, the headers of its column. No Qt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core.documents import Cell, Document, Table
from desktop.core.places import Place
from desktop.ui.source.sheet_cells import cell_of, cell_text, cells_of_row, table_of

_ROWS_WALKED = 200
_ROWS_OF_HEAD = 14
_PARENTS_WALKED = 60
_PROSE_LETTERS = 60
_WORD = re.compile(r"[^\W\d_]{2}")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class CellContext:
    """The texts round a cell, outermost first, and the cell itself in full."""

    labels: tuple[str, ...]
    headers: tuple[str, ...]
    value: str


def cell_context(document: Document, place: Place) -> CellContext | None:
    """Return the context of a place in a table's cell; None outside of tables and in cells full of prose."""
    index = table_of(document, place)
    table = document.tables[index] if index is not None else None
    cell = cell_of(table, place) if table is not None else None
    if table is None or cell is None or (cell.number is None and cell.end - cell.start > _PROSE_LETTERS):
        return None
    labels, headers = _labels(document, table, cell), _headers(document, table, cell)
    return CellContext(labels, headers, cell_text(document, cell))


def _labels(document: Document, table: Table, cell: Cell) -> tuple[str, ...]:
    left = [other for other in cells_of_row(table.cells, cell.row) if other.column < cell.column]
    labels = [other for other in left if _is_label(document, other)]
    parents = _parents(document, table, labels[0]) if labels else []
    return tuple(_flat(document, other) for other in [*parents, *labels])


def _parents(document: Document, table: Table, label: Cell) -> list[Cell]:
    """Return the labels above that are indented less, outermost first."""
    parents: list[Cell] = []
    indent = label.indent
    for row in range(label.row - 1, max(-1, label.row - _PARENTS_WALKED), -1):
        if indent == 0:
            break
        above = next((one for one in cells_of_row(table.cells, row) if _is_label(document, one)), None)
        if above is not None and above.column <= label.column and above.indent < indent:
            parents.insert(0, above)
            indent = above.indent
    return parents


def _headers(document: Document, table: Table, cell: Cell) -> tuple[str, ...]:
    near = _head(document, table, cell, cell.row - 1, cell.row - _ROWS_WALKED)
    return near or _head(document, table, cell, min(_ROWS_OF_HEAD, cell.row - 1), 0)


def _head(document: Document, table: Table, cell: Cell, bottom: int, top: int) -> tuple[str, ...]:
    """Return the texts that stand one upon another over the cell's column, the nearest such stack above."""
    stack: list[str] = []
    expected = bottom
    year = ""
    for above in _over(table, cell, bottom, max(0, top)):
        is_label = _is_label(document, above) and not _is_title(table, above)
        if stack and (not is_label or above.row + above.row_span - 1 < expected):
            break
        if is_label:
            stack.insert(0, _flat(document, above))
            expected = above.row - 1
        else:
            year = _flat(document, above) if _YEAR.fullmatch(_flat(document, above)) else ""
    return (*stack, year) if stack and year else tuple(stack)


def _over(table: Table, cell: Cell, bottom: int, top: int) -> Iterator[Cell]:
    """Yield the cells over a cell's column, from the bottom up."""
    for row in range(bottom, top - 1, -1):
        for above in cells_of_row(table.cells, row):
            if above.column <= cell.column < above.column + above.column_span:
                yield above


def _is_title(table: Table, cell: Cell) -> bool:
    """Tell whether a cell reaches over most of the table: it names all of it, not a column."""
    last = max(other.column + other.column_span for other in cells_of_row(table.cells, cell.row))
    return cell.column == 0 and cell.column_span > 2 and cell.column_span >= last


def _is_label(document: Document, cell: Cell) -> bool:
    return cell.number is None and _WORD.search(document.slice(cell)) is not None


def _flat(document: Document, cell: Cell) -> str:
    return " ".join(cell_text(document, cell).split())
