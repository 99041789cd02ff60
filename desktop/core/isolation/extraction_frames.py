"""An extraction as frames of bounded size: decoding one never holds the program up for long."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from desktop.core.extraction.result import Extraction
from desktop.core.figures import Base, Figure, Kind, Qualifier, Reading, Value
from desktop.core.isolation.frames import Frame
from desktop.core.places import Box, Place
from desktop.core.sections import LedgerEntry, LedgerKind, Section

ROWS_PER_FRAME = 500

_REPORT_FIELDS = ("title", "period", "issuer", "province")

# Looked up, not called for: there are few of them, and many figures.
_KINDS = {str(kind): kind for kind in Kind}
_BASES = {str(base): base for base in Base}
_QUALIFIERS = {str(qualifier): qualifier for qualifier in Qualifier}
_LEDGER_KINDS = {str(kind): kind for kind in LedgerKind}

_Row = TypeVar("_Row")


def frames_of(extraction: Extraction) -> Iterator[Frame]:
    """Yield frames that `ExtractionAssembly` puts together again."""
    yield from _rows_frames("figures", map(_figure_row, extraction.figures))
    yield from _rows_frames("ledger", map(_entry_row, extraction.ledger))
    yield from _rows_frames("sections", map(_section_row, extraction.sections))
    yield Frame("report", {name: getattr(extraction, name) for name in _REPORT_FIELDS})


class ExtractionAssembly:
    """An extraction being put together from its frames."""

    def __init__(self) -> None:
        self._figures: list[Figure] = []
        self._ledger: list[LedgerEntry] = []
        self._sections: list[Section] = []
        self._report: dict[str, str] = {}

    def add(self, frame: Frame) -> None:
        """Take in one frame; frames of other kinds raise ValueError."""
        match frame.kind:
            case "figures":
                self._figures += (_figure(row) for row in json.loads(frame.body))
            case "ledger":
                self._ledger += (_entry(row) for row in json.loads(frame.body))
            case "sections":
                self._sections += (Section(*row) for row in json.loads(frame.body))
            case "report":
                self._report = frame.fields
            case _:
                raise ValueError(f"unexpected frame: {frame.kind}")

    def extraction(self) -> Extraction:
        """Return what was put together."""
        return Extraction(tuple(self._figures), tuple(self._ledger), tuple(self._sections), **self._report)


def _rows_frames(kind: str, rows: Iterable[Sequence[Any]]) -> Iterator[Frame]:
    for batch in _batches(rows):
        yield Frame(kind, body=json.dumps(batch, ensure_ascii=False, separators=(",", ":")).encode())


def _batches(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, ROWS_PER_FRAME)):
        yield batch


def _figure_row(figure: Figure) -> list[Any]:
    reading = figure.reading
    words = [str(reading.value), reading.unit, reading.kind, reading.base, reading.indicator]
    words += [reading.qualifier, reading.period]
    other = None if figure.other is None else str(figure.other)
    return [
        _place_row(figure.place),
        figure.text,
        words,
        figure.section,
        figure.confidence,
        other,
        figure.shown,
    ]


def _figure(row: Sequence[Any]) -> Figure:
    place, text, words, section, confidence, other, shown = row
    value, unit, kind, base, indicator, qualifier, period = words
    reading = Reading(
        Value.parse(value), unit, _KINDS[kind], _BASES[base], indicator, _QUALIFIERS[qualifier], period
    )
    second = None if other is None else Value.parse(other)
    return Figure(_place(place), text, reading, tuple(section), confidence, second, shown)


def _place_row(place: Place) -> list[Any]:
    boxes = [[box.x0, box.y0, box.x1, box.y1] for box in place.boxes]
    return [place.start, place.end, place.page, boxes, place.sheet, place.cell]


def _place(row: Sequence[Any]) -> Place:
    start, end, page, boxes, sheet, cell = row
    return Place(start, end, page, tuple(Box(*box) for box in boxes) if boxes else (), sheet, cell)


def _entry_row(entry: LedgerEntry) -> list[Any]:
    return [entry.start, entry.end, entry.kind, entry.figure, entry.sheet, entry.cell]


def _entry(row: Sequence[Any]) -> LedgerEntry:
    start, end, kind, figure, sheet, cell = row
    return LedgerEntry(start, end, _LEDGER_KINDS[kind], figure, sheet, cell)


def _section_row(section: Section) -> list[Any]:
    return [section.title, section.level, section.start, section.end, section.parent]
