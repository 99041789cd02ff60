"""Units in columns, brackets and statements."""

import pytest

from desktop.core.extraction.tables.measures import (
    is_unit,
    unit_for,
    unit_in_brackets,
    unit_of_name,
    unit_statement,
    without_units,
)


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ đồng",
        "Nghìn ha",
        "tạ/ha",
        "%",
        "‰",
        "Triệu HK.km",
        "1000 tấn",
        "Triệu m3",
        "Người/km2",
        "Nghìn tỷ đồng",
        "Triệu đồng/người/tháng",
    ],
)
def test_unit_is_known(text: str) -> None:
    assert is_unit(text)


@pytest.mark.parametrize("text", ["than sạch", "LPG", "Búp tươi", "10.000", "2020", "trừ giường, tủ", ""])
def test_other_words_are_no_unit(text: str) -> None:
    assert not is_unit(text)


def test_label_gives_up_its_unit_but_not_its_other_brackets() -> None:
    assert unit_in_brackets("Sản lượng gỗ (đã xẻ) (Nghìn m3)") == "Nghìn m3"
    assert without_units("Sản lượng gỗ (đã xẻ) (Nghìn m3)") == "Sản lượng gỗ (đã xẻ)"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Sản lượng quặng (Nghìn tấn)", "Nghìn tấn"),
        ("Sản lượng quặng (ĐVT: tấn)", "tấn"),
        ("Sản lượng quặng [1000 tấn]", "1000 tấn"),
        ("Giá trị đánh bắt (tỷ đồng, giá hiện hành)", "tỷ đồng"),
        ("Điện thương phẩm, triệu kWh", "triệu kWh"),
        ("Diện tích rừng trồng - ha", "ha"),
        ("Khách qua cảng - Đơn vị tính: Lượt người", "Lượt người"),
        ("Lao động, việc làm", ""),
        ("Bưu điện - trường", ""),
        ("Nhật Bản - Yên", ""),
        ("Nhà ở (kể cả sửa chữa)", ""),
    ],
)
def test_unit_at_the_end_of_a_label(text: str, unit: str) -> None:
    assert unit_of_name(text) == unit


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Đơn vị tính: Tỷ đồng", ("Tỷ đồng",)),
        ("ĐVT: Nghìn tấn, triệu USD", ("Nghìn tấn", "triệu USD")),
        ("Tỷ đồng; %", ("Tỷ đồng", "%")),
        ("Kết quả sản xuất", ()),
    ],
)
def test_statement_of_a_tables_units(text: str, units: tuple[str, ...]) -> None:
    assert unit_statement(text) == units


def test_units_are_shared_out_by_the_columns_words() -> None:
    units = ("Nghìn tấn", "Triệu USD", "%")
    assert unit_for(units, "Lượng") == "Nghìn tấn"
    assert unit_for(units, "Trị giá") == "Triệu USD"
    assert unit_for(units, "Tổng số") == ""
    assert unit_for(("Tỷ đồng", "%"), "Tổng số") == "Tỷ đồng"
