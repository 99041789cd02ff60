"""A document put together block after block, for formats whose text is not one stretch in the file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.documents import Block, BlockKind, Cell, Document, Format, Page, Table

_EDGES = " \t\n\r\f\v\xa0"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table before it has its place in a text; rows and columns from 0."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    indent: int = 0


class Assembly:
    """Text, blocks and tables as they grow; blocks and rows of tables are separated by line feeds."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self.length = 0

    def add_block(
        self,
        kind: BlockKind,
        text: str,
        *,
        level: int = 0,
        page: int | None = None,
        is_emphasised: bool = False,
    ) -> int | None:
        """Add `text`, spaces around it left out, as a block; return where it starts, None if it is empty."""
        stripped = text.strip(_EDGES)
        if not stripped:
            return None
        start = self._open()
        self._write(stripped)
        self._blocks.append(Block(kind, start, self.length, level, page, is_emphasised))
        return start

    def add_table(self, cells: Iterable[GridCell], *, page: int | None = None) -> Table | None:
        """Add a table, tabs keeping every cell in its column, and return it; None if it is empty."""
        ordered = sorted((cell for cell in cells if cell.text), key=lambda cell: (cell.row, cell.column))
        if not ordered:
            return None
        start = self._open()
        placed = self._write_cells(ordered)
        self._blocks.append(Block(BlockKind.TABLE, start, self.length, page=page))
        self._tables.append(Table(start, self.length, tuple(placed), page=page))
        return self._tables[-1]

    def document(self, fmt: Format, pages: tuple[Page, ...] = ()) -> Document:
        """Return what was put together."""
        return Document(fmt, "".join(self._pieces), tuple(self._blocks), tuple(self._tables), pages)

    def _open(self) -> int:
        if self.length:
            self._write("\n")
        return self.length

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)

    def _write_cells(self, cells: Sequence[GridCell]) -> list[Cell]:
        placed: list[Cell] = []
        row, column = cells[0].row, 0
        for cell in cells:
            if cell.row != row:
                self._write("\n")
                row, column = cell.row, 0
            self._write("\t" * max(0, cell.column - column))
            column = max(column, cell.column)
            start = self.length
            self._write(cell.text)
            spans = (cell.row_span, cell.column_span)
            placed.append(Cell(cell.row, cell.column, start, self.length, *spans, indent=cell.indent))
        return placed
