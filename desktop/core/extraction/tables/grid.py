"""A table as rows of entries ready for reading: the text even, the number read.

Numbers come from the workbook where it stored them, otherwise from the text of the whole cell.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from desktop.core.documents import Cell, Document, Table
from desktop.core.extraction import lexicon
from desktop.core.extraction.numbers import NumberStyle, parse_number
from desktop.core.extraction.passages import passage_of
from desktop.core.extraction.tables.measures import is_unit
from desktop.core.figures import Value

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_NUMBER_THEN_UNIT = re.compile(r"([-+−–(]?\s?[0-9][0-9.,  ]*\)?)\s*([^0-9\s].*)")
_BRACKETED_YEAR = re.compile(r"\((?:19|20)[0-9]{2}\)")
_LONGEST_NUMBER_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell with what it says: `text` on one line, `lower` the same folded, `value` where it is a number.

    `unit` is what a text cell writes behind its number ("12,3 %").
    """

    cell: Cell
    text: str
    lower: str
    value: Value | None = None
    unit: str = ""
    margin: int = 0

    @property
    def column(self) -> int:
        """Return the first column the entry stands in."""
        return self.cell.column

    @property
    def last_column(self) -> int:
        """Return the last column the entry covers."""
        return self.cell.column + max(1, self.cell.column_span) - 1

    @property
    def is_year(self) -> bool:
        """Tell whether the entry is nothing but a year."""
        return (
            self.value is not None
            and self.value.high is None
            and self.value.of is None
            and not self.unit
            and self.value.number == self.value.number.to_integral_value()
            and Decimal(_FIRST_YEAR) <= self.value.number <= Decimal(_LAST_YEAR)
            and self.text.isdigit()
        )

    @property
    def is_mark(self) -> bool:
        """Tell whether the entry only says that there is nothing, or the same as above."""
        return self.value is None and self.lower in _marks()


@dataclass(frozen=True, slots=True)
class Row:
    """A row's entries from left to right."""

    number: int
    entries: tuple[Entry, ...]

    def at(self, column: int) -> Entry | None:
        """Return the entry that begins in `column`."""
        place = bisect_left(self.entries, column, key=lambda entry: entry.column)
        if place < len(self.entries) and self.entries[place].column == column:
            return self.entries[place]
        return None

    def over(self, column: int) -> Entry | None:
        """Return the entry that covers `column`."""
        place = bisect_right(self.entries, column, key=lambda entry: entry.column) - 1
        if place >= 0 and self.entries[place].last_column >= column:
            return self.entries[place]
        return None


def rows_of(document: Document, table: Table, style: NumberStyle | None = None) -> list[Row]:
    """Return the table's rows in order, the empty ones left out; `style` is how its texts write numbers."""
    return [
        Row(number, tuple(_entries(document, cells, style)))
        for number, cells in groupby(table.cells, key=lambda cell: cell.row)
    ]


def _entries(document: Document, cells: Iterator[Cell], style: NumberStyle | None) -> Iterator[Entry]:
    for cell in cells:
        raw = document.text[cell.start : cell.end]
        if cell.number is not None:
            yield Entry(cell, raw, raw, Value(cell.number))
            continue
        passage = passage_of(raw, 0, len(raw))
        text = " ".join(passage.text.split())
        if text:
            value, unit = _number(text, style)
            margin = len(passage.text) - len(passage.text.lstrip()) + cell.indent
            yield Entry(cell, text, " ".join(passage.lower.split()), value, unit, margin)


def _number(text: str, style: NumberStyle | None) -> tuple[Value | None, str]:
    """Return the number a cell's text is, and the unit behind it."""
    if len(text) > _LONGEST_NUMBER_CHARACTERS or not any(letter.isdigit() for letter in text):
        return None, ""
    if _BRACKETED_YEAR.fullmatch(text) or (is_unit(text) and not text.endswith("%")):
        return None, ""
    if value := parse_number(text, style):
        return value, "%" if text.endswith("%") else ""
    if (match := _NUMBER_THEN_UNIT.fullmatch(text)) and is_unit(match[2]):
        return parse_number(match[1], style), match[2]
    return None, ""


def _marks() -> Sequence[str]:
    return (*lexicon.words("tables", "blank.marks"), *lexicon.words("tables", "unit.dittos"))
