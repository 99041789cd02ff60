"""The order of the sheet "Tổng hợp": reports, their sections that hold figures, the indicators in them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.core.reviews import ReviewedSection
from desktop.core.workbooks.content import ReportContent
from desktop.core.workbooks.indicators import IndicatorRow, indicator_rows

_USUALLY = 0.6
_FIGURES_AT_ONCE = 2_000

_RowsBySection = Mapping[int | None, Sequence[IndicatorRow]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet: an indicator's row, else the heading of a section, else the band of a report.

    `period` is the one that goes without saying below this heading or beside this row: most of the section
    is about it; "" where every row says its own.
    """

    report: ReportContent
    section: ReviewedSection | None = None
    row: IndicatorRow | None = None
    period: str = ""


def outline(reports: Sequence[ReportContent]) -> Iterator[Line]:
    """Yield the lines of `reports`; a report alone has no band of its own."""
    for some in _lots(reports):
        rows_by_report: dict[int, list[IndicatorRow]] = {}
        figures = [figure for report in some for figure in report.figures]
        period_by_report = {report.summary.id: report.summary.period for report in some}
        for row in indicator_rows(figures, period_by_report):
            rows_by_report.setdefault(row.lead.report_id, []).append(row)
        for report in some:
            if len(reports) > 1:
                yield Line(report)
            yield from _lines_of_report(report, rows_by_report.get(report.summary.id, ()))


def _lots(reports: Iterable[ReportContent]) -> Iterator[list[ReportContent]]:
    """Yield the reports some at a time: rows never cross them, and all at once would fill the memory."""
    lot: list[ReportContent] = []
    for report in reports:
        lot.append(report)
        if sum(len(each.figures) for each in lot) >= _FIGURES_AT_ONCE:
            yield lot
            lot = []
    if lot:
        yield lot


def _lines_of_report(report: ReportContent, rows: Sequence[IndicatorRow]) -> Iterator[Line]:
    """Yield the rows outside any section, then the sections that hold some, each with its own."""
    known = {section.id for section in report.sections}
    rows_by_section: dict[int | None, list[IndicatorRow]] = {}
    for row in rows:
        section_id = row.lead.section_id
        rows_by_section.setdefault(section_id if section_id in known else None, []).append(row)
    own_period = report.summary.period
    yield from (Line(report, None, row, own_period) for row in rows_by_section.get(None, ()))
    shown = _ids_with_ancestors(report.sections, rows_by_section)
    for section in report.sections:
        if section.id in shown:
            held = rows_by_section.get(section.id, ())
            period = _usual_period(held) if held else own_period
            yield Line(report, section, None, period)
            yield from (Line(report, section, row, period) for row in held)


def _usual_period(rows: Sequence[IndicatorRow]) -> str:
    """Return the period that most rows are about, "" where their periods are mixed."""
    periods = Counter(row.lead.effective.period for row in rows)
    period, count = periods.most_common(1)[0]
    return period if count > _USUALLY * len(rows) else ""


def _ids_with_ancestors(sections: Sequence[ReviewedSection], rows_by_section: _RowsBySection) -> set[int]:
    shown: set[int] = set()
    parent_by_id = {section.id: section.parent_id for section in sections}
    for section_id in rows_by_section:
        while section_id is not None and section_id not in shown:
            shown.add(section_id)
            section_id = parent_by_id.get(section_id)
    return shown
