"""One sheet of a workbook as a table model over the document's cells; nothing is copied."""

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from desktop.core.documents import Cell, Document, Table
from desktop.core.sheet_looks import Border, CellLook, Height, LookIndex, SheetLook, Side
from desktop.ui.marks import Mark, State
from desktop.ui.source.mark_index import MarkIndex
from desktop.ui.source.passage_marks import PassageMark, PassageMarks
from desktop.ui.source.sheet_cells import (
    cell_at,
    cell_text,
    column_letters,
    is_shown_right,
    short_text,
    text_in_look,
)
from desktop.ui.source.views import state_word

STATE_ROLE = int(Qt.ItemDataRole.UserRole)
FRAMED_ROLE = STATE_ROLE + 1
PASSAGES_ROLE = STATE_ROLE + 2

_MOST_COLUMNS = 2000
_REMEMBERED_CELLS = 20_000
_MOST_URGENT_FIRST = (
    State.LEDGER,
    State.OPEN,
    State.DOUBTFUL,
    State.CORRECTED,
    State.ACCEPTED,
    State.DISMISSED,
    State.ASIDE,
)
_SIDES = {
    Side.LEFT: Qt.AlignmentFlag.AlignLeft,
    Side.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Side.ACROSS: Qt.AlignmentFlag.AlignHCenter,
    Side.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_HEIGHTS = {
    Height.TOP: Qt.AlignmentFlag.AlignTop,
    Height.MIDDLE: Qt.AlignmentFlag.AlignVCenter,
    Height.BOTTOM: Qt.AlignmentFlag.AlignBottom,
}

_Index = QModelIndex | QPersistentModelIndex
_Spot = tuple[int, int]


class SheetModel(QAbstractTableModel):
    """Gives the cells with their texts, their states and the frame; columns have letters, rows numbers.

    `look` tells how the workbook shows them, None where that is not known.
    """

    def __init__(
        self,
        document: Document,
        table: Table,
        marks: MarkIndex,
        parent: QObject | None = None,
        *,
        look: SheetLook | None = None,
    ) -> None:
        super().__init__(parent)
        self.table = table
        self.look = look
        self._document = document
        self._marks = marks
        self.passages = PassageMarks()
        self._framed: Cell | None = None
        self._cells: dict[_Spot, Cell | None] = {}
        self._moved: Mapping[_Spot, Cell] = {}
        self._looks = LookIndex(look)
        self._hidden_rows: frozenset[int] = frozenset()
        self._hidden_columns: frozenset[int] = frozenset()
        self._rows = max(_end_row(table), 1)
        self._columns = _end_column(table)

    def cell(self, index: _Index) -> Cell | None:
        """Return the cell shown at an index, None for an empty one."""
        spot = (index.row(), index.column())
        if spot not in self._cells:
            if len(self._cells) >= _REMEMBERED_CELLS:
                self._cells.clear()
            self._cells[spot] = self._moved.get(spot) or cell_at(self.table.cells, *spot)
        return self._cells[spot]

    def show_elsewhere(self, cell_by_spot: Mapping[_Spot, Cell]) -> None:
        """Show these cells from other spots on than their own: their texts reach to the left."""
        self._moved = cell_by_spot
        self._cells.clear()

    def mark_hidden(self, rows: frozenset[int], columns: frozenset[int]) -> None:
        """Say of these rows and columns that the workbook hides them."""
        self._hidden_rows, self._hidden_columns = rows, columns

    def text(self, cell: Cell) -> str:
        """Return a cell's text as it is shown."""
        if self.look is None:
            return short_text(self._document, cell)
        return text_in_look(self._document, cell, self.look_at(cell.row, cell.column))

    def look_at(self, row: int, column: int) -> CellLook:
        """Return the look of a spot, empty or not."""
        return self._looks.at(row, column)

    def edges(self, row: int, column: int, rows: int, columns: int) -> tuple[Border, Border, Border, Border]:
        """Return the lines to draw at the left, top, right and bottom of a part of the sheet.

        A line between two parts is drawn once, by the part at its left or above it.
        """
        right, below = column + columns, row + rows
        across, down = range(column, right), range(row, below)
        left_line = max(self.look_at(each, 0).borders[0] for each in down) if column == 0 else Border.NONE
        top_line = max(self.look_at(0, each).borders[1] for each in across) if row == 0 else Border.NONE
        right_lines = (
            max(self.look_at(each, right - 1).borders[2], self.look_at(each, right).borders[0])
            for each in down
        )
        bottom_lines = (
            max(self.look_at(below - 1, each).borders[3], self.look_at(below, each).borders[1])
            for each in across
        )
        return left_line, top_line, max(right_lines), max(bottom_lines)

    def marks_in(self, cell: Cell) -> list[Mark]:
        """Return the marks of the figures in a cell."""
        return list(self._marks.between(cell.start, max(cell.end, cell.start + 1)))

    def set_marks(self, marks: MarkIndex) -> None:
        """Take the states of cells from here."""
        self._marks = marks

    def frame(self, cell: Cell | None) -> None:
        """Frame this cell and no other."""
        self._framed = cell

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._rows

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._columns

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index) if index.isValid() else None
        if cell is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(cell)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._explanation(cell)
            case Qt.ItemDataRole.StatusTipRole:
                return " · ".join(self._state_words(cell))
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(cell)
            case _ if role == STATE_ROLE:
                return self._state(cell)
            case _ if role == FRAMED_ROLE:
                return cell is self._framed
            case _ if role == PASSAGES_ROLE:
                return self._passages_in(cell)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                is_column = orientation is Qt.Orientation.Horizontal
                return column_letters(section) if is_column else str(section + 1)
            case Qt.ItemDataRole.FontRole if self._is_hidden(section, orientation):
                font = QFont()
                font.setItalic(True)
                return font
            case Qt.ItemDataRole.ToolTipRole if self._is_hidden(section, orientation):
                return self.tr("Hidden in the workbook")
        return None

    def _is_hidden(self, section: int, orientation: Qt.Orientation) -> bool:
        """Tell whether the workbook hides a row or column, which is then shown for a figure in it."""
        is_column = orientation is Qt.Orientation.Horizontal
        return section in (self._hidden_columns if is_column else self._hidden_rows)

    def _state(self, cell: Cell) -> State | None:
        states = {mark.state for mark in self.marks_in(cell)}
        return next((state for state in _MOST_URGENT_FIRST if state in states), None)

    def _passages_in(self, cell: Cell) -> list[PassageMark]:
        return [mark for mark, _ in self.passages.between(cell.start, max(cell.end, cell.start + 1))]

    def _explanation(self, cell: Cell) -> str:
        names = dict.fromkeys(mark.name for mark in self._passages_in(cell))
        return "\n".join([cell_text(self._document, cell), *self._state_words(cell), *names])

    def _state_words(self, cell: Cell) -> list[str]:
        return list(dict.fromkeys(map(state_word, self.marks_in(cell))))

    def _alignment(self, cell: Cell) -> Qt.AlignmentFlag:
        look = self.look_at(cell.row, cell.column)
        if self.look is None:
            return _usual_side(cell) | Qt.AlignmentFlag.AlignVCenter
        is_right = is_shown_right(self._document, cell, look)
        usual = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        return _SIDES.get(look.side, usual) | _HEIGHTS[look.height]


def _usual_side(cell: Cell) -> Qt.AlignmentFlag:
    if cell.number is not None:
        return Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignHCenter if cell.column_span > 1 else Qt.AlignmentFlag.AlignLeft


def _end_row(table: Table) -> int:
    return table.cells[-1].row + table.cells[-1].row_span if table.cells else 0


def _end_column(table: Table) -> int:
    rightmost = max(table.cells, key=attrgetter("column"), default=None)
    return 1 if rightmost is None else min(_MOST_COLUMNS, rightmost.column + rightmost.column_span)
