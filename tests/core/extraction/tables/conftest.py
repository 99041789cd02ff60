"""Tables built by hand: rows of texts and numbers, laid out as a reader would give them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest

from desktop.core.documents import Block, BlockKind, Cell, Document, Format, Table


@dataclass(frozen=True)
class Wide:
    """A text over several columns and rows."""

    text: str
    columns: int = 1
    rows: int = 1


Content = str | int | float | Wide | None
BuildTable = Callable[..., Document]


@pytest.fixture
def wide() -> type[Wide]:
    return Wide


@pytest.fixture
def build_table() -> BuildTable:
    """Return a builder: rows of texts, numbers, Wide cells and None for no cell make a document."""
    return document_of


def document_of(rows: Sequence[Sequence[Content]], *, sheet: str | None = None, above: str = "") -> Document:
    """Return the document that the fixture `build_table` makes of rows."""
    pieces = [above]
    at = len(above)
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        column = 0
        for content in row:
            spread = content if isinstance(content, Wide) else Wide("")
            text, value = _rendered(content)
            if text:
                name = f"{chr(ord('A') + column)}{number + 1}" if sheet else ""
                cells.append(
                    Cell(number, column, at, at + len(text), spread.rows, spread.columns, name, value)
                )
                pieces.append(text + "\t")
                at += len(text) + 1
            column += spread.columns
        pieces.append("\n")
        at += 1
    block = Block(BlockKind.TABLE, len(above), at)
    table = Table(len(above), at, tuple(cells), sheet=sheet)
    lines = tuple(
        Block(BlockKind.PARAGRAPH, match.start(), match.end()) for match in re.finditer(r".+", above)
    )
    return Document(Format.XLSX if sheet else Format.DOCX, "".join(pieces), (*lines, block), (table,))


def _rendered(content: Content) -> tuple[str, Decimal | None]:
    if isinstance(content, Wide):
        return content.text, None
    if isinstance(content, int | float):
        number = Decimal(str(content))
        return format(number, "f").replace(".", ","), number
    return content or "", None
