"""A number with the words around it, and what they make of it."""

from dataclasses import dataclass

from desktop.core.extraction.mention import Mention
from desktop.core.extraction.periods import Span
from desktop.core.extraction.units import UnitClass
from desktop.core.figures import Base, Kind

RELATIVE = (UnitClass.PERCENT, UnitClass.POINT)
"""The classes of units that tell a part of a whole, or a change."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the words around a number make of it; `is_fall` says that a change goes down.

    `base` is None where the words name none; `certainty` is how plain the words are, from 0 to 1;
    `is_growth` says that growth itself is told of, so that bare percentages go on with it.
    """

    kind: Kind
    base: Base | None = None
    is_fall: bool = False
    certainty: float = 1.0
    is_growth: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """The number before in the same sentence, and what its words made of it."""

    mention: Mention
    comparison: Comparison
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """A number with its folded words: `left` from the number before, `right` up to the number behind.

    `own_left` is the part of `left` that does not belong to the number before, `base` what words name.
    """

    mention: Mention
    left: str
    right: str
    subject: str
    report: Span | None
    earlier: Earlier | None
    own_left: str
    base: Base | None

    @property
    def unit(self) -> UnitClass:
        """Return the class of the number's unit."""
        return self.mention.unit.unit_class

    @property
    def is_percent(self) -> bool:
        """Tell whether the number is a percentage."""
        return self.unit is UnitClass.PERCENT

    @property
    def is_relative(self) -> bool:
        """Tell whether the number is a percentage or a number of points."""
        return self.unit in RELATIVE
