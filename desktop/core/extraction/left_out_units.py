"""Units that a list or "từ … lên …" leaves out, taken from the neighbours of their number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.extraction.mentions import Mention
from desktop.core.extraction.passages import fold
from desktop.core.extraction.units import counted_noun_in

_REACHES = re.compile(
    r" *(?:lên|xuống|đến|còn|xuống còn|lên đến|lên tới|và|,|hoặc|-|(?:trong|trên) tổng số|trong số)"
    r"(?: *(?:còn|đến|tới))? *"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A number of a sentence with what it is said of and the text up to the next number."""

    mention: Mention
    subject: str
    right: str


def units_of(sentence: Sequence[Measured]) -> list[str]:
    """Return the units of a sentence's numbers, in order, "" where nothing tells one."""
    units: list[str] = []
    for index, measured in enumerate(sentence):
        unit = measured.mention.unit.text
        behind = [other.mention.unit.text for other in sentence[index + 1 :]]
        if not unit:
            unit = _of_neighbours(measured, units, behind)
        elif measured.mention.unit.power and " " not in unit:
            unit = _whole(unit, [*reversed(units), *behind])
        units.append(unit)
    return units


def _of_neighbours(measured: Measured, before: Sequence[str], behind: Sequence[str]) -> str:
    reaches = bool(behind) and _REACHES.fullmatch(fold(measured.right)) is not None
    if reaches and behind[0]:
        return behind[0]
    return counted_noun_in(fold(measured.subject)) or (before[-1] if before else "")


def _whole(scale: str, neighbours: Sequence[str]) -> str:
    """Return a bare scale word with what its neighbours measure: "985 tỷ" beside "tỷ đồng" is in đồng."""
    for neighbour in neighbours:
        words = neighbour.split()
        if len(words) > 1 and fold(words[0]) == fold(scale):
            return neighbour
    return scale
