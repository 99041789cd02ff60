"""What the source view lights: figures and runs of digits, where they stand, what became of them. No Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.figures import Origin, ReviewedFigure, Verdict
from desktop.core.places import Place
from desktop.core.reviews import LedgerRow
from desktop.core.sections import LedgerKind


class State(StrEnum):
    """What a lit number shows: the verdict, that nobody could read it yet, or that it was set aside."""

    OPEN = "open"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    DISMISSED = "dismissed"
    DOUBTFUL = "doubtful"
    LEDGER = "ledger"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure as the source view lights it, or a run of digits that no figure claims.

    `reason` is why a figure was dismissed. A run has `aside` and, in place of an id, `run_id` of its start.
    """

    figure_id: int
    place: Place
    verdict: Verdict = Verdict.OPEN
    origin: Origin = Origin.MACHINE
    reason: str = ""
    aside: LedgerKind | None = None

    @property
    def state(self) -> State:
        """Return the state to show."""
        if self.aside is not None:
            return State.ASIDE
        return state_of(self.verdict, self.origin)


def state_of(verdict: Verdict, origin: Origin) -> State:
    """Return what a figure with this verdict shows; an open one from the ledger is a state of its own."""
    if verdict is Verdict.OPEN and origin is Origin.LEDGER:
        return State.LEDGER
    return State(verdict.value)


def marks_of(figures: Iterable[ReviewedFigure]) -> Iterator[Mark]:
    """Yield the mark of each figure."""
    return (Mark(figure.id, figure.place, figure.verdict, figure.origin, figure.reason) for figure in figures)


def marks_of_runs(rows: Iterable[LedgerRow]) -> Iterator[Mark]:
    """Yield the mark of each run that was set aside and that no figure claims."""
    return (
        Mark(run_id(row.start), Place(row.start, row.end, sheet=row.sheet, cell=row.cell), aside=row.kind)
        for row in rows
        if row.figure_id is None
    )


def run_id(start: int) -> int:
    """Return what stands for an id in the mark of the run at `start`; no figure has such a one."""
    return -1 - start
