"""What the machine read of reports, as a workbook of its own: clearly marked as not verified by anybody."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import IO

from openpyxl.cell import Cell

from desktop.core.displays import reading_text
from desktop.core.extraction.result import Extraction
from desktop.core.figures import Figure, Verdict
from desktop.core.workbooks.alteration_list import write_alterations
from desktop.core.workbooks.figure_list import (
    EVIDENCE_HEADINGS,
    READING_HEADINGS,
    evidence_cells,
    reading_cells,
)
from desktop.core.workbooks.replacing import replace_file
from desktop.core.workbooks.sheets import Heading, Sheet, check_workbook, new_workbook
from desktop.core.workbooks.styles import Look
from desktop.core.workbooks.wording import word

TITLE = "Kết quả đọc"
HEADER_ROW = 2

_WARNING = (
    "CHƯA XÁC NHẬN: đây là kết quả máy đọc, chưa có người đối chiếu với báo cáo; không dùng để tổng hợp."
)
_HEADINGS = (
    Heading("STT", 6),
    Heading("Báo cáo", 20),
    Heading("Mục", 26),
    *READING_HEADINGS,
    Heading("Xác nhận", 12),
    Heading("Độ tin cậy", 9),
    Heading("Cũng có thể đọc", 14),
    *EVIDENCE_HEADINGS,
)


def write_readings(readings: Sequence[tuple[str, str, Extraction]], out: Path) -> None:
    """Write what was read of documents, given as (name, text, extraction), to `out`.

    What Excel cannot hold is listed on a sheet of its own. Raise RefusedError (see replace_file) with the old
    file whole and nothing left beside it.
    """
    titles: list[str] = []

    def write(file: IO[bytes]) -> None:
        with new_workbook(file, heading=TITLE, at=datetime.now(UTC)) as workbook:
            sheet = Sheet(workbook, TITLE, _HEADINGS, header_row=HEADER_ROW, pages_across=2)
            sheet.write_line(_WARNING, Look.WARNING, height=24)
            sheet.write_header()
            for name, text, extraction in readings:
                for figure in extraction.figures:
                    sheet.write(_cells(name, text, figure, sheet))
            sheet.let_filter(HEADER_ROW)
            write_alterations(workbook)
            titles.extend(workbook.sheetnames)

    replace_file(out, write, partial(check_workbook, titles=titles))


def _cells(name: str, text: str, figure: Figure, sheet: Sheet) -> list[Cell | None]:
    pen = sheet.pen
    return [
        pen.count(sheet.rows - HEADER_ROW + 1),
        pen.text(name),
        pen.text(" > ".join(figure.section)),
        *reading_cells(figure.reading, pen, figure.shown or figure.text),
        pen.text(word("verdict", Verdict.OPEN), Look.CENTRED),
        pen.number(round(Decimal(figure.confidence), 2)),
        pen.text(_other_text(figure), Look.RIGHT),
        *evidence_cells(figure.place, text, figure.text, pen),
    ]


def _other_text(figure: Figure) -> str:
    """Return the value by the second way of reading the number; a text, as none of the two is sure."""
    return "" if figure.other is None else reading_text(replace(figure.reading, value=figure.other))
