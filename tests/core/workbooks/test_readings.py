"""The machine's readings as a workbook that nobody can take for verified."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.core.errors import RefusedError
from desktop.core.extraction.result import Extraction
from desktop.core.figures import Figure, Value
from desktop.core.places import Place
from desktop.core.workbooks.readings import write_readings

TEXT = "Số vụ ma túy 218 vụ."


def extraction(make: Any, *values: str) -> Extraction:
    figures = (
        Figure(Place(13, 19), "218 vụ", make.reading(value, "vụ"), ("II. Xã hội", "1. Trật tự"), 0.875)
        for value in values
    )
    return Extraction(tuple(figures), (), ())


def test_readings_are_marked_as_not_verified(make: Any, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    write_readings([("a.txt", TEXT, extraction(make, "218"))], out)
    sheet = load_workbook(out).worksheets[0]
    assert sheet["A1"].value.startswith("CHƯA XÁC NHẬN")
    assert sheet.print_title_rows == "$1:$2"
    header, row = ([cell.value for cell in cells] for cells in sheet.iter_rows(min_row=2))
    told = dict(zip(header, row, strict=True))
    assert told["Xác nhận"] == "Chưa xác nhận"
    assert (told["STT"], told["Báo cáo"], told["Mục"]) == (1, "a.txt", "II. Xã hội > 1. Trật tự")
    assert (told["Giá trị"], told["Đơn vị tính"], told["Độ tin cậy"]) == (218, "vụ", 0.88)
    assert told["Trích nguồn"] == TEXT


def test_second_reading_stands_beside_the_confidence(make: Any, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    reading = make.reading("-1234", "vụ", "change")
    ambiguous = Figure(Place(13, 19), "1.234 vụ", reading, confidence=0.5, other=Value.parse("-1.234"))
    found = extraction(make, "218")
    write_readings([("a.txt", TEXT, replace(found, figures=(ambiguous, *found.figures)))], out)
    header, *rows = list(load_workbook(out).worksheets[0].iter_rows(min_row=2, values_only=True))
    assert [row[header.index("Cũng có thể đọc")] for row in rows] == ["−1,234", None]


def test_readings_of_several_documents_follow_one_another(make: Any, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    readings = [
        ("a.txt", TEXT, extraction(make, "1", "2")),
        ("b.txt", TEXT, extraction(make)),
        ("c.txt", TEXT, extraction(make, "3")),
    ]
    write_readings(readings, out)
    sheet = load_workbook(out).worksheets[0]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert [(row[0], row[1], row[4]) for row in rows] == [(1, "a.txt", 1), (2, "a.txt", 2), (3, "c.txt", 3)]
    assert str(sheet.auto_filter.ref).endswith("5")


def test_reading_that_excel_cannot_hold_is_listed(make: Any, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    write_readings([("a\x1b.txt", TEXT, extraction(make, "1234567890123456.75"))], out)
    rows = list(load_workbook(out)["Ghi khác nguyên văn"].iter_rows(min_row=2, values_only=True))
    assert [(row[1], row[2], row[4]) for row in rows] == [
        ("Kết quả đọc", "B3", "a\N{SYMBOL FOR ESCAPE}.txt"),
        ("Kết quả đọc", "E3", "1234567890123456.75"),
    ]


def test_place_that_cannot_be_written_is_refused(make: Any, tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        write_readings([("a.txt", TEXT, extraction(make, "1"))], tmp_path / "none" / "out.xlsx")
