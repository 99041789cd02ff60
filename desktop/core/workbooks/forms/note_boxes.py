"""The boxes that notes at cells are shown in: shapes of a VML drawing, which need not be well formed XML.

Shapes are put in before the drawing's end; nothing else of it is touched.
"""

import re
from collections.abc import Iterable

from desktop.core.workbooks.forms.cell_ranges import COLUMNS_MOST, ROWS_MOST, Spot

_END = re.compile(rb"</(?:\w+:)?xml\s*>\s*\Z", re.IGNORECASE)
_SHAPE_ID = re.compile(rb"_x0000_s([0-9]+)")
_NOTE_TYPE = b"_x0000_t202"
_FIRST_ID = 1024
_COLUMNS_WIDE, _ROWS_HIGH = 4, 9

_NAMES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
NEW_DRAWING = (
    f'<xml {_NAMES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
).encode()
"""A drawing without boxes."""

_TYPE = (
    f'<v:shapetype {_NAMES} id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
).encode()


def with_boxes(drawing: bytes, spots: Iterable[Spot]) -> bytes | None:
    """Return a drawing with a hidden box for each cell, None where its end cannot be found."""
    end = _END.search(drawing)
    if end is None:
        return None
    number = max((int(found) for found in _SHAPE_ID.findall(drawing)), default=_FIRST_ID)
    pieces = [] if b'id="' + _NOTE_TYPE in drawing else [_TYPE]
    pieces += [_box(spot, number + count) for count, spot in enumerate(spots, 1)]
    return drawing[: end.start()] + b"".join(pieces) + drawing[end.start() :]


def _box(spot: Spot, number: int) -> bytes:
    left = min(spot.column + 1, COLUMNS_MOST - _COLUMNS_WIDE - 1)
    top = min(max(spot.row - 1, 0), ROWS_MOST - _ROWS_HIGH - 1)
    anchor = f"{left}, 15, {top}, 10, {left + _COLUMNS_WIDE}, 15, {top + _ROWS_HIGH}, 4"
    return (
        f'<v:shape {_NAMES} id="_x0000_s{number}" type="#_x0000_t202"'
        ' style="position:absolute;margin-left:60pt;margin-top:1.5pt;width:220pt;height:120pt;z-index:1;'
        'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{spot.row}</x:Row><x:Column>{spot.column}</x:Column></x:ClientData></v:shape>"
    ).encode()
