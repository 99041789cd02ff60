"""A number with the words around it, and what they make of it."""

from dataclasses import dataclass

from desktop.core.extraction.mention import Mention
from desktop.core.extraction.periods import Span
from desktop.core.extraction.units import UnitClass
from desktop.core.figures import Base, Kind

RELATIVE = (UnitClass.PERCENT, UnitClass.POINT)
"""The classes of units that tell a part of a whole, or a change."""

_TAIL = 80
_OPENS = "(,;:\"'-–[“”"


def last_word(left: str) -> str:
    """Return the word that a text ends with, without what opens it."""
    return left.rstrip(" ").rpartition(" ")[2].lstrip(_OPENS)


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

    def going_on(self, base: Base | None, certainty: float) -> "Comparison":
        """Return the same comparison for a number that goes on from this one, against `base`."""
        return Comparison(self.kind, base, self.is_fall, certainty, self.is_growth)


@dataclass(frozen=True, slots=True)
class Earlier:
    """The number before in the same sentence, and what its words made of it."""

    mention: Mention
    comparison: Comparison
    goes_on: bool = False


class Around:
    """A number with its folded words: `left` from the number before, `right` up to the number behind.

    `own_left` is the part of `left` that does not belong to the number before, `base` what words name,
    `behind` what words behind the number name; `tail` is the end of `left`, `last_word` its last word.
    """

    __slots__ = (
        "base",
        "behind",
        "earlier",
        "is_percent",
        "is_relative",
        "last_word",
        "left",
        "mention",
        "own_left",
        "report",
        "right",
        "subject",
        "tail",
        "unit",
    )

    def __init__(
        self,
        mention: Mention,
        left: str,
        right: str,
        subject: str,
        report: Span | None,
        earlier: Earlier | None,
        own_left: str,
        base: Base | None,
        behind: Base | None,
    ) -> None:
        self.mention, self.left, self.right, self.subject = mention, left, right, subject
        self.report, self.earlier, self.own_left, self.base, self.behind = (
            report,
            earlier,
            own_left,
            base,
            behind,
        )
        self.tail, self.last_word = left[-_TAIL:], last_word(left)
        self.unit = mention.unit.unit_class
        self.is_percent = self.unit is UnitClass.PERCENT
        self.is_relative = self.unit in RELATIVE
