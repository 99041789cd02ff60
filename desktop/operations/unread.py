"""A run of digits that nobody has read, as a figure of the ledger with what its sentence makes of it."""

from decimal import Decimal

from desktop.core.documents import Document
from desktop.core.extraction.numbers import NUMBER, parse_number, read_number
from desktop.core.figures import Figure, Reading, Value
from desktop.core.places import Place


def unread_figure(document: Document, place: Place, period: str, *, is_forced: bool = True) -> Figure:
    """Return the run at `place` as a figure: its own place, and what its sentence makes of it.

    `period` is what the report is about ("2021-Q1"), "" where unknown. Without `is_forced` its number is read
    alone.
    """
    # The rules take long to import, and a workspace is opened without them.
    from desktop.core.extraction.forced import forced_figure

    text = document.text[place.start : place.end]
    forced = forced_figure(document, place.start, place.end, period) if is_forced else None
    if forced is None:
        return Figure(place, text, Reading(_plain_value(text)))
    return Figure(place, text, forced.reading, other=forced.other)


def _plain_value(run: str) -> Value:
    """Return the value that the run writes by itself, else that of its first number."""
    if value := parse_number(run):
        return value
    number = NUMBER.match(run)
    return Value(read_number(number[0]).value if number else Decimal(0))
