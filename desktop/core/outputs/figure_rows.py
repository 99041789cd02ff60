"""A row a verified figure, all that is known of it: what CSV, JSON and Parquet hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from desktop.core.displays import reading_text
from desktop.core.figures import Origin, Reading, ReviewedFigure
from desktop.core.outputs.period_dates import period_dates
from desktop.core.rereading import SecondReading
from desktop.core.reviews import ReviewedSection
from desktop.core.tags import TagTree
from desktop.core.tags_in_force import TagsInForce
from desktop.core.workbooks.content import ReportContent, WorkbookContent
from desktop.core.workbooks.identity import FigureMark
from desktop.core.workbooks.note_list import note_remarks
from desktop.core.workbooks.quotations import quotation
from desktop.core.workbooks.watching import Watch

_ROWS_A_STEP = 250


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row; its fields are the columns of resources/workbooks/columns.toml, in their order."""

    key: str
    report_digest: str
    report_name: str
    report_title: str
    report_period: str
    report_issuer: str
    report_province: str
    section: str
    tags: tuple[str, ...]
    tag_names: tuple[str, ...]
    indicator: str
    value: Decimal
    value_high: Decimal | None
    value_of: Decimal | None
    value_text: str
    unit: str
    kind: str
    base: str
    qualifier: str
    period: str
    period_start: date | None
    period_end: date | None
    verdict: str
    decided_by: str
    decided_at: datetime | None
    is_hasty: bool
    second_read_by: str
    second_outcome: str
    origin: str
    read_value: Decimal | None
    read_value_high: Decimal | None
    read_value_of: Decimal | None
    read_unit: str
    read_kind: str
    read_base: str
    read_indicator: str
    read_qualifier: str
    read_period: str
    confidence: float | None
    note: str
    remarks: str
    page: int | None
    sheet: str
    cell: str
    start: int
    end: int
    text: str
    quotation: str
    digest: str


def figure_rows(content: WorkbookContent, watch: Watch | None = None) -> Iterator[FigureRow]:
    """Yield the rows in the order of the reports and in reading order; `watch` is told of them."""
    rows = 0
    for report in content.reports:
        about = _AboutReport(report, content.tags)
        for figure in report.figures:
            yield about.row(figure)
            rows += 1
            if watch is not None and rows % _ROWS_A_STEP == 0:
                watch.count(_ROWS_A_STEP)


def figure_marks(content: WorkbookContent) -> Iterator[FigureMark]:
    """Yield the mark of every figure handed on, in the order of the rows."""
    for report in content.reports:
        for figure in report.figures:
            yield FigureMark.of(report.summary.digest, figure.id, figure.effective)


def machine_reading(figure: ReviewedFigure) -> Reading | None:
    """Return what the machine had read, None of a figure that it did not read."""
    return figure.read if figure.origin is Origin.MACHINE else None


class _AboutReport:
    """What is looked up once for all figures of a report."""

    def __init__(self, report: ReportContent, tags: TagTree) -> None:
        self._summary = report.summary
        self._text = report.text
        self._tags = tags
        self._force: TagsInForce = report.tags_in_force()
        self._path_by_id = _paths(report.sections)
        self._remarks_by_id: Mapping[int, str] = note_remarks(report.notes)
        self._second_by_id = _second_readings(report)

    def row(self, figure: ReviewedFigure) -> FigureRow:
        summary, said, place = self._summary, figure.effective, figure.place
        read, second = machine_reading(figure), self._second_by_id.get(figure.id)
        tags = self._force.of_figure(figure.section_id, place.start)
        mark = FigureMark.of(summary.digest, figure.id, said)
        days = period_dates(said.period)
        return FigureRow(
            key=mark.key,
            report_digest=summary.digest,
            report_name=summary.name,
            report_title=summary.title,
            report_period=summary.period,
            report_issuer=summary.issuer,
            report_province=summary.province,
            section=self._path_by_id.get(figure.section_id, ""),
            tags=tags,
            tag_names=tuple(map(self._tags.name, tags)),
            indicator=said.indicator,
            value=said.value.number,
            value_high=said.value.high,
            value_of=said.value.of,
            value_text=reading_text(said),
            unit=said.unit,
            kind=str(said.kind),
            base=str(said.base),
            qualifier=str(said.qualifier),
            period=said.period,
            period_start=days[0] if days else None,
            period_end=days[1] if days else None,
            verdict=str(figure.verdict),
            decided_by=figure.decided_by,
            decided_at=figure.decided_at.astimezone(UTC) if figure.decided_at else None,
            is_hasty=figure.is_hasty,
            second_read_by=second.who if second else "",
            second_outcome=str(second.outcome) if second else "",
            origin=str(figure.origin),
            read_value=read.value.number if read else None,
            read_value_high=read.value.high if read else None,
            read_value_of=read.value.of if read else None,
            read_unit=read.unit if read else "",
            read_kind=str(read.kind) if read else "",
            read_base=str(read.base) if read else "",
            read_indicator=read.indicator if read else "",
            read_qualifier=str(read.qualifier) if read else "",
            read_period=read.period if read else "",
            confidence=round(figure.confidence, 4) if read else None,
            note=figure.note,
            remarks=self._remarks_by_id.get(figure.id, ""),
            page=place.page,
            sheet=place.sheet or "",
            cell=place.cell or "",
            start=place.start,
            end=place.end,
            text=figure.text,
            quotation=quotation(self._text, place.start, place.end) if self._text else figure.text,
            digest=mark.digest,
        )


def _second_readings(report: ReportContent) -> dict[int, SecondReading]:
    """Return the last second reading of each figure of which somebody read again what it says now."""
    holds = {figure.id: figure.effective for figure in report.figures}
    return {
        reading.figure_id: reading
        for reading in report.second_readings
        if holds.get(reading.figure_id) == reading.holds
    }


def _paths(sections: Sequence[ReviewedSection]) -> dict[int | None, str]:
    """Return the headings from the top down to each section."""
    path_by_id: dict[int | None, str] = {}
    for section in sections:
        above = path_by_id.get(section.parent_id, "")
        path_by_id[section.id] = f"{above} > {section.title}" if above else section.title
    return path_by_id
