"""The ledger: what became of every run of digits of a document."""

from bisect import bisect_right
from collections.abc import Sequence

from desktop.core.documents import Document
from desktop.core.extraction.numbers import RUN
from desktop.core.extraction.result import SetAside
from desktop.core.figures import Figure
from desktop.core.sections import LedgerEntry, LedgerKind


def ledger_of(
    document: Document, figures: Sequence[Figure], asides: Sequence[SetAside]
) -> tuple[LedgerEntry, ...]:
    """Return one entry for each run of digits of the text, in order.

    A figure claims the runs inside its span, the first as FIGURE, further ones as PART, one written in words
    none; an aside claims the others it covers; what nobody claims stays OPEN. `figures` and the entries are
    in text order.
    """
    starts = [figure.place.start for figure in figures]
    ordered = sorted(asides, key=lambda aside: (aside.start, -aside.end))
    aside_starts = [aside.start for aside in ordered]
    cells = _cells_by_start(document)
    claimed: set[int] = set()
    entries: list[LedgerEntry] = []
    for match in RUN.finditer(document.text):
        start, end = match.span()
        sheet, cell = _cell_at(cells, start)
        index = bisect_right(starts, end - 1) - 1
        if index >= 0 and figures[index].place.end > start:
            kind = LedgerKind.PART if index in claimed else LedgerKind.FIGURE
            claimed.add(index)
            entries.append(LedgerEntry(start, end, kind, index, sheet, cell))
        else:
            kind = _aside_kind(ordered, aside_starts, start, end)
            entries.append(LedgerEntry(start, end, kind, None, sheet, cell))
    return tuple(entries)


def _aside_kind(asides: Sequence[SetAside], starts: Sequence[int], start: int, end: int) -> LedgerKind:
    index = bisect_right(starts, end - 1) - 1
    for aside in reversed(asides[max(0, index - 20) : index + 1]):
        if aside.start < end and start < aside.end:
            return aside.kind
    return LedgerKind.OPEN


def _cells_by_start(document: Document) -> list[tuple[int, str, str]]:
    """Return (start, sheet, cell) of every workbook cell, in text order."""
    return sorted(
        (cell.start, table.sheet, cell.name)
        for table in document.tables
        if table.sheet is not None
        for cell in table.cells
    )


def _cell_at(cells: Sequence[tuple[int, str, str]], offset: int) -> tuple[str | None, str | None]:
    index = bisect_right(cells, offset, key=_cell_start) - 1
    return cells[index][1:] if index >= 0 else (None, None)


def _cell_start(cell: tuple[int, str, str]) -> int:
    return cell[0]
