"""The cell styles of an .xlsx, from its styles and its theme."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from lxml import etree

import resources
from desktop.core.readers.archives import Archive
from desktop.core.readers.markup import parse_xml
from desktop.core.readers.workbook_colors import indexed, theme_colors, tinted, usual_palette
from desktop.core.sheet_looks import GENERAL, PLAIN, Border, CellLook, Height, Side

_STYLES = "xl/styles.xml"
_THEME = "xl/theme/theme1.xml"
_MOST_INDENT = 15
_STYLES_MOST = 65_536
_MOST_POINTS = 500.0
_SIDES = {
    "left": Side.LEFT,
    "right": Side.RIGHT,
    "center": Side.CENTER,
    "centerContinuous": Side.ACROSS,
    "distributed": Side.CENTER,
    "justify": Side.LEFT,
    "fill": Side.LEFT,
}
_HEIGHTS = {"top": Height.TOP, "center": Height.MIDDLE, "justify": Height.TOP, "distributed": Height.MIDDLE}
_BORDERS = {
    "hair": Border.HAIR,
    "dotted": Border.HAIR,
    "thin": Border.THIN,
    "dashed": Border.THIN,
    "dashDot": Border.THIN,
    "dashDotDot": Border.THIN,
    "medium": Border.MEDIUM,
    "mediumDashed": Border.MEDIUM,
    "mediumDashDot": Border.MEDIUM,
    "mediumDashDotDot": Border.MEDIUM,
    "slantDashDot": Border.MEDIUM,
    "thick": Border.THICK,
    "double": Border.DOUBLE,
}
_EDGES = ("left", "top", "right", "bottom")

_Node = etree._Element
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Styles:
    """The looks of a workbook's cells by the number of their style, and the size of its usual letters."""

    looks: tuple[CellLook, ...] = ()
    base_points: float = 11.0


def read_styles(archive: Archive, name: str) -> Styles:
    """Return the styles of a workbook; none where it has none."""
    if _STYLES not in archive:
        return Styles()
    root = parse_xml(archive.read(_STYLES), name)
    theme = parse_xml(archive.read(_THEME), name) if _THEME in archive else None
    return _StylesReader(root, theme).styles()


class _StylesReader:
    def __init__(self, root: _Node, theme: _Node | None) -> None:
        self._palette = _palette(root)
        self._theme = theme_colors(_theme_found(theme))
        self._formats = _formats(root)
        self._xfs = list(_first(root, "cellXfs/{*}xf"))
        self._fonts = self._read(root, "fonts/{*}font", self._font)
        self._fills = self._read(root, "fills/{*}fill", self._fill)
        self._borders = self._read(root, "borders/{*}border", _borders)

    def styles(self) -> Styles:
        base = self._fonts[0].points if self._fonts else 0.0
        return Styles(tuple(map(self._look, self._xfs)), base or Styles().base_points)

    def _read(self, root: _Node, path: str, read: Callable[[_Node], _T]) -> list[_T]:
        return [read(node) for node in _first(root, path)]

    def _look(self, xf: _Node) -> CellLook:
        font = _nth(self._fonts, _whole(xf.get("fontId")), PLAIN)
        fill = _nth(self._fills, _whole(xf.get("fillId")), "")
        borders = _nth(self._borders, _whole(xf.get("borderId")), PLAIN.borders)
        number_format = self._formats.get(_whole(xf.get("numFmtId")), GENERAL)
        return _aligned(replace(font, number_format=number_format, fill=fill, borders=borders), xf)

    def _font(self, node: _Node) -> CellLook:
        return CellLook(
            is_bold=_is_on(node, "b"),
            is_italic=_is_on(node, "i"),
            is_underlined=_is_on(node, "u"),
            points=_real(_value(node, "sz")),
            color=self._color(node.find("{*}color")),
        )

    def _fill(self, node: _Node) -> str:
        pattern = node.find("{*}patternFill")
        if pattern is None or pattern.get("patternType", "none") == "none":
            return ""
        return self._color(pattern.find("{*}fgColor"))

    def _color(self, node: _Node | None) -> str:
        if node is None:
            return ""
        tint = _real(node.get("tint"))
        if (rgb := node.get("rgb")) is not None:
            return tinted(str(rgb)[-6:].lower(), tint) if _is_hex(str(rgb)[-6:]) else ""
        if (theme := node.get("theme")) is not None:
            return tinted(_nth(self._theme, _whole(theme), ""), tint)
        number = node.get("indexed")
        return tinted(indexed(self._palette, _whole(number)), tint) if number is not None else ""


def _first(root: _Node, path: str) -> Iterator[_Node]:
    """Return as many nodes as Excel itself allows."""
    return islice(root.iterfind("{*}" + path), _STYLES_MOST)


def _aligned(look: CellLook, xf: _Node) -> CellLook:
    node = xf.find("{*}alignment")
    if node is None:
        return look
    return replace(
        look,
        side=_SIDES.get(str(node.get("horizontal")), Side.GENERAL),
        height=_HEIGHTS.get(str(node.get("vertical")), Height.BOTTOM),
        indent=min(max(0, _whole(node.get("indent"))), _MOST_INDENT),
        wraps=node.get("wrapText") in ("1", "true"),
    )


def _borders(node: _Node) -> tuple[Border, Border, Border, Border]:
    left, top, right, bottom = (_border(node.find("{*}" + edge)) for edge in _EDGES)
    return left, top, right, bottom


def _border(edge: _Node | None) -> Border:
    return Border.NONE if edge is None else _BORDERS.get(str(edge.get("style")), Border.NONE)


def _formats(root: _Node) -> dict[int, str]:
    known = resources.toml("workbooks/excel.toml")["number_formats"]
    formats = {int(number): str(code) for number, code in known.items()}
    for node in _first(root, "numFmts/{*}numFmt"):
        formats[_whole(node.get("numFmtId"))] = str(node.get("formatCode") or GENERAL)
    return formats


def _palette(root: _Node) -> Sequence[str]:
    own = [str(node.get("rgb"))[-6:].lower() for node in _first(root, "colors/{*}indexedColors/{*}rgbColor")]
    return own if own and all(map(_is_hex, own)) else usual_palette()


def _theme_found(theme: _Node | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in theme.iterfind(".//{*}clrScheme/*") if theme is not None else ():
        color = next(iter(node), None)
        value = color.get("lastClr", color.get("val")) if color is not None else None
        if value is not None and _is_hex(str(value)):
            found[str(node.tag).rpartition("}")[2]] = str(value).lower()
    return found


def _is_on(font: _Node, name: str) -> bool:
    node = font.find("{*}" + name)
    return node is not None and node.get("val") not in ("0", "false", "none")


def _value(font: _Node, name: str) -> str | None:
    node = font.find("{*}" + name)
    return None if node is None else node.get("val")


def _is_hex(text: str) -> bool:
    return len(text) == len("rrggbb") and all(letter in "0123456789abcdefABCDEF" for letter in text)


def _nth(items: Sequence[_T], number: int, otherwise: _T) -> _T:
    return items[number] if 0 <= number < len(items) else otherwise


def _whole(text: object) -> int:
    return int(str(text)) if str(text).isascii() and str(text).isdigit() else -1


def _real(text: object) -> float:
    try:
        number = float(str(text))
    except ValueError:
        return 0.0
    return number if abs(number) < _MOST_POINTS else 0.0
