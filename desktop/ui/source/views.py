"""What the views of the source panel share: where they stand, and the words they say."""

from dataclasses import dataclass

from desktop.core.documents import Format
from desktop.core.sections import LedgerKind
from desktop.ui.labels import ledger_word, verdict_word
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
    """Return the word for a mark's state."""
    return ledger_word(LedgerKind.OPEN) if mark.state is State.LEDGER else verdict_word(mark.verdict)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return [start, end) without the white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
