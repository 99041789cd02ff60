"""What became of the runs of digits that are not handed on, as the workbook tells it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from db.queries import figures, ledger, reports
from desktop.core.documents import Document, Format
from desktop.core.figures import Origin, ReviewedFigure, Verdict
from desktop.core.places import Place
from desktop.core.reviews import FigureIndex, LedgerRow, ReportSummary, ReviewedSection
from desktop.core.sections import LedgerKind
from desktop.core.workbooks.content import UNDECIDED, UNKNOWN, Fate, LedgerContent, LedgerLine

_FATES = {
    Verdict.DISMISSED: Fate.DISMISSED,
    Verdict.DOUBTFUL: Fate.DOUBTFUL,
    Verdict.OPEN: Fate.OPEN,
}

IsWanted = Callable[[int | None, int], bool]
"""Tells whether what begins at an offset, in a section, is to be told of."""


def ledger_content(
    connection: Connection,
    report: ReportSummary,
    text: str,
    sections: Sequence[ReviewedSection],
    index: FigureIndex,
    is_wanted: IsWanted,
) -> LedgerContent:
    """Return the report's ledger in text order, of what is wanted."""
    section_of = _Innermost(sections).at
    verdict_by_id = dict(zip(index.ids, index.verdicts, strict=True))
    rows = [row for row in ledger.rows(connection, report.id) if is_wanted(section_of(row.start), row.start)]
    runs_by_figure = Counter(row.figure_id for row in rows if row.figure_id is not None)
    others = [each for each in index.ids if verdict_by_id[each] in _FATES]
    found = figures.by_ids(connection, others)
    lines = [
        _figure_line(figure, runs_by_figure[figure.id])
        for figure in found
        if is_wanted(figure.section_id, figure.place.start)
    ]
    alone = [row for row in rows if row.figure_id is None]
    document = _paged(connection, report, text) if alone else None
    lines += [_run_line(row, text, section_of(row.start), document) for row in alone]
    lines.sort(key=lambda line: line.place.start)
    claimed = sum(
        number for figure_id, number in runs_by_figure.items() if verdict_by_id[figure_id].is_verified
    )
    return LedgerContent(len(rows), claimed, tuple(lines))


class _Innermost:
    """Tells the innermost section around an offset; sections are in text order, parents first."""

    def __init__(self, sections: Sequence[ReviewedSection]) -> None:
        self._starts = [section.start for section in sections]
        self._sections = sections
        self._by_id = {section.id: section for section in sections}

    def at(self, offset: int) -> int | None:
        """Return the section's id, None where no section is."""
        at = bisect_right(self._starts, offset) - 1
        section = self._sections[at] if at >= 0 else None
        while section is not None and section.end <= offset:
            section = self._by_id.get(section.parent_id) if section.parent_id is not None else None
        return None if section is None else section.id


def _figure_line(figure: ReviewedFigure, runs: int) -> LedgerLine:
    fate = _FATES[figure.verdict]
    still_open = UNKNOWN if figure.origin is Origin.LEDGER else UNDECIDED
    reason = figure.reason if fate is Fate.DISMISSED else still_open
    return LedgerLine(
        figure.place,
        figure.text,
        fate,
        reason,
        figure.section_id,
        figure.note,
        figure.decided_by,
        figure.decided_at,
        runs,
    )


def _run_line(row: LedgerRow, text: str, section_id: int | None, document: Document | None) -> LedgerLine:
    page = document.page_at(row.start) if document is not None else None
    place = Place(row.start, row.end, page.number if page else None, sheet=row.sheet, cell=row.cell)
    is_open = row.kind is LedgerKind.OPEN
    fate, reason = (Fate.OPEN, UNKNOWN) if is_open else (Fate.SET_ASIDE, str(row.kind))
    return LedgerLine(place, text[row.start : row.end], fate, reason, section_id)


def _paged(connection: Connection, report: ReportSummary, text: str) -> Document | None:
    """Return the report's document where it has pages."""
    from desktop.core.layouts import unpack

    if report.format is not Format.PDF:
        return None
    found = reports.text_and_layout(connection, report.id)
    return None if found is None else unpack(found[1], text)
