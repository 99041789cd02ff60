"""Words selected on pages, by mouse or by keys. No Qt."""

from dataclasses import dataclass, replace

from desktop.core.documents import Document, Page, Word
from desktop.core.places import Place
from desktop.ui.source.page_places import lines_of, page_at, words_between


@dataclass(frozen=True, slots=True)
class WordSelection:
    """The words from where selecting began to where it is now, in either direction."""

    anchor: Word
    head: Word

    @property
    def start(self) -> int:
        """Return the offset of the first selected character."""
        return min(self.anchor.start, self.head.start)

    @property
    def end(self) -> int:
        """Return the offset after the last selected character."""
        return max(self.anchor.end, self.head.end)

    def extended(self, head: Word) -> "WordSelection":
        """Return the selection that reaches to `head`."""
        return replace(self, head=head)

    def place(self, document: Document) -> Place:
        """Return the selected place with its boxes; where it crosses pages, those of the first one."""
        page = page_at(document, self.start)
        if page is None:
            return Place(self.start, self.end)
        boxes = lines_of(word.box for word in words_between(page, self.start, self.end))
        return Place(self.start, self.end, page.number, tuple(boxes))


def neighbour(document: Document, word: Word, by: int) -> Word:
    """Return the next word (`by` 1) or the one before (-1), over the ends of pages; at the end the same."""
    page = page_at(document, word.start)
    if page is None:
        return word
    index = page.words.index(word) + by
    if 0 <= index < len(page.words):
        return page.words[index]
    return next(iter(_beyond(document, page, by)), word)


def word_of_line(document: Document, word: Word, by: int) -> Word:
    """Return the word below (`by` 1) or above (-1) this one on its page, at the page's end the same."""
    page = page_at(document, word.start)
    centre = (word.box.x0 + word.box.x1) / 2
    candidates = [other for other in page.words if _is_beyond(other, word, by)] if page else []
    return min(candidates, key=lambda other: _leap(other, word, centre), default=word)


def _beyond(document: Document, page: Page, by: int) -> list[Word]:
    """Return the words of the next page that has any, in the order of walking."""
    index = page.number - 1 + by
    while 0 <= index < len(document.pages):
        if words := document.pages[index].words:
            return list(words[::by])
        index += by
    return []


def _is_beyond(other: Word, word: Word, by: int) -> bool:
    height = word.box.y1 - word.box.y0
    return by * (other.box.y0 - word.box.y0) > height / 2


def _leap(other: Word, word: Word, centre: float) -> float:
    across = max(other.box.x0 - centre, centre - other.box.x1, 0.0)
    return 4 * abs(other.box.y0 - word.box.y0) + across
