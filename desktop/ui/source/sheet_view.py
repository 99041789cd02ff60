"""A workbook as its sheets: tabs below, one table view over the sheet that is shown."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTabBar, QTableView, QVBoxLayout, QWidget

from desktop.core.documents import Document, Format, Table
from desktop.core.places import Place
from desktop.ui.source.mark_index import MarkIndex
from desktop.ui.source.passage_marks import PassageMarks
from desktop.ui.source.scrolling import scroll_for, sideways_for
from desktop.ui.source.sheet_cells import cell_of, table_of
from desktop.ui.source.sheet_delegate import SheetDelegate
from desktop.ui.source.sheet_layout import Ruler, lay_out
from desktop.ui.source.sheet_model import SheetModel
from desktop.ui.source.views import Standing

_NOTHING = Document(Format.XLSX, "", ())
_PADDING = 5


class SheetView(QWidget):
    """Shows one sheet at a time, its cells lit by state; a cell can be selected."""

    figure_clicked = Signal(int)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = _NOTHING
        self._marks = MarkIndex()
        self._passages = PassageMarks()
        self._model: SheetModel | None = None
        self._framed_id: int | None = None
        self._stood: dict[int, tuple[int, int]] = {}
        self._shown = -1
        self._tabs = QTabBar(self)
        self._grid = QTableView(self)
        self._set_up_tabs()
        self._set_up_grid()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._grid, 1)
        layout.addWidget(self._tabs)
        self.setFocusProxy(self._grid)

    def show_document(self, document: Document, standing: Standing) -> None:
        """Show a workbook, at the sheet and the cell where it stood before."""
        self._document = document
        self._framed_id = None
        self._stood = {standing.sheet: (standing.across, standing.offset)}
        self._shown = -1
        self._name_tabs(document.tables)
        sheet = standing.sheet or _first_visible(document.tables)
        self._show_sheet(min(sheet, len(document.tables) - 1))

    def clear(self) -> None:
        """Show nothing."""
        self.show_document(_NOTHING, Standing())

    def set_marks(self, marks: MarkIndex) -> None:
        """Light these marks from now on."""
        self._marks = marks
        if self._model is not None:
            self._model.set_marks(marks)
        self.refresh_marks()

    def set_passages(self, passages: PassageMarks) -> None:
        """Show these tagged cells from now on."""
        self._passages = passages
        if self._model is not None:
            self._model.passages = passages
        self.refresh_marks()

    def refresh_marks(self) -> None:
        """Light the marks anew: some have changed."""
        self._grid.viewport().update()

    def frame(self, place: Place | None, figure_id: int | None) -> None:
        """Frame the cell of a place, on the sheet it is on, and bring it into view."""
        self._framed_id = figure_id
        sheet = table_of(self._document, place) if place is not None else None
        if sheet is not None:
            self._show_sheet(sheet)
        if self._model is None:
            return
        cell = cell_of(self._model.table, place) if place is not None and sheet is not None else None
        self._model.frame(cell)
        if cell is not None:
            self._bring_into_view(self._model.index(cell.row, cell.column))
        self.refresh_marks()

    def selected_place(self) -> tuple[Place, str] | None:
        """Return the selected cell as a place, and its text."""
        selection = self._grid.selectionModel()
        indexes = selection.selectedIndexes() if selection is not None else []
        cell = self._model.cell(indexes[0]) if indexes and self._model is not None else None
        if cell is None or self._model is None:
            return None
        place = Place(cell.start, cell.end, sheet=self._model.table.sheet, cell=cell.name or None)
        return place, self._document.slice(cell)

    def standing(self) -> Standing:
        """Return the sheet, and how far it is scrolled."""
        across, down = self._scrolled()
        return Standing(down, across, sheet=max(0, self._shown))

    def grid(self) -> QTableView:
        """Return the view of the sheet's cells."""
        return self._grid

    def tabs(self) -> QTabBar:
        """Return the tabs of the sheets."""
        return self._tabs

    def _set_up_tabs(self) -> None:
        self._tabs.setShape(QTabBar.Shape.RoundedSouth)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.setAccessibleName(self.tr("Sheets of the workbook"))
        self._tabs.currentChanged.connect(self._show_sheet)

    def _set_up_grid(self) -> None:
        grid = self._grid
        grid.setItemDelegate(SheetDelegate(grid))
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        grid.setTabKeyNavigation(False)
        grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setCornerButtonEnabled(False)
        for header in (grid.horizontalHeader(), grid.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        grid.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * _PADDING)
        grid.verticalHeader().setMinimumSectionSize(self.fontMetrics().height())
        grid.horizontalHeader().setMinimumSectionSize(2 * self.fontMetrics().height())
        grid.clicked.connect(self._click)

    def _name_tabs(self, tables: tuple[Table, ...]) -> None:
        with QSignalBlocker(self._tabs):
            while self._tabs.count():
                self._tabs.removeTab(0)
            for number, table in enumerate(tables, 1):
                self._tabs.addTab(self._tab_text(table, number))
        self._tabs.setVisible(len(tables) > 1)

    def _tab_text(self, table: Table, number: int) -> str:
        name = (table.sheet or str(number)).replace("&", "&&")
        return self.tr("{sheet} (hidden)").format(sheet=name) if table.is_hidden else name

    def _show_sheet(self, sheet: int) -> None:
        """Show a sheet as it was left; nothing happens where it is shown already."""
        if sheet == self._shown and self._model is not None:
            return
        if self._shown >= 0:
            self._stood[self._shown] = self._scrolled()
        self._shown = sheet
        with QSignalBlocker(self._tabs):
            self._tabs.setCurrentIndex(sheet)
        self._replace_model(sheet)
        across, down = self._stood.get(sheet, (0, 0))
        self._grid.horizontalScrollBar().setValue(across)
        self._grid.verticalScrollBar().setValue(down)

    def _replace_model(self, sheet: int) -> None:
        before, selection = self._model, self._grid.selectionModel()
        self._model = None
        if 0 <= sheet < len(self._document.tables):
            table = self._document.tables[sheet]
            self._model = SheetModel(self._document, table, self._marks, self)
            self._model.passages = self._passages
            framed = self._marks.get(self._framed_id)
            self._model.frame(cell_of(table, framed.place) if framed is not None else None)
        self._grid.setModel(self._model)
        for stale in (selection, before):
            if stale is not None:
                stale.deleteLater()
        if self._model is not None:
            self._grid.selectionModel().selectionChanged.connect(self._tell_selection)
            self._lay_out(self._model)

    def _lay_out(self, model: SheetModel) -> None:
        metrics = QFontMetricsF(self._grid.font())
        ruler = Ruler(
            metrics.horizontalAdvance, metrics.horizontalAdvance("n"), metrics.lineSpacing(), _PADDING
        )
        layout = lay_out(model.table.cells, model.columnCount(), model.text, ruler)
        self._grid.clearSpans()
        for column, width in enumerate(layout.widths):
            self._grid.setColumnWidth(column, width)
        for row, height in layout.heights.items():
            self._grid.setRowHeight(row, max(height, self._grid.verticalHeader().defaultSectionSize()))
        for (row, column), (rows, columns) in layout.spans.items():
            self._grid.setSpan(row, column, rows, columns)
        self._grid.doItemsLayout()

    def _bring_into_view(self, index: QModelIndex) -> None:
        selection = self._grid.selectionModel()
        selection.clearSelection()
        selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)
        rect, size = self._grid.visualRect(index), self._grid.viewport().size()
        down, across = self._grid.verticalScrollBar(), self._grid.horizontalScrollBar()
        down.setValue(down.value() + scroll_for(rect.top(), rect.height(), size.height()))
        across.setValue(across.value() + sideways_for(rect.left(), rect.width(), size.width()))

    def _scrolled(self) -> tuple[int, int]:
        return self._grid.horizontalScrollBar().value(), self._grid.verticalScrollBar().value()

    def _tell_selection(self) -> None:
        self.selection_changed.emit()

    def _click(self, index: QModelIndex) -> None:
        """Tell the figure of a clicked cell; where it holds several, the one after the current."""
        cell = self._model.cell(index) if self._model is not None else None
        marks = self._model.marks_in(cell) if self._model is not None and cell is not None else []
        if marks:
            ids = [mark.figure_id for mark in marks]
            after = ids.index(self._framed_id) + 1 if self._framed_id in ids else 0
            self.figure_clicked.emit(ids[after % len(ids)])


def _first_visible(tables: tuple[Table, ...]) -> int:
    return next((number for number, table in enumerate(tables) if not table.is_hidden), 0)
