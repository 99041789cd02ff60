"""The sheet "Tổng hợp": one row an indicator in the form offices use, by report and section, or by tag.

Every number leads to its evidence in "Số liệu"; hidden columns behind all others name the figure that each
cell shows, for programs that read the workbook back.
"""

from collections.abc import Sequence
from itertools import count

from openpyxl import Workbook
from openpyxl.cell import Cell

from desktop.core.displays import period_text
from desktop.core.reviews import ReviewedSection
from desktop.core.tags import TagTree
from desktop.core.workbooks.addresses import OVERVIEW, Addresses
from desktop.core.workbooks.cells import excel_number, local_time, zone_text
from desktop.core.workbooks.content import ReportContent, WorkbookContent
from desktop.core.workbooks.identity import KEY_HEADING, figure_key
from desktop.core.workbooks.indicators import COMPARISONS, Column, IndicatorRow
from desktop.core.workbooks.outline import Line, TagBand, outline
from desktop.core.workbooks.remarks import remarks
from desktop.core.workbooks.sheets import Block, Heading, Sheet
from desktop.core.workbooks.sources import heading_parts, row_numbers_text, source_text
from desktop.core.workbooks.styles import SUFFIXES, Look, Pen
from desktop.core.workbooks.subtotals import Subtotal
from desktop.core.workbooks.wording import left_out_text, tags_text

TITLE = OVERVIEW
HEADER_ROW = 6
VALUE_COLUMNS = (Column.ACTUAL, *COMPARISONS)
"""What the columns of numbers hold, from the first on."""

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
_FIRST_VALUE = 3
_LAST_VALUE = _FIRST_VALUE + len(VALUE_COLUMNS)
_COLUMN_LETTERS = dict(zip(VALUE_COLUMNS, "DEFG", strict=True))
_NOTES_LETTER = "H"
_HIDDEN_HEADINGS = tuple(
    Heading(f"{KEY_HEADING} – {heading.text}", 20, is_hidden=True)
    for heading in HEADINGS[_FIRST_VALUE:_LAST_VALUE]
)

_LEGEND = (
    "Số mang dấu + hoặc - là mức tăng, giảm; số không mang dấu là tỷ lệ đạt so với gốc so sánh. "
    "Bấm vào một số để xem số liệu gốc và trích nguồn, vào ô Nguồn để xem cả dòng."
)
_TO_EVIDENCE = "Xem số liệu gốc và trích nguồn"
_SIGNERS = (("Người lập", 2), ("Người rà soát", 5), ("Thủ trưởng đơn vị", 2))
_ROOM_FOR_SIGNATURES = 64
_MOST_PARTS_NAMED = 6


def write_overview(content: WorkbookContent, addresses: Addresses, workbook: Workbook) -> None:
    """Write the sheet; its links lead to the rows of the sheet "Số liệu", whose way back `addresses` gets."""
    sheet = Sheet(
        workbook,
        TITLE,
        (*HEADINGS, *_HIDDEN_HEADINGS),
        header_row=HEADER_ROW,
        is_ruled=True,
        has_own_title=True,
    )
    _write_title(content, sheet)
    sheet.write_header()
    indicator = count(1)
    for line in outline(content):
        if line.report is not None and line.row is not None:
            _write_row(next(indicator), line, line.report, line.row, addresses, sheet)
        elif line.subtotal is not None:
            _write_subtotal(line.subtotal, addresses, sheet)
        elif line.tag is not None:
            _write_tag(line, line.tag, content, sheet)
        elif line.report is not None and line.section is not None:
            _write_section(line, line.report, line.section, content.tags, sheet)
        elif line.report is not None:
            _write_report(line.report, sheet)
    _write_place_for_signatures(sheet)


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


def _write_section(
    line: Line, report: ReportContent, section: ReviewedSection, tree: TagTree, sheet: Sheet
) -> None:
    number, title = heading_parts(section.title)
    said = [f"Nhãn: {tags_text(section.tags, tree)}"] if section.tags else []
    if line.period not in ("", report.summary.period):
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


def _write_tag(line: Line, band: TagBand, content: WorkbookContent, sheet: Sheet) -> None:
    name = band.tag.name() if band.tag is not None else "Chưa gắn nhãn"
    said = [f"Thuộc {' > '.join(band.path)}"] if band.path else []
    said += [f"{band.figures} số liệu"] if band.figures else []
    reported = {report.summary.period for report in content.reports}
    if line.period and reported != {line.period}:
        said.append(f"Kỳ số liệu: {period_text(line.period)}")
    looks = (Look.SECTION, Look.SECTION_REMARK) if band.path else (Look.REPORT, Look.REPORT_REMARK)
    _write_band("", name, ". ".join(said), looks, sheet)


