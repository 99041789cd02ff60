"""What a cell says of a value: a number, a text in the Vietnamese way, or why it is not to be taken."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.core.extraction.numbers import parse_number
from desktop.core.extraction.typed_numbers import other_typed_value
from desktop.core.figures import Value
from desktop.core.workbooks.reading_back.handed import CellKind, HandedCell
from desktop.core.workbooks.reading_back.lists import folded

_LAST_DIGIT = 14
_ROUNDED_TWICE = Decimal("0.6")
_TO = re.compile(r"\s*(?:\.\.|\bđến\b)\s*")
_NUMBER_AND_WORDS = re.compile(
    r"([-+−–(]?\s?[0-9][0-9.,\s]*\)?(?:\s?[-–/]\s?[0-9][0-9.,]*)?)\s*([^\W\d].*|%.+)"
)
_PERCENT_WORDS = ("%", "phần trăm")


class Trouble(StrEnum):
    """Why something in a workbook that came back is not taken; each has its line in messages.toml."""

    EMPTY = "cell_empty"
    MOMENT = "cell_moment"
    TRUTH = "cell_truth"
    UNCOMPUTED = "cell_uncomputed"
    FAILED = "cell_failed"
    NO_NUMBER = "cell_no_number"
    OTHER_UNIT = "cell_other_unit"
    PERCENT = "cell_percent"
    RANGE = "cell_range"
    UNKNOWN_WORD = "cell_unknown_word"
    UNKNOWN_PERIOD = "cell_unknown_period"
    CONTRADICTION = "cell_contradiction"
    MIXED_NOTE = "cell_mixed_note"


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A value; `other` is what a typed text says read the other way, where its marks allow that."""

    value: Value
    other: Value | None = None


_NOT_VALUES = {
    CellKind.MOMENT: Trouble.MOMENT,
    CellKind.TRUTH: Trouble.TRUTH,
    CellKind.UNCOMPUTED: Trouble.UNCOMPUTED,
    CellKind.FAILED: Trouble.FAILED,
}


def not_a_value(cell: HandedCell) -> Trouble | None:
    """Return why a cell says nothing, whatever it is asked for; None where it may say something."""
    return _NOT_VALUES.get(cell.kind)


def read_value(cell: HandedCell | None, unit: str) -> ReadValue | Trouble:
    """Return the value that a cell says of a figure with this unit, or why it is not to be taken.

    A cell shown as a percentage holds a hundredth; it is taken where the unit counts percents.
    """
    if cell is None:
        return Trouble.EMPTY
    if (trouble := not_a_value(cell)) is not None:
        return trouble
    if cell.number is not None:
        if cell.kind is CellKind.PERCENT and not _counts_percents(unit):
            return Trouble.PERCENT
        return ReadValue(Value(cell.number))
    return _typed(cell.text, unit)


def same_value(one: Value, other: Value) -> bool:
    """Tell whether two values are the same to a workbook, which holds 15 digits of a number."""
    if one == other:
        return True
    pairs = ((one.number, other.number), (one.high, other.high), (one.of, other.of))
    return all(a is b if a is None or b is None else same_number(a, b) for a, b in pairs)


def same_number(one: Decimal, other: Decimal) -> bool:
    """Tell whether two numbers are the same to programs that keep 15 digits.

    Some round to 16 or 17 digits first: together that moves a number by little more than half of the last.
    """
    if one == other:
        return True
    last_digit = Decimal(1).scaleb(max(one.adjusted(), other.adjusted()) - _LAST_DIGIT)
    return bool(one) and bool(other) and abs(one - other) <= last_digit * _ROUNDED_TWICE


def _counts_percents(unit: str) -> bool:
    return any(word in folded(unit) for word in _PERCENT_WORDS)


def _typed(text: str, unit: str) -> ReadValue | Trouble:
    text = " ".join(unicodedata.normalize("NFC", text).split())
    bare = _without_unit(text, unit)
    if bare.endswith("%") and not _counts_percents(unit):
        return Trouble.PERCENT
    is_percent = _counts_percents(unit) and not bare.endswith("%")
    value = (_parsed(bare + "%") if is_percent else None) or _parsed(bare)
    if value is not None:
        return ReadValue(value, other_typed_value(bare))
    match = _NUMBER_AND_WORDS.fullmatch(text)
    if match is not None and _parsed(match[1].strip()) is not None:
        return Trouble.OTHER_UNIT
    return Trouble.NO_NUMBER


def _without_unit(text: str, unit: str) -> str:
    """Return a text without the unit behind its number."""
    ending = folded(unit)
    if not ending or not folded(text).endswith(ending):
        return text
    bare = text[: len(text) - len(ending)].rstrip()
    return bare if bare[-1:].isdigit() or bare[-1:] == ")" else text


def _parsed(text: str) -> Value | None:
    value = parse_number(text) or parse_number(text.removeprefix("+"))
    if value is not None:
        return value
    if len(ends := _TO.split(text)) == 2:
        low, high = map(_plain_number, ends)
        if low is not None and high is not None and low < high:
            return Value(low, high=high)
    if len(parts := text.split("/")) == 2:
        number, of = map(_plain_number, parts)
        if number is not None and of:
            return Value(number, of=of)
    return None


def _plain_number(text: str) -> Decimal | None:
    value = parse_number(text)
    return None if value is None or value.high is not None or value.of is not None else value.number
