"""Tables of a PDF page as cells with their lines; those that are ruled, by their rules."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.core.places import Box
from desktop.core.readers.assembly import GridCell
from desktop.core.readers.pdf_lines import Line, lines_of
from desktop.core.readers.pdf_numbers import is_number
from desktop.core.readers.pdf_rules import Grid
from desktop.core.readers.pdf_words import PdfWord

MIN_COLUMNS = 2
_SPACE_IN_HEIGHTS = 0.25
_MIN_HEAP = 3
_ROWS_BELOW = 8


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A table as cells and the lines of each, and the height on the page where it begins.

    `edges` are the rules between its columns, none where it is not ruled.
    """

    y0: float
    cells: tuple[tuple[GridCell, tuple[Line, ...]], ...]
    edges: tuple[float, ...] = ()

    @property
    def rows(self) -> int:
        """Return how many rows there are."""
        return max(cell.row + cell.row_span for cell, _ in self.cells)

    @property
    def first_row(self) -> tuple[str, ...]:
        """Return the texts of the uppermost cells."""
        return tuple(cell.text for cell, _ in self.cells if cell.row == self.cells[0][0].row)


def ruled_table(grid: Grid, words: Sequence[PdfWord]) -> tuple[PdfTable | None, list[PdfWord]]:
    """Return the table that `grid` frames, and the words that stand outside of it."""
    inside: dict[int, list[PdfWord]] = {}
    outside: list[PdfWord] = []
    for word in words:
        index = next((i for i, cell in enumerate(grid.cells) if _holds(cell.box, word)), None)
        if index is None:
            outside.append(word)
        else:
            inside.setdefault(index, []).append(word)
    held_by_cell = {index: lines_of(held) for index, held in inside.items()}
    if len(inside) < MIN_COLUMNS or _lacks_rows(grid, held_by_cell, outside):
        return None, list(words)
    cells = []
    for index, lines in sorted(held_by_cell.items()):
        box = grid.cells[index]
        indent = indent_of(lines, box.box.x0)
        cell = GridCell(box.row, box.column, text_of(lines), box.row_span, box.column_span, indent)
        cells.append((cell, tuple(lines)))
    return PdfTable(grid.box.y0, tuple(cells), _edges(grid)), outside


def _lacks_rows(grid: Grid, lines_by_cell: Mapping[int, Sequence[Line]], outside: Sequence[PdfWord]) -> bool:
    """Tell whether a grid frames the header of a table only, or columns whose rows no rules part."""
    numbers = {i: sum(is_number(line.text) for line in lines) for i, lines in lines_by_cell.items()}
    heaps = sum(count >= _MIN_HEAP for count in numbers.values())
    if heaps >= MIN_COLUMNS:
        return True
    by_row = Counter(grid.cells[index].row for index, count in numbers.items() if count)
    if sum(count >= MIN_COLUMNS for count in by_row.values()) > 1:
        return False
    below = lines_of([word for word in outside if word.middle > grid.box.y1])[:_ROWS_BELOW]
    columns = {cell.column for cell in grid.cells}
    rows = sum(sum(is_number(word.text) for word in line.words) >= min(2, len(columns) - 1) for line in below)
    return rows >= _MIN_HEAP


def _edges(grid: Grid) -> tuple[float, ...]:
    return tuple(sorted({edge for cell in grid.cells for edge in (cell.box.x0, cell.box.x1)}))


def text_of(lines: Sequence[Line]) -> str:
    """Return the text of `lines`, a line break between each two."""
    return "\n".join(line.text for line in lines)


def indent_of(lines: Sequence[Line], edge: float) -> int:
    """Return how far `lines` begin behind the edge of their column, in spaces."""
    first = lines[0]
    return max(0, round((first.x0 - edge) / (_SPACE_IN_HEIGHTS * first.height)))


def _holds(box: Box, word: PdfWord) -> bool:
    middle = (word.box.x0 + word.box.x1) / 2
    return box.x0 <= middle < box.x1 and box.y0 <= word.middle < box.y1
