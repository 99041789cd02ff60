"""The sheet "Ghi khác nguyên văn": which cells hold something else than they were given, and why."""

from openpyxl.cell import Cell

from desktop.core.workbooks.alterations import TITLE, Alteration
from desktop.core.workbooks.sheets import Heading, Sheet, StreamedWorkbook
from desktop.core.workbooks.styles import Look, Pen
from desktop.core.workbooks.titles import cell_target
from desktop.core.workbooks.wording import word

_HEADINGS = (
    Heading("STT", 6),
    Heading("Trang tính", 26),
    Heading("Ô", 10),
    Heading("Điều đã đổi", 60),
    Heading("Nguyên văn (phần đầu)", 60),
)


def write_alterations(workbook: StreamedWorkbook) -> None:
    """Write the sheet behind all others, where any cell was altered; the rest of very many is counted."""
    told, counts = workbook.altered.told, workbook.altered.counts()
    if not told:
        return
    sheet = Sheet(workbook, TITLE, _HEADINGS)
    sheet.write_header()
    for number, alteration in enumerate(told, start=1):
        sheet.write(_cells(number, alteration, sheet.pen))
    sheet.let_filter(1)
    if untold := sum(each.count for each in counts) - len(told):
        sheet.write_line(f"Còn {untold} ô nữa không nêu ở đây.", Look.WARNING, height=24)


def _cells(number: int, alteration: Alteration, pen: Pen) -> list[Cell | None]:
    place: Cell | None = pen.empty(Look.CENTRED)
    if alteration.cell:
        target = cell_target(alteration.sheet, alteration.cell)
        place = pen.link(alteration.cell, target, "Xem ô này")
    return [
        pen.count(number),
        pen.text(alteration.sheet),
        place,
        pen.text(word("alteration", alteration.kind)),
        pen.text(alteration.given),
    ]
