"""Maps the cells of an office's own form to verified figures: the form at the left, figures at the right."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.core.displays import period_text
from desktop.core.sheet_looks import SheetLook
from desktop.core.workbooks.forms.cell_ranges import FIRST, Spot
from desktop.core.workbooks.forms.periods import months_of
from desktop.core.workbooks.forms.plan import CellPlan, CellState
from desktop.ui.delegates.value_delegate import ENTER_KEYS
from desktop.ui.form_mapping_state import FormMappingState
from desktop.ui.models.form_cells_model import FormCellsModel
from desktop.ui.models.form_figures_model import FormFiguresModel
from desktop.ui.panels.lettering import make_bold
from desktop.ui.panels.search_edit import SearchEdit
from desktop.ui.source.form_preview import preview
from desktop.ui.source.seen_cells import SeenCells
from desktop.ui.source.sheet_grid import SheetGrid
from desktop.ui.source.sheet_view import SheetView
from desktop.ui.source.views import Standing

_UNMAP_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_WITHOUT_TEXT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class FormDialog(QDialog):
    """Shows a form as it will be filled.

    `fill_wanted` tells that the confirmed cells are to be filled.
    """

    fill_wanted = Signal()

    def __init__(
        self, state: FormMappingState, looks: Mapping[str, SheetLook], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("formDialog")
        self.setWindowTitle(self.tr("Fill a form: {name}").format(name=state.prepared.form.name))
        self._state = state
        self._looks = looks
        self._seen: dict[str, SeenCells] = {}
        self._has_shown = False
        self.sheet = SheetView()
        self.sheet.setObjectName("formSheet")
        self.search = SearchEdit()
        self.figures = FormFiguresModel(state.book.figures, self)
        self.figure_list = QListView()
        self.cells = FormCellsModel()
        self.cells.setParent(self)
        self.cell_list = QListView()
        self.unit_edit = QLineEdit()
        self.period_box = QComboBox()
        self.current = QLabel()
        self.summary = QLabel()
        self.fill_button = QPushButton(self.tr("Fill and save as… (Ctrl+Enter)"))
        self._name_widgets()
        self._lay_out()
        self._connect()
        self.sheet.grid().setFocus()

    def current_cell(self) -> tuple[str, Spot] | None:
        """Return the sheet and the cell that the keyboard stands on."""
        index = self.sheet.grid().currentIndex()
        tables = self._state.prepared.form.document.tables
        number = self.sheet.tabs().currentIndex() if len(tables) > 1 else 0
        if not index.isValid() or not 0 <= number < len(tables):
            return None
        return tables[number].sheet or "", Spot(index.row(), index.column())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Plan once there is a size to lay the form out in."""
        super().showEvent(event)
        if not self._has_shown:
            self._state.plan_anew()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and watched is self.sheet.grid() and self._take_key(event):  # type: ignore[arg-type]
            return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.fill_button.click()
        elif event.key() == Qt.Key.Key_F9:
            self.confirm_seen()
        elif event.key() not in ENTER_KEYS:
            super().keyPressEvent(event)

    def tell(self, line: str) -> None:
        """Show a line until the keyboard goes on."""
        self.current.setText(line)

    def confirm_seen(self) -> None:
        """Confirm the proposals whose cells have been on the screen."""
        seen = [each for each in self._state.plans if self._is_seen(each)]
        number = self._state.confirm(seen)
        self.current.setText(self.tr("%n proposal(s) confirmed", "", number))

    def _take_key(self, event: QKeyEvent) -> bool:
        """Act on a key pressed in the form; False for those that walk in it."""
        if event.modifiers() & _WITHOUT_TEXT:
            return False
        if event.key() in ENTER_KEYS:
            self._enter_cell()
        elif event.key() in _UNMAP_KEYS:
            self._unmap()
        elif event.key() == Qt.Key.Key_F2:
            self.unit_edit.setFocus()
            self.unit_edit.selectAll()
        elif event.text().isprintable() and event.text().strip():
            self.search.setFocus()
            self.search.setText(event.text())
        else:
            return False
        return True

    def _enter_cell(self) -> None:
        """Confirm the proposal of the current cell, or look for the figure that it takes."""
        plan = self._current_plan()
        is_proposal = plan is not None and plan.mapping.confidence is not None
        if plan is not None and is_proposal and plan.state is CellState.FILLED:
            self._state.confirm([plan])
            self._step_down()
        else:
            self.search.setFocus()
            self.search.selectAll()

    def _unmap(self) -> None:
        if (cell := self.current_cell()) is not None:
            self._state.unmap(*cell)

    def _map_current(self) -> None:
        """Let the current cell take the figure that stands highlighted, and go on below it."""
        cell, row = self.current_cell(), self.figure_list.currentIndex().row()
        if cell is None or not 0 <= row < self.figures.rowCount():
            return
        self._state.map_cell(*cell, self.figures.figure_at(row))
        self.search.clear()
        self.sheet.grid().setFocus()
        self._step_down()

    def _step_down(self) -> None:
        grid = self.sheet.grid()
        below = grid.currentIndex().siblingAtRow(grid.currentIndex().row() + 1)
        if below.isValid():
            grid.setCurrentIndex(below)

    def _take_unit(self) -> None:
        if (cell := self.current_cell()) is not None:
            self._state.use_unit(*cell, " ".join(self.unit_edit.text().split()))
        self.sheet.grid().setFocus()

    def _current_plan(self) -> CellPlan | None:
        cell = self.current_cell()
        return None if cell is None else self._state.plan_at(*cell)

    def _show_plans(self) -> None:
        """Show the form as it will be filled, the keyboard where it was."""
        document, marks = preview(self._state.prepared.form.document, self._state.plans)
        grid = self.sheet.grid()
        before, standing = grid.currentIndex(), self.sheet.standing()
        spot = Spot(before.row(), before.column()) if before.isValid() else FIRST
        self.sheet.set_marks(marks)
        if not self._has_shown:
            standing, spot = self._beginning()
        self.sheet.show_document(document, standing)
        self.sheet.show_looks(self._looks)
        self._watch_current()
        self._has_shown = True
        model = grid.model()
        if model is not None:
            grid.setCurrentIndex(model.index(*spot))
        plans = self._state.plans
        self.cells.show_plans(plans)
        self._show_current()
        self._tell_summary(plans)

    def _beginning(self) -> tuple[Standing, Spot]:
        """Return where the keyboard begins: at the first cell that takes something, or waits for it."""
        proposed = ((each.sheet, each.spot) for each in self._state.plans if each.sheet)
        sheet, spot = next(proposed, next(iter(self._state.prepared.units), ("", FIRST)))
        tables = self._state.prepared.form.document.tables
        number = next((at for at, table in enumerate(tables) if table.sheet == sheet), None)
        return (Standing(), FIRST) if number is None else (Standing(sheet=number), spot)

    def _watch_current(self) -> None:
        """Follow the keyboard in the form; each sheet that is shown has a selection of its own."""
        selection = self.sheet.grid().selectionModel()
        if selection is not None:
            selection.currentChanged.connect(self._show_current, Qt.ConnectionType.UniqueConnection)

    def _show_current(self, *_: object) -> None:
        cell, plan = self.current_cell(), self._current_plan()
        with QSignalBlocker(self.unit_edit):
            self.unit_edit.setText(plan.mapping.selector.unit if plan else "")
        self.unit_edit.setEnabled(plan is not None)
        if cell is None:
            self.current.clear()
            return
        label = self._state.prepared.form.label(*cell)
        told = self.cells.words(plan) if plan else self.tr("{cell} · not mapped").format(cell=cell[1].name)
        self.current.setText("\n".join(filter(None, (label, told))))
        self.figures.narrow(self.search.text(), self._state.prepared.form.row_label(*cell))

    def _narrow(self, text: str) -> None:
        cell = self.current_cell()
        label = self._state.prepared.form.row_label(*cell) if cell else ""
        self.figures.narrow(text, label)

    def _tell_summary(self, plans: tuple[CellPlan, ...]) -> None:
        filled = [each for each in plans if each.state is CellState.FILLED]
        proposed = [each for each in filled if each.mapping.confidence is not None]
        told = self.tr("{filled} cells to fill · {proposed} proposals to confirm · {left} cells left")
        self.summary.setText(
            told.format(
                filled=len(filled) - len(proposed), proposed=len(proposed), left=len(plans) - len(filled)
            )
        )
        self.fill_button.setEnabled(len(filled) > len(proposed))

    def _go_to_plan(self, index: QModelIndex) -> None:
        """Bring the keyboard's cell in the form to the one of a row of the list."""
        if not index.isValid() or not self.cell_list.hasFocus():
            return
        plan = self.cells.plan_at(index.row())
        tables = self._state.prepared.form.document.tables
        number = next((at for at, table in enumerate(tables) if table.sheet == plan.sheet), None)
        if number is None:
            return
        self.sheet.tabs().setCurrentIndex(number)
        self._watch_current()
        grid = self.sheet.grid()
        if (model := grid.model()) is not None:
            grid.setCurrentIndex(model.index(plan.spot.row, plan.spot.column))

    def _note_seen(self, rows: range, columns: range) -> None:
        if (cell := self.current_cell()) is not None:
            self._seen.setdefault(cell[0], SeenCells()).add(rows, columns)

    def _is_seen(self, plan: CellPlan) -> bool:
        return plan.sheet in self._seen and self._seen[plan.sheet].has(plan.spot.row, plan.spot.column)

    def _choose_period(self, row: int) -> None:
        self._state.use_period(str(self.period_box.itemData(row)))

    def _stand_on_first(self) -> None:
        self.figure_list.setCurrentIndex(self.figures.index(0, 0))

    def _move_in_figures(self, rows: int) -> None:
        row = min(max(self.figure_list.currentIndex().row() + rows, 0), self.figures.rowCount() - 1)
        self.figure_list.setCurrentIndex(self.figures.index(row, 0))

    def _leave_search(self) -> None:
        self.sheet.grid().setFocus()

    def _connect(self) -> None:
        grid = self.sheet.grid()
        grid.installEventFilter(self)
        if isinstance(grid, SheetGrid):
            grid.seen.connect(self._note_seen)
        self.sheet.tabs().currentChanged.connect(self._watch_current)
        self.search.wanted.connect(self._narrow)
        self.search.moved.connect(self._move_in_figures)
        self.search.entered.connect(self._map_current)
        self.search.left.connect(self._leave_search)
        self.figure_list.doubleClicked.connect(self._map_current)
        self.figures.modelReset.connect(self._stand_on_first)
        self.unit_edit.returnPressed.connect(self._take_unit)
        self.cell_list.selectionModel().currentChanged.connect(self._go_to_plan)
        self.period_box.currentIndexChanged.connect(self._choose_period)
        self.fill_button.clicked.connect(self.fill_wanted)
        self._state.planned.connect(self._show_plans)

    def _name_widgets(self) -> None:
        self.search.setObjectName("formSearch")
        self.search.setPlaceholderText(self.tr("Indicator, value or report, with or without accents"))
        self.search.setAccessibleName(self.tr("Verified figures"))
        for view, model, name in (
            (self.figure_list, self.figures, self.tr("Verified figures")),
            (self.cell_list, self.cells, self.tr("Mapped cells")),
        ):
            view.setModel(model)
            view.setAccessibleName(name)
            view.setUniformItemSizes(True)
            view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            view.setTextElideMode(Qt.TextElideMode.ElideRight)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.figure_list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cell_list.setObjectName("formCells")
        self.unit_edit.setObjectName("formUnit")
        self.unit_edit.setAccessibleName(self.tr("Unit in the form"))
        self.period_box.setAccessibleName(self.tr("Report period"))
        self.current.setWordWrap(True)
        self.current.setObjectName("formCurrent")
        make_bold(self.summary)
        self.fill_button.setAutoDefault(False)
        periods = {each.report.period for each in self._state.book.figures} | {self._state.book.period}
        for period in sorted(periods, key=lambda each: (months_of(each) or (0, 0))[::-1], reverse=True):
            self.period_box.addItem(period_text(period) or "–", period)
        self.period_box.setCurrentIndex(self.period_box.findData(self._state.book.period))

    def _lay_out(self) -> None:
        hint = QLabel(
            self.tr(
                "Arrows: walk in the form · type: look for a figure · Enter: map, or confirm a proposal · "
                "Delete: unmap · F2: unit · F9: confirm all proposals seen · Tab: go on · Esc: close"
            )
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        for text, widget in (
            (self.tr("Report period"), self.period_box),
            (self.tr("Unit in the form"), self.unit_edit),
        ):
            label = QLabel(text)
            label.setBuddy(widget)
            line.addWidget(label)
            line.addWidget(widget, 1)
        column.addLayout(line)
        column.addWidget(self.search)
        column.addWidget(self.figure_list, 3)
        column.addWidget(QLabel(self.tr("Mapped cells")))
        column.addWidget(self.cell_list, 2)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.sheet)
        split.addWidget(right)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        buttons.addButton(self.fill_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.addWidget(self.summary, 1)
        bottom.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(split, 1)
        layout.addWidget(self.current)
        layout.addWidget(hint)
        layout.addLayout(bottom)
        parent = self.parentWidget()
        if parent is not None:
            self.resize(parent.size() * 0.94)
