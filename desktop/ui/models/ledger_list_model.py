"""The ledger of a report as a list: the runs of digits that are set aside, and why, and the open ones."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from desktop.core.reviews import LedgerRow
from desktop.core.sections import LedgerKind
from desktop.ui.delegates.states import sign_of
from desktop.ui.labels import ledger_word
from desktop.ui.marks import State
from desktop.ui.models.completion import ALL_DONE

RUN_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which a row gives its LedgerRow."""

_CLAIMED = (LedgerKind.FIGURE, LedgerKind.PART)

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class LedgerListModel(QAbstractListModel):
    """Shows the runs that are set aside or open, in the order of the text.

    `changed_in_place` says that rows say something else: on `dataChanged` a list view would lay out all of
    its rows anew, which takes a tenth of a second for 40,000.
    """

    changed_in_place = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[LedgerRow] = []
        self._text = ""

    def show_ledger(self, rows: Sequence[LedgerRow], text: str) -> None:
        """Show a report's ledger over its text."""
        self.beginResetModel()
        self._rows = list(filter(_is_listed, rows))
        self._text = text
        self.endResetModel()

    def update_runs(self, rows: Sequence[LedgerRow]) -> None:
        """Show these runs as they are now; those settled meanwhile stay until the whole ledger is read."""
        for run in rows:
            row = bisect_left(self._rows, run.start, key=_start)
            is_there = row < len(self._rows) and self._rows[row].start == run.start
            if is_there:
                self._rows[row] = run
            elif _is_listed(run):
                self.beginInsertRows(QModelIndex(), row, row)
                self._rows.insert(row, run)
                self.endInsertRows()

        self.changed_in_place.emit()

    def run_at(self, start: int | None) -> LedgerRow | None:
        """Return the run that begins at an offset, None where none does that stands here."""
        row = self.row_of(start)
        return None if row is None else self._rows[row]

    def row_of(self, start: int | None) -> int | None:
        """Return the row of the run that begins at an offset, None where there is none."""
        row = None if start is None else self.row_from(start)
        return None if row is None or self._rows[row].start != start else row

    def row_from(self, start: int) -> int | None:
        """Return the row of the first run that begins at an offset or behind it, else the last one."""
        row = bisect_left(self._rows, start, key=_start)
        return min(row, len(self._rows) - 1) if self._rows else None

    def first_open_row(self) -> int | None:
        """Return the row of the first run that is open, else the first of all, None where there is none."""
        is_open = (at for at, row in enumerate(self._rows) if row.is_open)
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
            return f"{self._sign(row)} {self._text[row.start : row.end]} · {self._word(row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._context(row)
        return row if role == RUN_ROLE else None

    def _sign(self, row: LedgerRow) -> str:
        """Return the sign of what the run's place shows in the report."""
        if not row.is_open:
            return ALL_DONE if row.kind in _CLAIMED else sign_of(State.ASIDE)
        return sign_of(State.LEDGER if row.kind is LedgerKind.OPEN else State.OPEN)

    def _word(self, row: LedgerRow) -> str:
        if row.is_open and row.kind is not LedgerKind.OPEN:
            return self.tr("waits for a verdict")
        return ledger_word(row.kind)

    def _context(self, row: LedgerRow) -> str:
        around = self._text[max(row.start - 60, 0) : row.end + 60]
        return "… " + " ".join(around.split()) + " …"


def _is_listed(row: LedgerRow) -> bool:
    return row.is_open or row.kind not in _CLAIMED


def _start(row: LedgerRow) -> int:
    return row.start
