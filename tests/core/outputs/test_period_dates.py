"""A period is known by its first and last day."""

from datetime import date

import pytest

from desktop.core.outputs.period_dates import period_dates


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-Q1", date(2021, 1, 1), date(2021, 3, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-01/2021-08", date(2021, 1, 1), date(2021, 8, 31)),
        ("2021/2025", date(2021, 1, 1), date(2025, 12, 31)),
    ],
)
def test_period_has_a_first_and_a_last_day(period: str, first: date, last: date) -> None:
    assert period_dates(period) == (first, last)


@pytest.mark.parametrize(
    "period", ["", "2021-13", "2021-Q5", "quý I", "0000", "2025/2021", "2021-08/2021-01"]
)
def test_what_is_no_period_has_no_days(period: str) -> None:
    assert period_dates(period) is None
