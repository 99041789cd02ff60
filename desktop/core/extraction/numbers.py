"""Numbers as Vietnamese reports write them, read in one place and always as Decimal.

A dot groups thousands and a comma starts decimals; the opposite occurs too, often in the same text. What
grouping, unit and the document's own habits cannot settle is read the Vietnamese way and marked unsure.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop.core.figures import Value

NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
"""A number without sign, unit or spaces."""

RUN = re.compile(r"[0-9]+(?:[.,/][0-9]+)*")
"""A run of digits, the unit of the ledger."""

_SPACES = re.compile(r"(?<=[0-9])[\u0020\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_WHOLE_CELL = re.compile(
    r"(?P<open>\()?(?P<sign>[-+−–]\s?)?(?P<number>[0-9]+(?:[.,][0-9]+)*)(?P<close>\))?\s?%?"
)
_RANGE = re.compile(r"([0-9.,]*[0-9])\s?[-–]\s?([0-9.,]*[0-9])\s?%?")
_FRACTION = re.compile(r"([0-9]+)/([0-9]+)")


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """A document's habits: whether a dot mostly starts its decimals, as in English, or does so at times."""

    has_decimal_dots: bool = False
    mixes_marks: bool = False


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number as read; `is_sure` is False where another reading of its separators is as good, `other`."""

    value: Decimal
    is_sure: bool = True
    other: Decimal | None = None


def digits_at(text: str, start: int) -> str:
    """Return the number that begins at `start` of `text`, "" where none does."""
    match = NUMBER.match(text, start)
    return match[0] if match else ""


def style_of(text: str) -> NumberStyle:
    """Return the habit that the unmistakable numbers of `text` show."""
    dots = commas = 0
    for match in NUMBER.finditer(text):
        number = match[0]
        last = max(number.rfind("."), number.rfind(","))
        if last < 0:
            continue
        has_both = "." in number and "," in number
        if has_both or (number.count(number[last]) == 1 and len(number) - last - 1 in (1, 2)):
            dots += number[last] == "."
            commas += number[last] == ","
        elif number.count(number[last]) > 1:
            dots += number[last] == ","
            commas += number[last] == "."
    return NumberStyle(has_decimal_dots=dots > commas, mixes_marks=dots > 0)


def read_number(
    text: str, style: NumberStyle | None = None, *, is_percent: bool = False, is_count: bool = False
) -> WrittenNumber:
    """Return the number that `text` (a match of NUMBER) writes.

    `is_percent` says that a thousand of them is out of the question, so that "12.345" keeps its decimals;
    `is_count` that it counts whole things, so that either mark before three digits groups thousands.
    """
    dots, commas = text.count("."), text.count(",")
    if not dots and not commas:
        return WrittenNumber(Decimal(text))
    if dots and commas:
        mark = "." if text.rfind(".") > text.rfind(",") else ","
        return WrittenNumber(_decimal(text, mark), is_sure=text.count(mark) == 1)
    mark = "." if dots else ","
    groups = text.split(mark)
    if len(groups) > 2:
        return _read_groups(text, groups, mark)
    if len(groups[1]) != 3 or groups[0].lstrip("0") != groups[0] or is_percent:
        return WrittenNumber(_decimal(text, mark))
    return _read_three_digits(groups, mark, style or NumberStyle(), is_count=is_count)


def _read_groups(text: str, groups: list[str], mark: str) -> WrittenNumber:
    """Read a number with several marks of one kind: "1.234.567", or "1,173,5", whose last starts decimals."""
    is_grouped = all(len(group) == 3 for group in groups[1:])
    if not is_grouped and all(len(group) == 3 for group in groups[1:-1]):
        return WrittenNumber(_decimal(text, mark), is_sure=False, other=Decimal("".join(groups)))
    return WrittenNumber(Decimal("".join(groups)), is_sure=is_grouped)


def _read_three_digits(groups: list[str], mark: str, style: NumberStyle, *, is_count: bool) -> WrittenNumber:
    """Read one mark before three digits, which may group thousands ("13.160") or start decimals ("1,234")."""
    grouped, decimal = Decimal("".join(groups)), Decimal(".".join(groups))
    group_mark = "," if style.has_decimal_dots else "."
    is_slip = len(groups[0]) > 3
    if mark == group_mark or is_count:
        return WrittenNumber(grouped, is_sure=not is_slip, other=decimal if is_slip else None)
    if style.mixes_marks and not style.has_decimal_dots and not is_slip:
        return WrittenNumber(grouped, is_sure=False, other=decimal)
    return WrittenNumber(decimal, is_sure=False, other=grouped)


def parse_number(text: str, style: NumberStyle | None = None) -> Value | None:
    """Return the value that a whole cell or an input field writes, or None if it writes no number.

    Accepts a sign, brackets for a negative number, a percent sign, spaces between thousands, a range
    ("20-25") and a fraction ("3/5").
    """
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


def _decimal(text: str, mark: str) -> Decimal:
    whole, _, rest = text.rpartition(mark)
    return Decimal(re.sub(r"[.,]", "", whole) + "." + rest)
