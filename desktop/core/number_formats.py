"""Numbers and dates as a workbook's own formats show them, with the dot and comma of Vietnamese reports.

The codes are those of ECMA-376 part 1, 18.8.31. What a code asks for that is not understood here (fractions,
conditions, powers of ten) is told by None: the caller then shows the number in full.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from typing import NamedTuple

from desktop.core.displays import MINUS
from desktop.core.figures import plain

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<room>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<power>[Ee][+-])|(?P<letter>.)",
    re.DOTALL,
)
_CURRENCY = re.compile(r"\$([^-]*)(?:-.*)?")
_PLAIN_LETTERS = frozenset(" -+():$&'~{}<>=^!")
_DATE_LETTERS = re.compile(r"[dmyhsDMYHS]")
_DATE_PART = re.compile(r'd+|m+|y+|h+|s+|"[^"]*"|\\.|\[[^\]]*\]|.', re.IGNORECASE)
_WRITTEN_DATE = re.compile(r"(\d\d)/(\d\d)/(\d{4})(?: (\d\d):(\d\d))?")
_MOST_DECIMALS = 30
_LONGEST_CODE = 255
"""What Excel allows; a longer code is none of a workbook made for people."""
_DIGITS_KEPT = 60
_NO_SECTION = -1
_PLAIN_DIGITS_MOST = 20
_GENERAL_CHARACTERS = 11
_TO_VIETNAMESE = str.maketrans(",.", ".,")


class _Token(NamedTuple):
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of a format: what stands before the decimal mark and after it, from left to right."""

    whole: tuple[_Token, ...]
    fraction: tuple[_Token, ...]
    has_point: bool
    groups: bool
    shift: int
    """How many places the decimal point moves to the right before anything is shown."""
    step: Decimal | None = None
    """What the number is rounded to where nothing but its digits is shown: 0.01 for "#,##0.00"."""


def formatted_number(number: Decimal, code: str) -> str | None:
    """Return `number` as the format `code` shows it, rounded half up as Excel does.

    None where the format says nothing of numbers, or nothing that is understood here.
    """
    sections = _sections(code)
    if sections is None:
        return None
    index = _which(number, len(sections))
    section = sections[index] if index != _NO_SECTION else None
    if section is None:
        return ""
    shows_sign = number < 0 and index == 0
    if section.step is not None and number.adjusted() < _PLAIN_DIGITS_MOST:
        rounded = number.copy_abs().quantize(section.step, ROUND_HALF_UP)
        digits = format(rounded, ",f" if section.groups else "f").translate(_TO_VIETNAMESE)
        return MINUS + digits if shows_sign else digits
    text = _shown(number.copy_abs(), section)
    text = MINUS + text.lstrip() if shows_sign else text.replace("-", MINUS, 1) if number < 0 else text
    return text.strip()


def shown_number(number: Decimal, code: str) -> str:
    """Return `number` as its cell shows it, in full where the format `code` is not understood or hides it.

    "General" shows eleven characters at most, as in a column that is wide enough.
    """
    if not code or code.lower() == "general":
        return _general(number)
    return formatted_number(number, code) or plain(number).replace("-", MINUS).replace(".", ",")


def _general(number: Decimal) -> str:
    text = plain(number)
    whole, _, fraction = text.removeprefix("-").partition(".")
    room = _GENERAL_CHARACTERS - len(whole) - 1
    if len(fraction) > room >= 0:
        text = plain(number.quantize(Decimal(1).scaleb(-room), ROUND_HALF_UP))
    return text.replace("-", MINUS).replace(".", ",")


def formatted_date(written: str, code: str) -> str:
    """Return a date written "05/04/2021", or with its time, as `code` shows it; anything else as it is."""
    match = _WRITTEN_DATE.fullmatch(written)
    if match is None or not is_date_format(code):
        return written
    day, month, year, hour, minute = (int(part or 0) for part in match.groups())
    try:
        return _date_text(datetime(year, month, day, hour, minute), code)  # noqa: DTZ001 - a date on paper
    except ValueError:
        return written


@lru_cache(maxsize=512)
def is_date_format(code: str) -> bool:
    """Tell whether the format shows days, months, years or times."""
    if len(code) > _LONGEST_CODE:
        return False
    bare = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.', "", code.partition(";")[0])
    return bool(_DATE_LETTERS.search(bare)) and not re.search("[0#?]|General", bare)


def _which(number: Decimal, count: int) -> int:
    """Return which section of a format a number is shown by."""
    if count == 1 or number > 0:
        return 0
    if number < 0:
        return 1
    return 2 if count > 2 else 0


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section | None, ...] | None:
    """Return the sections for numbers, None for an empty one; None as a whole for what is not understood."""
    if len(code) > _LONGEST_CODE or code in ("", "@") or code.lower() == "general" or is_date_format(code):
        return None
    parts = _split(code)[:3]
    if not any(token.kind == "digit" for part in parts for token in part):
        return None
    read = [_section(part) for part in parts]
    return None if any(section is None for section in read) else tuple(read)


