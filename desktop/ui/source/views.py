"""What the source panel asks of each of its views, and the words they share."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance

from desktop.core.documents import Document
from desktop.core.places import Place
from desktop.core.sections import LedgerKind
from desktop.ui.labels import ledger_word, verdict_word
from desktop.ui.marks import Mark, State
from desktop.ui.source.mark_index import MarkIndex


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a view stands in a report, to come back to: an offset, and how far beside it; a sheet; a zoom."""

    offset: int = 0
    across: int = 0
    sheet: int = 0
    zoom: float = 0.0


class SourceView(Protocol):
    """A view of one report; it lights the marks of the index it is given and is told when they change."""

    figure_clicked: SignalInstance
    selection_changed: SignalInstance

    def show_document(self, document: Document, standing: Standing) -> None:
        """Show a report, standing where it stood before."""

    def set_marks(self, marks: MarkIndex) -> None:
        """Light these marks from now on."""

    def refresh_marks(self) -> None:
        """Light the marks anew: some have changed."""

    def frame(self, place: Place | None, figure_id: int | None) -> None:
        """Frame a place and bring it into view; None frames nothing."""

    def selected_place(self) -> tuple[Place, str] | None:
        """Return what is selected and its text."""

    def standing(self) -> Standing:
        """Return where the view stands now."""

    def clear(self) -> None:
        """Show nothing."""


def state_word(mark: Mark) -> str:
    """Return the word for a mark's state."""
    return ledger_word(LedgerKind.OPEN) if mark.state is State.LEDGER else verdict_word(mark.verdict)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return [start, end) without the white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
