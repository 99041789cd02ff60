"""Who read a figure a second time and what came of it, as a note in the sheet "Số liệu"."""

from desktop.core.rereading import Mode, SecondReading
from desktop.core.workbooks.content import ReportContent
from desktop.core.workbooks.wording import word


def second_readings_texts(report: ReportContent) -> dict[int, str]:
    """Return a note for each figure of which somebody has read again what it says now, by its id."""
    holds = {figure.id: figure.effective for figure in report.figures}
    texts: dict[int, str] = {}
    for reading in report.second_readings:
        if holds.get(reading.figure_id) == reading.holds:
            texts[reading.figure_id] = _text(reading)
    return texts


def _text(reading: SecondReading) -> str:
    way = "gõ lại không nhìn số" if reading.mode is Mode.REKEY else "đọc lần hai"
    when = f"{reading.at.astimezone():%d/%m/%Y}"
    outcome = word("outcome", reading.outcome).lower()
    by = f" ({reading.settled_by})" if reading.settled_by else ""
    return f"{way}: {reading.who or '–'}, {when}, {outcome}{by}"
