"""What a column's whole header means."""

import pytest

from desktop.core.extraction.tables.headers import awaits_base, base_between, read_header
from desktop.core.extraction.tables.periods import month, months, quarter, whole_year
from desktop.core.figures import Base, Kind


@pytest.mark.parametrize(
    ("text", "kind", "base"),
    [
        ("Thực hiện tháng 2 năm 2021", Kind.LEVEL, Base.NONE),
        ("Kế hoạch năm 2021", Kind.LEVEL, Base.NONE),
        ("Dự toán/KH năm 2021", Kind.LEVEL, Base.NONE),
        ("2 tháng năm 2021 | Cơ cấu (%)", Kind.SHARE, Base.NONE),
        ("Tỷ trọng (%)", Kind.SHARE, Base.NONE),
        ("2 tháng năm 2021 so với cùng kỳ năm trước (%)", Kind.RATIO, Base.SAME_PERIOD),
        ("So cùng kỳ (%)", Kind.RATIO, Base.SAME_PERIOD),
        ("% so CK", Kind.RATIO, Base.SAME_PERIOD),
        ("thời điểm 1/2/2021 so với cùng thời điểm tháng trước", Kind.RATIO, Base.PREVIOUS),
        ("thời điểm 1/2/2021 so với cùng thời điểm năm trước", Kind.RATIO, Base.SAME_PERIOD),
        ("Tháng 2 năm 2021 so với tháng trước (%)", Kind.RATIO, Base.PREVIOUS),
        ("2 tháng năm 2021 so với kế hoạch năm 2021 (%)", Kind.RATIO, Base.PLAN),
        ("Thực hiện so với dự toán (%)", Kind.RATIO, Base.PLAN),
        ("Tỷ lệ hoàn thành kế hoạch (%)", Kind.RATIO, Base.PLAN),
        ("% TH/KH", Kind.RATIO, Base.PLAN),
        ("Đạt (%) kế hoạch", Kind.RATIO, Base.PLAN),
        ("So sánh (%) | Kế hoạch năm", Kind.RATIO, Base.PLAN),
        ("So sánh (%) | Cùng kỳ", Kind.RATIO, Base.SAME_PERIOD),
        ("So sánh (%) | TH 2020", Kind.RATIO, Base.OTHER),
        ("Tháng 2 năm 2021 so với: | Kỳ gốc (2019)", Kind.RATIO, Base.OTHER),
        ("So với đầu năm (%)", Kind.RATIO, Base.YEAR_START),
        ("Tăng/giảm so với vụ mùa 2020 | Diện tích (Nghìn ha)", Kind.CHANGE, Base.SAME_PERIOD),
        ("Tăng, giảm so với tháng trước (%)", Kind.CHANGE, Base.PREVIOUS),
    ],
)
def test_kind_and_base(text: str, kind: Kind, base: Base) -> None:
    header = read_header(text)
    assert (header.kind, header.base) == (kind, base)


def test_base_said_as_a_date_is_kept_apart_from_the_period() -> None:
    header = read_header("Tháng 5 năm 2018 so với: | Tháng 12 năm 2017")
    assert header.period == month(5, 2018)
    assert header.base_period == month(12, 2017)


def test_period_may_stand_below_the_comparison() -> None:
    header = read_header("So với cùng kỳ năm trước (%) | Quý III năm 2018")
    assert header.base is Base.SAME_PERIOD
    assert header.period == quarter(3, 2018)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ước tính tháng 5 năm 2018 | Lượng", "Lượng"),
        ("Số dự án (Dự án)", "Số dự án"),
        ("Thực hiện kỳ này", ""),
        ("Năm 2018 so với năm 2017 (%) | Chia ra: | Miền Bắc", "Miền Bắc"),
        ("Thực hiện | Cả nước", "Cả nước"),
        ("Lũy kế từ đầu năm", ""),
        ("Dự toán/KH năm 2021", "Dự toán/KH"),
        ("9 tháng so với (%) | Dự toán, KH", ""),
        ("Theo giá so sánh 2010 | Tốc độ phát triển so với quý I năm 2019 (%)", "Theo giá so sánh 2010"),
        ("Tăng/giảm so với vụ mùa 2020 | Diện tích (Nghìn ha)", "Diện tích"),
        ("2 tháng năm 2021 | Cơ cấu (%)", ""),
        ("Tỷ lệ hộ nghèo (%)", "Tỷ lệ hộ nghèo"),
    ],
)
def test_what_is_left_names_the_column(text: str, name: str) -> None:
    assert read_header(text).name == name


