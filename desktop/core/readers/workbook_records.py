"""The records of an .xls, and the number formats of its cells by them (BIFF5, BIFF8)."""

import re
import struct
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from desktop.core.readers import compound
from desktop.core.readers.workbook_formats import built_in_formats

STREAMS = ("workbook", "book")
_BOF, _EOF, _FORMAT, _XF, _SHEET = 0x0809, 0x000A, 0x041E, 0x00E0, 0x0085
_NUMBER, _RK, _MULTIPLE_RK, _FORMULA = 0x0203, 0x027E, 0x00BD, 0x0006
_BIFF8 = 0x0600
_FILE_PASSWORD = 0x002F
_RK_BYTES = 6
_HEAD = struct.Struct("<HH")
_CELL_HEAD = struct.Struct("<HHH").unpack_from
_TRUTH_OR_ERROR = 0x0205
_LABEL, _RICH_LABEL, _SHARED_LABEL = 0x0204, 0x00D6, 0x00FD
_CELLS = frozenset(
    (_NUMBER, _RK, _MULTIPLE_RK, _FORMULA, _TRUTH_OR_ERROR, _LABEL, _RICH_LABEL, _SHARED_LABEL)
)
_LIKE_AN_ERROR = re.compile(rb"\x05\x02\x08\x00.{7}\x01|\x06\x00.{8}\x02.{5}\xff\xff", re.DOTALL)
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
UNCOMPUTED_TEXT = "=…"
"""What stands in a cell whose formula was never computed."""
_LIKE_A_FORMULA = b"\x06\x00"
_ON_LOAD = 0x02
_ZERO, _EMPTY_TEXT = bytes(8), re.compile(rb"\x03.{5}\xff\xff", re.DOTALL)

Record = tuple[int, bytes]
Place = tuple[int, int]


def number_formats_by_place(data: bytes) -> list[dict[Place, str]]:
    """Return the number formats of the cells with numbers by row and column, from 0, of each sheet in order.

    Nothing where the records cannot be followed: values are read by another reader, which refuses.
    """
    try:
        stream = stream_of(data)
        formats, sheets = _globals(stream)
        return [dict(_formats_in(stream, at, formats)) for at in sheets] if formats else []
    except (ValueError, LookupError, struct.error):
        return []


@lru_cache(maxsize=1)
def stream_of(data: bytes) -> bytes:
    """Return the workbook's stream, kept until `forget`; raise ValueError if there is none."""
    return compound.stream(data, STREAMS)


@cache
def cell_records(stream: bytes, at: int) -> tuple[Record, ...]:
    """Return the records of a sheet's cells with content, kept until `forget`: several readers want them."""
    return tuple(record for record in records(stream, at) if record[0] in _CELLS)


def forget() -> None:
    """Let go of what is kept of the last file."""
    stream_of.cache_clear()
    cell_records.cache_clear()


def sheet_starts(stream: bytes) -> list[int]:
    """Return where each sheet begins in the workbook stream; raise struct.error where it is damaged."""
    return [struct.unpack_from("<I", body)[0] for kind, body in records(stream, 0) if kind == _SHEET]


def is_locked(data: bytes) -> bool:
    """Tell whether the workbook asks for a password: its records are then scrambled."""
    try:
        return any(kind == _FILE_PASSWORD for kind, _ in records(stream_of(data), 0))
    except (ValueError, struct.error):
        return False


def cells_without_value(data: bytes) -> list[dict[Place, str]]:
    """Return the cells of each sheet that hold an error, or a formula nobody computed, with what to show.

    A formula counts as never computed where its program left 0 and asks that it be computed on opening, or,
    if no formula of the workbook has any result, an empty text. Nothing of a damaged file.
    """
    try:
        stream = stream_of(data)
        if not _LIKE_AN_ERROR.search(stream) and _LIKE_A_FORMULA not in stream:
            return []
        results = [dict(_results_in(stream, at)) for at in sheet_starts(stream)]
    except (ValueError, LookupError, struct.error):
        return []
    is_computed = any(text is None for sheet in results for text in sheet.values())
    return [
        {place: text or UNCOMPUTED_TEXT for place, text in sheet.items() if _is_missing(text, is_computed)}
        for sheet in results
    ]


