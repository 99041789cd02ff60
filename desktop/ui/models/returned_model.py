"""The figures of which a workbook that came back says something else, both sides beside each other."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.core.messages import Language
from desktop.core.workbooks.reading_back.differences import RowDifference
from desktop.core.workbooks.reading_back.telling import Sides, Teller

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_LAST = 5


class RowState(StrEnum):
    """What became of a difference so far."""

    WAITING = "waiting"
    TAKEN = "taken"
    KEPT = "kept"
    LOCKED = "locked"
    TOLD = "told"


class ReturnedModel(QAbstractTableModel):
    """Shows differences, a row each: the place, what each side says, and what became of it."""

    def __init__(
        self, rows: Sequence[RowDifference], language: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        teller = Teller(language)
        self._rows = list(rows)
        self._sides = [teller.sides(row) for row in rows]
        self._states = [_first_state(row) for row in rows]

    def difference(self, row: int) -> RowDifference:
        """Return what stands in a row."""
        return self._rows[row]

    def sides(self, row: int) -> Sides:
        """Return the texts of a row."""
        return self._sides[row]

    def state(self, row: int) -> RowState:
        """Return what became of a row."""
        return self._states[row]

    def set_state(self, rows: Iterable[int], state: RowState) -> None:
        """Note what became of rows."""
        for row in rows:
            self._states[row] = state
            self.dataChanged.emit(self.index(row, 0), self.index(row, _LAST))

    def waiting(self) -> list[int]:
        """Return the rows that can be taken over and wait for an answer."""
        return [row for row, state in enumerate(self._states) if state is RowState.WAITING]

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else _LAST + 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Place"),
            self.tr("Indicator"),
            self.tr("In the program"),
            self.tr("In the Excel file"),
            self.tr("As read"),
            self.tr("Answer"),
        )[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        texts = self._texts(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return texts[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (texts[index.column()], self._sides[index.row()].said)))
        return None

    def _texts(self, row: int) -> tuple[str, ...]:
        sides = self._sides[row]
        place = f"{self._rows[row].known.report}, {sides.place}"
        return place, sides.indicator, sides.here, sides.there, sides.read, self._state_text(row)

    def _state_text(self, row: int) -> str:
        return {
            RowState.WAITING: self.tr("? waiting"),
            RowState.TAKEN: self.tr("✓ accepted"),
            RowState.KEPT: self.tr("✗ ours kept"),
            RowState.LOCKED: self.tr("! cannot be accepted"),
            RowState.TOLD: self.tr("– nothing to do"),
        }[self._states[row]]


def _first_state(row: RowDifference) -> RowState:
    if row.is_offered:
        return RowState.WAITING
    return RowState.LOCKED if row.is_to_settle else RowState.TOLD
