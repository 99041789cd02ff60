"""How likely a figure is right in every field, from marks of its reading.

Each mark has a weight; their sum is the log-odds. The weights (resources/weights/confidence.toml) are fitted
by `make calibrate` so that of the figures given 0.9 nine in ten are right, in reports no rule was tuned on.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import resources
from desktop.core.extraction.around import Comparison
from desktop.core.extraction.mention import Mention

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
    weights: dict[str, float] = resources.toml("weights/confidence.toml")["weights"]
    score = sum(weights.get(mark, 0.0) for mark in marks_of(read))
    return round(1 / (1 + math.exp(-score)), 2)


def marks_of(read: Read) -> Iterator[str]:
    """Yield the marks that tell sure figures from unsure ones."""
    kind, unit = read.comparison.kind, read.mention.unit.unit_class.name.lower()
    words = len(read.indicator.split())
    size = min(words, _LONGEST) if words <= _MANY_WORDS else _MANY_WORDS + (words > _LONGEST)
    yield "always"
    yield f"{kind} {unit}"
    yield f"words {size}"
    yield f"words {size} carried" if read.is_carried else f"words {size} {kind}"
    yield f"certainty {read.comparison.certainty:.1f}"
    if not read.mention.is_sure:
        yield "number read two ways"
    if not read.unit:
        yield "no unit"
    if read.indicator[:1].islower():
        yield "begins small"
    if "," in read.indicator:
        yield "listed"
