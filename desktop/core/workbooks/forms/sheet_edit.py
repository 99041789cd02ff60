"""Values put into cells of a sheet: of its bytes those of the cells alone change, and what tells its size."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from xml.sax.saxutils import escape

from desktop.core.figures import plain
from desktop.core.workbooks.forms.cell_ranges import CellRange, Spot, range_of
from desktop.core.workbooks.forms.sheet_scan import FoundCell, FoundRow, SheetScan
from desktop.core.workbooks.forms.xml_spans import Edit, prefix_of

Content = Decimal | str
"""What a cell is to hold: a number, or a text."""

_DROPPED = re.compile(rb"""\s(?:t|vm)\s*=\s*(?:"[^"]*"|'[^']*')""")
_KIND = re.compile(rb"""\st\s*=\s*(?:"[^"]*"|'[^']*')""")
_SPANS = re.compile(rb"""\sspans\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = re.compile(rb"""(\sref\s*=\s*["'])([^"']*)""")
_EXTENSIONS = re.compile(rb"<(?:\w+:)?extLst\b.*</(?:\w+:)?extLst\s*>", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?(v)\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?v\s*>)")


def value_edits(xml: bytes, scan: SheetScan, contents: Mapping[Spot, Content]) -> list[Edit]:
    """Return the edits that put `contents` into their cells; it was scanned with these wanted."""
    if scan.data is None:
        return []
    prefix = prefix_of(xml, scan.data)
    by_row: dict[int, dict[Spot, Content]] = {}
    for spot, content in sorted(contents.items()):
        by_row.setdefault(spot.row, {})[spot] = content
    edits: list[Edit] = []
    new_rows: dict[int, list[bytes]] = {}
    for number, cells in by_row.items():
        row = scan.rows.get(number)
        if row is None:
            new_rows.setdefault(_row_at(scan, number), []).append(_new_row(number, cells, scan, prefix))
        else:
            edits += _row_edits(xml, scan, row, cells, prefix)
    return edits + _row_insertions(xml, scan, new_rows, prefix) + _size_edits(xml, scan, contents)


def stale_value_edits(xml: bytes, cells: Iterable[FoundCell]) -> list[Edit]:
    """Return the edits that take the stored results out of cells with a formula; the formulas stay."""
    edits: list[Edit] = []
    for cell in cells:
        element = cell.element
        value = _VALUE.search(xml, element.tag_end, element.close)
        if value is None:
            continue
        edits.append(Edit(value.start(), value.end(), b""))
        if kind := _KIND.search(xml, element.start, element.tag_end):
            edits.append(Edit(kind.start(), kind.end(), b""))
    return edits


def _row_edits(
    xml: bytes, scan: SheetScan, row: FoundRow, contents: Mapping[Spot, Content], prefix: bytes
) -> list[Edit]:
    edits: list[Edit] = []
    inserted: dict[int, list[bytes]] = {}
    element = row.element
    for spot, content in contents.items():
        cell = scan.cells.get(spot)
        if cell is not None:
            edits.append(Edit(cell.element.start, cell.element.end, _filled(xml, cell, content, prefix)))
        else:
            at = next((start for column, start in row.cells if column > spot.column), element.close)
            new = _new_cell(spot, content, scan.style_at(spot), prefix)
            inserted.setdefault(at, []).append(new)
    if element.is_empty:
        cells = b"".join(piece for pieces in inserted.values() for piece in pieces)
        tag = _without_spans(xml[element.start : element.tag_end], contents)
        opened = tag.removesuffix(b"/>").rstrip() + b">"
        return [Edit(element.start, element.end, opened + cells + b"</" + prefix + b"row>")]
    tag = xml[element.start : element.tag_end]
    if (changed := _without_spans(tag, contents)) != tag:
        edits.append(Edit(element.start, element.tag_end, changed))
    return edits + [Edit(at, at, b"".join(pieces)) for at, pieces in inserted.items()]


def _without_spans(tag: bytes, contents: Iterable[Spot]) -> bytes:
    """Return a row's start tag without the columns it says it spans, where a new cell lies outside them."""
    match = _SPANS.search(tag)
    if match is None:
        return tag
    first, _, last = (match[1] or match[2] or b"").decode("ascii", "replace").partition(":")
    is_told = first.isdigit() and last.isdigit()
    if is_told and all(int(first) <= spot.column + 1 <= int(last) for spot in contents):
        return tag
    return tag[: match.start()] + tag[match.end() :]


def _row_at(scan: SheetScan, number: int) -> int:
    """Return where a row that is not there is to be put in."""
    later = (start for row, start in scan.row_starts if row > number)
    return next(later, scan.data.close if scan.data is not None else 0)


def _row_insertions(
    xml: bytes, scan: SheetScan, new_rows: Mapping[int, list[bytes]], prefix: bytes
) -> list[Edit]:
    data = scan.data
    if data is None or not new_rows:
        return []
    if data.is_empty:
        rows = b"".join(row for rows in new_rows.values() for row in rows)
        opened = xml[data.start : data.tag_end].removesuffix(b"/>").rstrip() + b">"
        return [Edit(data.start, data.end, opened + rows + b"</" + prefix + b"sheetData>")]
    return [Edit(at, at, b"".join(rows)) for at, rows in new_rows.items()]


def _new_row(number: int, contents: Mapping[Spot, Content], scan: SheetScan, prefix: bytes) -> bytes:
    cells = (
        _new_cell(spot, content, scan.style_at(spot), prefix) for spot, content in sorted(contents.items())
    )
    return b'<%srow r="%d">%s</%srow>' % (prefix, number + 1, b"".join(cells), prefix)


def _new_cell(spot: Spot, content: Content, style: str, prefix: bytes) -> bytes:
    styled = f' s="{style}"' if style else ""
    tag = f'c r="{spot.name}"{styled}'.encode()
    return b"<" + prefix + tag + _kind_and_value(content, prefix) + b"</" + prefix + b"c>"


def _filled(xml: bytes, cell: FoundCell, content: Content, prefix: bytes) -> bytes:
    """Return a cell with another content: its attributes, but for its kind, and its extensions stay."""
    element = cell.element
    tag = _DROPPED.sub(b"", xml[element.start : element.tag_end])
    tag = tag.removesuffix(b">").removesuffix(b"/").rstrip()
    extensions = _EXTENSIONS.search(xml, element.tag_end, element.close)
    kept = extensions[0] if extensions else b""
    return tag + _kind_and_value(content, prefix) + kept + b"</" + prefix + b"c>"


def _kind_and_value(content: Content, prefix: bytes) -> bytes:
    """Return what follows the attributes of a cell's start tag, up to its end tag."""
    if isinstance(content, Decimal):
        return b"><%sv>%s</%sv>" % (prefix, plain(content).encode(), prefix)
    text = escape(content).encode()
    return b' t="inlineStr"><%sis><%st xml:space="preserve">%s</%st></%sis>' % (
        prefix,
        prefix,
        text,
        prefix,
        prefix,
    )


def _size_edits(xml: bytes, scan: SheetScan, contents: Iterable[Spot]) -> list[Edit]:
    """Return the edit that makes the sheet say how far its cells now reach, where it says so at all."""
    element = scan.child("dimension")
    match = _REFERENCE.search(xml, element.start, element.tag_end) if element else None
    told = range_of(match[2].decode("ascii", "replace")) if match else None
    if match is None or told is None:
        return []
    spots = list(contents)
    reach = CellRange(
        min(told.top, *(spot.row for spot in spots)),
        min(told.left, *(spot.column for spot in spots)),
        max(told.bottom, *(spot.row for spot in spots)),
        max(told.right, *(spot.column for spot in spots)),
    )
    return [] if reach == told else [Edit(match.start(2), match.end(2), str(reach).encode())]
