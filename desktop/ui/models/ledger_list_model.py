"""The ledger of a report as a list: the runs of digits that no figure claims, and why."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.core.reviews import LedgerRow
from desktop.core.sections import LedgerKind
from desktop.ui.labels import ledger_word

RUN_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which a row gives its LedgerRow."""

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

    def run_at(self, start: int | None) -> LedgerRow | None:
        """Return the run that begins at an offset, None where none does that stands here."""
        row = self.row_of(start)
        return None if row is None else self._rows[row]

    def row_of(self, start: int | None) -> int | None:
        """Return the row of the run that begins at an offset, None where there is none."""
        return next((at for at, row in enumerate(self._rows) if row.start == start), None)

    def first_open_row(self) -> int | None:
        """Return the row of the first run that is open, else the first of all, None where there is none."""
        is_open = (at for at, row in enumerate(self._rows) if row.kind is LedgerKind.OPEN)
        return next(is_open, 0 if self._rows else None)

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
        return row if role == RUN_ROLE else None

    def _context(self, row: LedgerRow) -> str:
        around = self._text[max(row.start - 60, 0) : row.end + 60]
        return "… " + " ".join(around.split()) + " …"
