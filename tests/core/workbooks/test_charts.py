"""Charts are drawn of evenly spaced series, else of changes side by side, else not at all."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from openpyxl.chart import BarChart, LineChart

from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.pivot import pivot
from desktop.core.workbooks.series import main_comparison, main_series

Written = Callable[[WorkbookContent], Any]


def _levels(make: Any, values: dict[str, str], indicator: str = "thu ngân sách") -> list[Any]:
    return [
        make.figure(value, "tỷ đồng", indicator=indicator, period=period) for period, value in values.items()
    ]


def _periods(make: Any, figures: Sequence[Any]) -> list[list[str]]:
    found = pivot(make.content(make.report(*figures)))
    return [[figure.effective.period for figure in series.figures] for series in main_series(found)]


@pytest.mark.parametrize(
    ("periods", "drawn"),
    [
        (["2021", "2019", "2020"], [["2019", "2020", "2021"]]),
        (["2021-Q1", "2021-Q2", "2021-Q3"], [["2021-Q1", "2021-Q2", "2021-Q3"]]),
        (["2021-12", "2022-01", "2022-02"], [["2021-12", "2022-01", "2022-02"]]),
        (["2020-03", "2021-03", "2022-03"], [["2020-03", "2021-03", "2022-03"]]),
        (["2021-02", "2021-03", "2021-04", "2020-04"], [["2021-02", "2021-03", "2021-04"]]),
        (["2022-08", "2023-07", "2023-08"], []),
        (["2019", "2020", "2021-Q1"], []),
        (["2021-01/2021-03", "2021-01/2021-06", "2021-01/2021-09"], []),
        (["2021", "2022"], []),
    ],
)
def test_series_is_evenly_spaced_and_of_periods_of_one_length(
    make: Any, periods: list[str], drawn: list[list[str]]
) -> None:
    figures = _levels(make, {period: str(at) for at, period in enumerate(periods)})
    assert _periods(make, figures) == drawn


def test_series_with_two_values_for_a_period_is_not_drawn(make: Any) -> None:
    figures = _levels(make, {"2019": "1", "2020": "2", "2021": "3"}) + _levels(make, {"2021": "4"})
    assert _periods(make, figures) == []


def test_at_most_six_series_are_drawn_the_longest_first(make: Any) -> None:
    figures = []
    for number in range(8):
        years = range(2015 - (number == 7), 2018)
        figures += _levels(make, {str(year): "1" for year in years}, indicator=f"chi {number}")
    drawn = _periods(make, figures)
    assert len(drawn) == 6
    assert len(drawn[0]) == 4


def _text(title: Any) -> Any:
    return title.tx.rich.p[0].r[0].t


def test_line_chart_is_drawn_from_its_cells_with_titles_and_units(make: Any, written: Written) -> None:
    workbook = written(
        make.content(make.report(*_levels(make, {"2019": "10.5", "2020": "11", "2021": "12"})))
    )
    sheet = workbook["Biểu đồ"]
    (chart,) = sheet._charts
    assert isinstance(chart, LineChart)
    assert _text(chart.title) == "thu ngân sách (tỷ đồng)"
    assert _text(chart.y_axis.title) == "tỷ đồng"
    assert not chart.x_axis.delete
    assert not chart.y_axis.delete
    assert [sheet[f"A{row}"].value for row in (4, 5, 6)] == ["Năm 2019", "Năm 2020", "Năm 2021"]
    assert [sheet[f"B{row}"].value for row in (4, 5, 6)] == [10.5, 11, 12]
    assert chart.series[0].val.numRef.f == "'Biểu đồ'!$B$4:$B$6"
    assert chart.series[0].cat.numRef.f == "'Biểu đồ'!$A$4:$A$6"
    assert sheet["B4"].hyperlink.location == "'Số liệu'!A2"


def test_without_series_the_changes_of_one_section_stand_side_by_side(make: Any, written: Written) -> None:
    figures = [
        make.figure(value, "%", "change", "same_period", indicator=f"đàn {name}", changes={"section_id": 1})
        for name, value in (("trâu", "-1.6"), ("bò", "0.9"), ("lợn", "4.1"))
    ]
    workbook = written(make.content(make.report(*figures, sections=(make.section(1, "I. Chăn nuôi"),))))
    (chart,) = workbook["Biểu đồ"]._charts
    assert isinstance(chart, BarChart)
    assert _text(chart.title) == "Tăng, giảm so với cùng kỳ (%), Quý I/2021"
    assert [workbook["Biểu đồ"][f"B{row}"].value for row in (4, 5, 6)] == [-1.6, 0.9, 4.1]


def test_nothing_meaningful_makes_no_sheet(make: Any, written: Written) -> None:
    figures = [make.figure("1", "vụ"), make.figure("2", "%", "change", "same_period")]
    content = make.content(make.report(*figures))
    assert main_comparison(pivot(content)) is None
    assert "Biểu đồ" not in written(content).sheetnames


def test_series_of_several_reports_is_one(make: Any) -> None:
    reports = [
        make.report(
            make.figure("1", "vụ", period=period, changes={"report_id": number}),
            number=number,
        )
        for number, period in ((1, "2021-Q1"), (2, "2021-Q2"), (3, "2021-Q3"))
    ]
    (series,) = main_series(pivot(make.content(*reports)))
    assert [figure.report_id for figure in series.figures] == [1, 2, 3]
