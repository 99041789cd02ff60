"""From a document to its figures and its ledger: the blocks are read one after another, then counted."""

import re
from collections.abc import Callable

from desktop.core.collecting import no_collections
from desktop.core.documents import Block, BlockKind, Document, Format
from desktop.core.extraction.bases import Carrying
from desktop.core.extraction.claims import ledger_of
from desktop.core.extraction.habits import habits_of
from desktop.core.extraction.headings import Outline, sections_of
from desktop.core.extraction.mentions import mentions_of
from desktop.core.extraction.numbers import MARKED, NumberStyle
from desktop.core.extraction.origins import origin_of
from desktop.core.extraction.page_furniture import furniture_in
from desktop.core.extraction.passages import Passage, passage_of
from desktop.core.extraction.periods import Span
from desktop.core.extraction.places import place_of
from desktop.core.extraction.prose import figures_of
from desktop.core.extraction.report_parts import Part, parts_of, period_at
from desktop.core.extraction.result import Claims, Extraction, SetAside
from desktop.core.extraction.set_aside import asides_of
from desktop.core.extraction.tables import claims_of_table, period_of_tables
from desktop.core.extraction.titles import title_in
from desktop.core.extraction.worded import may_have_words
from desktop.core.figures import Figure
from desktop.core.sections import LedgerKind

_DIGIT = re.compile("[0-9]")
_WORKBOOKS = (Format.XLSX, Format.XLS)
_ANNEX_SHARE = 0.7


@no_collections()
def extract(document: Document, on_progress: Callable[[], None] = lambda: None) -> Extraction:
    """Return the figures, the ledger and the sections of a document; call `on_progress` after each block."""
    parts = _parts_of(document)
    sections = sections_of(document, parts)
    outline = Outline(sections)
    style = _habits_of(document)
    claims: list[Claims] = []
    carrying = Carrying()
    tables = {(table.start, table.end): table for table in document.tables}
    furniture = furniture_in(document)
    for index, block in enumerate(document.blocks):
        on_progress()
        if block.kind is BlockKind.TABLE:
            table = tables.get((block.start, block.end))
            if table is not None:
                period = period_at(parts, block.start)
                path = outline.path_at(block.start)
                claims.append(claims_of_table(document, table, period, on_progress, path))
        elif index in furniture.whole:
            claims.append(_furniture(block))
        else:
            heading = next(reversed(outline.path_at(block.start)), "")
            report = Span.parse(period_at(parts, block.start))
            found = _claims_of_block(document, block, style, report, heading, carrying)
            claims.append(_furniture(block, *found.set_aside) if index in furniture.linked else found)
    figures = sorted((f for claim in claims for f in claim.figures), key=lambda figure: figure.place.start)
    asides = [aside for claim in claims for aside in claim.set_aside]
    placed = tuple(map(outline.placed, figures))
    first, origin = parts[0], origin_of(document, parts[0])
    return Extraction(
        placed,
        ledger_of(document, placed, asides),
        sections,
        title=first.title.text if first.title else "",
        period=first.period,
        issuer=origin.issuer,
        province=origin.province,
    )


def _habits_of(document: Document) -> NumberStyle:
    """Return how the document writes its numbers, as far as anything but a table asks for it."""
    text = document.text
    prose = (block for block in document.blocks if block.kind is not BlockKind.TABLE)
    is_asked = any(MARKED.search(text, block.start, block.end) for block in prose)
    return habits_of(text) if is_asked else NumberStyle()


def _parts_of(document: Document) -> tuple[Part, ...]:
    if document.format in _WORKBOOKS:
        return (Part(0, len(document.text), title_in(document), period_of_tables(document)),)
    parts = parts_of(document)
    in_tables = sum(table.end - table.start for table in document.tables)
    if in_tables >= _ANNEX_SHARE * len(document.text) and (period := period_of_tables(document)):
        return (Part(0, len(document.text), parts[0].title if len(parts) == 1 else None, period),)
    return parts


def _claims_of_block(
    document: Document,
    block: Block,
    style: NumberStyle,
    report: Span | None,
    heading: str,
    carrying: Carrying,
) -> Claims:
    if block.kind is BlockKind.FURNITURE:
        return _furniture(block)
    has_digits = _DIGIT.search(document.text, block.start, block.end) is not None
    passage = passage_of(document.text, block.start, block.end)
    if not has_digits and not may_have_words(passage):
        return Claims()
    asides = asides_of(passage)
    known = tuple(SetAside(*passage.span(aside.start, aside.end), aside.kind) for aside in asides)
    if document.format in _WORKBOOKS:
        # Outside its tables a workbook has the names of its sheets: "5ThuySan" counts nothing.
        return Claims(set_aside=(SetAside(block.start, block.end, LedgerKind.NAME), *known))
    mentions = mentions_of(passage, asides, style)
    figures = tuple(
        Figure(
            place=place_of(document, *passage.span(found.start, found.end)),
            text=_source(document, passage, found.start, found.end),
            reading=found.reading,
            confidence=found.confidence,
            other=found.other,
        )
        for found in figures_of(passage, mentions, report, heading, carrying)
    )
    return Claims(figures, known)


def _furniture(block: Block, *known: SetAside) -> Claims:
    """Return the claims of a block that is no part of the report: furniture is what is not `known` better."""
    return Claims(set_aside=(SetAside(block.start, block.end, LedgerKind.FURNITURE), *known))


def _source(document: Document, passage: Passage, start: int, end: int) -> str:
    begin, finish = passage.span(start, end)
    return document.text[begin:finish]
