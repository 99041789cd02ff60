"""Rows at the head of a page that go on a table of the page before without its header.

They are read as if they stood right below it: their numbers end where those above them do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.core.places import Box
from desktop.core.readers.pdf_lines import Line, segments_of
from desktop.core.readers.pdf_numbers import are_numbers, is_number, is_year
from desktop.core.readers.pdf_sheets import RawSheet
from desktop.core.readers.pdf_words import PdfWord

_ROWS_ABOVE = 15
_MAX_LABELS = 3
_SAME_EDGE = 3.0
_MATCHING_SHARE = 0.8
_MIN_EDGES = 2
_FAR_IN_HEIGHTS = 6.0
_STEP_IN_HEIGHTS = 0.5


def continued(
    sheets: Sequence[RawSheet], furniture: Sequence[set[int]]
) -> tuple[list[RawSheet], list[set[int]]]:
    """Return the pages and their furniture, the rows that go on a table given to the page where it begins."""
    grown, left = list(sheets), [set(indices) for indices in furniture]
    above: int | None = None
    for index, sheet in enumerate(sheets):
        kept = [at for at in range(len(sheet.rows)) if at not in furniture[index]]
        rows = [sheet.rows[at] for at in kept]
        is_ruled = above is None or bool(sheet.tables or grown[above].tables)
        count = 0 if above is None or is_ruled else _going_on(_content(grown[above], left[above]), rows)
        if above is not None and count:
            base = grown[above]
            lowered = _lowered(rows[:count], sheet.number, _content(base, left[above])[-1])
            grown[above] = replace(base, rows=(*base.rows, *lowered))
            taken = set(kept[:count])
            numbers = [at for at in range(len(sheet.rows)) if at not in taken]
            grown[index] = replace(sheet, rows=tuple(sheet.rows[at] for at in numbers))
            left[index] = {place for place, at in enumerate(numbers) if at in furniture[index]}
        if count < len(rows):
            above = index
    return grown, left


def _content(sheet: RawSheet, furniture: set[int]) -> list[Line]:
    return [row for at, row in enumerate(sheet.rows) if at not in furniture]


def _going_on(above: Sequence[Line], rows: Sequence[Line]) -> int:
    """Return how many of `rows`, from the first, go on the table that `above` ends with."""
    last = above[-_ROWS_ABOVE:]
    if not last or not any(_edges(row) for row in last[-_MAX_LABELS:]):
        return 0
    edges = {edge for row in last for edge in _edges(row)}
    count = labels = 0
    for place, row in enumerate(rows):
        if place and row.y0 - rows[place - 1].y1 > _FAR_IN_HEIGHTS * row.height:
            break
        own = _edges(row)
        if own and (not _are_of(own, edges) or is_number(row.words[0].text)):
            break
        labels = 0 if own else labels + 1
        if labels > _MAX_LABELS:
            break
        count = place + 1 if own else count
    return count


def _edges(row: Line) -> list[float]:
    """Return where the numbers of a row end, none where there are too few to tell columns by."""
    numbers = (word for segment in segments_of(row) if are_numbers(segment) for word in segment.words)
    ends = [word.box.x1 for word in numbers if not is_year(word.text)]
    return ends if len(ends) >= _MIN_EDGES else []


def _are_of(edges: Sequence[float], others: set[float]) -> bool:
    found = sum(any(abs(edge - other) <= _SAME_EDGE for other in others) for edge in edges)
    return found >= _MATCHING_SHARE * len(edges)


def _lowered(rows: Sequence[Line], page: int, above: Line) -> Iterator[Line]:
    step = above.y1 + _STEP_IN_HEIGHTS * above.height - rows[0].y0
    return (replace(row, words=tuple(_moved(word, page, step) for word in row.words)) for row in rows)


def _moved(word: PdfWord, page: int, step: float) -> PdfWord:
    box = Box(word.box.x0, word.box.y0 + step, word.box.x1, word.box.y1 + step)
    return replace(word, box=box, page=word.page or page, lowered=word.lowered + step)
