"""How wide and high columns and rows of a sheet are shown, what is hidden, and which cells are joined. No Qt.

Sizes are the workbook's own where the reader tells them, never so small that a number or a label would be
cut. Where it tells none, widths follow the texts.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil

from desktop.core.documents import Cell
from desktop.core.sheet_looks import Band, CellLook, SheetLook, Side
from desktop.ui.source.sheet_reach import reach

MEASURED_CELLS = 4000
_COMPARED_CELLS = 400_000
_MOST_SPANS = 1500
_LEAST_EM, _MOST_TEXT_EM, _MOST_NUMBER_EM = 4.5, 26.0, 12.0
_MOST_COLUMN_PX, _MOST_ROW_PX = 700, 420
_INDENT_EM = 1.2
_LEAST_SQUEEZED = 0.6
_HALVINGS = 12
_SIZED_ROWS = 20_000
"""Rows behind these have the usual height: a table view takes long over very many that differ."""

LookAt = Callable[[int, int], CellLook]
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Span:
    """How many rows and columns a cell is shown over, from the spot where that begins."""

    cell: Cell
    rows: int
    columns: int


@dataclass(slots=True)
class SheetLayout:
    """Sizes in pixels: widths by column, heights by row where they differ from `row_height` (0: the usual).

    `spans` are by row and column of their first spot, which need not be the cell's own.
    """

    widths: list[int]
    heights: dict[int, int] = field(default_factory=dict)
    row_height: int = 0
    hidden_columns: frozenset[int] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    spans: dict[Spot, Span] = field(default_factory=dict)

    def room(self, first: int, count: int) -> int:
        """Return how wide these columns are together."""
        shown = (column for column in range(first, first + count) if column not in self.hidden_columns)
        return sum(self.widths[column] for column in shown)


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures texts in the look of their cells, in pixels.

    `height_of` is for a text wrapped to a width. `digit` and `point` are the width of a digit and the height
    of a point of the workbook's usual letters.
    """

    width_of: Callable[[str, CellLook], float]
    height_of: Callable[[str, CellLook, float], float]
    em: float
    padding: float
    digit: float = 0.0
    point: float = 0.0

    def indent(self, look: CellLook) -> float:
        """Return how far a cell's text stands from its edge beyond the padding."""
        return look.indent * _INDENT_EM * self.em

    def wanted(self, text: str, look: CellLook) -> float:
        """Return how much room a text takes that is not wrapped."""
        longest = max((self.width_of(line, look) for line in text.split("\n")), default=0.0)
        return longest + 2 * self.padding + self.indent(look)

    def wanted_wrapped(self, text: str, look: CellLook) -> float:
        """Return how much room a text takes at least that is wrapped: that of its longest word."""
        return self.wanted("\n".join(text.split()), look)


@dataclass(frozen=True, slots=True)
class _Text:
    """A cell with what it shows and how."""

    cell: Cell
    text: str
    look: CellLook

    @property
    def is_number(self) -> bool:
        return self.cell.number is not None or self.text.endswith("%")

    @property
    def is_single(self) -> bool:
        return self.cell.row_span == 1 and self.cell.column_span == 1


def lay_out(
    cells: Sequence[Cell],
    size: tuple[int, int],
    text_of: Callable[[Cell], str],
    look_at: LookAt,
    sheet: SheetLook | None,
    ruler: Ruler,
    room: int = 0,
) -> SheetLayout:
    """Return the layout of a sheet of so many rows and columns.

    Where there is no `room` for all its columns (0: any width does), those are made narrower that can be.
    Its first cells (`MEASURED_CELLS` of them, by row) are measured; of those behind them the largest numbers.
    """
    rows, columns = size
    texts = [_Text(cell, text_of(cell), look_at(cell.row, cell.column)) for cell in cells[:MEASURED_CELLS]]
    texts = [each for each in texts if each.cell.column < columns]
    numbers = [
        _Text(cell, text_of(cell), look_at(cell.row, cell.column)) for cell in _extremes(cells, columns)
    ]
    taken = {spot for each in texts for spot in _area(each.cell, columns)}
    if sheet is None:
        layout = SheetLayout(_widths_of_texts(texts, columns, taken, ruler))
    else:
        layout = _sized(sheet, rows, columns, ruler)
        _widen_for_numbers([*texts, *numbers], layout, ruler)
        _squeeze([*texts, *numbers], layout, room, ruler)
    for each in sorted(texts, key=lambda each: each.cell.row_span > 1):
        span = _span(each, layout, taken, look_at, ruler)
        _heighten(each, layout, layout.room(span[1], span[2]), rows, ruler)
        if (each.cell.row_span > 1 or span[2] > 1) and len(layout.spans) < _MOST_SPANS:
            layout.spans[span[:2]] = Span(each.cell, each.cell.row_span, span[2])
    return layout


