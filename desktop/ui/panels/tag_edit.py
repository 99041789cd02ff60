"""A line that finds a tag by a few letters of its name, accents or not, and gives its key."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from desktop.ui.models.tag_list_model import KEY_ROLE, TagListModel
from desktop.ui.tag_look import TagLook

_POPUP_LETTERS = 76
_POPUP_ROWS = 12


class TagEdit(QLineEdit):
    """Chooses a tag; `chosen` carries its key, `left` says that Escape was pressed.

    `ended` says that the keyboard went elsewhere: what a tag was asked for is not meant any more.

    What is suggested stands in the list at once, its best under the cursor: Enter takes it.
    """

    chosen = Signal(str)
    left = Signal()
    ended = Signal()

    def __init__(self, look: TagLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tagEdit")
        self.setAccessibleName(self.tr("Tag of the section or passage"))
        self._show_nothing_asked()
        self.choices = TagListModel(look, self)
        self._has_suggestion = False
        self._completer = QCompleter(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_POPUP_ROWS)
        self._completer.setModel(self.choices)
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]
        self.textEdited.connect(self._complete)

    def ask(self, subject: str, suggested: Sequence[str], recent: Mapping[str, str]) -> None:
        """Ask for a tag of `subject`, which is named in the empty line."""
        self._has_suggestion = bool(suggested)
        self.choices.offer(suggested, recent)
        self.clear()
        self.setPlaceholderText(subject)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._complete("")

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.choices.rowCount():
            self.choices.offer((), {})

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._show_nothing_asked()
            self.ended.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._marked())
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _show_nothing_asked(self) -> None:
        self.setPlaceholderText(self.tr("Tag: type part of a name"))

    def _leave(self) -> None:
        self._hide_list()
        self.clear()
        self.left.emit()

    def _complete(self, text: str) -> None:
        self.choices.narrow(text)
        self._completer.complete()
        if popup := self._completer.popup():
            popup.setMinimumWidth(self.fontMetrics().averageCharWidth() * _POPUP_LETTERS)
            is_marked = self._has_suggestion or text.strip()
            popup.setCurrentIndex(
                self._completer.completionModel().index(0, 0) if is_marked else QModelIndex()
            )

    def _step(self, by: int) -> None:
        """Open the list, or go down (1) or up (-1) in it."""
        popup = self._completer.popup()
        if popup is None or not popup.isVisible():
            self._complete(self.text())
            return
        row = (popup.currentIndex().row() + by) % max(self.choices.rowCount(), 1)
        popup.setCurrentIndex(self._completer.completionModel().index(row, 0))

    def _marked(self) -> QModelIndex:
        """Return the row under the cursor, else the first that what was typed matches."""
        popup = self._completer.popup()
        if popup is not None and popup.isVisible() and popup.currentIndex().isValid():
            return popup.currentIndex()
        return self.choices.index(0, 0) if self.text().strip() else QModelIndex()

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        key = str(index.data(KEY_ROLE))
        self._hide_list()
        self.clear()
        self.chosen.emit(key)

    def _hide_list(self) -> None:
        if popup := self._completer.popup():
            popup.hide()
