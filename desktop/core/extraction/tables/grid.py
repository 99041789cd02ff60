"""A table as rows of entries ready for reading: the text even, the number read.

Numbers come from the workbook where it stored them, otherwise from the text of the whole cell.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from itertools import groupby

from desktop.core.documents import Cell, Document, Table
from desktop.core.extraction import lexicon
from desktop.core.extraction.numbers import NumberStyle, parse_number
from desktop.core.extraction.passages import passage_of
from desktop.core.extraction.tables.measures import is_unit
from desktop.core.figures import Value

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_NUMBER_THEN_UNIT = re.compile(r"([-+−–(]?\s?[0-9][0-9.,  ]*\)?)\s*([^0-9\s].*)")
_DIGIT = re.compile("[0-9]")
_FORMULA = "="
"""What a formula that was never computed begins with."""
_BRACKETED_YEAR = re.compile(r"\((?:19|20)[0-9]{2}\)")
_MONTH_THEN_YEAR = re.compile(r"(?:0?[1-9]|1[0-2])\s*năm")
_MONTHS = frozenset(form for number in range(1, 13) for form in (f"{number}", f"{number:02}"))
_MONTH_DIGITS_MOST = 2
_ENDS_IN_MONTH = re.compile(r"(?<!\w)(?:tháng|quý)$")
_BEGINS_WITH_MONTH = re.compile(r"tháng(?!\w)")
_LONGEST_NUMBER_CHARACTERS = 40
_ENTRIES_SCANNED = 24


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
    def says_when(self) -> bool:
        """Tell whether the entry is a year, or the middle of a date over several rows: "8 năm"."""
        return self.is_year or (bool(self.unit) and _MONTH_THEN_YEAR.fullmatch(self.lower) is not None)

    @property
    def is_mark(self) -> bool:
        """Tell whether the entry only says that there is nothing, or no value, or the same as above."""
        return self.value is None and (self.lower in _marks() or self.text.startswith(_FORMULA))


@dataclass(frozen=True, slots=True)
class Row:
    """A row's entries from left to right."""

    number: int
    entries: tuple[Entry, ...]

    def at(self, column: int) -> Entry | None:
        """Return the entry that begins in `column`."""
        entries = self.entries
        if len(entries) > _ENTRIES_SCANNED:
            place = bisect_left(entries, column, key=_column)
            entries = entries[place : place + 1]
        for entry in entries:
            here = entry.cell.column
            if here >= column:
                return entry if here == column else None
        return None

    def over(self, column: int) -> Entry | None:
        """Return the entry that covers `column`."""
        place = bisect_right(self.entries, column, key=_column) - 1
        if place >= 0 and self.entries[place].last_column >= column:
            return self.entries[place]
        return None


_NO_ROW = Row(-1, ())


def _column(entry: Entry) -> int:
    return entry.cell.column


def rows_of(document: Document, table: Table, style: NumberStyle | None = None) -> list[Row]:
    """Return the table's rows in order, the empty ones left out; `style` is how its texts write numbers."""
    rows = [
        Row(number, tuple(_entries(document, cells, style)))
        for number, cells in groupby(table.cells, key=lambda cell: cell.row)
    ]
    for place in _may_say_when(rows):
        below = rows[place + 1] if place + 1 < len(rows) else _NO_ROW
        rows[place] = _with_months_as_words(rows[place], rows[place - 1] if place else _NO_ROW, below)
    return rows


def _may_say_when(rows: Sequence[Row]) -> list[int]:
    """Return the places of the rows that hold a number like a month's."""
    return [place for place, row in enumerate(rows) if any(_is_like_month(entry) for entry in row.entries)]


def _is_like_month(entry: Entry) -> bool:
    return len(entry.text) <= _MONTH_DIGITS_MOST and entry.value is not None and entry.text in _MONTHS


def _with_months_as_words(row: Row, above: Row, below: Row) -> Row:
    """Return a row whose months and quarters are words: the "8" of "tháng | 8 | năm 2023" is no figure."""
    behind = {
        entry.column
        for entry in row.entries
        if _is_like_month(entry) and above.number == row.number - 1 and _ends_in_month(above, entry.column)
    }
    before = {
        entry.column
        for entry in row.entries
        if _is_like_month(entry) and below.number == row.number + 1 and _goes_on(below, entry.column, behind)
    }
    # The last row of a header has figures below it: then nothing else in the row may be a number.
    numbers = {entry.column for entry in row.entries if entry.value is not None and not entry.says_when}
    is_header = numbers <= behind and (len(behind) > 1 or row.entries[0].column in behind)
    said = before | behind if is_header else before
    if not said:
        return row
    entries = (replace(entry, value=None) if entry.column in said else entry for entry in row.entries)
    return Row(row.number, tuple(entries))


def _ends_in_month(above: Row, column: int) -> bool:
    entry = above.over(column)
    return entry is not None and _ENDS_IN_MONTH.search(entry.lower) is not None


def _goes_on(below: Row, column: int, behind: Container[int]) -> bool:
    """Tell whether a number goes on below it as that of a month, or after "tháng" above it at all."""
    entry = below.over(column)
    if entry is None or (entry.value is not None and not entry.says_when):
        return False
    return column in behind or _BEGINS_WITH_MONTH.match(entry.lower) is not None


def _entries(document: Document, cells: Iterator[Cell], style: NumberStyle | None) -> Iterator[Entry]:
    for cell in cells:
        raw = document.text[cell.start : cell.end]
        number = cell.number
        if number is not None:
            yield Entry(cell, raw, raw, Value(number))
            continue
        text, lower, margin = _evened(raw)
        if text:
            yield Entry(cell, text, lower, *_number(text, style), margin + cell.indent)


@lru_cache(maxsize=8192)
def _evened(raw: str) -> tuple[str, str, int]:
    """Return a cell's text on one line, the same folded, and its margin; annexes repeat their labels."""
    passage = passage_of(raw, 0, len(raw))
    margin = len(passage.text) - len(passage.text.lstrip())
    return " ".join(passage.text.split()), " ".join(passage.lower.split()), margin


def _number(text: str, style: NumberStyle | None) -> tuple[Value | None, str]:
    """Return the number a cell's text is, and the unit behind it."""
    if len(text) > _LONGEST_NUMBER_CHARACTERS or _DIGIT.search(text) is None:
        return None, ""
    if _BRACKETED_YEAR.fullmatch(text) or (is_unit(text) and not text.endswith("%")):
        return None, ""
    if value := parse_number(text, style):
        return value, "%" if text.endswith("%") else ""
    if (match := _NUMBER_THEN_UNIT.fullmatch(text)) and is_unit(match[2]):
        return parse_number(match[1], style), match[2]
    return None, ""


@cache
def _marks() -> frozenset[str]:
    return frozenset(
        lexicon.words("tables", "blank.marks")
        + lexicon.words("tables", "blank.errors")
        + lexicon.words("tables", "unit.dittos")
    )
