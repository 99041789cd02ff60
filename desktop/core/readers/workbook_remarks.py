"""What is to be said of a file that was read all the same: macros in it, cells that hold no value.

A formula that nobody computed and one that failed have no number: they are neither zero nor empty.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop.core.documents import Format
from desktop.core.errors import Refusal, RefusalCode
from desktop.core.readers.archives import Archive
from desktop.core.readers.macros import carries_macros
from desktop.core.readers.workbook_formats import sheet_parts
from desktop.core.readers.workbook_formulas import computes_on_load, uncomputed_cells
from desktop.core.readers.workbook_records import UNCOMPUTED_TEXT, cells_without_value, forget, sheet_names
from desktop.core.readers.workbook_squeezing import column_name

_WORKBOOK = "xl/workbook.xml"
_PLACES_SAID = 5
_FAILED = re.compile(rb"""<(?:\w+:)?c\b([^<>]*\bt=["']e["'][^<>]*)>""")
_CELL_NAME = re.compile(rb"""\br=["']([A-Z]{1,3}[0-9]{1,7})["']""")


def remarks_on(data: bytes, name: str, fmt: Format, *, has_cells: bool = True) -> Iterator[Refusal]:
    """Yield what is to be said of the file in `data`, which was read as `fmt`; raise RefusedError.

    `has_cells` tells whether anything stood in the cells of a workbook.
    """
    if carries_macros(data):
        yield Refusal(RefusalCode.HAS_MACROS, name)
    uncomputed: Sequence[str] = ()
    failed: Sequence[str] = ()
    if fmt is Format.XLSX:
        uncomputed, failed = _without_value(data, name)
    elif fmt is Format.XLS:
        uncomputed, failed = _without_value_in_records(data)
    if not has_cells and not uncomputed and fmt in (Format.XLSX, Format.XLS):
        yield Refusal(RefusalCode.NO_CELLS, name)
    for code, places in (
        (RefusalCode.FORMULAS_UNCOMPUTED, uncomputed),
        (RefusalCode.CELLS_IN_ERROR, failed),
    ):
        if places:
            yield Refusal(code, name, {"count": str(len(places)), "place": _said(places)})


def failed_cells(xml: bytes) -> Iterator[bytes]:
    """Yield the attributes of the cells of a sheet whose formulas failed."""
    return (cell[1] for cell in _FAILED.finditer(xml))


def cell_names(cells: Iterable[bytes]) -> Iterator[str]:
    """Yield the names of cells by their attributes, of those that have one."""
    return (found[1].decode() for attributes in cells if (found := _CELL_NAME.search(attributes)))


def _said(places: Sequence[str]) -> str:
    """Return the first few of the places."""
    return ", ".join(places[:_PLACES_SAID]) + (", …" if len(places) > _PLACES_SAID else "")


def _without_value(data: bytes, name: str) -> tuple[list[str], list[str]]:
    """Return the cells of an .xlsx whose formulas were never computed, and those whose formulas failed."""
    uncomputed: list[str] = []
    failed: list[str] = []
    with Archive(data, name) as archive:
        sheet_of = {part: sheet for sheet, part in sheet_parts(archive, name).items()}
        on_load = _WORKBOOK in archive and computes_on_load(archive.read(_WORKBOOK))
        for part, sheet in sheet_of.items():
            xml = archive.read(part) if part in archive else b""
            uncomputed += (_place(sheet, attributes) for attributes in uncomputed_cells(xml, on_load=on_load))
            failed += (_place(sheet, attributes) for attributes in failed_cells(xml))
    return uncomputed, failed


def _without_value_in_records(data: bytes) -> tuple[list[str], list[str]]:
    """Return the cells of an .xls whose formulas were never computed, and those that hold an error."""
    uncomputed: list[str] = []
    failed: list[str] = []
    missing = cells_without_value(data)
    for sheet, cells in zip(sheet_names(data) if any(missing) else (), missing, strict=False):
        for (row, column), shown in cells.items():
            places = uncomputed if shown == UNCOMPUTED_TEXT else failed
            places.append(f"{sheet}!{column_name(column)}{row + 1}")
    forget()
    return uncomputed, failed


def _place(sheet: str, attributes: bytes) -> str:
    found = _CELL_NAME.search(attributes)
    return f"{sheet}!{found[1].decode()}" if found else sheet
