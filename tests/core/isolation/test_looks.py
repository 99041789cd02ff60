"""The looks of sheets, read in the reading process."""

import io

import openpyxl
import pytest

from desktop.core.documents import Format
from desktop.core.errors import RefusedError
from desktop.core.isolation.process import ReadingProcess
from desktop.core.readers.workbook_looks import sheet_looks


def book() -> bytes:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet["B2"] = 12.345
    sheet["B2"].number_format = "0.0"
    sheet.column_dimensions["B"].width = 22
    sheet.row_dimensions[4].hidden = True
    made.create_sheet("Trống")
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_looks_come_whole_from_the_process(reading: ReadingProcess) -> None:
    data = book()
    assert reading.looks(data, "bieu.xlsx", Format.XLSX) == dict(sheet_looks(data, "bieu.xlsx"))


def test_other_formats_have_no_looks(reading: ReadingProcess) -> None:
    assert reading.looks(b"Quy I", "bao-cao.txt", Format.TXT) == {}


def test_broken_workbook_is_refused(reading: ReadingProcess) -> None:
    with pytest.raises(RefusedError):
        reading.looks(book()[:200], "bieu.xlsx", Format.XLSX)
    assert reading.looks(book(), "bieu.xlsx", Format.XLSX)
