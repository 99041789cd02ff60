"""Figures as checks look at them: what holds of each, the words before it, and its cell of a table."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from desktop.core.documents import Document, Table
from desktop.core.extraction.passages import fold
from desktop.core.figures import Origin, Reading, ReviewedFigure, Verdict
from desktop.core.places import Place

_LONGEST = 400
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[^\W\da-zà-ỹđ])")
_SPACE = re.compile(r"\s+")


class Spot(NamedTuple):
    """The cell of a table: which table of the document, which row and column, from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class CheckedFigure:
    """A figure with what stands around it.

    `before` are the folded words between the figure before it in its sentence, or the sentence's beginning,
    and itself, `after` those behind it to the end of the sentence; `sentence` numbers the sentences that have
    figures; `is_bracketed` tells that a bracket is open before it. In a table `spot` is its cell.
    """

    id: int
    reading: Reading
    place: Place
    text: str
    spot: Spot | None = None
    sentence: int = 0
    before: str = ""
    after: str = ""
    is_bracketed: bool = False
    heading: str = ""


@dataclass(frozen=True)
class CheckedReport:
    """The figures of one report in reading order, dismissed ones left out.

    `source` says whose report it is, of which kind: what is the same for the reports of one series.
    """

    id: int
    name: str
    source: str
    figures: tuple[CheckedFigure, ...]

    @cached_property
    def prose(self) -> list[list[CheckedFigure]]:
        """The figures outside tables, sentence by sentence."""
        sentences: dict[int, list[CheckedFigure]] = {}
        for figure in self.figures:
            if figure.spot is None:
                sentences.setdefault(figure.sentence, []).append(figure)
        return list(sentences.values())

    @cached_property
    def tables(self) -> "list[CheckedTable]":
        """The tables that hold figures."""
        found: dict[int, CheckedTable] = {}
        for figure in self.figures:
            if figure.spot is not None:
                found.setdefault(figure.spot.table, CheckedTable()).add(figure)
        return list(found.values())


class CheckedTable:
    """The figures of one table by row and column; of several in one cell only the first counts."""

    def __init__(self) -> None:
        self.rows: dict[int, dict[int, CheckedFigure]] = {}

    def add(self, figure: CheckedFigure) -> None:
        """Put a figure in its cell."""
        if figure.spot is not None:
            self.rows.setdefault(figure.spot.row, {}).setdefault(figure.spot.column, figure)

    def figures(self) -> Iterator[CheckedFigure]:
        """Yield the figures row by row."""
        for row in sorted(self.rows):
            yield from (figure for _, figure in sorted(self.rows[row].items()))


def checked_figures(
    figures: Sequence[ReviewedFigure],
    document: Document,
    headings: Mapping[int | None, str],
    *,
    as_read: bool = False,
) -> tuple[CheckedFigure, ...]:
    """Return the figures of a report, in reading order, as checks look at them; unread ones are left out.

    `headings` are the titles of the sections by their ids. `as_read` takes what the machine had read, the
    dismissed ones included, rather than what holds.
    """
    read = [each for each in figures if each.origin is not Origin.LEDGER or (each.said and not as_read)]
    kept = [each for each in read if as_read or each.verdict is not Verdict.DISMISSED]
    kept.sort(key=lambda figure: (figure.place.start, figure.id))
    around = _Surroundings(document)
    found = []
    for figure in kept:
        reading = figure.read if as_read else figure.effective
        heading = headings.get(figure.section_id, "")
        spot = around.spot(figure.place)
        checked = CheckedFigure(figure.id, reading, figure.place, figure.text, spot, heading=heading)
        found.append(checked if spot else around.with_words(checked))
    return tuple(found)


class _Surroundings:
    """Tells what stands around one figure after the other, in reading order."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._tables: Sequence[Table] = document.tables
        self._table_starts = [table.start for table in document.tables]
        self._cell_starts: dict[int, list[int]] = {}
        self._block_starts = [block.start for block in document.blocks]
        self._block = -1
        self._end = 0
        self._sentence = 0

    def spot(self, place: Place) -> Spot | None:
        at = bisect_right(self._table_starts, place.start) - 1
        if at < 0 or place.start >= self._tables[at].end:
            return None
        cells = self._tables[at].cells
        if at not in self._cell_starts:
            self._cell_starts[at] = [cell.start for cell in cells]
        nth = bisect_right(self._cell_starts[at], place.start) - 1
        if nth < 0 or place.start >= cells[nth].end:
            return None
        return Spot(at, cells[nth].row, cells[nth].column)

    def with_words(self, figure: CheckedFigure) -> CheckedFigure:
        place = figure.place
        block = bisect_right(self._block_starts, place.start) - 1
        is_same_block = block == self._block and self._end <= place.start
        block_start = self._block_starts[block] if block >= 0 else 0
        begin = min(max(self._end if is_same_block else block_start, place.start - _LONGEST), place.start)
        between = self._text[begin : place.start]
        ends = [match.end() for match in _SENTENCE_END.finditer(between)]
        if ends or not is_same_block:
            self._sentence += 1
        self._block, self._end = block, max(place.end, place.start)
        lead = self._text[max(block_start, place.start - _LONGEST) : place.start]
        return replace(
            figure,
            sentence=self._sentence,
            before=_even(between[ends[-1] :] if ends else between),
            after=_even(self._after(place.end, block)),
            is_bracketed=lead.rfind("(") > lead.rfind(")"),
        )

    def _after(self, end: int, block: int) -> str:
        following = self._block_starts[block + 1 : block + 2]
        rest = self._text[end : min(end + _LONGEST, *following, len(self._text))]
        stop = _SENTENCE_END.search(rest)
        return rest[: stop.start()] if stop else rest


def _even(text: str) -> str:
    return fold(_SPACE.sub(" ", text)).strip()