def _is_missing(text: str | None, is_computed: bool) -> bool:
    return text is not None and not (text == "" and is_computed)


def sheet_names(data: bytes) -> list[str]:
    """Return the names of the sheets, in the order of their places; none of a damaged file.

    Programs before Excel 97 wrote them in the letters of their system, here taken as Western.
    """
    try:
        stream = stream_of(data)
        is_wide = struct.unpack_from("<H", stream, 4)[0] == _BIFF8
        return [_sheet_name(body, is_wide=is_wide) for kind, body in records(stream, 0) if kind == _SHEET]
    except (ValueError, LookupError, struct.error):
        return []


def _sheet_name(body: bytes, *, is_wide: bool) -> str:
    length = body[6]
    if not is_wide:
        return body[7 : 7 + length].decode("cp1252", "replace")
    return (
        body[8 : 8 + 2 * length].decode("utf-16-le", "replace")
        if body[7] & 1
        else body[8 : 8 + length].decode("latin-1")
    )


def _results_in(stream: bytes, at: int) -> Iterator[tuple[Place, str | None]]:
    """Yield errors, and what the formulas of a sheet have: None for a result, "" for an empty text."""
    for kind, body in cell_records(stream, at):
        if kind == _TRUTH_OR_ERROR and body[7:8] == b"\1":
            yield struct.unpack_from("<HH", body), _ERRORS.get(body[6], _ERRORS[0])
        elif kind == _FORMULA:
            yield struct.unpack_from("<HH", body), _result(body[6:14], struct.unpack_from("<H", body, 14)[0])


def _result(stored: bytes, flags: int) -> str | None:
    if stored[:1] == b"\2" and stored[6:] == b"\xff\xff":
        return _ERRORS.get(stored[2], _ERRORS[0])
    if stored == _ZERO and flags & _ON_LOAD:
        return UNCOMPUTED_TEXT
    return "" if _EMPTY_TEXT.fullmatch(stored) else None


def _globals(stream: bytes) -> tuple[dict[int, str], list[int]]:
    """Return the formats of the styles that have one, by their numbers, and where each sheet begins."""
    known = built_in_formats()
    styles: list[int] = []
    sheets: list[int] = []
    is_wide = True
    for kind, body in records(stream, 0):
        if kind == _BOF:
            is_wide = struct.unpack_from("<H", body)[0] == _BIFF8
        elif kind == _FORMAT:
            known[struct.unpack_from("<H", body)[0]] = format_text(body, is_wide=is_wide)
        elif kind == _XF:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _SHEET:
            sheets.append(struct.unpack_from("<I", body)[0])
    return {style: code for style, number in enumerate(styles) if (code := known.get(number, ""))}, sheets


def format_text(body: bytes, *, is_wide: bool) -> str:
    """Return the code of a number format's record."""
    if not is_wide:
        return body[3:].decode("latin-1")
    return body[5:].decode("utf-16-le" if body[4] & 1 else "latin-1", "replace")


def _formats_in(stream: bytes, at: int, formats: Mapping[int, str]) -> Iterator[tuple[Place, str]]:
    for kind, body in cell_records(stream, at):
        if kind in (_NUMBER, _RK, _FORMULA):
            row, column, style = _CELL_HEAD(body)
            if style in formats:
                yield (row, column), formats[style]
        elif kind == _MULTIPLE_RK:
            row, first = struct.unpack_from("<HH", body)
            for index in range((len(body) - 6) // _RK_BYTES):
                style = struct.unpack_from("<H", body, 4 + index * _RK_BYTES)[0]
                if style in formats:
                    yield (row, first + index), formats[style]


def records(stream: bytes, at: int) -> Iterator[Record]:
    """Yield the records from `at` to the end of their part; charts within a sheet are passed over."""
    depth = 0
    last = len(stream) - 4
    head = (
        _HEAD.unpack_from
    )  # as a name of its own, for speed: a workbook has records by the hundred thousand
    while at <= last:
        kind, size = head(stream, at)
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
        if depth <= 0:
            return
        at += 4
        if depth == 1:
            yield kind, stream[at : at + size]
        at += size
