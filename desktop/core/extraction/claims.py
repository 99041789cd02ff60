"""The ledger: what became of every run of digits of a document."""

from bisect import bisect_right
from collections.abc import Sequence

from desktop.core.documents import Document
from desktop.core.extraction.numbers import RUN
from desktop.core.extraction.result import SetAside
from desktop.core.figures import Figure
from desktop.core.sections import LedgerEntry, LedgerKind

_ASIDES_LOOKED_AT = 21
_NOWHERE = (0, None, None)


def ledger_of(
    document: Document, figures: Sequence[Figure], asides: Sequence[SetAside]
) -> tuple[LedgerEntry, ...]:
    """Return one entry for each run of digits of the text, in order.

    A figure claims the runs inside its span, the first as FIGURE, further ones as PART, one written in words
    none; an aside claims the others it covers; what nobody claims stays OPEN. `figures` and the entries are
    in text order.
    """
    spans = [(figure.place.start, figure.place.end) for figure in figures]
    ordered = sorted(asides, key=lambda aside: (aside.start, -aside.end))
    aside_starts = [aside.start for aside in ordered]
    cells = _cells_by_start(document)
    entries: list[LedgerEntry] = []
    index, here, claimed = -1, -1, -1
    # Runs, figures and cells are all in text order: what a run stands in is never left of what the last did.
    for match in RUN.finditer(document.text):
        start, end = match.span()
        while here + 1 < len(cells) and cells[here + 1][0] <= start:
            here += 1
        _, sheet, cell = cells[here] if here >= 0 else _NOWHERE
        while index + 1 < len(spans) and spans[index + 1][0] < end:
            index += 1
        if index >= 0 and spans[index][1] > start:
            kind = LedgerKind.PART if index == claimed else LedgerKind.FIGURE
            claimed = index
            entries.append(LedgerEntry(start, end, kind, index, sheet, cell))
        else:
            kind = _aside_kind(ordered, aside_starts, start, end)
            entries.append(LedgerEntry(start, end, kind, None, sheet, cell))
    return tuple(entries)


def _aside_kind(asides: Sequence[SetAside], starts: Sequence[int], start: int, end: int) -> LedgerKind:
    last = bisect_right(starts, end - 1) - 1
    for index in range(last, max(-1, last - _ASIDES_LOOKED_AT), -1):
        if start < asides[index].end:
            return asides[index].kind
    return LedgerKind.OPEN


def _cells_by_start(document: Document) -> list[tuple[int, str, str]]:
    """Return (start, sheet, cell) of every workbook cell, in text order."""
    return sorted(
        (cell.start, table.sheet, cell.name)
        for table in document.tables
        if table.sheet is not None
        for cell in table.cells
    )
