"""The cell styles of an .xls, from the records at the head of its workbook stream (BIFF8, [MS-XLS] 2.4)."""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import replace

import resources
from desktop.core.readers.workbook_colors import indexed, usual_palette
from desktop.core.readers.workbook_records import Record, format_text
from desktop.core.readers.workbook_styles import Styles
from desktop.core.sheet_looks import GENERAL, PLAIN, Border, CellLook, Height, Side

_FONT, _FORMAT, _XF, _PALETTE = 0x0031, 0x041E, 0x00E0, 0x0092
_TWIPS_A_POINT = 20
_BOLD_WEIGHT = 600
_ITALIC = 0x0002
_MISSING_FONT = 4
"""No font has this number: those behind it count one more than their place."""
_FIRST_OWN_COLOR = 8
_WRAPS = 0x08
_SIDES = {
    1: Side.LEFT,
    2: Side.CENTER,
    3: Side.RIGHT,
    4: Side.LEFT,
    5: Side.LEFT,
    6: Side.ACROSS,
    7: Side.CENTER,
}
_HEIGHTS = {0: Height.TOP, 1: Height.MIDDLE, 3: Height.TOP, 4: Height.MIDDLE}
_MEDIUM = (2, 8, 10, 12, 13)
_BORDERS = {
    0: Border.NONE,
    4: Border.HAIR,
    5: Border.THICK,
    6: Border.DOUBLE,
    7: Border.HAIR,
} | dict.fromkeys(_MEDIUM, Border.MEDIUM)


def record_styles(records: Iterable[Record]) -> Styles:
    """Return the styles of a workbook from its records."""
    found: dict[int, list[bytes]] = {_FONT: [], _FORMAT: [], _XF: [], _PALETTE: []}
    for kind, body in records:
        if kind in found:
            found[kind].append(body)
    palette = _palette(found[_PALETTE])
    fonts = [_font(body, palette) for body in found[_FONT]]
    formats = _formats(found[_FORMAT])
    looks = tuple(_look(body, fonts, formats, palette) for body in found[_XF])
    return Styles(looks, fonts[0].points if fonts else Styles().base_points)


def _palette(bodies: Sequence[bytes]) -> Sequence[str]:
    if not bodies:
        return usual_palette()
    count = struct.unpack_from("<H", bodies[-1])[0]
    own = [bodies[-1][2 + 4 * at : 5 + 4 * at].hex() for at in range(count)]
    return [*usual_palette()[:_FIRST_OWN_COLOR], *own]


def _font(body: bytes, palette: Sequence[str]) -> CellLook:
    twips, flags, color, weight, _, underline = struct.unpack_from("<HHHHHB", body)
    return CellLook(
        is_bold=weight >= _BOLD_WEIGHT,
        is_italic=bool(flags & _ITALIC),
        is_underlined=bool(underline),
        points=twips / _TWIPS_A_POINT,
        color=indexed(palette, color),
    )


def _formats(bodies: Sequence[bytes]) -> dict[int, str]:
    known = resources.toml("workbooks/excel.toml")["number_formats"]
    formats = {int(number): str(code) for number, code in known.items()}
    return formats | {struct.unpack_from("<H", body)[0]: format_text(body, is_wide=True) for body in bodies}


def _look(
    body: bytes, fonts: Sequence[CellLook], formats: dict[int, str], palette: Sequence[str]
) -> CellLook:
    font, number_format = struct.unpack_from("<HH", body)
    place, _, indent, _, edges, _, more_edges, ground = struct.unpack_from("<BBBBHHIH", body, 6)
    at = font - (font > _MISSING_FONT)
    left, right, top, bottom = (_BORDERS.get(edges >> shift & 0xF, Border.THIN) for shift in (0, 4, 8, 12))
    has_fill = bool(more_edges >> 26)
    return replace(
        fonts[at] if at < len(fonts) else PLAIN,
        number_format=formats.get(number_format, GENERAL),
        side=_SIDES.get(place & 0x7, Side.GENERAL),
        height=_HEIGHTS.get(place >> 4 & 0x7, Height.BOTTOM),
        wraps=bool(place & _WRAPS),
        indent=indent & 0xF,
        fill=indexed(palette, ground & 0x7F) if has_fill else "",
        borders=(left, top, right, bottom),
    )
