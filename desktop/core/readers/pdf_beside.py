"""Pages of a PDF that show the right-hand columns of a table whose labels stand on an earlier page.

A sheet wider than the paper is printed so: first the pages below each other with the labels, then those with
the columns further right, every row at the height where its label stands.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop.core.places import Box
from desktop.core.readers.lines import starts_item
from desktop.core.readers.pdf_lines import Line, lines_of, segments_of
from desktop.core.readers.pdf_numbers import are_numbers, is_year
from desktop.core.readers.pdf_rules import Rule
from desktop.core.readers.pdf_sheets import RawSheet
from desktop.core.readers.pdf_words import PdfWord

MAX_PAGES_BACK = 24
MIN_ROWS = 3
_SAME_HEIGHT = 2.5
_MATCHING_SHARE = 0.8
_NUMERIC_SHARE = 0.6
_LABELLED_SHARE = 0.4
_ALIKE = 0.05
_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(slots=True)
class _Group:
    """A page with labels, as its index and the heights of its rows, and the pages right of it so far."""

    base: int
    heights: list[float]
    beside: list[int]


def joined(
    sheets: Sequence[RawSheet], furniture: Sequence[set[int]]
) -> tuple[list[RawSheet], list[set[int]]]:
    """Return the pages and their furniture, rows that go on beside them taken from the pages that show them.

    A page that gave its rows away keeps its furniture alone.
    """
    groups = [group for group in _groups(sheets, furniture) if group.beside]
    joined_sheets, joined_furniture = list(sheets), list(furniture)
    for group in groups:
        for index in (group.base, *group.beside):
            left = [row for at, row in enumerate(sheets[index].rows) if at in furniture[index]]
            joined_sheets[index] = replace(sheets[index], rows=tuple(left))
            joined_furniture[index] = set(range(len(left)))
        base, shifts = joined_sheets[group.base], _shifts(sheets, furniture, group)
        rows = lines_of(list(_words(sheets, furniture, shifts)))
        joined_sheets[group.base] = replace(base, rows=(*base.rows, *rows), rules=_rules(sheets, shifts))
    return joined_sheets, joined_furniture


def _shifts(sheets: Sequence[RawSheet], furniture: Sequence[set[int]], group: _Group) -> dict[int, float]:
    """Return how far the words of each page of a group are to be moved to the right."""
    shifts = {group.base: 0.0}
    for before, index in pairwise((group.base, *group.beside)):
        rows = [_rows(sheets[at], furniture[at]) for at in (before, index)]
        shifts[index] = shifts[before] + _step(rows[0], rows[1], sheets[index].width)
    return shifts


def _words(
    sheets: Sequence[RawSheet], furniture: Sequence[set[int]], shifts: Mapping[int, float]
) -> Iterator[PdfWord]:
    """Yield the words of a group's pages moved by `shifts`, once those that two pages show."""
    shown: set[tuple[str, int, int]] = set()
    for index, shift in shifts.items():
        sheet = sheets[index]
        words = [word for row in _rows(sheet, furniture[index]) for word in row.words]
        if shift:
            words = [_moved(word, sheet.number, shift) for word in words]
            words = [word for word in words if not any(place in shown for place in _places(word))]
        shown |= {(word.text, round(word.box.x0), round(word.box.y0)) for word in words}
        yield from words


def _rules(sheets: Sequence[RawSheet], shifts: Mapping[int, float]) -> tuple[Rule, ...]:
    return tuple(
        Rule(rule.at, rule.start + shift, rule.end + shift)
        for index, shift in shifts.items()
        for rule in sheets[index].rules
    )


