"""Tables of which a plain text kept one cell a line: the header's cells, then those of each row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.core.documents import Cell
from desktop.core.readers.text_cells import (
    LONGEST_NUMBER,
    TextTable,
    divides,
    is_blank,
    is_header,
    is_label,
    is_number,
    is_numbering,
    is_ordinal,
    is_year,
    names_figures,
    names_labels,
    names_ordinals,
    names_pages,
    names_units,
    states_unit,
)
from desktop.core.readers.text_lines import Lines

_MOST_COLUMNS = 16
_MOST_LABELS_TOGETHER = 3
_LEAST_ROWS = 2
_LEAST_ROWS_OF_ONE = 3
_ENDS_OF_NUMBERS = frozenset("0123456789%)")
_COUNT = re.compile("[0-9]+")


@dataclass(frozen=True, slots=True)
class _Layout:
    """The columns of a table: one that counts the rows, the labels, one of units, and `numbers`."""

    has_ordinals: bool
    has_units: bool
    numbers: int

    @property
    def before_numbers(self) -> int:
        return 1 + self.has_ordinals + self.has_units

    @property
    def width(self) -> int:
        return self.before_numbers + self.numbers


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line as a cell; rows are counted in their table."""

    line: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


def stacked_tables(lines: Lines) -> Iterator[TextTable]:
    """Yield the tables of which each cell has a line of its own, in order."""
    texts = lines.texts
    reached = 0
    numbering = range(0)
    for index, text in enumerate(texts):
        if index < reached or len(text) > LONGEST_NUMBER or text[-1] not in _ENDS_OF_NUMBERS:
            continue
        if not is_number(text) or is_year(text):
            continue
        if found := _numbering(texts, index):
            numbering, reached = found, found.stop
            continue
        reached = _end_of_numbers(texts, index)
        table = _table_at(lines, index, reached, numbering)
        if table is not None:
            reached = table.end
            yield table


def _end_of_numbers(texts: Sequence[str], first: int, most: int | None = None) -> int:
    """Return the line after the numbers that begin in line `first`, of `most` lines if given."""
    end = first
    last = len(texts) if most is None else min(len(texts), first + most)
    while end < last and _is_figure(texts[end]):
        end += 1
    return max(first, end)


def _is_figure(text: str) -> bool:
    return is_number(text) or is_blank(text)


def _numbering(texts: Sequence[str], index: int) -> range:
    """Return the lines that count the columns, "A", "1", "2", "3=2/1", the first number in line `index`."""
    first, end = index, index
    while end < len(texts) and end - index < _MOST_COLUMNS and is_numbering(texts[end]):
        if _count_in(texts[end]) != end - index + 1:
            break
        end += 1
    while first > 0 and len(texts[first - 1]) == 1 and texts[first - 1].isalpha():
        first -= 1
    return range(first, end) if end - index > 1 else range(0)


def _count_in(text: str) -> int:
    found = _COUNT.search(text)
    return int(found[0]) if found else 0


def _table_at(lines: Lines, first: int, end: int, numbering: range) -> TextTable | None:
    """Return the table whose first number, or number of a row, is in line `first`; the numbers go to `end`.

    `numbering` are the lines last seen that count columns.
    """
    for layout, start in _layouts(lines.texts, first, end):
        counted = numbering if start - _MOST_LABELS_TOGETHER <= numbering.stop <= start else range(0)
        header = _header(lines, start, layout, counted)
        if not header:
            continue
        rows = _rows(lines.texts, header[-1].line + 1, layout)
        count = sum(1 for row in rows if row[-1][1] == layout.width - 1)
        if count >= (_LEAST_ROWS_OF_ONE if layout.numbers == 1 else _LEAST_ROWS):
            return _table(lines, header, rows)
    return None


def _layouts(texts: Sequence[str], first: int, end: int) -> Iterator[tuple[_Layout, int]]:
    """Yield what the columns may be, and the line in which the first row of figures then begins."""
    for layout, start in _all_layouts(texts, first, end):
        if start > 0 and layout.numbers > 0 and layout.width <= _MOST_COLUMNS:
            yield layout, start


