"""How wide and high columns and rows of a sheet are shown, and which cells reach over others. No Qt.

A reader tells what stands in the cells, not how wide Excel drew them: widths follow the texts, and a text
that is too long reaches over the empty cells to its right, as in Excel.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil

from desktop.core.documents import Cell

MEASURED_CELLS = 4000
_MOST_SPANS = 1500
_LEAST_EM, _MOST_TEXT_EM, _MOST_NUMBER_EM = 4.5, 26.0, 12.0
_MOST_LINES = 6


@dataclass(slots=True)
class SheetLayout:
    """Widths by column, heights by row where they differ from the rest, and spans by row and column."""

    widths: list[int]
    heights: dict[int, int] = field(default_factory=dict)
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures texts: the width of one, the width of an em, the height of a line, the room around."""

    width_of: Callable[[str], float]
    em: float
    line: float
    padding: float


def lay_out(cells: Sequence[Cell], columns: int, text_of: Callable[[Cell], str], ruler: Ruler) -> SheetLayout:
    """Return the layout of a sheet, as its first cells (`MEASURED_CELLS` of them, by row) ask for."""
    texts = [(cell, text_of(cell)) for cell in cells[:MEASURED_CELLS]]
    taken = {spot for cell, _ in texts for spot in _area(cell, columns)}
    layout = SheetLayout(_widths(texts, columns, taken, ruler))
    for cell, text in texts:
        if cell.column < columns:
            _fit(cell, text, layout, taken, ruler)
    return layout


def _widths(
    texts: Iterable[tuple[Cell, str]], columns: int, taken: set[tuple[int, int]], ruler: Ruler
) -> list[int]:
    widths = [_LEAST_EM * ruler.em] * columns
    for cell, text in texts:
        if cell.column_span > 1 or cell.column >= columns or _may_reach_over(cell, taken, columns):
            continue
        most = (_MOST_TEXT_EM if cell.number is None else _MOST_NUMBER_EM) * ruler.em
        longest = max(map(ruler.width_of, text.split("\n")), default=0.0) + 2 * ruler.padding
        widths[cell.column] = max(widths[cell.column], min(most, longest))
    return [ceil(width) for width in widths]


def _may_reach_over(cell: Cell, taken: set[tuple[int, int]], columns: int) -> bool:
    beside = (cell.row, cell.column + 1)
    return cell.number is None and beside[1] < columns and beside not in taken


def _fit(cell: Cell, text: str, layout: SheetLayout, taken: set[tuple[int, int]], ruler: Ruler) -> None:
    """Span the cell as it is merged, or over empty neighbours until its text fits; then let it wrap."""
    columns = len(layout.widths)
    column_span = min(cell.column_span, columns - cell.column)
    wanted = ruler.width_of(text) + 2 * ruler.padding
    room = sum(layout.widths[cell.column : cell.column + column_span])
    if cell.column_span == 1 and cell.row_span == 1 and cell.number is None:
        while room < wanted and cell.column + column_span < columns:
            if (cell.row, cell.column + column_span) in taken:
                break
            taken.add((cell.row, cell.column + column_span))
            room += layout.widths[cell.column + column_span]
            column_span += 1
    if (cell.row_span > 1 or column_span > 1) and len(layout.spans) < _MOST_SPANS:
        layout.spans[cell.row, cell.column] = (cell.row_span, column_span)
    if cell.number is None and (wanted > room or "\n" in text):
        _heighten(cell, text, room - 2 * ruler.padding, layout, ruler)


def _heighten(cell: Cell, text: str, room: float, layout: SheetLayout, ruler: Ruler) -> None:
    """Make the cell's row high enough for its wrapped text."""
    lines = min(_MOST_LINES, sum(_lines(ruler.width_of(part), room) for part in text.split("\n")))
    height = ceil((lines * ruler.line + 2 * ruler.padding) / cell.row_span)
    layout.heights[cell.row] = max(layout.heights.get(cell.row, 0), height)


def _lines(width: float, room: float) -> int:
    """Return how many lines a text takes; where it wraps, words leave a fifth of each line unused."""
    return 1 if width <= room else ceil(1.2 * width / max(1.0, room))


def _area(cell: Cell, columns: int) -> Iterable[tuple[int, int]]:
    rows = range(cell.row, cell.row + min(cell.row_span, 200))
    across = range(cell.column, min(cell.column + cell.column_span, columns))
    return ((row, column) for row in rows for column in across)
