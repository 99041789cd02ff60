"""The titles of the reports in a file: among the lines at its top, and below each further letterhead."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from desktop.core.documents import Block, BlockKind, Document
from desktop.core.extraction import lexicon
from desktop.core.extraction.letterheads import cells_of, is_letterhead
from desktop.core.extraction.passages import fold

OPENING_BLOCKS = 25
_LONGEST = 260
_LONGEST_BEGINNING = 120
_LEAST_PROSE = 120
_LEAST_REPORT = 600
_BLOCKS_AROUND = 8
_TIMES = re.compile(r"\b(?:tháng|quý|năm)\b")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_PATH_OF_PAGES = re.compile(r" [>»] |\|.*\||^trang chủ\b", re.IGNORECASE)
_HEADLINE_WORDS = range(5, 36)
_NO_HEADLINE = re.compile(
    r"[0-9]{1,2}[:h][0-9]{2}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}(?!\))"
    r"|^(?:\W|[IVX0-9]+[.)/-]|(?:điều|phần|chương|mục)\b|số\b|kính gửi|chia sẻ|căn cứ|cỡ chữ)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """A report's title on one line, and where the lines that make it begin and end."""

    text: str
    end: int
    start: int = 0


def title_in(document: Document) -> Title | None:
    """Return the title among a report's first lines, None where none of them reads as one.

    A line that is a title by itself goes before lines that only make one together, and both before the
    headline of an article.
    """
    blocks = [b for b in document.blocks[:OPENING_BLOCKS] if b.kind is not BlockKind.FURNITURE]
    lines = [_line(document, block) for block in blocks]
    for line, block in zip(lines, blocks, strict=True):
        if is_title(line) and not _PATH_OF_PAGES.search(line):
            return Title(line, block.end, block.start)
    return _joined(blocks, lines) or _headline(blocks, lines)


def titles_in(document: Document) -> tuple[Title, ...]:
    """Return the titles of all reports in a document: those after the first stand under a letterhead."""
    first = title_in(document)
    if first is None:
        return ()
    titles = [first]
    blocks = document.blocks
    for index, block in enumerate(blocks):
        is_far = block.start > titles[-1].end + _LEAST_REPORT
        if is_far and _calls_itself(document, block) and _has_prose(document, index + 1):
            title = _further(document, index)
            if title:
                titles.append(title)
    return tuple(titles)


def is_title(line: str) -> bool:
    """Tell whether a line reads as a report's title: what it is about and of when."""
    if not 12 <= len(line) <= _LONGEST or line[-1] in ".;,":
        return False
    folded = fold(line)
    return bool(_TIMES.search(folded) and _YEAR.search(folded) and _subjects().search(folded))


def _line(document: Document, block: Block) -> str:
    text = document.text[block.start : min(block.end, block.start + 2 * _LONGEST)]
    return " ".join(unicodedata.normalize("NFC", text).split())


def _joined(blocks: Sequence[Block], lines: Sequence[str]) -> Title | None:
    """Return the title that two or three lines make."""
    for count in (2, 3):
        for index in range(len(lines) - count + 1):
            beginning, joined = lines[index], " ".join(lines[index : index + count])
            if len(beginning) < _LONGEST_BEGINNING and not _PATH_OF_PAGES.search(beginning):
                names_subject = _subjects().search(fold(beginning))
                if names_subject and is_title(joined):
                    return Title(joined, blocks[index + count - 1].end, blocks[index].start)
    return None


def _headline(blocks: Sequence[Block], lines: Sequence[str]) -> Title | None:
    """Return the headline above the first paragraph of an article."""
    for line, block in zip(lines, blocks, strict=True):
        if len(line) > _LONGEST:
            return None
        is_long_enough = len(line.split()) in _HEADLINE_WORDS and len(line) <= _LONGEST
        is_other = _PATH_OF_PAGES.search(line) or _NO_HEADLINE.search(line) or _is_furniture(line)
        if is_long_enough and not is_other and line[-1] not in ".;,:":
            return Title(line, block.end, block.start)
    return None


def _is_furniture(line: str) -> bool:
    return any(is_letterhead(cell) for cell in cells_of(line))


def _calls_itself(document: Document, block: Block) -> bool:
    """Tell whether a block begins with what a report calls itself: "BÁO CÁO", "Bản tin"."""
    if block.end - block.start > _LONGEST or block.kind is BlockKind.TABLE:
        return False
    begin = document.text[block.start]
    if not begin.isupper():
        return False
    folded = fold(unicodedata.normalize("NFC", _line(document, block)))
    return folded.startswith(lexicon.words("sections", "title.kinds"))


def _further(document: Document, index: int) -> Title | None:
    """Return the title that begins at block `index` of a report that is not the first."""
    blocks = document.blocks[index : index + 4]
    lines = [_line(document, block) for block in blocks]
    is_alone = fold(lines[0]) in lexicon.words("sections", "title.kinds")
    if not (is_alone or _follows_letterhead(document, index)):
        return None
    first = 1 if is_alone and len(lines) > 1 else 0
    for last in range(first, len(lines)):
        text = " ".join(lines[first : last + 1])
        if _names_time(text):
            return Title(text, blocks[last].end, blocks[0].start)
    return None


def _names_time(line: str) -> bool:
    folded = fold(line)
    return len(line) <= _LONGEST and bool(_TIMES.search(folded) and _YEAR.search(folded))


def _follows_letterhead(document: Document, index: int) -> bool:
    before = document.blocks[max(0, index - _BLOCKS_AROUND) : index]
    return any(is_letterhead(_line(document, block)) for block in before)


def _has_prose(document: Document, index: int) -> bool:
    following = document.blocks[index : index + 2 * _BLOCKS_AROUND]
    return any(block.end - block.start >= _LEAST_PROSE for block in following)


@cache
def _subjects() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('sections', 'title.subjects')}\b")
