"""The sheet "Số liệu": a row a verified figure, its verdict, its evidence and the machine's reading."""

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from desktop.core.displays import period_text
from desktop.core.figures import Origin, Reading, ReviewedFigure, Value
from desktop.core.places import Place
from desktop.core.workbooks.content import ReportContent, WorkbookContent
from desktop.core.workbooks.frames import Heading, body_xml, header_xml, set_filter, set_up
from desktop.core.workbooks.quotations import quotation
from desktop.core.workbooks.remarks import exact_remarks
from desktop.core.workbooks.rows import Cell
from desktop.core.workbooks.sheets import Sheet
from desktop.core.workbooks.sources import place_text
from desktop.core.workbooks.styles import Look, Styles
from desktop.core.workbooks.wording import (
    BASE_NAMES,
    KIND_NAMES,
    QUALIFIER_NAMES,
    VERDICT_NAMES,
    fields_text,
    reading_fields,
    tags_text,
)

TITLE = "Số liệu"
HEADER_ROW = 1
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
_NOT_THE_MACHINE = {Origin.CLERK: "(người rà soát bổ sung)", Origin.LEDGER: "(chưa đọc được)"}


def figure_list(content: WorkbookContent, frame: Worksheet, styles: Styles) -> Sheet:
    """Return the sheet; figures stand in the order of their reports and in reading order."""
    set_up(frame, _HEADINGS, HEADER_ROW, pages_across=2)
    total = sum(len(report.figures) for report in content.reports)
    set_filter(frame, _HEADINGS, HEADER_ROW, HEADER_ROW + total)
    return Sheet(frame, _rows(content, styles))


def reading_cells(reading: Reading, styles: Styles) -> list[Cell]:
    """Return the cells under READING_HEADINGS; a fraction stands as a text, "3/5"."""
    value = reading.value
    number = Reading(Value(value.number, of=value.of), kind=reading.kind)
    return [
        styles.text(reading.indicator),
        styles.value(number),
        styles.cell(None, Look.RIGHT) if value.high is None else styles.number(value.high),
        styles.text(reading.unit, Look.CENTRED),
        styles.text(KIND_NAMES[reading.kind], Look.CENTRED),
        styles.text(BASE_NAMES[reading.base], Look.CENTRED),
        styles.text(QUALIFIER_NAMES[reading.qualifier], Look.CENTRED),
        styles.text(period_text(reading.period), Look.CENTRED),
    ]


def evidence_cells(place: Place, text: str, own_text: str, styles: Styles) -> list[Cell]:
    """Return the cells under EVIDENCE_HEADINGS: where the figure stands and what is said around it."""
    quoted = quotation(text, place.start, place.end) if text else own_text
    return [styles.text(place_text(place), Look.CENTRED), styles.text(quoted)]


def _rows(content: WorkbookContent, styles: Styles) -> Iterator[str]:
    yield header_xml(styles, _HEADINGS, HEADER_ROW)
    number = 0
    for report in content.reports:
        about = _Sections(report)
        for figure in report.figures:
            number += 1
            yield body_xml(HEADER_ROW + number, _cells(number, figure, about, styles), _HEADINGS)


class _Sections:
    """The path of headings and the tags of every section of a report."""

    def __init__(self, report: ReportContent) -> None:
        self.report = report
        section_by_id = {section.id: section for section in report.sections}
        self.path_by_id: dict[int | None, str] = {None: ""}
        self.tags_by_id: dict[int | None, str] = {None: ""}
        for section in report.sections:
            parent = section_by_id.get(section.parent_id) if section.parent_id is not None else None
            above = self.path_by_id.get(parent.id, parent.title) + " > " if parent else ""
            self.path_by_id[section.id] = above + section.title
            inherited = self.tags_by_id.get(parent.id, "") if parent else ""
            self.tags_by_id[section.id] = tags_text(section.tags) or inherited


def _cells(number: int, figure: ReviewedFigure, about: _Sections, styles: Styles) -> list[Cell]:
    return [
        styles.cell(number, Look.CENTRED),
        styles.text(about.report.summary.name),
        styles.text(about.path_by_id.get(figure.section_id, "")),
        styles.text(about.tags_by_id.get(figure.section_id, "")),
        *reading_cells(figure.effective, styles),
        styles.text(VERDICT_NAMES[figure.verdict], Look.CENTRED),
        styles.text(machine_text(figure)),
        styles.text(_notes(figure)),
        styles.text(figure.decided_by),
        styles.cell(figure.decided_at, Look.TIME),
        *evidence_cells(figure.place, about.report.text, figure.text, styles),
    ]


def machine_text(figure: ReviewedFigure) -> str:
    """Return what the machine had read otherwise, "" where it had read the same."""
    if figure.origin in _NOT_THE_MACHINE:
        return _NOT_THE_MACHINE[figure.origin]
    if figure.said is None or figure.said == figure.read:
        return ""
    read, said = reading_fields(figure.read), reading_fields(figure.said)
    return fields_text({name: text for name, text in read.items() if text != said[name]}, said)


def _notes(figure: ReviewedFigure) -> str:
    return "; ".join(filter(None, (figure.note, *exact_remarks(figure.effective.value))))
