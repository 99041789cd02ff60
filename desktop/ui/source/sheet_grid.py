"""The table view of a sheet: knows what of it can be read whole, and when the keyboard moves on it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

_MARGIN = 3

Index = QModelIndex | QPersistentModelIndex


class SheetGrid(QTableView):
    """Shows cells that nobody edits.

    `seen` tells the rows and columns, as ranges, that stand whole on the screen; `walked` the cell that a key
    has led to.
    """

    seen = Signal(object, object)
    walked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_walking = False
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
            header.setMinimumSectionSize(4)

    def room(self) -> int:
        """Return how many pixels there are for columns beside a scroll bar, be it shown or not."""
        beside = self.verticalHeader().sizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return self.width() - beside - 2 * self.frameWidth()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._is_walking = True
        super().keyPressEvent(event)
        self._is_walking = False

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters go nowhere, and a search would read every cell."""

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._is_walking and current.isValid():
            self.walked.emit(current)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        rows = _whole(self.verticalHeader(), self.rowAt, self.viewport().height())
        columns = _whole(self.horizontalHeader(), self.columnAt, self.viewport().width())
        if rows and columns:
            self.seen.emit(rows, columns)


def _whole(header: QHeaderView, section_at: Callable[[int], int], extent: int) -> range:
    """Return the sections that stand whole in the view, but for what is empty at the edge of each cell.

    One that is larger than the view counts too.
    """
    first, last = section_at(_MARGIN), section_at(extent - 1 - _MARGIN)
    if first < 0:
        return range(0)
    last = header.count() - 1 if last < 0 else last
    if first < last and header.sectionViewportPosition(first) < -_MARGIN:
        first += 1
    end = header.sectionViewportPosition(last) + header.sectionSize(last)
    if first < last and end > extent + _MARGIN:
        last -= 1
    return range(first, last + 1)
