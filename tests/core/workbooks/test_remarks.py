"""The remarks of a row: what its numbers cannot say for themselves."""

from typing import Any

import pytest

from desktop.core.workbooks.indicators import indicator_rows
from desktop.core.workbooks.remarks import phrase, remarks


def told(*figures: Any) -> str:
    (row,) = indicator_rows(figures, {1: "2021-Q1"})
    return remarks(row, "2021-Q1")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (("5.2", "%", "change", "year_start"), "tăng 5,2% so với đầu năm"),
        (("-5.2", "%", "change", ""), "giảm 5,2%"),
        (("-7..-5", "%", "change", "other"), "giảm 5–7% so với mốc khác"),
        (("-1..2", "%", "change", ""), "thay đổi −1 đến +2%"),
        (("0", "%", "change", ""), "thay đổi 0%"),
        (("105", "%", "ratio", "year_start"), "bằng 105% so với đầu năm"),
        (("43.16", "%", "share", ""), "chiếm 43,16%"),
    ],
)
def test_figure_is_put_as_the_report_would_put_it(make: Any, said: tuple[str, ...], words: str) -> None:
    assert phrase(make.reading(*said)) == words


def test_plain_figure_needs_no_remark(make: Any) -> None:
    assert told(make.figure("218", "vụ"), make.figure("2.4", "lần", "change", "previous")) == ""


def test_approximate_figure_is_said_to_be_so(make: Any) -> None:
    assert told(make.figure("920000", "thuê bao", qualifier="about")) == "Ước tính"
    assert told(make.figure("920000", "thuê bao", qualifier="over")) == "Trên 920.000 thuê bao"
    over = make.figure("5", "%", "change", "plan", qualifier="over")
    assert told(over) == "Tăng trên 5% so với kế hoạch"


def test_comparison_in_a_unit_of_its_own_is_said_in_words(make: Any) -> None:
    fall = make.figure("-15", "vụ", "change", "same_period")
    assert told(make.figure("12", "vụ"), fall) == "Giảm 15 vụ so với cùng kỳ"


def test_other_period_than_the_usual_one_is_said(make: Any) -> None:
    assert told(make.figure("1", period="2019")) == "Năm 2019"


def test_note_of_the_clerk_is_said_once(make: Any) -> None:
    noted = {"note": "đã hỏi lại"}
    figures = make.figure("1", changes=noted), make.figure("2", "%", "change", "plan", changes=noted)
    assert told(*figures) == "Đã hỏi lại"


def test_digits_that_a_cell_cannot_hold_are_said(make: Any) -> None:
    assert told(make.figure("1234567890123456.75")) == "Giá trị đầy đủ: 1.234.567.890.123.456,75"
    assert told(make.figure("1188207.4705448337")) == ""


def test_what_a_level_is_measured_against_is_said_in_its_unit(make: Any) -> None:
    figures = (
        make.figure("9850", "tỷ đồng", indicator="Thu nội địa – Dự toán", period="2021"),
        make.figure("7611.8", "tỷ đồng", indicator="Thu nội địa"),
        make.figure("7.2", "tỷ đồng", indicator="Thu nội địa", period="2020-Q1"),
    )
    assert told(*figures) == "Dự toán: 9.850; quý I/2020: 7,2"


def test_plan_in_another_unit_says_its_unit(make: Any) -> None:
    plan = make.figure("1.4", "tỷ USD", indicator="Xuất khẩu – KH", period="2021")
    assert told(plan, make.figure("921.3", "triệu USD", indicator="Xuất khẩu")) == "KH: 1,4 tỷ USD"


def test_remainder_of_a_division_is_not_said(make: Any) -> None:
    other = make.figure("112.07204857570545", "%", "ratio", "other")
    assert told(make.figure("102.957425815824", "%", "ratio", "same_period"), other) == (
        "Bằng 112,07% so với mốc khác"
    )
