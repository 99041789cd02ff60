"""Plain text: every line a paragraph, except where a text was broken into lines of one width."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.core.documents import Block, BlockKind, Document, Format
from desktop.core.errors import RefusalCode, refuse
from desktop.core.readers.encodings import decode
from desktop.core.readers.lines import (
    MAX_WRAP_WIDTH,
    MIN_WRAP_WIDTH,
    continues_sentence,
    ends_sentence,
    is_full,
    opens_item,
    starts_item,
)

MIN_WRAPPED_LINES = 3
_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_COLUMNS = re.compile(r"\S(?:\t| {3,})\s*\S")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    is_after_blank: bool


def read_text(data: bytes, name: str, on_progress: Callable[[], None]) -> Document:
    """Return the document of a plain text, its text as in the file after dropping BOM and CR before LF."""
    text = decode(data, name).replace("\r\n", "\n")
    on_progress()
    lines = list(_lines(text))
    if not lines:
        raise refuse(RefusalCode.IS_EMPTY, name)
    blocks = (Block(BlockKind.PARAGRAPH, group[0].start, group[-1].end) for group in _paragraphs(lines))
    return Document(Format.TXT, text, tuple(blocks))


def _lines(text: str) -> Iterator[_Line]:
    end = 0
    for found in _LINE.finditer(text):
        stripped = found[0].strip()
        if stripped:
            start = found.start() + found[0].index(stripped)
            yield _Line(start, start + len(stripped), stripped, text.count("\n", end, start) > 1)
            end = start + len(stripped)


def _paragraphs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    for run in _runs(lines):
        width = max(len(line.text) for line in run)
        if not _is_wrapped(run, width):
            yield from ([line] for line in run)
            continue
        paragraph = [run[0]]
        for before, line in pairwise(run):
            if not _goes_on(before, line, width):
                yield paragraph
                paragraph = []
            paragraph.append(line)
        yield paragraph


def _runs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines that stand together without an empty line between them."""
    run: list[_Line] = []
    for line in lines:
        if line.is_after_blank and run:
            yield run
            run = []
        run.append(line)
    yield run


def _is_wrapped(run: Sequence[_Line], width: int) -> bool:
    if len(run) < MIN_WRAPPED_LINES or not MIN_WRAP_WIDTH <= width <= MAX_WRAP_WIDTH:
        return False
    pairs = [(a.text, b.text) for a, b in pairwise(run)]
    full = [(a, b) for a, b in pairs if is_full(a, b, width)]
    broken = [b for a, b in full if not ends_sentence(a) and (continues_sentence(b) or b[0].isdigit())]
    is_prose = any(map(continues_sentence, broken))
    return is_prose and len(full) * 2 >= len(pairs) and len(broken) * 2 >= len(full)


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    if not is_full(line.text, following.text, width) or _COLUMNS.search(following.text):
        return False
    is_item = starts_item(following.text) and ends_sentence(line.text)
    return not is_item and not opens_item(following.text)
