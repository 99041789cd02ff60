"""The reports of an export, read when their turn comes: a workspace may hold more than memory does.

Each sheet goes through all reports. Those of a workspace of the usual size stay in memory; of a larger one
the others are kept packed, a tenth as large, which is faster to get back than from the database.
"""

import pickle
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from io import BytesIO
from operator import attrgetter
from typing import Any, ClassVar, overload

from typing_extensions import override

from desktop.core.figures import Reading, ReviewedFigure, Value
from desktop.core.places import Place
from desktop.core.reviews import LogEntry, ReportSummary
from desktop.core.workbooks.content import LedgerLine, ReportContent

MOST_FIGURES = 5_000
_LETTERS_A_FIGURE = 500
"""A report's text takes memory as well: so many letters of it as much as a figure or a run of digits."""

_QUICKLY = 1


class ReportsOnDemand(Sequence[ReportContent]):
    """Reports in the order of their `summaries`, each from `load`, which is called once for each.

    Those with `most_figures` between them stay as they are; one that was packed is unpacked each time.
    """

    def __init__(
        self,
        summaries: Sequence[ReportSummary],
        load: Callable[[ReportSummary], ReportContent],
        most_figures: int = MOST_FIGURES,
    ) -> None:
        self.summaries = summaries
        self.figures = 0
        self._load = load
        self._room = most_figures
        self._kept: dict[int, ReportContent] = {}
        self._packed: dict[int, bytes] = {}

    def __len__(self) -> int:
        """Return how many reports there are."""
        return len(self.summaries)

    @overload
    def __getitem__(self, at: int) -> ReportContent: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[ReportContent]: ...

    @override
    def __getitem__(self, at: int | slice) -> ReportContent | Sequence[ReportContent]:
        """Return a report; from the first time on `figures` counts its figures."""
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        number = range(len(self))[at]
        if number in self._kept:
            return self._kept[number]
        if number in self._packed:
            return _unpacked(self._packed[number])
        return self._first(number)

    def _first(self, number: int) -> ReportContent:
        report = self._load(self.summaries[number])
        self.figures += len(report.figures)
        room = len(report.figures) + len(report.ledger.lines) + len(report.text) // _LETTERS_A_FIGURE
        if room <= self._room:
            self._room -= room
            self._kept[number] = report
        else:
            self._packed[number] = _packed(report)
        return report


class LogOnDemand:
    """The lines of a log, read anew whenever they are gone through."""

    def __init__(self, read: Callable[[], Iterator[LogEntry]]) -> None:
        self._read = read

    def __iter__(self) -> Iterator[LogEntry]:
        """Yield the lines, oldest first."""
        return self._read()


def _by_its_fields(kind: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    """Return how pickle takes a value of `kind` apart: to be made again by one call, not field by field."""
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda value: (kind, values(value))


class _Packer(pickle.Pickler):
    dispatch_table: ClassVar[dict[type[Any], Callable[[Any], Any]]] = {  # type: ignore[misc]
        kind: _by_its_fields(kind) for kind in (ReviewedFigure, Reading, Value, Place, LedgerLine)
    }


def _packed(report: ReportContent) -> bytes:
    file = BytesIO()
    _Packer(file, pickle.HIGHEST_PROTOCOL).dump(report)
    return zlib.compress(file.getbuffer(), _QUICKLY)


def _unpacked(data: bytes) -> ReportContent:
    report: ReportContent = pickle.loads(zlib.decompress(data))  # noqa: S301 - what we packed, never a file
    return report
