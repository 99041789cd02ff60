"""The report's own title, among the lines at its top."""

import re
from dataclasses import dataclass
from itertools import pairwise

from desktop.core.documents import BlockKind, Document
from desktop.core.extraction.passages import fold

_OPENING_BLOCKS = 25
_SPACES = re.compile(r"\s+")
_NAMES = re.compile(r"\b(?:báo cáo|tình hình|kết quả|thông cáo|số liệu|biểu|phương hướng|kinh tế)\b")
_TIMES = re.compile(r"\b(?:tháng|quý|năm)\b")


@dataclass(frozen=True, slots=True)
class Title:
    """A report's title on one line, and where the lines that make it end."""

    text: str
    end: int


def title_in(document: Document) -> Title | None:
    """Return the title among a report's first lines, None where none of them reads as one.

    A line that is a title by itself goes before two that only make one together.
    """
    blocks = [b for b in document.blocks[:_OPENING_BLOCKS] if b.kind is not BlockKind.FURNITURE]
    lines = [_SPACES.sub(" ", document.slice(block)).strip() for block in blocks]
    for line, block in zip(lines, blocks, strict=True):
        if is_title(line):
            return Title(line, block.end)
    for index, (line, following) in enumerate(pairwise(lines)):
        joined = f"{line} {following}"
        if _NAMES.search(fold(line)) and len(line) < 120 and is_title(joined):
            return Title(joined, blocks[index + 1].end)
    return None


def is_title(line: str) -> bool:
    """Tell whether a line reads as a report's title: what it is about and of when."""
    folded = fold(line)
    if not 12 <= len(line) <= 260 or line.rstrip().endswith((".", ";", ",")):
        return False
    return bool(
        _NAMES.search(folded) and _TIMES.search(folded) and re.search(r"\b(?:19|20)[0-9]{2}\b", folded)
    )
