"""The sheet "Nhật ký": who did what, when, with what was there before and what is there now."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell

from desktop.core.reviews import LogEntry
from desktop.core.tags import TagTree
from desktop.core.workbooks.sheets import MAX_ROWS, Heading, Sheet
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
_MOST_ENTRIES = MAX_ROWS - 2


def write_log(log: Sequence[LogEntry], workbook: Workbook, tree: TagTree | None = None) -> None:
    """Write the sheet; of a log longer than a sheet the newest entries, with a line that says so.

    Tags have the names of `tree`, by default those of the program.
    """
    sheet = Sheet(workbook, TITLE, _HEADINGS)
    sheet.write_header()
    kept = log[-_MOST_ENTRIES:]
    older = len(log) - len(kept)
    for number, entry in enumerate(kept, start=older + 1):
        sheet.write(_cells(number, entry, sheet.pen, tree))
    sheet.let_filter(1)
    if older:
        sheet.write_line(f"Còn {older} dòng cũ hơn chỉ có trong hồ sơ.", Look.WARNING, height=24)


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
