"""What a cell of Excel can hold: clean texts, numbers of 15 digits, times without a zone."""

import re
from datetime import datetime
from decimal import Context, Decimal

from desktop.core.displays import MOST_DECIMALS, decimals_of
from desktop.core.figures import Value
from desktop.core.workbooks.alterations import AlterationKind

MAX_TEXT = 32_767
SUBSTITUTE = "\N{REPLACEMENT CHARACTER}"

_EXCEL_PRECISION = Context(prec=15)
_EXACT = Context(prec=1000)
_LARGEST_EXPONENT = 300
_DECIMALS_OF_A_FORMAT = 15
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def clean_text(text: str) -> str:
    """Return `text` as a cell can hold it.

    What XML cannot carry becomes U+FFFD; what is longer than Excel's limit is cut and says so.
    """
    sound = _sound(text)
    return sound if len(sound) <= MAX_TEXT // 2 else _cut(sound, len(text))


def text_alterations(text: str) -> tuple[AlterationKind, ...]:
    """Return in which ways a reader of the cell sees something else than `text`."""
    found = []
    if _NO_XML.search(text):
        found.append(AlterationKind.LETTERS)
    if "\r" in text:
        found.append(AlterationKind.LINE_BREAKS)
    sound = _sound(text)
    if len(sound) > MAX_TEXT // 2 and _cut(sound, len(text)) != sound:
        found.append(AlterationKind.CUT)
    return tuple(found)


def excel_number(number: Decimal) -> Decimal | None:
    """Return what a cell holds of `number`, or None where it can hold it only as a text.

    Any number of 15 digits is held exactly, and longer ones where they are the shortest writing of a binary
    number, as those read from workbooks are; of the others the first 15 digits are held.
    """
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_EXPONENT:
        return None
    held = _EXCEL_PRECISION.plus(number)
    return held if held == number or Decimal(repr(float(number))) != number else number


def decimals_shown(number: Decimal) -> int:
    """Return with how many decimals a number is shown.

    Up to four are shown in full; more are the rest of a division, of which two are shown, or as many as it
    takes to see two digits of a small number.
    """
    decimals = decimals_of(Value(number))
    if decimals <= MOST_DECIMALS:
        return decimals
    return min(decimals, max(2, 1 - number.adjusted()), _DECIMALS_OF_A_FORMAT)


def shown_value(value: Value) -> Value:
    """Return `value` with the decimals that are shown of it."""
    high, of = (part if part is None else _rounded(part) for part in (value.high, value.of))
    return Value(_rounded(value.number), high, of)


def zone_text(moment: datetime) -> str:
    """Return by which clock times are told, since cells hold none: "UTC+07:00"."""
    offset = f"{moment.astimezone():%z}"
    return f"UTC{offset[:3]}:{offset[3:5]}"


def local_time(moment: datetime) -> datetime:
    """Return `moment` as the clock on the wall shows it here, to the second, without a zone."""
    if moment.tzinfo is not None:
        moment = moment.astimezone()
    return moment.replace(tzinfo=None, microsecond=0)


def _rounded(number: Decimal) -> Decimal:
    decimals = decimals_shown(number)
    if decimals_of(Value(number)) == decimals:
        return number
    return number.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)


def _sound(text: str) -> str:
    """Return a text that XML can carry and that no reader takes for an escape."""
    if not text.isprintable():
        text = _NO_XML.sub(SUBSTITUTE, text.replace("\r\n", "\n").replace("\r", "\n"))
    return _LIKE_AN_ESCAPE.sub("_x005F_", text) if "_x" in text else text


def _cut(text: str, length: int) -> str:
    """Cut at Excel's limit, which counts letters beyond U+FFFF twice; `length` is that of the original."""
    encoded = text.encode("utf-16-le")
    if len(encoded) <= 2 * MAX_TEXT:
        return text
    remark = f"… (đã cắt bớt, nguyên văn dài {length} ký tự)"
    return encoded[: 2 * (MAX_TEXT - len(remark))].decode("utf-16-le", errors="ignore") + remark
