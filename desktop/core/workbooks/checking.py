"""Reading a written workbook back, before it takes the place of the old one."""

import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from desktop.core.workbooks.replacing import UnsoundFileError

_ROW = b"<row "
_AT_ONCE = 1 << 20


def check_workbook(path: Path, rows_by_title: Mapping[str, int]) -> None:
    """Raise UnsoundFileError unless the workbook is sound throughout and its sheets have these rows.

    The parts are read as streams, so that a large sheet costs no memory.
    """
    try:
        with path.open("rb") as file:
            titles = CalamineWorkbook.from_filelike(file).sheet_names
        with ZipFile(path) as parts:
            rows_by_part = {name: _count_rows(parts.open(name)) for name in parts.namelist()}
    except (CalamineError, ExpatError, BadZipFile, zlib.error) as error:
        raise UnsoundFileError(str(error)) from error
    rows = {title: rows_by_part[f"xl/worksheets/sheet{at}.xml"] for at, title in enumerate(titles, start=1)}
    if rows != dict(rows_by_title):
        raise UnsoundFileError(f"{rows} read back, {dict(rows_by_title)} written")


def _count_rows(part: IO[bytes]) -> int:
    parser, rows, tail = ParserCreate(), 0, b""
    with part:
        while piece := part.read(_AT_ONCE):
            parser.Parse(piece)
            rows += (tail + piece).count(_ROW)
            tail = piece[1 - len(_ROW) :]
    parser.Parse(b"", True)
    return rows
