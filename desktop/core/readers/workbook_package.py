"""An .xlsx looked into before it is read: nothing in it may unpack too large, or spread too far.

Every part is unpacked once, and its checksum held against it.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.core.errors import RefusalCode, refuse
from desktop.core.readers.archives import Archive
from desktop.core.readers.workbook_formats import number_formats, sheet_parts, style_formats
from desktop.core.readers.workbook_formulas import computes_on_load, with_missing_values_shown
from desktop.core.readers.workbook_squeezing import Squeezed, column_number, squeezed

_GRID_CELLS_AT_ONCE = 2_000_000
_GRID_CELLS_LIMIT = 16_000_000
CELLS_MOST = 250_000
CHARACTERS_MOST = 3_000_000
_COLUMNS_MOST = 16_384
_SHEETS = "xl/worksheets/"
_ROW_NUMBER = re.compile(rb"""<(?:\w+:)?row\b[^<>]*?\br=["']([0-9]+)""")
_LONG_STRING_BYTES = 1_000
_BYTES_A_LETTER = 20
"""Letters stand in the part as up to three bytes, and between tags; they are counted closely when read."""

_WORKBOOK = "xl/workbook.xml"
_STRINGS = "xl/sharedStrings.xml"
_SHARED_CELL = re.compile(rb"""\bt=["']s["'][^<>]*>\s*<(?:\w+:)?v>([0-9]+)<""")
_FAR_COLUMN = re.compile(rb"""r=["']([A-Z]{2,3})[0-9]""")


class TooMuchError(Exception):
    """More cells or more letters than can be read in good time."""


@dataclass(frozen=True, slots=True)
class Package:
    """What is to be read: `data`, and by sheet the number formats by cell and the squeezed sheets.

    `missing` is what to show in the cells of each sheet that hold no value, by row and column, where `data`
    does not say it itself.
    """

    data: bytes
    formats: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    squeezed: Mapping[str, Squeezed] = field(default_factory=dict)
    missing: Mapping[str, Mapping[tuple[int, int], str]] = field(default_factory=dict)


def examined(
    data: bytes,
    archive: Archive,
    name: str,
    on_progress: Callable[[], None],
    cells_most: int = CELLS_MOST,
) -> Package:
    """Return the workbook in `data` as it can be read; raise RefusedError or TooMuchError for what cannot.

    `archive` is the same opened.
    """
    sheet_of = {part: sheet for sheet, part in sheet_parts(archive, name).items()}
    styles = style_formats(archive, name)
    formats: dict[str, dict[str, str]] = {}
    narrower: dict[str, Squeezed] = {}
    changed: dict[str, bytes] = {}
    filled = 0
    letters = _SharedLetters(archive)
    on_load = _WORKBOOK in archive and computes_on_load(archive.read(_WORKBOOK))
    for part, xml in archive.xml_parts():
        if part in sheet_of or part.startswith(_SHEETS):
            sheet = sheet_of.get(part, "")
            filled += xml.count(b"<v>") + xml.count(b"<is>")
            if filled > cells_most:
                raise TooMuchError
            letters.check(xml)
            if (shown_xml := with_missing_values_shown(xml, on_load=on_load)) is not xml:
                xml = changed[part] = shown_xml
            formats[sheet] = number_formats(xml, styles)
            if _grid_cells(xml) > _GRID_CELLS_AT_ONCE:
                narrower[part] = _squeezed(xml, sheet, name)
                changed[part] = narrower[part].xml
        on_progress()
    if changed:
        data = _with_parts(archive, changed)
    return Package(data, formats, {sheet_of[part]: one for part, one in narrower.items()})


class _SharedLetters:
    """Counts the letters of shared strings in the cells that show them, where some are long.

    One long string may stand in many cells, and is kept by the reader of values as often.
    """

    def __init__(self, archive: Archive) -> None:
        xml = archive.read(_STRINGS) if _STRINGS in archive else b""
        lengths = [len(piece) for piece in re.split(rb"</(?:\w+:)?si>", xml)]
        self._long = {at: length for at, length in enumerate(lengths) if length > _LONG_STRING_BYTES}
        self._room = _BYTES_A_LETTER * CHARACTERS_MOST

    def check(self, xml: bytes) -> None:
        """Take in one more sheet; raise TooMuchError where the letters are too many."""
        if not self._long:
            return
        for cell in _SHARED_CELL.finditer(xml):
            self._room -= self._long.get(int(cell[1]), 0)
            if self._room < 0:
                raise TooMuchError


def _squeezed(xml: bytes, sheet: str, name: str) -> Squeezed:
    found = squeezed(xml)
    if not sheet or found is None or len(found.rows) * len(found.columns) > _GRID_CELLS_LIMIT:
        limit = f"{_GRID_CELLS_LIMIT:,}".replace(",", ".")
        raise refuse(RefusalCode.SHEET_TOO_LARGE, name, place=sheet, limit=limit)
    return found


def _grid_cells(xml: bytes) -> int:
    """Return how many cells the used rectangle of a sheet may have; not counted closely where it is small.

    Rows behind the last value, which offices format to the end of the sheet, are not used.
    """
    last_value = max(xml.rfind(b"<v"), xml.rfind(b"<is"), xml.rfind(b":v>"), xml.rfind(b":is>"))
    last_row = _ROW_NUMBER.match(xml, _row_before(xml, max(0, last_value)))
    rows = int(last_row[1]) if last_row else 0
    return rows * _width(xml) if rows * _COLUMNS_MOST > _GRID_CELLS_AT_ONCE else rows


def _row_before(xml: bytes, end: int) -> int:
    plain = xml.rfind(b"<row", 0, end)
    return plain if plain >= 0 else max(0, xml.rfind(b"<", 0, xml.rfind(b":row", 0, end) + 1))


def _width(xml: bytes) -> int:
    letters = {match[1] for match in _FAR_COLUMN.finditer(xml)}
    return max((column_number(far.decode()) for far in letters), default=26)


def _with_parts(archive: Archive, changed: Mapping[str, bytes]) -> bytes:
    """Return the archive with some of its parts replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for part in archive.names():
            new.writestr(part, changed.get(part) or archive.read(part))
    return file.getvalue()
