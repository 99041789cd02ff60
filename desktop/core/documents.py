"""What a reader makes of a file: the text, and where its blocks, tables, pages and cells stand in it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.core.lettering.lettering import MODERN, Lettering
from desktop.core.places import Box

_MAX_PAGES_BESIDE = 25


class Format(StrEnum):
    """The formats that can be read, named by their usual ending."""

    TXT = "txt"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    XLS = "xls"


class BlockKind(StrEnum):
    """What a block is in its format's own structure; furniture is what page or site add to the report."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that belongs together, [start, end); a line break within it counts as a space.

    `level` is the depth of a heading that the format itself marks (1 the highest), 0 otherwise;
    `is_emphasised` says that all of it is bold or underlined; a table's block is its whole span.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    page: int | None = None
    is_emphasised: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, rows and columns from 0, its text at [start, end) of the document.

    Of merged cells only the first is given, with its spans. In a workbook `name` is "C12" and `number` the
    stored number, exact as its shortest decimal; dates are text. `indent` counts levels of indentation.
    `shown` is what a workbook's cell shows of its number, by its format, "" where it holds none; packed
    layouts leave it out.
    """

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1
    name: str = ""
    number: Decimal | None = None
    indent: int = 0
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The cells that are not empty, by row then column; `sheet` is the sheet's name in a workbook."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    sheet: str | None = None
    page: int | None = None
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A run of text without spaces on a page, and its box."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a paged source, numbered from 1, in points, with its words in text order."""

    number: int
    width: float
    height: float
    start: int
    end: int
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: every span is in code points of `text`; blocks, tables and pages are in text order.

    Every table has a block of kind TABLE with the same span. A workbook is its sheets as tables, one after
    another, cells separated by tabs and rows by line feeds. `lettering` tells what old letters were read; the
    text is in Unicode. A page's stretch of text holds words of other pages where a table is wider than the
    paper.
    """

    format: Format
    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    pages: tuple[Page, ...] = ()
    lettering: Lettering = MODERN

    def slice(self, block: Block | Cell | Table) -> str:
        """Return the text of a block, a cell or a table."""
        return self.text[block.start : block.end]

    def page_at(self, offset: int) -> Page | None:
        """Return the page that shows the character at `offset`, None where the document has no pages.

        Where a table goes on beside a page, its text goes to and fro between the pages.
        """
        index = bisect_right(self.pages, offset, key=_start) - 1
        if index < 0:
            return None
        near = (
            self.pages[at]
            for far in range(_MAX_PAGES_BESIDE)
            for at in {index - far, index + far}
            if 0 <= at < len(self.pages)
        )
        return next((page for page in near if _shows(page, offset)), self.pages[index])

    def paragraphs(self) -> Iterator[Block]:
        """Yield headings and paragraphs, furniture and tables left out."""
        return (b for b in self.blocks if b.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH))


def _start(page: Page) -> int:
    return page.start


def _end(word: Word) -> int:
    return word.end


def _shows(page: Page, offset: int) -> bool:
    at = bisect_right(page.words, offset, key=_end)
    return at < len(page.words) and page.words[at].start <= offset
