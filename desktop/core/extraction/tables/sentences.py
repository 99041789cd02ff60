"""Sentences in cells: reports also lay out prose in tables, and it is read as prose."""

import re
from collections.abc import Iterator

from desktop.core.documents import Document
from desktop.core.extraction.mentions import mentions_of
from desktop.core.extraction.numbers import NumberStyle
from desktop.core.extraction.passages import passage_of
from desktop.core.extraction.periods import Span
from desktop.core.extraction.places import place_of
from desktop.core.extraction.prose import figures_of
from desktop.core.extraction.set_aside import asides_of
from desktop.core.extraction.tables.blocks import Block
from desktop.core.extraction.tables.columns import Stub
from desktop.core.extraction.tables.grid import Entry
from desktop.core.figures import Figure

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 6


def figures_in_sentences(
    document: Document, block: Block, stub: Stub, style: NumberStyle, report_period: str
) -> Iterator[Figure]:
    """Yield the figures of the block's cells that hold prose, in text order."""
    rows = block.body if block.columns else (*block.title, *block.body)
    for row in rows:
        for entry in row.entries:
            is_named = bool(block.columns) and (entry.column in stub.labels or entry.column == stub.unit)
            if not is_named and entry.value is None and _is_prose(entry):
                yield from _figures(document, entry, style, report_period)


def _is_prose(entry: Entry) -> bool:
    return any(letter.isdigit() for letter in entry.text) and len(_WORD.findall(entry.text)) >= _LEAST_WORDS


def _figures(document: Document, entry: Entry, style: NumberStyle, report_period: str) -> Iterator[Figure]:
    passage = passage_of(document.text, entry.cell.start, entry.cell.end)
    mentions = mentions_of(passage, asides_of(passage), style)
    for found in figures_of(passage, mentions, Span.parse(report_period)):
        start, end = passage.span(found.start, found.end)
        yield Figure(
            place=place_of(document, start, end),
            text=document.text[start:end],
            reading=found.reading,
            confidence=found.confidence,
        )
