"""What the views of the source panel share: where they stand, and the words they say."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from desktop.core.documents import Format
from desktop.core.figures import Verdict
from desktop.core.sections import LedgerKind
from desktop.ui.labels import aside_words, ledger_word, reason_words, verdict_word
from desktop.ui.marks import Mark, State

WORKBOOKS = (Format.XLSX, Format.XLS)
"""The formats that are shown as sheets."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a view stands in a report, to come back to: an offset, and how far beside it; a sheet; a zoom."""

    offset: int = 0
    across: int = 0
    sheet: int = 0
    zoom: float = 0.0


def state_word(mark: Mark) -> str:
    """Return the word for a mark's state, with the reason of what was dismissed or set aside."""
    if mark.aside is not None:
        return aside_words(ledger_word(mark.aside))
    if mark.verdict is Verdict.DISMISSED and mark.reason:
        return f"{verdict_word(mark.verdict)}: {reason_words(mark.reason)}"
    return ledger_word(LedgerKind.OPEN) if mark.state is State.LEDGER else verdict_word(mark.verdict)


def tell_of(mark: Mark | None, view: QWidget, at: QPoint, passages: Sequence[str] = ()) -> None:
    """Tell of the mark under the mouse, at a point of the screen: beside it and in the status line.

    Beside it also the names of the tagged and noted `passages` there.
    """
    words = state_word(mark) if mark is not None else ""
    QToolTip.showText(at, "\n".join(filter(None, (words, *passages))), view)
    QApplication.sendEvent(view, QStatusTipEvent(words))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return [start, end) without the white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
