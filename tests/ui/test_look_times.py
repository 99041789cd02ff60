"""How long figures are looked at, by a clock that only moves when it is told to."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.figures import Origin, Reading, ReviewedFigure, Value
from desktop.core.looks import ReadingPace
from desktop.core.places import Place
from desktop.ui.look_times import LookTimes

PACE = ReadingPace(base_ms=100, word_ms=10)


class Clock:
    """Tells the time it is set to."""

    def __init__(self) -> None:
        self.now_ms = 0

    def __call__(self) -> int:
        return self.now_ms


@pytest.fixture
def clock() -> Clock:
    return Clock()


def _figure(figure_id: int) -> ReviewedFigure:
    reading = Reading(Value(Decimal(1)), indicator="hai chữ")
    return ReviewedFigure(figure_id, 1, None, Place(0, 1), "1", Origin.MACHINE, reading, 0.9)


def _times(clock: Clock, sentence: str = "") -> LookTimes:
    return LookTimes(clock, PACE, lambda _figure: sentence)


def test_time_counts_while_the_figure_is_current(clock: Clock) -> None:
    times = _times(clock)
    times.show(1)
    clock.now_ms = 700
    times.show(2)
    clock.now_ms = 900
    times.show(1)
    clock.now_ms = 1_000
    assert times.take([_figure(1)])[1].looked_ms == 800
    assert times.take([_figure(2)])[2].looked_ms == 200


def test_showing_the_same_figure_again_loses_nothing(clock: Clock) -> None:
    times = _times(clock)
    times.show(1)
    clock.now_ms = 300
    times.show(1)
    clock.now_ms = 400
    assert times.take([_figure(1)])[1].looked_ms == 400


def test_figure_taken_begins_anew(clock: Clock) -> None:
    times = _times(clock)
    times.show(1)
    clock.now_ms = 5_000
    times.take([_figure(1)])
    clock.now_ms = 5_040
    assert times.take([_figure(1)])[1].looked_ms == 40


def test_several_taken_together_share_the_time_since_the_last_act(clock: Clock) -> None:
    times = _times(clock)
    times.note_act()
    times.show(1)
    clock.now_ms = 300
    looks = times.take([_figure(1), _figure(2), _figure(3)])
    assert [looks[each].looked_ms for each in (1, 2, 3)] == [300, 100, 100]


def test_sentence_of_several_figures_is_read_once(clock: Clock) -> None:
    times = _times(clock, "một câu năm chữ này")
    assert times.take([_figure(1)])[1].needed_ms == 100 + 7 * 10
    assert times.take([_figure(2)])[2].needed_ms == 100 + 2 * 10


def test_another_report_begins_at_nothing(clock: Clock) -> None:
    times = _times(clock)
    times.show(1)
    clock.now_ms = 9_000
    times.restart()
    times.show(1)
    assert times.take([replace(_figure(1), report_id=2)])[1].looked_ms == 0
