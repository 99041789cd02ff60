"""How the sheets of an .xlsx look: column widths, row heights, what is hidden, and the style of every cell.

Sheets may hold a million cells: they are scanned, not parsed, and only the first ones' styles are kept. The
values are read elsewhere; nobody waits for these.
"""

import re
from collections.abc import Iterator
from itertools import islice

from desktop.core.readers.archives import Archive
from desktop.core.readers.workbook_formats import sheet_parts
from desktop.core.readers.workbook_styles import Styles, read_styles
from desktop.core.sheet_looks import Band, SheetLook, bands_of, runs_of, with_used_looks

PARTS_MOST = 300_000
"""How many rows and cells of a workbook are looked at: those behind them look plain."""

_ROWS_MOST = 1_048_576
_COLUMNS_MOST = 16_384
_WIDEST, _HIGHEST = 255.0, 409.5
_LETTERS_OF_ROOM = 5 / 7
"""A width given as a number of digits alone leaves this much room beside them."""

_DATA = re.compile(rb"<(?:\w+:)?sheetData\b")
_PART = re.compile(rb"<(?:\w+:)?(row|c)\s([^>]*)")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s([^>]*)")
_USUAL = re.compile(rb"<(?:\w+:)?sheetFormatPr\s([^>]*)")
_VIEW = re.compile(rb"<(?:\w+:)?sheetView\s([^>]*)")
_ATTRIBUTE = re.compile(rb"""([\w:]+)=["']([^"']*)["']""")
_CELL_NAME = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})")

_Attributes = dict[bytes, bytes]


def sheet_looks(data: bytes, name: str) -> Iterator[tuple[str, SheetLook]]:
    """Yield the names of the sheets, each with its look; raise RefusedError where a part is broken."""
    parts_left = PARTS_MOST
    with Archive(data, name) as archive:
        styles = read_styles(archive, name)
        for sheet, part in sheet_parts(archive, name).items():
            if part in archive and parts_left > 0:
                scan = _SheetScan(archive.read(part), styles, parts_left)
                yield sheet, scan.look()
                parts_left -= scan.scanned_parts


class _SheetScan:
    """One pass over a sheet; rows and cells may leave out their numbers, which then count on."""

    def __init__(self, xml: bytes, styles: Styles, most_parts: int) -> None:
        begin = _DATA.search(xml)
        self._head = xml[: begin.start()] if begin else xml
        self._xml = xml
        self._begin = begin.start() if begin else len(xml)
        self._styles = styles
        self._most_parts = most_parts
        self.scanned_parts = 0
        self._rows: list[Band] = []

    def look(self) -> SheetLook:
        """Return the look of the sheet."""
        usual = _attributes(_USUAL.search(self._head))
        view = _attributes(_VIEW.search(self._head))
        width = _real(usual.get(b"defaultColWidth"), _WIDEST)
        digits = _real(usual.get(b"baseColWidth"), _WIDEST) or 8.0
        height = _real(usual.get(b"defaultRowHeight"), _HIGHEST)
        runs = runs_of(sorted(self._cells()))
        return with_used_looks(
            SheetLook(
                columns=bands_of(islice(self._columns(), _COLUMNS_MOST)),
                rows=bands_of(self._rows),
                column_width=width or digits + _LETTERS_OF_ROOM,
                row_height=height or SheetLook().row_height,
                base_points=self._styles.base_points,
                has_gridlines=view.get(b"showGridLines") not in (b"0", b"false"),
                looks=self._styles.looks,
                runs=runs,
            )
        )

    def _columns(self) -> Iterator[Band]:
        for match in _COLUMN.finditer(self._head):
            column = _attributes(match)
            first, last = _whole(column.get(b"min")) - 1, _whole(column.get(b"max")) - 1
            if 0 <= first <= last < _COLUMNS_MOST:
                width = _real(column.get(b"width"), _WIDEST)
                is_hidden = _is_on(column.get(b"hidden")) or column.get(b"width") == b"0"
                yield Band(first, last, width or None, is_hidden)

    def _cells(self) -> Iterator[tuple[int, int, int]]:
        """Yield row, column and style of the cells, and note the rows on the way."""
        row, column = -1, -1
        for match in _PART.finditer(self._xml, self._begin):
            values = _attributes_of(match[2])
            self.scanned_parts += 1
            if self.scanned_parts > self._most_parts:
                return
            if match[1] == b"row":
                row, column = self._row_after(row, values), -1
                continue
            row, column = _spot(values.get(b"r"), row, column + 1)
            style = _whole(values.get(b"s", b"0"))
            if style > 0:
                yield row, column, style

    def _row_after(self, before: int, values: _Attributes) -> int:
        number = _whole(values.get(b"r", b""))
        row = number - 1 if 0 < number <= _ROWS_MOST else before + 1
        height = _real(values.get(b"ht"), _HIGHEST)
        is_hidden = _is_on(values.get(b"hidden")) or values.get(b"ht") == b"0"
        if height or is_hidden:
            self._rows.append(Band(row, row, height or None, is_hidden))
        return row


def _spot(name: bytes | None, row: int, column: int) -> tuple[int, int]:
    """Return the row and column of a cell's name, else those counted."""
    match = _CELL_NAME.fullmatch(name) if name else None
    if match is None:
        return row, column
    number = 0
    for letter in match[1]:
        number = number * 26 + letter - ord("A") + 1
    return int(match[2]) - 1, number - 1


def _attributes(match: "re.Match[bytes] | None") -> _Attributes:
    return _attributes_of(match[1]) if match else {}


def _attributes_of(text: bytes) -> _Attributes:
    return dict(_ATTRIBUTE.findall(text))


def _is_on(value: bytes | None) -> bool:
    return value in (b"1", b"true")


def _whole(value: bytes | None) -> int:
    return int(value) if value and value.isdigit() and len(value) <= len("1048576") else -1


def _real(value: bytes | None, most: float) -> float:
    """Return a size, 0 where there is none that makes sense."""
    try:
        number = float(value or 0)
    except ValueError:
        return 0.0
    return number if 0 < number <= most else 0.0
