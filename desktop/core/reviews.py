"""What a workspace tells of its reports: plain values that queries fill and every surface shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from desktop.core.documents import Format
from desktop.core.figures import Origin, Reading, ReviewedFigure, Verdict
from desktop.core.places import Place
from desktop.core.sections import LedgerKind


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a review is: figures by verdict, and the runs of digits nobody has accounted for yet.

    A run is accounted for when it is set aside with a reason or when its figure is verified or dismissed.
    `hasty` counts the figures that were accepted faster than they can be read.
    """

    total: int = 0
    open: int = 0
    verified: int = 0
    dismissed: int = 0
    doubtful: int = 0
    ledger_open: int = 0
    hasty: int = 0

    @property
    def is_complete(self) -> bool:
        """Tell whether nothing is left to be settled: no figure open or doubtful, no run of digits open."""
        return not (self.open or self.doubtful or self.ledger_open)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that figures are described with, those of the report first, the commonest first."""

    units: Sequence[str] = ()
    indicators: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report as the list of reports shows it; `period` is "2021-Q1" and the like.

    What the report does not tell of itself (`title`, `period`, `issuer`, `province`) is "". `signed_at` is
    None unless the report is signed off, by `signed_by`.
    """

    id: int
    digest: str
    name: str
    title: str
    period: str
    format: Format
    imported_at: datetime
    progress: Progress
    issuer: str = ""
    province: str = ""
    signed_by: str = ""
    signed_at: datetime | None = None

    @property
    def is_signed_off(self) -> bool:
        """Tell whether somebody has vouched for the whole report."""
        return self.signed_at is not None

    @property
    def issued_by(self) -> str:
        """Return who issued the report: "UBND tỉnh Bắc Ninh", "Cục Thống kê (Bắc Ninh)", "Bắc Ninh" or ""."""
        if not self.issuer or self.province.casefold() in self.issuer.casefold():
            return self.issuer or self.province
        return f"{self.issuer} ({self.province})"


class ReportLabel(NamedTuple):
    """What a long list of reports is searched by; the rest of a report is read when its row is shown.

    A tuple, because 10,000 of them are made and compared.
    """

    id: int
    title: str
    name: str
    period: str


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure found in the workspace, with the report it is in."""

    figure: ReviewedFigure
    report: ReportLabel


@dataclass(frozen=True, slots=True)
class Found:
    """What a search of the workspace found; `is_cut` where there is more than is shown."""

    figures: Sequence[FoundFigure] = ()
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class ReviewedSection:
    """A section with its tags (keys of lexicon/fields.toml) and its figures' counts, children included."""

    id: int
    parent_id: int | None
    title: str
    level: int
    start: int
    end: int
    tags: tuple[str, ...] = ()
    total: int = 0
    open: int = 0


class FigureLook(NamedTuple):
    """What makes figures look alike, the unit as it is compared and the kind; and a number to order them by.

    The number is rounded to what a float holds, and nothing else is done with it.
    """

    unit: str
    kind: str
    number: float

    @classmethod
    def of(cls, reading: Reading) -> "FigureLook":
        """Return how a reading looks."""
        return cls(reading.unit.casefold(), str(reading.kind), float(reading.value.number))


class FigurePlace(NamedTuple):
    """Where a figure stands and what has been said of it: all that lights it in a long report."""

    figure_id: int
    place: Place
    verdict: Verdict
    origin: Origin


@dataclass(frozen=True, slots=True)
class FigureIndex:
    """The figures of a report in reading order, as parallel columns: light enough for 100,000 of them.

    `uncertain` has the confidence of those whose reading is uncertain, by their ids; `reviewers` are who
    decided, "" where nobody has.
    """

    ids: Sequence[int] = ()
    verdicts: Sequence[Verdict] = ()
    starts: Sequence[int] = ()
    section_ids: Sequence[int | None] = ()
    uncertain: Mapping[int, float] = field(default_factory=dict)
    reviewers: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A run of digits in the workspace: what became of it, and by which figure.

    `is_open` tells that it is not accounted for yet: it is neither set aside nor its figure settled.
    """

    start: int
    end: int
    kind: LedgerKind
    figure_id: int | None = None
    sheet: str | None = None
    cell: str | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where a clerk was: the report, and the figure in it."""

    report_id: int
    figure_id: int | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log: who did what to which figure or section, with what was there and what is now.

    `action` is a stable word ("import", "accept", "correct", "dismiss", "doubt", "reopen", "add",
    "open_run", "move", "tag", "untag", "note", "take_over", "sign_off", "reopen_report", "export",
    "tag_passage", "write_note", "settle_note", "rename_tag", "second_rule", "read_again", "settle_readings",
    "settle_finding", "take_back" and the like, each also with "undo_" and "redo_" before it); `old` and `new`
    are flat texts by field.
    """

    id: int
    at: datetime
    who: str
    action: str
    report_id: int | None = None
    report_name: str = ""
    figure_id: int | None = None
    place: str = ""
    old: dict[str, str] = field(default_factory=dict)
    new: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change touched, so that each view refreshes only when it is concerned.

    `annotations_changed` is about notes and passages' tags of these reports, `tags_changed` about the tree;
    `runs_changed` tells that runs of digits are others' now, though no figure came or went;
    `findings_changed` that a clerk has said something of findings.
    """

    report_ids: tuple[int, ...] = ()
    figure_ids: tuple[int, ...] = ()
    section_ids: tuple[int, ...] = ()
    added_figure_ids: tuple[int, ...] = ()
    removed_figure_ids: tuple[int, ...] = ()
    reports_changed: bool = False
    annotations_changed: bool = False
    tags_changed: bool = False
    runs_changed: bool = False
    findings_changed: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything was touched at all."""
        ids = self.report_ids or self.figure_ids or self.section_ids
        return bool(ids or self.reports_changed or self.tags_changed)
