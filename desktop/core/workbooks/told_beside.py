"""What the sheet "Số liệu" tells under "Ghi chú" beside a figure's own note."""

from desktop.core.workbooks.content import ReportContent
from desktop.core.workbooks.figure_list import haste_text
from desktop.core.workbooks.note_list import note_remarks
from desktop.core.workbooks.remarks import exact_remarks
from desktop.core.workbooks.second_readings import second_readings_texts


def told_beside(report: ReportContent) -> dict[int, str]:
    """Return what is told beside the note of each figure of a report, by its id, as one text."""
    remarks, second = note_remarks(report.notes), second_readings_texts(report)
    told = {}
    for figure in report.figures:
        said = (remarks.get(figure.id, ""), second.get(figure.id, ""))
        parts = ("; ".join(filter(None, said)), *exact_remarks(figure.effective.value), haste_text(figure))
        told[figure.id] = "; ".join(filter(None, parts))
    return told
