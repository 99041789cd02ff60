"""What the source view lights: a figure, where it stands and what has been said of it. No Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.figures import Origin, ReviewedFigure, Verdict
from desktop.core.places import Place


class State(StrEnum):
    """What a lit number shows: the verdict, or that nobody could read the number yet."""

    OPEN = "open"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    DISMISSED = "dismissed"
    DOUBTFUL = "doubtful"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure as the source view lights it."""

    figure_id: int
    place: Place
    verdict: Verdict = Verdict.OPEN
    origin: Origin = Origin.MACHINE

    @property
    def state(self) -> State:
        """Return the state to show."""
        return state_of(self.verdict, self.origin)


def state_of(verdict: Verdict, origin: Origin) -> State:
    """Return what a figure with this verdict shows; an open one from the ledger is a state of its own."""
    if verdict is Verdict.OPEN and origin is Origin.LEDGER:
        return State.LEDGER
    return State(verdict.value)


def marks_of(figures: Iterable[ReviewedFigure]) -> Iterator[Mark]:
    """Yield the mark of each figure."""
    return (Mark(figure.id, figure.place, figure.verdict, figure.origin) for figure in figures)
