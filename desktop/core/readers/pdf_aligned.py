"""Tables without rules: rows of numbers that stand in columns, with the labels and headers around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from desktop.core.readers.assembly import GridCell
from desktop.core.readers.lines import continues_sentence, starts_item
from desktop.core.readers.pdf_heads import heads_over
from desktop.core.readers.pdf_lines import Line
from desktop.core.readers.pdf_numbers import are_numbers, is_number, is_year
from desktop.core.readers.pdf_rules import Rule
from desktop.core.readers.pdf_tables import PdfTable, indent_of, text_of

MIN_ROWS = 3
MIN_FITTING_SHARE = 0.8
MAX_ROWS_BETWEEN = 5
MAX_HEADER_ROWS = 10
_MAX_GAP_IN_HEIGHTS = 3.0
_HEADER_OVER_BODY_IN_HEIGHTS = 6.0
_MAX_GROUPS = 4
_MAX_UNIT_WORDS = 5
_COVERED_SHARE = 0.5
_NUMBER_GAP_IN_HEIGHTS = 0.4
_HEADER_GAP_IN_HEIGHTS = 0.32

Row = Sequence[Line]


@dataclass(frozen=True, slots=True)
class _Column:
    """A stretch across the page; `is_numeric` tells columns of numbers from those of labels and units."""

    x0: float
    x1: float
    is_numeric: bool


def aligned_tables(rows: Sequence[Row], rules: Sequence[Rule] = ()) -> Iterator[PdfTable | Row]:
    """Yield `rows` of segments again, those that make a table without a grid as that table.

    `rules` are the lines across the page, which part the cells of a header.
    """
    rows = [_with_numbers_apart(row) for row in rows]
    at = 0
    for start, end in _regions(rows):
        columns = _columns([row for row in rows[start:end] if _has_numbers(row)])
        if not _fits(rows[start:end], columns):
            continue
        start = _first_group(rows, _first_label(rows, start, at, columns), at, columns)
        first = _first_header(rows, start, at, columns)
        last = _last_label(rows, end, columns)
        yield from rows[at:first]
        heads = [_in_parts(row) for row in rows[first:start]]
        yield from heads[: _unit_rows(heads, columns)]
        yield _table(heads[_unit_rows(heads, columns) :], rows[start:last], columns, rules)
        at = last
    yield from rows[at:]


def _with_numbers_apart(row: Row) -> Row:
    """Return `row`, numbers that stand close together in it apart: columns can be narrow."""
    if len(row) < 2:
        return row
    return [part for segment in row for part in _numbers_of(segment)]


def _numbers_of(segment: Line) -> list[Line]:
    if not are_numbers(segment):
        return [segment]
    return _parted(segment, _NUMBER_GAP_IN_HEIGHTS)


def _parted(segment: Line, gap_in_heights: float) -> list[Line]:
    parts = [[segment.words[0]]]
    for before, word in pairwise(segment.words):
        if word.box.x0 - before.box.x1 > gap_in_heights * word.height:
            parts.append([])
        parts[-1].append(word)
    return [Line(tuple(part), is_alone=False) for part in parts]


def _is_number(segment: Line) -> bool:
    return is_number(segment.text)


def _has_numbers(row: Row) -> bool:
    """Tell whether a row has figures behind its label; years alone are of a header."""
    return len(row) > 1 and any(_is_number(segment) and not is_year(segment.text) for segment in row[1:])


def _regions(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of rows, from the first to past the last, between which no prose stands."""
    numbered = [index for index, row in enumerate(rows) if _has_numbers(row)]
    start = 0
    for place, (index, following) in enumerate(pairwise([*numbered, len(rows) + MAX_ROWS_BETWEEN]), 1):
        if _is_parted(rows, index, following):
            if place - start >= MIN_ROWS:
                yield numbered[start], index + 1
            start = place


def _is_parted(rows: Sequence[Row], index: int, following: int) -> bool:
    if following - index > MAX_ROWS_BETWEEN or following >= len(rows):
        return True
    cut = next(segment.x0 for segment in rows[index][1:] if _is_number(segment))
    return any(
        _is_far(above, below) or _is_prose(below, cut)
        for above, below in pairwise(rows[index : following + 1])
    )


def _is_far(above: Row, below: Row, gap_in_heights: float = _MAX_GAP_IN_HEIGHTS) -> bool:
    return below[0].y0 - above[0].y1 > gap_in_heights * above[0].height


def _is_prose(row: Row, cut: float) -> bool:
    """Tell whether a row runs on from the labels into the numbers, which begin at `cut`."""
    return len(row) == 1 and row[0].x0 < cut < row[0].x1 - 2 * row[0].height