def _extremes(cells: Sequence[Cell], columns: int) -> Iterable[Cell]:
    """Return the cells behind the measured ones with the least and the largest number of each column."""
    least: dict[int, Cell] = {}
    most: dict[int, Cell] = {}
    for cell in cells[MEASURED_CELLS:_COMPARED_CELLS]:
        number, column = cell.number, cell.column
        if number is None or column >= columns or cell.column_span > 1:
            continue
        if column not in most or number > (most[column].number or 0):
            most[column] = cell
        if column not in least or number < (least[column].number or 0):
            least[column] = cell
    return [*least.values(), *most.values()]


def _sized(sheet: SheetLook, rows: int, columns: int, ruler: Ruler) -> SheetLayout:
    layout = SheetLayout([_column_px(sheet.column_width, ruler)] * columns)
    layout.row_height = _row_px(sheet.row_height, ruler)
    for band in sheet.columns:
        for column in _part(band, columns) if band.size is not None else ():
            layout.widths[column] = _column_px(band.size or 0.0, ruler)
    sized_rows = min(rows, _SIZED_ROWS)
    for band in sheet.rows:
        if band.size is not None:
            layout.heights.update(dict.fromkeys(_part(band, sized_rows), _row_px(band.size, ruler)))
    layout.hidden_columns = _hidden(sheet.columns, columns)
    layout.hidden_rows = _hidden(sheet.rows, sized_rows)
    return layout


def _part(band: Band, count: int) -> range:
    return range(band.first, min(band.last + 1, count))


def _hidden(bands: Iterable[Band], count: int) -> frozenset[int]:
    return frozenset(at for band in bands if band.is_hidden for at in _part(band, count))


def _column_px(digits: float, ruler: Ruler) -> int:
    return min(_MOST_COLUMN_PX, ceil(digits * ruler.digit))


def _row_px(points: float, ruler: Ruler) -> int:
    return min(_MOST_ROW_PX, ceil(points * ruler.point))


def _widen_for_numbers(texts: Iterable[_Text], layout: SheetLayout, ruler: Ruler) -> None:
    """Make columns wide enough for their numbers: none is ever cut, nor shown as "###"."""
    for each in texts:
        if each.is_number and each.cell.column_span == 1:
            wanted = min(_MOST_COLUMN_PX, ceil(ruler.wanted(each.text, each.look)))
            layout.widths[each.cell.column] = max(layout.widths[each.cell.column], wanted)


def _squeeze(texts: Sequence[_Text], layout: SheetLayout, room: int, ruler: Ruler) -> None:
    """Make columns narrower that are wider than their texts need, so that more of them are seen at once.

    Where that is not enough, texts wrap.
    """
    whole = layout.room(0, len(layout.widths))
    if not 0 < room < whole:
        return
    least = _least_widths(texts, layout, ruler.wanted, ruler)
    if sum(least) > room:
        least = _least_widths(texts, layout, ruler.wanted_wrapped, ruler)
    usual, low, high = list(layout.widths), 0.0, 1.0
    for _ in range(_HALVINGS):
        share = (low + high) / 2
        layout.widths[:] = [int(max(few, share * width)) for few, width in zip(least, usual, strict=True)]
        low, high = (low, share) if layout.room(0, len(usual)) > room else (share, high)
    layout.widths[:] = [int(max(few, low * width)) for few, width in zip(least, usual, strict=True)]


