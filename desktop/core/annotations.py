"""What clerks put beside a report: tags on its passages, and notes. Plain values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.core.places import Place

_QUOTED_LETTERS = 60


@dataclass(frozen=True, slots=True)
class PassageTag:
    """A tag on a passage; its place has no boxes, those of its words are meant."""

    report_id: int
    place: Place
    key: str


class NoteState(StrEnum):
    """How a note stands; one that was taken back is kept as removed, and nothing shows it."""

    OPEN = "open"
    SETTLED = "settled"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a figure, on a passage (`place` alone) or on a whole report (neither)."""

    id: int
    report_id: int
    text: str
    written_by: str
    written_at: datetime
    place: Place | None = None
    figure_id: int | None = None
    state: NoteState = NoteState.OPEN
    settled_by: str = ""
    settled_at: datetime | None = None
    revision: int = 1


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with what it is on: the words there, "" of a whole report, and the report's name.

    `report` is "" where the note is one of the report that is open.
    """

    note: Note
    quote: str
    report: str = ""


def quoted(text: str, place: Place | None) -> str:
    """Return the words of a report's text that a note is on, cut where they are many."""
    if place is None:
        return ""
    return " ".join(text[place.start : min(place.end, place.start + _QUOTED_LETTERS)].split())
