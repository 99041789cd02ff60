"""Asks about the letters of files that could not be told, one file after another."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.core.lettering.encoding import Encoding
from desktop.ui.dialogs.lettering_dialog import LetteringDialog
from desktop.ui.dialogs.opening import open_over

if TYPE_CHECKING:
    from desktop.operations.importing import Undecided


class LetteringQuestions(QObject):
    """Shows one question at a time.

    `decided` carries a path and an Encoding, `left` the name of a file that was not decided.
    """

    decided = Signal(object, object)
    left = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: deque[Undecided] = deque()
        self._asked: Undecided | None = None

    def add(self, undecided: "Undecided") -> None:
        """Keep a file to be asked about."""
        self._waiting.append(undecided)

    def begin(self) -> None:
        """Ask about the files kept, now that nothing else comes up over the window."""
        if self._asked is None:
            self._ask_next()

    def _ask_next(self) -> None:
        self._asked = self._waiting.popleft() if self._waiting else None
        if self._asked is not None:
            dialog = LetteringDialog(self._asked.path.name, self._asked.lettering, self._window)
            dialog.chosen.connect(self._decide)
            dialog.rejected.connect(self._leave)
            open_over(self._window, dialog)

    def _decide(self, encoding: Encoding) -> None:
        if self._asked is not None:
            self.decided.emit(self._asked.path, encoding)
        self._ask_next()

    def _leave(self) -> None:
        if self._asked is not None:
            self.left.emit(self._asked.path.name)
        self._ask_next()
