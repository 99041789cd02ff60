"""The sheet "Số liệu": a row a verified figure, its verdict, its evidence and the machine's reading.

The hidden columns of identity.py stand behind all others, within the reach of the filter, so that they are
sorted along with their rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell

from desktop.core.displays import number_text, period_text, reading_text
from desktop.core.figures import Origin, Reading, ReviewedFigure, Value, reading_fields
from desktop.core.places import Place
from desktop.core.workbooks.addresses import FIGURES, Addresses, links_of_a_figure
from desktop.core.workbooks.content import ReportContent, WorkbookContent
from desktop.core.workbooks.identity import (
    DIGEST_HEADING,
    FIELDS_HEADING,
    KEY_HEADING,
    FigureMark,
    workbook_digest,
)
from desktop.core.workbooks.note_list import note_remarks
from desktop.core.workbooks.outline import section_paths
from desktop.core.workbooks.quotations import quoted
from desktop.core.workbooks.remarks import exact_remarks
from desktop.core.workbooks.second_readings import second_readings_texts
from desktop.core.workbooks.sheets import Heading, Sheet
from desktop.core.workbooks.sources import place_text
from desktop.core.workbooks.styles import Look, Pen
from desktop.core.workbooks.wording import fields_text, tags_text, word

TITLE = FIGURES
READING_HEADINGS = (
    Heading("Chỉ tiêu", 36),
    Heading("Giá trị", 14),
    Heading("Giá trị đến", 10),
    Heading("Đơn vị tính", 13),
    Heading("Loại", 10),
    Heading("So với", 10),
    Heading("Mức chính xác", 9),
    Heading("Kỳ số liệu", 12),
)
EVIDENCE_HEADINGS = (Heading("Vị trí", 18), Heading("Trích nguồn", 60))
HIDDEN_HEADINGS = (
    Heading(KEY_HEADING, 20, is_hidden=True),
    Heading(FIELDS_HEADING, 30, is_hidden=True),
    Heading(DIGEST_HEADING, 20, is_hidden=True),
)
_PICTURE_HEADING = Heading("Hình", 9)
_HEADINGS = (
    Heading("STT", 6),
    Heading("Báo cáo", 20),
    Heading("Mục", 38),
    Heading("Nhãn", 16),
    *READING_HEADINGS,
    Heading("Xác nhận", 12),
    Heading("Độ tin cậy của máy", 10),
    Heading("Máy đọc", 22),
    Heading("Ghi chú", 22),
    Heading("Người xác nhận", 15),
    Heading("Thời điểm", 16),
    Heading("Nguyên văn", 16),
    *EVIDENCE_HEADINGS,
)


@dataclass(frozen=True, slots=True)
class _Aside:
    """What is told beside a figure: the headings above it, the names of its tags, the notes on it."""

    path: str
    tags: str
    notes: str


_BACK = "Về ô ở bảng Tổng hợp"
_NOT_THE_MACHINE = {Origin.CLERK: "(người rà soát bổ sung)", Origin.LEDGER: "(chưa đọc được)"}


def write_figures(content: WorkbookContent, addresses: Addresses, workbook: Workbook) -> str:
    """Write the sheet; figures stand in the order of their reports and in reading order.

    Its rows lead to the cells of "Tổng hợp", and to their pictures where there are some. Return the digest
    over all rows.
    """
    has_pictures = content.options.has_pictures
    pictured = (_PICTURE_HEADING,) if has_pictures else ()
    sheet = Sheet(
        workbook,
        TITLE,
        (*_HEADINGS, *pictured, *HIDDEN_HEADINGS),
        pages_across=2,
        links_a_row=links_of_a_figure(has_pictures=has_pictures),
    )
    sheet.write_header()
    digest = workbook_digest(_written(content, addresses, sheet))
    sheet.let_filter(1)
    return digest


def reading_cells(reading: Reading, pen: Pen, written: str = "") -> list[Cell | None]:
    """Return the cells under READING_HEADINGS; a fraction stands as a text, "3/5".

    Numbers are shown with the decimals that the source's text `written` gives them.
    """
    value = reading.value
    number = Reading(Value(value.number, of=value.of), kind=reading.kind)
    return [
        pen.text(reading.indicator),
        pen.value(number, written=written),
        pen.empty(Look.RIGHT) if value.high is None else pen.number(value.high, written=written),
        pen.text(reading.unit, Look.CENTRED),
        pen.text(word("kind", reading.kind), Look.CENTRED),
        pen.text(word("base", reading.base), Look.CENTRED),
        pen.text(word("qualifier", reading.qualifier), Look.CENTRED),
        pen.text(period_text(reading.period), Look.CENTRED),
    ]


def evidence_cells(place: Place, text: str, own_text: str, pen: Pen) -> list[Cell | None]:
    """Return the cells under EVIDENCE_HEADINGS: where it stands, and what is said around, itself marked."""
    where = pen.text(place_text(place), Look.CENTRED)
    if not text:
        return [where, pen.text(own_text)]
    said = quoted(text, place.start, place.end)
    return [where, pen.marked(said.before, said.number, said.after)]


def machine_text(figure: ReviewedFigure) -> str:
    """Return what the machine had read otherwise, or could have; "" where it had read the same."""
    if figure.origin in _NOT_THE_MACHINE:
        return _NOT_THE_MACHINE[figure.origin]
    return "; ".join(filter(None, (_read_otherwise(figure), _second_reading(figure))))


def _read_otherwise(figure: ReviewedFigure) -> str:
    if figure.said is None or figure.said == figure.read:
        return ""
    read, said = reading_fields(figure.read), reading_fields(figure.said)
    return fields_text({name: text for name, text in read.items() if text != said[name]}, said)


def _second_reading(figure: ReviewedFigure) -> str:
    other = figure.other_reading
    return "" if other is None else f"cũng có thể đọc: {reading_text(other)}"


def _written(content: WorkbookContent, addresses: Addresses, sheet: Sheet) -> Iterator[FigureMark]:
    """Write the rows and yield the mark of each, of which none is kept."""
    for report in content.reports:
        path_by_id, force = section_paths(report.sections), report.tags_in_force()
        remarks_by_id, second_texts = note_remarks(report.notes), second_readings_texts(report)
        for figure in report.figures:
            tags = tags_text(force.of_figure(figure.section_id, figure.place.start), content.tags)
            said = (remarks_by_id.get(figure.id, ""), second_texts.get(figure.id, ""))
            aside = _Aside(path_by_id.get(figure.section_id, ""), tags, "; ".join(filter(None, said)))
            mark = FigureMark.of(report.summary.digest, figure.id, figure.effective)
            cells = _cells(figure, report, aside, sheet)
            cells[0] = _number_cell(figure.id, addresses, sheet.pen)
            if content.options.has_pictures:
                cells.append(_picture_cell(figure.id, addresses, sheet.pen))
            cells += [sheet.pen.text(text, Look.HIDDEN) for text in (mark.key, mark.fields, mark.digest)]
            sheet.write(cells)
            yield mark


def _number_cell(figure_id: int, addresses: Addresses, pen: Pen) -> Cell | None:
    """Return the cell of the figure's number, which leads back to where the figure is handed on."""
    number, target = addresses.number_by_id[figure_id], addresses.overview_of(figure_id)
    if not target:
        return pen.count(number)
    return pen.linked(pen.count(number, Look.LINKED_COUNT), target, _BACK)


