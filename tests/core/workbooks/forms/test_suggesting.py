"""Blank cells of a form's tables are proposed the figures that their row, header and unit ask for."""

import io

from openpyxl import Workbook

from desktop.core.workbooks.forms.figure_book import FigureBook, VerifiedFigure
from desktop.core.workbooks.forms.form import Form
from desktop.core.workbooks.forms.mapping import CellMapping
from desktop.core.workbooks.forms.suggesting import suggestions
from tests.core.workbooks.conftest import Maker

ROWS: tuple[tuple[str | int | None, ...], ...] = (
    ("STT", "Chỉ tiêu", "Đơn vị tính", "Kỳ báo cáo", "Cùng kỳ năm trước"),
    (1, "Tổng thu ngân sách nhà nước", "Triệu đồng", None, "…"),
    (2, "Diện tích gieo trồng lúa", "Ha", None, None),
    (3, "Số vụ tai nạn giao thông", "Vụ", None, None),
    (4, "Số hộ nghèo", "Hộ", 12, None),
)


def form_of() -> Form:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Biểu 02"
    sheet["B2"], sheet["D2"] = "ỦY BAN NHÂN DÂN HUYỆN", "Mẫu số 02/BC"
    sheet["A1"] = "BIỂU 02: CHỈ TIÊU CHỦ YẾU QUÝ I NĂM 2021"
    sheet.merge_cells("A1:E1")
    for number, row in enumerate(ROWS, 3):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
    sheet["B9"] = "Người lập biểu"
    sheet["D9"] = "Thủ trưởng đơn vị"
    file = io.BytesIO()
    workbook.save(file)
    return Form(file.getvalue(), "bieu.xlsx")


def proposed(make: Maker, *figures: tuple[str, str, str, str]) -> dict[str, CellMapping]:
    summary = make.report().summary
    book = FigureBook(
        VerifiedFigure(make.figure(value, unit, indicator=indicator, period=period), summary)
        for value, unit, indicator, period in figures
    )
    return {each.target.cell: each for each in suggestions(form_of(), book)}


def test_figure_is_proposed_for_its_row_and_period_in_the_unit_of_the_form(make: Maker) -> None:
    found = proposed(
        make,
        ("1411", "tỷ đồng", "tổng thu ngân sách nhà nước", "2021-Q1"),
        ("1300", "tỷ đồng", "tổng thu ngân sách nhà nước", "2020-Q1"),
        ("12.5", "nghìn ha", "diện tích gieo trồng lúa", "2021-Q1"),
        ("12", "hộ", "số hộ nghèo", "2021-Q1"),
    )
    assert set(found) == {"D4", "E4", "D5"}
    assert found["D4"].selector.unit == "Triệu đồng"
    assert (found["D4"].selector.period, found["E4"].selector.period) == ("report", "year_before")
    assert found["D4"].label == "Tổng thu ngân sách nhà nước | Kỳ báo cáo"
    assert all(0.6 <= (each.confidence or 0) <= 1 for each in found.values())


def test_figure_of_another_measure_or_one_of_two_that_fit_alike_is_not_proposed(make: Maker) -> None:
    assert not proposed(
        make,
        ("30", "người", "số vụ tai nạn giao thông", "2021-Q1"),
        ("1", "tỷ đồng", "tổng thu ngân sách nhà nước", "2021-Q1"),
        ("2", "tỷ đồng", "tổng thu ngân sách nhà nước", "2021-Q1"),
        ("5", "ha", "diện tích rừng trồng mới", "2021-Q1"),
    )
