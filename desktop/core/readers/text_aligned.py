"""Tables of which a plain text kept the rows as lines, their cells parted by tabs, bars or several spaces."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop.core.documents import Cell
from desktop.core.readers.text_cells import (
    TextTable,
    is_header,
    is_label,
    is_numbering,
    is_ordinal,
    names_figures,
    names_labels,
    names_pages,
    states_unit,
)
from desktop.core.readers.text_lines import Lines
from desktop.core.readers.text_pieces import Piece, has_pieces, numbers_in, pieces_of

_IN_TITLE = re.compile(r"\(([^()]+)\)\s*:?$")
_TITLE_PARTS = re.compile(r"\s+/\s+|\s*;\s*")
_LEAST_ROWS = 2
_LEAST_ROWS_OF_ONE = 3
_MOST_ROWS_BETWEEN = 2
_MOST_HEADER_ROWS = 3

_Row = list[Cell]


@dataclass(frozen=True, slots=True)
class _Body:
    """The rows of a table, in the lines [first, end): their cells, and how far each column reaches.

    The last `numbers` columns hold the figures.
    """

    first: int
    end: int
    rows: Sequence[Sequence[Piece]]
    extents: Sequence[tuple[int, int]]
    numbers: int

    @property
    def width(self) -> int:
        return len(self.extents)

    @property
    def labels(self) -> int:
        return self.width - self.numbers


def aligned_tables(text: str, lines: Lines) -> Iterator[TextTable]:
    """Yield the tables of `text` whose rows are lines, in order."""
    reached = 0
    for index, line in enumerate(lines.texts):
        if has_pieces(line) and index >= reached and numbers_in(pieces_of(text, lines, index)):
            rows = _rows_from(text, lines, index)
            reached = max(rows) + 1
            body = _body(rows)
            if body is not None and (table := _table(text, lines, body)):
                yield table


def _rows_from(text: str, lines: Lines, first: int) -> dict[int, list[Piece]]:
    """Return the rows of figures from line `first` on, by line, and the labels between them."""
    rows: dict[int, list[Piece]] = {}
    last = index = first
    while index < len(lines.texts) and index - last <= _MOST_ROWS_BETWEEN:
        pieces = pieces_of(text, lines, index)
        if numbers_in(pieces):
            last = index
        elif not _is_between(pieces, lines.texts[index]):
            break
        rows[index] = pieces
        index += 1
    return {index: pieces for index, pieces in rows.items() if index <= last and pieces}


def _is_between(pieces: Sequence[Piece], line: str) -> bool:
    """Tell whether a line may stand between rows of figures: a label alone, or a rule."""
    if not pieces:
        return True
    is_alone = len(pieces) == 1 or (len(pieces) == 2 and is_ordinal(pieces[0].text))
    return is_alone and is_label(pieces[-1].text) and not states_unit(line)


def _body(rows: dict[int, list[Piece]]) -> _Body | None:
    """Return the rows with the columns that they stand in, None where they do not."""
    shapes = Counter((len(row), count) for row in rows.values() if (count := numbers_in(row)))
    (width, numbers), frequency = shapes.most_common(1)[0]
    if frequency < (_LEAST_ROWS_OF_ONE if numbers == 1 else _LEAST_ROWS) or 2 * frequency < shapes.total():
        return None
    full = [row for row in rows.values() if (len(row), numbers_in(row)) == (width, numbers)]
    extents = [(min(row[k].low for row in full), max(row[k].high for row in full)) for k in range(width)]
    return _Body(min(rows), max(rows) + 1, tuple(rows.values()), extents, numbers)


def _table(text: str, lines: Lines, body: _Body) -> TextTable | None:
    """Return the body with the header above it, None where there is none."""
    top, rows = _header(text, lines, body)
    if not rows:
        top, rows = body.first, _header_in_title(lines, body)
    if not rows:
        return None
    if rows[0][0].start >= lines.starts[top] and top > 0 and states_unit(lines.texts[top - 1]):
        top -= 1
        rows.insert(0, [Cell(0, 0, lines.starts[top], lines.ends[top])])
    rows += [_row(pieces, body) for pieces in body.rows]
    cells = tuple(replace(cell, row=number) for number, row in enumerate(rows) for cell in row)
    return TextTable(top, body.end, cells[0].start, lines.ends[body.end - 1], cells)


def _header(text: str, lines: Lines, body: _Body) -> tuple[int, list[_Row]]:
    """Return the header right above a table's body, with what stands between, and its first line."""
    rows: list[_Row] = []
    group: list[_Row] = []
    top = line = body.first
    while line > 0 and len(rows) < _MOST_HEADER_ROWS:
        line -= 1
        pieces = pieces_of(text, lines, line)
        if not pieces:
            continue
        row = _header_row(pieces, body)
        if row:
            row = _spread(row, rows[0]) if rows else row
            rows.insert(0, row)
            top = line
        elif not rows and not group and _is_between(pieces, lines.texts[line]):
            group.append(_row(pieces, body))
        else:
            break
    return (top, rows + group) if _is_header(text, rows, body) else (body.first, [])


