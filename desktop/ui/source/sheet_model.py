"""One sheet of a workbook as a table model over the document's cells; nothing is copied."""

from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.core.documents import Cell, Document, Table
from desktop.ui.marks import Mark, State
from desktop.ui.source.mark_index import MarkIndex
from desktop.ui.source.passage_marks import PassageMark, PassageMarks
from desktop.ui.source.sheet_cells import cell_at, cell_text, column_letters, short_text
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
)


class SheetModel(QAbstractTableModel):
    """Gives the cells with their texts, their states and the frame; columns have letters, rows numbers."""

    def __init__(
        self, document: Document, table: Table, marks: MarkIndex, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.table = table
        self._document = document
        self._marks = marks
        self.passages = PassageMarks()
        self._framed: Cell | None = None
        self._cells: dict[tuple[int, int], Cell | None] = {}
        self._rows = max(_end_row(table), 1)
        self._columns = _end_column(table)

    def cell(self, index: QModelIndex | QPersistentModelIndex) -> Cell | None:
        """Return the cell at an index, None for an empty one."""
        spot = (index.row(), index.column())
        if spot not in self._cells:
            if len(self._cells) >= _REMEMBERED_CELLS:
                self._cells.clear()
            self._cells[spot] = cell_at(self.table.cells, *spot)
        return self._cells[spot]

    def text(self, cell: Cell) -> str:
        """Return a cell's text as it is shown."""
        return short_text(self._document, cell)

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
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        cell = self.cell(index) if index.isValid() else None
        if cell is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(cell)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._explanation(cell)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(cell)
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
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return column_letters(section) if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def _state(self, cell: Cell) -> State | None:
        states = {mark.state for mark in self.marks_in(cell)}
        return next((state for state in _MOST_URGENT_FIRST if state in states), None)

    def _passages_in(self, cell: Cell) -> list[PassageMark]:
        return [mark for mark, _ in self.passages.between(cell.start, max(cell.end, cell.start + 1))]

    def _explanation(self, cell: Cell) -> str:
        names = [mark.name for mark in self._passages_in(cell)]
        words = dict.fromkeys((*map(state_word, self.marks_in(cell)), *names))
        return "\n".join([cell_text(self._document, cell), *words])


def _alignment(cell: Cell) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if cell.number is None else Qt.AlignmentFlag.AlignRight
    if cell.number is None and cell.column_span > 1:
        side = Qt.AlignmentFlag.AlignHCenter
    return side | Qt.AlignmentFlag.AlignVCenter


def _end_row(table: Table) -> int:
    return table.cells[-1].row + table.cells[-1].row_span if table.cells else 0


def _end_column(table: Table) -> int:
    rightmost = max(table.cells, key=attrgetter("column"), default=None)
    return 1 if rightmost is None else min(_MOST_COLUMNS, rightmost.column + rightmost.column_span)
