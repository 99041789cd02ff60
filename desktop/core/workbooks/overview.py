"""The sheet "Tổng hợp": one row an indicator in the form offices use, by report and section."""

from collections.abc import Sequence
from itertools import count

from openpyxl import Workbook
from openpyxl.cell import Cell

from desktop.core.displays import period_text
from desktop.core.reviews import ReviewedSection
from desktop.core.tags import TagTree
from desktop.core.workbooks import figure_list
from desktop.core.workbooks.cells import local_time, zone_text
from desktop.core.workbooks.content import ReportContent, WorkbookContent
from desktop.core.workbooks.indicators import COMPARISONS, Column, IndicatorRow
from desktop.core.workbooks.outline import Line, outline
from desktop.core.workbooks.remarks import remarks
from desktop.core.workbooks.sheets import Heading, Sheet
from desktop.core.workbooks.sources import heading_parts, row_numbers_text, source_text
from desktop.core.workbooks.styles import SUFFIXES, Look, Pen
from desktop.core.workbooks.wording import left_out_text, tags_text

TITLE = "Tổng hợp"
HEADER_ROW = 6
HEADINGS = (
    Heading("STT", 6),
    Heading("Chỉ tiêu", 44),
    Heading("Đơn vị tính", 14),
    Heading("Thực hiện", 15),
    Heading("So với kỳ trước", 13),
    Heading("So với cùng kỳ", 13),
    Heading("So với kế hoạch", 13),
    Heading("Ghi chú", 38),
    Heading("Nguồn", 48, density=1.6),
)

_LEGEND = (
    "Số mang dấu + hoặc - là mức tăng, giảm; số không mang dấu là tỷ lệ đạt so với gốc so sánh. "
    "Bấm vào ô Nguồn để xem từng số liệu và trích nguồn."
)


def write_overview(content: WorkbookContent, workbook: Workbook) -> None:
    """Write the sheet; its links lead to the rows of the sheet "Số liệu"."""
    sheet = Sheet(workbook, TITLE, HEADINGS, header_row=HEADER_ROW, is_ruled=True)
    _write_title(content, sheet)
    sheet.write_header()
    figures = (figure for report in content.reports for figure in report.figures)
    number_by_id = {figure.id: number for number, figure in enumerate(figures, start=1)}
    indicator = count(1)
    for line in outline(content.reports):
        if line.row is not None:
            numbers = [number_by_id[figure.id] for figure in line.row.figures]
            target = figure_list.target_of(min(numbers), sheet.limits)
            sheet.write(_indicator_cells(next(indicator), line, line.row, numbers, target, sheet.pen))
        elif line.section is not None:
            _write_section(line, line.section, content.tags, sheet)
        else:
            _write_report(line.report, sheet)


def _write_title(content: WorkbookContent, sheet: Sheet) -> None:
    only = f" thuộc nhãn {tags_text(content.only_tags, content.tags)}" if content.only_tags else ""
    statement = f"Chỉ gồm số liệu đã xác nhận{only}; {left_out_text(content.left_out)}."
    sheet.write_line(content.title, Look.TITLE, height=30)
    sheet.write_line(_subtitle(content.reports), Look.SUBTITLE, height=36)
    sheet.write_line(statement, Look.STATEMENT, height=20)
    sheet.write_line(_provenance(content), Look.REMARK, height=18)
    sheet.write_line(_LEGEND, Look.REMARK, height=18)


def _subtitle(reports: Sequence[ReportContent]) -> str:
    if len(reports) == 1:
        return _report_name(reports[0])
    return f"Tổng hợp từ {len(reports)} báo cáo"


def _report_name(report: ReportContent) -> str:
    period = period_text(report.summary.period)
    title = report.summary.title or report.summary.name
    return f"{title} ({period})" if period else title


def _provenance(content: WorkbookContent) -> str:
    who = f"; người xuất: {content.who}" if content.who else ""
    at = f"{local_time(content.exported_at):%H:%M ngày %d/%m/%Y}"
    zone = f"mọi thời điểm ghi theo giờ của máy xuất, {zone_text(content.exported_at)}"
    return f"Hồ sơ: {content.workspace}{who}; xuất lúc {at} ({zone})"


def _write_report(report: ReportContent, sheet: Sheet) -> None:
    counts = f"Đưa vào {len(report.figures)} số liệu; {left_out_text(report.left_out)}; {_signature(report)}"
    looks = Look.REPORT, Look.REPORT_REMARK
    _write_band("", _report_name(report), counts, looks, sheet, source=report.summary.issued_by)


def _signature(report: ReportContent) -> str:
    """Return who signed the report off, as half a sentence."""
    signed_at = report.summary.signed_at
    if signed_at is None:
        return "chưa ký xác nhận"
    day = f"ngày {local_time(signed_at):%d/%m/%Y}"
    who = report.summary.signed_by
    return f"đã ký xác nhận {day}" + (f", người ký: {who}" if who else "")


def _write_section(line: Line, section: ReviewedSection, tree: TagTree, sheet: Sheet) -> None:
    number, title = heading_parts(section.title)
    said = [f"Nhãn: {tags_text(section.tags, tree)}"] if section.tags else []
    if line.period not in ("", line.report.summary.period):
        said.append(f"Kỳ số liệu: {period_text(line.period)}")
    _write_band(number, title, ". ".join(said), (Look.SECTION, Look.SECTION_REMARK), sheet)


def _write_band(
    number: str, title: str, remark: str, looks: tuple[Look, Look], sheet: Sheet, *, source: str = ""
) -> None:
    """Write a row whose title runs on over the empty cells beside it.

    Its remark stands under "Ghi chú", its source under "Nguồn".
    """
    pen, (look, remark_look) = sheet.pen, looks
    beside = [pen.empty(look) for _ in HEADINGS[2:-2]]
    noted = [*beside, pen.text(remark, remark_look), pen.text(source, remark_look)]
    cells = [pen.text(number, look), pen.text(title, look), *noted]
    sheet.write(cells, height=sheet.height_for([None, None, *noted]))


def _indicator_cells(
    number: int, line: Line, row: IndicatorRow, numbers: Sequence[int], target: str, pen: Pen
) -> list[Cell | None]:
    actual = row.at(Column.ACTUAL)
    heading = line.section.title if line.section else ""
    return [
        pen.count(number),
        pen.text(row.lead.effective.indicator, Look.INDENTED),
        pen.text(_unit(row), Look.CENTRED),
        pen.value(actual.effective, written=actual.text) if actual else pen.empty(Look.RIGHT),
        *(_comparison_cell(row, column, pen) for column in COMPARISONS),
        pen.text(remarks(row, line.period), Look.INDENTED),
        pen.link(
            source_text(row, line.report.summary.name, heading, numbers),
            target,
            f"Xem {row_numbers_text(numbers).lower()}",
        ),
    ]


def _unit(row: IndicatorRow) -> str:
    """Return the unit of the level; of a row of nothing but percentages that is the percent sign."""
    if actual := row.at(Column.ACTUAL):
        return actual.effective.unit
    units = {figure.effective.unit for figure in row.figures}
    return "%" if units == {"%"} else ""


def _comparison_cell(row: IndicatorRow, column: Column, pen: Pen) -> Cell | None:
    figure = row.at(column)
    if figure is None:
        return pen.empty(Look.RIGHT)
    unit = figure.effective.unit
    return pen.value(figure.effective, unit=unit if unit in SUFFIXES else "", written=figure.text)
