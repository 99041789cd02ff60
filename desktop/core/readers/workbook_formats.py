"""The number formats of the cells of an .xlsx: what is shown as a percentage stores 0.123 for 12.3%."""

import posixpath
import re
from collections.abc import Mapping
from functools import lru_cache

import resources
from desktop.core.readers.archives import Archive
from desktop.core.readers.markup import parse_xml

_NUMBER_CELL = re.compile(rb"""<c r="([A-Z]{1,3}[0-9]{1,7})" s="([0-9]{1,5})"(?: t="n")?>""")
"""A cell with a number as nearly all programs write it: a look at every attribute takes long."""
_CELL = re.compile(rb"""<(?:\w+:)?c\s([^<>]*[^<>/])>""")
_CELL_NAME = re.compile(rb"""\br=["']([A-Z]{1,3}[0-9]{1,7})["']""")
_CELL_STYLE = re.compile(rb"""\bs=["']([0-9]{1,5})["']""")
_OTHER_CELL = re.compile(rb"""<(?:\w+:c\s|c\s(?!r="[A-Z]+[0-9]+"(?: s="[0-9]+")?(?: t="[a-zA-Z]+")?/?>))""")
_OTHER_TYPE = re.compile(rb"""\bt=["'](?!n["'])""")
_QUOTED = re.compile(r'"[^"]*"|\\.')
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def number_formats(xml: bytes, formats: Mapping[bytes, str]) -> dict[str, str]:
    """Return the format of each cell of a sheet that may hold a number, by the cell's name.

    `formats` are those of the styles by their numbers; cells in another style show numbers as they are.
    """
    if not formats:
        return {}
    found = _NUMBER_CELL.findall(xml)
    if _OTHER_CELL.search(xml):
        found += (
            (named[1], style[1])
            for cell in _CELL.finditer(xml)
            if (style := _CELL_STYLE.search(cell[1])) and (named := _CELL_NAME.search(cell[1]))
            if not _OTHER_TYPE.search(cell[1])
        )
    return {name.decode(): formats[style] for name, style in found if style in formats}


@lru_cache(maxsize=512)
def shows_percent(code: str) -> bool:
    """Tell whether the number format `code` shows percentages: a sign in quotes is only a letter."""
    return "%" in _QUOTED.sub("", code)


def style_formats(archive: Archive, name: str) -> dict[bytes, str]:
    """Return the number formats of the cell styles that have one, by the style's number."""
    if "xl/styles.xml" not in archive:
        return {}
    root = parse_xml(archive.read("xl/styles.xml"), name)
    known = built_in_formats()
    for node in root.iterfind(".//{*}numFmts/{*}numFmt"):
        known[_number(node.get("numFmtId"))] = str(node.get("formatCode") or "")
    styles = root.iterfind("{*}cellXfs/{*}xf")
    codes = (known.get(_number(style.get("numFmtId")), "") for style in styles)
    return {str(place).encode(): code for place, code in enumerate(codes) if code}


def built_in_formats() -> dict[int, str]:
    """Return the formats that Excel knows without a file saying so, by their numbers."""
    known = resources.toml("workbooks/excel.toml")["number_formats"]
    return {int(number): str(code) for number, code in known.items()}


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
