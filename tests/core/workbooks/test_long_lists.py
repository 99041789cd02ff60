"""Lists that run on over further sheets: links go to the right sheet and row, and marks are found again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.identity import KEY_HEADING, FigureMark
from desktop.core.workbooks.reading_back.lists import lists_of
from desktop.core.workbooks.reading_back.opening import opened
from desktop.core.workbooks.sheets import Limits
from desktop.core.workbooks.summary import write_workbook

FIGURES = 23


@pytest.fixture
def content(make: Any) -> Any:
    """Return a report of many figures, each an indicator of its own."""
    figures = [make.figure(str(1000 + at), "vụ", indicator=f"số vụ loại {at}") for at in range(FIGURES)]
    return make.content(make.report(*figures, text="Số vụ ma túy 218 vụ, tăng 2,4 lần. Câu sau."))


@pytest.fixture(params=[Limits(rows=10), Limits(links=12), Limits(rows=12, links=11)])
def long(request: pytest.FixtureRequest, content: WorkbookContent, tmp_path: Path) -> Path:
    """Return a workbook whose sheets hold few rows, or few links."""
    out = tmp_path / "out.xlsx"
    write_workbook(content, out, limits=request.param)
    return out


def _sheets(workbook: Any, title: str) -> list[Any]:
    return [sheet for sheet in workbook if sheet.title == title or sheet.title.startswith(f"{title} (")]


def _at(workbook: Any, location: str) -> Any:
    title, cell = location.rsplit("!", 1)
    return workbook[title.strip("'")][cell]


def _valued(workbook: Any) -> Iterator[Any]:
    for sheet in _sheets(workbook, "Tổng hợp"):
        for (cell,) in sheet.iter_rows(min_col=4, max_col=4):
            if isinstance(cell.value, int | float):
                yield cell


def test_every_number_leads_to_its_evidence_and_back_over_further_sheets(long: Path) -> None:
    workbook: Any = load_workbook(long)
    assert len(_sheets(workbook, "Số liệu")) > 1
    assert len(_sheets(workbook, "Tổng hợp")) > 1
    led = 0
    for cell in _valued(workbook):
        evidence = _at(workbook, cell.hyperlink.location)
        assert evidence.parent.cell(evidence.row, 6).value == cell.value
        assert evidence.hyperlink.location == f"'{cell.parent.title}'!{cell.coordinate}"
        led += 1
    assert led == FIGURES


def test_numbers_by_tag_lead_to_their_evidence_over_further_sheets(long: Path) -> None:
    workbook: Any = load_workbook(long)
    led = 0
    for sheet in _sheets(workbook, "Theo nhãn"):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink is not None and isinstance(cell.value, int | float):
                    evidence = _at(workbook, cell.hyperlink.location)
                    assert evidence.parent.cell(evidence.row, 6).value == cell.value
                    led += 1
    assert led == FIGURES


def test_further_sheets_have_hidden_columns_a_filter_and_the_page_head(long: Path) -> None:
    workbook: Any = load_workbook(long)
    for sheet in _sheets(workbook, "Số liệu"):
        columns = {cell.value: cell.column_letter for cell in sheet[1]}
        assert sheet.column_dimensions[columns[KEY_HEADING]].hidden
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.auto_filter.ref.endswith(str(sheet.max_row))
        assert "Tổng hợp số liệu" in sheet.oddHeader.center.text


def test_marks_of_all_sheets_are_read_back(long: Path, content: WorkbookContent) -> None:
    lists = lists_of(opened(long.read_bytes(), long.name, lambda: None), ())
    keys = {row.text_under(KEY_HEADING) for row in lists.figures}
    expected = {
        FigureMark.of(report.summary.digest, figure.id, figure.effective).key
        for report in content.reports
        for figure in report.figures
    }
    assert keys == expected
    assert len(lists.figures) == FIGURES


def test_sum_over_rows_of_an_earlier_sheet_names_that_sheet(make: Any, tmp_path: Path) -> None:
    names = ("thu nội địa", "thu xuất nhập khẩu", "thu viện trợ")
    figures = [
        make.figure(number, "tỷ đồng", indicator=name, changes={"section_id": 1})
        for number, name in zip(("300", "250.5", "100"), names, strict=True)
    ]
    section = make.section(1, "I. Ngân sách", still_open=0)
    content = make.content(make.report(*figures, sections=(section,)))
    out = tmp_path / "out.xlsx"
    write_workbook(content, out, limits=Limits(rows=9))
    further = load_workbook(out)["Tổng hợp (2)"]
    formulas = [cell.value for cell in further["D"] if str(cell.value).startswith("=")]
    assert formulas == ["=SUM('Tổng hợp'!D8:D9,D2)"]
