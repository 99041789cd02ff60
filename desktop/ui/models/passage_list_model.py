"""The tagged passages of a report as a list, in the order of the text."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from desktop.core.annotations import PassageTag
from desktop.ui.tag_look import TagLook

PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which a row gives the Place it stands for."""

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_QUOTED_LETTERS = 80


class PassageListModel(QAbstractListModel):
    """Shows each passage with its tag and its words."""

    def __init__(self, look: TagLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._passages: Sequence[PassageTag] = ()
        self._text = ""
        look.changed.connect(self._announce)

    def show_passages(self, passages: Sequence[PassageTag], text: str) -> None:
        """Show a report's passages over its text."""
        self.beginResetModel()
        self._passages, self._text = passages, text
        self.endResetModel()

    def passages(self) -> Sequence[PassageTag]:
        """Return all passages in the order of the text."""
        return self._passages

    def passage_at(self, index: Index) -> PassageTag | None:
        """Return the passage of a row."""
        return self._passages[index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._passages)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        passage = self.passage_at(index)
        if passage is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self._look.name(passage.key)} · {self._quote(passage, _QUOTED_LETTERS)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._look.words(passage.key)}\n{self._quote(passage, 10 * _QUOTED_LETTERS)}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._look.swatch(passage.key, QGuiApplication.palette())
        return passage.place if role == PLACE_ROLE else None

    def _quote(self, passage: PassageTag, most: int) -> str:
        place = passage.place
        return " ".join(self._text[place.start : min(place.end, place.start + most)].split())

    def _announce(self) -> None:
        if self._passages:
            self.dataChanged.emit(self.index(0), self.index(len(self._passages) - 1))
