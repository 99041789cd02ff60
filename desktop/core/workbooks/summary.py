"""The verified summary as an Excel workbook.

Its sheets are "Tổng hợp", "Số liệu", "Ghi chú" (where there are notes), "Nguồn" and "Nhật ký".
"""

from functools import partial
from pathlib import Path
from typing import IO

from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.replacing import replace_file


def write_workbook(content: WorkbookContent, out: Path) -> None:
    """Write the summary of `content` to `out`, which keeps its old content until the new one is checked.

    Raise RefusedError (disk_full, cannot_write) with the old file whole and nothing left beside it.
    """
    from desktop.core.workbooks import figure_list, log_list, note_list, overview, report_list
    from desktop.core.workbooks.sheets import check_workbook, new_workbook

    has_notes = any(report.notes for report in content.reports)

    def write(file: IO[bytes]) -> None:
        with new_workbook(file, heading=content.title, at=content.exported_at) as workbook:
            overview.write_overview(content, workbook)
            figure_list.write_figures(content, workbook)
            if has_notes:
                note_list.write_notes(content, workbook)
            report_list.write_reports(content, workbook)
            log_list.write_log(content.log, workbook, content.tags)

    titles = [overview.TITLE, figure_list.TITLE, report_list.TITLE, log_list.TITLE]
    if has_notes:
        titles.insert(2, note_list.TITLE)
    replace_file(out, write, partial(check_workbook, titles=titles))