def _all_layouts(texts: Sequence[str], first: int, end: int) -> Iterator[tuple[_Layout, int]]:
    is_counted = end - first == 1 and _count_in(texts[first]) == 1 and is_ordinal(texts[first])
    for has_units in (False, True):
        if is_counted:
            begin = end + 1 + has_units
            run = _end_of_numbers(texts, begin, most=_MOST_COLUMNS) - begin
            yield _Layout(True, has_units, run - 1), first
            yield _Layout(True, has_units, run), first
        label = first - 1 - has_units
        yield _Layout(False, has_units, end - first), label
        ordinal = label - (label > 0 and is_ordinal(texts[label - 1]))
        yield _Layout(True, has_units, end - first), ordinal
        if is_ordinal(texts[end - 1]):
            yield _Layout(True, has_units, end - first - 1), ordinal


def _header(lines: Lines, start: int, layout: _Layout, numbering: range) -> list[_Placed]:
    """Return the cells of the header above line `start`, in which a row of figures begins."""
    if numbering:
        header = _header_before(lines, [numbering.start], layout)
        return header and header + _numbering_row(header, numbering, layout)
    return _header_before(lines, _ends_of_header(lines.texts, start), layout)


def _ends_of_header(texts: Sequence[str], start: int) -> list[int]:
    """Return where the header may end: right above the row, or above the labels of the groups it is in."""
    ends = [start]
    while len(ends) <= _MOST_LABELS_TOGETHER and ends[-1] > 0:
        above = texts[ends[-1] - 1]
        if not (is_label(above) or is_ordinal(above)):
            break
        ends.append(ends[-1] - 1)
    return ends


def _header_before(lines: Lines, ends: Sequence[int], layout: _Layout) -> list[_Placed]:
    for is_surely in (True, False):
        for end in ends:
            found = _plain_header(lines, end, layout, is_surely=is_surely)
            if found or (is_surely and (found := _divided_header(lines, end, layout))):
                return found
    return []


def _plain_header(lines: Lines, end: int, layout: _Layout, *, is_surely: bool) -> list[_Placed]:
    """Return the header of one row that ends before line `end`; the cell over the labels may be missing."""
    if not is_surely and (layout.has_ordinals or layout.has_units):
        return []
    for missing in (0,) if is_surely else (0, 1):
        top = end - layout.width + missing
        texts = lines.texts[top:end] if top >= 0 else ()
        if not texts or not all(is_header(text) for text in texts):
            continue
        before, over = texts[: -layout.numbers], texts[-layout.numbers :]
        if any(names_labels(text) or names_pages(text) for text in over):
            continue
        if _is_over(before, layout) if is_surely else _is_likely(lines, top, over):
            return [_Placed(top + place, 0, place + missing) for place in range(len(texts))]
    return []


def _is_over(before: Sequence[str], layout: _Layout) -> bool:
    """Tell whether the headers left of the figures name just those columns that the rows have there."""
    label = int(layout.has_ordinals)
    return (
        names_ordinals(before[0]) == layout.has_ordinals
        and (layout.has_ordinals or names_labels(before[0]) or names_units(before[0]))
        and [names_units(text) for text in before[label + 1 :]] == [True] * layout.has_units
    )


def _is_likely(lines: Lines, top: int, over: Sequence[str]) -> bool:
    """Tell whether a header without a word for the labels begins the table and speaks of figures."""
    said = sum(names_figures(text) for text in over)
    return len(over) > 1 and 2 * said >= len(over) and _is_apart(lines, top)


def _is_apart(lines: Lines, top: int) -> bool:
    """Tell whether something ends above line `top`: a unit or a title stands there, or an empty line."""
    if top == 0:
        return True
    above = lines.texts[top - 1]
    is_after_blank = lines.is_after_blank[top] and not lines.is_after_blank[top + 1]
    return states_unit(above) or above.endswith(":") or is_after_blank


def _numbering_row(header: Sequence[_Placed], numbering: range, layout: _Layout) -> list[_Placed]:
    row = 1 + max(cell.row for cell in header)
    shift = layout.width - len(numbering)
    return [_Placed(line, row, shift + place) for place, line in enumerate(numbering) if shift + place >= 0]


