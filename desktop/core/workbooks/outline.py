"""The order of the sheet "Tổng hợp": reports, their sections that hold figures, the indicators in them.

By tag it is the tags instead, in the order of their tree; a figure stands under one of its tags alone, the
nearest, so that no number is there twice.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop.core.reviews import ReviewedSection
from desktop.core.tags import Tag, TagTree
from desktop.core.workbooks.content import Grouping, ReportContent, WorkbookContent
from desktop.core.workbooks.indicators import IndicatorRow, indicator_rows
from desktop.core.workbooks.subtotals import Subtotal, Subtotals

_USUALLY = 0.6
_FIGURES_AT_ONCE = 2_000

_Rows = Sequence[IndicatorRow]
_RowsBySection = Mapping[int | None, _Rows]


@dataclass(frozen=True, slots=True)
class TagBand:
    """The heading of a tag's rows; `tag` is None above those without any. `path` names the tags above it."""

    tag: Tag | None
    path: tuple[str, ...]
    figures: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet: an indicator's row, a subtotal, or the heading of a section, a tag or a report.

    `period` is the one that goes without saying below this heading or beside this row: most of the section
    is about it; "" where every row says its own. A tag's heading is of no report.
    """

    report: ReportContent | None = None
    section: ReviewedSection | None = None
    row: IndicatorRow | None = None
    period: str = ""
    subtotal: Subtotal | None = None
    tag: TagBand | None = None


def outline(content: WorkbookContent) -> Iterator[Line]:
    """Yield the lines of all reports as the clerk chose to have them set out.

    By section some reports are in memory at a time, by tag all of them: a tag has rows of any.
    """
    if content.options.grouping is Grouping.TAG:
        reports = list(content.reports)
        yield from _lines_by_tag(content, reports, _rows_by_report(reports))
    else:
        for lot in _lots(content.reports):
            yield from _lines_by_section(lot, _rows_by_report(lot), has_bands=len(content.reports) > 1)


def section_paths(sections: Sequence[ReviewedSection]) -> dict[int | None, str]:
    """Return the headings from the top down to each section, by its id."""
    path_by_id: dict[int | None, str] = {}
    for section in sections:
        above = path_by_id.get(section.parent_id, "")
        path_by_id[section.id] = f"{above} > {section.title}" if above else section.title
    return path_by_id


def _rows_by_report(reports: Sequence[ReportContent]) -> dict[int, list[IndicatorRow]]:
    rows_by_report: dict[int, list[IndicatorRow]] = {}
    figures = [figure for report in reports for figure in report.figures]
    period_by_report = {report.summary.id: report.summary.period for report in reports}
    for row in indicator_rows(figures, period_by_report):
        rows_by_report.setdefault(row.lead.report_id, []).append(row)
    return rows_by_report


def _lines_by_section(
    reports: Sequence[ReportContent], rows_by_report: Mapping[int, _Rows], *, has_bands: bool
) -> Iterator[Line]:
    """Yield the lines of `reports`, one after another; a report alone has no band of its own."""
    for report in reports:
        if has_bands:
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


def _lines_of_report(report: ReportContent, rows: _Rows) -> Iterator[Line]:
    """Yield the rows outside any section, then the sections that hold some, each with its own."""
    known = {section.id for section in report.sections}
    rows_by_section: dict[int | None, list[IndicatorRow]] = {}
    for row in rows:
        section_id = row.lead.section_id
        rows_by_section.setdefault(section_id if section_id in known else None, []).append(row)
    own_period = report.summary.period
    subtotals = Subtotals(report.text, report.figures)
    yield from _lines_of_rows(report, None, rows_by_section.get(None, ()), own_period, subtotals)
    shown = _ids_with_ancestors(report.sections, rows_by_section)
    for section in report.sections:
        if section.id in shown:
            held = rows_by_section.get(section.id, ())
            period = _usual_period(held) if held else own_period
            yield Line(report, section, None, period)
            yield from _lines_of_rows(report, section, held, period, subtotals)


def _lines_of_rows(
    report: ReportContent, section: ReviewedSection | None, rows: _Rows, period: str, subtotals: Subtotals
) -> Iterator[Line]:
    """Yield rows of one section, and what they come to where every figure there has been decided on."""
    yield from (Line(report, section, row, period) for row in rows)
    still_open = report.left_out.open if section is None else section.open
    if not still_open:
        for subtotal in subtotals.of_rows(rows):
            yield Line(report, section, period=period, subtotal=subtotal)


def _lines_by_tag(
    content: WorkbookContent, reports: Sequence[ReportContent], rows_by_report: Mapping[int, _Rows]
) -> Iterator[Line]:
    """Yield the tags that hold rows, those above them too, each with its rows, report by report."""
    rows_by_key: dict[str | None, list[tuple[ReportContent, IndicatorRow]]] = {}
    wanted = frozenset(key for tag in content.only_tags for key in content.tags.below(tag))
    for report in reports:
        force = report.tags_in_force()
        for row in rows_by_report.get(report.summary.id, ()):
            tags = force.of_figure(row.lead.section_id, row.lead.place.start)
            rows_by_key.setdefault(_nearest(tags, content.tags, wanted), []).append((report, row))
    subtotals = {report.summary.id: Subtotals(report.text, report.figures) for report in reports}
    for band, key in _bands(content, rows_by_key):
        held = rows_by_key.get(key, []) if band.figures else []
        period = _usual_period([row for _, row in held]) if held else ""
        yield Line(tag=band, period=period)
        for report, section, rows in _by_section(held):
            yield from _lines_of_rows(report, section, rows, period, subtotals[report.summary.id])


def _nearest(tags: Sequence[str], tree: TagTree, wanted: frozenset[str]) -> str | None:
    """Return the tag that a row stands under: the first wanted one that is known, else the first known."""
    known = [key for key in tags if tree.get(key) is not None]
    return next((key for key in known if key in wanted), known[0] if known else None)


def _bands(
    content: WorkbookContent, rows_by_key: Mapping[str | None, Sequence[tuple[ReportContent, IndicatorRow]]]
) -> Iterator[tuple[TagBand, str | None]]:
    """Yield the headings in the order of the tree, at last the one of rows without a tag, with their keys."""
    tree = content.tags
    shown = {tag.key for key in rows_by_key if key is not None for tag in tree.above(key)}
    for tag, _ in tree.walk():
        if tag.key in rows_by_key or tag.key in shown:
            held = sum(len(row.figures) for _, row in rows_by_key.get(tag.key, ()))
            yield TagBand(tag, tuple(each.name() for each in tree.above(tag.key)), held), tag.key
    if None in rows_by_key:
        yield TagBand(None, (), sum(len(row.figures) for _, row in rows_by_key[None])), None


def _by_section(
    held: Sequence[tuple[ReportContent, IndicatorRow]],
) -> Iterator[tuple[ReportContent, ReviewedSection | None, _Rows]]:
    """Yield the rows in runs of one section of one report."""
    section_by_id = {
        section.id: section
        for report in {id(report): report for report, _ in held}.values()
        for section in report.sections
    }
    for (_, section_id), run in groupby(
        held, key=lambda each: (each[1].lead.report_id, each[1].lead.section_id)
    ):
        pairs = list(run)
        section = None if section_id is None else section_by_id.get(section_id)
        yield pairs[0][0], section, [row for _, row in pairs]


def _usual_period(rows: _Rows) -> str:
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
