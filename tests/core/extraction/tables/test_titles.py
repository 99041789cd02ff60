"""What a table's title gives to its figures: a unit, and a name without the periods."""

import pytest

from desktop.core.extraction.tables import claims_of_table
from tests.core.extraction.tables.conftest import BuildTable, Content

_HEADER: list[Content] = [None, "Ước tính tháng 8 năm 2023", "8 tháng năm 2023 so với cùng kỳ năm trước (%)"]


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("7. Sản lượng quặng (Nghìn tấn)", "Nghìn tấn"),
        ("7. Sản lượng quặng (Nghìn tấn) tháng 8 năm 2023", "Nghìn tấn"),
        ("7. Sản lượng quặng - ĐVT: tấn", "tấn"),
        ("7. Giá trị khai thác (tỷ đồng, giá hiện hành)", "tỷ đồng"),
        ("7. Sản lượng quặng (kể cả than)", ""),
    ],
)
def test_unit_at_the_end_of_a_title_is_that_of_the_levels(
    title: str, unit: str, build_table: BuildTable
) -> None:
    document = build_table([[title], _HEADER, ["Quặng sắt", 120.5, 101.2], ["Quặng đồng", 3, 99]], sheet="7")
    figures = claims_of_table(document, document.tables[0], "").figures
    assert [figure.reading.unit for figure in figures] == [unit, "%"] * 2


def test_unit_on_a_line_of_its_own_goes_before_that_of_the_title(build_table: BuildTable) -> None:
    rows: list[list[Content]] = [
        ["7. Quặng (tấn)"],
        ["Đơn vị tính: Nghìn tấn"],
        _HEADER,
        ["Sắt", 120.5, 101.2],
    ]
    document = build_table(rows, sheet="7")
    assert claims_of_table(document, document.tables[0], "").figures[0].reading.unit == "Nghìn tấn"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("7. Đánh bắt và nuôi trồng tháng 8 và 8 tháng năm 2023", "Đánh bắt và nuôi trồng"),
        ("7. ĐÁNH BẮT THÁNG 8 VÀ 8 THÁNG NĂM 2023 (giá so sánh)", "ĐÁNH BẮT (giá so sánh)"),
        ("7. Đánh bắt (số liệu tháng 8 năm 2023)", "Đánh bắt (số liệu)"),
        ("7. Đánh bắt tháng 8 năm 2023 (Tỷ đồng)", "Đánh bắt"),
    ],
)
def test_title_names_what_a_total_is_of_without_its_periods(
    title: str, name: str, build_table: BuildTable
) -> None:
    document = build_table([[title], _HEADER, ["Tổng số", 120.5, 101.2], ["Cá ngừ", 3, 99]], sheet="7")
    indicators = [
        figure.reading.indicator for figure in claims_of_table(document, document.tables[0], "").figures
    ]
    assert indicators == [f"{name} – Tổng số"] * 2 + ["Cá ngừ"] * 2
