"""Words of a page as lines, and lines as segments where a wide gap parts them."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.readers.lines import starts_item
from desktop.core.readers.pdf_words import PdfWord

GAP_IN_HEIGHTS = 1.7
_LINES_LOOKED_BACK = 12


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand side by side; `is_alone` says that nothing else stands at the same height."""

    words: tuple[PdfWord, ...]
    is_alone: bool = True

    @property
    def text(self) -> str:
        """Return the words with single spaces between."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """Return the left edge."""
        return self.words[0].box.x0

    @property
    def x1(self) -> float:
        """Return the right edge."""
        return self.words[-1].box.x1

    @property
    def y0(self) -> float:
        """Return the upper edge."""
        return min(word.box.y0 for word in self.words)

    @property
    def y1(self) -> float:
        """Return the lower edge."""
        return max(word.box.y1 for word in self.words)

    @property
    def height(self) -> float:
        """Return the height of the line's letters, the usual one where they differ."""
        heights = sorted(word.height for word in self.words)
        return heights[len(heights) // 2]

    @property
    def is_bold(self) -> bool:
        """Tell whether every word is bold."""
        return all(word.is_bold for word in self.words)


def lines_of(words: Sequence[PdfWord]) -> list[Line]:
    """Return `words` as lines from the top, each from the left."""
    rows: list[list[PdfWord]] = []
    for word in sorted(words, key=lambda word: word.middle):
        row = next((row for row in reversed(rows[-_LINES_LOOKED_BACK:]) if _stands_in(word, row[0])), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    return [Line(tuple(sorted(row, key=lambda word: word.box.x0))) for row in rows]


def segments_of(line: Line) -> list[Line]:
    """Return the parts of `line` between wide gaps; the number of a list item stays with its text."""
    parts: list[list[PdfWord]] = [[line.words[0]]]
    for before, word in zip(line.words, line.words[1:], strict=False):
        gap = word.box.x0 - before.box.x1
        is_mark = (
            len(parts) == 1 and starts_item(" ".join(w.text for w in parts[0]) + " ") and len(parts[0]) == 1
        )
        if gap > GAP_IN_HEIGHTS * min(before.height, word.height) and not is_mark:
            parts.append([])
        parts[-1].append(word)
    return [Line(tuple(part), is_alone=len(parts) == 1) for part in parts]


def _stands_in(word: PdfWord, other: PdfWord) -> bool:
    overlap = min(word.box.y1, other.box.y1) - max(word.box.y0, other.box.y0)
    return overlap > 0.5 * min(word.height, other.height)
