"""A reading of a table's cell that no rule took for a figure: what stands left of it and above names it."""

import re
from collections.abc import Iterator

from desktop.core.documents import Cell, Document, Table
from desktop.core.extraction.numbers import NUMBER, parse_number, read_number
from desktop.core.extraction.passages import passage_of
from desktop.core.extraction.places import place_of
from desktop.core.extraction.units import unit_at
from desktop.core.figures import Figure, Kind, Reading, Value

_WORD = re.compile(r"[^\W\d_]{2}")
_JOIN = " – "


def figure_in_cell(
    document: Document, table: Table, cell: Cell, run: tuple[int, int], report_period: str
) -> Figure | None:
    """Return the figure that the run of digits in `cell` is; None where it writes no number.

    Its indicator is the row's label and the column's header; its period the report's, "" where unknown.
    """
    text = document.slice(cell)
    value = Value(cell.number) if cell.number is not None else parse_number(text) or _first(document, run)
    if value is None:
        return None
    unit = _unit(document, cell, run)
    reading = Reading(
        value=value,
        unit=unit,
        kind=Kind.SHARE if unit == "%" else Kind.LEVEL,
        indicator=_JOIN.join(filter(None, (_label(document, table, cell), _header(document, table, cell)))),
        period=report_period,
    )
    start = cell.start + len(text) - len(text.lstrip())
    end = cell.end - len(text) + len(text.rstrip())
    place = place_of(document, start, end)
    if table.sheet is not None:
        place = type(place)(start, end, sheet=table.sheet, cell=cell.name)
    return Figure(place, document.text[start:end], reading)


def _first(document: Document, run: tuple[int, int]) -> Value | None:
    number = NUMBER.search(document.text, *run)
    return Value(read_number(number[0]).value) if number else None


def _unit(document: Document, cell: Cell, run: tuple[int, int]) -> str:
    return unit_at(passage_of(document.text, run[1], max(cell.end, run[1])), 0).text


def _label(document: Document, table: Table, cell: Cell) -> str:
    """Return the words left of a cell in its row, the nearest of them."""
    left = [each for each in table.cells if each.row == cell.row and each.column < cell.column]
    return next(_words(document, reversed(left)), "")


def _header(document: Document, table: Table, cell: Cell) -> str:
    """Return the words above a cell in its column, the nearest of them."""
    above = [
        each
        for each in table.cells
        if each.row < cell.row and each.column <= cell.column < each.column + each.column_span
    ]
    return next(_words(document, reversed(above)), "")


def _words(document: Document, cells: Iterator[Cell]) -> Iterator[str]:
    for cell in cells:
        text = " ".join(document.slice(cell).split())
        if cell.number is None and _WORD.search(text):
            yield text
