"""The pages of a PDF written down as one text, every word with its page and box."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median

from desktop.core.documents import BlockKind, Document, Format, Page, Word
from desktop.core.places import Box
from desktop.core.readers.assembly import Assembly, GridCell
from desktop.core.readers.pdf_lines import Line
from desktop.core.readers.pdf_overleaf import Furniture, Running, passages
from desktop.core.readers.pdf_sheets import Sheet
from desktop.core.readers.pdf_tables import PdfTable, text_of
from desktop.core.readers.pdf_words import PdfWord

HEADING_OVER_BODY = 1.15
MAX_HEADING_CHARACTERS = 250
_SIZE_STEP = 0.5

_Numbered = tuple[int, Line]


def written(sheets: Sequence[Sheet]) -> Document:
    """Return the document of `sheets`; what runs over several pages is one block, on the page it begins."""
    writing = _Writing(_level_by_size(sheets))
    for passage in passages(sheets):
        if isinstance(passage, Furniture):
            writing.add_furniture(passage)
        elif isinstance(passage.pieces[0], PdfTable):
            writing.add_table(passage)
        else:
            writing.add_paragraph(passage)
    return writing.document(sheets)


class _Writing:
    """The text as it grows, with the words of every page."""

    def __init__(self, level_by_size: dict[float, int]) -> None:
        self._assembly = Assembly()
        self._level_by_size = level_by_size
        self._words: dict[int, list[Word]] = {}

    def add_furniture(self, furniture: Furniture) -> None:
        for line in furniture.lines:
            start = self._assembly.add_block(BlockKind.FURNITURE, line.text, page=furniture.page)
            self._place([(furniture.page, line)], start)

    def add_paragraph(self, running: Running) -> None:
        lines = list(_numbered_lines(running))
        text = text_of([line for _, line in lines])
        level = 0
        if len(text) <= MAX_HEADING_CHARACTERS:
            level = self._level_by_size.get(_size([line for _, line in lines]), 0)
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        is_bold = all(line.is_bold for _, line in lines)
        start = self._assembly.add_block(kind, text, level=level, page=lines[0][0], is_emphasised=is_bold)
        self._place(lines, start)

    def add_table(self, running: Running) -> None:
        cells = list(_numbered_cells(running))
        table = self._assembly.add_table((cell for cell, _ in cells), page=running.pages[0])
        lines_by_place = {(cell.row, cell.column): lines for cell, lines in cells}
        for cell in table.cells if table is not None else ():
            self._place(lines_by_place[cell.row, cell.column], cell.start)

    def document(self, sheets: Iterable[Sheet]) -> Document:
        return self._assembly.document(Format.PDF, tuple(self._pages(sheets)))

    def _place(self, lines: Iterable[_Numbered], start: int | None) -> None:
        """Note where the words of `lines` stand that were written from `start` on, one apart each."""
        at = start or 0
        for page, line in lines:
            for word in line.words:
                placed = Word(at, at + len(word.text), _shown_box(word))
                self._words.setdefault(word.page or page, []).append(placed)
                at += len(word.text) + 1

    def _pages(self, sheets: Iterable[Sheet]) -> Iterator[Page]:
        end = 0
        for sheet in sheets:
            raw = sheet.raw
            words = tuple(self._words.get(raw.number, ()))
            start, end = (words[0].start, words[-1].end) if words else (end, end)
            yield Page(raw.number, round(raw.width, 2), round(raw.height, 2), start, end, words)


def _shown_box(word: PdfWord) -> Box:
    """Return where a word stands on the page that shows it."""
    box, right, down = word.box, word.moved, word.lowered
    if not word.page:
        return box
    return Box(*(round(edge, 2) for edge in (box.x0 - right, box.y0 - down, box.x1 - right, box.y1 - down)))


def _numbered_lines(running: Running) -> Iterator[_Numbered]:
    for page, piece in zip(running.pages, running.pieces, strict=True):
        if not isinstance(piece, PdfTable):
            yield from ((page, line) for line in piece)


def _numbered_cells(running: Running) -> Iterator[tuple[GridCell, list[_Numbered]]]:
    rows = 0
    for page, piece in zip(running.pages, running.pieces, strict=True):
        if isinstance(piece, PdfTable):
            for cell, lines in piece.cells:
                yield replace(cell, row=cell.row + rows), [(page, line) for line in lines]
            rows += piece.rows


def _level_by_size(sheets: Iterable[Sheet]) -> dict[float, int]:
    """Return the heading level of every size of letters that stands out over the usual one."""
    lengths: Counter[float] = Counter()
    for sheet in sheets:
        for item in sheet.items:
            if not isinstance(item, PdfTable):
                lengths[_size(item)] += len(text_of(item))
    if not lengths:
        return {}
    body = lengths.most_common(1)[0][0]
    larger = sorted((size for size in lengths if size > body * HEADING_OVER_BODY), reverse=True)
    return {size: level for level, size in enumerate(larger, 1)}


def _size(lines: Sequence[Line]) -> float:
    return round(median(line.height for line in lines) / _SIZE_STEP) * _SIZE_STEP
