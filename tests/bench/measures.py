"""What a measurement is, and the one way to print it."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing measured, in seconds, and either a bare call beside it or an absolute goal.

    `goal` is a multiple of `bare`, or seconds where there is no bare call; `note` says what was measured.
    """

    name: str
    seconds: float
    goal: float
    bare: float | None = None
    note: str = ""

    @property
    def is_met(self) -> bool:
        """Tell whether the goal is met."""
        return (self.seconds if self.bare is None else self.seconds / self.bare) <= self.goal

    def __str__(self) -> str:
        """Return the measure as one line."""
        word = "met" if self.is_met else "MISSED"
        told = f"{self.name:<28} {self.seconds * 1000:9.1f} ms, {self._against()}: {word}"
        return f"{told} ({self.note})" if self.note else told

    def _against(self) -> str:
        if self.bare is None:
            return f"goal {self.goal * 1000:.0f} ms"
        return f"bare {self.bare * 1000:.1f} ms, {self.seconds / self.bare:.2f}×, goal {self.goal:g}×"


def best_of(times: int, call: Callable[[], object]) -> float:
    """Return the shortest of `times` runs of `call`, in seconds."""
    return min(_seconds(call) for _ in range(times))


def median_of_pairs(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the medians of what was measured in turn, so that a slow moment hits both alike."""
    ours, bare = zip(*pairs, strict=True)
    return statistics.median(ours), statistics.median(bare)


def _seconds(call: Callable[[], object]) -> float:
    begin = perf_counter()
    call()
    return perf_counter() - begin
