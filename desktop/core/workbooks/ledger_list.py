"""The sheet "Sổ số": every run of digits that is not handed on, with the reason and the words around it."""

from openpyxl import Workbook
from openpyxl.cell import Cell

from desktop.core.workbooks.content import Fate, LedgerLine, ReportContent, WorkbookContent
from desktop.core.workbooks.outline import section_paths
from desktop.core.workbooks.quotations import quoted
from desktop.core.workbooks.sheets import Heading, Sheet
from desktop.core.workbooks.sources import place_text
from desktop.core.workbooks.styles import Look, Pen
from desktop.core.workbooks.survey import Survey
from desktop.core.workbooks.wording import reason_text, word

TITLE = "Sổ số"
HEADER_ROW = 2
_HEADINGS = (
    Heading("STT", 7),
    Heading("Báo cáo", 26),
    Heading("Nguyên văn", 16),
    Heading("Tình trạng", 18),
    Heading("Lý do", 24),
    Heading("Mục", 28),
    Heading("Vị trí", 18),
    Heading("Trích nguồn", 66),
    Heading("Ghi chú", 24),
    Heading("Người quyết định", 17),
    Heading("Thời điểm", 16),
)
_STILL_OPEN = (Fate.OPEN, Fate.DOUBTFUL)


def write_ledger(content: WorkbookContent, survey: Survey, workbook: Workbook) -> None:
    """Write the sheet, report by report in text order; its first line says what is still open."""
    sheet = Sheet(workbook, TITLE, _HEADINGS, header_row=HEADER_ROW)
    has_open = any(survey.runs_by_fate[fate] for fate in _STILL_OPEN)
    sheet.write_line(_statement(survey), Look.WARNING if has_open else Look.STATEMENT_LINE, height=24)
    sheet.write_header()
    for report in content.reports:
        path_by_id = section_paths(report.sections)
        for line in report.ledger.lines:
            sheet.write(_cells(line, report, path_by_id.get(line.section_id, ""), sheet))
    sheet.let_filter(HEADER_ROW)


def _statement(survey: Survey) -> str:
    aside, dismissed = survey.runs_by_fate[Fate.SET_ASIDE], survey.runs_by_fate[Fate.DISMISSED]
    still_open = sum(survey.runs_by_fate[fate] for fate in _STILL_OPEN)
    state = f"CÒN {still_open} DÃY ĐỂ NGỎ" if still_open else "không còn dãy nào để ngỏ"
    return (
        f"{survey.runs} dãy chữ số: {survey.claimed} thuộc số liệu đã xác nhận; {aside} để riêng có lý do; "
        f"{dismissed} thuộc số liệu người rà soát đã loại; {state}."
    )


def _cells(line: LedgerLine, report: ReportContent, path: str, sheet: Sheet) -> list[Cell | None]:
    pen = sheet.pen
    return [
        pen.count(sheet.rows - HEADER_ROW + 1),
        pen.text(report.summary.name),
        pen.text(line.text),
        pen.text(word("fate", line.fate), Look.CENTRED),
        pen.text(_reason(line)),
        pen.text(path),
        pen.text(place_text(line.place), Look.CENTRED),
        _quotation_cell(line, report, pen),
        pen.text(line.note),
        pen.text(line.who),
        pen.time(line.at),
    ]


def _reason(line: LedgerLine) -> str:
    return word("open", line.reason) if line.fate in _STILL_OPEN else reason_text(line.reason)


def _quotation_cell(line: LedgerLine, report: ReportContent, pen: Pen) -> Cell | None:
    if not report.text:
        return pen.text(line.text)
    said = quoted(report.text, line.place.start, line.place.end)
    return pen.marked(said.before, said.number, said.after)
