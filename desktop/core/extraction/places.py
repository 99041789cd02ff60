"""Spans of the text as source places: on which page, in which boxes."""

from bisect import bisect_left

from desktop.core.documents import Document, Page
from desktop.core.places import Box, Place


def place_of(document: Document, start: int, end: int) -> Place:
    """Return the place of [start, end), with page and boxes where the document has pages."""
    page = page_at(document, start)
    if page is None:
        return Place(start, end)
    return Place(start, end, page=page.number, boxes=boxes_on(page, start, end))


def page_at(document: Document, offset: int) -> Page | None:
    """Return the page that holds `offset`, None where the document has no pages."""
    return document.page_at(offset)


def boxes_on(page: Page, start: int, end: int) -> tuple[Box, ...]:
    """Return the boxes of the words that [start, end) touches, words of one line joined."""
    first = bisect_left(page.words, start, key=lambda word: word.end - 1)
    boxes: list[Box] = []
    for word in page.words[first:]:
        if word.start >= end:
            break
        box = word.box
        if boxes and abs(boxes[-1].y0 - box.y0) < (box.y1 - box.y0) / 2 and box.x0 >= boxes[-1].x0:
            last = boxes.pop()
            box = Box(last.x0, min(last.y0, box.y0), box.x1, max(last.y1, box.y1))
        boxes.append(box)
    return tuple(boxes)
