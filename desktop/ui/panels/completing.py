"""Completion of what is typed in a line by words known already; tone marks and case may be left out."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from desktop.core.folding import folded

_MOST_SHOWN = 12
_FEWEST_LETTERS = 2


class Completing(QObject):
    """Offers the words that hold what stands in `edit`, those that begin with it first."""

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._known: list[tuple[str, str]] = []
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(_MOST_SHOWN)
        edit.setCompleter(self._completer)
        edit.textEdited.connect(self._offer)
        self._completer.activated.connect(edit.textEdited)

    def know(self, words: Sequence[str]) -> None:
        """Complete by these words from now on, the likeliest first."""
        self._known = [(folded(word), word) for word in dict.fromkeys(words) if word]
        self._model.setStringList([])

    def learn(self, word: str) -> None:
        """Complete by this word too, before all others."""
        if word and (not self._known or self._known[0][1] != word):
            self._known = [(folded(word), word), *(each for each in self._known if each[1] != word)]

    def offered(self) -> list[str]:
        """Return the words that are offered now."""
        return self._model.stringList()

    def _offer(self, text: str) -> None:
        wanted = folded(text.strip())
        self._model.setStringList(self._fitting(wanted) if len(wanted) >= _FEWEST_LETTERS else [])

    def _fitting(self, wanted: str) -> list[str]:
        begins = [word for key, word in self._known if key.startswith(wanted) and key != wanted]
        holds = [word for key, word in self._known if wanted in key and not key.startswith(wanted)]
        return (begins + holds)[:_MOST_SHOWN]
