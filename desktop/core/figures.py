"""Figures, what was read of them and what a clerk said of them: plain values, no SQL, no Qt."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from desktop.core.places import Place

NEEDS_A_LOOK_BELOW = 0.7
"""A figure whose confidence is lower is shown first to a clerk who asks for those that need a look."""


class Kind(StrEnum):
    """What a figure states about its indicator (the reference guide's four kinds)."""

    LEVEL = "level"
    SHARE = "share"
    CHANGE = "change"
    RATIO = "ratio"


class Base(StrEnum):
    """What a change or a ratio is measured against."""

    NONE = ""
    SAME_PERIOD = "same_period"
    PREVIOUS = "previous"
    PLAN = "plan"
    YEAR_START = "year_start"
    OTHER = "other"


class Qualifier(StrEnum):
    """How exactly the report states the number."""

    NONE = ""
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class Verdict(StrEnum):
    """What the clerk has said of a figure so far."""

    OPEN = "open"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    DISMISSED = "dismissed"
    DOUBTFUL = "doubtful"

    @property
    def is_verified(self) -> bool:
        """Tell whether a figure with this verdict may be handed on."""
        return self in (Verdict.ACCEPTED, Verdict.CORRECTED)


class Origin(StrEnum):
    """Who noticed the figure: the machine, the clerk, or the ledger (a number nobody could read yet)."""

    MACHINE = "machine"
    CLERK = "clerk"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class Value:
    """A number, a range (`number` to `high`) or a fraction (`number` out of `of`), exact."""

    number: Decimal
    high: Decimal | None = None
    of: Decimal | None = None

    def __str__(self) -> str:
        """Return the canonical form: "13160", "20..25" or "3/5"."""
        if self.of is not None:
            return f"{plain(self.number)}/{plain(self.of)}"
        if self.high is not None:
            return f"{plain(self.number)}..{plain(self.high)}"
        return plain(self.number)

    @classmethod
    def parse(cls, text: str) -> "Value":
        """Return the value whose canonical form is `text`; raise ValueError for anything else."""
        try:
            if "/" in text:
                number, of = (_finite(part) for part in text.split("/"))
                return cls(number, of=of)
            if ".." in text:
                number, high = (_finite(part) for part in text.split(".."))
                return cls(number, high=high)
            return cls(_finite(text))
        except InvalidOperation as error:
            raise ValueError(f"not a canonical value: {text!r}") from error


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader, machine or clerk, takes a figure to mean.

    `unit` is as written, scale words included ("tỷ đồng"); `period` is "2021", "2021-03", "2021-Q1",
    "2021-01/2021-08" or "" where it is not known.
    """

    value: Value
    unit: str = ""
    kind: Kind = Kind.LEVEL
    base: Base = Base.NONE
    indicator: str = ""
    qualifier: Qualifier = Qualifier.NONE
    period: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a report as the machine found it.

    `text` is the source from the number through its unit; `section` is the path of headings above it;
    `confidence` is the share of figures with this mark that are right, from 0 to 1. `other` is the value by
    the second way of reading the number, where its dots and commas can be read two ways, else None. `shown`
    is what a workbook's cell shows of its number, "" elsewhere: the value is the full one that it holds.
    """

    place: Place
    text: str
    reading: Reading
    section: tuple[str, ...] = ()
    confidence: float = 0.0
    other: Value | None = None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class ReviewedFigure:
    """A figure in a workspace: the machine's reading and the clerk's verdict side by side.

    `place` and `text` are where it stands: where a clerk has put it, else where the machine found it. Of one
    that was moved `found` and `found_text` tell what the machine had found; of others they are None and "".
    `looked_ms` is how long it was looked at before it was accepted, `needed_ms` how long reading it takes at
    least; None where nobody measured. `shown` is what the cell that the machine found shows of its number, ""
    where it found none in a workbook.
    """

    id: int
    report_id: int
    section_id: int | None
    place: Place
    text: str
    origin: Origin
    read: Reading
    confidence: float
    other: Value | None = None
    verdict: Verdict = Verdict.OPEN
    said: Reading | None = None
    reason: str = ""
    note: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    revision: int = 1
    looked_ms: int | None = None
    needed_ms: int | None = None
    found: Place | None = None
    found_text: str = ""
    shown: str = ""

    def moved_to(self, place: Place, text: str) -> "ReviewedFigure":
        """Return the figure at another place, or as the machine found it where that is its place."""
        found = self.found or self.place
        found_text = self.found_text if self.found else self.text
        if place.is_same_span(found):
            return replace(self, place=found, text=found_text, found=None, found_text="")
        return replace(self, place=place, text=text, found=found, found_text=found_text)

    @property
    def is_hasty(self) -> bool:
        """Tell whether it was accepted faster than it can be read; False where nobody measured."""
        return self.looked_ms is not None and self.needed_ms is not None and self.looked_ms < self.needed_ms

    @property
    def is_uncertain(self) -> bool:
        """Tell whether it was read with little confidence, or can be read in two ways."""
        return self.confidence < NEEDS_A_LOOK_BELOW or self.other is not None

    @property
    def written(self) -> str:
        """Return how the source writes the number, "" where a clerk has given another one."""
        is_read = self.said is None or self.said.value == self.read.value
        return (self.shown or self.text) if is_read else ""

    @property
    def effective(self) -> Reading:
        """Return what holds: the clerk's reading where there is one, else the machine's."""
        return self.said if self.said is not None else self.read

    @property
    def other_reading(self) -> Reading | None:
        """Return what would hold by the second way of reading the number; None where there is none."""
        if self.other is None or self.other == self.effective.value:
            return None
        return replace(self.effective, value=self.other)


def reading_fields(reading: Reading) -> dict[str, str]:
    """Return a reading as texts by field, all fields in their usual order."""
    return {
        "value": str(reading.value),
        "unit": reading.unit,
        "kind": str(reading.kind),
        "base": str(reading.base),
        "indicator": reading.indicator,
        "qualifier": str(reading.qualifier),
        "period": reading.period,
    }


def plain(number: Decimal) -> str:
    """Return `number` without exponent, trailing fraction zeros or negative zero: "13160", "6.3", "-5.2"."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _finite(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise InvalidOperation
    return number
