"""Periods told beside the report's own hold for the next report too."""

import pytest

from desktop.core.workbooks.forms.periods import is_meant, relation_of


@pytest.mark.parametrize(
    ("period", "report", "relation"),
    [
        ("2021-Q1", "2021-Q1", "report"),
        ("2021-01/2021-03", "2021-Q1", "report"),
        ("2020-Q1", "2021-Q1", "year_before"),
        ("2020-Q4", "2021-Q1", "previous"),
        ("2021", "2021-Q1", "year"),
        ("2020", "2021-Q1", "last_year"),
        ("2022", "2021-Q1", "next_year"),
        ("2021-01/2021-06", "2021-Q2", "to_date"),
        ("2020-01/2020-06", "2021-Q2", "to_date_year_before"),
        ("2021-05", "2021-06", "previous"),
        ("2020", "2021", "year_before"),
        ("2016/2020", "2021-Q1", "2016/2020"),
        ("2019", "2021-Q1", "2019"),
        ("", "", "report"),
        ("2019", "", "2019"),
    ],
)
def test_relation_leads_back_to_its_period(period: str, report: str, relation: str) -> None:
    assert relation_of(period, report) == relation
    assert is_meant(period, relation, report)


def test_relation_means_another_period_in_the_next_report() -> None:
    assert is_meant("2021-Q2", "report", "2021-Q2")
    assert is_meant("2020-Q2", "year_before", "2021-Q2")
    assert is_meant("2021-Q1", "previous", "2021-Q2")
    assert not is_meant("2020-Q1", "year_before", "2021-Q2")
    assert is_meant("2019", "2019", "2021-Q2")
    assert not is_meant("2020-Q1", "year_before", "")
