"""Tables that stand side by side on one sheet, each with row labels of its own, taken apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from desktop.core.extraction.tables.grid import Row
from desktop.core.extraction.tables.measures import is_unit

_LABELS_LEAST = 3
_BEYOND = 1 << 20


@dataclass(slots=True)
class _Tally:
    """How often the columns hold numbers and labels in the rows of figures, and which labels."""

    rows: int = 0
    numbers: Counter[int] = field(default_factory=Counter)
    labels: dict[int, list[str]] = field(default_factory=dict)


def sides_of(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows of each table from left to right; mostly there is one."""
    starts = _starts(_tally(rows))
    if not starts:
        return [list(rows)]
    sides = (_between(rows, first, end) for first, end in pairwise((0, *starts, _BEYOND)))
    return [side for side in sides if side]


def _tally(rows: Sequence[Row]) -> _Tally:
    tally = _Tally()
    for row in rows:
        if not any(entry.value is not None and not entry.is_year for entry in row.entries):
            continue
        tally.rows += 1
        for entry in row.entries:
            if entry.value is not None:
                tally.numbers[entry.column] += 1
            elif not entry.is_mark and not is_unit(entry.text):
                tally.labels.setdefault(entry.column, []).append(entry.lower)
    return tally


def _starts(tally: _Tally) -> list[int]:
    """Return the columns where a further table begins: labels, with figures on both sides of them."""
    figures = sorted(column for column, count in tally.numbers.items() if count * 2 >= tally.rows)
    starts = [column for column in sorted(tally.labels) if _are_labels(tally.labels[column], tally.rows)]
    if len(starts) < 2 or not figures:
        return []
    return [
        max(number for number in figures if number < column) + 1
        for before, column in pairwise(starts)
        if any(before < number < column for number in figures) and column < figures[-1]
    ]


def _are_labels(texts: Sequence[str], rows: int) -> bool:
    """Tell whether a column's texts are the labels of rows: in most of them, and mostly unlike each other."""
    return len(texts) * 2 >= rows and len(texts) >= _LABELS_LEAST and len(set(texts)) * 4 >= len(texts) * 3


def _between(rows: Sequence[Row], first: int, end: int) -> list[Row]:
    """Return what stands in the columns from `first` to before `end`, rows with nothing there left out."""
    cut = (Row(row.number, tuple(e for e in row.entries if first <= e.column < end)) for row in rows)
    return [row for row in cut if row.entries]
