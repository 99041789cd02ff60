"""The reports of the workspace, with a line that narrows a long list of them."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.models.report_list_model import ReportListModel
from desktop.ui.panels.lettering import make_bold
from desktop.ui.panels.search_edit import SearchEdit
from desktop.ui.report_content import Outline

_FEW = 9
"""So many reports need no line to be narrowed by."""

_LINES = 2
_LINE_HEIGHT = 1.15


class ReportPanel(QWidget):
    """Chooses a report; `chosen` carries its id."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ReportListModel(self)
        self._report_id: int | None = None
        caption = QLabel(self.tr("Reports"))
        caption.setContentsMargins(6, 4, 6, 4)
        make_bold(caption)
        self.line = SearchEdit()
        self.line.setObjectName("reportLine")
        self.line.setAccessibleName(self.tr("Search the reports"))
        self.line.setPlaceholderText(self.tr("Title, file or period"))
        self.line.hide()
        self.list = ReportList(self.line)
        self.list.setObjectName("reportList")
        self.list.setAccessibleName(self.tr("Reports of the workspace"))
        self.list.setModel(self.model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (caption, self.line, self.list):
            layout.addWidget(widget)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.line.wanted.connect(self._narrow)
        self.line.entered.connect(self._go_to_list)
        self.line.moved.connect(self._go_to_list)
        self.line.left.connect(self.list.setFocus)

    def show_outline(self, outline: Outline) -> None:
        """Show the reports, where they were read anew, and what has become of some."""
        if outline.reports is not None:
            self.model.show_labels(outline.reports)
            self.line.setVisible(self.model.count > _FEW)
        self.model.take(outline.summaries)
        self._report_id = outline.report_id
        self._mark_report()

    def report_period(self) -> str:
        """Return what the open report is about ("2021-Q1"), "" where that is not known."""
        report = None if self._report_id is None else self.model.report(self._report_id)
        return report.period if report else ""

    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        self._mark_report()

    def _go_to_list(self) -> None:
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.id_at(index.row()))

    def _mark_report(self) -> None:
        row = self.model.row_of(self._report_id)
        if row is not None and self.list.currentIndex().row() != row:
            self.list.setCurrentIndex(self.model.index(row))


class ReportList(QTableView):
    """A list whose rows are all of one height; letters typed on it go to the line that narrows it.

    A table, because a QListView asks the model for every one of 10,000 rows before it paints one.
    """

    def __init__(self, line: SearchEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(
            round(self.fontMetrics().height() * _LINES * _LINE_HEIGHT)
        )

    @override
    def keyboardSearch(self, search: str) -> None:
        if self._line.isVisible() and search.strip():
            self._line.setFocus()
            self._line.setText(search)
