"""A workbook that came back, held against the program: a row a figure, one key to accept or to keep ours."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.core.documents import Document
from desktop.core.figures import ReviewedFigure
from desktop.ui.delegates.value_delegate import ENTER_KEYS
from desktop.ui.models.returned_model import ReturnedModel, RowState
from desktop.ui.panels.lettering import make_bold
from desktop.ui.panels.place_panel import PlacePanel
from desktop.ui.source.page_loading import LoadPage
from desktop.ui.tasks import TaskRunner

_STRETCHED = (1, 2, 3)


class ReturnedDialog(QDialog):
    """Lists differences; `accepted_rows` carries the rows to take over, `row_shown` the row to look at.

    `undo_wanted` asks for the last acceptance to be taken back. Only rows that have been on the screen are
    accepted together.
    """

    accepted_rows = Signal(object)
    row_shown = Signal(int)
    undo_wanted = Signal()

    def __init__(
        self, model: ReturnedModel, remarks: Sequence[str], runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("returnedDialog")
        self.setWindowTitle(self.tr("Excel file that was changed"))
        self.model = model
        self._seen: set[int] = set()
        self.heading = QLabel()
        make_bold(self.heading)
        self.changed_by = QLineEdit()
        self.changed_by.setObjectName("changedByEdit")
        self.place = PlacePanel(runner=runner)
        self.table = QTableView()
        self.said = QLabel()
        self.said.setObjectName("differenceSaid")
        self.remarks = QListView()
        self._set_up_table()
        self._set_up_remarks(remarks)
        self._lay_out()
        self._tell_waiting()
        self.table.setFocus()

    def use_pages(self, draw_page: LoadPage | None) -> None:
        """Take the pictures of the report's pages from here, None where it has no pages."""
        self.place.use_pages(draw_page)

    def show_place(self, figure: ReviewedFigure | None, document: Document | None) -> None:
        """Show where the figure of the current row stands."""
        self.place.show_figure(figure, document)

    def show_first(self) -> None:
        """Go to the first row that waits, else to the first."""
        rows = self.model.waiting() or range(min(1, self.model.rowCount()))
        for row in rows[:1]:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def note_answer(self, rows: Sequence[int], state: RowState) -> None:
        """Note what became of rows, and go on to the next one that waits."""
        self.model.set_state(rows, state)
        self._tell_waiting()
        current = self.table.currentIndex().row()
        following = [row for row in self.model.waiting() if row > current] or self.model.waiting()
        if state is RowState.WAITING:
            following = list(rows)
        if following:
            self.table.setCurrentIndex(self.model.index(following[0], 0))

    def say(self, line: str) -> None:
        """Say a line beside the rows."""
        self.said.setText(line)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table.viewport() and event.type() in (QEvent.Type.Paint, QEvent.Type.Resize):
            self._note_seen()
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        is_enter = event.key() in ENTER_KEYS
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._accept_shown()
        elif is_enter:
            self._accept_current()
        elif event.key() == Qt.Key.Key_Delete:
            self._keep_current()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        else:
            return False
        return True

    def _accept_current(self) -> None:
        row = self.table.currentIndex().row()
        if row < 0:
            return
        if self.model.state(row) in (RowState.WAITING, RowState.KEPT):
            self.accepted_rows.emit([row])
        else:
            self._show_said(row)

    def _keep_current(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0 and self.model.state(row) is RowState.WAITING:
            self.note_answer([row], RowState.KEPT)

    def _accept_shown(self) -> None:
        waiting = self.model.waiting()
        seen = [row for row in waiting if row in self._seen]
        if seen:
            self.accepted_rows.emit(seen)
        if unseen := len(waiting) - len(seen):
            self.said.setText(self.tr("%n row(s) were not on the screen yet and still wait.", "", unseen))

    def _note_seen(self) -> None:
        first, last = self.table.rowAt(0), self.table.rowAt(self.table.viewport().height() - 1)
        if first >= 0:
            self._seen.update(range(first, (self.model.rowCount() if last < 0 else last + 1)))

    def _show_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self._show_said(index.row())
            self.row_shown.emit(index.row())

    def _show_said(self, row: int) -> None:
        sides = self.model.sides(row)
        several = len(self.model.difference(row).fields) > 1
        self.said.setText(
            "\n".join(filter(None, (*([sides.here, sides.there] if several else []), sides.said)))
        )
        self.said.setAccessibleName(self.said.text())

    def _tell_waiting(self) -> None:
        self.heading.setText(self.tr("%n difference(s) wait for an answer", "", len(self.model.waiting())))

    def _set_up_table(self) -> None:
        self.table.setObjectName("returnedTable")
        self.table.setAccessibleName(self.tr("Figures that differ"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in _STRETCHED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.table.installEventFilter(self)
        self.table.viewport().installEventFilter(self)

    def _set_up_remarks(self, remarks: Sequence[str]) -> None:
        self.remarks.setObjectName("returnedRemarks")
        self.remarks.setAccessibleName(self.tr("What else is to be said of the file"))
        self.remarks.setModel(QStringListModel(list(remarks), self))
        self.remarks.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.remarks.setWordWrap(True)
        self.remarks.setMaximumHeight(self.fontMetrics().height() * 6)
        self.remarks.setVisible(bool(remarks))

    def _lay_out(self) -> None:
        hint = QLabel(
            self.tr(
                "Enter accepts a row · Delete keeps ours · Ctrl+Enter accepts all that were shown · "
                "Ctrl+Z takes back · Esc closes"
            )
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        self.said.setWordWrap(True)
        who = QFormLayout()
        who.addRow(self.tr("Changed in the file &by:"), self.changed_by)
        layout = QVBoxLayout(self)
        layout.addWidget(self.heading)
        layout.addLayout(who)
        layout.addWidget(self.table, 3)
        layout.addWidget(self.said)
        layout.addWidget(self.place, 1)
        layout.addWidget(self.remarks)
        layout.addWidget(hint)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(min(letter * 150, 1_240), letter * 66)
