"""How else a typed number can be read: one mark before three digits groups them or starts decimals."""

import re
from dataclasses import replace
from decimal import Decimal

from desktop.core.extraction.numbers import parse_number
from desktop.core.figures import Value

_ONE_MARK = re.compile(r"[(+\-−–]?\s?([1-9][0-9]{0,2})[.,]([0-9]{3})\)?\s?%?")


def other_typed_value(text: str) -> Value | None:
    """Return the value by the second way of reading typed `text`, None where there is one way only.

    "13.160" is thirteen thousand one hundred and sixty to a Vietnamese reader, and 13.16 to others.
    """
    match, value = _ONE_MARK.fullmatch(text.strip()), parse_number(text)
    if match is None or value is None:
        return None
    whole, rest = match.groups()
    readings = Decimal(whole + rest), Decimal(f"{whole}.{rest}")
    other = next(number for number in readings if number != abs(value.number))
    return replace(value, number=other.copy_sign(value.number))
