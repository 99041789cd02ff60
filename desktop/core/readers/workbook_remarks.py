"""What is to be said of a file that was read all the same: macros in it, cells that hold no value.

A formula that nobody computed and one that failed have no number: they are neither zero nor empty.
"""

import re
from collections.abc import Iterator, Sequence

from desktop.core.documents import Format
from desktop.core.errors import Refusal, RefusalCode
from desktop.core.readers.archives import Archive
from desktop.core.readers.macros import carries_macros
from desktop.core.readers.workbook_formats import sheet_parts
from desktop.core.readers.workbook_records import error_places
from desktop.core.readers.workbook_squeezing import column_name

_UNCOMPUTED = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*)>\s*<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_FAILED = re.compile(rb"""<(?:\w+:)?c\b([^<>]*\bt=["']e["'][^<>]*)>""")
_TEXT_RESULT = re.compile(rb"""\bt=["']str["']""")
_CELL_NAME = re.compile(rb"""\br=["']([A-Z]{1,3}[0-9]{1,7})["']""")


def remarks_on(data: bytes, name: str, fmt: Format) -> Iterator[Refusal]:
    """Yield what is to be said of the file in `data`, which was read as `fmt`; raise RefusedError."""
    if carries_macros(data):
        yield Refusal(RefusalCode.HAS_MACROS, name)
    uncomputed: Sequence[str] = ()
    failed: Sequence[str] = ()
    if fmt is Format.XLSX:
        uncomputed, failed = _without_value(data, name)
    elif fmt is Format.XLS:
        failed = [f"{column_name(column)}{row + 1}" for row, column in error_places(data)]
    for code, places in (
        (RefusalCode.FORMULAS_UNCOMPUTED, uncomputed),
        (RefusalCode.CELLS_IN_ERROR, failed),
    ):
        if places:
            yield Refusal(code, name, {"count": str(len(places)), "place": places[0]})


def _without_value(data: bytes, name: str) -> tuple[list[str], list[str]]:
    """Return the cells of an .xlsx whose formulas were never computed, and those whose formulas failed."""
    uncomputed: list[str] = []
    failed: list[str] = []
    with Archive(data, name) as archive:
        sheet_of = {part: sheet for sheet, part in sheet_parts(archive, name).items()}
        for part, sheet in sheet_of.items():
            xml = archive.read(part) if part in archive else b""
            uncomputed += (
                _place(sheet, cell[1])
                for cell in _UNCOMPUTED.finditer(xml)
                if not _TEXT_RESULT.search(cell[1])
            )
            failed += (_place(sheet, cell[1]) for cell in _FAILED.finditer(xml))
    return uncomputed, failed


def _place(sheet: str, attributes: bytes) -> str:
    found = _CELL_NAME.search(attributes)
    return f"{sheet}!{found[1].decode()}" if found else sheet
