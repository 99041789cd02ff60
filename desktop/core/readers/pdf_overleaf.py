"""What goes on from one page of a PDF to the next: sentences, and tables with the same columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.core.readers.pdf_lines import Line
from desktop.core.readers.pdf_paragraphs import goes_on_overleaf
from desktop.core.readers.pdf_sheets import Paragraph, Sheet
from desktop.core.readers.pdf_tables import PdfTable

_SAME_EDGE = 3.0


@dataclass(frozen=True, slots=True)
class Furniture:
    """What one page repeats of the others."""

    page: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """A paragraph or a table with the pages it runs over: one piece for each."""

    pages: tuple[int, ...]
    pieces: tuple[Paragraph | PdfTable, ...]


def passages(sheets: Sequence[Sheet]) -> Iterator[Furniture | Running]:
    """Yield the document in order; furniture never stands within what runs on, but after its first page.

    What fills a page that has furniture is therefore not followed any further.
    """
    pieces: list[tuple[Sheet, Paragraph | PdfTable]] = []
    for sheet in sheets:
        items = list(sheet.items)
        if pieces and items and _goes_on(*pieces[-1], sheet, items[0]):
            pieces.append((sheet, items.pop(0)))
            is_over = bool(items or sheet.furniture)
        else:
            is_over = True
        if pieces and is_over:
            yield _running(pieces)
            pieces = []
        if sheet.furniture:
            yield Furniture(sheet.raw.number, sheet.furniture)
        yield from (_running([(sheet, item)]) for item in items[:-1])
        pieces = [(sheet, items[-1])] if items else pieces
    if pieces:
        yield _running(pieces)


def _running(pieces: Sequence[tuple[Sheet, Paragraph | PdfTable]]) -> Running:
    return Running(tuple(sheet.raw.number for sheet, _ in pieces), tuple(item for _, item in pieces))


def _goes_on(
    before: Sheet, item: Paragraph | PdfTable, sheet: Sheet, following: Paragraph | PdfTable
) -> bool:
    if isinstance(item, PdfTable) or isinstance(following, PdfTable):
        return (
            isinstance(item, PdfTable)
            and isinstance(following, PdfTable)
            and _have_same_columns(item, following)
            and item.first_row != following.first_row
        )
    if before.column is None or sheet.column is None:
        return False
    return goes_on_overleaf(item[-1], following[0], before.column, sheet.column)


def _have_same_columns(table: PdfTable, following: PdfTable) -> bool:
    edges, others = table.edges, following.edges
    is_alike = len(edges) == len(others) and all(
        abs(edge - other) <= _SAME_EDGE for edge, other in zip(edges, others, strict=False)
    )
    return bool(edges) and is_alike
