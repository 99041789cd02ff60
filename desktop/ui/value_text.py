"""Values as an editor shows and takes them: 13.160, 6,3, −5,2, 20–25, 3/5."""

from desktop.core.displays import value_text
from desktop.core.extraction.numbers import parse_number
from desktop.core.figures import Value


def editable_text(value: Value) -> str:
    """Return the value as an editor shows it: dots between thousands, a comma before decimals, no plus."""
    text = value_text(value)
    return text.replace(".", "") if value.of is not None else text


def value_from_text(text: str) -> Value | None:
    """Return the value that a clerk typed, or None where it is no number; a comma starts the decimals."""
    return parse_number(text)