def _places(word: PdfWord) -> list[tuple[str, int, int]]:
    """Return where a word would stand that is drawn on two pages, the rounding of either allowed for."""
    x, y = round(word.box.x0), round(word.box.y0)
    return [(word.text, x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]


def _step(before: Sequence[Line], rows: Sequence[Line], width: float) -> float:
    """Return how far a page's words are to be moved from those of the page before, which shows so much.

    What the edge of the paper cuts is drawn on both pages and tells it.
    """
    edge = max((s.x1 for row in before for s in segments_of(row) if are_numbers(s)), default=0.0)
    first = min((s.x0 for row in rows for s in segments_of(row) if are_numbers(s)), default=0.0)
    steps = (
        cut.x0 - segment.x0
        for row in before
        for cut in segments_of(row)[-1:]
        for other in rows
        if abs(other.y0 - row.y0) < 1
        for segment in segments_of(other)[:1]
        if segment.text == cut.text and (segment.x0 < 0 or cut.x1 > edge + cut.height / 2)
    )
    return next((step for step in steps if first + step > edge), width)


def _moved(word: PdfWord, page: int, shift: float) -> PdfWord:
    box = Box(word.box.x0 + shift, word.box.y0, word.box.x1 + shift, word.box.y1)
    return replace(word, box=box, page=page, moved=shift)


def _groups(sheets: Sequence[RawSheet], furniture: Sequence[set[int]]) -> list[_Group]:
    groups: list[_Group] = []
    for index, sheet in enumerate(sheets):
        rows = _rows(sheet, furniture[index])
        body = [row for row in rows if not sheet.tables and _has_number(row)]
        group = _group_of(sheets, groups, index, rows, body) if _lacks_labels(rows, body) else None
        if group is not None:
            group.beside.append(index)
        elif not sheet.tables and rows:
            groups.append(_Group(index, [_height(row) for row in rows], []))
    return groups


def _rows(sheet: RawSheet, furniture: set[int]) -> list[Line]:
    return [row for index, row in enumerate(sheet.rows) if index not in furniture]


def _group_of(
    sheets: Sequence[RawSheet],
    groups: Sequence[_Group],
    index: int,
    rows: Sequence[Line],
    body: Sequence[Line],
) -> _Group | None:
    """Return the group that a page without labels goes on beside; of several alike, the least wide first."""
    here = sheets[index]
    heights = [_height(row) for row in body]
    shares: list[tuple[float, _Group]] = []
    for group in groups:
        base = sheets[group.base]
        is_near = index - group.base <= MAX_PAGES_BACK
        if (
            is_near
            and (base.width, base.height) == (here.width, here.height)
            and not _is_titled_anew(rows, base)
        ):
            shares.append((_alike(heights, group.heights), group))
    best = max((share for share, _ in shares), default=0.0)
    if best < _MATCHING_SHARE:
        return None
    alike = [group for share, group in shares if share >= best - _ALIKE]
    return min(alike, key=lambda group: (len(group.beside), -group.base if len(group.beside) else group.base))


def _alike(heights: Sequence[float], others: Sequence[float]) -> float:
    found = sum(any(abs(height - other) <= _SAME_HEIGHT for other in others) for height in heights)
    return found / len(heights)


def _is_titled_anew(rows: Sequence[Line], base: RawSheet) -> bool:
    """Tell whether a page begins with a numbered title that the page with the labels has not."""
    first = segments_of(rows[0])[0].text
    return starts_item(first) and all(first not in row.text for row in base.rows)


def _lacks_labels(rows: Sequence[Line], body: Sequence[Line]) -> bool:
    """Tell whether rows of numbers have nothing beside them but units and the like, which repeat."""
    if len(body) < MIN_ROWS:
        return False
    first, last = rows.index(body[0]), rows.index(body[-1])
    if len(body) < _NUMERIC_SHARE * (last + 1 - first):
        return False
    segments = [segments_of(row) for row in body]
    said = Counter(s.text for row in segments for s in row if _LETTERS.search(s.text) and not are_numbers(s))
    years = sum(is_year(row[0].words[0].text) for row in segments)
    return len(said) <= _LABELLED_SHARE * len(body) and years < _LABELLED_SHARE * len(body)


def _has_number(row: Line) -> bool:
    return any(are_numbers(segment) for segment in segments_of(row))


def _height(row: Line) -> float:
    middles = sorted(word.middle for word in row.words)
    return middles[len(middles) // 2]
