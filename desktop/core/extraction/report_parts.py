"""The reports that one file holds, each with its own title and period: often one, sometimes several."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.documents import Document
from desktop.core.extraction.letterheads import is_letterhead, is_signature
from desktop.core.extraction.passages import fold
from desktop.core.extraction.report_periods import period_of_report
from desktop.core.extraction.titles import Title, titles_in

_BODY = 6000
_LONGEST_LETTERHEAD = 10
_LONGEST_LINE = 220


@dataclass(frozen=True, slots=True)
class Part:
    """A report within a file, [start, end), with its letterhead; `period` is "" where it names none."""

    start: int
    end: int
    title: Title | None = None
    period: str = ""


def parts_of(document: Document) -> tuple[Part, ...]:
    """Return the reports of a document in text order, at least one, which together cover all of its text."""
    titles = titles_in(document)
    starts = [0, *(_start_of(document, title) for title in titles[1:])]
    ends = [*starts[1:], len(document.text)]
    named = titles or (None,)
    return tuple(
        Part(start, end, title, _period_of(document.text[start : min(end, start + _BODY)], title))
        for start, end, title in zip(starts, ends, named, strict=True)
    )


def period_at(parts: Sequence[Part], offset: int) -> str:
    """Return the period of the report that `offset` stands in, "" where it names none."""
    index = bisect_right(parts, offset, key=_start) - 1
    return parts[max(index, 0)].period if parts else ""


def _start(part: Part) -> int:
    return part.start


def _start_of(document: Document, title: Title) -> int:
    """Return where the letterhead above a title begins."""
    index = bisect_right(document.blocks, title.start, key=lambda block: block.start) - 1
    start = title.start
    for block in reversed(document.blocks[max(0, index - _LONGEST_LETTERHEAD) : index]):
        line = " ".join(document.slice(block)[:_LONGEST_LINE].split())
        if not is_letterhead(line) and not (line.isupper() and not is_signature(line)):
            break
        start = block.start
    return start


def _period_of(text: str, title: Title | None) -> str:
    return period_of_report(fold(title.text if title else ""), fold(text))
