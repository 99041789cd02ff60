"""Letters replaced in a text, each with where it stood, so that offsets can be followed back."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """What stands at [start, end) of the old text becomes `new`."""

    start: int
    end: int
    new: str


def applied(text: str, changes: Iterable[Change]) -> str:
    """Return `text` with the changes made, which are in order and do not overlap."""
    pieces: list[str] = []
    at = 0
    for change in changes:
        pieces += (text[at : change.start], change.new)
        at = change.end
    return "".join((*pieces, text[at:])) if pieces else text
