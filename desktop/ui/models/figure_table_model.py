"""The figures of one report as a table that reads from the workspace page by page.

Filtering and sorting happen here on index arrays; there is no proxy. Nothing is written here: an edited value
is only asked for, an operation writes it and the hub tells.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from desktop.core.displays import editable_text, period_text, reading_text, shortened
from desktop.core.extraction.numbers import parse_number
from desktop.core.figures import ReviewedFigure, Value
from desktop.core.reviews import FigureIndex, FigureLook
from desktop.ui import labels
from desktop.ui.models.figure_columns import FigureColumns
from desktop.ui.models.figure_filter import FigureFilter
from desktop.ui.models.figure_order import Order
from desktop.ui.models.figure_rows import FigureRows

PAGE_SIZE = 200
_CACHED_FIGURES = 4_000

FIGURE_ROLE = Qt.ItemDataRole.UserRole + 1
FINDING_ROLE = Qt.ItemDataRole.UserRole + 2
"""Whether an open finding stands at the figure."""
"""The role under which every cell gives its row's ReviewedFigure."""

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class Column(IntEnum):
    """The columns, in their order."""

    STATE = 0
    INDICATOR = 1
    VALUE = 2
    UNIT = 3
    MEASURE = 4
    PERIOD = 5
    PLACE = 6