def _write_row(
    number: int, line: Line, report: ReportContent, row: IndicatorRow, addresses: Addresses, sheet: Sheet
) -> None:
    """Write an indicator's row and keep in which of its cells each figure stands."""
    figure_by_column = {column: figure for figure, column in reversed(list(row))}
    cells = _indicator_cells(number, line, report, row, addresses, sheet.pen)
    for column in VALUE_COLUMNS:
        shown = figure_by_column.get(column)
        key = "" if shown is None else figure_key(report.summary.digest, shown.id)
        cells.append(sheet.pen.text(key, Look.HIDDEN) if key else None)
    sheet.write(cells)
    for figure, column in row:
        addresses.keep_cell(figure.id, sheet, _COLUMN_LETTERS.get(column, _NOTES_LETTER))


def _indicator_cells(
    number: int, line: Line, report: ReportContent, row: IndicatorRow, addresses: Addresses, pen: Pen
) -> list[Cell | None]:
    heading = line.section.title if line.section else ""
    numbers = addresses.numbers_of(figure.id for figure in row.figures)
    return [
        pen.count(number),
        pen.text(row.lead.effective.indicator, Look.INDENTED),
        pen.text(_unit(row), Look.CENTRED),
        *(_value_cell(row, column, addresses, pen) for column in VALUE_COLUMNS),
        pen.text(remarks(row, line.period), Look.INDENTED),
        pen.link(
            source_text(row, report.summary.name, heading, numbers),
            addresses.evidence_at(numbers[0]),
            f"Xem {row_numbers_text(numbers).lower()}",
        ),
    ]


def _write_subtotal(subtotal: Subtotal, addresses: Addresses, sheet: Sheet) -> None:
    """Write the sum of some rows, which it names: a formula over their cells, with what that comes to."""
    pen, figures = sheet.pen, subtotal.figures
    names = [figure.effective.indicator for figure in figures[:_MOST_PARTS_NAMED]]
    names += ["…"] if len(figures) > _MOST_PARTS_NAMED else []
    blank = pen.empty(Look.SUBTOTAL)
    sheet.write(
        [
            blank,
            pen.text(f"Cộng {len(figures)} dòng: {'; '.join(names)}", Look.SUBTOTAL),
            pen.text(subtotal.unit, Look.SUBTOTAL),
            _sum_cell(subtotal, addresses, sheet),
            *(pen.empty(Look.SUBTOTAL) for _ in COMPARISONS),
            pen.text("Chương trình cộng, báo cáo không nêu", Look.SUBTOTAL),
            pen.empty(Look.SUBTOTAL),
        ]
    )


def _sum_cell(subtotal: Subtotal, addresses: Addresses, sheet: Sheet) -> Cell | None:
    """Return the cell of a sum; where Excel cannot hold one of the numbers it is the number alone."""
    numbers = [figure.effective.value.number for figure in subtotal.figures]
    if any(excel_number(number) != number for number in (*numbers, subtotal.total)):
        return sheet.pen.number(subtotal.total, look=Look.SUBTOTAL_NUMBER)
    rows = [addresses.overview_row_of(figure.id) for figure in subtotal.figures]
    cells = sheet.cells_in_formula(_COLUMN_LETTERS[Column.ACTUAL], rows)
    return sheet.pen.formula(f"=SUM({cells})", subtotal.total, Look.SUBTOTAL_NUMBER)


def _write_place_for_signatures(sheet: Sheet) -> None:
    """Write where the workbook is signed, as offices have it at the end of a table."""
    widths = [columns for _, columns in _SIGNERS]
    sheet.write([], height=12)
    dates = ("", "", "……………, ngày …… tháng …… năm 20……")
    hints = ["(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên)", "(Ký tên, đóng dấu)"]
    sheet.write_blocks(list(map(Block, dates, widths)), Look.SIGNATURE_DATE, height=18)
    sheet.write_blocks(
        [Block(title.upper(), columns) for title, columns in _SIGNERS], Look.SIGNATURE, height=18
    )
    sheet.write_blocks(list(map(Block, hints, widths)), Look.SIGNATURE_DATE, height=18)
    sheet.write([], height=_ROOM_FOR_SIGNATURES)


def _unit(row: IndicatorRow) -> str:
    """Return the unit of the level; of a row of nothing but percentages that is the percent sign."""
    if actual := row.at(Column.ACTUAL):
        return actual.effective.unit
    units = {figure.effective.unit for figure in row.figures}
    return "%" if units == {"%"} else ""


def _value_cell(row: IndicatorRow, column: Column, addresses: Addresses, pen: Pen) -> Cell | None:
    """Return the number under a column, which leads to its evidence."""
    figure = row.at(column)
    if figure is None:
        return pen.empty(Look.RIGHT)
    unit = figure.effective.unit
    is_told = column is not Column.ACTUAL and unit in SUFFIXES
    cell = pen.value(figure.effective, unit=unit if is_told else "", written=figure.written)
    return pen.linked(cell, addresses.evidence_of(figure.id), _TO_EVIDENCE)
