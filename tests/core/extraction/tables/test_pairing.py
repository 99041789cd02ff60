"""Columns of changes, ratios and shares named like the levels they are about."""

import pytest

from desktop.core.extraction.tables.columns import Column
from desktop.core.extraction.tables.headers import Header
from desktop.core.extraction.tables.pairing import paired
from desktop.core.figures import Base, Kind

LEVEL, RATIO, SHARE = Kind.LEVEL, Kind.RATIO, Kind.SHARE


def named(*said: tuple[Kind, str, str], is_plan: bool = False) -> list[str]:
    """Return the names of columns given as (kind, name, period)."""
    columns = {
        number: Column(number, Header(kind, name=name, is_plan=is_plan), period, Base.NONE, 1.0, 1.0)
        for number, (kind, name, period) in enumerate(said, start=1)
    }
    return [column.header.name for column in paired(columns).values()]


@pytest.mark.parametrize(
    ("levels", "comparisons", "names"),
    [
        (["Số dự án"], [""], ["Số dự án"]),
        (["vụ đông xuân, Cả nước", "Miền Bắc"], ["Vụ Đông Xuân, Cả nước"], ["vụ đông xuân, Cả nước"]),
        (["vụ mùa, Diện tích", "vụ mùa, Năng suất"], ["Năng suất"], ["vụ mùa, Năng suất"]),
        (["Số DN", "Vốn đăng ký"], ["Số doanh nghiệp", "Vốn đăng ký"], ["Số DN", "Vốn đăng ký"]),
        (["Lượng", "Trị giá"], [""], [""]),
        (["Lượng", "Trị giá"], ["Đơn giá", "Số lô"], ["Đơn giá", "Số lô"]),
        (["Lượng"], ["Giá bình quân"], ["Giá bình quân"]),
        ([], ["Bình quân"], ["Bình quân"]),
    ],
)
def test_comparison_takes_the_name_of_its_level(
    levels: list[str], comparisons: list[str], names: list[str]
) -> None:
    said = [(LEVEL, name, "2021") for name in levels] + [(RATIO, name, "2021") for name in comparisons]
    assert named(*said)[len(levels) :] == names


def test_comparison_of_another_period_keeps_its_name() -> None:
    assert named((LEVEL, "Trị giá", "2021-02"), (RATIO, "", "2021-03")) == ["Trị giá", ""]


def test_total_that_nothing_divides_is_no_name() -> None:
    assert named((LEVEL, "Tổng mức", "2021"), (SHARE, "", "2021"), (LEVEL, "", "2021-02")) == ["", "", ""]
    assert named((LEVEL, "Giá hiện hành, Tổng số", "2021"), (SHARE, "Giá hiện hành", "2021")) == (
        ["Giá hiện hành"] * 2
    )


def test_total_of_what_others_divide_keeps_its_name() -> None:
    assert named((LEVEL, "Tổng số", "2021"), (LEVEL, "Nữ", "2021")) == ["Tổng số", "Nữ"]


def test_plan_gives_no_name() -> None:
    assert named((LEVEL, "Kế hoạch", "2021"), (RATIO, "", "2021"), is_plan=True) == ["Kế hoạch", ""]
