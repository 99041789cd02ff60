"""The verified summary as an Excel workbook.

Its sheets are "Tổng hợp", "Số liệu", "Ghi chú" (where there are notes), "Nguồn" and "Nhật ký".
"""

from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.replacing import replace_file

if TYPE_CHECKING:
    from openpyxl import Workbook


def write_workbook(content: WorkbookContent, out: Path) -> None:
    """Write the summary of `content` to `out`, which keeps its old content until the new one is checked.

    Raise RefusedError (disk_full, cannot_write) with the old file whole and nothing left beside it.
    """
    from desktop.core.workbooks import figure_list, log_list, note_list, overview, report_list
    from desktop.core.workbooks.sheets import check_workbook, new_workbook

    has_notes = any(report.notes for report in content.reports)

    def write(file: IO[bytes]) -> None:
        with new_workbook(file, heading=content.title, at=content.exported_at) as workbook:
            _tell_properties(content, workbook)
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


def _tell_properties(content: WorkbookContent, workbook: "Workbook") -> None:
    from openpyxl.packaging.custom import IntProperty, StringProperty

    from desktop.core.workbooks import identity

    marks = content.marks()
    texts = {
        identity.DIGEST_PROPERTY: identity.workbook_digest(marks),
        identity.WORKSPACE_PROPERTY: content.workspace,
        identity.EXPORTED_AT_PROPERTY: content.exported_at.isoformat(),
    }
    for name, text in texts.items():
        workbook.custom_doc_props.append(StringProperty(name=name, value=text))
    workbook.custom_doc_props.append(IntProperty(name=identity.COUNT_PROPERTY, value=len(marks)))
