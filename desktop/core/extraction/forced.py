"""A reading of a run of digits that no rule took for a figure: its sentence read as if it were one.

What was set aside there for a reason (a date, an ordinal) is taken for a number like any other, for a person
has said or is about to say that it is one. The rules for the sentence are those of every other figure.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from desktop.core.documents import Block, BlockKind, Cell, Document, Table
from desktop.core.extraction.forced_cells import figure_in_cell
from desktop.core.extraction.habits import habits_of
from desktop.core.extraction.mentions import mentions_of
from desktop.core.extraction.numbers import NumberStyle, parse_number
from desktop.core.extraction.passages import Passage, passage_of
from desktop.core.extraction.periods import Span
from desktop.core.extraction.places import place_of
from desktop.core.extraction.prose import ProseFigure, figures_of
from desktop.core.extraction.set_aside import Aside, asides_of
from desktop.core.figures import Figure

_WORD = re.compile(r"[^\W\d_]{2}")
_NUMBER_AND_UNIT_WORDS = 4


def forced_figure(
    document: Document, start: int, end: int, report_period: str = "", heading: str = ""
) -> Figure | None:
    """Return the figure that [start, end) of the text is, taken for one; None where no number stands there.

    `report_period` is what the report is about ("2021-Q1") and `heading` the title of the section, "" where
    unknown. Its confidence is 0: nobody found it by itself. Its place is [start, end) and what more of the
    text belongs to the number, with its unit.
    """
    table = _table_at(document, start)
    if table is None:
        block = _block_at(document, start, end)
        return _in_prose(document, (block.start, block.end), (start, end), report_period, heading)
    cell = _cell_at(table, start)
    if cell is None:
        return None
    if cell.number is None and len(_WORD.findall(document.slice(cell))) > _NUMBER_AND_UNIT_WORDS:
        found = _in_prose(document, (cell.start, cell.end), (start, end), report_period, heading)
        if found is None or table.sheet is None:
            return found
        return replace(found, place=replace(found.place, sheet=table.sheet, cell=cell.name))
    return figure_in_cell(document, table, cell, (start, end), report_period)


def _in_prose(
    document: Document, stretch: tuple[int, int], run: tuple[int, int], report_period: str, heading: str
) -> Figure | None:
    passage = passage_of(document.text, *stretch)
    start, end = (bisect_right(passage.offsets, offset) - 1 for offset in (run[0], run[1] - 1))
    end += 1
    asides = [aside for aside in asides_of(passage) if aside.end <= start or end <= aside.start]
    found = _found(passage, asides, _style_of(document.text), (start, end), report_period, heading)
    if found is None:
        return None
    place_start, place_end = passage.span(min(found.start, start), max(found.end, end))
    return Figure(
        place=place_of(document, place_start, place_end),
        text=document.text[place_start:place_end],
        reading=found.reading,
        other=found.other,
    )


def _found(
    passage: Passage,
    asides: Sequence[Aside],
    style: NumberStyle,
    run: tuple[int, int],
    report_period: str,
    heading: str,
) -> ProseFigure | None:
    """Return the figure that shares text with the run; of several the first, with the value of all of it."""
    start, end = run
    mentions = mentions_of(passage, asides, style)
    inside = [each for each in mentions if each.start < end and start < each.end]
    if not inside:
        return None
    kept = [each for each in mentions if each not in inside[1:]]
    figures = figures_of(passage, kept, Span.parse(report_period), heading)
    found = next((each for each in figures if each.start < end and start < each.end), None)
    if found is None or len(inside) == 1:
        return found
    whole = parse_number(passage.text[start:end])
    return found if whole is None else replace(found, reading=replace(found.reading, value=whole))


def _block_at(document: Document, start: int, end: int) -> Block:
    """Return the block around a place, else the place itself as one."""
    index = bisect_right(document.blocks, start, key=lambda block: block.start) - 1
    if index >= 0 and document.blocks[index].end >= end:
        return document.blocks[index]
    return Block(BlockKind.PARAGRAPH, start, end)


def _table_at(document: Document, start: int) -> Table | None:
    index = bisect_right(document.tables, start, key=lambda table: table.start) - 1
    table = document.tables[index] if index >= 0 else None
    return table if table is not None and start < table.end else None


def _cell_at(table: Table, start: int) -> Cell | None:
    return next((cell for cell in table.cells if cell.start <= start < cell.end), None)


@lru_cache(maxsize=2)
def _style_of(text: str) -> NumberStyle:
    return habits_of(text)
