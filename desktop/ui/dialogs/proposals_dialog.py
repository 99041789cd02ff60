"""Shows what a correction would change in other figures, and takes over what is ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.core.corrections import Proposal
from desktop.core.displays import quantity_text
from desktop.core.figures import Reading
from desktop.ui import labels
from desktop.ui.delegates.value_delegate import ENTER_KEYS


class ProposalsDialog(QDialog):
    """Lists figures as they are and as they would be; `taken` carries the ticked Proposals."""

    taken = Signal(object)

    def __init__(self, proposals: Sequence[Proposal], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proposalsDialog")
        self.setWindowTitle(self.tr("Put others right alike"))
        self._proposals = list(proposals)
        self._model = QStandardItemModel(self)
        self._fill()
        self.table = QTableView()
        self.table.setObjectName("proposalTable")
        self.table.setAccessibleName(self.tr("Figures that would change"))
        self._set_up_table()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Change what is ticked"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Change nothing"))
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        hint = QLabel(
            self.tr("Enter changes what is ticked, Space ticks a row, Esc changes nothing. Values stay open.")
        )
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        for widget in (hint, self.table, buttons):
            layout.addWidget(widget)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(min(letter * 120, 1_200), letter * 60)
        self.table.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and watched is self.table:
            if event.key() in ENTER_KEYS:
                self._take()
                return True
            if event.key() == Qt.Key.Key_Space:
                self._tick(self.table.currentIndex().row())
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self._model.setHorizontalHeaderLabels(
            [self.tr("Figure"), self.tr("As read"), self.tr("Put right alike")]
        )
        for proposal in self._proposals:
            before, after = _told(proposal.figure.read, proposal.reading)
            row = [QStandardItem(text) for text in (quantity_text(proposal.figure.read), before, after)]
            for item in row:
                item.setEditable(False)
                item.setToolTip(item.text())
            row[0].setCheckable(True)
            row[0].setCheckState(Qt.CheckState.Checked)
            self._model.appendRow(row)

    def _set_up_table(self) -> None:
        self.table.setModel(self._model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setCurrentIndex(self._model.index(0, 0))
        self.table.installEventFilter(self)

    def _tick(self, row: int) -> None:
        if item := self._model.item(row, 0):
            is_ticked = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked)

    def _take(self) -> None:
        ticked = [
            proposal
            for row, proposal in enumerate(self._proposals)
            if self._model.item(row, 0).checkState() == Qt.CheckState.Checked
        ]
        self.accept()
        if ticked:
            self.taken.emit(ticked)


def _told(read: Reading, righted: Reading) -> tuple[str, str]:
    """Return what differs of two readings, as it is and as it would be."""
    pairs = [
        (read.indicator, righted.indicator),
        (read.unit, righted.unit),
        (labels.kind_word(read.kind), labels.kind_word(righted.kind)),
        (labels.base_word(read.base), labels.base_word(righted.base)),
    ]
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    before, after = zip(*differing, strict=True)
    return " · ".join(before), " · ".join(after)
