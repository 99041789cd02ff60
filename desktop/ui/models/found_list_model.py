"""What a search of the workspace found, a row each: the figure, and the report it is in."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.core.displays import period_text, quantity_text
from desktop.core.reviews import FoundFigure
from desktop.ui.labels import HIDDEN_SIGN, state_word

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class FoundListModel(QAbstractListModel):
    """Shows figures with their reports."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[FoundFigure] = ()
        self._hidden_ids: frozenset[int] = frozenset()

    def show_found(self, found: Sequence[FoundFigure], hidden_ids: frozenset[int] = frozenset()) -> None:
        """Show what another search found, the values of the figures of `hidden_ids` hidden."""
        self.beginResetModel()
        self._found = found
        self._hidden_ids = hidden_ids
        self.endResetModel()

    def found_at(self, row: int) -> FoundFigure:
        """Return what stands in a row."""
        return self._found[row]

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._found)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "  ·  ".join(filter(None, (*self._figure_parts(found), _report_words(found))))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (found.figure.text, found.figure.note, _report_words(found))))
        return None

    def _figure_parts(self, found: FoundFigure) -> tuple[str, ...]:
        figure, reading = found.figure, found.figure.effective
        quantity = HIDDEN_SIGN if figure.id in self._hidden_ids else quantity_text(reading)
        return (quantity, reading.indicator, period_text(reading.period), state_word(figure))


def _report_words(found: FoundFigure) -> str:
    return found.report.title or found.report.name
