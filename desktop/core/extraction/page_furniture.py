"""Blocks that a page adds to a report: headlines of other articles, tools, keywords, an imprint.

Other than a counter or a telephone number, they are not known by their own words alone: a headline is known
by the line "Tin liên quan" somewhere above it, an imprint by where it stands.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from desktop.core.documents import Block, BlockKind, Document
from desktop.core.extraction import lexicon
from desktop.core.extraction.passages import fold

_LONGEST_LINE = 240
_LONGEST_IMPRINT = 500
_LONGEST_TOOL = 60
_MOST_HEADLINES = 40
_LAST_PART = 0.75
_LAST_BLOCKS = 15
_LONGEST_NAME = 60
_FIRST_MARK = 110
_INDENT = 3

_BULLET = re.compile(r"[-–+*•●○▪■►»>·✓→]+\s*")
_DATED = re.compile(
    r"[(\[](?:ngày )?[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-](?:20)?[0-9]{2})?"
    r"(?:[ ,|-]+[0-9]{1,2}[:h][0-9]{2})?[)\]]\.?$"
)
_ENDS_SENTENCE = re.compile(r"(?<!\.)[.;:]$|\./\.$")
_NUMBERED = re.compile(r"(?:[ivx]{1,5}|[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-hđ])[.)/] ?\S")
_SPLIT = re.compile(r"\s*\|\s*|\s{3,}|\s[-–•]\s")
_HAS_DIGIT = re.compile("[0-9]")
_PAGES = re.compile(r"(?:[0-9]{1,4}[ |]+){2,}[\W0-9]*(?:trang|tiếp|sau|cuối|next)?\W*")
_PHONE_LIKE = re.compile(r"(?<![0-9.,])(?:\(?\+?84|\(?0[0-9]|1[89]00)[0-9 .()/-]{4,20}[0-9x]")


@dataclass(frozen=True, slots=True)
class PageFurniture:
    """Indexes of blocks: those that are furniture throughout, and those that only tell of other articles.

    In the latter a date is a date and a name is a name; what would be a figure is furniture.
    """

    whole: frozenset[int]
    linked: frozenset[int]


def furniture_in(document: Document) -> PageFurniture:
    """Return which blocks belong to the page and not to the report."""
    lines = [_line_of(document, block) for block in document.blocks]
    whole = {index for index, line in enumerate(lines) if line and _are_tools(line)}
    whole.update(_imprint(document, lines))
    linked = {index for index, line in enumerate(lines) if line and _keywords().match(line)}
    linked.update(_related(lines))
    linked.update(_headlines_at_end(document.blocks, lines, whole | linked))
    return PageFurniture(frozenset(whole), frozenset(linked - whole))


def _line_of(document: Document, block: Block) -> str:
    """Return a short block in one line, folded; "" where a block is too long to be of interest."""
    if block.kind is BlockKind.TABLE or block.end - block.start > _LONGEST_IMPRINT:
        return ""
    return fold(unicodedata.normalize("NFC", document.slice(block)).strip())


def _are_tools(line: str) -> bool:
    if len(line) > _LONGEST_LINE or not _HAS_DIGIT.search(line):
        return False
    parts = _SPLIT.split(line)
    return all(len(part) <= _LONGEST_TOOL and _tool().fullmatch(part) for part in parts if part)


def _imprint(document: Document, lines: Sequence[str]) -> Iterator[int]:
    """Yield the blocks with the publisher's address, telephone and licence."""
    first = max(0, len(lines) - _LAST_BLOCKS)
    for index, line in enumerate(lines):
        mark = _imprint_mark().search(line, 0, _FIRST_MARK) if line and "%" not in line else None
        if mark is None:
            continue
        marks = [mark, *_imprint_mark().finditer(line, mark.end())]
        is_last = index >= first and document.blocks[index].start >= _LAST_PART * len(document.text)
        if _is_imprint(marks, is_last, has_phone=_PHONE_LIKE.search(line) is not None):
            yield index


def _is_imprint(marks: Sequence[re.Match[str]], is_last: bool, *, has_phone: bool) -> bool:
    """Tell an imprint by its marks; what stands at the end of a page needs fewer."""
    has_several = len({mark[0] for mark in marks}) > 1
    if not is_last:
        return has_several and has_phone
    is_sure = any(mark["sure"] for mark in marks)
    return has_phone or (is_sure and (has_several or marks[0].start() <= _INDENT))


def _related(lines: Sequence[str]) -> Iterator[int]:
    """Yield the headlines under "Tin liên quan", and those that stand in its line."""
    for index, line in enumerate(lines):
        heading = _heading().match(line) if line else None
        if heading is None:
            continue
        yield index
        is_open = not heading["headline"]
        for below in range(index + 1, min(len(lines), index + 1 + _MOST_HEADLINES)):
            if not (_is_headline(lines[below]) and (is_open or _is_marked(lines[below]))):
                break
            yield below


def _is_headline(line: str) -> bool:
    if not line or len(line) > _LONGEST_LINE:
        return False
    if _DATED.search(line):
        return True
    return not _ENDS_SENTENCE.search(line) and not _NUMBERED.match(line)


def _is_marked(line: str) -> bool:
    """Tell a headline by its bullet or its date."""
    return _BULLET.match(line) is not None or _DATED.search(line) is not None


def _headlines_at_end(blocks: Sequence[Block], lines: Sequence[str], known: set[int]) -> Iterator[int]:
    """Yield headlines with a date that nothing but furniture and names follows."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if index in known or blocks[index].kind is BlockKind.FURNITURE or _PAGES.fullmatch(line):
            continue
        if line and len(line) <= _LONGEST_LINE and _DATED.search(line) and _BULLET.match(line):
            yield index
        elif len(line) > _LONGEST_NAME or not line or _HAS_DIGIT.search(line):
            return


@cache
def _keywords() -> re.Pattern[str]:
    return re.compile(rf"\W*{lexicon.any_of('set_aside', 'furniture.keywords')} *[:#]")


@cache
def _heading() -> re.Pattern[str]:
    """Return the pattern of "Tin liên quan", alone or with the first headline behind a mark."""
    related = lexicon.any_of("set_aside", "furniture.related")
    return re.compile(rf"\W*{related}(?: *\([0-9]+\))?(?:\s*$|\s*[:>»]+\s*(?P<headline>.*)$)", re.DOTALL)


@cache
def _tool() -> re.Pattern[str]:
    tools = lexicon.any_of("set_aside", "furniture.tools")
    number = r"[0-9][0-9.,]*"
    return re.compile(
        rf"\W*(?:{number} +)?{tools}(?:[ /,]+{tools})*\s*[:(]*\s*(?:{number}|[a+ -]+|[ 0-9]+)?"
        r"\W*(?:lần|lượt)?\W*"
    )


@cache
def _imprint_mark() -> re.Pattern[str]:
    named, beside, alone = (
        lexicon.any_of("set_aside", f"furniture.{key}")
        for key in ("imprint", "imprint_beside", "imprint_alone")
    )
    phone = lexicon.any_of("set_aside", "furniture.phones") + r"(?= ?[:.]? *[(+]?[0-9x]{2,4}[ .)-]?[ 0-9])"
    colon = r"(?= ?[:(©])"
    return re.compile(rf"(?<!\w)(?:(?P<sure>{named}{colon}|{alone}(?!\w)|©)|{beside}{colon}|{phone})")
