"""Periods as written in titles and sentences."""

import pytest

from desktop.core.extraction.passages import fold
from desktop.core.extraction.periods import Span, period_of_report


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Tình hình kinh tế - xã hội quý I năm 2021", "2021-Q1"),
        ("Báo cáo tháng 5 và 5 tháng đầu năm 2018", "2018-05"),
        ("Báo cáo quý II và 6 tháng đầu năm 2019", "2019-Q2"),
        ("Kết quả 9 tháng đầu năm 2020", "2020-01/2020-09"),
        ("Báo cáo năm 2022", "2022"),
        ("Kinh tế nửa đầu năm 2025", "2025-01/2025-06"),
        ("Thông báo", ""),
    ],
)
def test_title_names_the_period(title: str, period: str) -> None:
    assert period_of_report(fold(title)) == period


@pytest.mark.parametrize("period", ["2021", "2021-03", "2021-Q1", "2021-Q3", "2021-01/2021-08"])
def test_written_period_is_read_back(period: str) -> None:
    assert str(Span.parse(period)) == period
