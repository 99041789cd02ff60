"""Numbers whose dots and commas can be read two ways, settled by other numbers of the same unit."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.core.extraction.mention import Mention
from desktop.core.extraction.numbers import NumberStyle
from desktop.core.extraction.passages import fold
from desktop.core.figures import Value

_FAR = 1.0
_Magnitudes = Mapping[str, Sequence[float]]


def settled(found: list[Mention], style: NumberStyle) -> list[Mention]:
    """Return the mentions with numbers that can be read two ways read like those around them.

    Of two readings that is likelier which lies nearer, by orders of magnitude, to the numbers of the same
    unit that can be read one way only: first those of the passage, then those of the whole text.
    """
    if all(mention.other is None for mention in found):
        return found
    near: dict[str, list[float]] = {}
    for mention in found:
        if mention.other is None and mention.value.of is None and mention.value.number > 0:
            near.setdefault(fold(mention.unit.text), []).append(_magnitude(mention.value))
    in_order = {unit: sorted(magnitudes) for unit, magnitudes in near.items()}
    return [_settled(mention, in_order, style.magnitudes) for mention in found]


def _settled(mention: Mention, near: _Magnitudes, far: _Magnitudes) -> Mention:
    if mention.other is None or not mention.unit.text:
        return mention
    unit = fold(mention.unit.text)
    readings = mention.value, mention.other
    choice = _choice(readings, near.get(unit, ())) or _choice(readings, far.get(unit, ()))
    return replace(mention, value=choice, other=None, is_sure=True) if choice else mention


def _choice(readings: tuple[Value, Value], magnitudes: Sequence[float]) -> Value | None:
    """Return the reading that lies nearer to one of the numbers by more than an order of magnitude."""
    if not magnitudes:
        return None
    apart = [_apart(_magnitude(value), magnitudes) for value in readings]
    if abs(apart[0] - apart[1]) <= _FAR:
        return None
    return readings[0] if apart[0] < apart[1] else readings[1]


def _apart(magnitude: float, magnitudes: Sequence[float]) -> float:
    """Return how far the nearest of `magnitudes`, which stand in order, lies."""
    behind = bisect_left(magnitudes, magnitude)
    return min(abs(magnitude - other) for other in magnitudes[max(0, behind - 1) : behind + 1])


def _magnitude(value: Value) -> float:
    return float(abs(value.number).log10()) if value.number else 0.0
