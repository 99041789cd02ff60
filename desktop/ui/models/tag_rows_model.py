"""The tree of tags as rows, indented by their depth; rows can be ticked where that is wanted."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from desktop.core.tags import Tag
from desktop.ui.tag_look import TagLook

_INDENT = "\u2003\u2002"

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class TagRowsModel(QAbstractListModel):
    """Shows all tags, retired ones marked."""

    def __init__(self, look: TagLook, parent: QObject | None = None, *, is_checkable: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self._is_checkable = is_checkable
        self._rows: Sequence[tuple[Tag, int]] = ()
        self._checked: dict[str, bool] = {}
        look.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the tree as it is now."""
        self.beginResetModel()
        self._rows = list(self._look.tree.walk())
        self.endResetModel()

    def tag_at(self, index: Index) -> Tag | None:
        """Return the tag of a row."""
        return self._rows[index.row()][0] if index.isValid() else None

    def index_of(self, key: str | None) -> QModelIndex:
        """Return the row of a tag, an invalid one where it is not there."""
        row = next((row for row, (tag, _) in enumerate(self._rows) if tag.key == key), None)
        return QModelIndex() if row is None else self.index(row)

    def checked(self) -> tuple[str, ...]:
        """Return the tags that are ticked, in the order of the tree."""
        return tuple(tag.key for tag, _ in self._rows if self._checked.get(tag.key))

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self._is_checkable and index.isValid():
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        tag, depth = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _INDENT * depth + self._name(tag)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._look.words(tag.key)} {self._state(tag)}".rstrip()
        if role == Qt.ItemDataRole.DecorationRole:
            return self._look.swatch(tag.key, QGuiApplication.palette(), is_filled=not tag.is_retired)
        if role == Qt.ItemDataRole.CheckStateRole and self._is_checkable:
            return Qt.CheckState.Checked if self._checked.get(tag.key) else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        tag = self.tag_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or tag is None:
            return False
        self._checked[tag.key] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        return True

    def _name(self, tag: Tag) -> str:
        return f"{tag.name(self._look.language)} {self._state(tag)}".rstrip()

    def _state(self, tag: Tag) -> str:
        return self.tr("(retired)") if tag.is_retired else ""
