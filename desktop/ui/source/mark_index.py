"""The marks of one report, found by figure or by stretch of text, fast with 100,000 of them. No Qt."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from desktop.ui.marks import Mark


class MarkIndex:
    """Holds marks in text order."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = sorted(marks, key=_span)
        self._starts = [mark.place.start for mark in self._marks]
        self._by_id = {mark.figure_id: mark for mark in self._marks}
        self._longest = max((mark.place.end - mark.place.start for mark in self._marks), default=0)

    def __len__(self) -> int:
        return len(self._marks)

    def of_figures(self) -> list[Mark]:
        """Return the marks of figures, in text order."""
        return [mark for mark in self._marks if mark.aside is None]

    def get(self, figure_id: int | None) -> Mark | None:
        """Return the mark of a figure, None where it has none."""
        return None if figure_id is None else self._by_id.get(figure_id)

    def update(self, marks: Iterable[Mark]) -> None:
        """Replace the marks of these figures, and add those that are new."""
        for mark in marks:
            self._discard(mark.figure_id)
            self._insert(mark)

    def between(self, start: int, end: int) -> Iterator[Mark]:
        """Yield the marks that share text with [start, end), in text order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return (mark for mark in self._marks[first:last] if mark.place.end > start)

    def at(self, offset: int) -> Iterator[Mark]:
        """Yield the marks over the character at `offset`."""
        return self.between(offset, offset + 1)

    def _discard(self, figure_id: int) -> None:
        known = self._by_id.pop(figure_id, None)
        if known is None:
            return
        index = bisect_left(self._starts, known.place.start)
        while self._marks[index] is not known:
            index += 1
        del self._marks[index], self._starts[index]

    def _insert(self, mark: Mark) -> None:
        index = bisect_right(self._starts, mark.place.start)
        self._marks.insert(index, mark)
        self._starts.insert(index, mark.place.start)
        self._by_id[mark.figure_id] = mark
        self._longest = max(self._longest, mark.place.end - mark.place.start)


def _span(mark: Mark) -> tuple[int, int]:
    return mark.place.start, mark.place.end