def _split(code: str) -> list[list[_Token]]:
    """Return the tokens of each section: a semicolon in quotes sets nothing apart."""
    parts: list[list[_Token]] = [[]]
    for match in _TOKEN.finditer(code):
        kind = str(match.lastgroup)
        token = _Token(kind, match[kind])
        if token == ("letter", ";"):
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _section(tokens: Sequence[_Token]) -> _Section | None:
    plain = [_plain(token) for token in tokens]
    if any(token is None for token in plain):
        return None
    known = [token for token in plain if token is not None]
    points = [at for at, token in enumerate(known) if token.kind == "point"]
    cut = points[0] if points else len(known)
    whole, fraction = known[:cut], [token for token in known[cut + 1 :] if token.kind != "comma"]
    digits = [at for at, token in enumerate(whole) if token.kind == "digit"]
    commas = [at for at, token in enumerate(whole) if token.kind == "comma"]
    groups = any(digits and digits[0] < at < digits[-1] for at in commas)
    thousands = sum(1 for at in commas if digits and at > digits[-1])
    percents = sum(1 for token in known if token.kind == "percent")
    bare = tuple(token for token in whole if token.kind != "comma")
    shift = 2 * percents - 3 * thousands
    step = _step(bare, fraction) if not shift and bool(points) == bool(fraction) else None
    return _Section(bare, tuple(fraction), bool(points), groups, shift, step)


def _step(whole: Sequence[_Token], fraction: Sequence[_Token]) -> Decimal | None:
    """Return what numbers are rounded to by a section of digits alone, the last of them always there."""
    before = "".join(token.text for token in whole).lstrip()
    behind = "".join(token.text for token in fraction).rstrip()
    before = before if fraction else before.rstrip()
    is_plain = re.fullmatch("#*0", before) is not None and re.fullmatch("0{0,10}", behind) is not None
    return Decimal(1).scaleb(-len(behind)) if is_plain else None


def _plain(token: _Token) -> _Token | None:
    """Return the token as digits, marks and texts alone; None where it asks for more than that."""
    match token.kind:
        case "quoted" | "escaped":
            return _Token("text", token.text)
        case "room":
            return _Token("text", " ")
        case "fill":
            return _Token("text", "")
        case "bracket":
            return _bracket(token.text)
        case "letter":
            return _Token("text", token.text) if token.text in _PLAIN_LETTERS else None
        case "power":
            return None
        case _:
            return token


def _bracket(text: str) -> _Token | None:
    """Return what a bracket shows: a currency, or nothing for a colour; a condition is not understood."""
    if match := _CURRENCY.fullmatch(text):
        return _Token("text", match[1])
    return None if text[:1] in ("<", ">", "=") else _Token("text", "")


def _shown(number: Decimal, section: _Section) -> str:
    decimals = [token.text for token in section.fraction if token.kind == "digit"][:_MOST_DECIMALS]
    with localcontext(prec=_DIGITS_KEPT) as context:
        if number.adjusted() + len(decimals) + section.shift >= _DIGITS_KEPT:
            context.prec = number.adjusted() + len(decimals) + abs(section.shift) + _DIGITS_KEPT
        moved = number.scaleb(section.shift)
        rounded = moved.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
        whole, _, fraction = format(rounded, "f").partition(".")
    return _whole_text(whole, section) + _fraction_text(fraction, decimals, section)


def _whole_text(digits: str, section: _Section) -> str:
    """Return the whole part: its digits fill the places of the format from the right, the rest before."""
    shapes = [token.text for token in section.whole if token.kind == "digit"]
    remaining = digits.lstrip("0")
    pieces: list[str] = []
    places = len(shapes)
    placed = 0
    for token in reversed(section.whole):
        if token.kind == "percent":
            pieces.append("%")
        elif token.kind != "digit":
            pieces.append(token.text)
        else:
            places -= 1
            taken = remaining if places == 0 else remaining[-1:]
            remaining = remaining[: len(remaining) - len(taken)]
            taken = taken or {"0": "0", "?": " "}.get(token.text, "")
            pieces.append(_grouped(taken, placed) if section.groups else taken)
            placed += len(taken)
    return "".join(reversed(pieces))


def _grouped(digits: str, placed: int) -> str:
    """Return digits with a dot before every third one, `placed` digits standing to their right already."""
    marks: list[str] = []
    for count, digit in enumerate(reversed(digits), placed):
        marks.append(digit + "." if count and count % 3 == 0 and digit.isdigit() else digit)
    return "".join(reversed(marks))


def _fraction_text(digits: str, shapes: Sequence[str], section: _Section) -> str:
    shown = list(_fraction_digits(digits, shapes))
    pieces = ["," if section.has_point and any(shown) else ""]
    at = iter(shown)
    for token in section.fraction:
        if token.kind == "digit":
            pieces.append(next(at, ""))
        else:
            pieces.append("%" if token.kind == "percent" else token.text)
    return "".join(pieces)


def _fraction_digits(digits: str, shapes: Sequence[str]) -> Iterator[str]:
    """Yield a digit for each place after the mark: zeros at the end only where the format holds a place."""
    last = max((at for at, digit in enumerate(digits) if digit != "0"), default=-1)
    held = max((at for at, shape in enumerate(shapes) if shape == "0"), default=-1)
    for at, shape in enumerate(shapes):
        yield digits[at] if at <= max(last, held) else " " if shape == "?" else ""


def _date_text(when: datetime, code: str) -> str:
    pieces: list[str] = []
    before = ""
    for match in _DATE_PART.finditer(code.partition(";")[0]):
        part = match[0]
        kind = part[0].lower() if part[0].isalpha() else ""
        pieces.append(_date_piece(when, part, kind, is_minute=before == "h" and kind == "m"))
        before = kind or before
    return "".join(pieces)


def _date_piece(when: datetime, part: str, kind: str, *, is_minute: bool) -> str:
    number = {"d": when.day, "m": when.minute if is_minute else when.month, "h": when.hour, "s": when.second}
    if kind == "y":
        return f"{when.year}" if len(part) > 2 else f"{when.year % 100:02}"
    if kind == "m" and len(part) > 2:
        return f"Thg{when.month}"
    if kind in number:
        return f"{number[kind]:02}" if len(part) > 1 else f"{number[kind]}"
    return "" if part.startswith("[") else part.strip('"').removeprefix("\\")
