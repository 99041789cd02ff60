"""Fits a page: as many rows of its lists as there is room for, all else in full."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from reportlab.platypus import Flowable, KeepInFrame

from desktop.core.outputs.record_styles import HEIGHT, WIDTH

Build = Callable[[int, int], list[Flowable]]
"""Makes a page with at most so many rows of its first list and of its second."""

_UNBOUNDED = 10_000 * HEIGHT


def fitted(build: Build, first_choices: Sequence[int], most_second: int) -> Flowable:
    """Return the page that `build` makes with as many rows as fit, as one piece that never exceeds a page.

    The first list gets the first of `first_choices` with which the page fits at all; then the second as many
    rows as there is room for. What does not fit even with the last choice is made smaller.
    """
    for first in first_choices:
        if _height(build(first, 0)) <= HEIGHT:
            rows = range(1, most_second + 1)
            fitting = bisect_right(rows, HEIGHT, key=lambda second: _height(build(first, second)))
            return _in_frame(build(first, fitting))
    return _in_frame(build(first_choices[-1], 0))


def _in_frame(page: list[Flowable]) -> Flowable:
    return KeepInFrame(WIDTH, HEIGHT, page, mode="shrink")


def _height(page: Sequence[Flowable]) -> float:
    """Return how high flowables stand below each other; the larger space of two neighbours holds."""
    height = below = 0.0
    for flowable in page:
        above = flowable.getSpaceBefore()
        height += max(above - below, 0) + flowable.wrap(WIDTH, _UNBOUNDED)[1]
        below = flowable.getSpaceAfter()
        height += below
    return height