class FigureTableModel(QAbstractTableModel):
    """Shows a report's figures.

    `value_entered` asks for a correction of a figure's value; `order_changed` carries the Order of the rows.
    """

    value_entered = Signal(int, object)
    order_changed = Signal(object)

    def __init__(
        self, load: Callable[[Sequence[int]], list[ReviewedFigure]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._load = load
        self._rows = FigureRows()
        self._cache: OrderedDict[int, ReviewedFigure] = OrderedDict()
        self._hidden_ids: frozenset[int] = frozenset()

    @property
    def rows(self) -> FigureRows:
        """The rows shown, to be read only."""
        return self._rows

    def show_figures(
        self,
        index: FigureIndex,
        known: Sequence[ReviewedFigure] = (),
        looks: Mapping[int, FigureLook] | None = None,
    ) -> None:
        """Show another report's figures, or the same report's after figures came or went.

        `known` are figures that were read already and need not be read again. Of what was let through, only
        the choice by state stays.
        """
        self.beginResetModel()
        columns = FigureColumns(index)
        columns.take_looks(looks or {})
        shown, order = self._rows.filter.shown, self._rows.order
        self._rows = FigureRows(columns)
        self._cache.clear()
        self._remember(known)
        self._rows.arrange(FigureFilter(shown), order)
        self.endResetModel()

    def hide_values(self, figure_ids: frozenset[int]) -> None:
        """Show the values of these figures, and no others, as hidden: the clerk is to type them unseen."""
        if figure_ids == self._hidden_ids:
            return
        self._hidden_ids = figure_ids
        if len(self._rows):
            last = len(self._rows) - 1
            self.dataChanged.emit(self.index(0, Column.VALUE), self.index(last, Column.VALUE))

    def is_hidden(self, figure_id: int | None) -> bool:
        """Tell whether the value of a figure is hidden."""
        return figure_id in self._hidden_ids

    def set_filter(self, figure_filter: FigureFilter) -> None:
        """Show only the figures that the filter lets through."""
        if figure_filter != self._rows.filter:
            self._arrange(figure_filter, self._rows.order)

    def set_order(self, order: Order, looks: Mapping[int, FigureLook] | None = None) -> None:
        """Show the figures in another order; `looks` are how they look, where that is first needed."""
        if looks is not None:
            self._rows.columns.take_looks(looks)
        elif order is self._rows.order:
            return
        self._arrange(self._rows.filter, order)
        self.order_changed.emit(order)

    def show_findings(self, figure_ids: frozenset[int]) -> None:
        """Mark the figures at which open findings stand.

        Rows are put in order only where findings come to a report that had none yet: what a clerk settles
        stays where it is until the rows are arranged anew.
        """
        columns, rows = self._rows.columns, self._rows
        before = columns.finding_ids
        if figure_ids == before:
            return
        columns.finding_ids = figure_ids
        if not before and (rows.filter.depends_on_findings or rows.order is Order.ATTENTION):
            self._arrange(rows.filter, rows.order)
            return
        rows.recount()
        for figure_id in before ^ figure_ids:
            if (row := rows.row_of(figure_id)) is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def refresh(self, figure_ids: Sequence[int]) -> None:
        """Read these figures anew, because they were touched."""
        found = self._load([figure_id for figure_id in figure_ids if self._rows.is_known(figure_id)])
        self._remember(found)
        if any(map(self._rows.columns.is_elsewhere, found)):
            self._place_anew(found)
            return
        for figure in found:
            self._rows.take_state(figure)
            if (row := self._rows.row_of(figure.id)) is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def insert(self, figure_ids: Sequence[int]) -> None:
        """Show figures that came to this report."""
        self.beginResetModel()
        for figure in self._load(figure_ids):
            if not self._rows.is_known(figure.id):
                self._remember((figure,))
                self._rows.columns.insert(figure)
        self._rows.arrange(self._rows.filter, self._rows.order)
        self.endResetModel()

    def remove(self, figure_ids: Sequence[int]) -> None:
        """Show no more the figures that went from this report."""
        self.beginResetModel()
        for figure_id in filter(self._rows.is_known, figure_ids):
            self._cache.pop(figure_id, None)
            self._rows.columns.remove(figure_id)
        self._rows.arrange(self._rows.filter, self._rows.order)
        self.endResetModel()

    def figure(self, figure_id: int) -> ReviewedFigure | None:
        """Return a figure of this report, read where it was not yet; None for one of another report."""
        if figure_id in self._cache:
            return self._cache[figure_id]
        if not self._rows.is_known(figure_id):
            return None
        row = self._rows.row_of(figure_id)
        if row is not None:
            return self.figure_at(row)
        self._remember(self._load([figure_id]))
        return self._cache.get(figure_id)

    def figure_at(self, row: int) -> ReviewedFigure:
        """Return the figure in a row; its whole page is read where it was not yet."""
        figure_id = self._rows.id_at(row)
        if figure_id not in self._cache:
            first = row - row % PAGE_SIZE
            page = self._rows.ids_between(first, first + PAGE_SIZE)
            self._remember(self._load([each for each in page if each not in self._cache]))
        return self._cache[figure_id]

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_value = index.isValid() and index.column() == Column.VALUE
        if is_value and not self.is_hidden(self._rows.id_at(index.row())):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = Column(index.column())
        if role == FINDING_ROLE:
            return self._rows.id_at(index.row()) in self._rows.columns.finding_ids
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if column is Column.VALUE and self.is_hidden(self._rows.id_at(index.row())) and role in _TOLD:
            return labels.hidden_words() if role == Qt.ItemDataRole.ToolTipRole else labels.HIDDEN_SIGN
        read = _READERS.get(role)
        return read(self.figure_at(index.row()), column) if read else None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() != Column.VALUE:
            return False
        entered = value if isinstance(value, Value) else parse_number(str(value))
        if entered is None:
            return False
        self.value_entered.emit(self._rows.id_at(index.row()), entered)
        return True

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by state with the open ones first, or, for any other column, in reading order."""
        self.set_order(Order.STATE if column == Column.STATE else Order.TEXT)

    def _title(self, column: Column) -> str:
        return {
            Column.STATE: self.tr("State"),
            Column.INDICATOR: self.tr("Indicator"),
            Column.VALUE: self.tr("Value"),
            Column.UNIT: self.tr("Unit"),
            Column.MEASURE: self.tr("Measured"),
            Column.PERIOD: self.tr("Period"),
            Column.PLACE: self.tr("Place"),
        }[column]

    def _place_anew(self, figures: Sequence[ReviewedFigure]) -> None:
        """Show figures at their place in reading order, which has changed."""
        self.beginResetModel()
        for figure in figures:
            self._rows.columns.remove(figure.id)
            self._rows.columns.insert(figure)
        self._rows.arrange(self._rows.filter, self._rows.order)
        self.endResetModel()

    def _arrange(self, figure_filter: FigureFilter, order: Order) -> None:
        self.beginResetModel()
        self._rows.arrange(figure_filter, order)
        self.endResetModel()

    def _remember(self, figures: Sequence[ReviewedFigure]) -> None:
        for figure in figures:
            self._cache[figure.id] = figure
            self._cache.move_to_end(figure.id)
        while len(self._cache) > max(_CACHED_FIGURES, len(figures)):
            self._cache.popitem(last=False)


def cell_text(figure: ReviewedFigure, column: Column) -> str:
    """Return what a cell shows."""
    reading = figure.effective
    match column:
        case Column.STATE:
            return labels.state_word(figure)
        case Column.INDICATOR:
            return reading.indicator
        case Column.VALUE:
            return labels.qualifier_sign(reading.qualifier) + shortened(reading_text(reading))
        case Column.UNIT:
            return reading.unit
        case Column.MEASURE:
            return labels.measure_words(reading)
        case Column.PERIOD:
            return period_text(reading.period)
        case Column.PLACE:
            return _place_text(figure)


def _place_text(figure: ReviewedFigure) -> str:
    """Return cell or page, or how sure the reading is where offsets would say nothing to a person."""
    place = figure.place
    if place.cell is not None:
        return place.cell
    return str(place) if place.page is not None else labels.confidence_hint(figure)


def _edit_text(figure: ReviewedFigure, column: Column) -> str:
    return editable_text(figure.effective.value) if column is Column.VALUE else cell_text(figure, column)


def _tool_tip(figure: ReviewedFigure, column: Column) -> str:
    if column is Column.STATE:
        parts = (labels.state_word(figure), labels.reason_words(figure.reason), figure.note)
        hints = (labels.origin_hint(figure), labels.look_hint(figure))
        return "\n".join(filter(None, (*parts, *hints)))
    if column is Column.VALUE:
        return "\n".join(filter(None, (figure.text, labels.other_hint(figure))))
    if column is Column.PLACE:
        return "\n".join(filter(None, (str(figure.place), labels.place_hint(figure))))
    return cell_text(figure, column)


def _spoken_text(figure: ReviewedFigure, column: Column) -> str:
    """Return what a screen reader says of a cell: of the value also how else it can be read."""
    hint = labels.other_hint(figure) if column is Column.VALUE else ""
    hint = labels.look_hint(figure) if column is Column.STATE else hint
    hint = labels.place_hint(figure) if column is Column.PLACE else hint
    return ". ".join(filter(None, (cell_text(figure, column), hint)))


def _itself(figure: ReviewedFigure, column: Column) -> ReviewedFigure:  # noqa: ARG001 - the same for every cell
    return figure


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column is Column.VALUE else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


_TOLD = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)

_READERS: dict[int, Callable[[ReviewedFigure, Column], Any]] = {
    Qt.ItemDataRole.DisplayRole: cell_text,
    Qt.ItemDataRole.EditRole: _edit_text,
    Qt.ItemDataRole.ToolTipRole: _tool_tip,
    Qt.ItemDataRole.AccessibleTextRole: _spoken_text,
    FIGURE_ROLE: _itself,
}
