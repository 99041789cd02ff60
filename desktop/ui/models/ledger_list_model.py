"""The ledger of a report as a list: the runs of digits that no figure claims, and why."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.core.places import Place
from desktop.core.reviews import LedgerRow
from desktop.core.sections import LedgerKind
from desktop.ui.labels import ledger_word

PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which a row gives the Place of its run."""

_CLAIMED = (LedgerKind.FIGURE, LedgerKind.PART)

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class LedgerListModel(QAbstractListModel):
    """Shows the runs that are set aside or open, in the order of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[LedgerRow] = []
        self._text = ""

    def show_ledger(self, rows: Sequence[LedgerRow], text: str) -> None:
        """Show a report's ledger over its text."""
        self.beginResetModel()
        self._rows = [row for row in rows if row.kind not in _CLAIMED]
        self._text = text
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self._text[row.start : row.end]} · {ledger_word(row.kind)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._context(row)
        return Place(row.start, row.end, sheet=row.sheet, cell=row.cell) if role == PLACE_ROLE else None

    def _context(self, row: LedgerRow) -> str:
        around = self._text[max(row.start - 60, 0) : row.end + 60]
        return "… " + " ".join(around.split()) + " …"
