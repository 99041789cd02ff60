"""How the sheets of an .xls look: column widths, row heights, what is hidden, and the style of every cell."""

import struct
from collections.abc import Iterator
from enum import IntEnum
from itertools import islice

from desktop.core.readers import compound
from desktop.core.readers.workbook_looks import PARTS_MOST
from desktop.core.readers.workbook_record_styles import record_styles
from desktop.core.readers.workbook_records import STREAMS, records
from desktop.core.readers.workbook_styles import Styles
from desktop.core.sheet_looks import Band, SheetLook, bands_of, runs_of, with_used_looks

_SINGLE_CELLS = frozenset((0x0006, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E))
_BLANKS, _NUMBERS = 0x00BE, 0x00BD
_BYTES_A_CELL = {_BLANKS: 2, _NUMBERS: 6}
_BOF, _SHEET, _BIFF8 = 0x0809, 0x0085, 0x0600
_SHEETS_MOST = 1_000
_CELLS_A_RECORD = 256
_TWIPS_A_POINT = 20
_IS_USUAL_HEIGHT, _IS_HIDDEN_ROW, _HAS_GRID = 0x8000, 0x0020, 0x0002
_LETTERS_OF_ROOM = 5 / 7


class _Kind(IntEnum):
    """The records that tell of a sheet's look beside its cells."""

    COLUMN = 0x007D
    USUAL_WIDTH = 0x0099
    USUAL_DIGITS = 0x0055
    USUAL_HEIGHT = 0x0225
    ROW = 0x0208
    WINDOW = 0x023E


def record_looks(data: bytes) -> Iterator[tuple[str, SheetLook]]:
    """Yield the names of the sheets, each with its look.

    Nothing for a file older than Excel 97; where the records cannot be followed, no more.
    """
    try:
        stream = compound.stream(data, STREAMS)
        styles = record_styles(records(stream, 0))
        parts_left = PARTS_MOST
        for at, name in _sheets(stream).items():
            sheet = _SheetRecords(styles)
            yield name, sheet.look(stream, at, parts_left)
            parts_left -= sheet.scanned_parts
    except (ValueError, LookupError, struct.error):
        return


def _sheets(stream: bytes) -> dict[int, str]:
    """Return the names of the sheets by where their records begin."""
    names: dict[int, str] = {}
    for kind, body in records(stream, 0):
        if kind == _BOF and struct.unpack_from("<H", body)[0] != _BIFF8:
            return {}
        if kind == _SHEET and len(names) < _SHEETS_MOST:
            encoding = "utf-16-le" if body[7] & 1 else "latin-1"
            names.setdefault(struct.unpack_from("<I", body)[0], body[8:].decode(encoding, "replace"))
    return names


class _SheetRecords:
    """Gathers the look of one sheet from its records."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._columns: list[Band] = []
        self._rows: list[Band] = []
        self._cells: list[tuple[int, int, int]] = []
        self._digits = 8
        self._width = 0.0
        self._height = SheetLook().row_height
        self._has_gridlines = True
        self.scanned_parts = 0

    def look(self, stream: bytes, at: int, most_parts: int) -> SheetLook:
        """Return the look of the sheet whose records begin at `at`."""
        for kind, body in islice(records(stream, at), max(0, most_parts)):
            self.scanned_parts += 1
            if kind in _SINGLE_CELLS or kind in _BYTES_A_CELL:
                self._cells += _cells(kind, body)
            else:
                self._take(kind, body)
        return with_used_looks(
            SheetLook(
                bands_of(self._columns),
                bands_of(self._rows),
                self._width or self._digits + _LETTERS_OF_ROOM,
                self._height,
                self._styles.base_points,
                self._has_gridlines,
                self._styles.looks,
                runs_of(sorted(self._cells)),
            )
        )

    def _take(self, kind: int, body: bytes) -> None:
        match kind:
            case _Kind.COLUMN:
                first, last, width, _, flags = struct.unpack_from("<HHHHH", body)
                self._columns.append(Band(first, last, width / 256 or None, bool(flags & 1) or not width))
            case _Kind.ROW:
                self._take_row(body)
            case _Kind.USUAL_WIDTH:
                self._width = struct.unpack_from("<H", body)[0] / 256
            case _Kind.USUAL_DIGITS:
                self._digits = struct.unpack_from("<H", body)[0]
            case _Kind.USUAL_HEIGHT:
                self._height = struct.unpack_from("<H", body, 2)[0] / _TWIPS_A_POINT or self._height
            case _Kind.WINDOW:
                self._has_gridlines = bool(struct.unpack_from("<H", body)[0] & _HAS_GRID)

    def _take_row(self, body: bytes) -> None:
        row, _, _, twips, _, _, flags = struct.unpack_from("<HHHHHHH", body)
        is_hidden = bool(flags & _IS_HIDDEN_ROW)
        height = None if twips & _IS_USUAL_HEIGHT else twips / _TWIPS_A_POINT or None
        if height or is_hidden:
            self._rows.append(Band(row, row, height, is_hidden))


def _cells(kind: int, body: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield row, column and style of the cells of a record."""
    row, column, style = struct.unpack_from("<HHH", body)
    if kind in _SINGLE_CELLS:
        yield row, column, style
        return
    step = _BYTES_A_CELL[kind]
    for index in range(min(_CELLS_A_RECORD, (len(body) - 6) // step)):
        yield row, column + index, struct.unpack_from("<H", body, 4 + index * step)[0]
