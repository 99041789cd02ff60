"""The sheet "Theo nhãn": verified figures by tag and indicator across periods, with how many there are."""

from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell

from desktop.core.displays import period_text
from desktop.core.tags import Tag
from desktop.core.workbooks.addresses import Addresses
from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.pivot import Pivot, PivotFigure, Subject, Tally
from desktop.core.workbooks.sheets import Block, Heading, Sheet
from desktop.core.workbooks.sources import row_numbers_text
from desktop.core.workbooks.styles import Look, Pen
from desktop.core.workbooks.survey import Survey
from desktop.core.workbooks.wording import word

TITLE = "Theo nhãn"
HEADER_ROW = 2
UNTAGGED = "Chưa gắn nhãn"
MOST_PERIODS = 12
_PERIODS_ON_A_PAGE = 6
_NO_PERIOD = "Chưa rõ kỳ"
_FRONT = (
    Heading("Nhãn, chỉ tiêu", 46),
    Heading("Đơn vị tính", 14),
    Heading("Loại", 11),
    Heading("So với", 10),
)
_ISSUER = Heading("Cơ quan ban hành", 26)
_COUNTS = (Heading("Số liệu", 8), Heading("Xác nhận đúng", 9), Heading("Đã sửa", 8))
_PERIOD_WIDTH = 13
_LAST = Heading("Dòng ở Số liệu", 24, density=1.6)
_STATEMENT_HEIGHT = 64
_TO_EVIDENCE = "Xem số liệu gốc và trích nguồn"


def write_tags(
    content: WorkbookContent, survey: Survey, found: Pivot, addresses: Addresses, workbook: Workbook
) -> None:
    """Write the sheet, tags in the order of their tree; its numbers lead to their rows of "Số liệu"."""
    periods = found.periods(MOST_PERIODS)
    has_issuers = len(survey.issuers) > 1
    headings = (
        *_FRONT,
        *([_ISSUER] if has_issuers else []),
        *_COUNTS,
        *(Heading(period_text(period) or _NO_PERIOD, _PERIOD_WIDTH) for period in periods),
        _LAST,
    )
    across = 1 if len(periods) <= _PERIODS_ON_A_PAGE else 2
    sheet = Sheet(workbook, TITLE, headings, header_row=HEADER_ROW, pages_across=across)
    reach = len(_FRONT) - 1 + has_issuers + len(_COUNTS)
    statement = [Block("", 1), Block(_statement(found, periods), reach)]
    sheet.write_blocks(statement, Look.STATEMENT_LINE, height=_STATEMENT_HEIGHT)
    sheet.write_header()
    writer = _Writer(sheet, addresses, periods, has_issuers=has_issuers)
    for tag, depth in content.tags.walk():
        if tag.key in found.tallies:
            writer.write_band(tag.name(), depth, _above(content, tag), found.tallies[tag.key])
            writer.write_subjects(found.subjects.get(tag.key, ()))
    if None in found.tallies:
        writer.write_band(UNTAGGED, 0, "", found.tallies[None])
        writer.write_subjects(found.subjects[None])


def _statement(found: Pivot, periods: Sequence[str]) -> str:
    others = [period for period in found.figures_by_period if period not in periods]
    said = "Số liệu đã xác nhận theo nhãn và kỳ; bấm vào một số để xem số liệu gốc và trích nguồn. "
    said += "Số liệu có nhiều nhãn được kể ở từng nhãn; số đếm của một nhãn gồm cả các nhãn thuộc nó."
    if others:
        number = sum(found.figures_by_period[period] for period in others)
        said += f" {number} số liệu của {len(others)} kỳ khác không có cột riêng: xem cột cuối."
    return said


def _above(content: WorkbookContent, tag: Tag) -> str:
    return " > ".join(each.name() for each in content.tags.above(tag.key))


class _Writer:
    """Writes the rows of the sheet below its header."""

    def __init__(
        self, sheet: Sheet, addresses: Addresses, periods: Sequence[str], *, has_issuers: bool
    ) -> None:
        self._sheet = sheet
        self._pen: Pen = sheet.pen
        self._addresses = addresses
        self._periods = periods
        self._has_issuers = has_issuers

    def write_band(self, name: str, depth: int, above: str, tally: Tally) -> None:
        """Write the heading of a tag with its counts."""
        pen, look = self._pen, Look.SECTION if depth else Look.REPORT
        count_look = Look.SECTION_COUNT if depth else Look.REPORT_COUNT
        title = f"{'    ' * depth}{name}"
        blanks = [pen.blank(look) for _ in range(len(_FRONT) - 1 + self._has_issuers)]
        counts = [
            pen.count(number, count_look) for number in (tally.figures, tally.accepted, tally.corrected)
        ]
        rest = [pen.blank(look) for _ in self._periods]
        remark = Look.SECTION_REMARK if depth else Look.REPORT_REMARK
        self._sheet.write(
            [pen.text(title, look), *blanks, *counts, *rest, pen.text(above, remark) or pen.blank(remark)],
            height=18,
        )

    def write_subjects(self, subjects: Sequence[Subject]) -> None:
        """Write indicators, each with as many rows as it takes to show all its values."""
        for subject in subjects:
            for turn, by_period in enumerate(subject.rows):
                self._sheet.write(self._cells(subject, by_period, is_first=turn == 0))

    def _cells(
        self, subject: Subject, by_period: Mapping[str, PivotFigure], *, is_first: bool
    ) -> list[Cell | None]:
        pen, reading = self._pen, subject.reading
        issuer = [pen.text(subject.issuer)] if self._has_issuers else []
        told = subject.figures if is_first else tuple(by_period.values())
        return [
            pen.text(reading.indicator, Look.INDENTED),
            pen.text(reading.unit, Look.CENTRED),
            pen.text(word("kind", reading.kind), Look.CENTRED),
            pen.text(word("base", reading.base), Look.CENTRED),
            *issuer,
            *(self._counts(subject.tally) if is_first else [pen.empty(Look.CENTRED) for _ in _COUNTS]),
            *(self._value_cell(by_period.get(period)) for period in self._periods),
            self._rows_cell(told),
        ]

    def _counts(self, tally: Tally) -> list[Cell | None]:
        return [self._pen.count(number) for number in (tally.figures, tally.accepted, tally.corrected)]

    def _value_cell(self, figure: PivotFigure | None) -> Cell | None:
        if figure is None:
            return self._pen.empty(Look.RIGHT)
        cell = self._pen.value(figure.effective, written=figure.written)
        return self._pen.linked(cell, self._addresses.evidence_of(figure.id), _TO_EVIDENCE)

    def _rows_cell(self, figures: Sequence[PivotFigure]) -> Cell | None:
        numbers = self._addresses.numbers_of(figure.id for figure in figures)
        told = row_numbers_text(numbers)
        return self._pen.link(told, self._addresses.evidence_at(numbers[0]), f"Xem {told.lower()}")
