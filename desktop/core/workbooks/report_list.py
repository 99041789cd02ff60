"""The sheet "Nguồn": a row a report, where it comes from, how far its review is, and who had a part in it."""

from openpyxl import Workbook
from openpyxl.cell import Cell

from desktop.core.displays import period_text
from desktop.core.layouts import Extent
from desktop.core.workbooks.content import Fate, ReportContent, WorkbookContent
from desktop.core.workbooks.sheets import Heading, Sheet
from desktop.core.workbooks.styles import Look, Pen

TITLE = "Nguồn"
NOT_SIGNED = "Chưa ký xác nhận"
_SIGNED = "Đã ký xác nhận"
_HEADINGS = (
    Heading("STT", 6),
    Heading("Báo cáo", 44),
    Heading("Tệp", 28),
    Heading("Kỳ", 12),
    Heading("Cơ quan ban hành", 24),
    Heading("Số trang, trang tính", 10),
    Heading("Ngày nhập", 16),
    Heading("Người nhập", 17),
    Heading("Đưa vào", 9),
    Heading("Chưa xác nhận", 10),
    Heading("Nghi vấn", 10),
    Heading("Đã loại", 9),
    Heading("Xác nhận vội", 9),
    Heading("Dãy chữ số", 9),
    Heading("Để riêng", 9),
    Heading("Còn để ngỏ", 9),
    Heading("Người rà soát (số liệu)", 26),
    Heading("Ký xác nhận", 18),
    Heading("Người ký", 20),
    Heading("Thời điểm ký", 16),
    Heading("Mã tệp (SHA-256)", 30),
)


def write_reports(content: WorkbookContent, workbook: Workbook) -> None:
    """Write the sheet; reports stand in the order of their import."""
    sheet = Sheet(workbook, TITLE, _HEADINGS, pages_across=2)
    sheet.write_header()
    for number, report in enumerate(content.reports, start=1):
        sheet.write(_cells(number, report, sheet.pen))
    sheet.let_filter(1)


def _cells(number: int, report: ReportContent, pen: Pen) -> list[Cell | None]:
    summary, left_out = report.summary, report.left_out
    hasty = sum(figure.is_hasty for figure in report.figures)
    return [
        pen.count(number),
        pen.text(summary.title or summary.name),
        pen.text(summary.name),
        pen.text(period_text(summary.period), Look.CENTRED),
        pen.text(summary.issued_by),
        pen.text(_extent_text(report.extent), Look.CENTRED),
        pen.time(summary.imported_at),
        pen.text(report.imported_by),
        *map(pen.count, (len(report.figures), left_out.open, left_out.doubtful, left_out.dismissed, hasty)),
        *map(pen.count, (report.ledger.runs, report.ledger.count(Fate.SET_ASIDE), _still_open(report))),
        pen.text(_reviewers_text(report)),
        pen.text(_SIGNED if summary.is_signed_off else NOT_SIGNED, Look.CENTRED),
        pen.text(summary.signed_by),
        pen.time(summary.signed_at),
        pen.text(summary.digest),
    ]


def _extent_text(extent: Extent) -> str:
    if extent.pages is not None:
        return f"{extent.pages} trang"
    return f"{extent.sheets} trang tính" if extent.sheets is not None else ""


def _still_open(report: ReportContent) -> int:
    return report.ledger.count(Fate.OPEN, Fate.DOUBTFUL)


def _reviewers_text(report: ReportContent) -> str:
    """Return who decided on figures, and on how many, and who read some of them again."""
    decided = [f"{reviewer.name} ({reviewer.figures})" for reviewer in report.reviewers]
    again = dict.fromkeys(reading.who for reading in report.second_readings if reading.who)
    return "; ".join(decided) + (f"; đọc lần hai: {', '.join(again)}" if again else "")
