"""Numbers, quantities and periods as a Vietnamese reader expects them, on every surface.

The dot groups thousands and the comma starts decimals, whatever the machine's locale.
"""

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from desktop.core.figures import Kind, Reading, Value, plain

MINUS = "−"
DASH = "–"
MOST_DECIMALS = 4

_QUARTERS = ("I", "II", "III", "IV")
_VIETNAMESE_MARKS = str.maketrans(",.", ".,")


def number_text(number: Decimal, *, signed: bool = False) -> str:
    """Return `number` as written in a Vietnamese report: "13.160", "6,3", "−5,2".

    `signed` gives a rise its plus sign, as changes have it: "+2,4"; zero never has a sign.
    """
    amount = plain(number.copy_abs())
    digits = format(Decimal(amount), ",f").translate(_VIETNAMESE_MARKS)
    if amount == "0":
        return digits
    if number.is_signed():
        return MINUS + digits
    return "+" + digits if signed else digits


def time_text(moment: datetime) -> str:
    """Return a moment as the clock on the wall shows it here: "14:05 07/04/2021"."""
    return f"{moment.astimezone():%H:%M %d/%m/%Y}"


def value_text(value: Value, *, signed: bool = False) -> str:
    """Return a number, a range ("20–25") or a fraction ("3/5") for display."""
    first = number_text(value.number, signed=signed)
    if value.of is not None:
        return f"{first}/{number_text(value.of)}"
    if value.high is None:
        return first
    if value.number.is_signed() or value.high.is_signed():
        return f"{first} đến {number_text(value.high, signed=signed)}"
    return first + DASH + number_text(value.high)


def shortened(written: str) -> str:
    """Return a written number for a narrow column: many decimals end in "…" instead, none is rounded."""
    whole, comma, decimals = written.partition(",")
    if len(decimals) <= MOST_DECIMALS or not decimals.isdecimal():
        return written
    return whole + comma + decimals[: MOST_DECIMALS - 1] + "…"


def editable_text(value: Value) -> str:
    """Return a value as an editor shows it, so that it reads back as it is: "13.160", "1200/1500"."""
    text = value_text(value)
    return text.replace(".", "") if value.of is not None else text


def reading_text(reading: Reading) -> str:
    """Return the value of a reading; only changes show the sign of a rise."""
    return value_text(reading.value, signed=reading.kind is Kind.CHANGE)


def quantity_text(reading: Reading) -> str:
    """Return value and unit: "+5,2%", "13.160 tài khoản"."""
    return with_unit(reading_text(reading), reading.unit)


def with_unit(number: str, unit: str) -> str:
    """Return a written number with its unit, the percent and per mille signs close to it."""
    if not unit:
        return number
    return number + unit if unit.startswith(("%", "‰")) else f"{number} {unit}"


def decimals_of(value: Value) -> int:
    """Return how many decimals it takes to write the value in full."""
    numbers = (value.number, value.high, value.of)
    return max(len(plain(number).partition(".")[2]) for number in numbers if number is not None)


def period_text(period: str) -> str:
    """Return a period in words: "2021-Q1" is "Quý I/2021"; what is not known stays as it is."""
    for pattern, words in _PERIODS:
        if match := re.fullmatch(pattern, period):
            return words(match)
    return period


def period_from_text(text: str) -> str | None:
    """Return the canonical form of a period that somebody typed, "" for none, None for what is no period."""
    text = " ".join(text.split())
    if not text or any(re.fullmatch(pattern, text) for pattern, _ in _PERIODS):
        return text
    for pattern, form in _TYPED_PERIODS:
        if match := re.fullmatch(pattern, text, re.IGNORECASE):
            return form(match)
    return None


def _months_text(match: re.Match[str]) -> str:
    year, first, last = match[1], int(match[2]), int(match[3])
    if (first, last) == (1, 12):
        return f"Năm {year}"
    if first == 1:
        return f"{last} tháng đầu năm {year}"
    return f"Tháng {first}{DASH}{last}/{year}"


_PERIODS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"([0-9]{4})", lambda match: f"Năm {match[1]}"),
    (r"([0-9]{4})-Q([1-4])", lambda match: f"Quý {_QUARTERS[int(match[2]) - 1]}/{match[1]}"),
    (r"([0-9]{4})-(0[1-9]|1[0-2])", lambda match: f"Tháng {int(match[2])}/{match[1]}"),
    (r"([0-9]{4})-([0-9]{2})/\1-([0-9]{2})", _months_text),
    (r"([0-9]{4})/([0-9]{4})", lambda match: f"Giai đoạn {match[1]}{DASH}{match[2]}"),
)

_YEAR = r"(?:(?:năm|year) ?)?([0-9]{4})"
_MONTH = r"(0?[1-9]|1[0-2])"
_TYPED_PERIODS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (_YEAR, lambda match: match[1]),
    (
        rf"(?:quý|quí|quarter|q) ?(IV|I{{1,3}}|[1-4])[ /,-]+{_YEAR}",
        lambda match: f"{match[2]}-Q{_quarter(match[1])}",
    ),
    (rf"(?:tháng|month|t)? ?{_MONTH}[ /-]+{_YEAR}", lambda match: f"{match[2]}-{match[1]:0>2}"),
    (
        rf"{_MONTH} ?(?:tháng|months?)(?: ?đầu)?[ /]+{_YEAR}",
        lambda match: f"{match[2]}-01/{match[2]}-{match[1]:0>2}",
    ),
)


def _quarter(text: str) -> str:
    return text if text.isdigit() else str(_QUARTERS.index(text.upper()) + 1)
