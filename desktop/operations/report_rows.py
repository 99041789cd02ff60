"""An analysed report as rows: ids given, runs claimed, every figure in its innermost section.

Each run of digits that nobody could read becomes a figure of its own, with what its sentence makes of it, so
that the clerk walks over it with the same keys.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import Connection, Table

from db import tables
from db.queries import search
from db.queries.chunks import chunks, insert_rows
from db.queries.counts import RUNS_OPEN, Slot
from db.queries.figures import new_row, take_ids
from db.queries.ledger import due_kind
from db.sessions import Session
from desktop.core.documents import Document
from desktop.core.extraction.places import place_of
from desktop.core.figures import Figure, Origin, Verdict
from desktop.core.isolation.analysis import Analysis
from desktop.core.layouts import unpack
from desktop.core.places import Place
from desktop.core.searching import words_of
from desktop.core.sections import LedgerEntry, LedgerKind, Section
from desktop.operations.unread import unread_figure

_CLAIMED = (LedgerKind.FIGURE, LedgerKind.PART)
_MOST_FORCED = 500


class ReportRows:
    """The rows of one report's sections, figures and ledger, made when they are written.

    `number` gives them their ids, inside the transaction in which the report gets its own.
    """

    def __init__(self, analysis: Analysis) -> None:
        extraction = analysis.extraction
        self.machine_count = len(extraction.figures)
        self._sections = extraction.sections
        self._entries, leftover = _claimed(extraction.ledger, self.machine_count)
        self.open_count = len(leftover)
        self._figures = [*extraction.figures, *_unread(leftover, analysis)]
        self._order = sorted(range(len(self._figures)), key=lambda index: self._figures[index].place.start)
        starts = [section.start for section in self._sections]
        self._around = [innermost(self._sections, starts, figure.place.start) for figure in self._figures]
        self.report_id = 0
        self.section_ids = range(0)
        self._id_by_index: dict[int, int] = {}

    def number(self, connection: Connection, report_id: int) -> None:
        """Take ids that are nobody else's, in reading order."""
        self.report_id = report_id
        self.section_ids = _taken(connection, "sections", len(self._sections))
        figure_ids = _taken(connection, "figures", len(self._figures))
        self._id_by_index = dict(zip(self._order, figure_ids, strict=True))

    def counts(self) -> Counter[Slot]:
        """Return what is counted of the new report: every figure is open, and so is every run it claims."""
        numbers: Counter[Slot] = Counter()
        for index in range(len(self._figures)):
            numbers[Slot(self.report_id, self._section_id(index), Verdict.OPEN)] += 1
        for entry in self._entries:
            if entry.figure is not None:
                numbers[Slot(self.report_id, self._section_id(entry.figure), RUNS_OPEN)] += 1
        return numbers

    @property
    def count(self) -> int:
        """Return how many rows there are in all."""
        return len(self._sections) + len(self._figures) + len(self._entries)

    def pieces(self, size: int) -> Iterator[Callable[[Session], int]]:
        """Yield writers of at most `size` rows each, in the order in which they refer to each other."""
        yield partial(self._write, tables.sections, self._section_row, range(len(self._sections)))
        for some in chunks(self._order, size):
            yield partial(self._write_figures, some)
        for some in chunks(range(len(self._entries)), size):
            yield partial(self._write, tables.ledger, self._ledger_row, some)

    def _write(
        self, table: Table, row: Callable[[int], dict[str, Any]], indices: Sequence[int], session: Session
    ) -> int:
        insert_rows(session.connection, table, [row(index) for index in indices])
        return len(indices)

    def _write_figures(self, indices: Sequence[int], session: Session) -> int:
        written = self._write(tables.figures, self._figure_row, indices, session)
        readings = ((self._id_by_index[index], self._figures[index].reading) for index in indices)
        search.add(session.connection, {figure_id: words_of(reading) for figure_id, reading in readings})
        return written

    def _section_row(self, index: int) -> dict[str, Any]:
        section = self._sections[index]
        return {
            "id": self.section_ids[index],
            "report_id": self.report_id,
            "parent_id": None if section.parent is None else self.section_ids[section.parent],
            "title": section.title,
            "level": section.level,
            "start": section.start,
            "end": section.end,
        }

    def _figure_row(self, index: int) -> dict[str, Any]:
        return new_row(
            self._figures[index],
            self._origin(index),
            figure_id=self._id_by_index[index],
            report_id=self.report_id,
            section_id=self._section_id(index),
        )

    def _ledger_row(self, index: int) -> dict[str, Any]:
        entry = self._entries[index]
        return {
            "report_id": self.report_id,
            "start": entry.start,
            "end": entry.end,
            "kind": entry.kind,
            "figure_id": None if entry.figure is None else self._id_by_index[entry.figure],
            "sheet": entry.sheet,
            "cell": entry.cell,
        }

    def _section_id(self, index: int) -> int | None:
        around = self._around[index]
        return None if around is None else self.section_ids[around]

    def _origin(self, index: int) -> Origin:
        return Origin.MACHINE if index < self.machine_count else Origin.LEDGER


def innermost(sections: Sequence[Section], starts: Sequence[int], offset: int) -> int | None:
    """Return the index of the innermost section around `offset`; `sections` are in text order."""
    index: int | None = bisect_right(starts, offset) - 1
    if index == -1:
        return None
    while index is not None and sections[index].end <= offset:
        index = sections[index].parent
    return index


def _taken(connection: Connection, name: str, count: int) -> range:
    first = take_ids(connection, name, count)
    return range(first, first + count)


def _claimed(ledger: Sequence[LedgerEntry], figure_count: int) -> tuple[list[LedgerEntry], list[LedgerEntry]]:
    """Return the ledger with every run settled, and the runs that become figures of their own.

    Those are claimed by the figures from `figure_count` on. A run that is called a figure's but names none
    is open too: nothing may get lost.
    """
    entries: list[LedgerEntry] = []
    leftover: list[LedgerEntry] = []
    begun: set[int] = set()
    for entry in ledger:
        figure = entry.figure
        if figure is not None:
            kind = due_kind(Origin.MACHINE, Verdict.OPEN, "", is_first=figure not in begun)
            begun.add(figure)
            entries.append(replace(entry, kind=kind))
        elif entry.kind is LedgerKind.OPEN or entry.kind in _CLAIMED:
            entries.append(replace(entry, kind=LedgerKind.OPEN, figure=figure_count + len(leftover)))
            leftover.append(entry)
        else:
            entries.append(entry)
    return entries, leftover


def _unread(entries: Sequence[LedgerEntry], analysis: Analysis) -> list[Figure]:
    if not entries:
        return []
    document = unpack(analysis.layout, analysis.text)
    # Of a heap of numbers that no table explains, their surroundings tell nothing either.
    is_forced = len(entries) <= _MOST_FORCED
    period = analysis.extraction.period
    return [
        unread_figure(document, _place_of(document, entry), period, is_forced=is_forced) for entry in entries
    ]


def _place_of(document: Document, entry: LedgerEntry) -> Place:
    return replace(place_of(document, entry.start, entry.end), sheet=entry.sheet, cell=entry.cell)
