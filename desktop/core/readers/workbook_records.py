"""Which cells of an .xls are shown as percentages, from the records of its workbook stream (BIFF5, BIFF8)."""

import re
import struct
from collections.abc import Iterator

from desktop.core.readers import compound
from desktop.core.readers.workbook_formats import BUILT_IN_PERCENT, shows_percent

STREAMS = ("workbook", "book")
_BOF, _EOF, _FORMAT, _XF, _SHEET = 0x0809, 0x000A, 0x041E, 0x00E0, 0x0085
_NUMBER, _RK, _MULTIPLE_RK, _FORMULA = 0x0203, 0x027E, 0x00BD, 0x0006
_BIFF8 = 0x0600
_FILE_PASSWORD = 0x002F
_RK_BYTES = 6
_TRUTH_OR_ERROR = 0x0205
_LIKE_AN_ERROR = re.compile(rb"\x05\x02\x08\x00.{7}\x01|\x06\x00.{8}\x02.{5}\xff\xff", re.DOTALL)

Record = tuple[int, bytes]


def percent_places(data: bytes) -> list[frozenset[tuple[int, int]]]:
    """Return the rows and columns, from 0, of the cells with a percent format, for each sheet in order.

    Nothing where the records cannot be followed: values are read by another reader, which refuses.
    """
    try:
        stream = compound.stream(data, STREAMS)
        styles, sheets = _globals(stream)
        return [frozenset(_percent_in(stream, at, styles)) for at in sheets] if styles else []
    except (ValueError, LookupError, struct.error):
        return []


def is_locked(data: bytes) -> bool:
    """Tell whether the workbook asks for a password: its records are then scrambled."""
    try:
        return any(kind == _FILE_PASSWORD for kind, _ in records(compound.stream(data, STREAMS), 0))
    except (ValueError, struct.error):
        return False


def error_places(data: bytes) -> list[tuple[int, int]]:
    """Return the rows and columns, from 0, of the cells that hold an error; none of a damaged file."""
    try:
        stream = compound.stream(data, STREAMS)
        if not _LIKE_AN_ERROR.search(stream):
            return []
        _, sheets = _globals(stream)
        return [place for at in sheets for place in _errors_in(stream, at)]
    except (ValueError, LookupError, struct.error):
        return []


def _errors_in(stream: bytes, at: int) -> Iterator[tuple[int, int]]:
    for kind, body in records(stream, at):
        is_error = kind == _TRUTH_OR_ERROR and body[7:8] == b"\1"
        if is_error or (kind == _FORMULA and body[6:7] == b"\2" and body[12:14] == b"\xff\xff"):
            row, column = struct.unpack_from("<HH", body)
            yield row, column


def _globals(stream: bytes) -> tuple[set[int], list[int]]:
    """Return the styles that show percentages, and where each sheet begins."""
    formats = set(BUILT_IN_PERCENT)
    style_formats: list[int] = []
    sheets: list[int] = []
    is_wide = True
    for kind, body in records(stream, 0):
        if kind == _BOF:
            is_wide = struct.unpack_from("<H", body)[0] == _BIFF8
        elif kind == _FORMAT and shows_percent(format_text(body, is_wide=is_wide)):
            formats.add(struct.unpack_from("<H", body)[0])
        elif kind == _XF:
            style_formats.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _SHEET:
            sheets.append(struct.unpack_from("<I", body)[0])
    return {style for style, number in enumerate(style_formats) if number in formats}, sheets


def format_text(body: bytes, *, is_wide: bool) -> str:
    """Return the code of a number format's record."""
    if not is_wide:
        return body[3:].decode("latin-1")
    return body[5:].decode("utf-16-le" if body[4] & 1 else "latin-1", "replace")


def _percent_in(stream: bytes, at: int, styles: set[int]) -> Iterator[tuple[int, int]]:
    for kind, body in records(stream, at):
        if kind in (_NUMBER, _RK, _FORMULA):
            row, column, style = struct.unpack_from("<HHH", body)
            if style in styles:
                yield row, column
        elif kind == _MULTIPLE_RK:
            row, first = struct.unpack_from("<HH", body)
            for index in range((len(body) - 6) // _RK_BYTES):
                if struct.unpack_from("<H", body, 4 + index * _RK_BYTES)[0] in styles:
                    yield row, first + index


def records(stream: bytes, at: int) -> Iterator[Record]:
    """Yield the records from `at` to the end of their part; charts within a sheet are passed over."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size
