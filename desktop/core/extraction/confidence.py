"""How likely a figure is right in every field, from marks of its reading.

Each mark has a weight; their sum is the log-odds. The weights (resources/weights/confidence.toml) are fitted
by `make calibrate` so that of the figures given 0.9 nine in ten are right, in reports no rule was tuned on.
"""

import math
from dataclasses import dataclass
from functools import cache

import resources
from desktop.core.extraction.around import Comparison
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.units import UnitClass
from desktop.core.figures import Kind

_LONGEST = 12
_MANY_WORDS = 7


@dataclass(frozen=True, slots=True)
class Read:
    """A figure as read in prose; `is_carried` says that its indicator is that of the figure before."""

    mention: Mention
    comparison: Comparison
    indicator: str
    unit: str
    is_carried: bool


def confidence_of(read: Read) -> float:
    """Return the share of figures with the same marks that are right, from 0 to 1, to two places."""
    return _confidence(marks_of(read))


def marks_of(read: Read) -> tuple[str, ...]:
    """Return the marks that tell sure figures from unsure ones."""
    comparison, unit = read.comparison, read.mention.unit.unit_class
    begins_small, is_listed = read.indicator[:1].islower(), "," in read.indicator
    words = read.indicator.count(" ") + 1 if read.indicator else 0
    size = words if words <= _MANY_WORDS else _MANY_WORDS + (words > _LONGEST)
    marks = _marks(size, comparison.kind, unit, round(comparison.certainty, 1), read.is_carried)
    if not read.mention.is_sure:
        marks += ("number read two ways",)
    if not read.unit:
        marks += ("no unit",)
    if begins_small:
        marks += ("begins small",)
    return (*marks, "listed") if is_listed else marks


@cache
def _marks(size: int, kind: Kind, unit: UnitClass, certainty: float, is_carried: bool) -> tuple[str, ...]:
    about = "carried" if is_carried else kind
    return (
        "always",
        f"{kind} {unit.name.lower()}",
        f"words {size}",
        f"words {size} {about}",
        f"certainty {certainty}",
    )


@cache
def _confidence(marks: tuple[str, ...]) -> float:
    weights: dict[str, float] = resources.toml("weights/confidence.toml")["weights"]
    score = sum(weights.get(mark, 0.0) for mark in marks)
    return round(1 / (1 + math.exp(-score)), 2)
