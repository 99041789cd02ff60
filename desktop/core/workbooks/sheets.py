"""A workbook of large sheets: openpyxl makes the frame of each sheet, the rows are streamed into it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import IO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.core.workbooks.replacing import UnsoundFileError
from desktop.core.workbooks.rows import MAX_ROWS, clean_text

PROGRAM = "Đối Chiếu"
MAX_LINKS = 65_530

_FAST = 3
_ROWS_AT_ONCE = 500
_SHEET_DATA = re.compile(rb"<sheetData\s*/>|<sheetData>.*</sheetData>", re.DOTALL)
_DIMENSION = re.compile(rb"<dimension [^>]*/>")
_AFTER_LINKS = re.compile(rb"<printOptions|<pageMargins|</worksheet>")


@dataclass(frozen=True, slots=True)
class Link:
    """A link from a cell to a place in the same workbook: "'Số liệu'!A7"."""

    cell: str
    target: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its frame (widths, print setup, merged cells) and what is streamed into it.

    `rows` are the rows' XML in order; `links` are read after them, the first 65,530 of them.
    """

    frame: Worksheet
    rows: Iterable[str]
    links: Sequence[Link] = ()


def new_workbook(titles: Sequence[str], *, heading: str, at: datetime) -> Workbook:
    """Return a workbook with empty sheets of these titles, and the program's name in its properties."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title in titles:
        workbook.create_sheet(title)
    workbook.calculation.fullCalcOnLoad = False
    properties = workbook.properties
    properties.creator = properties.lastModifiedBy = PROGRAM
    properties.title = clean_text(heading)
    properties.language = "vi-VN"
    properties.created = properties.modified = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    return workbook


def save_sheets(workbook: Workbook, sheets: Sequence[Sheet], file: IO[bytes]) -> dict[str, int]:
    """Write `workbook` with the rows of `sheets` (all of its worksheets, in order) to `file`.

    Return how many rows each sheet has, by its title; raise UnsoundFileError for more than a sheet can hold.
    """
    rows_by_title: dict[str, int] = {}
    shell = BytesIO()
    workbook.save(shell)
    sheet_by_part = {f"xl/worksheets/sheet{at}.xml": sheet for at, sheet in enumerate(sheets, start=1)}
    with ZipFile(shell) as parts, ZipFile(file, "w", ZIP_DEFLATED, compresslevel=_FAST) as out:
        for name in parts.namelist():
            with out.open(name, "w") as part:
                if sheet := sheet_by_part.get(name):
                    rows_by_title[sheet.frame.title] = _write_sheet(parts.read(name), sheet, part)
                else:
                    part.write(parts.read(name))
    return rows_by_title


def _write_sheet(shell: bytes, sheet: Sheet, part: IO[bytes]) -> int:
    written = 0
    top, bottom = _SHEET_DATA.split(_DIMENSION.sub(b"", shell, count=1), maxsplit=1)
    part.write(top + b"<sheetData>")
    for rows in _batched(sheet.rows):
        written += len(rows)
        if written > MAX_ROWS:
            raise UnsoundFileError(f"{sheet.frame.title}: > {MAX_ROWS}")
        part.write("".join(rows).encode())
    part.write(b"</sheetData>" + _with_links(bottom, sheet.links[:MAX_LINKS]))
    return written


def _batched(rows: Iterable[str]) -> Iterable[list[str]]:
    batch: list[str] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _ROWS_AT_ONCE:
            yield batch
            batch = []
    yield batch


def _with_links(bottom: bytes, links: Sequence[Link]) -> bytes:
    if not links:
        return bottom
    after = _AFTER_LINKS.search(bottom)
    at = after.start() if after else len(bottom)
    xml = "".join(
        f"<hyperlink ref={quoteattr(link.cell)} location={quoteattr(link.target)}"
        f" tooltip={quoteattr(link.tip)}/>"
        for link in links
    )
    return bottom[:at] + f"<hyperlinks>{xml}</hyperlinks>".encode() + bottom[at:]
