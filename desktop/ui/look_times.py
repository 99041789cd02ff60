"""How long each figure stands before the clerk, by a clock that is handed in. No Qt."""

from collections.abc import Callable, Sequence
from time import monotonic_ns

from desktop.core.figures import ReviewedFigure
from desktop.core.looks import Look, ReadingPace

ClockMs = Callable[[], int]
"""Returns milliseconds that only ever grow."""

_NS_PER_MS = 1_000_000


def monotonic_ms() -> int:
    """Return the milliseconds of the computer's own steady clock."""
    return monotonic_ns() // _NS_PER_MS


class LookTimes:
    """Measures how long figures are looked at, until they are taken.

    A figure is looked at while it is the current one. Of several that are taken together, which stood on the
    screen all the time, each gets its share of the time since the last act, if that is more.
    """

    def __init__(
        self, clock_ms: ClockMs, pace: ReadingPace, sentence_of: Callable[[ReviewedFigure], str]
    ) -> None:
        """Measure by `clock_ms`; `sentence_of` returns what has to be read around a figure."""
        self._clock_ms = clock_ms
        self._pace = pace
        self._sentence_of = sentence_of
        self._looked_ms: dict[int, int] = {}
        self._current_id: int | None = None
        self._since_ms = self._acted_ms = clock_ms()
        self._read_sentence = ""

    def show(self, figure_id: int | None) -> None:
        """Note which figure is the current one from now on."""
        self._settle()
        self._current_id = figure_id

    def restart(self) -> None:
        """Forget what was measured: another report stands there."""
        self._looked_ms.clear()
        self._current_id = None
        self._read_sentence = ""
        self._since_ms = self._acted_ms = self._clock_ms()

    def note_act(self) -> None:
        """Note that the clerk has just done something."""
        self._acted_ms = self._clock_ms()

    def take(self, figures: Sequence[ReviewedFigure]) -> dict[int, Look]:
        """Return how long each of these figures was looked at, and begin anew with them."""
        self._settle()
        share_ms = (self._since_ms - self._acted_ms) // len(figures) if len(figures) > 1 else 0
        return {figure.id: self._look(figure, share_ms) for figure in figures}

    def _look(self, figure: ReviewedFigure, share_ms: int) -> Look:
        looked_ms = max(self._looked_ms.pop(figure.id, 0), share_ms)
        sentence = self._sentence_of(figure)
        # The sentence of several figures is read once.
        news = "" if sentence == self._read_sentence else sentence
        self._read_sentence = sentence
        return Look(looked_ms, self._pace.needed_ms(figure.effective.indicator, news))

    def _settle(self) -> None:
        now_ms = self._clock_ms()
        if self._current_id is not None:
            before_ms = self._looked_ms.get(self._current_id, 0)
            self._looked_ms[self._current_id] = before_ms + now_ms - self._since_ms
        self._since_ms = now_ms
