"""A place of a report moved by one step: an end by a word, the whole to another number or cell."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import Enum, auto

from desktop.core.documents import Cell, Document, Table
from desktop.core.extraction.numbers import RUN
from desktop.core.extraction.places import place_of
from desktop.core.places import Place

_NEAR = 2_000
_PROSE_LETTERS = 60
_WORD = re.compile(r"\S+")
_POINTS = "()[]{}.,;:!?\"'“”‘’«»…"
_DIGIT = re.compile("[0-9]")


class Step(Enum):
    """Which way a place goes; in a sheet every step but those up and down goes to the cell beside."""

    END_BACK = auto()
    END_ON = auto()
    START_BACK = auto()
    START_ON = auto()
    NUMBER_BACK = auto()
    NUMBER_ON = auto()
    UP = auto()
    DOWN = auto()

    @property
    def is_back(self) -> bool:
        """Tell whether it goes against the reading order."""
        return self in (Step.END_BACK, Step.START_BACK, Step.NUMBER_BACK, Step.UP)

    @property
    def is_to_number(self) -> bool:
        """Tell whether it goes to another number."""
        return self in (Step.NUMBER_BACK, Step.NUMBER_ON)

    @property
    def is_across_rows(self) -> bool:
        """Tell whether it is a step that only sheets have."""
        return self in (Step.UP, Step.DOWN)


def stepped(document: Document, place: Place, step: Step) -> Place | None:
    """Return the place after one step; None where it cannot go further that way.

    A number is a run of digits as the ledger knows it. In a workbook the steps go from cell to cell, up and
    down as well, except in cells of prose, which are as any text.
    """
    table = next((t for t in document.tables if t.sheet is not None and t.start <= place.start < t.end), None)
    cell = _cell_at(table, place.start) if table is not None else None
    if table is not None and cell is not None and not (_is_prose(cell) and not step.is_across_rows):
        found = _cell_beside(document, table, cell, step)
        return None if found is None else placed(document, found.start, found.end)
    if step.is_across_rows:
        return None
    text = document.text
    span = _number_beside(text, place, step) if step.is_to_number else _stretched(text, place, step)
    return None if span is None else placed(document, *span)


def placed(document: Document, start: int, end: int) -> Place:
    """Return [start, end) of the text, white space at its ends left out, as a place with page or cell."""
    piece = document.text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
    for table in document.tables:
        if table.sheet is not None and table.start <= start < table.end:
            cell = _cell_at(table, start)
            name = cell.name if cell is not None else None
            return Place(start, end, sheet=table.sheet if name else None, cell=name)
    return place_of(document, start, end)


def _number_beside(text: str, place: Place, step: Step) -> tuple[int, int] | None:
    if not step.is_back:
        match = RUN.search(text, place.end)
        return match.span() if match else None
    spans = [match.span() for match in RUN.finditer(text, max(0, place.start - _NEAR), place.start)]
    if len(spans) < 2:  # the only one may be cut, or there is none near
        spans = [match.span() for match in RUN.finditer(text, 0, place.start)]
    return spans[-1] if spans else None


def _stretched(text: str, place: Place, step: Step) -> tuple[int, int] | None:
    """Return the place with one of its ends at the next edge of a word that way."""
    start, end = place.start, place.end
    near = max(0, start - _NEAR), min(len(text), end + _NEAR)
    words = list(_words(text, *near))
    match step:
        case Step.END_ON:
            return _first((start, edge) for _, edge in words if edge > end)
        case Step.END_BACK:
            return _first((start, edge) for _, edge in reversed(words) if start < edge < end)
        case Step.START_BACK:
            return _first((edge, end) for edge, _ in reversed(words) if edge < start)
        case _:
            return _first((edge, end) for edge, _ in words if start < edge < end)


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the words of a stretch without the marks of punctuation round them."""
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        first = match.start() + len(word) - len(word.lstrip(_POINTS))
        last = match.end() - len(word) + len(word.rstrip(_POINTS))
        if first < last:
            yield first, last


def _first(spans: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    return next(iter(spans), None)


def _cell_beside(document: Document, table: Table, cell: Cell, step: Step) -> Cell | None:
    """Return the nearest cell that way which is not empty: in the row, the column, or with a number."""
    cells = reversed(table.cells) if step.is_back else iter(table.cells)
    sign = -1 if step.is_back else 1
    for each in cells:
        if step.is_to_number:
            is_on = sign * (each.start - cell.start) > 0 and _DIGIT.search(document.slice(each)) is not None
        elif step.is_across_rows:
            is_on = each.column == cell.column and sign * (each.row - cell.row) > 0
        else:
            is_on = each.row == cell.row and sign * (each.column - cell.column) > 0
        if is_on and document.slice(each).strip():
            return each
    return None


def _is_prose(cell: Cell) -> bool:
    return cell.number is None and cell.end - cell.start > _PROSE_LETTERS


def _cell_at(table: Table, offset: int) -> Cell | None:
    index = bisect_right(table.cells, offset, key=lambda cell: cell.start) - 1
    cell = table.cells[index] if index >= 0 else None
    return cell if cell is not None and offset < cell.end else None
