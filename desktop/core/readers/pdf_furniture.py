"""What pages of a PDF repeat in their margins: running heads and feet, and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.core.readers.pdf_lines import Line

EDGE_LINES = 3
MARGIN_SHARE = 0.12
MIN_REPEATING_SHARE = 0.4
MIN_COUNTING_PAGES = 3.0
_LETTER = re.compile(r"[^\W\d_]")
_UNIT_NOTE = re.compile(r"đơn vị|đvt", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:trang|page)?\s*[-–—]?\s*([0-9]{1,4})\s*[-–—]?\s*(?:/\s*[0-9]{1,4})?$", re.IGNORECASE
)
_LAST_NUMBER = re.compile(r"([0-9]{1,4})\s*(?:/\s*[0-9]{1,4})?\W*$")
_SAME_HEIGHT_STEP = 12.0

_Key = tuple[str, int]


def furniture_of(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[set[int]]:
    """Return the indices of the lines that are furniture, for each page given by its height and its lines."""
    counts: Counter[_Key] = Counter()
    edges = [_edges(height, lines) for height, lines in pages]
    for page, ((_, lines), indices) in enumerate(zip(pages, edges, strict=True), 1):
        counts.update({key for index in indices for key in _keys(lines[index], page)})
    enough = max(2.0, MIN_REPEATING_SHARE * len(pages))
    return [
        {
            index
            for index in indices
            if any(_count(counts, key) >= _enough(key, enough) for key in _keys(lines[index], page))
            or _is_number(lines, index, page)
        }
        for page, ((_, lines), indices) in enumerate(zip(pages, edges, strict=True), 1)
    ]


def _edges(height: float, lines: Sequence[Line]) -> list[int]:
    """Return the indices of the first and the last lines that stand in the margins."""
    last, top, bottom = len(lines), MARGIN_SHARE * height, (1 - MARGIN_SHARE) * height
    outer = {*range(min(EDGE_LINES, last)), *range(max(0, last - EDGE_LINES), last)}
    return sorted(index for index in outer if lines[index].y1 <= top or lines[index].y0 >= bottom)


def _keys(line: Line, page: int) -> Iterator[_Key]:
    """Yield what other pages would have to repeat: the text itself, or it with its number counting pages.

    A number alone repeats nothing but as a page number: it may as well be a figure.
    """
    text, height = line.text.casefold(), round(line.y0 / _SAME_HEIGHT_STEP)
    has_letters = _LETTER.search(text) is not None
    if has_letters and not _UNIT_NOTE.search(text):
        yield text, height
    number = _LAST_NUMBER.search(text)
    if number is not None and (has_letters or _PAGE_NUMBER.match(text)):
        yield f"{text[: number.start()]}#{int(number[1]) - page}", height


def _count(counts: Counter[_Key], key: _Key) -> int:
    text, height = key
    return sum(counts[text, height + step] for step in (-1, 0, 1))


def _enough(key: _Key, usual: float) -> float:
    """Return how many pages have to repeat it; fewer do where each part has its own page 1."""
    return min(usual, MIN_COUNTING_PAGES) if key[0].startswith("#") else usual


def _is_number(lines: Sequence[Line], index: int, page: int) -> bool:
    found = _PAGE_NUMBER.match(lines[index].text)
    return found is not None and index in (0, len(lines) - 1) and int(found[1]) == page