def _columns(rows: Sequence[Row]) -> list[_Column]:
    numbers = _without_gaps(
        _stretches([s for row in rows for s in row if _is_number(s)], is_numeric=True), rows
    )
    labels = [s for row in rows for s in row if not _is_number(s) and not _overlapped(numbers, s)]
    return sorted(numbers + _stretches(labels, is_numeric=False), key=lambda column: column.x0)


def _stretches(segments: Sequence[Line], *, is_numeric: bool) -> list[_Column]:
    columns: list[_Column] = []
    for x0, x1 in sorted((segment.x0, segment.x1) for segment in segments):
        if columns and x0 < columns[-1].x1:
            columns[-1] = _Column(columns[-1].x0, max(columns[-1].x1, x1), is_numeric)
        else:
            columns.append(_Column(x0, x1, is_numeric))
    return columns


def _without_gaps(columns: Sequence[_Column], rows: Sequence[Row]) -> list[_Column]:
    """Return `columns`, those as one that stand close and never both in a row: numbers set unevenly."""
    height = rows[0][0].height if rows else 0.0
    joined: list[_Column] = []
    for column in columns:
        if joined and column.x0 - joined[-1].x1 < height and not _share_a_row(joined[-1], column, rows):
            joined[-1] = _Column(joined[-1].x0, column.x1, column.is_numeric)
        else:
            joined.append(column)
    return joined


def _share_a_row(column: _Column, other: _Column, rows: Sequence[Row]) -> bool:
    return any(
        any(_overlap(column, s) > 0 for s in row) and any(_overlap(other, s) > 0 for s in row) for row in rows
    )


def _overlap(column: _Column, segment: Line) -> float:
    return min(column.x1, segment.x1) - max(column.x0, segment.x0)


def _overlapped(columns: Sequence[_Column], segment: Line) -> bool:
    width = segment.x1 - segment.x0
    return any(
        _overlap(column, segment) > _COVERED_SHARE * min(width, column.x1 - column.x0) for column in columns
    )


def _column_of(columns: Sequence[_Column], segment: Line) -> int:
    return max(range(len(columns)), key=lambda index: _overlap(columns[index], segment))


def _fits(rows: Sequence[Row], columns: Sequence[_Column]) -> bool:
    """Tell whether nearly every number stands in a column, and every column has its own."""
    body = [row for row in rows if _has_numbers(row)]
    apart = sum(len({_column_of(columns, segment) for segment in row}) == len(row) for row in body)
    numeric = [index for index, column in enumerate(columns) if column.is_numeric]
    filled = sum(
        any(_column_of(columns, segment) == index for segment in row) for row in body for index in numeric
    )
    return (
        len(columns) > 1
        and apart >= MIN_FITTING_SHARE * len(body)
        and filled >= _COVERED_SHARE * len(body) * len(numeric)
    )


def _first_header(rows: Sequence[Row], start: int, lowest: int, columns: Sequence[_Column]) -> int:
    """Return the first row above `start` that heads the columns."""
    cut = _cut(columns)
    first, gaps = start, 0
    while first > max(lowest, start - MAX_HEADER_ROWS):
        row = rows[first - 1]
        is_over_numbers = row[0].x0 > (columns[0].x0 + cut) / 2
        gap = _HEADER_OVER_BODY_IN_HEIGHTS if is_over_numbers and not gaps else _MAX_GAP_IN_HEIGHTS
        if _is_far(row, rows[first], gap) or (len(row) == 1 and _is_title(row[0], cut, columns)):
            break
        gaps += _is_far(row, rows[first])
        first -= 1
    return first


def _is_title(segment: Line, cut: float, columns: Sequence[_Column]) -> bool:
    """Tell whether a lone segment above the columns stands over the whole table, not over the numbers."""
    left, right = columns[0].x0, columns[-1].x1
    middle = (segment.x0 + segment.x1) / 2
    is_over_numbers = abs(middle - (cut + right) / 2) < abs(middle - (left + right) / 2)
    if segment.x0 >= cut:
        return not is_over_numbers and segment.text.startswith("(") and segment.text.endswith(")")
    return segment.x0 < (left + cut) / 2 or starts_item(segment.text) or not is_over_numbers


def _in_parts(row: Row) -> list[Line]:
    return [part for segment in row for part in _parted(segment, _HEADER_GAP_IN_HEIGHTS)]


def _unit_rows(heads: Sequence[Row], columns: Sequence[_Column]) -> int:
    """Return 1 where the first row above the columns only says, at the right edge, what they count in."""
    if len(heads) < 2 or len({segment.text for segment in heads[0]}) > 1:
        return 0
    segment = heads[0][-1]
    is_at_edge = segment.x1 > columns[-1].x1 - segment.height
    middle = (segment.x0 + segment.x1) / 2
    below = (s for row in heads[1:] for s in row if abs((s.x0 + s.x1) / 2 - middle) < segment.height / 2)
    is_head = any(continues_sentence(s.text) for s in islice(below, 1))
    is_dated = any(letter.isdigit() for letter in segment.text) and ":" not in segment.text
    is_short = len(segment.words) <= _MAX_UNIT_WORDS
    return int(is_at_edge and is_short and not is_head and not is_dated)


