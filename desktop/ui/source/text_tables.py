"""Build a table of a text report as a real table, its merged cells merged, a band of rows at a time.

A long table is a stack of bands with the same column widths: Qt lays out a table as a whole, and a thousand
rows of it would hold the window up.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from desktop.core.documents import Cell, Document, Table
from desktop.ui.source.text_map import TextMap, shown

_CELLS_OF_BAND = 120
_MOST_COLUMNS = 200
_ROWS_LAID_OUT_WHOLE = 30
_WIDEST_WEIGHT = 48
_NUMBER = re.compile(r"[\s(+\-−]*\d[\d.,\s]*[%)]*\s*")


@dataclass(frozen=True, slots=True)
class TableInk:
    """The colour of a table's lines, and whether line breaks within its cells are kept."""

    rule: QColor
    keeps_breaks: bool


@dataclass(slots=True)
class _Band:
    """Rows [top, top + rows): where cells begin, with their spans, and what text stands in each."""

    top: int
    rows: int = 0
    anchors: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    cells: dict[tuple[int, int], list[Cell]] = field(default_factory=dict)


def build_table(
    table: Table, document: Document, cursor: QTextCursor, places: TextMap, ink: TableInk
) -> Iterator[None]:
    """Append the table at the end of the cursor's document, one step for each band of rows."""
    columns = min(_MOST_COLUMNS, max(cell.column + cell.column_span for cell in table.cells))
    last_row = max(cell.row for cell in table.cells)
    layout = _table_format(ink.rule)
    if last_row >= min(_ROWS_LAID_OUT_WHOLE, _rows_wanted(columns)):
        layout.setColumnWidthConstraints(_widths(table.cells, columns))
    for band in _bands(table.cells, columns, last_row):
        layout.setTopMargin(6 if band.top == 0 else 0)
        layout.setBottomMargin(12 if band.top + band.rows > last_row else 0)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setBlockFormat(QTextBlockFormat())
        _fill(cursor.insertTable(band.rows, columns, layout), band, document, places, ink)
        yield


def _table_format(rule: QColor) -> QTextTableFormat:
    layout = QTextTableFormat()
    layout.setBorder(1)
    layout.setBorderCollapse(False)  # collapsed borders take Qt twice as long
    layout.setCellSpacing(-1)  # so that borders lie upon each other all the same
    layout.setRightMargin(2)
    layout.setBorderBrush(rule)
    layout.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    layout.setCellPadding(4)
    layout.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return layout


def _widths(cells: Sequence[Cell], columns: int) -> list[QTextLength]:
    weights = [4] * columns
    for cell in cells[:2000]:
        if cell.column_span == 1 and cell.column < columns:
            weights[cell.column] = max(weights[cell.column], min(_WIDEST_WEIGHT, cell.end - cell.start + 2))
    whole = sum(weights)
    return [QTextLength(QTextLength.Type.PercentageLength, 100 * weight / whole) for weight in weights]


def _rows_wanted(columns: int) -> int:
    return max(4, _CELLS_OF_BAND // columns)


def _bands(cells: Sequence[Cell], columns: int, last_row: int) -> Iterator[_Band]:
    """Yield the bands; none cuts through a cell that spans rows, as far as that can be avoided."""
    band, owner = _Band(0), dict[tuple[int, int], tuple[int, int]]()
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        if cell.row - band.top >= _rows_wanted(columns) and cell.row >= band.top + band.rows:
            yield _closed(band, cell.row)
            band, owner = _Band(cell.row), {}
        _place(cell, band, owner, columns, last_row)
    yield _closed(band, last_row + 1)


def _closed(band: _Band, end: int) -> _Band:
    band.rows = max(1, end - band.top)
    return band


def _place(
    cell: Cell, band: _Band, owner: dict[tuple[int, int], tuple[int, int]], columns: int, last_row: int
) -> None:
    """Put a cell where nobody stands yet; where cells overlap, its text joins the one that is there."""
    spot = (cell.row - band.top, min(cell.column, columns - 1))
    if spot not in owner:
        row_span = min(cell.row_span, last_row + 1 - cell.row, 2 * _CELLS_OF_BAND)
        area = _area(spot, row_span, min(cell.column_span, columns - spot[1]))
        if any(taken in owner for taken in area):
            row_span, area = 1, [spot]
        band.anchors[spot] = (area[-1][0] - spot[0] + 1, area[-1][1] - spot[1] + 1)
        owner.update(dict.fromkeys(area, spot))
        band.rows = max(band.rows, spot[0] + row_span)
    band.cells.setdefault(owner[spot], []).append(cell)


def _area(spot: tuple[int, int], row_span: int, column_span: int) -> list[tuple[int, int]]:
    return [(spot[0] + row, spot[1] + column) for row in range(row_span) for column in range(column_span)]


def _fill(table: QTextTable, band: _Band, document: Document, places: TextMap, ink: TableInk) -> None:
    for (row, column), (row_span, column_span) in band.anchors.items():
        if row_span > 1 or column_span > 1:
            table.mergeCells(row, column, row_span, column_span)
    for row, column in sorted(band.cells):
        cursor = table.cellAt(row, column).firstCursorPosition()
        _fill_cell(cursor, band.cells[row, column], document, places, ink.keeps_breaks)


def _fill_cell(
    cursor: QTextCursor, cells: Sequence[Cell], document: Document, places: TextMap, keeps_breaks: bool
) -> None:
    if len(cells) == 1 and _NUMBER.fullmatch(document.slice(cells[0])):
        block = QTextBlockFormat()
        block.setAlignment(Qt.AlignmentFlag.AlignRight)
        cursor.setBlockFormat(block)
    for number, cell in enumerate(cells):
        if number:
            cursor.insertText(" ")
        position = cursor.position()
        cursor.insertText(shown(document.slice(cell), keeps_breaks=keeps_breaks))
        places.add(cell.start, cell.end, position)
