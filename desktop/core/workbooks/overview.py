"""The sheet "Tổng hợp": one row an indicator in the form offices use, by report and section."""

from collections.abc import Iterator, Sequence
from itertools import count

from openpyxl.worksheet.worksheet import Worksheet

from desktop.core.displays import period_text
from desktop.core.reviews import ReviewedSection
from desktop.core.workbooks import figure_list
from desktop.core.workbooks.content import ReportContent, WorkbookContent
from desktop.core.workbooks.frames import Heading, body_xml, header_xml, set_up, wide_line
from desktop.core.workbooks.indicators import COMPARISONS, Column, IndicatorRow
from desktop.core.workbooks.outline import Line, outline
from desktop.core.workbooks.remarks import remarks
from desktop.core.workbooks.rows import Cell, local_time
from desktop.core.workbooks.sheets import Link, Sheet
from desktop.core.workbooks.sources import heading_parts, row_numbers_text, source_text
from desktop.core.workbooks.styles import SUFFIXES, Look, Styles
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
    Heading("Ghi chú", 30),
    Heading("Nguồn", 46, density=1.6),
)

_LEGEND = (
    "Số mang dấu + hoặc - là mức tăng, giảm; số không mang dấu là tỷ lệ đạt so với gốc so sánh. "
    "Bấm vào ô Nguồn để xem từng số liệu và trích nguồn."
)


def overview(content: WorkbookContent, frame: Worksheet, styles: Styles) -> Sheet:
    """Return the sheet; its links lead to the rows of the sheet "Số liệu"."""
    set_up(frame, HEADINGS, HEADER_ROW)
    links: list[Link] = []
    title = _title_rows(content, frame, styles)
    return Sheet(frame, _rows(title, content, styles, links), links)


def _title_rows(content: WorkbookContent, frame: Worksheet, styles: Styles) -> list[str]:
    statement = f"Chỉ gồm số liệu đã xác nhận; {left_out_text(content.left_out)}."
    lines = (
        (content.title, Look.TITLE, 30),
        (_subtitle(content.reports), Look.SUBTITLE, 36),
        (statement, Look.STATEMENT, 20),
        (_provenance(content), Look.REMARK, 18),
        (_LEGEND, Look.REMARK, 18),
    )
    return [
        wide_line(frame, styles, row, text, look, columns=len(HEADINGS), height=height)
        for row, (text, look, height) in enumerate(lines, start=1)
    ]


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
    return f"Hồ sơ: {content.workspace}{who}; xuất lúc {local_time(content.exported_at):%H:%M ngày %d/%m/%Y}"


def _rows(title: Sequence[str], content: WorkbookContent, styles: Styles, links: list[Link]) -> Iterator[str]:
    yield from title
    yield header_xml(styles, HEADINGS, HEADER_ROW)
    figures = (figure for report in content.reports for figure in report.figures)
    number_by_id = {figure.id: number for number, figure in enumerate(figures, start=1)}
    indicator = count(1)
    for at, line in enumerate(outline(content.reports), start=HEADER_ROW + 1):
        if line.row is not None:
            numbers = [number_by_id[figure.id] for figure in line.row.figures]
            links.append(_link(at, numbers))
            cells = _indicator_cells(next(indicator), line, line.row, numbers, styles)
            yield body_xml(at, cells, HEADINGS)
        elif line.section is not None:
            yield body_xml(at, _section_cells(line, line.section, styles), HEADINGS)
        else:
            yield body_xml(at, _report_cells(line.report, styles), HEADINGS)


def _link(row: int, numbers: Sequence[int]) -> Link:
    target = f"'{figure_list.TITLE}'!A{figure_list.HEADER_ROW + numbers[0]}"
    return Link(f"I{row}", target, f"Xem {row_numbers_text(numbers).lower()}")


def _report_cells(report: ReportContent, styles: Styles) -> list[Cell]:
    counts = f"Đưa vào {len(report.figures)} số liệu; {left_out_text(report.left_out)}"
    title, remark = styles.text(_report_name(report), Look.REPORT), styles.text(counts, Look.REPORT_REMARK)
    return _banner(styles.cell(None, Look.REPORT), title, remark, styles.cell(None, Look.REPORT_END))


def _section_cells(line: Line, section: ReviewedSection, styles: Styles) -> list[Cell]:
    number, title = heading_parts(section.title)
    said = [f"Nhãn: {tags_text(section.tags)}"] if section.tags else []
    if line.period != line.report.summary.period:
        said.append(f"Kỳ số liệu: {period_text(line.period)}")
    return _banner(
        styles.text(number, Look.SECTION_NUMBER),
        styles.text(title, Look.SECTION),
        styles.text(". ".join(said), Look.SECTION_REMARK),
        styles.cell(None, Look.SECTION_END),
    )


def _banner(number: Cell, title: Cell, remark: Cell, end: Cell) -> list[Cell]:
    """Return a row whose title runs on over the empty cells beside it, with its remark under "Ghi chú"."""
    between = len(HEADINGS) - 4
    return [number, title, *[Cell(None, title.style)] * between, remark, end]


def _indicator_cells(
    number: int, line: Line, row: IndicatorRow, numbers: Sequence[int], styles: Styles
) -> list[Cell]:
    actual = row.at(Column.ACTUAL)
    heading = line.section.title if line.section else ""
    return [
        styles.cell(number, Look.CENTRED),
        styles.text(row.figures[0].effective.indicator, Look.INDENTED),
        styles.text(actual.effective.unit if actual else "", Look.CENTRED),
        styles.value(actual.effective) if actual else styles.cell(None, Look.RIGHT),
        *(_comparison_cell(row, column, styles) for column in COMPARISONS),
        styles.text(remarks(row, line.period)),
        styles.text(source_text(row, line.report.summary.name, heading, numbers), Look.LINK),
    ]


def _comparison_cell(row: IndicatorRow, column: Column, styles: Styles) -> Cell:
    figure = row.at(column)
    if figure is None:
        return styles.cell(None, Look.RIGHT)
    unit = figure.effective.unit
    return styles.value(figure.effective, unit=unit if unit in SUFFIXES else "")
