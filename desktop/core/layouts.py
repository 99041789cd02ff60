"""A document without its text as compact bytes, and back: versioned JSON lines, deflated, never pickle.

The lines are short, so that a large layout is packed and unpacked piece by piece.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice
from typing import Any, TypeVar

from desktop.core.documents import Block, BlockKind, Cell, Document, Format, Page, Table, Word
from desktop.core.places import Box

MAGIC = b"doichieu layout 1\n"
ROWS_PER_LINE = 1000
_COMPRESSION_LEVEL = 6
_READ_BYTES = 1 << 18

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Extent:
    """How many pages a report has, or sheets; None where it has no such things."""

    pages: int | None = None
    sheets: int | None = None


def extent_of(layout: bytes) -> Extent:
    """Return how many pages or sheets a layout tells of, without unpacking it; raise ValueError otherwise."""
    pages, sheets = 0, set[str]()
    try:
        for line in _inflated_lines(memoryview(layout)[len(MAGIC) :]):
            pages += line.startswith(b'["page"')
            if line.startswith(b'["table"') and (sheet := json.loads(line)[3]) is not None:
                sheets.add(sheet)
    except (zlib.error, LookupError) as error:
        raise ValueError("damaged layout") from error
    return Extent(pages or None, len(sheets) or None)


def pack(document: Document) -> bytes:
    """Return everything of `document` but its text, to be given back to `unpack` with that text."""
    deflater = zlib.compressobj(_COMPRESSION_LEVEL)
    pieces = [MAGIC]
    for line in _lines_of(document):
        encoded = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode()
        pieces.append(deflater.compress(encoded + b"\n"))
    pieces.append(deflater.flush())
    return b"".join(pieces)


def unpack(layout: bytes, text: str) -> Document:
    """Return the document with this `text` that `layout` was packed from; raise ValueError otherwise."""
    if not layout.startswith(MAGIC):
        raise ValueError("not a layout of a known version")
    assembly = _Assembly(text)
    try:
        for line in _inflated_lines(memoryview(layout)[len(MAGIC) :]):
            assembly.add(json.loads(line))
        return assembly.document()
    except (zlib.error, LookupError, TypeError, ArithmeticError) as error:
        raise ValueError("damaged layout") from error


def _lines_of(document: Document) -> Iterator[list[Any]]:
    yield ["document", document.format.value, len(document.text)]
    for blocks in _batches(document.blocks):
        yield ["blocks", *_columns([_block_row(block) for block in blocks])]
    for table in document.tables:
        yield ["table", table.start, table.end, table.sheet, table.page, int(table.is_hidden)]
        for cells in _batches(table.cells):
            yield ["cells", *_columns([_cell_row(cell) for cell in cells])]
    for page in document.pages:
        yield ["page", page.number, page.width, page.height, page.start, page.end]
        for words in _batches(page.words):
            yield ["words", *_columns([_word_row(word) for word in words])]


def _batches(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, ROWS_PER_LINE)):
        yield batch


def _columns(rows: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


def _block_row(block: Block) -> tuple[Any, ...]:
    return (block.kind.value, block.start, block.end, block.level, block.page, int(block.is_emphasised))


def _cell_row(cell: Cell) -> tuple[Any, ...]:
    number = None if cell.number is None else str(cell.number)
    spans = (cell.row_span, cell.column_span)
    return (cell.row, cell.column, cell.start, cell.end, *spans, cell.name, number, cell.indent)


def _word_row(word: Word) -> tuple[Any, ...]:
    return (word.start, word.end, word.box.x0, word.box.y0, word.box.x1, word.box.y1)


def _inflated_lines(packed: memoryview) -> Iterator[bytes]:
    inflater = zlib.decompressobj()
    rest = b""
    for at in range(0, len(packed), _READ_BYTES):
        *lines, rest = (rest + inflater.decompress(packed[at : at + _READ_BYTES])).split(b"\n")
        yield from lines
    if rest or not inflater.eof:
        raise ValueError("layout cut off")


class _Assembly:
    """A document being put together from the lines of its layout."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._format: Format | None = None
        self._blocks: list[Block] = []
        self._tables: list[tuple[Table, list[Cell]]] = []
        self._pages: list[tuple[Page, list[Word]]] = []

    def add(self, line: list[Any]) -> None:
        kind, *rest = line
        match kind:
            case "document":
                self._open(*rest)
            case "blocks":
                self._blocks += map(_block, *rest)
            case "table":
                self._tables.append((_table(*rest), []))
            case "cells":
                self._tables[-1][1].extend(map(_cell, *rest))
            case "page":
                self._pages.append((Page(*rest), []))
            case "words":
                self._pages[-1][1].extend(map(_word, *rest))
            case _:
                raise ValueError("unknown line in a layout")

    def document(self) -> Document:
        if self._format is None:
            raise ValueError("layout without a document")
        tables = tuple(replace(table, cells=tuple(cells)) for table, cells in self._tables)
        pages = tuple(replace(page, words=tuple(words)) for page, words in self._pages)
        return Document(self._format, self._text, tuple(self._blocks), tables, pages)

    def _open(self, fmt: str, length: int) -> None:
        if length != len(self._text):
            raise ValueError("layout of another text")
        self._format = Format(fmt)


def _block(kind: str, start: int, end: int, level: int, page: int | None, is_emphasised: int) -> Block:
    return Block(BlockKind(kind), start, end, level, page, bool(is_emphasised))


def _table(start: int, end: int, sheet: str | None, page: int | None, is_hidden: int) -> Table:
    return Table(start, end, (), sheet, page, bool(is_hidden))


def _cell(
    row: int,
    column: int,
    start: int,
    end: int,
    row_span: int,
    column_span: int,
    name: str,
    number: str | None,
    indent: int,
) -> Cell:
    value = None if number is None else Decimal(number)
    return Cell(row, column, start, end, row_span, column_span, name, value, indent)


def _word(start: int, end: int, x0: float, y0: float, x1: float, y1: float) -> Word:
    return Word(start, end, Box(x0, y0, x1, y1))
