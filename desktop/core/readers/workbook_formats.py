"""Which cells of an .xlsx are shown as percentages: they store 0.123 where the report says 12.3%."""

import posixpath
import re
from collections.abc import Collection, Iterator

from desktop.core.readers.archives import Archive
from desktop.core.readers.markup import parse_xml

BUILT_IN_PERCENT = frozenset((9, 10))
_CELL = re.compile(rb"<(?:\w+:)?c\s([^<>]*)")
_CELL_NAME = re.compile(rb"""\br=["']([A-Z]+[0-9]+)""")
_CELL_STYLE = re.compile(rb"""\bs=["']([0-9]+)""")
_FEW_STYLES = 50
_QUOTED = re.compile(r'"[^"]*"|\\.')
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def cells_in(xml: bytes, styles: Collection[bytes]) -> Iterator[str]:
    """Yield the names of the cells of a sheet that have one of `styles`."""
    if not styles:
        return
    # Looked for by the attribute alone first: few cells have one of the styles.
    number = b"|".join(styles) if len(styles) <= _FEW_STYLES else b"[0-9]+"
    wanted = re.compile(rb"""s=["'](?:""" + number + rb""")["']""")
    for found in wanted.finditer(xml):
        cell = _CELL.match(xml, xml.rfind(b"<", 0, found.start()))
        if cell is None:
            continue
        style, named = _CELL_STYLE.search(cell[1]), _CELL_NAME.search(cell[1])
        if style and named and style[1] in styles:
            yield named[1].decode()


def shows_percent(code: str) -> bool:
    """Tell whether the number format `code` shows percentages: a sign in quotes is only a letter."""
    return "%" in _QUOTED.sub("", code)


def percent_styles(archive: Archive, name: str) -> set[bytes]:
    """Return the numbers of the cell styles whose format shows percentages."""
    if "xl/styles.xml" not in archive:
        return set()
    root = parse_xml(archive.read("xl/styles.xml"), name)
    formats = {
        _number(node.get("numFmtId"))
        for node in root.iterfind(".//{*}numFmts/{*}numFmt")
        if shows_percent(str(node.get("formatCode") or ""))
    }
    styles = root.iterfind("{*}cellXfs/{*}xf")
    wanted = formats | BUILT_IN_PERCENT
    return {str(i).encode() for i, style in enumerate(styles) if _number(style.get("numFmtId")) in wanted}


def sheet_parts(archive: Archive, name: str) -> dict[str, str]:
    """Return the archive's part of each sheet, by the sheet's name."""
    if "xl/workbook.xml" not in archive or "xl/_rels/workbook.xml.rels" not in archive:
        return {}
    relations = parse_xml(archive.read("xl/_rels/workbook.xml.rels"), name)
    part_by_id = {
        str(node.get("Id")): posixpath.normpath(posixpath.join("/xl", str(node.get("Target")))).lstrip("/")
        for node in relations
    }
    workbook = parse_xml(archive.read("xl/workbook.xml"), name)
    return {
        str(node.get("name")): part_by_id.get(str(node.get(_RELATION) or node.get(_STRICT_RELATION)), "")
        for node in workbook.iterfind("{*}sheets/{*}sheet")
    }


def _number(text: object) -> int:
    return int(str(text)) if str(text).isdigit() else -1
