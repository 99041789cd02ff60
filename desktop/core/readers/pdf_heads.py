"""The headers over columns that no rules part: lines make cells, and cells are set over their columns.

A cell's lines stand under each other on one middle. A cell over several columns has its middle over theirs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop.core.readers.assembly import GridCell
from desktop.core.readers.pdf_lines import Line
from desktop.core.readers.pdf_rules import Rule
from desktop.core.readers.pdf_tables import text_of

_SAME_MIDDLE_IN_HEIGHTS = 0.45
_LINE_GAP_IN_HEIGHTS = 0.75
_OVERLAP_IN_HEIGHTS = 0.25
_LEFT_OUT_SHARE = 0.3
_BAND_SHARE = 0.1
_MAX_COLUMNS = 40
_REACH_IN_HEIGHTS = 3.0

Stretch = tuple[float, float]
Placed = tuple[GridCell, tuple[Line, ...]]


@dataclass(slots=True)
class _Head:
    """Lines that stand under each other, and the columns that they head once they are known."""

    lines: list[Line]
    columns: range = field(default=range(0))

    @property
    def x0(self) -> float:
        return min(line.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        return max(line.x1 for line in self.lines)

    @property
    def y0(self) -> float:
        return self.lines[0].y0

    @property
    def y1(self) -> float:
        return self.lines[-1].y1

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def heads_over(
    rows: Sequence[Sequence[Line]], columns: Sequence[Stretch], rules: Sequence[Rule] = ()
) -> list[Placed]:
    """Return the cells of the header `rows` over `columns`, which are stretches across from the left.

    No cell goes on below one of the `rules`.
    """
    heads = _heads(rows, rules)
    _place(heads, columns)
    tops = sorted({head.y0 for head in heads})
    levels = _levels(tops, min((head.lines[0].height for head in heads), default=0.0))
    taken: dict[tuple[int, int], list[_Head]] = {}
    for head in sorted(heads, key=lambda head: (head.y0, head.x0)):
        taken.setdefault((levels[head.y0], head.columns.start), []).append(head)
    return [_placed(row, column, alike) for (row, column), alike in sorted(taken.items())]


def _placed(row: int, column: int, heads: Sequence[_Head]) -> Placed:
    lines = tuple(line for head in heads for line in head.lines)
    return GridCell(row, column, text_of(lines), 1, max(len(head.columns) for head in heads)), lines


def _levels(tops: Sequence[float], height: float) -> dict[float, int]:
    """Return the number of the row for each height at which a cell begins."""
    levels: dict[float, int] = {}
    row, at = -1, float("-inf")
    for top in tops:
        if top - at > height / 2:
            row, at = row + 1, top
        levels[top] = row
    return levels


def _heads(rows: Sequence[Sequence[Line]], rules: Sequence[Rule]) -> list[_Head]:
    heads: list[_Head] = []
    for row in rows:
        begun: list[_Head] = []
        reach = row[0].y0 - _REACH_IN_HEIGHTS * row[0].height
        near = [head for head in heads if head.y1 > reach]
        for segment in row:
            above = [
                head
                for head in near
                if _goes_on(head, segment)
                and not _spans(head, segment, row)
                and not _are_parted(head, segment, rules)
            ]
            nearest = max(above, key=lambda head: head.y1, default=None)
            if nearest is None:
                begun.append(_Head([segment]))
            else:
                nearest.lines.append(segment)
        heads += begun
    return heads


def _goes_on(head: _Head, segment: Line) -> bool:
    """Tell whether `segment` is the next line of a cell."""
    height = min(segment.height, head.lines[-1].height)
    gap = segment.y0 - head.y1
    if not -height < gap < _LINE_GAP_IN_HEIGHTS * height or segment.y0 <= head.lines[-1].y0:
        return False
    middle = (segment.x0 + segment.x1) / 2
    is_under = min(segment.x1, head.x1) > max(segment.x0, head.x0)
    last = head.lines[-1]
    is_aligned = abs(middle - (last.x0 + last.x1) / 2) <= _SAME_MIDDLE_IN_HEIGHTS * height
    return is_under and (is_aligned or abs(segment.x0 - last.x0) < 1 or abs(segment.x1 - last.x1) < 1)


def _are_parted(head: _Head, segment: Line, rules: Sequence[Rule]) -> bool:
    middle, top, bottom = (
        (segment.x0 + segment.x1) / 2,
        head.lines[-1].words[0].middle,
        segment.words[0].middle,
    )
    return any(top < rule.at < bottom and rule.start <= middle <= rule.end for rule in rules)


def _spans(head: _Head, segment: Line, row: Sequence[Line]) -> bool:
    """Tell whether a cell reaches over another segment of the row as well."""
    return any(
        min(other.x1, head.x1) - max(other.x0, head.x0) > _OVERLAP_IN_HEIGHTS * other.height
        for other in row
        if other is not segment
    )


def _place(heads: Sequence[_Head], columns: Sequence[Stretch]) -> None:
    """Give each cell its columns, from the lowest up."""
    middles = [(x0 + x1) / 2 for x0, x1 in columns]
    tops: list[float | None] = [None] * len(columns)
    levels = list(_from_below(heads))
    if len(levels) > 1 and (band := _band(levels[0], heads, columns)):
        levels.pop(0)[0].columns = band
    for level in levels:
        for head in level:
            column = _column_of(head, columns)
            if tops[column] is None and not _reaches_over(head, columns):
                head.columns = range(column, column + 1)
        waiting = [head for head in level if not head.columns]
        free = [i for i, top in enumerate(tops) if top is not None and _is_below(top, waiting)]
        _spread(waiting, free, middles)
        for head in level:
            if not head.columns:
                column = _column_of(head, columns)
                head.columns = range(column, column + 1)
            if len(head.columns) == 1 and tops[head.columns[0]] is None:
                middles[head.columns[0]] = head.middle
            for column in head.columns:
                tops[column] = head.y0


def _band(level: Sequence[_Head], heads: Sequence[_Head], columns: Sequence[Stretch]) -> range | None:
    """Return the columns of a lone cell below all others that stands in the middle of what they head."""
    first = min(_column_of(head, columns) for head in heads)
    x0, x1 = columns[first][0], columns[-1][1]
    if len(level) > 1 or abs(level[0].middle - (x0 + x1) / 2) > _BAND_SHARE * (x1 - x0):
        return None
    return range(first, len(columns)) if len(columns) - first > 1 else None


def _is_below(top: float, heads: Sequence[_Head]) -> bool:
    return any(top >= head.y1 - head.lines[-1].height / 2 for head in heads)


def _from_below(heads: Sequence[_Head]) -> Iterator[list[_Head]]:
    """Yield the cells that stand beside each other, the lowest first."""
    waiting = sorted(heads, key=lambda head: -head.y1)
    while waiting:
        floor = max(head.y0 for head in waiting if head.y1 >= waiting[0].y1 - head.lines[-1].height / 2)
        level = [head for head in waiting if head.y1 > floor]
        waiting = [head for head in waiting if head.y1 <= floor]
        yield sorted(level, key=lambda head: head.x0)


def _column_of(head: _Head, columns: Sequence[Stretch]) -> int:
    return max(range(len(columns)), key=lambda i: min(columns[i][1], head.x1) - max(columns[i][0], head.x0))


def _reaches_over(head: _Head, columns: Sequence[Stretch]) -> bool:
    """Tell whether a cell stands over the middles of several columns."""
    return sum(head.x0 < (x0 + x1) / 2 < head.x1 for x0, x1 in columns) > 1


def _spread(heads: Sequence[_Head], free: Sequence[int], middles: Sequence[float]) -> None:
    """Give each cell, from the left, those of the columns `free` whose common middle is nearest."""
    runs = _runs(free)
    for run in runs:
        within = [head for head in heads if _nearest_run(head, runs, middles) == run]
        for head, group in zip(within, _parted(within, run, middles), strict=True):
            head.columns = group


def _runs(free: Sequence[int]) -> list[range]:
    runs: list[range] = []
    for column in free:
        if runs and runs[-1].stop == column:
            runs[-1] = range(runs[-1].start, column + 1)
        else:
            runs.append(range(column, column + 1))
    return runs


def _nearest_run(head: _Head, runs: Sequence[range], middles: Sequence[float]) -> range:
    return min(runs, key=lambda run: min(abs(middles[column] - head.middle) for column in run))


def _parted(heads: Sequence[_Head], run: range, middles: Sequence[float]) -> list[range]:
    """Return for each cell its part of `run` so that the middles fit best and few columns are left out.

    Tables wider than any paper are not worth the time.
    """
    if len(heads) > len(run) or len(run) > _MAX_COLUMNS:
        return [range(0)] * len(heads)
    left_out = _LEFT_OUT_SHARE * (middles[run[-1]] - middles[run[0]]) / max(1, len(run) - 1)
    costs: dict[int, tuple[float, tuple[range, ...]]] = {run.start: (0.0, ())}
    for head in heads:
        following: dict[int, tuple[float, tuple[range, ...]]] = {}
        for before, (cost, parts) in costs.items():
            for part in _parts(before, run.stop):
                fit = abs((middles[part[0]] + middles[part[-1]]) / 2 - head.middle)
                total = cost + fit + left_out * (part.start - before)
                if part.stop not in following or total < following[part.stop][0]:
                    following[part.stop] = (total, (*parts, part))
        costs = following
    if not costs:
        return [range(0)] * len(heads)
    ends = ((cost + left_out * (run.stop - stop), parts) for stop, (cost, parts) in costs.items())
    return list(min(ends, key=lambda end: end[0])[1])


def _parts(start: int, stop: int) -> Iterator[range]:
    return (range(first, last) for first in range(start, stop) for last in range(first + 1, stop + 1))
