"""Figures joined to one row an indicator."""

from typing import Any

from desktop.core.workbooks.indicators import Column, indicator_rows


def shape(make: Any, *figures: Any) -> list[dict[str, str]]:
    """Return the rows as {column: value}, the notes joined."""
    rows = []
    for row in indicator_rows(figures):
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
        assert len(indicator_rows([level, other])) == 2


def test_figures_without_an_indicator_are_not_joined(make: Any) -> None:
    rows = shape(make, make.figure("1", indicator=""), make.figure("2", "%", "change", "plan", indicator=""))
    assert len(rows) == 2


def test_rows_keep_the_reading_order_and_every_figure(make: Any) -> None:
    figures = [make.figure(str(at), indicator=f"chỉ tiêu {at % 7}") for at in range(50)]
    rows = indicator_rows(figures)
    assert [row.figures[0].id for row in rows] == [figure.id for figure in figures]
    assert rows[0].at(Column.ACTUAL) is figures[0]
    assert rows[0].at(Column.PLAN) is None


def test_no_figures_make_no_rows() -> None:
    assert indicator_rows([]) == []