def test_column_of_last_years_figures_is_shifted() -> None:
    assert read_header("Thực hiện cùng kỳ năm trước").shift == -1
    assert read_header("Thực hiện kỳ này").shift == 0


def test_price_base_is_no_comparison() -> None:
    assert read_header("Theo giá so sánh 2010 | Tổng số (Tỷ đồng)").kind is Kind.LEVEL


def test_dated_bases_are_named() -> None:
    assert base_between(month(5, 2018), month(5, 2017), is_yearly=False) is Base.SAME_PERIOD
    assert base_between(month(5, 2018), month(4, 2018), is_yearly=False) is Base.PREVIOUS
    assert base_between(month(5, 2018), month(12, 2017), is_yearly=False) is Base.YEAR_START
    assert base_between(month(1, 2018), month(12, 2017), is_yearly=False) is Base.PREVIOUS
    assert base_between(months(1, 9, 2018), months(1, 9, 2017), is_yearly=False) is Base.SAME_PERIOD
    assert base_between(quarter(1, 2018), quarter(4, 2017), is_yearly=False) is Base.PREVIOUS
    assert base_between(whole_year(2018), whole_year(2017), is_yearly=False) is Base.SAME_PERIOD
    assert base_between(whole_year(2018), whole_year(2017), is_yearly=True) is Base.PREVIOUS
    assert base_between(month(5, 2018), month(5, 2010), is_yearly=False) is Base.OTHER


def test_base_without_a_year_ends_before_what_is_compared_with_it() -> None:
    assert base_between(month(1, 2018), month(12), is_yearly=False) is Base.PREVIOUS
    assert base_between(month(5, 2018), month(12), is_yearly=False) is Base.YEAR_START
    assert base_between(month(5, 2018), month(4), is_yearly=False) is Base.PREVIOUS


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Bình quân 7 tháng năm 2014 so với bình quân cùng kỳ năm 2013", Base.SAME_PERIOD),
        ("Tháng 7 năm 2014 so với tháng cùng kỳ", Base.SAME_PERIOD),
        ("Tháng 7 năm 2014 so với bình quân năm 2010", Base.OTHER),
        ("Tháng 7/2014 / tháng 6/2014 (%)", Base.OTHER),
        ("7 tháng năm 2014 với cùng kỳ năm 2013 (%)", Base.SAME_PERIOD),
    ],
)
def test_words_between_a_comparison_and_its_base(text: str, base: Base) -> None:
    header = read_header(text)
    assert (header.kind, header.base) == (Kind.RATIO, base)


def test_months_base_said_of_the_year_before_is_a_year_earlier() -> None:
    header = read_header("Tháng 7 so với tháng 7 năm trước (%)")
    assert (header.base_period, header.base_shift) == (month(7), -1)


def test_results_counted_to_a_month_are_of_all_months_up_to_it() -> None:
    assert read_header("Cộng dồn đến tháng 7 năm 2014").period == months(1, 7, 2014)


@pytest.mark.parametrize(
    ("text", "awaits"),
    [
        ("So sánh (%)", True),
        ("Tỷ lệ % so với", True),
        ("Năm 2023 so với (%)", True),
        ("So với cùng kỳ (%)", False),
        ("Số dự án", False),
        ("Thực hiện", False),
    ],
)
def test_comparison_without_a_base_awaits_it(text: str, awaits: bool) -> None:
    assert awaits_base(text) is awaits


def test_year_of_the_same_period_stands_for_its_reported_months() -> None:
    header = read_header("TH cùng kỳ 2022")
    assert (header.period, header.shift) == (None, -1)


def test_months_may_be_shortened_to_a_letter() -> None:
    assert read_header("TH 8T/2023").period == months(1, 8, 2023)


def test_change_in_absolute_numbers_has_no_unit_of_its_own() -> None:
    header = read_header("Tăng, giảm | Số tuyệt đối")
    assert (header.kind, header.unit, header.name) == (Kind.CHANGE, "", "")
