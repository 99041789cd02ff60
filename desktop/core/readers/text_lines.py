"""The lines of a plain text, and the width at which it was broken into them.

A text broken by a program at one width shows it where a sentence goes on in the next line: those lines are
all about as long. A text may hold parts of several widths, or none, so the width is told line by line.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from desktop.core.readers.lines import starts_item

MIN_WIDTH = 40
MAX_WIDTH = 180
_MIN_BREAKS = 2
_BREAKS_TOGETHER = 8
_LINES_AROUND = 60
_LEAST_FULL = 0.8
_SHARE_FULL = 0.7
_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_CLOSERS = "\"'”’)]»"
_ENDS = frozenset(".;:!?…")
_DATE = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}|[0-9]{1,2}:[0-9]{2}")


@dataclass(frozen=True)
class Lines:
    """The lines of a text that are not empty, without the spaces around them, at [start, end).

    `indents` counts the spaces before each; `is_after_blank` tells where an empty line stands before it.
    """

    texts: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    indents: Sequence[int]
    is_after_blank: Sequence[bool]

    def width_at(self, index: int) -> int:
        """Return the width at which the lines around `index` were broken, 0 where they were not."""
        breaks, widths = self._widths
        if not breaks:
            return 0
        after = bisect_right(breaks, index)
        near = (k for k in (after - 1, after) if 0 <= k < len(breaks))
        nearest = min(near, key=lambda k: abs(breaks[k] - index))
        is_near = abs(breaks[nearest] - index) <= _LINES_AROUND
        return widths[nearest // _BREAKS_TOGETHER] if is_near else 0

    @cached_property
    def _widths(self) -> tuple[Sequence[int], Sequence[int]]:
        """The lines after which a sentence was broken, and the usual width of every eight of them."""
        breaks = [
            index
            for index, (line, following) in enumerate(pairwise(self.texts))
            if MIN_WIDTH <= len(line) <= MAX_WIDTH and _is_break(line, following)
        ]
        return breaks, [self._width_around(breaks, k) for k in range(0, len(breaks), _BREAKS_TOGETHER)]

    def _width_around(self, breaks: Sequence[int], k: int) -> int:
        near = breaks[max(0, k - _BREAKS_TOGETHER // 2) : k + _BREAKS_TOGETHER * 3 // 2]
        lengths = sorted(len(self.texts[b]) for b in near if abs(b - breaks[k]) <= _LINES_AROUND)
        width = lengths[len(lengths) * 9 // 10]
        full = sum(length >= _LEAST_FULL * width for length in lengths)
        return width if len(lengths) >= _MIN_BREAKS and full >= _SHARE_FULL * len(lengths) else 0


def lines_of(text: str) -> Lines:
    """Return the lines of a text."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    indents: list[int] = []
    is_after_blank: list[bool] = []
    end = 0
    for match in _LINE.finditer(text):
        line = match[0]
        stripped = line.strip()
        if stripped:
            indent = len(line) - len(line.lstrip()) if line[0].isspace() else 0
            start = match.start() + indent
            texts.append(stripped)
            starts.append(start)
            indents.append(indent)
            is_after_blank.append(start - end > indent + 1 and text.count("\n", end, start) > 1)
            end = start + len(stripped)
            ends.append(end)
    return Lines(texts, starts, ends, indents, is_after_blank)


def is_open(line: str) -> bool:
    """Tell whether `line` ends in the middle of a sentence, on no mark that closes it or opens a list."""
    last = line[-1]
    if last in _CLOSERS:
        return line.rstrip(_CLOSERS)[-1:] not in _ENDS
    return last not in _ENDS


def begins_with_date(line: str) -> bool:
    """Tell whether `line` begins with a day or a time of day."""
    return _DATE.match(line) is not None


def _is_break(line: str, following: str) -> bool:
    first = following[0]
    if first.islower():
        return is_open(line) and not starts_item(following)
    is_cut = first.isdigit() and line[-1].isalpha()
    return is_cut and not starts_item(following) and not begins_with_date(following)
