"""What a text that the clerk selected in the report says, as far as it is plain. No Qt."""

import re
from decimal import Decimal

from desktop.core.extraction.numbers import parse_number
from desktop.core.figures import Kind, Reading, Value

_NUMBER = re.compile(r"[-+−]?\s?[0-9]+(?:[.,/–-][0-9]+)*\s?%?")
_LONGEST_UNIT = 4


def reading_of_selection(text: str, period: str = "") -> Reading | None:
    """Return value, unit and indicator of a selection ("Số vụ ma túy 218 vụ"), None without a number."""
    text = " ".join(text.split())
    match = _NUMBER.search(text)
    value = parse_number(match[0]) if match else None
    if match is None or value is None:
        return None
    before, after = text[: match.start()].strip(" :,;."), text[match.end() :].strip(" :,;.")
    is_percent = match[0].endswith("%")
    unit = "%" if is_percent else " ".join(after.split()[:_LONGEST_UNIT])
    kind = Kind.SHARE if is_percent else Kind.LEVEL
    return Reading(value, unit=unit, kind=kind, indicator=before, period=period)


def empty_reading(period: str = "") -> Reading:
    """Return a reading to start from where the selection says none."""
    return Reading(Value(Decimal(0)), period=period)
