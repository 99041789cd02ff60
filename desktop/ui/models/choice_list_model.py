"""A list of things to choose from, found by the beginnings of their words, accents or not."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.core.searching import joined_words, terms_of

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: what it means, its name, how many figures it has, and whether it is in force."""

    meaning: Hashable
    name: str
    count: int
    is_on: bool = False


class ChoiceListModel(QAbstractListModel):
    """Shows the choices whose names hold all that is typed."""

    def __init__(self, choices: Sequence[Choice], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices = list(choices)
        self._words = [f" {joined_words((choice.name,), ())}" for choice in choices]
        self._shown = list(choices)

    def narrow(self, text: str) -> None:
        """Show only the choices in which some word begins with each word of `text`."""
        starts = [f" {form}" for forms in terms_of(text) for form in forms[:1]]
        pairs = zip(self._choices, self._words, strict=True)
        self.beginResetModel()
        self._shown = [choice for choice, words in pairs if all(start in words for start in starts)]
        self.endResetModel()

    def choice_at(self, row: int) -> Choice:
        """Return the choice in a row."""
        return self._shown[row]

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        choice = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{'✓' if choice.is_on else ' '} {choice.name} ({choice.count})"
        return choice.name if role == Qt.ItemDataRole.ToolTipRole else None
