"""Which rows over the columns of figures are the table's title, centred there, and no header."""

import re
from collections.abc import Sequence

from desktop.core.extraction.tables.grid import Row
from desktop.core.extraction.tables.headers import begins_with_state, says_comparison
from desktop.core.extraction.tables.measures import unit_statement

NUMBERED_TITLE = re.compile(r"\s*(?:\d{1,3}\s*[.)]|biểu|bảng|phụ lục|phụ biểu)\s*\S")
_WORDS_LEAST = 5


def without_titles(rows: Sequence[Row], header: Sequence[int]) -> Sequence[int]:
    """Return which of `rows` are header: those of `header` but for the titles that lead them."""
    if not any(len(rows[index].entries) > 1 for index in header):
        return header
    is_titled = False
    for place, index in enumerate(header):
        if not _is_title_line(rows, index, is_titled=is_titled):
            return header[place:]
        is_titled = True
    return header


def _is_title_line(rows: Sequence[Row], index: int, *, is_titled: bool) -> bool:
    """Tell whether a row is a title, or goes on with one: alone, and numbered or long with a gap below it."""
    row = rows[index]
    if len(row.entries) > 1:
        return False
    entry = row.entries[0]
    if NUMBERED_TITLE.match(entry.lower):
        return True
    is_last = _has_gap_below(rows, index)
    if is_titled:
        return is_last or entry.text[:1].islower()
    is_header = says_comparison(entry.lower) or begins_with_state(entry.lower)
    return is_last and len(entry.text.split()) >= _WORDS_LEAST and not is_header


def _has_gap_below(rows: Sequence[Row], index: int) -> bool:
    """Tell whether a row is followed by an empty one, or by the table's unit."""
    row, below = rows[index], rows[index + 1]
    if len(below.entries) == 1 and unit_statement(below.entries[0].text):
        return True
    return below.number > row.number + max(1, row.entries[0].cell.row_span)
