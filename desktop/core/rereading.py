"""The second reading of verified figures by another person: its rules and its outcomes, as plain values.

A rule holds for one report or for a field, in whatever report its tag stands. A figure drawn for blind
re-keying needs no other second reading: what is typed unseen is compared with all that holds of it.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.core.figures import Reading

DEFAULT_SHARE = 5
"""The percentage of figures that are re-keyed blind where nobody says otherwise."""


class Mode(StrEnum):
    """How a figure is read a second time: its value shown, or hidden and typed from the page."""

    REVIEW = "review"
    REKEY = "rekey"


class Outcome(StrEnum):
    """What became of a second reading."""

    AGREES = "agrees"
    DIFFERS = "differs"
    FIRST = "first"
    SECOND = "second"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RuleScope:
    """What a rule holds for: one report, or the sections under a tag (a key of lexicon/fields.toml)."""

    report_id: int | None = None
    tag: str = ""

    def __post_init__(self) -> None:
        """Refuse a scope that is both or neither."""
        if (self.report_id is None) == (not self.tag):
            raise ValueError("a rule holds either for a report or for a tag")

    def __str__(self) -> str:
        """Return the one text by which the scope is known: "report:12" or "tag:y_te"."""
        return f"tag:{self.tag}" if self.report_id is None else f"report:{self.report_id}"


@dataclass(frozen=True, slots=True)
class SecondRule:
    """Which second readings are wanted.

    `is_reviewed` wants every verified figure gone over, `is_rekeyed` wants `share` per cent of the figures
    re-keyed blind, `has_other_signer` a signature by somebody who verified none of these figures.
    """

    scope: RuleScope
    is_reviewed: bool = False
    is_rekeyed: bool = False
    share: int = DEFAULT_SHARE
    has_other_signer: bool = False

    def __post_init__(self) -> None:
        """Refuse a share that is no percentage."""
        if not 1 <= self.share <= 100:
            raise ValueError(f"no share from 1 to 100 per cent: {self.share}")

    @property
    def wants_anything(self) -> bool:
        """Tell whether the rule asks for anything at all."""
        return self.is_reviewed or self.is_rekeyed or self.has_other_signer


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What somebody read of a figure that `first_by` had verified as `first`.

    `tries` is how often the value was typed: 2 where the first did not agree. `settled` is what a
    difference was settled as, None while nobody has, and where there is none.
    """

    id: int
    report_id: int
    figure_id: int
    mode: Mode
    who: str
    at: datetime
    first_by: str
    first: Reading
    second: Reading
    tries: int = 1
    settled: Reading | None = None
    settled_by: str = ""
    settled_at: datetime | None = None

    @property
    def is_agreed(self) -> bool:
        """Tell whether both read the same."""
        return self.first == self.second

    @property
    def is_unsettled(self) -> bool:
        """Tell whether the two differ and nobody has said who is right."""
        return not self.is_agreed and self.settled is None

    @property
    def holds(self) -> Reading:
        """Return what the figure is taken to be: as it was settled, else as it was read first."""
        return self.first if self.settled is None else self.settled

    @property
    def outcome(self) -> Outcome:
        """Return what became of it."""
        if self.is_agreed:
            return Outcome.AGREES
        if self.settled is None:
            return Outcome.DIFFERS
        if self.settled == self.first:
            return Outcome.FIRST
        return Outcome.SECOND if self.settled == self.second else Outcome.OTHER