def _divided_header(lines: Lines, end: int, layout: _Layout) -> list[_Placed]:
    """Return a header of two rows, its last cell but one row over several of the second."""
    top = end - layout.width - 1
    texts = lines.texts[top:end] if top >= 0 else ()
    if not texts or not _is_over(texts[: layout.before_numbers], layout):
        return []
    if not all(is_header(text) for text in texts):
        return []
    over = next((place for place in range(len(texts) - 3, 0, -1) if divides(texts[place])), None)
    if over is None or over < layout.before_numbers:
        return []
    below = len(texts) - over - 1
    return [
        *(_Placed(top + place, 0, place, row_span=2) for place in range(over)),
        _Placed(top + over, 0, over, column_span=below),
        *(_Placed(top + over + 1 + place, 1, over + place) for place in range(below)),
    ]


def _rows(texts: Sequence[str], start: int, layout: _Layout) -> list[list[tuple[int, int]]]:
    """Return the rows from line `start` on, each as its lines and columns; the last one has its numbers."""
    rows: list[list[tuple[int, int]]] = []
    complete = 0
    at = start
    while at < len(texts) and len(rows) - complete < _MOST_LABELS_TOGETHER:
        row = _row(texts, at, layout)
        if not row:
            break
        rows.append(row)
        at = row[-1][0] + 1
        if row[-1][1] == layout.width - 1:
            complete = len(rows)
    return rows[:complete]


def _row(texts: Sequence[str], at: int, layout: _Layout) -> list[tuple[int, int]]:
    """Return the row that begins in line `at`, perhaps only its label; empty where none does."""
    row: list[tuple[int, int]] = []
    if layout.has_ordinals and is_ordinal(texts[at]):
        row.append((at, 0))
        at += 1
    if at >= len(texts) or not is_label(texts[at]):
        return []
    row.append((at, int(layout.has_ordinals)))
    for with_unit in (layout.has_units, False):
        begin = at + 1 + with_unit
        count = _count_of_numbers(texts, begin, layout)
        if count == layout.numbers and (not with_unit or is_label(texts[at + 1])):
            if with_unit:
                row.append((at + 1, layout.before_numbers - 1))
            row += [(begin + place, layout.before_numbers + place) for place in range(count)]
            return row
    is_group = at + 1 < len(texts) and (is_label(texts[at + 1]) or _begins(texts, at + 1, layout))
    return row if is_group else []


def _begins(texts: Sequence[str], at: int, layout: _Layout) -> bool:
    return layout.has_ordinals and at + 1 < len(texts) and is_ordinal(texts[at]) and is_label(texts[at + 1])


def _count_of_numbers(texts: Sequence[str], begin: int, layout: _Layout) -> int:
    """Return how many numbers stand from line `begin` on, without that of the next row."""
    end = begin
    while end < len(texts) and end - begin <= layout.numbers + 1 and _is_figure(texts[end]):
        end += 1
    is_next = layout.has_ordinals and end - begin == layout.numbers + 1 and _begins(texts, end - 1, layout)
    return end - begin - is_next


def _table(lines: Lines, header: Sequence[_Placed], rows: Sequence[Sequence[tuple[int, int]]]) -> TextTable:
    first = header[0].line
    stated = first > 0 and states_unit(lines.texts[first - 1])
    top = 1 + max(cell.row for cell in header) + stated
    placed = [_Placed(cell.line, cell.row + stated, *_spans(cell)) for cell in header]
    if stated:
        placed.insert(0, _Placed(first - 1, 0, 0))
    for number, row in enumerate(rows, top):
        placed += [_Placed(line, number, column) for line, column in row]
    cells = tuple(
        Cell(p.row, p.column, lines.starts[p.line], lines.ends[p.line], p.row_span, p.column_span)
        for p in placed
    )
    first -= stated
    end = rows[-1][-1][0] + 1
    return TextTable(first, end, lines.starts[first], lines.ends[end - 1], cells)


def _spans(cell: _Placed) -> tuple[int, int, int]:
    return cell.column, cell.row_span, cell.column_span
