"""A line that finds a field by a few letters of its name, accents or not, and gives its key."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from desktop.core.fields import Field, fields
from desktop.core.messages import Language

_POPUP_LETTERS = 70

_KEY_ROLE = Qt.ItemDataRole.UserRole + 1
_FOLDED_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """A field as it can be chosen: its name before the names above it."""

    key: str
    words: str
    folded: str


class FieldListModel(QAbstractListModel):
    """Shows every field of the tree with its path, to be found by its folded text."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices = list(_choices(fields(), language, ()))

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._choices)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return choice.words
        if role == _FOLDED_ROLE:
            return choice.folded
        return choice.key if role == _KEY_ROLE else None


class TagEdit(QLineEdit):
    """Chooses a field; `chosen` carries its key, `left` says that Escape was pressed."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setObjectName("tagEdit")
        self.setAccessibleName(self.tr("Tag of the section"))
        self.setPlaceholderText(self.tr("Tag: type part of a name"))
        self._completer = _FoldingCompleter(self)
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]
        self.textEdited.connect(self._complete)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._offer()
        self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_first()
        elif event.key() == Qt.Key.Key_Down:
            self._complete(self.text())
        else:
            super().keyPressEvent(event)

    def _offer(self) -> None:
        # Not before it is needed: the tree of fields takes a while to read.
        if self._completer.model() is None or not self._completer.model().rowCount():
            self._completer.setModel(FieldListModel(self._language, self._completer))

    def _complete(self, text: str) -> None:
        self._completer.setCompletionPrefix(folded(text))
        self._completer.complete()
        if popup := self._completer.popup():
            popup.setMinimumWidth(self.fontMetrics().averageCharWidth() * _POPUP_LETTERS)
            popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _choose_first(self) -> None:
        self._offer()
        self._completer.setCompletionPrefix(folded(self.text()))
        first = self._completer.completionModel().index(0, 0)
        if self.text().strip() and first.isValid():
            self._choose(first)

    def _choose(self, index: QModelIndex) -> None:
        if popup := self._completer.popup():
            popup.hide()
        self.clear()
        self.chosen.emit(str(index.data(_KEY_ROLE)))


class _FoldingCompleter(QCompleter):
    def __init__(self, parent: QLineEdit) -> None:
        super().__init__(parent)
        self.setCompletionRole(_FOLDED_ROLE)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
        self.setMaxVisibleItems(12)


def folded(text: str) -> str:
    """Return `text` in small letters without accents, đ as d, so that both ways of typing find it."""
    letters = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _choices(branch: Sequence[Field], language: Language, above: tuple[str, ...]) -> Iterator[FieldChoice]:
    for field in branch:
        name = field.name(language)
        words = f"{name}  ·  {' › '.join(above)}" if above else name
        yield FieldChoice(field.key, words, folded(words))
        yield from _choices(field.children, language, (*above, name))
