"""Which tags hold where: those of the passage, of the section, and of the sections above it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Protocol

from desktop.core.annotations import PassageTag
from desktop.core.reviews import ReviewedSection


class PlacedFigures(Protocol):
    """The figures of a report in reading order, as parallel columns: where each begins, in which section."""

    @property
    def ids(self) -> Sequence[int]:
        """Return the figures."""

    @property
    def starts(self) -> Sequence[int]:
        """Return the offset each begins at."""

    @property
    def section_ids(self) -> Sequence[int | None]:
        """Return the section each stands in, None where it stands in none."""


class TagsInForce:
    """Tells the tags in force in one report; a figure is under those of a passage that it begins in."""

    def __init__(self, sections: Sequence[ReviewedSection], passages: Iterable[PassageTag] = ()) -> None:
        self._own: dict[int, tuple[str, ...]] = {section.id: section.tags for section in sections}
        self._parents = {section.id: section.parent_id for section in sections}
        self._by_section: dict[int | None, tuple[str, ...]] = {None: ()}
        self._passages = sorted(passages, key=lambda passage: passage.place.start)
        self._starts = [passage.place.start for passage in self._passages]
        self._reach = list(accumulate((passage.place.end for passage in self._passages), max))

    def own_of(self, section_id: int | None) -> tuple[str, ...]:
        """Return the tags that a section bears itself."""
        return () if section_id is None else self._own.get(section_id, ())

    def of_section(self, section_id: int | None) -> tuple[str, ...]:
        """Return the tags of a section, its own first, then those inherited, the nearest first."""
        if section_id not in self._by_section:
            above = self.of_section(self._parents.get(section_id)) if section_id is not None else ()
            self._by_section[section_id] = tuple(dict.fromkeys((*self.own_of(section_id), *above)))
        return self._by_section[section_id]

    def inherited_of(self, section_id: int | None) -> tuple[str, ...]:
        """Return the tags that hold in a section without being its own."""
        own = self.own_of(section_id)
        return tuple(key for key in self.of_section(section_id) if key not in own)

    def of_passages(self, start: int) -> tuple[str, ...]:
        """Return the tags of the passages around the offset `start`."""
        at = bisect_right(self._starts, start) - 1
        found: list[str] = []
        while at >= 0 and self._reach[at] > start:
            passage = self._passages[at]
            if passage.place.end > start:
                found.append(passage.key)
            at -= 1
        return tuple(dict.fromkeys(reversed(found)))

    def of_figure(self, section_id: int | None, start: int) -> tuple[str, ...]:
        """Return all tags in force for a figure that begins at `start`, those of passages first."""
        return tuple(dict.fromkeys((*self.of_passages(start), *self.of_section(section_id))))

    def figure_ids(self, index: PlacedFigures, wanted: Iterable[str]) -> list[int]:
        """Return the figures of the report for which one of the `wanted` tags is in force, in its order.

        For a field with all below it, give `TagTree.below`.
        """
        keys = frozenset(wanted)
        sections = {each for each in set(index.section_ids) if not keys.isdisjoint(self.of_section(each))}
        spans = _joined([(each.place.start, each.place.end) for each in self._passages if each.key in keys])
        within = {
            index.ids[at]
            for start, end in spans
            for at in range(bisect_left(index.starts, start), bisect_left(index.starts, end))
        }
        pairs = zip(index.ids, index.section_ids, strict=True)
        return [each for each, section_id in pairs if section_id in sections or each in within]


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans, given in the order of their starts, with those that meet made one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
