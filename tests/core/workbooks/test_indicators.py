"""Figures joined to one row an indicator."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.workbooks.indicators import Column, indicator_rows


def shape(make: Any, *figures: Any) -> list[dict[str, str]]:
    """Return the rows as {column: value}, the notes joined."""
    rows = []
    for row in indicator_rows(figures, {1: "2021-Q1"}):
        told: dict[str, str] = {}
        for figure, column in row:
            told[str(column)] = f"{told.get(column, '')} {figure.effective.value}".strip()
        rows.append(told)
    return rows


def test_level_and_its_comparisons_share_a_row(make: Any) -> None:
    rows = shape(
        make,
        make.figure("218", "vụ"),
        make.figure("2.4", "lần", "change", "previous"),
        make.figure("-5.2", "%", "change", "same_period"),
        make.figure("57.31", "%", "ratio", "plan"),
        make.figure("43.16", "%", "share"),
        make.figure("3", "%", "change", "year_start"),
    )
    assert rows == [
        {"actual": "218", "previous": "2.4", "same_period": "-5.2", "plan": "57.31", "notes": "43.16 3"}
    ]


def test_further_level_starts_a_row_and_takes_the_comparisons_after_it(make: Any) -> None:
    rows = shape(
        make,
        make.figure("5", "tỷ đồng"),
        make.figure("7", "tỷ đồng"),
        make.figure("4", "%", "change", "same_period"),
    )
    assert rows == [{"actual": "5"}, {"actual": "7", "same_period": "4"}]


def test_comparison_before_its_level_joins_it(make: Any) -> None:
    rows = shape(make, make.figure("4", "%", "change", "plan"), make.figure("7", "tỷ đồng"))
    assert rows == [{"plan": "4", "actual": "7"}]


def test_second_comparison_with_the_same_base_is_never_lost(make: Any) -> None:
    rows = shape(
        make,
        make.figure("7", "tỷ đồng"),
        make.figure("4", "%", "change", "plan"),
        make.figure("5", "%", "change", "plan"),
    )
    assert rows == [{"actual": "7", "plan": "4"}, {"plan": "5"}]


def test_share_alone_is_what_the_row_reports(make: Any) -> None:
    assert shape(make, make.figure("71", "%", "share")) == [{"actual": "71"}]


def test_case_spaces_and_decomposed_letters_do_not_part_an_indicator(make: Any) -> None:
    rows = shape(
        make,
        make.figure("1", indicator="Số vụ  ma túy:"),
        make.figure("2", "%", "change", "plan", indicator="số vụ ma tu\u0301y"),
    )
    assert len(rows) == 1


def test_section_period_report_and_indicator_keep_rows_apart(make: Any) -> None:
    change = ("2", "%", "change", "plan")
    level = make.figure("1")
    for other in (
        make.figure(*change, changes={"section_id": 5}),
        make.figure(*change, changes={"report_id": 2}),
        make.figure(*change, period="2020"),
        make.figure(*change, indicator="số người"),
    ):
        assert len(indicator_rows([level, other], {})) == 2


def test_figures_without_an_indicator_are_not_joined(make: Any) -> None:
    rows = shape(make, make.figure("1", indicator=""), make.figure("2", "%", "change", "plan", indicator=""))
    assert len(rows) == 2


def test_rows_keep_the_reading_order_and_every_figure(make: Any) -> None:
    figures = [make.figure(str(at), indicator=f"chỉ tiêu {at % 7}") for at in range(50)]
    rows = indicator_rows(figures, {})
    assert [row.figures[0].id for row in rows] == [figure.id for figure in figures]
    assert rows[0].at(Column.ACTUAL) is figures[0]
    assert rows[0].at(Column.PLAN) is None


def test_no_figures_make_no_rows() -> None:
    assert indicator_rows([], {}) == []


def test_percentage_goes_before_the_same_change_in_a_unit_of_its_own(make: Any) -> None:
    rows = shape(
        make,
        make.figure("189", "vụ"),
        make.figure("-14", "vụ", "change", "previous"),
        make.figure("-6.9", "%", "change", "previous"),
    )
    assert rows == [{"actual": "189", "notes": "-14", "previous": "-6.9"}]


def test_plan_of_a_table_stands_in_the_notes_of_what_is_compared_with_it(make: Any) -> None:
    rows = shape(
        make,
        make.figure("9850", "tỷ đồng", indicator="thu – Dự toán/KH", period="2021"),
        make.figure("801", "tỷ đồng", indicator="thu", period="2021-03"),
        make.figure("2400", "tỷ đồng", indicator="thu"),
        make.figure("24.4", "%", "ratio", "plan", indicator="thu"),
    )
    assert rows == [{"actual": "801"}, {"actual": "2400", "plan": "24.4", "notes": "9850"}]


def test_plan_goes_to_the_nearest_of_two_rows_compared_with_it(make: Any) -> None:
    result = ("7", "tỷ đồng", "level", "", "thu"), ("95", "%", "ratio", "plan", "thu")
    rows = shape(
        make,
        *(make.figure(*said) for said in result),
        make.figure("9850", "tỷ đồng", indicator="thu – Kế hoạch", period="2021"),
        *(make.figure(*said) for said in result),
    )
    assert rows == [{"actual": "7", "plan": "95"}, {"actual": "7", "plan": "95", "notes": "9850"}]


def test_plan_of_a_share_stands_in_the_notes_of_the_share(make: Any) -> None:
    plan = make.figure("6.12", "%", "share", indicator="tỷ lệ hộ nghèo – Kế hoạch")
    rows = shape(make, plan, make.figure("5.87", "%", "share", indicator="tỷ lệ hộ nghèo"))
    assert rows == [{"actual": "5.87", "notes": "6.12"}]


def test_plan_without_a_result_keeps_its_row(make: Any) -> None:
    plan = make.figure("9850", indicator="thu – Kế hoạch", period="2021")
    assert shape(make, plan) == [{"actual": "9850"}]


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ("2020-Q1", "2021-Q1"),
        ("2020-Q4", "2021-Q1"),
        ("2021-02", "2021-03"),
        ("2020-01/2020-03", "2021-01/2021-03"),
        ("2021-01/2021-02", "2021-01/2021-03"),
    ],
)
def test_level_of_the_base_stands_in_the_notes(make: Any, earlier: str, now: str) -> None:
    rows = shape(make, make.figure("38839", "ha", period=earlier), make.figure("38412", "Ha", period=now))
    assert rows == [{"actual": "38412", "notes": "38839"}]


def test_base_keeps_its_row_where_it_is_compared_itself_or_in_another_unit(make: Any) -> None:
    base, now = make.figure("7", "ha", period="2020-Q1"), make.figure("8", "ha")
    compared = make.figure("3", "%", "change", "previous", period="2020-Q1")
    assert len(shape(make, base, compared, now)) == 2
    assert len(shape(make, base, make.figure("8", "tấn"))) == 2


def test_series_of_periods_keeps_all_its_rows(make: Any) -> None:
    months = [make.figure(str(month), period=f"2021-0{month}") for month in (1, 2, 3)]
    assert shape(make, *months) == [{"actual": "1"}, {"actual": "2"}, {"actual": "3"}]


def test_row_is_led_by_what_it_reports(make: Any) -> None:
    base, now = make.figure("7", period="2020-Q1"), make.figure("8")
    (row,) = indicator_rows([base, now], {1: "2021-Q1"})
    assert (row.lead, row.figures) == (now, (now, base))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    parts=st.lists(
        st.tuples(
            st.sampled_from(["thu", "thu – Dự toán", "chi"]),
            st.sampled_from(["level", "share", "change", "ratio"]),
            st.sampled_from(["", "previous", "same_period", "plan", "other"]),
            st.sampled_from(["", "2020", "2020-Q1", "2020-Q4", "2021-Q1", "2021"]),
            st.sampled_from(["%", "tỷ đồng"]),
        ),
        max_size=30,
    )
)
def test_every_figure_stands_in_one_row(make: Any, parts: list[tuple[str, ...]]) -> None:
    figures = [
        make.figure("1", unit, kind, base, indicator, period=period)
        for indicator, kind, base, period, unit in parts
    ]
    rows = indicator_rows(figures, {1: "2021-Q1"})
    assert sorted(figure.id for row in rows for figure in row.figures) == [figure.id for figure in figures]
    for row in rows:
        kept = [column for column in row.columns if column is not Column.NOTES]
        assert len(kept) == len(set(kept))
