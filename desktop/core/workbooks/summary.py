"""The verified summary as an Excel workbook: "Tổng hợp", "Số liệu" and "Nhật ký"."""

from functools import partial
from pathlib import Path

from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.replacing import replace_file


def write_workbook(content: WorkbookContent, out: Path) -> None:
    """Write the summary of `content` to `out`, which keeps its old content until the new one is checked.

    Raise RefusedError (disk_full, cannot_write) with the old file whole and nothing left beside it.
    """
    from desktop.core.workbooks import figure_list, log_list, overview
    from desktop.core.workbooks.checking import check_workbook
    from desktop.core.workbooks.sheets import new_workbook, save_sheets
    from desktop.core.workbooks.styles import Styles

    titles = (overview.TITLE, figure_list.TITLE, log_list.TITLE)
    workbook = new_workbook(titles, heading=content.title, at=content.exported_at)
    styles = Styles(workbook)
    frames = workbook.worksheets
    sheets = (
        overview.overview(content, frames[0], styles),
        figure_list.figure_list(content, frames[1], styles),
        log_list.log_list(content.log, frames[2], styles),
    )
    replace_file(out, partial(save_sheets, workbook, sheets), check_workbook)
