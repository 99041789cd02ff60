"""Offsets of a document's text against positions in Qt's: code points here, UTF-16 units there. No Qt.

A run is a stretch of the text that stands unbroken in the shown document. Text between runs (line feeds
between paragraphs, tabs between cells) is not shown: it maps to the end of the run before it.
"""

from bisect import bisect_right
from dataclasses import dataclass

# What QTextDocument would take for structure, or cannot hold, one for one; the offsets stay right.
_UNSHOWABLE = dict.fromkeys(
    [0, 0xFFFC, 0xFFFE, 0xFFFF, *range(0xFDD0, 0xFDF0), *range(0xD800, 0xE000)], "\ufffd"
)
_BREAKS = dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")
_FLOWING = {**_UNSHOWABLE, **_BREAKS}
_BROKEN = {**_FLOWING, ord("\n"): "\u2028"}


def shown(text: str, *, keeps_breaks: bool = False) -> str:
    """Return `text` as one block of a QTextDocument can hold it, with as many code points and units."""
    return text.translate(_BROKEN if keeps_breaks else _FLOWING)


def units(text: str) -> int:
    """Return how many UTF-16 units `text` takes."""
    # Letter by letter in Python this would be most of the work of building a long report.
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    position: int
    length: int


class TextMap:
    """Maps both ways; runs come in the order in which they stand in the shown document."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs: list[_Run] = []
        self._by_start: list[_Run] = []
        self._starts: list[int] = []
        self._positions: list[int] = []

    @property
    def end(self) -> int:
        """Return the offset up to which the text is shown so far."""
        return self._by_start[-1].end if self._by_start else 0

    def add(self, start: int, end: int, position: int) -> int:
        """Note that text[start:end] is shown from `position` on; return the position after it."""
        run = _Run(start, end, position, units(self._text[start:end]))
        index = bisect_right(self._starts, start)
        self._starts.insert(index, start)
        self._by_start.insert(index, run)
        self._runs.append(run)
        self._positions.append(position)
        return position + run.length

    def position(self, offset: int) -> int:
        """Return where the character at `offset` is shown."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return self._runs[0].position if self._runs else 0
        run = self._by_start[index]
        if offset >= run.end:
            return run.position + run.length
        if run.length == run.end - run.start:
            return run.position + offset - run.start
        return run.position + units(self._text[run.start : offset])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the positions of [start, end); its end is taken after its last character."""
        first = self.position(start)
        return (first, first) if end <= start else (first, max(first, self._after(end - 1)))

    def offset(self, position: int) -> int:
        """Return the offset of the character shown at `position`; between runs, the end of the one before."""
        index = bisect_right(self._positions, position) - 1
        if index < 0:
            return self._runs[0].start if self._runs else 0
        run = self._runs[index]
        inside = position - run.position
        if inside >= run.length:
            return run.end
        if run.length == run.end - run.start:
            return run.start + inside
        return run.start + self._points(run, inside)

    def offset_from(self, position: int) -> int:
        """Return the offset of the first character shown at or after `position`: a selection's start."""
        index = bisect_right(self._positions, position) - 1
        if index >= 0 and position < self._runs[index].position + self._runs[index].length:
            return self.offset(position)
        return self._runs[index + 1].start if index + 1 < len(self._runs) else self.end

    def _after(self, offset: int) -> int:
        """Return the position after the character at `offset`; the same where that is not shown."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._by_start[index].end:
            return self.position(offset)
        return self.position(offset) + units(self._text[offset])

    def _points(self, run: _Run, inside: int) -> int:
        """Return how many code points of the run end within `inside` units."""
        passed = count = 0
        for character in self._text[run.start : run.end]:
            passed += 2 if _is_astral(character) else 1
            if passed > inside:
                break
            count += 1
        return count


def _is_astral(character: str) -> bool:
    return character > "\uffff"
