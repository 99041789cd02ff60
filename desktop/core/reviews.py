"""What a workspace tells of its reports: plain values that queries fill and every surface shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desktop.core.documents import Format
from desktop.core.figures import Verdict
from desktop.core.sections import LedgerKind


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a review is: figures by verdict, and the runs of digits nobody has accounted for yet.

    A run is accounted for when it is set aside with a reason or when its figure is verified or dismissed.
    """

    total: int = 0
    open: int = 0
    verified: int = 0
    dismissed: int = 0
    doubtful: int = 0
    ledger_open: int = 0


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report as the list of reports shows it; `period` is "2021-Q1" and the like.

    What the report does not tell of itself (`title`, `period`, `issuer`, `province`) is "".
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

    @property
    def issued_by(self) -> str:
        """Return who issued the report: "UBND tỉnh Bắc Ninh", "Cục Thống kê (Bắc Ninh)", "Bắc Ninh" or ""."""
        if not self.issuer or self.province.casefold() in self.issuer.casefold():
            return self.issuer or self.province
        return f"{self.issuer} ({self.province})"


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


@dataclass(frozen=True, slots=True)
class FigureIndex:
    """The figures of a report in reading order, as parallel columns: light enough for 100,000 of them.

    `uncertain` has the confidence of those whose reading is uncertain, by their ids.
    """

    ids: Sequence[int] = ()
    verdicts: Sequence[Verdict] = ()
    starts: Sequence[int] = ()
    section_ids: Sequence[int | None] = ()
    uncertain: Mapping[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A run of digits in the workspace: what became of it, and by which figure."""

    start: int
    end: int
    kind: LedgerKind
    figure_id: int | None = None
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where a clerk was: the report, and the figure in it."""

    report_id: int
    figure_id: int | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log: who did what to which figure or section, with what was there and what is now.

    `action` is a stable word ("import", "accept", "correct", "dismiss", "doubt", "reopen", "add", "tag",
    "untag", "note", "export", "tag_passage", "write_note", "settle_note", "rename_tag" and the like, each
    also with "undo_" and "redo_" before it); `old` and `new` are flat texts by field.
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

    `annotations_changed` is about notes and passages' tags of these reports, `tags_changed` about the tree.
    """

    report_ids: tuple[int, ...] = ()
    figure_ids: tuple[int, ...] = ()
    section_ids: tuple[int, ...] = ()
    added_figure_ids: tuple[int, ...] = ()
    removed_figure_ids: tuple[int, ...] = ()
    reports_changed: bool = False
    annotations_changed: bool = False
    tags_changed: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything was touched at all."""
        ids = self.report_ids or self.figure_ids or self.section_ids
        return bool(ids or self.reports_changed or self.tags_changed)