def _picture_cell(figure_id: int, addresses: Addresses, pen: Pen) -> Cell | None:
    target = addresses.picture_of(figure_id)
    return pen.link("Xem hình", target, "Xem hình chụp chỗ của số liệu") if target else pen.empty(Look.LINK)


def _cells(figure: ReviewedFigure, report: ReportContent, aside: _Aside, sheet: Sheet) -> list[Cell | None]:
    pen = sheet.pen
    return [
        None,
        pen.text(report.summary.name),
        pen.text(aside.path),
        pen.text(aside.tags),
        *reading_cells(figure.effective, pen, figure.written),
        pen.text(word("verdict", figure.verdict), Look.CENTRED),
        _confidence_cell(figure, pen),
        pen.text(machine_text(figure)),
        pen.text(_notes(figure, aside.notes)),
        pen.text(figure.decided_by),
        pen.time(figure.decided_at),
        pen.text(figure.shown or figure.text),
        *evidence_cells(figure.place, report.text, figure.text, pen),
    ]


def _confidence_cell(figure: ReviewedFigure, pen: Pen) -> Cell | None:
    """Return how sure the machine was, in hundredths; nothing where it had read nothing."""
    if figure.origin is not Origin.MACHINE:
        return pen.empty(Look.CENTRED)
    return pen.hundredths(figure.confidence)


def _notes(figure: ReviewedFigure, notes: str) -> str:
    said = (figure.note, notes, *exact_remarks(figure.effective.value), haste_text(figure))
    return "; ".join(filter(None, said))


def haste_text(figure: ReviewedFigure) -> str:
    """Return that a figure was accepted faster than it can be read, "" where it was not."""
    if figure.looked_ms is None or figure.needed_ms is None or not figure.is_hasty:
        return ""
    looked, needed = (number_text(Decimal(ms) / 1000) for ms in (figure.looked_ms, figure.needed_ms))
    return f"xác nhận vội: sau {looked} giây, đọc cần ít nhất {needed} giây"