def _is_header(text: str, rows: Sequence[_Row], body: _Body) -> bool:
    """Tell whether the rows above a body name its columns: all those of figures, some surely."""
    over: dict[int, list[str]] = {}
    for cell in (cell for row in rows for cell in row):
        for column in range(cell.column, cell.column + cell.column_span):
            over.setdefault(column, []).append(text[cell.start : cell.end])
    numbers = [over.get(column, []) for column in range(body.labels, body.width)]
    names = [name for column in range(body.labels) for name in over.get(column, [])]
    if not all(numbers) or any(names_pages(name) for column in numbers for name in column):
        return False
    said = sum(any(names_figures(name) for name in column) for column in numbers)
    is_named = any(names_labels(name) for name in names)
    return is_named or (body.numbers > 1 and 2 * said >= body.numbers)


def _header_row(pieces: Sequence[Piece], body: _Body) -> _Row:
    """Return a line as a row of headers, each over its columns; empty where it is none."""
    is_row = all(is_header(piece.text) for piece in pieces) or all(is_numbering(p.text) for p in pieces)
    if not is_row or (len(pieces) == 1 and pieces[0].low <= body.extents[body.labels - 1][1]):
        return []
    if len(pieces) == body.width:
        return [Cell(0, column, piece.start, piece.end) for column, piece in enumerate(pieces)]
    is_placed = all((piece.low, piece.low) in body.extents for piece in pieces)
    if not is_placed and len(pieces) == body.numbers and not names_labels(pieces[0].text):
        return [Cell(0, column, piece.start, piece.end) for column, piece in enumerate(pieces, body.labels)]
    spans = [_columns_under(piece, body.extents) for piece in pieces]
    if any(after[0] <= before[-1] for before, after in pairwise(spans)):
        return []
    return [
        Cell(0, span[0], piece.start, piece.end, column_span=len(span))
        for piece, span in zip(pieces, spans, strict=True)
    ]


def _spread(row: _Row, below: _Row) -> _Row:
    """Return a row of headers, each as wide as it has headers of its own below it."""
    under = {column for cell in below for column in range(cell.column, cell.column + cell.column_span)}
    ends = [cell.column for cell in row[1:]] + [max(under) + 1]
    spread: _Row = []
    for cell, end in zip(row, ends, strict=True):
        columns = range(cell.column, end)
        is_over = cell.column_span == 1 and len(columns) > 1 and under.issuperset(columns)
        spread.append(replace(cell, column_span=len(columns)) if is_over else cell)
    return spread


def _columns_under(piece: Piece, extents: Sequence[tuple[int, int]]) -> Sequence[int]:
    """Return the columns that a cell stands over, the nearest one where it stands over none."""
    under = [k for k, (low, high) in enumerate(extents) if low <= piece.high and piece.low <= high]
    return under or [min(range(len(extents)), key=lambda k: _distance(piece, extents[k]))]


def _distance(piece: Piece, extent: tuple[int, int]) -> int:
    return abs(piece.low + piece.high - extent[0] - extent[1])


def _header_in_title(lines: Lines, body: _Body) -> list[_Row]:
    """Return the header that the line above gives in brackets: "Kết quả (ước cả năm / so với 2016):"."""
    title = lines.texts[body.first - 1] if body.first else ""
    found = _IN_TITLE.search(title)
    if found is None or body.numbers < _LEAST_ROWS:
        return []
    start = lines.starts[body.first - 1] + found.start(1)
    cuts = [match.span() for match in _TITLE_PARTS.finditer(found[1])]
    begins = [0, *(after for _, after in cuts)]
    ends = [*(before for before, _ in cuts), len(found[1])]
    parts = [found[1][begin:end] for begin, end in zip(begins, ends, strict=True)]
    if len(parts) != body.numbers or not all(is_header(part) for part in parts):
        return []
    if not any(names_figures(part) for part in parts):
        return []
    spans = zip(begins, ends, strict=True)
    return [[Cell(0, body.labels + k, start + begin, start + end) for k, (begin, end) in enumerate(spans)]]


def _row(pieces: Sequence[Piece], body: _Body) -> _Row:
    """Return a row of the body, its cells in their columns."""
    if len(pieces) == body.width:
        columns: Sequence[int] = range(body.width)
    elif not numbers_in(pieces):
        columns = (
            range(body.labels - len(pieces), body.labels)
            if len(pieces) <= body.labels
            else range(len(pieces))
        )
    else:
        columns = [min(_columns_under(piece, body.extents)) for piece in pieces]
    return [Cell(0, column, piece.start, piece.end) for column, piece in zip(columns, pieces, strict=True)]
