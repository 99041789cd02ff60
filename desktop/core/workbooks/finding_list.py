"""The sheet "Cảnh báo": every finding, the figures concerned, and how it was settled.

It is there in any case: that the checks ran and found nothing is worth knowing too.
"""

from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.cell import Cell

from desktop.core.finding_lines import finding_line, shown_quantity
from desktop.core.findings import StandingFinding
from desktop.core.workbooks.addresses import Addresses
from desktop.core.workbooks.content import ReportContent, WorkbookContent
from desktop.core.workbooks.sheets import Heading, Sheet
from desktop.core.workbooks.sources import row_numbers_text
from desktop.core.workbooks.styles import Look
from desktop.core.workbooks.wording import word

TITLE = "Cảnh báo"

_NONE = "Không có cảnh báo: các phép kiểm tra đã chạy trên mọi số liệu và không thấy điều gì bất thường."
_NOT_HANDED_ON = "(chưa đưa vào)"
_TIP = "Xem dòng này trong trang Số liệu"
_MOST_TOLD = 8
_HEADINGS = (
    Heading("STT", 6),
    Heading("Báo cáo", 16),
    Heading("Loại cảnh báo", 16),
    Heading("Nội dung", 46),
    Heading("Số liệu", 14),
    Heading("Giá trị ghi", 12),
    Heading("Giá trị khớp", 12),
    Heading("Giá trị liên quan", 18),
    Heading("Tình trạng", 13),
    Heading("Ghi chú", 18),
    Heading("Người xử lý", 13),
    Heading("Xử lý lúc", 13),
)


def write_findings(content: WorkbookContent, addresses: Addresses, workbook: Workbook) -> None:
    """Write the sheet, by report and in the order of its figures; each row leads to its row in "Số liệu"."""
    sheet = Sheet(workbook, TITLE, _HEADINGS)
    sheet.write_header()
    for report in content.reports:
        for standing in report.findings:
            sheet.write(_cells(standing, report, addresses, sheet))
    if sheet.rows == 1:
        sheet.write_line(_NONE, Look.STATEMENT, height=20)
    else:
        sheet.let_filter(1)


def _cells(
    standing: StandingFinding, report: ReportContent, addresses: Addresses, sheet: Sheet
) -> list[Cell | None]:
    pen, finding = sheet.pen, standing.finding
    reading = finding.readings[0]
    is_led = finding.figure_id in addresses.number_by_id
    numbers = addresses.numbers_of(each for each in finding.figure_ids if each in addresses.number_by_id)
    text = row_numbers_text(numbers) if numbers else _NOT_HANDED_ON
    return [
        pen.count(sheet.rows),
        pen.text(report.summary.name),
        pen.text(word("finding_code", finding.code)),
        pen.text(finding_line(finding)),
        pen.link(text, addresses.evidence_of(finding.figure_id), _TIP) if is_led else pen.text(text),
        pen.value(reading),
        pen.empty(Look.RIGHT) if finding.expected is None else pen.number(finding.expected),
        pen.text("; ".join(_others(standing))),
        pen.text(word("finding_state", standing.state), Look.CENTRED),
        pen.text(standing.note),
        pen.text(standing.settled_by),
        pen.time(standing.settled_at),
    ]


def _others(standing: StandingFinding) -> Iterator[str]:
    finding = standing.finding
    others = finding.readings[1:]
    yield from map(shown_quantity, others[:_MOST_TOLD])
    if len(others) > _MOST_TOLD:
        yield "…"
    if finding.beside is not None:
        yield f"{shown_quantity(finding.beside.reading)} ({finding.beside.report_name})"
