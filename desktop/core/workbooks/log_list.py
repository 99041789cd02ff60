"""The sheet "Nhật ký": who did what, when, with what was there before and what is there now."""

from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.cell import Cell

from desktop.core.reviews import LogEntry
from desktop.core.tags import TagTree
from desktop.core.workbooks.sheets import Heading, Sheet
from desktop.core.workbooks.styles import Look, Pen
from desktop.core.workbooks.wording import action_text, fields_text

TITLE = "Nhật ký"
_HEADINGS = (
    Heading("STT", 8),
    Heading("Thời điểm", 16),
    Heading("Người thực hiện", 20),
    Heading("Việc đã làm", 24),
    Heading("Báo cáo", 28),
    Heading("Vị trí", 20),
    Heading("Trước", 42),
    Heading("Sau", 42),
)


def write_log(log: Iterable[LogEntry], workbook: Workbook, tree: TagTree | None = None) -> None:
    """Write the sheet; tags have the names of `tree`, by default those of the program."""
    sheet = Sheet(workbook, TITLE, _HEADINGS)
    sheet.write_header()
    for number, entry in enumerate(log, start=1):
        sheet.write(_cells(number, entry, sheet.pen, tree))
    sheet.let_filter(1)


def _cells(number: int, entry: LogEntry, pen: Pen, tree: TagTree | None) -> list[Cell | None]:
    return [
        pen.count(number),
        pen.time(entry.at),
        pen.text(entry.who),
        pen.text(action_text(entry.action)),
        pen.text(entry.report_name),
        pen.text(entry.place, Look.CENTRED),
        pen.text(fields_text(entry.old, entry.new, tree)),
        pen.text(fields_text(entry.new, entry.old, tree)),
    ]
