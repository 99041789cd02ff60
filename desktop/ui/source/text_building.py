"""Build the shown text of a document a little at a time, so that the window never waits for a long report."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from desktop.core.documents import Block, BlockKind, Document, Format, Table
from desktop.ui.source.text_map import TextMap, shown
from desktop.ui.source.text_tables import TableInk, build_table

_LINE_HEIGHT = 135.0
_PARAGRAPH_GAP = 9.0
_HEADING_GAP = 16.0
_SIZE_OF_LEVEL = {1: 2, 2: 1}
_FORMATS_WITH_BREAKS = (Format.HTML, Format.DOCX)


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of text that is not the report's own, and of the lines of tables."""

    faint: QColor
    rule: QColor


def build_steps(document: Document, into: QTextDocument, places: TextMap, ink: Ink) -> Iterator[None]:
    """Append the whole document block by block, noting in `places` where its text stands."""
    return _Builder(document, into, places, ink).steps()


class _Builder:
    def __init__(self, document: Document, into: QTextDocument, places: TextMap, ink: Ink) -> None:
        self._document = document
        self._cursor = QTextCursor(into)
        self._places = places
        self._ink = ink
        self._keeps_breaks = document.format in _FORMATS_WITH_BREAKS
        self._is_first = True

    def steps(self) -> Iterator[None]:
        tables = {(table.start, table.end): table for table in self._document.tables}
        for block in _gapless(self._document):
            table = tables.get((block.start, block.end)) if block.kind is BlockKind.TABLE else None
            if table is not None and table.cells:
                yield from self._add_table(table)
            else:
                self._add_paragraph(block)
            yield

    def _add_table(self, table: Table) -> Iterator[None]:
        ink = TableInk(self._ink.rule, self._keeps_breaks)
        yield from build_table(table, self._document, self._cursor, self._places, ink)
        self._is_first = True  # the block after a table stands there already

    def _add_paragraph(self, block: Block) -> None:
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        block_format, text_format = _block_format(block), self._text_format(block)
        if self._is_first:
            self._cursor.setBlockFormat(block_format)
            self._cursor.setBlockCharFormat(text_format)
        else:
            self._cursor.insertBlock(block_format, text_format)
        self._is_first = False
        position = self._cursor.position()
        self._cursor.insertText(
            shown(self._document.slice(block), keeps_breaks=self._keeps_breaks), text_format
        )
        self._places.add(block.start, block.end, position)

    def _text_format(self, block: Block) -> QTextCharFormat:
        text_format = QTextCharFormat()
        if block.kind is BlockKind.HEADING or block.is_emphasised:
            text_format.setFontWeight(QFont.Weight.Bold)
        if block.kind is BlockKind.HEADING:
            _adjust_size(text_format, _SIZE_OF_LEVEL.get(block.level, 0))
        if block.kind is BlockKind.FURNITURE:
            text_format.setForeground(self._ink.faint)
        return text_format


def _block_format(block: Block) -> QTextBlockFormat:
    block_format = QTextBlockFormat()
    block_format.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block_format.setBottomMargin(_PARAGRAPH_GAP)
    if block.kind is BlockKind.HEADING:
        block_format.setTopMargin(_HEADING_GAP)
        block_format.setHeadingLevel(max(1, block.level))
    return block_format


def _adjust_size(text_format: QTextCharFormat, steps: int) -> None:
    text_format.setProperty(QTextFormat.Property.FontSizeAdjustment, steps)


def _gapless(document: Document) -> Iterator[Block]:
    """Yield the blocks, and between them as furniture whatever text no block holds: nothing goes unseen."""
    reached = 0
    for block in document.blocks:
        yield from _leftover(document.text, reached, block.start)
        yield block
        reached = max(reached, block.end)
    yield from _leftover(document.text, reached, len(document.text))


def _leftover(text: str, start: int, end: int) -> Iterator[Block]:
    between = text[start:end]
    if between.strip():
        lead = len(between) - len(between.lstrip())
        yield Block(BlockKind.FURNITURE, start + lead, start + len(between.rstrip()))
