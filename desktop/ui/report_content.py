"""Everything the window needs of one report, read in one go outside the event loop. No Qt."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.core.documents import Document
from desktop.core.figures import ReviewedFigure
from desktop.core.reviews import (
    FigureIndex,
    FigureLook,
    LedgerRow,
    ReportLabel,
    ReportSummary,
    ReviewedSection,
)
from desktop.core.sheet_looks import SheetLook
from desktop.ui.marks import Mark
from desktop.ui.source.mark_index import MarkIndex

if TYPE_CHECKING:
    from desktop.operations.workspaces import Workspace

FIRST_FIGURES = 1_000
"""How many figures are read with the report; the marks of the others follow when it stands there."""


@dataclass(frozen=True, slots=True)
class ReportContent:
    """A report as it stands on the desk.

    `figures` are those around `figure_id`, all of them if few; `source` are the bytes of a paged report;
    `looks` are how the figures look, where their order asks for it; `is_resumed` says that `figure_id` is
    where the clerk was or wants to be, rather than where a report begins; `blind_ids` are the figures whose
    value this clerk is still to type unseen.
    """

    report_id: int
    document: Document
    source: bytes
    sections: Sequence[ReviewedSection]
    index: FigureIndex
    figures: Sequence[ReviewedFigure]
    figure_id: int | None
    is_resumed: bool = False
    looks: Mapping[int, FigureLook] = field(default_factory=dict)
    blind_ids: frozenset[int] = frozenset()

    @property
    def has_all_figures(self) -> bool:
        """Tell whether `figures` are all figures of the report."""
        return len(self.figures) == len(self.index.ids)


@dataclass(frozen=True, slots=True)
class ReportMarks:
    """The marks of all figures of a report, put in order already: with many that takes its time."""

    report_id: int
    marks: MarkIndex


@dataclass(frozen=True, slots=True)
class ReportLooks:
    """How the sheets of a workbook look, by their names."""

    report_id: int
    look_by_sheet: Mapping[str, SheetLook]


@dataclass(frozen=True, slots=True)
class ReportLedger:
    """The ledger of a report over its text."""

    report_id: int
    rows: Sequence[LedgerRow]
    text: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What changes of the outline with every verdict.

    `reports` are all there are, None where they were not read anew; `summaries` tell what has become of some
    of them, of the open one always; `blind_ids` are as in ReportContent.
    """

    reports: Sequence[ReportLabel] | None
    summaries: Sequence[ReportSummary] = ()
    report_id: int | None = None
    sections: Sequence[ReviewedSection] = ()
    blind_ids: frozenset[int] = frozenset()


def read_report(
    workspace: "Workspace", report_id: int, figure_id: int | None, *, has_looks: bool = False
) -> ReportContent:
    """Return a report with the figure to show first: `figure_id`, else the first open one."""
    index = workspace.index(report_id)
    is_resumed = figure_id in index.ids
    if not is_resumed:
        figure_id = first_open(index)
    document = workspace.document(report_id)
    return ReportContent(
        report_id=report_id,
        document=document,
        source=workspace.source(report_id) if document.pages else b"",
        sections=workspace.sections(report_id),
        index=index,
        figures=workspace.figures(_ids_around(index, figure_id)),
        figure_id=figure_id,
        is_resumed=is_resumed,
        looks=workspace.looks(report_id) if has_looks else {},
        blind_ids=workspace.blind_ids(report_id),
    )


def read_marks(workspace: "Workspace", report_id: int) -> ReportMarks:
    """Return the marks of all figures of a report."""
    return ReportMarks(report_id, MarkIndex(Mark(*found) for found in workspace.places(report_id)))


def read_ledger(workspace: "Workspace", content: ReportContent) -> ReportLedger:
    """Return the ledger of a report that was read."""
    return ReportLedger(content.report_id, workspace.ledger(content.report_id), content.document.text)


def read_outline(
    workspace: "Workspace", report_id: int | None, touched_ids: Collection[int] | None = None
) -> Outline:
    """Return the reports, or only those touched where that is told, and the sections of one of them."""
    labels = workspace.report_labels() if touched_ids is None else None
    wanted = {*(touched_ids or ()), *(() if report_id is None else (report_id,))}
    summaries = workspace.summaries(sorted(wanted))
    if report_id is None:
        return Outline(labels, summaries)
    blind_ids = workspace.blind_ids(report_id)
    return Outline(labels, summaries, report_id, workspace.sections(report_id), blind_ids)


def first_open(index: FigureIndex) -> int | None:
    """Return the first figure without a verdict, else the first of all, None where there is none."""
    still_open = (each for each, verdict in zip(index.ids, index.verdicts, strict=True) if verdict == "open")
    return next(still_open, index.ids[0] if index.ids else None)


def _ids_around(index: FigureIndex, figure_id: int | None) -> Sequence[int]:
    if len(index.ids) <= FIRST_FIGURES or figure_id is None:
        return index.ids[:FIRST_FIGURES]
    first = max(index.ids.index(figure_id) - FIRST_FIGURES // 2, 0)
    return index.ids[first : first + FIRST_FIGURES]
