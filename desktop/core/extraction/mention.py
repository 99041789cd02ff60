"""What a number in a passage is, with its unit, before anybody asks what it says."""

from dataclasses import dataclass

from desktop.core.extraction.units import Unit
from desktop.core.figures import Value


@dataclass(frozen=True, slots=True)
class Mention:
    """A number from its sign through its unit, [start, end) of a passage.

    `digits` is where its first digit stands, or its first word where it is written in words; `is_signed`
    that a plus or minus was written; `is_sure` that its separators allow one reading only, `other` the second
    reading where there is one. The unit of "12/15 (80%) xã" stands behind the mention's end.
    """

    start: int
    digits: int
    end: int
    value: Value
    unit: Unit
    is_signed: bool = False
    is_sure: bool = True
    other: Value | None = None
