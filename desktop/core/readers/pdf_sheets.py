"""A page of a PDF taken apart: its furniture, its tables and its paragraphs, from the top."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop.core.readers.pdf_aligned import aligned_tables
from desktop.core.readers.pdf_lines import Line, segments_of
from desktop.core.readers.pdf_paragraphs import Column, column_of, goes_on
from desktop.core.readers.pdf_rules import Rule
from desktop.core.readers.pdf_tables import PdfTable

Paragraph = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A page as measured, from the top: ruled tables, the rows of words outside of them, the rules across."""

    number: int
    width: float
    height: float
    tables: tuple[PdfTable, ...]
    rows: tuple[Line, ...]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page in order: its furniture apart, then paragraphs and tables as they follow each other."""

    raw: RawSheet
    furniture: tuple[Line, ...]
    items: tuple[Paragraph | PdfTable, ...]
    column: Column | None


def arranged(raw: RawSheet, furniture: set[int]) -> Sheet:
    """Return `raw` in order, the rows with the indices `furniture` set apart."""
    rows = [segments_of(row) for index, row in enumerate(raw.rows) if index not in furniture]
    segments = [segment for row in rows for segment in row]
    column = column_of(segments) if segments else None
    items = list(_items(raw, rows, column))
    return Sheet(raw, tuple(raw.rows[index] for index in sorted(furniture)), tuple(items), column)


def _items(
    raw: RawSheet, rows: Sequence[Sequence[Line]], column: Column | None
) -> Iterator[Paragraph | PdfTable]:
    """Yield the ruled tables, and what stands between them, by height on the page."""
    ordered = sorted(raw.tables, key=lambda table: table.y0)
    by_gap = groupby(rows, key=lambda row: sum(table.y0 <= row[0].y0 for table in ordered))
    rows_by_gap = {gap: list(group) for gap, group in by_gap}
    for gap in range(len(ordered) + 1):
        if gap:
            yield ordered[gap - 1]
        if gap in rows_by_gap and column is not None:
            yield from _flow(rows_by_gap[gap], column, raw.rules)


def _flow(
    rows: Sequence[Sequence[Line]], column: Column, rules: Sequence[Rule]
) -> Iterator[Paragraph | PdfTable]:
    paragraph: list[Line] = []
    for item in aligned_tables(rows, rules):
        segments = () if isinstance(item, PdfTable) else item
        for segment in segments:
            if paragraph and not goes_on(paragraph[-1], segment, column):
                yield tuple(paragraph)
                paragraph = []
            paragraph.append(segment)
        if isinstance(item, PdfTable):
            if paragraph:
                yield tuple(paragraph)
                paragraph = []
            yield item
    if paragraph:
        yield tuple(paragraph)
