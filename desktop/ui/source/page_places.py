"""Places on pages: the boxes of a span, the word under a point. No Qt."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from desktop.core.documents import Document, Page, Word
from desktop.core.places import Box, Place

_LINE_OVERLAP = 0.5


def page_at(document: Document, offset: int) -> Page | None:
    """Return the page on which the character at `offset` stands, the first for what is before it."""
    return document.page_at(offset) or (document.pages[0] if document.pages else None)


def page_of(document: Document, place: Place) -> Page | None:
    """Return the page of a place: the one it names, else the one its span begins on."""
    if place.page is not None and 1 <= place.page <= len(document.pages):
        return document.pages[place.page - 1]
    return page_at(document, place.start)


def words_between(page: Page, start: int, end: int) -> Sequence[Word]:
    """Return the words of the page that share text with [start, end)."""
    first = bisect_right(page.words, start, key=lambda word: word.end)
    last = bisect_left(page.words, end, key=lambda word: word.start)
    return page.words[first:last]


def boxes_on(page: Page, place: Place) -> list[Box]:
    """Return the boxes of a place on this page: its own, else those of the words under its span."""
    if place.boxes:
        return list(place.boxes) if place.page == page.number else []
    words = words_between(page, place.start, place.end)
    return lines_of(_part(word, place.start, place.end) for word in words)


def lines_of(boxes: Iterable[Box]) -> list[Box]:
    """Return boxes that follow each other, joined where they stand on one line."""
    lines: list[Box] = []
    for box in boxes:
        if lines and _on_one_line(lines[-1], box):
            lines[-1] = around((lines[-1], box))
        else:
            lines.append(box)
    return lines


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds all of them."""
    known = list(boxes)
    return Box(
        min(box.x0 for box in known),
        min(box.y0 for box in known),
        max(box.x1 for box in known),
        max(box.y1 for box in known),
    )


def word_near(page: Page, x: float, y: float) -> Word | None:
    """Return the word at a point of the page, else the nearest, lines counting more than columns."""
    return min(page.words, key=lambda word: _distance(word.box, x, y), default=None)


def word_at(page: Page, x: float, y: float) -> Word | None:
    """Return the word at a point of the page, None beside all words."""
    word = word_near(page, x, y)
    return word if word is not None and _distance(word.box, x, y) == 0 else None


def _part(word: Word, start: int, end: int) -> Box:
    """Return the box of the letters of a word within [start, end), as if all were equally wide."""
    box, letter = word.box, (word.box.x1 - word.box.x0) / max(1, word.end - word.start)
    before, after = max(0, start - word.start), max(0, word.end - end)
    return Box(box.x0 + before * letter, box.y0, box.x1 - after * letter, box.y1)


def _on_one_line(line: Box, box: Box) -> bool:
    overlap = min(line.y1, box.y1) - max(line.y0, box.y0)
    return box.x0 >= line.x0 and overlap >= _LINE_OVERLAP * min(line.y1 - line.y0, box.y1 - box.y0)


def _distance(box: Box, x: float, y: float) -> float:
    across = max(box.x0 - x, x - box.x1, 0.0)
    down = max(box.y0 - y, y - box.y1, 0.0)
    return across + 8 * down
