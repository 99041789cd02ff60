"""The report's headings as a tree: the format's own, else lines numbered "II.", "15.", "1.2.", "a)"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.core.documents import Block, BlockKind, Document, Format
from desktop.core.extraction.titles import Title, is_title
from desktop.core.figures import Figure
from desktop.core.sections import Section

_LONGEST = 220
_LONGEST_SIGNATURE = 400
_CAPITALS = "capitals"
_NUMBERINGS = (
    ("part", re.compile(r"(?:PHẦN|Phần)\s+(?:THỨ\s+\w+|thứ\s+\w+|[IVX]+|[0-9]+|[A-ZĐ])\b")),
    ("roman", re.compile(r"[IVX]{1,5}\s?[.)/\-]\s?(?=\S)")),
    ("letter", re.compile(r"[A-HĐ]\s?[.)/]\s?(?=\S)")),
    ("dotted3", re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){2}\.?\s+(?=\D)")),
    ("dotted2", re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.?\s+(?=\D)")),
    ("number", re.compile(r"[0-9]{1,2}\s?[.)/]\s*(?=[^\W\d_])")),
    ("small", re.compile(r"[a-hđ]\s?[.)/]\s+(?=\S)")),
)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading line: its depth key in the order of numberings met, and where it stands."""

    style: str
    title: str
    start: int


def sections_of(document: Document, title: Title | None = None) -> tuple[Section, ...]:
    """Return the sections of a document in text order, each reaching to the next of its level or higher.

    Lines in capitals are headings only between the title and the signature: outside they are letterhead.
    """
    if document.format in (Format.XLSX, Format.XLS):
        return tuple(
            Section(table.sheet or "", 1, table.start, table.end) for table in document.tables if table.sheet
        )
    begin = title.end if title else 0
    headings = [h for h in _headings(document) if h.style != _CAPITALS or h.start >= begin]
    while headings and headings[-1].style == _CAPITALS and _is_signature(document, headings[-1]):
        headings.pop()
    return tuple(_nested(headings, len(document.text)))


def _is_signature(document: Document, heading: _Heading) -> bool:
    return len(document.text) - heading.start - len(heading.title) < _LONGEST_SIGNATURE


def section_at(sections: Sequence[Section], offset: int) -> int | None:
    """Return the index of the innermost section that holds `offset`, None where none does."""
    index: int | None = bisect_right(sections, offset, key=_start) - 1
    if index == -1:
        return None
    while index is not None and sections[index].end <= offset:
        index = sections[index].parent
    return index


def path_at(sections: Sequence[Section], figure: Figure) -> Figure:
    """Return the figure with the path of headings above its place, its table's own title last."""
    path: list[str] = []
    index = section_at(sections, figure.place.start)
    while index is not None:
        path.insert(0, sections[index].title)
        index = sections[index].parent
    return replace(figure, section=(*path, *(title for title in figure.section if title not in path)))


def _start(section: Section) -> int:
    return section.start


def _headings(document: Document) -> Iterator[_Heading]:
    for block in document.blocks:
        if block.kind in (BlockKind.TABLE, BlockKind.FURNITURE):
            continue
        title = _SPACES.sub(" ", document.slice(block)).strip()
        style = _style_of(block, title)
        if style and not is_title(title):
            yield _Heading(style, title, block.start)


def _style_of(block: Block, title: str) -> str:
    """Return the key of a heading's numbering or form, "" for a paragraph."""
    if not title or len(title) > _LONGEST:
        return ""
    is_line = title[-1] not in ".;,:" or len(title) < 80
    for style, pattern in _NUMBERINGS:
        match = pattern.match(title)
        if match and is_line and _reads_as_heading(title[match.end() :], block):
            return style
    if block.kind is BlockKind.HEADING:
        return f"heading{block.level}"
    has_letters = sum(letter.isalpha() for letter in title) > 8
    return (
        _CAPITALS if has_letters and title.isupper() and len(title) < 160 and title[-1] not in ".;," else ""
    )


def _reads_as_heading(rest: str, block: Block) -> bool:
    """Tell a heading from the first words of a numbered paragraph."""
    if block.kind is BlockKind.HEADING or block.is_emphasised:
        return True
    return (
        len(rest) < 160
        and not re.search(r"[0-9],[0-9]|%|\. [A-ZĐ]", rest)
        and not rest.rstrip().endswith(";")
    )


def _nested(headings: list[_Heading], end: int) -> Iterator[Section]:
    stack: list[tuple[str, int]] = []
    levels: list[tuple[int, int | None]] = []
    for index, heading in enumerate(headings):
        styles = [style for style, _ in stack]
        if heading.style in styles:
            del stack[styles.index(heading.style) :]
        levels.append((len(stack) + 1, stack[-1][1] if stack else None))
        stack.append((heading.style, index))
    for index, heading in enumerate(headings):
        level, parent = levels[index]
        stop = next(
            (headings[j].start for j in range(index + 1, len(headings)) if levels[j][0] <= level), end
        )
        yield Section(heading.title, level, heading.start, stop, parent)
