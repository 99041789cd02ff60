"""The verified summary as an Excel workbook.

Its sheets are "Tổng hợp", "Số liệu", "Ghi chú" (where there are notes), "Nguồn", "Nhật ký" and, where cells
hold something else than they were given, "Ghi khác nguyên văn".
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

_ROWS_A_FIGURE = 2.5
"""Its own, a part of its indicator's, and those of what was done with it in the log."""


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be said of a workbook: how many of its cells hold something else than they were given."""

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

    Raise RefusedError (see replace_file) or
    WritingCancelledError with the old file whole and nothing left beside it.
    """
    from desktop.core.workbooks.sheets import LIMITS, check_workbook, new_workbook

    watch = Watch(on_progress, is_cancelled, expected=round(content.expected_figures * _ROWS_A_FIGURE))
    titles: list[str] = []
    altered: list[AlterationCount] = []

    def write(file: IO[bytes]) -> None:
        at, heading = content.exported_at, content.title
        with new_workbook(file, heading=heading, at=at, limits=limits or LIMITS, watch=watch) as workbook:
            _write_sheets(content, workbook)
            titles.extend(workbook.sheetnames)
            altered.extend(workbook.altered.counts())

    def check(path: Path) -> None:
        check_workbook(path, titles)
        watch.tell(1)

    replace_file(out, write, check)
    return Written(tuple(altered))


def _write_sheets(content: WorkbookContent, workbook: "StreamedWorkbook") -> None:
    from desktop.core.workbooks import (
        alteration_list,
        figure_list,
        log_list,
        note_list,
        overview,
        report_list,
    )

    overview.write_overview(content, workbook)
    figure_list.write_figures(content, workbook)
    if any(report.notes for report in content.reports):
        note_list.write_notes(content, workbook)
    report_list.write_reports(content, workbook)
    log_list.write_log(content.log, workbook, content.tags)
    alteration_list.write_alterations(workbook)
