"""What does not add up in a table is noticed where the rest of the table shows what should."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.checks.checking import findings_of
from tests.core.checks.conftest import Noticed, sheet_of

Rows = Sequence[Sequence[object]]
Notice = Callable[[Rows], list[Noticed]]

TITLE = "Giá trị sản xuất công nghiệp quý I năm 2022"
HEAD = ["", "Đơn vị tính", "Tháng 1 năm 2022", "Tháng 2 năm 2022", "2 tháng năm 2022"]
GOODS = [
    ["Toàn ngành", "Tỷ đồng", 1250.4, 1310.7, 2561.1],
    ["Khai khoáng", "Tỷ đồng", 210.3, 225.6, 435.9],
    ["Chế biến, chế tạo", "Tỷ đồng", 880.5, 915.2, 1795.7],
    ["Điện, khí đốt", "Tỷ đồng", 159.6, 169.9, 329.5],
]


def table(*changes: tuple[int, int, float]) -> Rows:
    """Return the table with some cells changed: row of GOODS, column from 0 for the first month, number."""
    rows = [list(row) for row in GOODS]
    for row, column, number in changes:
        rows[row][2 + column] = number
    return [[TITLE], [], HEAD, *rows]


def test_sound_table_is_left_alone(noticed_in: Notice) -> None:
    assert noticed_in(table()) == []


@pytest.mark.parametrize(
    ("row", "column", "number", "whole", "expected"),
    [
        (0, 0, 1205.4, "1205,4", "1250.4"),
        (1, 1, 252.6, "1310,7", "1337.7"),
        (2, 2, 1759.7, "2561,1", "2525.1"),
    ],
)
def test_part_or_whole_that_breaks_the_sum_is_noticed(
    noticed_in: Notice, row: int, column: int, number: float, whole: str, expected: str
) -> None:
    found = noticed_in(table((row, column, number)))
    told = {(each.texts[0], each.expected) for each in found if each.code == "parts"}
    assert (whole, Decimal(expected)) in told


def test_rounding_is_no_fault(noticed_in: Notice) -> None:
    """Three parts of one decimal may be 0,2 off their whole."""
    assert noticed_in(table((0, 0, 1250.5), (0, 2, 2561.2))) == []


def test_yields_and_prices_need_not_sum(noticed_in: Notice) -> None:
    rows: Rows = [
        ["Năng suất cây trồng năm 2022"],
        [],
        ["", "Đơn vị tính", "Năm 2020", "Năm 2021", "Năm 2022"],
        ["Lúa", "Tạ/ha", 55.2, 56.1, 57.3],
        ["Ngô", "Tạ/ha", 41.2, 42.7, 43.1],
        ["Lạc", "Tạ/ha", 21.3, 22.1, 22.9],
    ]
    assert noticed_in(rows) == []


RATIO_HEAD = [
    "",
    "Đơn vị tính",
    "Quý I năm 2021",
    "Quý I năm 2022",
    "Quý I/2022 so với cùng kỳ năm trước (%)",
]
RATIOS = [
    ["Thịt trâu hơi", "Tấn", 1020, 1071, 105],
    ["Thịt bò hơi", "Tấn", 3410, 3240, 95.01],
    ["Thịt lợn hơi", "Tấn", 25130, 26890, 107],
    ["Thịt gia cầm hơi", "Tấn", 9120, 9890, 108.44],
    ["Trứng gia cầm", "Nghìn quả", 88100, 93400, 106.02],
]


def ratios(row: int | None = None, number: float = 0) -> Rows:
    """Return a table of ratios, one of them changed."""
    rows = [list(each) for each in RATIOS]
    if row is not None:
        rows[row][4] = number
    return [["Sản phẩm chăn nuôi quý I năm 2022"], [], RATIO_HEAD, *rows]


def test_ratio_that_does_not_follow_from_its_levels_is_noticed(noticed_in: Notice) -> None:
    assert noticed_in(ratios()) == []
    (found,) = noticed_in(ratios(2, 170))
    assert (found.code, found.texts) == ("ratio", ("170", "26890", "25130"))
    assert found.expected is not None
    assert round(found.expected, 2) == Decimal("107.00")


def test_ratios_at_other_prices_are_left_alone(noticed_in: Notice) -> None:
    rows = [[*row[:4], number] for row, number in zip(RATIOS, (101, 90.2, 103, 104.1, 101.9), strict=True)]
    assert noticed_in([["Giá trị sản xuất quý I năm 2022"], [], RATIO_HEAD, *rows]) == []


def test_row_that_stands_twice_is_noticed(noticed_in: Notice) -> None:
    rows = table()
    found = noticed_in([*rows[:5], rows[4], *rows[5:]])
    assert "duplicate_row" in [each.code for each in found]


@given(
    st.lists(st.lists(st.integers(10, 99_999), min_size=3, max_size=3), min_size=2, max_size=9),
    st.integers(0, 2),
)
def test_any_whole_that_is_the_sum_of_its_parts_is_left_alone(parts: list[list[int]], places: int) -> None:
    scale = 10**places
    total = [sum(column) for column in zip(*parts, strict=True)]
    rows = [
        [f"Mặt hàng thứ {'abcdefghi'[at]}", "Tỷ đồng", *(n / scale for n in row)]
        for at, row in enumerate(parts)
    ]
    whole = ["Tổng số", "Tỷ đồng", *(number / scale for number in total)]
    head = ["", "Đơn vị tính", "Năm 2020", "Năm 2021", "Năm 2022"]
    found = findings_of(sheet_of([["Giá trị sản xuất"], [], head, whole, *rows]).report())
    assert [each for each in found if str(each.code) == "parts" and each.figure_ids[0] <= 3] == []


def test_month_above_all_months_together_is_noticed(noticed_in: Notice) -> None:
    head = ["", "Đơn vị tính", "Tháng 7 năm 2022", "Tháng 8 năm 2022", "8 tháng năm 2022"]
    names = (
        "Xi măng",
        "Thép cán",
        "Giày dép",
        "Phân bón",
        "Bia",
        "Sữa tươi",
        "Gạch",
        "Giấy",
        "Điện",
        "Than",
        "Đá",
    )
    rows = [[name, "Nghìn tấn", 20.4 + at, 21.7 + at * 2, 160.9 + at * 11] for at, name in enumerate(names)]
    title = ["Sản phẩm chủ yếu của ngành công nghiệp tháng 8 năm 2022"]
    assert noticed_in([title, [], head, *rows]) == []
    rows[4][3] = 2970.0
    found = noticed_in([title, [], head, *rows])
    assert ("part_over_whole", "2970") in [(each.code, each.texts[0]) for each in found]


def test_ratio_a_power_of_ten_off_its_steady_column_is_noticed(noticed_in: Notice) -> None:
    head = ["", "Tháng 8/2022 so với tháng trước (%)", "Tháng 8/2022 so với cùng kỳ năm trước (%)"]
    names = ("Khai khoáng", "Dệt", "Trang phục", "Giấy", "Hóa chất", "Thuốc", "Kim loại")
    rows: list[list[object]] = [[name, 101.2 + at, 98.4 + at] for at, name in enumerate(names)]
    title = ["Chỉ số sản xuất công nghiệp tháng 8 năm 2022"]
    assert noticed_in([title, [], head, *rows]) == []
    rows[3][1] = 1042.0
    (found,) = noticed_in([title, [], head, *rows])
    assert (found.code, found.texts[0]) == ("scale", "1042")
