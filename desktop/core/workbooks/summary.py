"""The verified summary as an Excel workbook.

Its sheets are "Tổng hợp", "Số liệu", "Theo nhãn", "Biểu đồ" (where a chart means something), "Cảnh báo", "Sổ
số", "Ghi chú" (where there are notes), "Nguồn", "Nhật ký" and, where they are wanted, the pictures in "Hình".
"""

from pathlib import Path
from typing import IO

from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.replacing import replace_file


def write_workbook(content: WorkbookContent, out: Path) -> str:
    """Write the summary of `content` to `out`, which keeps its old content until the new one is checked.

    Return the digest over all figures, which the file's properties hold as well. Raise RefusedError
    (disk_full, cannot_write) with the old file whole and nothing left beside it.
    """
    from desktop.core.workbooks import (
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
    from desktop.core.workbooks.sheets import check_workbook, new_workbook

    titles: list[str] = []
    digest = ""

    def write(file: IO[bytes]) -> None:
        nonlocal digest
        with new_workbook(file, heading=content.title, at=content.exported_at) as workbook:
            addresses = Addresses.of(content)
            overview.write_overview(content, addresses, workbook)
            digest = figure_list.write_figures(content, addresses, workbook)
            found = pivot(content)
            tag_list.write_tags(content, found, addresses, workbook)
            chart_list.write_charts(found, addresses, workbook)
            finding_list.write_findings(content, addresses, workbook)
            ledger_list.write_ledger(content, workbook)
            if any(report.notes for report in content.reports):
                note_list.write_notes(content, workbook)
            report_list.write_reports(content, workbook)
            log_list.write_log(content.log, workbook, content.tags)
            if content.draw is not None:
                picture_list.write_pictures(content, content.draw, addresses, workbook)
            mark_workbook(workbook, content, digest)
            titles[:] = workbook.sheetnames

    def check(path: Path) -> None:
        check_workbook(path, titles)

    replace_file(out, write, check)
    return digest
