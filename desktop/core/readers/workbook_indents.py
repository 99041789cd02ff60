"""How far the texts of a workbook's cells are indented by their styles: so labels tell their parents.

Only the cells whose style has an indent are looked for; most workbooks have few or none.
"""

import re
import struct
from collections.abc import Iterator, Mapping, Sequence

from desktop.core.readers.archives import Archive
from desktop.core.readers.markup import parse_xml
from desktop.core.readers.workbook_formats import sheet_parts
from desktop.core.readers.workbook_records import cell_records, records, stream_of
from desktop.core.readers.workbook_squeezing import column_number

SPACES_A_STEP = 3
"""One step of an indent is about as wide as so many spaces ([ECMA-376] 18.8.1)."""

_STYLES = "xl/styles.xml"
_MOST_STEPS = 15
_CELL = rb"""<(?:\w+:)?c\s([^>]*\bs=["'](?:%s)["'][^>]*)>"""
_NAME = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_STYLE = re.compile(rb"""\bs=["']([0-9]+)["']""")
_IS_TEXT = re.compile(rb"""\bt=["'](?:s|str|inlineStr)["']""")
_XF, _SHEET, _BOF, _BIFF8 = 0x00E0, 0x0085, 0x0809, 0x0600
_TEXT_CELLS = (0x00FD, 0x00D6, 0x0204)
_GENERAL, _LEFT = 0, 1

Place = tuple[int, int]


def indents_by_sheet(
    data: bytes, archive: Archive | None, name: str, sheet_names: Sequence[str]
) -> Mapping[str, Mapping[Place, int]]:
    """Return the indents, in spaces, of the texts of each sheet by row and column, from 0.

    `archive` is the workbook in `data` opened, None for an .xls.
    """
    if archive is None:
        return dict(zip(sheet_names, _record_indents(data), strict=False))
    steps = _steps_by_style(archive, name)
    if not steps:
        return {}
    pattern = re.compile(_CELL % b"|".join(b"%d" % style for style in steps))
    parts = sheet_parts(archive, name).items()
    return {
        sheet: dict(_cells(archive.read(part), pattern, steps)) for sheet, part in parts if part in archive
    }


def _steps_by_style(archive: Archive, name: str) -> dict[int, int]:
    """Return the styles that indent what stands at the left of its cell, and by how many steps."""
    if _STYLES not in archive:
        return {}
    found: dict[int, int] = {}
    root = parse_xml(archive.read(_STYLES), name)
    for style, xf in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        node = xf.find("{*}alignment")
        if node is None or node.get("horizontal", "left") not in ("left", "general"):
            continue
        steps = str(node.get("indent") or "")
        if steps.isascii() and steps.isdigit() and int(steps[:3]):
            found[style] = min(int(steps[:3]), _MOST_STEPS)
    return found


def _cells(xml: bytes, pattern: re.Pattern[bytes], steps: Mapping[int, int]) -> Iterator[tuple[Place, int]]:
    for cell in pattern.finditer(xml):
        named, style = _NAME.search(cell[1]), _STYLE.search(cell[1])
        if named and style and _IS_TEXT.search(cell[1]):
            place = int(named[2]) - 1, column_number(named[1].decode()) - 1
            yield place, SPACES_A_STEP * steps[int(style[1])]


def _record_indents(data: bytes) -> list[dict[Place, int]]:
    """Return the indents of the texts of each sheet of an .xls in order; none of one older than Excel 97."""
    try:
        stream = stream_of(data)
        styles: list[int] = []
        sheets: list[int] = []
        for kind, body in records(stream, 0):
            if kind == _BOF and struct.unpack_from("<H", body)[0] != _BIFF8:
                return []
            if kind == _XF:
                place, indent = body[6], body[8] & 0xF
                styles.append(indent if place & 0x7 in (_GENERAL, _LEFT) else 0)
            elif kind == _SHEET:
                sheets.append(struct.unpack_from("<I", body)[0])
        return [dict(_record_cells(stream, at, styles)) for at in sheets] if any(styles) else []
    except (ValueError, LookupError, struct.error):
        return []


def _record_cells(stream: bytes, at: int, styles: Sequence[int]) -> Iterator[tuple[Place, int]]:
    for kind, body in cell_records(stream, at):
        if kind in _TEXT_CELLS:
            row, column, style = struct.unpack_from("<HHH", body)
            if style < len(styles) and styles[style]:
                yield (row, column), SPACES_A_STEP * styles[style]
