"""Subtotals stand where rows are parts side by side, and nowhere else."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.core.workbooks.additive import Likeness, Measure, frames_of, is_part, measure_of
from desktop.core.workbooks.content import ExportOptions, Grouping, WorkbookContent
from desktop.core.workbooks.indicators import indicator_rows
from desktop.core.workbooks.subtotals import Subtotals
from desktop.core.workbooks.summary import write_workbook

TERRITORIES = [("số hộ nghèo huyện An Lão", "120"), ("số hộ nghèo huyện Ba Vì", "80")]
REVENUES = [("thu nội địa", "300"), ("thu xuất nhập khẩu", "250.5"), ("thu viện trợ", "100")]


@pytest.fixture
def totals(make: Any) -> Callable[..., list[str]]:
    """Return a function that gives the subtotals of rows of (indicator, value), each a level of one unit."""

    def subtotals(
        rows: Sequence[tuple[str, str]], unit: str = "tỷ đồng", text: str = "", also: Sequence[Any] = ()
    ) -> list[str]:
        figures = [make.figure(value, unit, indicator=name) for name, value in rows]
        found = Subtotals(text, [*figures, *also]).of_rows(indicator_rows(figures, {1: "2021-Q1"}))
        return [str(subtotal.total) for subtotal in found]

    return subtotals


@pytest.mark.parametrize(
    ("unit", "measure"),
    [
        ("tỷ đồng", Measure.MONEY),
        ("Triệu USD", Measure.MONEY),
        ("trđ", Measure.MONEY),
        ("vụ", Measure.COUNT),
        ("nghìn người", Measure.COUNT),
        ("tấn", Measure.PHYSICAL),
        ("%", Measure.NONE),
        ("lần", Measure.NONE),
        ("điểm phần trăm", Measure.NONE),
        ("tạ/ha", Measure.NONE),
        ("triệu đồng/người", Measure.NONE),
        ("triệu", Measure.NONE),
        ("", Measure.NONE),
    ],
)
def test_money_and_counts_are_told_from_what_is_never_added(unit: str, measure: Measure) -> None:
    assert measure_of(unit) is measure


@pytest.mark.parametrize("name", ["thu nhập bình quân", "giá vàng", "tổng số vụ", "chỉ số giá", "cả nước"])
def test_averages_prices_indices_and_wholes_are_no_parts(name: str) -> None:
    assert not is_part(name)


@pytest.mark.parametrize("name", ["bình quan", "giáo viên", "công nhân", "thu nội địa"])
def test_words_that_only_begin_alike_are_parts(name: str) -> None:
    assert is_part(name)


def test_territories_of_one_level_share_a_frame() -> None:
    names = ("tại huyện an lão", "của thị xã ba đồn", "tại xã an lão")
    first, second, lower = (frames_of(f"số hộ nghèo {name}", "hộ")[0] for name in names)
    assert first.likeness is Likeness.TERRITORY
    assert first.common == second.common != lower.common


def test_territories_add_up(totals: Callable[..., list[str]]) -> None:
    assert totals(TERRITORIES, "hộ") == ["200"]


def test_classes_that_exclude_one_another_add_up(totals: Callable[..., list[str]]) -> None:
    assert totals([("học sinh nam", "310"), ("học sinh nữ", "290")], "học sinh") == ["600"]


def test_revenues_add_up_exactly(totals: Callable[..., list[str]]) -> None:
    assert totals(REVENUES) == ["650.5"]


@pytest.mark.parametrize(
    ("rows", "unit"),
    [
        ([("tỷ lệ hộ nghèo huyện A", "4"), ("tỷ lệ hộ nghèo huyện B", "5")], "%"),
        ([("năng suất lúa huyện A", "60"), ("năng suất lúa huyện B", "62")], "tạ/ha"),
        ([("giá vàng tại huyện A", "6"), ("giá vàng tại huyện B", "7")], "triệu đồng"),
        ([("số vụ cháy", "5"), ("số vụ đuối nước", "4"), ("số vụ ma túy", "6")], "vụ"),
        ([("số hộ nghèo huyện A", "4"), ("số hộ nghèo xã B", "5")], "hộ"),
        ([("số hộ nghèo huyện A", "4"), ("số hộ nghèo huyện A", "5")], "hộ"),
        ([("thu nội địa", "300"), ("thu viện trợ", "100")], "tỷ đồng"),
        ([("diện tích lúa", "30"), ("diện tích ngô", "25"), ("diện tích lạc", "20")], "ha"),
    ],
)
def test_what_is_no_sum_of_parts_has_none(
    totals: Callable[..., list[str]], rows: list[tuple[str, str]], unit: str
) -> None:
    assert totals(rows, unit) == []


def test_stated_sum_is_not_made_again(make: Any, totals: Callable[..., list[str]]) -> None:
    stated = make.figure("650.6", "tỷ đồng", indicator="ngân sách")
    assert totals(REVENUES, also=[stated]) == []
    elsewhere = make.figure("650.6", "tỷ đồng", indicator="ngân sách", period="2020-Q1")
    assert totals(REVENUES, also=[elsewhere]) == ["650.5"]


def test_whole_among_the_rows_leaves_no_subtotal(totals: Callable[..., list[str]]) -> None:
    assert totals([*TERRITORIES, ("tổng số hộ nghèo", "215")], "hộ") == []


def test_row_that_is_the_sum_of_its_neighbours_leaves_no_subtotal(totals: Callable[..., list[str]]) -> None:
    rows = [("thu nội địa", "300"), ("thu thuế", "210"), ("thu phí", "90"), ("thu viện trợ", "250")]
    assert totals(rows) == []


def test_words_that_make_parts_of_a_whole_leave_no_subtotal(totals: Callable[..., list[str]]) -> None:
    said = "Thu 700 tỷ đồng, trong đó thu nội địa 300, thu xuất nhập khẩu 250,5, thu viện trợ 100"
    assert totals(REVENUES, text=said) == []


def test_estimates_are_added_and_bounds_are_not(make: Any) -> None:
    for qualifier, number in (("about", 1), ("over", 0)):
        figures = [
            make.figure(value, "hộ", indicator=name, qualifier=qualifier) for name, value in TERRITORIES
        ]
        assert len(Subtotals("", figures).of_rows(indicator_rows(figures, {1: "2021-Q1"}))) == number


def _revenues(make: Any, still_open: int) -> Any:
    figures = [
        make.figure(value, "tỷ đồng", indicator=name, changes={"section_id": 1}) for name, value in REVENUES
    ]
    section = make.section(1, "I. Ngân sách", still_open=still_open)
    return make.content(make.report(*figures, sections=(section,)))


def test_subtotal_names_its_rows_and_is_a_formula_with_what_it_comes_to(make: Any, tmp_path: Path) -> None:
    write_workbook(_revenues(make, still_open=0), tmp_path / "out.xlsx")
    sheet: Any = load_workbook(tmp_path / "out.xlsx")["Tổng hợp"]
    shown: Any = load_workbook(tmp_path / "out.xlsx", data_only=True)["Tổng hợp"]
    (row,) = [row for row in sheet.iter_rows() if str(row[1].value).startswith("Cộng")]
    assert row[1].value == "Cộng 3 dòng: thu nội địa; thu xuất nhập khẩu; thu viện trợ"
    assert (row[0].value, row[2].value) == (None, "tỷ đồng")
    assert (row[3].value, shown[row[3].coordinate].value) == ("=SUM(D8:D10)", 650.5)
    assert "báo cáo không nêu" in row[7].value
    assert [sheet[f"D{at}"].value for at in (8, 9, 10)] == [300, 250.5, 100]
    assert row[3].hyperlink is None
    assert {cell.value for cell in row[9:]} == {None}


def test_rows_of_a_section_are_added_up_under_its_tag_as_well(
    make: Any, written: Callable[[WorkbookContent], Any]
) -> None:
    content = replace(_revenues(make, still_open=0), options=ExportOptions(Grouping.TAG))
    cells = [cell.value for cell in written(content)["Tổng hợp"]["B"]]
    assert cells[6:11] == [
        "Chưa gắn nhãn",
        *(name for name, _ in REVENUES),
        "Cộng 3 dòng: thu nội địa; thu xuất nhập khẩu; thu viện trợ",
    ]


def test_section_with_figures_still_open_has_no_subtotal(
    make: Any, written: Callable[[WorkbookContent], Any]
) -> None:
    sheet = written(_revenues(make, still_open=1))["Tổng hợp"]
    assert not [cell for cell in sheet["B"] if str(cell.value).startswith("Cộng")]
