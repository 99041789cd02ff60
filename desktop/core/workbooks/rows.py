"""Rows of a sheet as XML: values with the number of their style, escaped so that a text stays a text.

openpyxl makes everything about a workbook but its rows: at 10 µs a cell it is too slow for 100,000 figures.
Texts are inline strings, which no program ever takes for formulas.
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Context, Decimal
from typing import NamedTuple
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

MAX_TEXT = 32_767
MAX_ROWS = 1_048_576
SUBSTITUTE = "\N{REPLACEMENT CHARACTER}"

Scalar = str | int | Decimal | datetime | None

_EXCEL_PRECISION = Context(prec=15)
_LARGEST_EXPONENT = 300
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel's times have no zone
_COLUMNS = tuple(get_column_letter(number) for number in range(1, 64))


class Cell(NamedTuple):
    """A value, and the number of its style in the workbook."""

    value: Scalar
    style: int


def row_xml(number: int, cells: Iterable[Cell], height: float, *, is_fixed: bool = False) -> str:
    """Return row `number` (from 1) with `cells` from column A on; `height` is in points.

    A height that is not fixed is an estimate, which spreadsheet programs correct when a cell is edited.
    """
    tall = f' ht="{height:g}"' + (' customHeight="1"' if is_fixed else "")
    parts = [
        f'<c r="{column}{number}" s="{style}"{_content_xml(value)}'
        for column, (value, style) in zip(_COLUMNS, cells, strict=False)
    ]
    return f'<row r="{number}"{tall}>{"".join(parts)}</row>'


def excel_number(number: Decimal) -> Decimal | None:
    """Return what a cell holds of `number`, or None where it can hold it only as a text.

    Any number of 15 digits is held exactly, and longer ones where they are the shortest writing of a binary
    number, as those read from workbooks are; of the others the first 15 digits are held.
    """
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_EXPONENT:
        return None
    held = _EXCEL_PRECISION.plus(number)
    return held if held == number or Decimal(repr(float(number))) != number else number


def clean_text(text: str) -> str:
    """Return `text` as a cell can hold it.

    What XML cannot carry becomes U+FFFD; what is longer than Excel's limit is cut and says so.
    """
    if not text.isprintable():
        text = _NO_XML.sub(SUBSTITUTE, text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= MAX_TEXT // 2 else _cut(text)


def local_time(moment: datetime) -> datetime:
    """Return `moment` as the clock on the wall shows it here, to the second, without a zone."""
    if moment.tzinfo is not None:
        moment = moment.astimezone()
    return moment.replace(tzinfo=None, microsecond=0)


def _cut(text: str) -> str:
    """Cut at Excel's limit, which counts letters beyond U+FFFF twice."""
    encoded = text.encode("utf-16-le")
    if len(encoded) <= 2 * MAX_TEXT:
        return text
    remark = f"… (đã cắt bớt, nguyên văn dài {len(text)} ký tự)"
    return encoded[: 2 * (MAX_TEXT - len(remark))].decode("utf-16-le", errors="ignore") + remark


def _content_xml(value: Scalar) -> str:
    if value is None or value == "":
        return "/>"
    if isinstance(value, str):
        space = "" if value == value.strip() else ' xml:space="preserve"'
        return f' t="inlineStr"><is><t{space}>{_escaped(value)}</t></is></c>'
    if isinstance(value, datetime):
        return f"><v>{_serial(value):.9f}</v></c>"
    return f"><v>{value}</v></c>"


def _serial(moment: datetime) -> float:
    return (local_time(moment) - _DAY_ZERO) / timedelta(days=1)


def _escaped(text: str) -> str:
    if "_x" in text:
        text = _LIKE_AN_ESCAPE.sub("_x005F_", text)
    return escape(text) if "&" in text or "<" in text or ">" in text else text
