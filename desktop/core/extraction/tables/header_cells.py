"""The header's cells over a column, also those that reach over it without being merged.

Old annexes centre a heading across columns instead of merging their cells: the text then stands in the first
of them, and the cells over the others are empty.
"""

import re
from collections.abc import Sequence

from desktop.core.extraction.passages import fold
from desktop.core.extraction.tables.blocks import Block, is_numbering
from desktop.core.extraction.tables.grid import Entry, Row
from desktop.core.extraction.tables.headers import (
    awaits_base,
    begins_with_state,
    dates_measured,
    is_state,
    says_comparison,
)
from desktop.core.extraction.tables.measures import unit_in_brackets
from desktop.core.extraction.tables.periods import Span, mentions
from desktop.core.extraction.tables.slips import mended

_WHOLE_COMPARISON = re.compile(r"cùng kỳ\W*$")
_GOES_ON = re.compile(r"\(|(?:19|20)[0-9]{2}(?![0-9])")


def header_text(block: Block, column: int) -> str:
    """Return the header over a column as one line, "|" between cells that differ in width."""
    rows = [row for row in block.header if not is_numbering(row)]
    pieces: list[str] = []
    extent: tuple[int, int] | None = None
    for index, row in enumerate(rows):
        entry = row.over(column) or _reaching_over(column, index, rows, block)
        if entry is None or entry.is_mark or (entry.value is not None and not entry.says_when):
            continue
        here = entry.column, entry.last_column
        if pieces and (extent != here or _is_new_heading(" ".join(pieces[-2:]), entry.text)):
            pieces.append("|")
        pieces.append(entry.text)
        extent = here
    return mended(" ".join(pieces))


def _is_new_heading(above: str, text: str) -> bool:
    """Tell whether a cell begins anew below a whole comparison: "so với cùng kỳ" over "Tháng 3"."""
    return text[:1].isupper() and _WHOLE_COMPARISON.search(fold(above)) is not None


def _reaching_over(column: int, index: int, rows: Sequence[Row], block: Block) -> Entry | None:
    """Return the cell left of a column that heads it too: what divides it begins in one row over both."""
    left = next((entry for entry in reversed(rows[index].entries) if entry.last_column < column), None)
    if left is None or left.column < block.first_column or left.last_column > left.column:
        return None
    if left.value is not None:
        return None
    split = next((row for row in rows[index + 1 :] if row.at(column) is not None), None)
    if split is None or left.column != _heading_column(column, split, rows):
        return None
    if _is_broken(left, column, split, block):
        return None
    if any((over := row.over(column)) and over is not row.over(left.column) for row in rows[:index]):
        return None
    heading = _said(left.column, [row for row in rows if row.number < split.number])
    below = [row for row in rows[index + 1 :] if row.number >= split.number]
    return left if _divides(heading, _said(left.column, below), _said(column, below)) else None


def _heading_column(column: int, split: Row, rows: Sequence[Row]) -> int | None:
    """Return the nearest column to the left that has something both in the row `split` and above it."""
    above = [row for row in rows if row.number < split.number]
    left = (entry.column for entry in reversed(split.entries) if entry.column < column)
    return next((number for number in left if any(row.at(number) for row in above)), None)


def _is_broken(left: Entry, column: int, split: Row, block: Block) -> bool:
    between = [number for number in block.columns if left.column < number < column]
    return any(split.over(number) is None for number in between)


def _said(column: int, rows: Sequence[Row]) -> str:
    """Return what stands over a column in some rows."""
    return mended(" ".join(entry.text for row in rows if (entry := row.over(column)) is not None))


def _divides(heading: str, first: str, other: str) -> bool:
    """Tell whether `first` and `other` are what a heading is divided into, not headers of their own.

    A heading with a period is divided by what is measured; one that compares, or only says how final its
    numbers are, by periods; a comparison that names no base by its bases. What goes on in small letters, or
    with a year or a unit, is the same heading over further lines.
    """
    said, beside = fold(heading), fold(other)
    if says_comparison(beside):
        return False
    if awaits_base(heading):
        return True
    if first[:1].islower() or _GOES_ON.match(first):
        return False
    are_dated = bool(mentions(fold(first))), bool(mentions(beside))
    if dates := dates_measured(said):
        is_of_year = all(date.period.span is Span.YEAR for date in dates)
        return is_of_year and _are_within_year(fold(first), beside) if any(are_dated) else True
    if is_state(said):
        return all(are_dated) and (bool(unit_in_brackets(heading)) or not begins_with_state(beside))
    return all(are_dated) if says_comparison(said) else not any(are_dated)


def _are_within_year(*below: str) -> bool:
    """Tell whether folded headers are all of months and quarters: what a year is divided into."""
    dates = [mentions(lower) for lower in below]
    return all(said and said[0].period.span is not Span.YEAR for said in dates)
