"""The report's headings as a tree: the format's own, else what is numbered, marked or in capitals."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from desktop.core.documents import Block, BlockKind, Document, Format
from desktop.core.extraction.heading_lines import (
    BOLD,
    BULLETS,
    CAPITALS,
    LABEL,
    LONGEST,
    PART,
    Heading,
    heading_of,
    is_bare,
)
from desktop.core.extraction.report_parts import Part
from desktop.core.extraction.titles import Title
from desktop.core.figures import Figure
from desktop.core.sections import Section

_LONGEST_SIGNATURE = 400
_LONGEST_NUMBER = 30
_TITLE = "title"
_ABOVE = {
    PART: {_TITLE},
    "chapter": {_TITLE, PART},
    "article": {_TITLE, PART, "chapter", CAPITALS},
}
_BELOW_NUMBERS = frozenset((*BULLETS, LABEL, BOLD))
_UNNUMBERED = (CAPITALS, BOLD, LABEL)
_BELOW = {
    LABEL: frozenset(BULLETS),
    BOLD: frozenset((*BULLETS, LABEL)),
    CAPITALS: _BELOW_NUMBERS | {"number", "dotted2", "dotted3", "small"},
}


def sections_of(document: Document, parts: Sequence[Part] = ()) -> tuple[Section, ...]:
    """Return the sections of a document in text order, each reaching to the next of its level or higher.

    Lines in capitals are headings only between a title and a signature: outside they are letterhead. Where a
    file holds several reports, the sections of each stand under its title.
    """
    if document.format in (Format.XLSX, Format.XLS):
        return tuple(
            Section(table.sheet or "", 1, table.start, table.end) for table in document.tables if table.sheet
        )
    tree = _Tree(len(document.text))
    bounds = parts or (Part(0, len(document.text)),)
    headings = _headings(document)
    for part in bounds:
        inside = headings[_index_at(headings, part.start) : _index_at(headings, part.end)]
        if len(bounds) > 1 and part.title:
            tree.add(Heading(_TITLE, part.title.text, part.start))
        for heading in _of_part(inside, part):
            tree.add(heading)
    return tree.sections()


class Outline:
    """The sections of a document, to be asked what stands above a place."""

    def __init__(self, sections: Sequence[Section]) -> None:
        """Take the sections in text order, parents first."""
        self._sections = sections
        self._starts = [section.start for section in sections]
        self._paths: list[tuple[str, ...]] = []
        for section in sections:
            above = self._paths[section.parent] if section.parent is not None else ()
            self._paths.append((*above, section.title))

    def path_at(self, offset: int) -> tuple[str, ...]:
        """Return the headings above `offset`, the outermost first."""
        index: int | None = bisect_right(self._starts, offset) - 1
        if index == -1:
            return ()
        while index is not None and self._sections[index].end <= offset:
            index = self._sections[index].parent
        return self._paths[index] if index is not None else ()

    def placed(self, figure: Figure) -> Figure:
        """Return the figure with the headings above its place, its table's own title last."""
        path = self.path_at(figure.place.start)
        section = _joined(path, figure.section) if figure.section else path
        if section == figure.section:
            return figure
        return Figure(
            figure.place, figure.text, figure.reading, section, figure.confidence, figure.other, figure.shown
        )


@lru_cache(maxsize=256)
def _joined(path: tuple[str, ...], titles: tuple[str, ...]) -> tuple[str, ...]:
    return (*path, *(title for title in titles if title not in path))


def _start(placed: Section | Heading) -> int:
    return placed.start


def _index_at(headings: Sequence[Heading], offset: int) -> int:
    return bisect_right(headings, offset - 1, key=_start)


def _of_part(headings: Sequence[Heading], part: Part) -> Iterator[Heading]:
    """Yield a report's headings without its title, its letterhead and its signature."""
    begin, signature = (part.title.end if part.title else part.start), part.end - _LONGEST_SIGNATURE
    last = max((h.start for h in headings if h.style not in _UNNUMBERED), default=begin)
    unsure = sum(not heading.is_sure for heading in headings)
    for heading in headings:
        is_signature = heading.is_line and heading.start > max(last, signature)
        if heading.style in _UNNUMBERED and (heading.start < begin or is_signature):
            continue
        if part.title and _is_title(heading, part.title):
            continue
        if heading.is_sure or unsure > 1:
            yield heading


def _is_title(heading: Heading, title: Title) -> bool:
    return title.start <= heading.start < title.end or heading.title in title.text


def _headings(document: Document) -> list[Heading]:
    found: list[Heading] = []
    blocks = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE]
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.TABLE:
            continue
        if found and block.start < found[-1].start + len(found[-1].title) and is_bare(found[-1]):
            continue
        heading = heading_of(block, document.text)
        if heading is None or _is_table_row(document, blocks, index):
            continue
        if found and is_bare(found[-1]) and heading.style == CAPITALS:
            found[-1] = replace(found[-1], title=f"{found[-1].title} {heading.title}")
        else:
            found.append(heading)
    return found


def _is_table_row(document: Document, blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line is a row's name in a table that was flattened: a bare number stands below it."""
    if index + 1 == len(blocks) or blocks[index].end - blocks[index].start > LONGEST:
        return False
    below = document.text[blocks[index + 1].start : blocks[index + 1].end][: _LONGEST_NUMBER + 1]
    return len(below) <= _LONGEST_NUMBER and not any(map(str.isalpha, below))


@dataclass(slots=True)
class _Tree:
    """Sections as they open and close while headings come in text order."""

    end: int
    headings: list[Heading] = field(default_factory=list)
    parents: list[int | None] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    open: list[int] = field(default_factory=list)

    def add(self, heading: Heading) -> None:
        """Open a section, after closing those that it ends."""
        self._close(self._depth_for(heading.style), heading.start)
        self.parents.append(self.open[-1] if self.open else None)
        self.levels.append(len(self.open) + 1)
        self.ends.append(heading.start)
        self.open.append(len(self.headings))
        self.headings.append(heading)

    def sections(self) -> tuple[Section, ...]:
        """Close what is open and return all sections."""
        self._close(0, self.end)
        return tuple(
            Section(heading.title, self.levels[i], heading.start, self.ends[i], self.parents[i])
            for i, heading in enumerate(self.headings)
        )

    def _depth_for(self, style: str) -> int:
        """Return how many of the open sections a heading of `style` leaves open.

        The order of numberings is that in which they are met; names without a number are below all numbers,
        marks below everything, and capitals above plain numbers.
        """
        styles = [self.headings[index].style for index in self.open]
        if style in styles:
            return styles.index(style)
        if style in BULLETS:
            ranks = [BULLETS.index(s) if s in BULLETS else -1 for s in styles]
            return next((i for i, rank in enumerate(ranks) if rank > BULLETS.index(style)), len(styles))
        if style in _ABOVE:
            above = _ABOVE[style]
            return next((i for i, open_style in enumerate(styles) if open_style not in above), len(styles))
        below = _BELOW.get(style, _BELOW_NUMBERS)
        return next((i for i, open_style in enumerate(styles) if open_style in below), len(styles))

    def _close(self, depth: int, offset: int) -> None:
        while len(self.open) > depth:
            index = self.open.pop()
            reach = self.headings[index].reach
            self.ends[index] = offset if reach is None else max(reach, self.ends[index])
            if (parent := self.parents[index]) is not None:
                self.ends[parent] = max(self.ends[parent], self.ends[index])
