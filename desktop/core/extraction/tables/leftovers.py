"""The numbers of a table that are no figures: in titles, headers, labels, units and column numbers."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from desktop.core.documents import Document
from desktop.core.extraction.passages import Passage, passage_of
from desktop.core.extraction.result import SetAside
from desktop.core.extraction.set_aside import asides_of
from desktop.core.extraction.tables.blocks import Block, is_numbering
from desktop.core.extraction.tables.columns import Stub
from desktop.core.extraction.tables.grid import Entry
from desktop.core.extraction.tables.measures import is_unit, unit_statement
from desktop.core.extraction.tables.periods import Span, mentions
from desktop.core.sections import LedgerKind

_DIGIT = re.compile(r"[0-9]")
_RUN = re.compile(r"[0-9]+(?:[.,/-][0-9]+)*")
_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2} ?[-–] ?(?:19|20)[0-9]{2}(?![0-9])")
_OPENING_NUMBER = re.compile(
    r"\s*(?:(?:biểu|bảng|phụ lục|phụ biểu|mẫu)(?:\s+số)?\s*)?"
    r"(?P<number>[0-9]{1,3}(?:\.[0-9]{1,2})*)\s*(?:[.)](?![0-9])|:|-(?= )|$)"
)

_Stretch = tuple[int, int, LedgerKind]


def set_asides(document: Document, block: Block, stub: Stub) -> Iterator[SetAside]:
    """Yield what the digits of a block outside of its figures are, as far as that is understood."""
    for row in (*block.title, *block.header):
        numbers_columns = is_numbering(row)
        for entry in row.entries:
            if numbers_columns:
                yield from _whole(entry, LedgerKind.ORDINAL)
            else:
                yield from said_aside(document, entry)
    for row in block.body:
        numbers_columns = is_numbering(row)
        for entry in row.entries:
            column = entry.cell.column
            if numbers_columns or column == stub.ordinal or column in stub.codes:
                yield from _whole(entry, LedgerKind.ORDINAL)
            elif column in stub.labels or column == stub.unit:
                yield from said_aside(document, entry, rest=LedgerKind.NAME)
            elif entry.value is None:
                yield from said_aside(document, entry)


def said_aside(document: Document, entry: Entry, rest: LedgerKind | None = None) -> Iterator[SetAside]:
    """Yield what the digits of a piece of text are; those that no rule knows are of kind `rest`, if given."""
    if not _DIGIT.search(entry.text):
        return
    if entry.is_year:
        yield from _whole(entry, LedgerKind.DATE)
        return
    passage = passage_of(document.text, entry.cell.start, entry.cell.end)
    for start, end, kind in _stretches(passage.text, rest):
        yield SetAside(*passage.span(start, end), kind)


@lru_cache(maxsize=4096)
def _stretches(text: str, rest: LedgerKind | None) -> tuple[_Stretch, ...]:
    """Return what is set aside of a cell's text, in order; annexes write the same labels again and again."""
    passage = passage_of(text, 0, len(text))
    taken = bytearray(len(text))
    found: list[_Stretch] = []
    candidates = _candidates(passage, _is_a_unit(" ".join(text.split())))
    others = () if rest is None else ((run.start(), run.end(), rest) for run in _RUN.finditer(passage.lower))
    for start, end, kind in chain(candidates, others):
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            found.append((start, end, kind))
    return tuple(sorted(found))


def _is_a_unit(text: str) -> bool:
    return is_unit(text) or bool(unit_statement(text))


def _whole(entry: Entry, kind: LedgerKind) -> Iterator[SetAside]:
    if _DIGIT.search(entry.text):
        yield SetAside(entry.cell.start, entry.cell.end, kind)


def _candidates(passage: Passage, is_a_unit: bool) -> Iterator[_Stretch]:
    """Yield what may be set aside, the surest first."""
    lower = passage.lower
    if match := _OPENING_NUMBER.match(lower):
        yield match.start("number"), match.end("number"), LedgerKind.ORDINAL
    for match in _YEARS.finditer(lower):
        yield match.start(), match.end(), LedgerKind.DATE
    for said in mentions(lower):
        is_long = said.period.span is Span.MONTHS
        yield said.start, said.end, LedgerKind.PERIOD if is_long else LedgerKind.DATE
    for pattern, kind in _patterns():
        for match in pattern.finditer(lower):
            yield match.start(), match.end(), kind
    if is_a_unit:
        for match in _RUN.finditer(lower):
            yield match.start(), match.end(), LedgerKind.NAME
    for aside in asides_of(passage):
        yield aside.start, aside.end, aside.kind


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], LedgerKind], ...]:
    return (
        (re.compile(r"ngày [0-9]{1,2}(?![0-9/])"), LedgerKind.DATE),
        (
            re.compile(r"(?:ngày )?[0-9]{1,2}(?:/[0-9]{1,2}|[/.][0-9]{1,2}[/.][0-9]{4})(?![0-9])"),
            LedgerKind.DATE,
        ),
        (re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"), LedgerKind.DATE),
        (re.compile(r"(?<=[a-z])[23](?![0-9])"), LedgerKind.NAME),
    )