def _first_label(rows: Sequence[Row], start: int, lowest: int, columns: Sequence[_Column]) -> int:
    """Return the row where the label of the first row of numbers begins."""
    while start > lowest and _carries_on(rows[start]):
        if _is_far(rows[start - 1], rows[start]) or not _is_label(rows[start - 1], columns):
            break
        start -= 1
    return start


def _first_group(rows: Sequence[Row], start: int, lowest: int, columns: Sequence[_Column]) -> int:
    """Return the row where the labels begin that stand between the header and the first row of numbers."""
    first = start
    while first > max(lowest, start - _MAX_GROUPS):
        row = rows[first - 1]
        if _is_far(row, rows[first], _HEADER_OVER_BODY_IN_HEIGHTS):
            break
        if len(row) > 1 and all(segment.x1 > _cut(columns) for segment in row[1:]):
            return first
        if not _is_label(row, columns):
            break
        first -= 1
    return start


def _last_label(rows: Sequence[Row], end: int, columns: Sequence[_Column]) -> int:
    """Return where the rows end that carry on the labels of the last row of numbers."""
    while end < len(rows) and _is_label(rows[end], columns) and _carries_on(rows[end]):
        if _is_far(rows[end - 1], rows[end]):
            break
        end += 1
    return end


def _cut(columns: Sequence[_Column]) -> float:
    """Return where the numbers begin that follow the first labels."""
    labels = [column for column in columns if not column.is_numeric]
    after = [c.x0 for c in columns if c.is_numeric and (not labels or c.x0 > labels[0].x0)]
    return min(after, default=columns[0].x0)


def _is_label(row: Row, columns: Sequence[_Column]) -> bool:
    return all(segment.x1 <= _cut(columns) + segment.height for segment in row)


def _carries_on(row: Row) -> bool:
    return continues_sentence(row[0].text) or row[0].text.startswith("(")


def _table(
    headers: Sequence[Row], body: Sequence[Row], columns: Sequence[_Column], rules: Sequence[Rule]
) -> PdfTable:
    cells = heads_over(headers, [(column.x0, column.x1) for column in columns], rules)
    first = max((cell.row + 1 for cell, _ in cells), default=0)
    grouped = _logical(body, columns)
    cells += [cell for number, rows in enumerate(grouped, first) for cell in _cells(number, rows, columns)]
    top = min(segment.y0 for row in (*headers, *grouped[0]) for segment in row)
    return PdfTable(top, tuple(cells))


def _logical(rows: Sequence[Row], columns: Sequence[_Column]) -> list[list[Row]]:
    """Return the rows, those together that a label broken over several lines makes one of."""
    grouped: list[list[Row]] = []
    waiting: list[Row] = []
    for row in rows:
        if not _has_numbers(row):
            if _carries_on(row) and (waiting or grouped):
                (waiting if waiting else grouped[-1]).append(row)
            else:
                grouped += [[label] for label in waiting]
                waiting = [row]
            continue
        if waiting and not _belongs_to(waiting, row, columns):
            grouped += [waiting]
            waiting = []
        grouped.append([*waiting, row])
        waiting = []
    return grouped + ([waiting] if waiting else [])


def _belongs_to(waiting: Sequence[Row], row: Row, columns: Sequence[_Column]) -> bool:
    """Tell whether the labels `waiting` are the beginning of the label, or of the unit, of `row`."""
    first_label = next((i for i, column in enumerate(columns) if not column.is_numeric), None)
    label = next((s for s in row if _column_of(columns, s) == first_label), None)
    is_of_label = any(_column_of(columns, segment) == first_label for line in waiting for segment in line)
    return label is None or not is_of_label or _carries_on((label,))


def _cells(
    number: int, rows: Sequence[Row], columns: Sequence[_Column]
) -> Iterator[tuple[GridCell, tuple[Line, ...]]]:
    lines_by_column: dict[int, list[Line]] = {}
    for row in rows:
        for segment in row:
            lines_by_column.setdefault(_column_of(columns, segment), []).append(segment)
    for index, lines in lines_by_column.items():
        covered = [i for i, c in enumerate(columns) if any(_covers(c, line) for line in lines)]
        span = max(covered, default=index) - index + 1
        is_free = all(other not in lines_by_column for other in range(index + 1, index + span))
        indent = indent_of(lines, columns[index].x0)
        yield GridCell(number, index, text_of(lines), 1, span if is_free else 1, indent), tuple(lines)


def _covers(column: _Column, segment: Line) -> bool:
    return _overlap(column, segment) > _COVERED_SHARE * (column.x1 - column.x0)
