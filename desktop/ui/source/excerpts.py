"""The sentence around a place, to be read beside its fields. No Qt."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from desktop.core.documents import Document

_REACH = 150
_LONGEST = 320
_SHORTEST = 40
_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*\s+(?=[\"“‘(\[]?(?:[^\W\d_]|\d+[.)]\s))")
_CUT = "… "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of the report as shown, and where the place begins and ends in it, in code points."""

    text: str
    start: int
    end: int


def excerpt(document: Document, start: int, end: int) -> Excerpt:
    """Return the sentence around [start, end), or what is near where that is too long or too short."""
    text = document.text
    block_start, block_end = _bounds(document, start, end)
    first, last = _sentence(text, start, end, block_start, block_end)
    if last - first > _LONGEST or last - first < _SHORTEST:
        first = _word_start(text, start - _REACH, block_start, start)
        last = _word_end(text, end + _REACH, block_end, end)
    before, after = (_CUT if first > block_start else ""), (_CUT[::-1] if last < block_end else "")
    shift = len(before) - first
    return Excerpt(before + text[first:last] + after, start + shift, end + shift)


def _bounds(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return the ends of the block around a place, without white space; its own where there is no block."""
    index = bisect_right(document.blocks, start, key=lambda block: block.start) - 1
    if index < 0 or document.blocks[index].end < end:
        return start, end
    block = document.blocks[index]
    piece = document.slice(block)
    first = block.start + len(piece) - len(piece.lstrip())
    return min(first, start), max(block.end - len(piece) + len(piece.rstrip()), end)


def _sentence(text: str, start: int, end: int, least: int, most: int) -> tuple[int, int]:
    least, most = max(least, start - _LONGEST), min(most, end + _LONGEST)
    first, last = least, most
    for match in _SENTENCE_END.finditer(text, least, most):
        if not text[match.end()].isupper() and text[match.end()].isalpha():
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start() + len(match.group().rstrip())
            break
    return first, last


def _word_start(text: str, near: int, least: int, most: int) -> int:
    """Return the first beginning of a word from `near` on, kept within [least, most]."""
    if near <= least:
        return least
    space = re.compile(r"\s+").search(text, near, most)
    return space.end() if space is not None else most


def _word_end(text: str, near: int, most: int, least: int) -> int:
    """Return the last end of a word up to `near`, kept within [least, most]."""
    if near >= most:
        return most
    return least + len(text[least:near].rsplit(maxsplit=1)[0]) if " " in text[least:near].strip() else least
