"""The report's own title, among the lines at its top."""

import re

from desktop.core.documents import BlockKind, Document
from desktop.core.extraction.passages import fold

_OPENING_BLOCKS = 25
_SPACES = re.compile(r"\s+")
_NAMES = re.compile(r"\b(?:báo cáo|tình hình|kết quả|thông cáo|số liệu|biểu|phương hướng|kinh tế)\b")
_TIMES = re.compile(r"\b(?:tháng|quý|năm)\b")


def title_of(document: Document) -> str:
    """Return the title of a report on one line, "" where none of its first lines reads as one."""
    lines = [
        _SPACES.sub(" ", document.slice(block)).strip()
        for block in document.blocks[:_OPENING_BLOCKS]
        if block.kind is not BlockKind.FURNITURE
    ]
    for index, line in enumerate(lines):
        if is_title(line):
            return line
        if _NAMES.search(fold(line)) and len(line) < 120 and index + 1 < len(lines):
            joined = f"{line} {lines[index + 1]}"
            if is_title(joined):
                return joined
    return ""


def is_title(line: str) -> bool:
    """Tell whether a line reads as a report's title: what it is about and of when."""
    folded = fold(line)
    if not 12 <= len(line) <= 260 or line.rstrip().endswith((".", ";", ",")):
        return False
    return bool(
        _NAMES.search(folded) and _TIMES.search(folded) and re.search(r"\b(?:19|20)[0-9]{2}\b", folded)
    )
