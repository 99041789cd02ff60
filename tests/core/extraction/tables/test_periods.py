"""Periods as headers and titles write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.extraction.passages import fold
from desktop.core.extraction.tables.periods import (
    is_period,
    mentions,
    month,
    months,
    parse,
    quarter,
    whole_year,
)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Thực hiện tháng 7 năm 2022", "2022-07"),
        ("Tháng 7/2022", "2022-07"),
        ("tháng Sáu năm 2013", "2013-06"),
        ("T9/2020", "2020-09"),
        ("Cộng dồn 5 tháng năm 2022", "2022-01/2022-05"),
        ("5 tháng năm năm 2022", "2022-01/2022-05"),
        ("6 tháng đầu năm 2019", "2019-01/2019-06"),
        ("sáu tháng năm 2013", "2013-01/2013-06"),
        ("6 tháng cuối năm 2019", "2019-07/2019-12"),
        ("từ đầu năm đến hết ngày 20/7/2014", "2014-01/2014-07"),
        ("từ ngày 1 tháng 1 đến ngày 20 tháng 7 năm 2014", "2014-01/2014-07"),
        ("các tháng năm 2014", "2014"),
        ("3 tháng/2001", "2001-01/2001-03"),
        ("Sơ bộ quý III năm 2017", "2017-Q3"),
        ("Quý 2/2017", "2017-Q2"),
        ("cả năm 2017", "2017"),
        ("Ước tính năm 2017", "2017"),
        ("đến ngày 15 tháng 4 năm 2015", "2015-04"),
        ("thời điểm 1/4/2015", "2015-04"),
        ("từ 01/01 - 20/5/2015", "2015-01/2015-05"),
    ],
)
def test_period_is_read(text: str, period: str) -> None:
    assert [str(mention.period) for mention in mentions(fold(text))] == [period]


def test_title_may_name_two_periods() -> None:
    said = [mention.period.in_year(2005) for mention in mentions(fold("tháng 4 và 4 tháng năm 2005"))]
    assert [str(period) for period in said] == ["2005-04", "2005-01/2005-04"]


@pytest.mark.parametrize("text", ["giá so sánh 2010", "từ 15-24 tuổi", "năm học 2019-2020", "m2", "quận 3"])
def test_other_numbers_are_no_period(text: str) -> None:
    assert all(mention.period.year == 2020 for mention in mentions(fold(text)))


def test_label_is_a_period_only_if_nothing_else_is_said() -> None:
    assert is_period(fold("Ước tính quý I năm 2020")) is not None
    assert is_period(fold("Dân số quý I năm 2020")) is None


def test_month_before_january_is_december_of_the_year_before() -> None:
    assert month(1, 2020).before() == month(12, 2019)
    assert quarter(1, 2020).before() == quarter(4, 2019)
    assert whole_year(2020).before() == whole_year(2019)
    assert months(4, 6, 2020).before() == months(1, 3, 2020)


@given(st.integers(1990, 2090), st.integers(1, 12))
def test_written_periods_are_read_back(year: int, number: int) -> None:
    periods = (
        month(number, year),
        months(1, number, year),
        quarter((number + 2) // 3, year),
        whole_year(year),
    )
    for period in periods:
        assert parse(str(period)) == period
