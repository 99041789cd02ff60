"""What the cells of workbooks show of their numbers, whoever wrote the file."""

import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import cast

import openpyxl
import pytest

from desktop.core.documents import Cell, Document, Format
from desktop.core.extraction.extracting import extract
from desktop.core.readers.workbook import read_workbook

_SHEET = "xl/worksheets/sheet1.xml"


def _book() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Biểu 1. Kết quả", None],
        [None, "Ước tính tháng 8 năm 2023 (Tấn)"],
        ["Cá", 26054.851082106],
    ):
        sheet.append(row)
    sheet.append(["Tôm", 0.12345])
    sheet.append(["Cua", 1234.56789012345])
    sheet.append(["Mực", "1.234,5"])
    sheet["B3"].number_format = "#,##0.0"
    sheet["B4"].number_format = "0.0%"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _changed(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    new = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(new, "w") as made:
        for name in old.namelist():
            made.writestr(name, change(old.read(name)) if name == _SHEET else old.read(name))
    return new.getvalue()


def _prefixed(xml: bytes) -> bytes:
    spaced = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", xml)
    return spaced.replace(b"xmlns=", b"xmlns:x=", 1)


def _turned(xml: bytes) -> bytes:
    return re.sub(rb'<c (r="[A-Z0-9]+") (s="[0-9]+") (t="n")>', rb"<c \3 \2 \1>", xml)


def _read(data: bytes) -> Document:
    return read_workbook(data, "bieu.xlsx", Format.XLSX, lambda: None)


def _cell(document: Document, name: str) -> Cell:
    return next(cell for cell in document.tables[0].cells if cell.name == name)


@pytest.mark.parametrize("change", [bytes, _prefixed, _turned], ids=["usual", "prefixed", "turned"])
def test_number_is_kept_in_full_beside_what_its_cell_shows(change: Callable[[bytes], bytes]) -> None:
    document = _read(_changed(_book(), change))
    full, percent, general, text = (_cell(document, name) for name in ("B3", "B4", "B5", "B6"))
    assert (full.number, full.shown) == (Decimal("26054.851082106"), "26.054,9")
    assert (document.slice(percent), percent.shown) == ("12,345%", "12,3%")
    assert general.shown == "1234,56789"
    assert (document.slice(text), text.shown) == ("1.234,5", "")


def test_figure_of_a_cell_says_what_it_shows() -> None:
    figures = {cast("str", figure.place.cell): figure for figure in extract(_read(_book())).figures}
    assert (str(figures["B3"].reading.value), figures["B3"].shown) == ("26054.851082106", "26.054,9")
    assert figures["B6"].shown == ""
