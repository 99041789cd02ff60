"""Sheets with a few cells far from the rest, given without the empty rows and columns in between.

A sheet's used rectangle is read as a full grid: one stray cell in the last row or column would fill memory.
"""

import re
from dataclasses import dataclass
from functools import cache

_ROW = re.compile(rb"""(<(?:\w+:)?row\s[^<>]*?\br=["'])([0-9]+)(?=["'])""")
_CELL = re.compile(rb"""(<(?:\w+:)?c\s[^<>]*?\br=["'])([A-Z]+)([0-9]+)(?=["'])""")
_ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_LAST_ROW_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A sheet's XML with rows and columns numbered anew; `rows` and `columns` are the old ones, from 0."""

    xml: bytes
    rows: tuple[int, ...]
    columns: tuple[int, ...]


def squeezed(xml: bytes) -> Squeezed | None:
    """Return the sheet without its empty rows and columns; None where cells do not say where they stand.

    Merged ranges stay as they were.
    """
    places = [(match[2], match[3]) for match in _CELL.finditer(xml)]
    if len(places) != sum(1 for _ in _ANY_CELL.finditer(xml)) or any(
        len(row) > _LAST_ROW_DIGITS for _, row in places
    ):
        return None
    columns = sorted({column for column, _ in places}, key=lambda name: (len(name), name))
    rows = sorted({int(row) for _, row in places})
    new_column = {column: column_name(index).encode() for index, column in enumerate(columns)}
    new_row = {row: b"%d" % number for number, row in enumerate(rows, 1)}

    def cell(match: re.Match[bytes]) -> bytes:
        return match[1] + new_column[match[2]] + new_row[int(match[3])]

    def row(match: re.Match[bytes]) -> bytes:
        return match[1] + new_row.get(int(match[2]), b"%d" % (len(rows) + 1))

    return Squeezed(
        _CELL.sub(cell, _ROW.sub(row, xml)),
        tuple(number - 1 for number in rows),
        tuple(column_number(name.decode()) - 1 for name in columns),
    )


@cache
def column_name(column: int) -> str:
    """Return the letters of a column, from 0: "A", "XFD"."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def column_number(name: str) -> int:
    """Return the number of the column with these letters, from 1."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
