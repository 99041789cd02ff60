"""What stands in the cells of a table and is no figure is set aside with its reason, or is a mark."""

import io
from collections.abc import Sequence

import openpyxl
import pytest

from desktop.core.extraction.extracting import extract
from desktop.core.extraction.result import Extraction
from desktop.core.readers import read
from desktop.core.sections import LedgerKind


def _extraction(header: Sequence[object], rows: Sequence[Sequence[object]]) -> Extraction:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Biểu"
    sheet["A1"] = "Vốn đăng ký tháng 8 năm 2023"
    sheet["C2"] = "Đơn vị tính: Tỷ đồng"
    sheet.append(list(header))
    for row in rows:
        sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return extract(read(file.getvalue(), "a.xlsx"))


def _kinds(found: Extraction, column: str) -> set[LedgerKind]:
    return {entry.kind for entry in found.ledger if (entry.cell or "").startswith(column)}


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Xếp hạng", LedgerKind.ORDINAL),
        ("Thứ hạng", LedgerKind.ORDINAL),
        ("Mã ngành", LedgerKind.ORDINAL),
        ("Số thứ tự", LedgerKind.ORDINAL),
        ("Năm", LedgerKind.DATE),
        ("Năm hoàn thành", LedgerKind.DATE),
    ],
)
def test_ranks_codes_and_years_beside_figures_are_set_aside(header: str, kind: LedgerKind) -> None:
    is_year = kind is LedgerKind.DATE
    rows = [[f"Dự án {'ABCDE'[at]}", 100.5 * at + 3, 2015 + at if is_year else at + 1] for at in range(5)]
    found = _extraction(["Dự án", "Vốn đăng ký", header], rows)
    assert [figure.place.cell for figure in found.figures] == ["B4", "B5", "B6", "B7", "B8"]
    assert _kinds(found, "C") == {kind}


@pytest.mark.parametrize("header", ["Năm 2022", "Năm trước", "Xếp hạng di tích (di tích)"])
def test_columns_that_only_sound_so_keep_their_figures(header: str) -> None:
    rows = [[f"Huyện {'ABC'[at]}", 12 + at, 2015 + at] for at in range(3)]
    found = _extraction(["Huyện", "Vốn đăng ký", header], rows)
    assert [figure.place.cell for figure in found.figures] == ["B4", "C4", "B5", "C5", "B6", "C6"]


@pytest.mark.parametrize("mark", ["-", "…", "...", "x", "*"])
def test_mark_is_no_figure_and_zero_is_one(mark: str) -> None:
    found = _extraction(
        ["Huyện", "Thực hiện tháng 7", "Ước tính tháng 8"], [["A", 12, mark], ["B", 0, 13], ["C", mark, 15]]
    )
    values = {figure.place.cell: str(figure.reading.value) for figure in found.figures}
    assert values == {"B4": "12", "B5": "0", "C5": "13", "C6": "15"}


def test_texts_that_hold_numbers_are_read_as_in_prose() -> None:
    found = _extraction(
        ["Huyện", "Thực hiện tháng 7", "Ước tính tháng 8"], [["A", "1.234,5", "(2,3)"], ["B", 12.345, "0,5"]]
    )
    values = {figure.place.cell: str(figure.reading.value) for figure in found.figures}
    assert values == {"B4": "1234.5", "C4": "-2.3", "B5": "12.345", "C5": "0.5"}


def test_hidden_rows_columns_and_sheets_are_read_and_empty_ones_are_no_trouble() -> None:
    book = openpyxl.Workbook()
    for title in ("Hiện", "Ẩn", "Trống"):
        sheet = book.create_sheet(title)
        if title != "Trống":
            for row in (
                ["Số vụ", "Tháng 7 năm 2023", "Tháng 8 năm 2023"],
                ["Cháy (vụ)", 7, 8],
                ["Nổ (vụ)", 9, 10],
            ):
                sheet.append(list(row))
    book["Hiện"].row_dimensions[2].hidden = True
    book["Hiện"].column_dimensions["B"].hidden = True
    book["Ẩn"].sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    document = read(file.getvalue(), "a.xlsx")
    places = [(figure.place.sheet, figure.place.cell) for figure in extract(document).figures]
    assert places == [(sheet, cell) for sheet in ("Hiện", "Ẩn") for cell in ("B2", "C2", "B3", "C3")]
    assert {table.sheet: table.is_hidden for table in document.tables} == {"Hiện": False, "Ẩn": True}
