"""What goes into the summary workbook: plain values, collected by an operation, written by summary.py."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desktop.core.annotations import Note, PassageTag
from desktop.core.figures import ReviewedFigure
from desktop.core.rereading import SecondReading
from desktop.core.reviews import LogEntry, ReportSummary, ReviewedSection
from desktop.core.tags import TagTree, tag_tree
from desktop.core.tags_in_force import TagsInForce


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many figures of a report are not handed on, by what has been said of them."""

    open: int = 0
    doubtful: int = 0
    dismissed: int = 0

    @property
    def total(self) -> int:
        """Return how many figures are left out in all."""
        return self.open + self.doubtful + self.dismissed

    def __add__(self, other: "LeftOut") -> "LeftOut":
        """Return the counts of both together."""
        return LeftOut(
            self.open + other.open, self.doubtful + other.doubtful, self.dismissed + other.dismissed
        )


@dataclass(frozen=True, slots=True)
class ReportContent:
    """One report: its sections in text order, its verified figures in reading order, and what is left out.

    `text` is the report's text, for the quotations; without it a figure is quoted by its own text only.
    `passages` and `notes` are what clerks put beside it.
    """

    summary: ReportSummary
    sections: tuple[ReviewedSection, ...]
    figures: tuple[ReviewedFigure, ...]
    left_out: LeftOut = LeftOut()
    text: str = ""
    passages: tuple[PassageTag, ...] = ()
    notes: tuple[Note, ...] = ()
    second_readings: tuple[SecondReading, ...] = ()

    def __post_init__(self) -> None:
        """Refuse figures that are not verified: they are never handed on."""
        if any(not figure.verdict.is_verified for figure in self.figures):
            raise ValueError("only verified figures belong in the summary")

    def tags_in_force(self) -> TagsInForce:
        """Return what tells the tags of its figures, those of passages and inherited ones included."""
        return TagsInForce(self.sections, self.passages)


@dataclass(frozen=True, slots=True)
class WorkbookContent:
    """All that the summary tells: `title` is its heading, `workspace` and `who` say where it comes from.

    `only_tags` are the tags it is restricted to, none where it holds everything. Reports and log may be read
    anew each time they are gone through; `counted` is what is left out of all reports, `expected_figures`
    how many they hold, as far as that is known beforehand.
    """

    title: str
    workspace: str
    exported_at: datetime
    who: str
    reports: Sequence[ReportContent]
    log: Iterable[LogEntry] = ()
    tags: TagTree = field(default_factory=tag_tree)
    only_tags: tuple[str, ...] = ()
    counted: LeftOut | None = None
    expected_figures: int = 0

    @property
    def left_out(self) -> LeftOut:
        """Return what is left out of all reports together."""
        if self.counted is not None:
            return self.counted
        return sum((report.left_out for report in self.reports), LeftOut())
