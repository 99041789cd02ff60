"""What a change or a ratio has to be, given the level and what it is measured against."""

from desktop.core.checks.amounts import PERCENT, TIMES, Amount, amount, measure
from desktop.core.checks.subjects import CheckedFigure
from desktop.core.figures import Kind

_HUNDRED = 100


def due_amounts(told: CheckedFigure, level: CheckedFigure, base: CheckedFigure) -> list[Amount]:
    """Return what `told`, a change, ratio or share, may be in its own unit; none where nothing follows.

    "tăng 2,4 lần" is said of what is 2.4 times as much and of what is 2.4 times more: both are returned.
    """
    now, then, unit = measure(level.reading.unit), measure(base.reading.unit), measure(told.reading.unit)
    if now.name != then.name:
        return []
    above, below = amount(level).scaled(now.power), amount(base).scaled(then.power)
    if unit.name in (PERCENT, TIMES) and now.name != PERCENT:
        return _relative(told, above, below, _HUNDRED if unit.name == PERCENT else 1)
    if told.reading.kind is Kind.CHANGE and unit.name == now.name:
        return [(above - below).scaled(-unit.power)]
    return []


def is_met(told: CheckedFigure, due: list[Amount]) -> bool:
    """Tell whether what is written is one of what it may be."""
    written = amount(told)
    return any(written.meets(each) for each in due)


def _relative(told: CheckedFigure, above: Amount, below: Amount, whole: int) -> list[Amount]:
    ratio = above.over(below, whole)
    if ratio is None:
        return []
    if told.reading.kind is not Kind.CHANGE:
        return [ratio]
    return [ratio.moved(-whole), ratio] if whole == 1 else [ratio.moved(-whole)]
