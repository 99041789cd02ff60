"""Over which empty neighbours a text is shown that is longer than its cell is wide, as in Excel. No Qt."""

from collections.abc import Callable

from desktop.core.sheet_looks import CellLook, Side

_MOST_STEPS = 200
_STEPS = {Side.RIGHT: (-1,), Side.CENTER: (1, -1)}


def reach(
    column: int,
    look: CellLook,
    is_free: Callable[[int], bool],
    look_of: Callable[[int], CellLook],
    is_wide_enough: Callable[[int, int], bool],
) -> tuple[int, int]:
    """Return the first and the last column that the text of a cell is shown over.

    A text at the left reaches to the right, one at the right to the left, one in the middle both ways; one
    centred across its neighbours takes all of them.
    """
    first = last = column
    if look.side is Side.ACROSS:
        while last - column < _MOST_STEPS and is_free(last + 1) and look_of(last + 1).side is Side.ACROSS:
            last += 1
        return first, last
    if look.wraps:
        return first, last
    steps = _STEPS.get(look.side, (1,))
    for at in range(_MOST_STEPS):
        if is_wide_enough(first, last):
            break
        step = steps[at % len(steps)]
        if step > 0 and is_free(last + 1):
            last += 1
        elif step < 0 and is_free(first - 1):
            first -= 1
        elif len(steps) == 1:
            break
    return first, last
