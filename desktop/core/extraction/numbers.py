"""Numbers as Vietnamese reports write them, read in one place and always as Decimal.

A dot groups thousands and a comma starts decimals; the opposite occurs too, often in the same text. What
grouping, unit and the document's own habits cannot settle is read the Vietnamese way and marked unsure.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.core.figures import Value

NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
"""A number without sign, unit or spaces."""

MARKED = re.compile(r"(?<![0-9])[0-9]++(?:[.,][0-9]++)+")
"""A number with dots or commas."""

RUN = re.compile(r"[0-9]+(?:[.,/][0-9]+)*")
"""A run of digits, the unit of the ledger."""

_NEARLY_ALL = 4
_NO_DECIMALS = "000"
_GROUP = 3
_SPACES = re.compile(r"(?<=[0-9])[\u0020\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_WHOLE_CELL = re.compile(
    r"(?P<open>\()?(?P<sign>[-+−–]\s?)?(?P<number>[0-9]+(?:[.,][0-9]+)*)(?P<close>\))?\s?%?"
)
_RANGE = re.compile(r"([0-9.,]*[0-9])\s?[-–]\s?([0-9.,]*[0-9])\s?%?")
_FRACTION = re.compile(r"([0-9]+)/([0-9]+)")


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """A document's habits: whether a dot mostly starts its decimals, as in English, or does so at times.

    `is_divided` says that it does so about as often as not; `magnitudes` are the powers of ten, in order, by
    folded unit, of numbers that can be read one way only.
    """

    has_decimal_dots: bool = False
    mixes_marks: bool = False
    is_divided: bool = False
    magnitudes: Mapping[str, Sequence[float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number as read; `is_sure` is False where another reading of its separators is as good, `other`."""

    value: Decimal
    is_sure: bool = True
    other: Decimal | None = None


_USUAL = NumberStyle()


def digits_at(text: str, start: int) -> str:
    """Return the number that begins at `start` of `text`, "" where none does."""
    match = NUMBER.match(text, start)
    return match[0] if match else ""


def style_of(text: str) -> NumberStyle:
    """Return the habit that the unmistakable numbers of `text` show."""
    dots = commas = 0
    for number in MARKED.findall(text):
        last = max(number.rfind("."), number.rfind(","))
        has_both = "." in number and "," in number
        if has_both or (number.count(number[last]) == 1 and len(number) - last - 1 in (1, 2)):
            dots += number[last] == "."
            commas += number[last] == ","
        elif number.count(number[last]) > 1:
            dots += number[last] == ","
            commas += number[last] == "."
    is_divided = 0 < dots <= _NEARLY_ALL * commas and commas <= _NEARLY_ALL * dots
    return NumberStyle(has_decimal_dots=dots > commas, mixes_marks=dots > 0, is_divided=is_divided)


def read_number(
    text: str,
    style: NumberStyle = _USUAL,
    *,
    is_percent: bool = False,
    is_count: bool = False,
    is_large: bool = False,
) -> WrittenNumber:
    """Return the number that `text` (a match of NUMBER) writes.

    `is_percent` says that a thousand of them is out of the question, so that "12.345" keeps its decimals;
    `is_count` that it counts whole things, so that either mark before three digits groups thousands;
    `is_large` that it counts millions, of which there may be thousands where marks are mixed.
    """
    if text.isdigit():
        return WrittenNumber(Decimal(text))
    if "." in text and "," in text:
        return _read_both(text, style)
    mark = "." if "." in text else ","
    groups = text.split(mark)
    if len(groups) > 2:
        return _read_groups(groups)
    whole, rest = groups
    if len(rest) < _GROUP or whole[:1] in ("", "0"):
        return WrittenNumber(Decimal(f"{whole}.{rest}"))
    is_grouping = (mark == ",") == style.has_decimal_dots
    if len(rest) > _GROUP:
        return _first(f"{whole}.{rest}", whole + rest, is_sure=not is_grouping)
    if is_percent:
        is_open = is_grouping and not style.mixes_marks and len(whole) == 1
        return _first(f"{whole}.{rest}", whole + rest, is_sure=not is_open)
    if is_grouping or is_count:
        return _read_grouped(whole, rest, is_divided=style.is_divided and not is_count)
    is_thousands = style.mixes_marks and is_large and not style.has_decimal_dots and len(whole) <= _GROUP
    grouped, decimal = whole + rest, f"{whole}.{rest}"
    return _first(grouped, decimal) if is_thousands else _first(decimal, grouped)


def _first(likelier: str, other: str, *, is_sure: bool = False) -> WrittenNumber:
    return WrittenNumber(Decimal(likelier), is_sure, None if is_sure else Decimal(other))


def _read_both(text: str, style: NumberStyle) -> WrittenNumber:
    """Read a number with both marks, "1.234,5", of which the last starts decimals."""
    mark = "." if text.rfind(".") > text.rfind(",") else ","
    whole, _, rest = text.rpartition(mark)
    digits = whole.replace(".", "").replace(",", "")
    is_grouping = len(rest) == _GROUP and (mark == ",") == style.has_decimal_dots
    return _first(f"{digits}.{rest}", digits + rest, is_sure=mark not in whole and not is_grouping)


def _read_groups(groups: list[str]) -> WrittenNumber:
    """Read a number with several marks of one kind: "1.234.567", or "1,173,5", whose last starts decimals."""
    is_grouped = all(len(group) == _GROUP for group in groups[1:])
    if not is_grouped and all(len(group) == _GROUP for group in groups[1:-1]):
        return _first("".join(groups[:-1]) + f".{groups[-1]}", "".join(groups))
    return WrittenNumber(Decimal("".join(groups)), is_sure=is_grouped)


def _read_grouped(whole: str, rest: str, *, is_divided: bool) -> WrittenNumber:
    """Read one mark before three digits that groups thousands: "13.160"; "1042.800" is a slip."""
    is_sure = len(whole) <= _GROUP and (not is_divided or rest == _NO_DECIMALS)
    return _first(whole + rest, f"{whole}.{rest}", is_sure=is_sure)


def parse_number(text: str, style: NumberStyle | None = None) -> Value | None:
    """Return the value that a whole cell or an input field writes, or None if it writes no number.

    Accepts a sign, brackets for a negative number, a percent sign, spaces between thousands, a range
    ("20-25") and a fraction ("3/5").
    """
    style = style or _USUAL
    text = _SPACES.sub("", unicodedata.normalize("NFC", text).strip().replace("\u00a0", " "))
    is_percent = text.endswith("%")
    if match := _WHOLE_CELL.fullmatch(text):
        if bool(match["open"]) != bool(match["close"]):
            return None
        number = read_number(match["number"], style, is_percent=is_percent).value
        is_negative = bool(match["open"]) or (match["sign"] or "").strip() in ("-", "−", "–")
        return Value(-number if is_negative else number)
    if match := _RANGE.fullmatch(text):
        low, high = (read_number(part, style, is_percent=is_percent).value for part in match.groups())
        return Value(low, high=high) if low < high else None
    if (match := _FRACTION.fullmatch(text)) and int(match[2]):
        return Value(Decimal(match[1]), of=Decimal(match[2]))
    return None


def join_thousands(groups: Iterable[str]) -> Decimal:
    """Return the number whose thousands were written apart: ("1", "234", "567") is 1234567."""
    return Decimal("".join(groups))
