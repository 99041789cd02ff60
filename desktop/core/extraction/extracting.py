"""From a document to its figures and its ledger: the blocks are read one after another, then counted."""

import re
from collections.abc import Callable, Sequence

from desktop.core.documents import Block, BlockKind, Document, Format
from desktop.core.extraction.claims import ledger_of
from desktop.core.extraction.headings import path_at, section_at, sections_of
from desktop.core.extraction.mentions import mentions_of
from desktop.core.extraction.numbers import NumberStyle, style_of
from desktop.core.extraction.passages import Passage, fold, passage_of
from desktop.core.extraction.periods import Span, period_of_report
from desktop.core.extraction.places import place_of
from desktop.core.extraction.prose import figures_of
from desktop.core.extraction.result import Claims, Extraction, SetAside
from desktop.core.extraction.set_aside import asides_of
from desktop.core.extraction.tables import claims_of_table, period_of_tables
from desktop.core.extraction.titles import title_in
from desktop.core.figures import Figure
from desktop.core.sections import LedgerKind, Section

_DIGIT = re.compile("[0-9]")


def extract(document: Document, on_progress: Callable[[], None] = lambda: None) -> Extraction:
    """Return the figures, the ledger and the sections of a document; call `on_progress` after each block."""
    title = title_in(document)
    period = _period_of(document, title.text if title else "")
    sections = sections_of(document, title)
    style = style_of(document.text)
    claims: list[Claims] = []
    tables = {(table.start, table.end): table for table in document.tables}
    for block in document.blocks:
        on_progress()
        if block.kind is BlockKind.TABLE:
            table = tables.get((block.start, block.end))
            if table is not None:
                claims.append(claims_of_table(document, table, period, on_progress))
        else:
            heading = _heading_at(sections, block.start)
            claims.append(_claims_of_block(document, block, style, Span.parse(period), heading))
    figures = sorted((f for claim in claims for f in claim.figures), key=lambda figure: figure.place.start)
    asides = [aside for claim in claims for aside in claim.set_aside]
    placed = tuple(path_at(sections, figure) for figure in figures)
    return Extraction(
        placed, ledger_of(document, placed, asides), sections, title.text if title else "", period
    )


def _heading_at(sections: Sequence[Section], offset: int) -> str:
    index = section_at(sections, offset)
    return sections[index].title if index is not None else ""


def _period_of(document: Document, title: str) -> str:
    if document.format in (Format.XLSX, Format.XLS):
        return period_of_tables(document)
    return period_of_report(fold(title), fold(document.text[:6000]))


def _claims_of_block(
    document: Document, block: Block, style: NumberStyle, report: Span | None, heading: str
) -> Claims:
    if block.kind is BlockKind.FURNITURE:
        return Claims(set_aside=(SetAside(block.start, block.end, LedgerKind.FURNITURE),))
    if not _DIGIT.search(document.text, block.start, block.end):
        return Claims()
    passage = passage_of(document.text, block.start, block.end)
    asides = asides_of(passage)
    mentions = mentions_of(passage, asides, style)
    figures = tuple(
        Figure(
            place=place_of(document, *passage.span(found.start, found.end)),
            text=_source(document, passage, found.start, found.end),
            reading=found.reading,
            confidence=found.confidence,
        )
        for found in figures_of(passage, mentions, report, heading)
    )
    return Claims(figures, tuple(SetAside(*passage.span(a.start, a.end), a.kind) for a in asides))


def _source(document: Document, passage: Passage, start: int, end: int) -> str:
    begin, finish = passage.span(start, end)
    return document.text[begin:finish]
