"""Shows how often first and second readings were wrong, by person and by kind of figure."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from desktop.core.displays import number_text
from desktop.core.error_rates import ErrorCount, ErrorRate, ErrorRates
from desktop.ui import labels


class ErrorRatesDialog(QDialog):
    """A table: a line for each person, then one for each kind of figure; Esc closes it."""

    def __init__(self, rates: ErrorRates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("errorRatesDialog")
        self.setWindowTitle(self.tr("Error rates"))
        self.model = QStandardItemModel(self)
        self.model.setHorizontalHeaderLabels(
            [
                self.tr("By person, by kind"),
                self.tr("First: checked"),
                self.tr("wrong"),
                self.tr("rate"),
                self.tr("Second: checked"),
                self.tr("wrong"),
                self.tr("rate"),
            ]
        )
        for rate in (*rates.by_person, *rates.by_kind):
            self.model.appendRow(_row(rate))
        self.table = QTableView()
        self.table.setObjectName("errorRatesTable")
        self.table.setAccessibleName(self.windowTitle())
        self.table.setModel(self.model)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(self._hint(rates))
        letter = self.fontMetrics().averageCharWidth()
        self.resize(letter * 92, letter * 46)

    def _hint(self, rates: ErrorRates) -> QLabel:
        hint = QLabel(
            self.tr("Differences not settled yet, which count for nobody: {count}").format(
                count=rates.unsettled
            )
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        return hint


def _row(rate: ErrorRate) -> list[QStandardItem]:
    name = labels.kind_word(rate.kind) if rate.kind is not None else rate.who or "–"
    items = [QStandardItem(text) for text in (name, *_cells(rate.first), *_cells(rate.second))]
    for column, item in enumerate(items):
        item.setEditable(False)
        if column:
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return items


def _cells(count: ErrorCount) -> tuple[str, str, str]:
    share = "–" if count.rate is None else f"{number_text(round(count.rate * 100, 1) + Decimal(0))} %"
    return str(count.checked), str(count.wrong), share
