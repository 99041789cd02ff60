"""Documents made by hand, marks on their numbers, pages drawn by a painter."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.core.documents import Block, BlockKind, Cell, Document, Format, Page, Table, Word
from desktop.core.figures import Origin, Reading, ReviewedFigure, Value, Verdict
from desktop.core.places import Box, Place
from desktop.ui.marks import Mark
from desktop.ui.tasks import ImmediateRunner

_LETTER, _LINE, _LEFT, _TOP = 6.0, 14.0, 50.0, 60.0
_NUMBER = re.compile(r"\d[\d.,]*\d(?: ?%)?|\d")


class DrawnPages:
    """Draws the words of a document as black boxes and remembers which pages were asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.asked: list[tuple[int, float]] = []

    def load(self, page: int, scale: float) -> QImage:
        """Return the picture of a page; page 13 cannot be drawn."""
        self.asked.append((page, scale))
        if page == 13:
            return QImage()
        drawn = self._document.pages[page - 1]
        image = QImage(round(drawn.width * scale), round(drawn.height * scale), QImage.Format.Format_RGB888)
        image.fill(QColor("white"))
        painter = QPainter(image)
        for word in drawn.words:
            corner = QPointF(word.box.x0 * scale, (word.box.y1 - 4) * scale)
            painter.fillRect(round(corner.x()), round(corner.y()), 2, 2, QColor("black"))
        painter.end()
        return image


class Maker:
    """Makes what the source views show, from few words."""

    @staticmethod
    def prose(*paragraphs: str, fmt: Format = Format.TXT) -> Document:
        """Return a document of these paragraphs; one that begins with "#" is a heading."""
        text, blocks = "", []
        for paragraph in paragraphs:
            kind = BlockKind.HEADING if paragraph.startswith("#") else BlockKind.PARAGRAPH
            blocks.append(
                Block(kind, len(text), len(text) + len(paragraph), level=int(kind is BlockKind.HEADING))
            )
            text += paragraph + "\n\n"
        return Document(fmt, text, tuple(blocks))

    @staticmethod
    def with_table(document: Document, rows: Sequence[Sequence[str]], **spans: tuple[int, int]) -> Document:
        """Return the document with a table at its end; `spans` has r0c1=(rows, columns) for merged cells."""
        text, cells = document.text, []
        start = len(text)
        for row, texts in enumerate(rows):
            for column, content in enumerate(texts):
                if content:
                    row_span, column_span = spans.get(f"r{row}c{column}", (1, 1))
                    cells.append(
                        Cell(row, column, len(text), len(text) + len(content), row_span, column_span)
                    )
                text += content + "\t"
            text = text[:-1] + "\n"
        table = Table(start, len(text), tuple(cells))
        block = Block(BlockKind.TABLE, start, len(text))
        return replace(
            document, text=text, blocks=(*document.blocks, block), tables=(*document.tables, table)
        )

    @staticmethod
    def workbook(**sheets: Sequence[Sequence[str | Decimal]]) -> Document:
        """Return a workbook of these sheets; a name that begins with "hidden" is a hidden sheet."""
        text, blocks, tables = "", [], []
        for name, rows in sheets.items():
            text += name + "\n"
            start, cells = len(text), []
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    shown = str(value).replace(".", ",") if isinstance(value, Decimal) else value
                    number = value if isinstance(value, Decimal) else None
                    if shown:
                        spot = f"{chr(65 + column)}{row + 1}"
                        end = len(text) + len(shown)
                        cells.append(Cell(row, column, len(text), end, name=spot, number=number))
                    text += shown + "\t"
                text = text[:-1] + "\n"
            tables.append(Table(start, len(text), tuple(cells), name, is_hidden=name.startswith("hidden")))
            blocks.append(Block(BlockKind.TABLE, start, len(text)))
            text += "\n"
        return Document(Format.XLSX, text, tuple(blocks), tuple(tables))

    @staticmethod
    def paged(*pages: str) -> Document:
        """Return a paged document, a line for each line of text, all letters equally wide."""
        text, made, blocks = "", [], []
        for number, content in enumerate(pages, 1):
            start, words = len(text), []
            for line, line_text in enumerate(content.split("\n")):
                offset = len(text)
                for found in re.finditer(r"\S+", line_text):
                    left, top = _LEFT + found.start() * _LETTER, _TOP + line * _LINE
                    box = Box(left, top, left + len(found[0]) * _LETTER, top + _LINE - 2)
                    words.append(Word(offset + found.start(), offset + found.end(), box))
                blocks.append(Block(BlockKind.PARAGRAPH, offset, offset + len(line_text), page=number))
                text += line_text + "\n"
            made.append(Page(number, 595, 842, start, len(text), tuple(words)))
        return Document(Format.PDF, text, tuple(blocks), (), tuple(made))

    @staticmethod
    def place_of(document: Document, text: str) -> Place:
        """Return the place where `text` first stands."""
        start = document.text.index(text)
        return Place(start, start + len(text))

    @staticmethod
    def marks_on(document: Document) -> list[Mark]:
        """Return an open mark on each number, its figure's id its rank from 1."""
        found = _NUMBER.finditer(document.text)
        return [Mark(rank, Place(one.start(), one.end())) for rank, one in enumerate(found, 1)]

    @staticmethod
    def figure(place: Place, verdict: Verdict = Verdict.OPEN) -> ReviewedFigure:
        """Return a reviewed figure at a place."""
        reading = Reading(Value(Decimal(1)))
        return ReviewedFigure(1, 1, None, place, "", Origin.MACHINE, reading, 0.9, verdict=verdict)

    @staticmethod
    def pages_of(document: Document) -> "DrawnPages":
        """Return what draws the pages of a document."""
        return DrawnPages(document)


@pytest.fixture
def make() -> Maker:
    """Return the maker of documents, marks and places."""
    return Maker()


@pytest.fixture
def runner() -> ImmediateRunner:
    """Return a runner that draws pages at once."""
    return ImmediateRunner()
