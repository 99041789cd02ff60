"""A workbook as its sheets: tabs below, one table view over the sheet that is shown."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTabBar, QTableView, QVBoxLayout, QWidget

from desktop.core.documents import Cell, Document, Format, Table
from desktop.core.places import Place
from desktop.core.sheet_looks import PLAIN, CellLook, SheetLook
from desktop.ui.marks import State
from desktop.ui.source.mark_index import MarkIndex
from desktop.ui.source.passage_marks import PassageMarks
from desktop.ui.source.scrolling import scroll_for, sideways_for
from desktop.ui.source.seen_cells import SeenCells
from desktop.ui.source.sheet_cells import cell_of, cells_of_column, cells_of_row, column_letters, table_of
from desktop.ui.source.sheet_delegate import PADDING, SheetDelegate
from desktop.ui.source.sheet_fonts import SheetFonts
from desktop.ui.source.sheet_grid import SheetGrid
from desktop.ui.source.sheet_layout import MEASURED_CELLS, Ruler, SheetLayout, lay_out
from desktop.ui.source.sheet_model import SheetModel
from desktop.ui.source.sheet_runs import Axis, Run
from desktop.ui.source.views import Standing

_NOTHING = Document(Format.XLSX, "", ())


class SheetView(QWidget):
    """Shows one sheet at a time, its cells lit by state; a cell can be selected.

    `figure_reached` tells the figure of a cell that the keyboard has gone to.
    """

    figure_clicked = Signal(int)
    figure_reached = Signal(int)
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
        self._looks: Mapping[str, SheetLook] = {}
        self._seen: dict[int, SeenCells] = {}
        self._hidden_rows: frozenset[int] = frozenset()
        self._grid = SheetGrid(self)
        self._delegate = SheetDelegate(self._grid)
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
        self._looks = {}
        self._seen = {}
        self._stood = {standing.sheet: (standing.across, standing.offset)}
        self._shown = -1
        self._name_tabs(document.tables)
        sheet = standing.sheet or _first_visible(document.tables)
        self._show_sheet(min(sheet, len(document.tables) - 1))

    def show_looks(self, looks: Mapping[str, SheetLook]) -> None:
        """Show the sheets as the workbook does, by their names; the current cell stays in view."""
        self._looks = looks
        if self._model is None or not looks:
            return
        across, down = self._scrolled()
        self._replace_model(self._shown)
        self._scroll_to(across, down)
        framed = self._marks.get(self._framed_id)
        if framed is not None and table_of(self._document, framed.place) == self._shown:
            self.frame(framed.place, self._framed_id)

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
            self._grid.setRowHidden(cell.row, False)
            self._grid.setColumnHidden(cell.column, False)
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

    def run(self, axis: Axis) -> Run | None:
        """Return the open figures of the current cell's row or column, None where there is no such cell."""
        current = self._grid.currentIndex()
        if self._model is None or not current.isValid():
            return None
        if axis is Axis.ROW:
            name, cells = str(current.row() + 1), cells_of_row(self._model.table.cells, current.row())
        else:
            name = column_letters(current.column())
            cells = cells_of_column(self._model.table.cells, current.column())
        seen: list[int] = []
        unseen = 0
        for cell in cells:
            ids = [mark.figure_id for mark in self._model.marks_in(cell) if mark.state is State.OPEN]
            if self._is_seen(cell):
                seen += ids
            else:
                unseen += len(ids)
        return Run(axis, name, tuple(seen), unseen)

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
        grid.setItemDelegate(self._delegate)
        grid.clicked.connect(self._click)
        grid.seen.connect(self._note_seen)
        grid.walked.connect(self._walk)

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
        self._scroll_to(*self._stood.get(sheet, (0, 0)))

    def _replace_model(self, sheet: int) -> None:
        before, selection = self._model, self._grid.selectionModel()
        self._model = None
        if 0 <= sheet < len(self._document.tables):
            table = self._document.tables[sheet]
            self._model = SheetModel(
                self._document, table, self._marks, self, look=self._looks.get(table.sheet or "")
            )
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
        look = model.look or SheetLook()
        fonts = SheetFonts(self._grid.font(), _looks_of_cells(model))
        self._delegate.show_sheet(model, fonts)
        ruler = Ruler(
            fonts.width_of,
            fonts.height_of,
            fonts.metrics(PLAIN).horizontalAdvance("n"),
            PADDING,
            fonts.digit_px(look),
            fonts.point_px,
        )
        size = (model.rowCount(), model.columnCount())
        cells, room = model.table.cells, self._grid.room()
        layout = lay_out(cells, size, model.text, model.look_at, model.look, ruler, room)
        self._apply(layout, model)

    def _apply(self, layout: SheetLayout, model: SheetModel) -> None:
        rows, columns = self._grid.verticalHeader(), self._grid.horizontalHeader()
        with QSignalBlocker(rows), QSignalBlocker(columns), _without_updates(rows):
            rows.setDefaultSectionSize(layout.row_height or self.fontMetrics().height() + 2 * PADDING)
            least = 0 if layout.row_height else rows.defaultSectionSize()
            for row in self._hidden_rows | layout.hidden_rows:
                rows.setSectionHidden(row, row in layout.hidden_rows)
            self._hidden_rows = layout.hidden_rows
            for column, width in enumerate(layout.widths):
                columns.setSectionHidden(column, column in layout.hidden_columns)
                columns.resizeSection(column, width)
            for row, height in layout.heights.items():
                rows.resizeSection(row, max(height, least))
        self._grid.clearSpans()
        for (row, column), span in layout.spans.items():
            self._grid.setSpan(row, column, span.rows, span.columns)
        moved = {spot: span.cell for spot, span in layout.spans.items() if spot[1] != span.cell.column}
        model.show_elsewhere(moved)
        model.mark_hidden(layout.hidden_rows, layout.hidden_columns)
        self._grid.doItemsLayout()

    def _bring_into_view(self, index: QModelIndex) -> None:
        viewport = self._grid.viewport().rect()
        if index == self._grid.currentIndex() and viewport.contains(self._grid.visualRect(index)):
            # A key has led here: pages that were walked through keep to each other without a gap.
            return
        selection = self._grid.selectionModel()
        selection.clearSelection()
        selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)
        rect, size = self._grid.visualRect(index), viewport.size()
        down, across = self._grid.verticalScrollBar(), self._grid.horizontalScrollBar()
        down.setValue(down.value() + scroll_for(rect.top(), rect.height(), size.height()))
        across.setValue(across.value() + sideways_for(rect.left(), rect.width(), size.width()))

    def _scroll_to(self, across: int, down: int) -> None:
        self._grid.horizontalScrollBar().setValue(across)
        self._grid.verticalScrollBar().setValue(down)

    def _scrolled(self) -> tuple[int, int]:
        return self._grid.horizontalScrollBar().value(), self._grid.verticalScrollBar().value()

    def _tell_selection(self) -> None:
        self.selection_changed.emit()

    def _note_seen(self, rows: range, columns: range) -> None:
        self._seen.setdefault(self._shown, SeenCells()).add(rows, columns)

    def _is_seen(self, cell: Cell) -> bool:
        is_hidden = self._grid.isRowHidden(cell.row) or self._grid.isColumnHidden(cell.column)
        return (
            not is_hidden and self._shown in self._seen and self._seen[self._shown].has(cell.row, cell.column)
        )

    def _walk(self, index: QModelIndex) -> None:
        """Tell the figure of the cell that a key has led to; one that is current already is left so."""
        cell = self._model.cell(index) if self._model is not None else None
        marks = self._model.marks_in(cell) if self._model is not None and cell is not None else []
        ids = [mark.figure_id for mark in marks]
        if ids and self._framed_id not in ids:
            self.figure_reached.emit(ids[0])

    def _click(self, index: QModelIndex) -> None:
        """Tell the figure of a clicked cell; where it holds several, the one after the current."""
        cell = self._model.cell(index) if self._model is not None else None
        marks = self._model.marks_in(cell) if self._model is not None and cell is not None else []
        if marks:
            ids = [mark.figure_id for mark in marks]
            after = ids.index(self._framed_id) + 1 if self._framed_id in ids else 0
            self.figure_clicked.emit(ids[after % len(ids)])


@contextmanager
def _without_updates(header: QHeaderView) -> Iterator[None]:
    """Keep a header from adding up all its sections anew for each one that is resized."""
    header.setUpdatesEnabled(False)
    try:
        yield
    finally:
        header.setUpdatesEnabled(True)


def _first_visible(tables: tuple[Table, ...]) -> int:
    return next((number for number, table in enumerate(tables) if not table.is_hidden), 0)


def _looks_of_cells(model: SheetModel) -> Iterator[CellLook]:
    cells = model.table.cells[:MEASURED_CELLS]
    return (model.look_at(cell.row, cell.column) for cell in cells)
