"""The table of figures: one row a figure, walked and edited with the keyboard as in a spreadsheet."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from desktop.core.figures import ReviewedFigure
from desktop.ui.delegates.state_delegate import StateDelegate
from desktop.ui.delegates.value_delegate import ValueDelegate, ValueEditor
from desktop.ui.models.figure_filter import FigureFilter, Shown
from desktop.ui.models.figure_table_model import Column, FigureTableModel

Index = QModelIndex | QPersistentModelIndex

STARTS_A_NUMBER = frozenset("0123456789-+,.")

_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)

_THIS_ROW_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows

_WIDTHS_IN_LETTERS = {
    Column.STATE: 11,
    Column.VALUE: 15,
    Column.UNIT: 12,
    Column.MEASURE: 12,
    Column.PERIOD: 19,
    Column.PLACE: 14,
}
_INDICATOR_LETTERS = 22


class FigureTable(QTableView):
    """Shows the figures of the report on the desk.

    `figure_chosen` says that another row became the current one; `value_delegate` tells of edits.
    """

    figure_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value_delegate = ValueDelegate(self)
        self._state_delegate = StateDelegate(self)
        self._shown_id: int | None = None
        self._seen_ids: set[int] = set()
        self._is_passing_on = False
        self.setObjectName("figureTable")
        self.setAccessibleName(self.tr("Table of figures"))
        self._set_up_view()
        self._set_up_header()

    def show_model(self, model: FigureTableModel) -> None:
        """Show the figures of `model` from now on."""
        self.setModel(model)
        self.setItemDelegateForColumn(Column.VALUE, self.value_delegate)
        self.setItemDelegateForColumn(Column.STATE, self._state_delegate)
        self._lay_out_columns()
        model.modelReset.connect(self._select_shown)

    def show_figure(self, figure: ReviewedFigure | None) -> None:
        """Make the figure's row the current one."""
        self._shown_id = figure.id if figure else None
        self._select_shown()

    def selected_ids(self) -> list[int]:
        """Return the figures selected that have been on the screen, the current one if there is no more."""
        model = self._figures()
        if model is None or self._shown_id is None:
            return []
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        ids = [model.rows.id_at(row) for row in rows]
        if self._shown_id not in ids or len(ids) < 2:
            return [self._shown_id]
        return [each for each in ids if each in self._seen_ids]

    def unseen_count(self) -> int:
        """Return how many of the rows selected have never been on the screen."""
        model = self._figures()
        rows = [index.row() for index in self.selectionModel().selectedRows()] if model else []
        return sum(model.rows.id_at(row) not in self._seen_ids for row in rows) if model else 0

    @property
    def is_editing(self) -> bool:
        """Tell whether a value is being edited in its row."""
        return self.state() == QAbstractItemView.State.EditingState

    def edit_value(self) -> None:
        """Open the editor on the current row's value."""
        index = self._value_index()
        if index.isValid():
            self.setFocus()
            self.edit(index)

    def finish_editing(self) -> None:
        """Do what Enter does in the editor."""
        if editor := self._editor():
            self.value_delegate.enter(editor)

    def cancel_editing(self) -> None:
        """Leave the editor, where one is open, and change nothing."""
        if editor := self._editor():
            self.value_delegate.closeEditor.emit(editor, ValueDelegate.EndEditHint.RevertModelCache)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (editor := self._editor()) is not None:
            self._pass_on(event, editor)
        elif event.text() and event.text() in STARTS_A_NUMBER and not _is_command(event):
            self._start_typing(event)
        elif event.key() in _ENDS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._select_to(0 if event.key() == Qt.Key.Key_Home else -1)
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if (typed := event.commitString()) and typed[0] in STARTS_A_NUMBER:
            self.edit_value()
            if editor := self._editor():
                editor.clear()
                editor.insert(typed)
        event.accept()

    @override
    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        # Off while no editor is open: input methods would hold back the first digit.
        return False if query is Qt.InputMethodQuery.ImEnabled else super().inputMethodQuery(query)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters go nowhere, and a search would read every figure."""

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        model = self._figures()
        if model is None or not current.isValid() or current.row() == previous.row():
            return
        figure_id = model.rows.id_at(current.row())
        if figure_id != self._shown_id:
            self._shown_id = figure_id
            self.figure_chosen.emit(figure_id)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._note_seen()
        model = self._figures()
        if model is None or len(model.rows) or not model.rows.filter.is_narrow:
            return
        if model.rows.filter == FigureFilter(Shown.TO_LOOK_AT):
            self._paint_alone(self.tr("No figure needs a look here."))
        else:
            self._paint_alone(self.tr("No figure is like this: F11 shows all again."))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_columns()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _set_up_view(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumHeight(self.verticalHeader().defaultSectionSize())
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(False)
        header.sectionClicked.connect(self._sort_by)

    def _lay_out_columns(self) -> None:
        """Give each column its letters and the words the rest; hide the last ones where there is no room."""
        if self.model() is None:
            return
        letter = self.fontMetrics().averageCharWidth()
        room = self.viewport().width() - _INDICATOR_LETTERS * letter
        for column, letters in _WIDTHS_IN_LETTERS.items():
            room -= letters * letter
            self.setColumnHidden(column, room < 0 and column >= Column.MEASURE)
            self.setColumnWidth(column, letters * letter)
        self.horizontalHeader().setSectionResizeMode(Column.INDICATOR, QHeaderView.ResizeMode.Stretch)

    def _sort_by(self, column: int) -> None:
        self.sortByColumn(column, Qt.SortOrder.AscendingOrder)

    def _select_shown(self) -> None:
        model = self._figures()
        row = model.rows.row_of(self._shown_id) if model else None
        if model is None or row is None:
            self.setCurrentIndex(QModelIndex())
            return
        index = model.index(row, Column.VALUE)
        if self.currentIndex().row() != row or not self.selectionModel().isSelected(index):
            # Not setCurrentIndex: with Ctrl or Shift held that one would add to the selection.
            self.selectionModel().setCurrentIndex(index, _THIS_ROW_ALONE)
        self.scrollTo(index)

    def _select_to(self, row: int) -> None:
        """Select the rows from the current one to the first (0) or the last (-1)."""
        model, current = self._figures(), self.currentIndex()
        if model is None or not current.isValid():
            return
        last = model.index(row % model.rowCount(), current.column())
        # First the selection, then the row: a current row outside of it would be selected alone.
        whole = QItemSelection(min(current, last), max(current, last))
        self.selectionModel().select(whole, _THIS_ROW_ALONE)
        self.selectionModel().setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(last)

    def _pass_on(self, event: QKeyEvent, editor: ValueEditor) -> None:
        """Give a key to the open editor, once: what that ignores comes back here and goes no further."""
        if self._is_passing_on:
            event.ignore()
            return
        self._is_passing_on = True
        QApplication.sendEvent(editor, event)
        self._is_passing_on = False

    def _start_typing(self, event: QKeyEvent) -> None:
        self.edit_value()
        if editor := self._editor():
            editor.clear()
            QApplication.sendEvent(editor, event)

    def _value_index(self) -> QModelIndex:
        current = self.currentIndex()
        return current.siblingAtColumn(Column.VALUE) if current.isValid() else current

    def _editor(self) -> ValueEditor | None:
        if not self.is_editing:
            return None
        editor = self.indexWidget(self._value_index())
        return editor if isinstance(editor, ValueEditor) else None

    def _paint_alone(self, text: str) -> None:
        """Say why the table is empty."""
        painter = QPainter(self.viewport())
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(self.viewport().rect(), flags, text)

    def _note_seen(self) -> None:
        model = self._figures()
        first = self.rowAt(0)
        if model is None or first < 0:
            return
        last = self.rowAt(self.viewport().height() - 1)
        self._seen_ids.update(model.rows.ids_between(first, len(model.rows) if last < 0 else last + 1))

    def _figures(self) -> FigureTableModel | None:
        model = self.model()
        return model if isinstance(model, FigureTableModel) else None


def _is_command(event: QKeyEvent) -> bool:
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.modifiers() & (commands | Qt.KeyboardModifier.MetaModifier))
