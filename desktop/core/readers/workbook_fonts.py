"""The old fonts in an .xlsx: of its cell styles, and of the runs of letters in its shared strings."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from desktop.core.errors import RefusedError
from desktop.core.lettering.fonts import FontLetters, letters_of_font
from desktop.core.readers.archives import Archive
from desktop.core.readers.cell_fonts import CellFonts, RunStart
from desktop.core.readers.markup import parse_xml
from desktop.core.readers.workbook_formats import sheet_parts

_STYLES, _STRINGS = "xl/styles.xml", "xl/sharedStrings.xml"
_TEXT_CELL = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*\bt=["'](?:s|str|inlineStr)["'][^>]*)>"""
    rb"""(?:\s*<(?:\w+:)?v[^>]*>([0-9]+)<|\s*<is>([^\0]*?)</is>)?"""
)
_RUN_FONT = re.compile(rb"""rFont\s+val=["']([^"']*)""")
_NAME = re.compile(rb"""\br=["']([A-Z]+)([0-9]+)""")
_STYLE = re.compile(rb"""\bs=["']([0-9]+)""")
_SHARED = re.compile(rb"""\bt=["']s["']""")

Place = tuple[int, int]
_Runs = tuple[tuple[int, str | None], ...]


def fonts_by_sheet(archive: Archive, name: str) -> dict[str, dict[Place, CellFonts]]:
    """Return the old fonts of the cells of each sheet; nothing where the workbook has none."""
    styles = _style_letters(archive, name)
    runs = _string_runs(archive, name)
    found: dict[str, dict[Place, CellFonts]] = {}
    for sheet, part in sheet_parts(archive, name).items():
        if part not in archive:
            continue
        xml = archive.read(part)
        if any(styles) or runs or b"<rFont" in xml:
            found[sheet] = dict(_cells(xml, styles, runs))
    return found


def _style_letters(archive: Archive, name: str) -> list[FontLetters | None]:
    """Return what the font of each cell style makes of letters."""
    if _STYLES not in archive:
        return []
    root = parse_xml(archive.read(_STYLES), name)
    fonts = [_letters(font, "name") for font in root.iterfind("{*}fonts/{*}font")]
    numbers = [str(style.get("fontId") or 0) for style in root.iterfind("{*}cellXfs/{*}xf")]
    places = [int(number) if number.isdigit() else len(fonts) for number in numbers]
    return [fonts[place] if place < len(fonts) else None for place in places]


def _string_runs(archive: Archive, name: str) -> dict[int, _Runs]:
    """Return the runs of the shared strings with old fonts: where each begins, and its font's name."""
    if _STRINGS not in archive:
        return {}
    xml = archive.read(_STRINGS)
    if not any(letters_of_font(font.decode("utf-8", "replace")) for font in set(_RUN_FONT.findall(xml))):
        return {}
    root = parse_xml(xml, name)
    found: dict[int, _Runs] = {}
    for index, item in enumerate(root.iterfind("{*}si")):
        runs = tuple(_runs(item))
        if any(font is not None and letters_of_font(font) for _, font in runs):
            found[index] = runs
    return found


def _runs(item: etree._Element) -> Iterator[tuple[int, str | None]]:
    """Yield where each run of a string begins and its font's name, None where it has that of the cell."""
    at = 0
    for run in item.iterfind("{*}r"):
        font = run.find("{*}rPr/{*}rFont")
        yield at, None if font is None else str(font.get("val") or "")
        at += sum(len(text.text or "") for text in run.iterfind("{*}t"))


def _cells(
    xml: bytes, styles: Sequence[FontLetters | None], runs: dict[int, _Runs]
) -> Iterator[tuple[Place, CellFonts]]:
    for cell in _TEXT_CELL.finditer(xml):
        named = _NAME.search(cell[1])
        if named is None:
            continue
        style = _STYLE.search(cell[1])
        number = int(style[1]) if style else 0
        letters = styles[number] if number < len(styles) else None
        own: _Runs = ()
        if cell[3] is not None:
            own = _inline_runs(cell[3])
        elif cell[2] is not None and _SHARED.search(cell[1]):
            own = runs.get(int(cell[2]), ())
        fonts = CellFonts(letters, tuple(_start(at, font, letters) for at, font in own))
        if fonts.is_old:
            yield (int(named[2]) - 1, _column(named[1])), fonts


def _inline_runs(xml: bytes) -> _Runs:
    """Return the runs of a string that stands in its cell."""
    if b"<rFont" not in xml:
        return ()
    try:
        return tuple(_runs(parse_xml(b"<is>" + xml + b"</is>", "")))
    except RefusedError:
        return ()


def _start(at: int, font: str | None, of_cell: FontLetters | None) -> RunStart:
    return RunStart(at, of_cell if font is None else letters_of_font(font))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _letters(font: etree._Element, tag: str) -> FontLetters | None:
    named = font.find(f"{{*}}{tag}")
    return None if named is None else letters_of_font(str(named.get("val") or ""))
