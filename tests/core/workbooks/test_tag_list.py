"""The sheet "Theo nhãn": figures by tag, indicator and period, and the counts of each tag."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop.core.figures import Verdict
from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.pivot import Tally, pivot

Written = Callable[[WorkbookContent], Any]
HEADER = 2


def table(workbook: Any) -> tuple[list[str], dict[str, tuple[Any, ...]]]:
    """Return the headings, and the rows by their first cell without its indent."""
    rows = list(workbook["Theo nhãn"].iter_rows(min_row=HEADER, values_only=True))
    return [str(text) for text in rows[0]], {str(row[0]).strip(): row for row in rows[1:]}


@pytest.fixture
def content(make: Any) -> Any:
    """Return a report on health below society, on growth, and on something without a tag."""
    sections = (
        make.section(1, "I. Xã hội", tags=("society",)),
        make.section(2, "1. Y tế", parent=1, tags=("health",)),
        make.section(3, "II. Kinh tế", tags=("growth", "prices")),
    )
    sick = {"section_id": 2}
    figures = [
        make.figure("5", "ca", indicator="Ca mắc", period="2021-02", changes=sick),
        make.figure("9", "ca", indicator="ca mắc", period="2021-01", changes=sick),
        make.figure("9", "ca", indicator="ca  mắc", period="2021-01", changes=sick),
        make.figure("20", "%", "change", "same_period", indicator="ca mắc", period="2021-02", changes=sick),
        make.figure("7.5", "%", indicator="GRDP", period="2021", changes={"section_id": 3}),
        make.figure("3", "vụ", indicator="vụ cháy", period=""),
    ]
    said = make.reading("5", "ca", indicator="Ca mắc", period="2021-02")
    figures[0] = replace(figures[0], verdict=Verdict.CORRECTED, said=said)
    return make.content(make.report(*figures, sections=sections))


def test_indicator_has_its_values_by_period_in_the_order_of_time(
    content: WorkbookContent, written: Written
) -> None:
    headings, rows = table(written(content))
    assert headings[7:-1] == ["Tháng 1/2021", "Tháng 2/2021", "Năm 2021", "Chưa rõ kỳ"]
    assert rows["GRDP"][1:4] == ("%", "Mức", None)
    assert rows["GRDP"][7:] == (None, None, 7.5, None, "Số liệu 5")
    assert rows["vụ cháy"][7:] == (None, None, None, 3, "Số liệu 6")


def test_value_told_twice_is_shown_once_with_both_its_rows(
    content: WorkbookContent, written: Written
) -> None:
    sheet = written(content)["Theo nhãn"]
    rows = [row for row in sheet.iter_rows(min_row=HEADER + 1) if str(row[0].value).casefold() == "ca mắc"]
    level, change = rows
    assert [cell.value for cell in level[4:9]] == [3, 2, 1, 9, 5]
    assert level[-1].value == "Số liệu 1–3"
    assert (change[2].value, change[3].value, change[8].value) == ("Tăng, giảm", "Cùng kỳ", 20)
    assert level[7].hyperlink.location == "'Số liệu'!A3"


def test_different_values_of_one_period_stand_in_rows_of_their_own(make: Any, written: Written) -> None:
    figures = [make.figure(value, "vụ", indicator="vụ cháy") for value in ("3", "4", "3")]
    sheet = written(make.content(make.report(*figures)))["Theo nhãn"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADER + 2)]
    assert [(row[4], row[7], row[8]) for row in rows] == [(3, 3, "Số liệu 1–3"), (None, 4, "Số liệu 2")]


def test_counts_of_a_tag_are_with_all_below_it(content: WorkbookContent) -> None:
    found = pivot(content)
    assert found.tallies["society"] == found.tallies["health"] == Tally(4, 3, 1)
    assert found.tallies["economy"] == found.tallies["growth"] == found.tallies["prices"] == Tally(1, 1, 0)
    assert found.tallies[None] == Tally(1, 1, 0)
    assert "society" not in found.subjects, "a figure stands under its nearest tag alone"


def test_tags_above_stand_before_those_below(content: WorkbookContent, written: Written) -> None:
    _, rows = table(written(content))
    names = list(rows)
    assert names.index("Văn hóa - xã hội") + 1 == names.index("Y tế")
    assert names.index("Kinh tế") < names.index("Văn hóa - xã hội") < names.index("Chưa gắn nhãn")
    assert rows["Văn hóa - xã hội"][4:7] == (4, 3, 1)


def test_reports_of_different_issuers_are_not_mixed(make: Any, written: Written) -> None:
    reports = []
    for number, issuer in ((1, "UBND tỉnh A"), (2, "UBND tỉnh B")):
        figure = make.figure("3", "vụ", indicator="vụ cháy", changes={"report_id": number})
        report = make.report(figure, number=number)
        reports.append(replace(report, summary=replace(report.summary, issuer=issuer)))
    sheet = written(make.content(*reports))["Theo nhãn"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADER)]
    assert rows[0][4] == "Cơ quan ban hành"
    assert [row[4] for row in rows[2:]] == ["UBND tỉnh A", "UBND tỉnh B"]


def test_periods_without_a_column_are_counted_and_still_led_to(make: Any, written: Written) -> None:
    figures = [
        make.figure(str(year), "vụ", indicator="vụ cháy", period=str(year)) for year in range(2001, 2016)
    ]
    sheet = written(make.content(make.report(*figures)))["Theo nhãn"]
    headings = [cell.value for cell in sheet[HEADER]]
    assert sum(str(heading).startswith("Năm ") for heading in headings) == 12
    assert "3 số liệu của 3 kỳ khác không có cột riêng" in sheet["B1"].value
    assert sheet[HEADER + 2][-1].value == "Số liệu 1–15"
