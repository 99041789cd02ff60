"""The report's headings as a tree, and the ledger of its numbers: plain values."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what is under it, [start, end); `parent` is an index into the same list, None at the top.

    `title` is the heading as written on one line, its number included ("II. Y tế"); `level` counts from 1.
    """

    title: str
    level: int
    start: int
    end: int
    parent: int | None = None


class LedgerKind(StrEnum):
    """What became of a run of digits: claimed by a figure, set aside for a reason, or still open."""

    FIGURE = "figure"
    PART = "part"
    DATE = "date"
    PERIOD = "period"
    LEGAL = "legal"
    ORDINAL = "ordinal"
    NAME = "name"
    FURNITURE = "furniture"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One run of digits, [start, end); `figure` is the index of the figure that claims it, else None."""

    start: int
    end: int
    kind: LedgerKind
    figure: int | None = None
    sheet: str | None = None
    cell: str | None = None
