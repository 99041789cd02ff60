"""The verified summary as an Excel workbook.

Its sheets are "Tổng hợp", "Số liệu", "Theo nhãn", "Biểu đồ" (where a chart means something), "Cảnh báo", "Sổ
số", "Ghi chú" (where there are notes), "Nguồn", "Nhật ký", "Hình" (where pictures are wanted) and, where
cells hold something else than they were given, "Ghi khác nguyên văn". A list longer than a sheet runs on over
further ones.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from desktop.core.workbooks.alterations import AlterationCount
from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.replacing import replace_file
from desktop.core.workbooks.watching import IsCancelled, OnProgress, Watch

if TYPE_CHECKING:
    from desktop.core.workbooks.sheets import Limits, StreamedWorkbook

_ROWS_A_FIGURE = 5
"""Once it is read; then its own, a part of its indicator's, that under its tag, those it has in the log."""


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be said of a workbook: the digest over its figures, and what its cells hold otherwise.

    The file's properties hold the digest as well.
    """

    digest: str
    altered: tuple[AlterationCount, ...]


def write_workbook(
    content: WorkbookContent,
    out: Path,
    *,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
    limits: "Limits | None" = None,
) -> Written:
    """Write the summary of `content` to `out`, which keeps its old content until the new one is checked.

    Raise RefusedError (see replace_file) or WritingCancelledError with the old file whole and nothing left
    beside it.
    """
    from desktop.core.workbooks.sheets import LIMITS, check_workbook, new_workbook

    watch = Watch(on_progress, is_cancelled, expected=content.expected_figures * _ROWS_A_FIGURE)
    titles: list[str] = []
    done: list[Written] = []

    def write(file: IO[bytes]) -> None:
        at, heading = content.exported_at, content.title
        with new_workbook(file, heading=heading, at=at, limits=limits or LIMITS, watch=watch) as workbook:
            digest = _write_sheets(content, workbook)
            titles.extend(workbook.sheetnames)
            done.append(Written(digest, workbook.altered.counts()))

    def check(path: Path) -> None:
        check_workbook(path, titles)
        watch.tell(1)

    replace_file(out, write, check)
    return done[0]


def _write_sheets(content: WorkbookContent, workbook: "StreamedWorkbook") -> str:
    """Write all sheets and the file's properties; return the digest over all figures."""
    from desktop.core.workbooks import (
        alteration_list,
        chart_list,
        figure_list,
        finding_list,
        ledger_list,
        log_list,
        note_list,
        overview,
        picture_list,
        report_list,
        tag_list,
    )
    from desktop.core.workbooks.addresses import Addresses
    from desktop.core.workbooks.file_marks import mark_workbook
    from desktop.core.workbooks.pivot import pivot
    from desktop.core.workbooks.survey import Survey

    addresses = Addresses(workbook.limits, has_pictures=content.options.has_pictures)
    survey = Survey()
    for report in content.reports:
        addresses.add(report)
        survey.add(report)
        workbook.watch.count(len(report.figures))
    overview.write_overview(content, addresses, workbook)
    digest = figure_list.write_figures(content, addresses, workbook)
    found = pivot(content)
    tag_list.write_tags(content, survey, found, addresses, workbook)
    chart_list.write_charts(found, addresses, workbook)
    del found
    finding_list.write_findings(content, addresses, workbook)
    ledger_list.write_ledger(content, survey, workbook)
    if survey.has_notes:
        note_list.write_notes(content, workbook)
    report_list.write_reports(content, workbook)
    log_list.write_log(content.log, workbook, content.tags)
    if content.draw is not None:
        picture_list.write_pictures(content, content.draw, survey, addresses, workbook)
    alteration_list.write_alterations(workbook)
    mark_workbook(workbook, content, survey.figures, digest)
    return digest
