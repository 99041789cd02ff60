"""The sheet "Nhật ký": who did what, when, with what was there before and what is there now."""

from collections.abc import Iterator, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from desktop.core.reviews import LogEntry
from desktop.core.workbooks.frames import Heading, body_xml, header_xml, set_filter, set_up
from desktop.core.workbooks.rows import MAX_ROWS, Cell, row_xml
from desktop.core.workbooks.sheets import Sheet
from desktop.core.workbooks.styles import Look, Styles
from desktop.core.workbooks.wording import action_text, fields_text

TITLE = "Nhật ký"
HEADER_ROW = 1
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


def log_list(log: Sequence[LogEntry], frame: Worksheet, styles: Styles) -> Sheet:
    """Return the sheet; of a log longer than a sheet the newest entries, with a line that says so."""
    most = MAX_ROWS - HEADER_ROW - 1
    set_up(frame, _HEADINGS, HEADER_ROW)
    set_filter(frame, _HEADINGS, HEADER_ROW, HEADER_ROW + min(len(log), most))
    return Sheet(frame, _rows(log[-most:], len(log), styles))


def _rows(kept: Sequence[LogEntry], total: int, styles: Styles) -> Iterator[str]:
    yield header_xml(styles, _HEADINGS, HEADER_ROW)
    row = HEADER_ROW
    for row, (number, entry) in enumerate(enumerate(kept, start=total - len(kept) + 1), start=HEADER_ROW + 1):
        yield body_xml(row, _cells(number, entry, styles), _HEADINGS)
    if len(kept) < total:
        yield row_xml(row + 1, [styles.text(f"Còn {total - len(kept)} dòng cũ hơn chỉ có trong hồ sơ.")], 16)


def _cells(number: int, entry: LogEntry, styles: Styles) -> list[Cell]:
    return [
        styles.cell(number, Look.CENTRED),
        styles.cell(entry.at, Look.TIME),
        styles.text(entry.who),
        styles.text(action_text(entry.action)),
        styles.text(entry.report_name),
        styles.text(entry.place, Look.CENTRED),
        styles.text(fields_text(entry.old, entry.new)),
        styles.text(fields_text(entry.new, entry.old)),
    ]
