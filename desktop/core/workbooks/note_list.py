"""The sheet "Ghi chú": every note with its place, who wrote it, and whether it is settled."""

from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell

from desktop.core.annotations import Note
from desktop.core.figures import ReviewedFigure
from desktop.core.workbooks.content import ReportContent, WorkbookContent
from desktop.core.workbooks.quotations import quotation
from desktop.core.workbooks.sheets import Heading, Sheet
from desktop.core.workbooks.sources import place_text
from desktop.core.workbooks.styles import Look
from desktop.core.workbooks.wording import word

TITLE = "Ghi chú"
_HEADINGS = (
    Heading("STT", 6),
    Heading("Báo cáo", 24),
    Heading("Về", 22),
    Heading("Ghi chú", 50),
    Heading("Tình trạng", 15),
    Heading("Người viết", 16),
    Heading("Viết lúc", 16),
    Heading("Người giải quyết", 16),
    Heading("Giải quyết lúc", 16),
    Heading("Vị trí", 18),
    Heading("Trích nguồn", 60),
)


def write_notes(content: WorkbookContent, workbook: Workbook) -> None:
    """Write the sheet, by report: notes on the whole of it, then in the order of its text."""
    sheet = Sheet(workbook, TITLE, _HEADINGS)
    sheet.write_header()
    for report in content.reports:
        figure_by_id = {figure.id: figure for figure in report.figures}
        for note in report.notes:
            sheet.write(_cells(note, report, figure_by_id, sheet))
    sheet.let_filter(1)


def note_remarks(notes: Sequence[Note]) -> dict[int, str]:
    """Return what is told beside each figure that has notes: "hỏi lại (Lan, chưa giải quyết)"."""
    remarks: dict[int, list[str]] = {}
    for note in notes:
        if note.figure_id is not None:
            state = word("note_state", note.state).lower()
            remark = f"{note.text} ({', '.join(filter(None, (note.written_by, state)))})"
            remarks.setdefault(note.figure_id, []).append(remark)
    return {figure_id: "; ".join(told) for figure_id, told in remarks.items()}


def _cells(
    note: Note, report: ReportContent, figure_by_id: Mapping[int, ReviewedFigure], sheet: Sheet
) -> list[Cell | None]:
    pen = sheet.pen
    return [
        pen.count(sheet.rows),
        pen.text(report.summary.name),
        pen.text(_subject(note, figure_by_id)),
        pen.text(note.text),
        pen.text(word("note_state", note.state), Look.CENTRED),
        pen.text(note.written_by),
        pen.time(note.written_at),
        pen.text(note.settled_by),
        pen.time(note.settled_at),
        pen.text(place_text(note.place) if note.place else "", Look.CENTRED),
        pen.text(
            quotation(report.text, note.place.start, note.place.end) if note.place and report.text else ""
        ),
    ]


def _subject(note: Note, figure_by_id: Mapping[int, ReviewedFigure]) -> str:
    if note.figure_id is not None:
        figure = figure_by_id.get(note.figure_id)
        return f"Số liệu “{figure.text}”" if figure is not None else "Số liệu"
    return "Báo cáo" if note.place is None else "Đoạn văn"
