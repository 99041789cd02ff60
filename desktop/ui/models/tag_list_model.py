"""The tags that can be chosen, found by a few letters; what fits the place comes first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from desktop.core.folding import folded
from desktop.ui.tag_look import TagLook

KEY_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which a row gives its tag's key."""

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class TagChoice:
    """A tag as it can be chosen: its name with the names above it, and why it stands where it does."""

    key: str
    words: str
    name: str
    hint: str = ""


class TagListModel(QAbstractListModel):
    """Shows the tags that match what is typed, the suggested and the recent ones first."""

    def __init__(self, look: TagLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._choices: list[TagChoice] = []
        self._shown: list[TagChoice] = []

    def offer(self, suggested: Sequence[str], recent: Mapping[str, str]) -> None:
        """Offer all tags in use; `recent` has the keys on the keyboard by the keys of tags."""
        first = list(dict.fromkeys((*suggested, *recent)))
        live = [tag.key for tag, _ in self._look.tree.walk() if not tag.is_retired]
        hints = {key: self.tr("suggested") for key in suggested}
        for key, shortcut in recent.items():
            hints[key] = ", ".join(filter(None, (hints.get(key), shortcut)))
        ordered = [*(key for key in first if key in live), *(key for key in live if key not in first)]
        self._choices = [self._choice(key, hints.get(key, "")) for key in ordered]
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Show the tags in whose words every typed word stands: first where the name begins with it."""
        wanted = folded(typed).split()
        self.beginResetModel()
        self._shown = list(_matching(self._choices, wanted))
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        choice = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return f"{choice.words}   ({choice.hint})" if choice.hint else choice.words
        if role == Qt.ItemDataRole.DecorationRole:
            return self._look.swatch(choice.key, QGuiApplication.palette())
        return choice.key if role == KEY_ROLE else None

    def _choice(self, key: str, hint: str) -> TagChoice:
        return TagChoice(key, self._look.words(key), folded(self._look.name(key)), hint)


def _matching(choices: Sequence[TagChoice], wanted: Sequence[str]) -> Iterator[TagChoice]:
    """Yield what matches in three parts: names that begin so, names with these words, names above with them.

    A typed word may be the beginning of one.
    """
    if not wanted:
        yield from choices
        return
    typed = " ".join(wanted)
    ranked: tuple[list[TagChoice], ...] = ([], [], [])
    for choice in choices:
        if choice.name.startswith(typed):
            ranked[0].append(choice)
        elif _begin_words(wanted, choice.name):
            ranked[1].append(choice)
        elif _begin_words(wanted, folded(choice.words)):
            ranked[2].append(choice)
    for part in ranked:
        yield from part


def _begin_words(wanted: Sequence[str], text: str) -> bool:
    words = text.split()
    return all(any(word.startswith(each) for word in words) for each in wanted)
