"""The sheet "Số liệu": a row a verified figure, its verdict, its evidence and the machine's reading."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell

from desktop.core.displays import number_text, period_text, reading_text
from desktop.core.figures import Origin, Reading, ReviewedFigure, Value, reading_fields
from desktop.core.places import Place
from desktop.core.reviews import ReviewedSection
from desktop.core.workbooks.content import ReportContent, WorkbookContent
from desktop.core.workbooks.note_list import note_remarks
from desktop.core.workbooks.quotations import quotation
from desktop.core.workbooks.remarks import exact_remarks
from desktop.core.workbooks.second_readings import second_readings_texts
from desktop.core.workbooks.sheets import Heading, Limits, Sheet, place_ahead
from desktop.core.workbooks.sources import place_text
from desktop.core.workbooks.styles import Look, Pen
from desktop.core.workbooks.wording import fields_text, tags_text, word

TITLE = "Số liệu"
LINKS_A_ROW = 0
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
EVIDENCE_HEADINGS = (Heading("Vị trí", 14), Heading("Trích nguồn", 60))
_HEADINGS = (
    Heading("STT", 6),
    Heading("Báo cáo", 20),
    Heading("Mục", 26),
    Heading("Nhãn", 16),
    *READING_HEADINGS,
    Heading("Xác nhận", 12),
    Heading("Máy đọc", 22),
    Heading("Ghi chú", 22),
    Heading("Người xác nhận", 15),
    Heading("Thời điểm", 16),
    *EVIDENCE_HEADINGS,
)


@dataclass(frozen=True, slots=True)
class _Aside:
    """What is told beside a figure: the headings above it, the names of its tags, the notes on it."""

    path: str
    tags: str
    notes: str


_NOT_THE_MACHINE = {Origin.CLERK: "(người rà soát bổ sung)", Origin.LEDGER: "(chưa đọc được)"}


def write_figures(content: WorkbookContent, workbook: Workbook) -> None:
    """Write the sheet; figures stand in the order of their reports and in reading order."""
    sheet = Sheet(workbook, TITLE, _HEADINGS, pages_across=2, links_a_row=LINKS_A_ROW)
    sheet.write_header()
    for report in content.reports:
        path_by_id, force = _paths(report.sections), report.tags_in_force()
        remarks_by_id, second_texts = note_remarks(report.notes), second_readings_texts(report)
        for figure in report.figures:
            tags = tags_text(force.of_figure(figure.section_id, figure.place.start), content.tags)
            said = (remarks_by_id.get(figure.id, ""), second_texts.get(figure.id, ""))
            aside = _Aside(path_by_id.get(figure.section_id, ""), tags, "; ".join(filter(None, said)))
            sheet.write(_cells(figure, report, aside, sheet))
    sheet.let_filter(1)


def target_of(number: int, limits: Limits) -> str:
    """Return how a link names the row of the figure with this number, from 1, on whichever sheet it is."""
    return place_ahead(TITLE, number + 1, limits.rows_with_links(LINKS_A_ROW))


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
    """Return the cells under EVIDENCE_HEADINGS: where the figure stands and what is said around it."""
    quoted = quotation(text, place.start, place.end) if text else own_text
    return [pen.text(place_text(place), Look.CENTRED), pen.text(quoted)]


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


def _paths(sections: Sequence[ReviewedSection]) -> dict[int | None, str]:
    """Return the headings from the top down to each section."""
    path_by_id: dict[int | None, str] = {}
    for section in sections:
        above = path_by_id.get(section.parent_id, "")
        path_by_id[section.id] = f"{above} > {section.title}" if above else section.title
    return path_by_id


def _cells(figure: ReviewedFigure, report: ReportContent, aside: _Aside, sheet: Sheet) -> list[Cell | None]:
    pen = sheet.pen
    return [
        pen.count(sheet.rows),
        pen.text(report.summary.name),
        pen.text(aside.path),
        pen.text(aside.tags),
        *reading_cells(figure.effective, pen, figure.text),
        pen.text(word("verdict", figure.verdict), Look.CENTRED),
        pen.text(machine_text(figure)),
        pen.text(_notes(figure, aside.notes)),
        pen.text(figure.decided_by),
        pen.time(figure.decided_at),
        *evidence_cells(figure.place, report.text, figure.text, pen),
    ]


def _notes(figure: ReviewedFigure, notes: str) -> str:
    said = (figure.note, notes, *exact_remarks(figure.effective.value), _haste(figure))
    return "; ".join(filter(None, said))


def _haste(figure: ReviewedFigure) -> str:
    """Return that a figure was accepted faster than it can be read, "" where it was not."""
    if figure.looked_ms is None or figure.needed_ms is None or not figure.is_hasty:
        return ""
    looked, needed = (number_text(Decimal(ms) / 1000) for ms in (figure.looked_ms, figure.needed_ms))
    return f"xác nhận vội: sau {looked} giây, đọc cần ít nhất {needed} giây"
