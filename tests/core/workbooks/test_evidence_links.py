"""Every number leads to its evidence and back, and rows are known again by what their hidden columns hold."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from desktop.core.workbooks.content import ExportOptions, Grouping, WorkbookContent
from desktop.core.workbooks.identity import (
    COUNT_PROPERTY,
    DIGEST_HEADING,
    DIGEST_PROPERTY,
    EXPORTED_AT_PROPERTY,
    FIELDS_HEADING,
    KEY_HEADING,
    WORKSPACE_PROPERTY,
    FigureMark,
    figure_key,
    workbook_digest,
)
from desktop.core.workbooks.summary import write_workbook

Written = Callable[[WorkbookContent], Any]


@pytest.fixture
def content(make: Any) -> Any:
    """Return two reports; the figures of the first are one row of "Tổng hợp" with a note."""
    first = make.report(
        make.figure("218", "vụ", indicator="số vụ ma túy"),
        make.figure("2.4", "lần", "change", "previous", indicator="số vụ ma túy"),
        make.figure("-5.2", "%", "change", "same_period", indicator="số vụ ma túy"),
        make.figure("3", "%", "change", "year_start", indicator="số vụ ma túy"),
        text="Số vụ ma túy 218 vụ, tăng 2,4 lần. Câu sau.",
    )
    second = make.report(make.figure("7", "vụ", indicator="khác", changes={"report_id": 2}), number=2)
    return make.content(first, second)


def _columns(workbook: Any, title: str, row: int = 1) -> dict[str, str]:
    return {str(cell.value): cell.column_letter for cell in workbook[title][row] if cell.value}


@pytest.mark.parametrize("grouping", Grouping)
def test_every_number_leads_to_its_evidence_and_back(
    content: WorkbookContent, written: Written, grouping: Grouping
) -> None:
    workbook = written(replace(content, options=ExportOptions(grouping)))
    overview, figures = workbook["Tổng hợp"], workbook["Số liệu"]
    value = _columns(workbook, "Số liệu")["Giá trị"]
    led = 0
    for row in overview.iter_rows(min_row=7, min_col=4, max_col=7):
        for cell in row:
            if cell.value is not None:
                target = cell.hyperlink.location.removeprefix("'Số liệu'!")
                assert figures[f"{value}{figures[target].row}"].value == cell.value
                assert figures[target].hyperlink.location == f"'Tổng hợp'!{cell.coordinate}"
                led += 1
    assert led == 4


def test_figure_in_the_notes_of_a_row_leads_to_those_notes(
    content: WorkbookContent, written: Written
) -> None:
    workbook = written(content)
    cell = workbook["Tổng hợp"][workbook["Số liệu"]["A5"].hyperlink.location.removeprefix("'Tổng hợp'!")]
    assert "3% so với đầu năm" in cell.value


def test_hidden_columns_hold_the_marks_of_the_rows(content: WorkbookContent, written: Written) -> None:
    workbook = written(content)
    sheet, columns = workbook["Số liệu"], _columns(workbook, "Số liệu")
    names = (KEY_HEADING, FIELDS_HEADING, DIGEST_HEADING)
    assert tuple(columns)[-3:] == names
    assert all(sheet.column_dimensions[columns[name]].hidden for name in names)
    assert sheet.auto_filter.ref == f"A1:{columns[DIGEST_HEADING]}6"
    marks = [
        FigureMark(*(str(sheet[f"{columns[name]}{row}"].value) for name in names)) for row in range(2, 7)
    ]
    assert [mark.is_sound for mark in marks] == [True] * 5
    expected = [
        FigureMark.of(report.summary.digest, figure.id, figure.effective)
        for report in content.reports
        for figure in report.figures
    ]
    assert marks == expected


def test_properties_of_the_file_hold_the_digest_over_all_rows(
    content: WorkbookContent, tmp_path: Any
) -> None:
    out = tmp_path / "out.xlsx"
    digest = write_workbook(content, out).digest
    marks = [
        FigureMark.of(report.summary.digest, figure.id, figure.effective)
        for report in content.reports
        for figure in report.figures
    ]
    workbook: Any = load_workbook(out)
    properties = {each.name: each.value for each in workbook.custom_doc_props.props}
    assert digest == properties[DIGEST_PROPERTY] == workbook_digest(marks)
    assert (properties[COUNT_PROPERTY], properties[WORKSPACE_PROPERTY]) == (5, "ho-so")
    assert properties[EXPORTED_AT_PROPERTY] == "2021-04-05T07:24:30+00:00"


def test_odd_letters_leave_the_marks_sound(make: Any, written: Written) -> None:
    odd = make.figure("1", "v\ud800", indicator='_x000D_ "\x00\uffff\x7f\n')
    workbook = written(make.content(make.report(odd)))
    columns = _columns(workbook, "Số liệu")
    sheet = workbook["Số liệu"]
    mark = FigureMark(
        *(sheet[f"{columns[name]}2"].value for name in (KEY_HEADING, FIELDS_HEADING, DIGEST_HEADING))
    )
    assert mark == FigureMark.of("d" * 64, odd.id, odd.effective)
    assert mark.is_sound


def test_overview_names_the_figure_of_each_of_its_numbers(content: WorkbookContent, written: Written) -> None:
    workbook = written(content)
    sheet = workbook["Tổng hợp"]
    columns = _columns(workbook, "Tổng hợp", 6)
    ids = [figure.id for figure in content.reports[0].figures]
    for heading, figure_id in (
        ("Thực hiện", ids[0]),
        ("So với kỳ trước", ids[1]),
        ("So với cùng kỳ", ids[2]),
    ):
        column = columns[f"{KEY_HEADING} – {heading}"]
        assert sheet.column_dimensions[column].hidden
        assert sheet[f"{column}8"].value == figure_key("d" * 64, figure_id)
    assert sheet[f"{columns[f'{KEY_HEADING} – So với kế hoạch']}8"].value is None


def test_quotation_marks_the_number_and_is_no_formula(make: Any, tmp_path: Any) -> None:
    text = "=Tổng\t218\tvụ"
    figure = make.figure("218", "vụ")
    figure = replace(figure, place=replace(figure.place, start=6, end=9))
    write_workbook(make.content(make.report(figure, text=text)), tmp_path / "out.xlsx")
    workbook: Any = load_workbook(tmp_path / "out.xlsx", rich_text=True)
    cell = workbook["Số liệu"][f"{_columns(workbook, 'Số liệu')['Trích nguồn']}2"]
    assert isinstance(cell.value, CellRichText)
    assert str(cell.value) == "=Tổng | 218 | vụ"
    assert [part.text for part in cell.value if isinstance(part, TextBlock) and part.font.b] == ["218"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_tags_head_their_rows_in_the_order_of_the_tree(make: Any, written: Written) -> None:
    sections = (
        make.section(1, "I. Xã hội", tags=("health",)),
        make.section(2, "II. Kinh tế", tags=("growth",)),
    )
    figures = [
        make.figure("1", "ca", indicator="ca mắc", changes={"section_id": 1}),
        make.figure("2", "tỷ đồng", indicator="GRDP", changes={"section_id": 2}),
        make.figure("3", "vụ", indicator="vụ cháy"),
    ]
    content = make.content(make.report(*figures, sections=sections))
    workbook = written(replace(content, options=ExportOptions(Grouping.TAG)))
    cells = [(row[1].value, row[7].value) for row in workbook["Tổng hợp"].iter_rows(min_row=7, max_row=14)]
    names = [name for name, _ in cells if name]
    society = names.index("Văn hóa - xã hội")
    assert names.index("Kinh tế") < names.index("Tăng trưởng, tổng sản phẩm") < names.index("GRDP") < society
    assert society < names.index("Y tế") < names.index("ca mắc") < names.index("Chưa gắn nhãn")
    assert names[-1] == "vụ cháy"
    assert dict(cells)["Y tế"] == "Thuộc Văn hóa - xã hội. 1 số liệu"


def test_workbook_ends_with_a_place_for_signatures(content: WorkbookContent, written: Written) -> None:
    sheet = written(content)["Tổng hợp"]
    last = [[cell.value for cell in row if cell.value] for row in sheet.iter_rows(min_row=sheet.max_row - 5)]
    assert ["NGƯỜI LẬP", "NGƯỜI RÀ SOÁT", "THỦ TRƯỞNG ĐƠN VỊ"] in last
    assert any("ngày" in str(texts) and "tháng" in str(texts) for texts in last)


def test_pages_bear_the_title_and_their_numbers(content: WorkbookContent, written: Written) -> None:
    for sheet in written(replace(content, title="Số liệu & chỉ tiêu")):
        assert sheet.oddHeader.center.text == "&A: Số liệu && chỉ tiêu"
        assert sheet.oddFooter.right.text == "Trang &P/&N"
        has_own_title = sheet.title == "Tổng hợp"
        assert bool(sheet.HeaderFooter.differentFirst) == has_own_title
        assert (sheet.firstHeader.center.text is None) == has_own_title
        assert sheet.firstFooter.right.text == "Trang &P/&N"