def _least_widths(
    texts: Iterable[_Text], layout: SheetLayout, wanted_by: Callable[[str, CellLook], float], ruler: Ruler
) -> list[float]:
    """Return how narrow each column may become: numbers need all their room."""
    least = [_LEAST_SQUEEZED * width for width in layout.widths]
    for each in texts:
        width = layout.widths[each.cell.column]
        wanted = ceil((ruler.wanted if each.is_number else wanted_by)(each.text, each.look))
        if each.cell.column_span == 1 and wanted <= width:
            least[each.cell.column] = max(least[each.cell.column], wanted)
    return least


def _widths_of_texts(texts: Iterable[_Text], columns: int, taken: set[Spot], ruler: Ruler) -> list[int]:
    widths = [_LEAST_EM * ruler.em] * columns
    for each in texts:
        cell = each.cell
        if cell.column_span > 1 or _may_reach_over(cell, taken, columns):
            continue
        most = (_MOST_TEXT_EM if cell.number is None else _MOST_NUMBER_EM) * ruler.em
        widths[cell.column] = max(widths[cell.column], min(most, ruler.wanted(each.text, each.look)))
    return [ceil(width) for width in widths]


def _may_reach_over(cell: Cell, taken: set[Spot], columns: int) -> bool:
    beside = (cell.row, cell.column + 1)
    return cell.number is None and beside[1] < columns and beside not in taken


def _span(
    each: _Text, layout: SheetLayout, taken: set[Spot], look_at: LookAt, ruler: Ruler
) -> tuple[int, int, int]:
    """Return the row and column where a cell begins to be shown, and over how many columns."""
    cell, columns = each.cell, len(layout.widths)
    if not each.is_single or each.is_number or _is_better_wrapped(each, layout, ruler):
        return cell.row, cell.column, min(cell.column_span, columns - cell.column)

    def is_free(column: int) -> bool:
        return 0 <= column < columns and (cell.row, column) not in taken

    first, last = reach(
        cell.column,
        each.look,
        is_free,
        lambda column: look_at(cell.row, column),
        lambda first, last: layout.room(first, last - first + 1) >= ruler.wanted(each.text, each.look),
    )
    taken.update((cell.row, column) for column in range(first, last + 1))
    return cell.row, first, last - first + 1


def _is_better_wrapped(each: _Text, layout: SheetLayout, ruler: Ruler) -> bool:
    """Tell whether a text in the middle of its column needs but two lines there.

    A header that reached over the column beside would seem to be the header of both.
    """
    width = layout.widths[each.cell.column]
    if each.look.side is not Side.CENTER or ruler.wanted_wrapped(each.text, each.look) > width:
        return False
    inside = width - 2 * ruler.padding - ruler.indent(each.look)
    return ruler.height_of(each.text, each.look, inside) <= 2.2 * ruler.height_of("", each.look, inside)


def _heighten(each: _Text, layout: SheetLayout, room: float, row_count: int, ruler: Ruler) -> None:
    """Make the cell's last row so high that its text can be read, which wraps where it has to."""
    inside = max(ruler.em, room - 2 * ruler.padding - ruler.indent(each.look))
    width = float("inf") if each.is_number else inside
    wanted = min(_MOST_ROW_PX, ceil(ruler.height_of(each.text, each.look, width) + ruler.padding / 2))
    end = min(each.cell.row + min(each.cell.row_span, 200), row_count)
    heights = [layout.heights.get(row, layout.row_height) for row in range(each.cell.row, end)]
    if heights and sum(heights) < wanted and (layout.row_height or each.cell.row_span == 1):
        layout.heights[end - 1] = heights[-1] + wanted - sum(heights)


def _area(cell: Cell, columns: int) -> Iterable[Spot]:
    rows = range(cell.row, cell.row + min(cell.row_span, 200))
    across = range(cell.column, min(cell.column + cell.column_span, columns))
    return ((row, column) for row in rows for column in across)
