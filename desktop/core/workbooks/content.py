"""What goes into the summary workbook: plain values, collected by an operation, written by summary.py."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.core.annotations import Note, PassageTag
from desktop.core.figures import ReviewedFigure
from desktop.core.findings import StandingFinding
from desktop.core.layouts import Extent
from desktop.core.places import Place
from desktop.core.rereading import SecondReading
from desktop.core.reviews import LogEntry, ReportSummary, ReviewedSection
from desktop.core.tags import TagTree, tag_tree
from desktop.core.tags_in_force import TagsInForce

if TYPE_CHECKING:
    from desktop.core.isolation.analysis import PageImage

DrawPage = Callable[[int, int, float], "PageImage"]
"""Draws a page (from 1) of a report, given by its id, at so many pixels to the point; raises RefusedError."""


class Grouping(StrEnum):
    """By what the sheet "Tổng hợp" is set out."""

    SECTION = "section"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a clerk may choose of the workbook.

    With `has_pictures` it shows a crop of the page for each figure of a report that has pages.
    """

    grouping: Grouping = Grouping.SECTION
    has_pictures: bool = False


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


class Fate(StrEnum):
    """What became of a run of digits that is not handed on."""

    SET_ASIDE = "set_aside"
    DISMISSED = "dismissed"
    OPEN = "open"
    DOUBTFUL = "doubtful"


_UNKNOWN_EXTENT = Extent()
UNDECIDED, UNKNOWN = "undecided", "unknown"
"""Why a run is open: nobody has decided on its figure, or nobody has told what it is."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A number that is not handed on: where it stands, what became of it, why, and of how many runs it is.

    `reason` is a kind of the ledger for what the machine set aside, what the clerk said of a figure that was
    dismissed, and for what is open UNDECIDED or UNKNOWN; `who` and `at` tell who decided, "" and None where
    nobody has.
    """

    place: Place
    text: str
    fate: Fate
    reason: str = ""
    section_id: int | None = None
    note: str = ""
    who: str = ""
    at: datetime | None = None
    runs: int = 1


@dataclass(frozen=True, slots=True)
class LedgerContent:
    """The ledger of a report: how many runs of digits it has, how many verified figures claim, the others.

    Figures in words alone have no run.
    """

    runs: int = 0
    claimed: int = 0
    lines: tuple[LedgerLine, ...] = ()

    def count(self, *fates: Fate) -> int:
        """Return how many runs have one of these fates."""
        return sum(line.runs for line in self.lines if line.fate in fates)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who decided on figures of a report, and on how many."""

    name: str
    figures: int


@dataclass(frozen=True, slots=True)
class ReportContent:
    """One report: its sections in text order, its verified figures in reading order, and what is left out.

    `text` is the report's text, for the quotations; without it a figure is quoted by its own text only.
    `passages` and `notes` are what clerks put beside it, `findings` what the checks noticed, settled or not.
    `reviewers` are all who decided on a figure of it,
    whatever they decided, those with the most figures first.
    """

    summary: ReportSummary
    sections: tuple[ReviewedSection, ...]
    figures: tuple[ReviewedFigure, ...]
    left_out: LeftOut = LeftOut()
    text: str = ""
    passages: tuple[PassageTag, ...] = ()
    notes: tuple[Note, ...] = ()
    second_readings: tuple[SecondReading, ...] = ()
    findings: tuple[StandingFinding, ...] = ()
    ledger: LedgerContent = LedgerContent()
    extent: Extent = _UNKNOWN_EXTENT
    reviewers: tuple[Reviewer, ...] = ()
    imported_by: str = ""

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

    `only_tags` are the tags it is restricted to, none where it holds everything; `options` is what the clerk
    chose of its form. `draw` draws pages where it is to have pictures. Reports and log may be read anew each
    time they are gone through; `counted` is what is left out of all reports, `expected_figures` how many they
    hold, as far as that is known beforehand.
    """

    title: str
    workspace: str
    exported_at: datetime
    who: str
    reports: Sequence[ReportContent]
    log: Iterable[LogEntry] = ()
    tags: TagTree = field(default_factory=tag_tree)
    only_tags: tuple[str, ...] = ()
    options: ExportOptions = ExportOptions()
    draw: DrawPage | None = None
    counted: LeftOut | None = None
    expected_figures: int = 0

    @property
    def left_out(self) -> LeftOut:
        """Return what is left out of all reports together."""
        if self.counted is not None:
            return self.counted
        return sum((report.left_out for report in self.reports), LeftOut())
