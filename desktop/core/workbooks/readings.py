"""What the machine read of reports, as a workbook of its own: clearly marked as not verified by anybody."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from itertools import count
from pathlib import Path

from desktop.core.extraction.result import Extraction
from desktop.core.figures import Figure, Verdict
from desktop.core.workbooks.checking import check_workbook
from desktop.core.workbooks.figure_list import (
    EVIDENCE_HEADINGS,
    READING_HEADINGS,
    evidence_cells,
    reading_cells,
)
from desktop.core.workbooks.frames import Heading, body_xml, header_xml, set_filter, set_up, wide_line
from desktop.core.workbooks.replacing import replace_file
from desktop.core.workbooks.rows import Cell
from desktop.core.workbooks.sheets import Sheet, new_workbook, save_sheets
from desktop.core.workbooks.styles import Look, Styles
from desktop.core.workbooks.wording import VERDICT_NAMES

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
    *EVIDENCE_HEADINGS,
)


def write_readings(readings: Sequence[tuple[str, str, Extraction]], out: Path) -> None:
    """Write what was read of documents, given as (name, text, extraction), to `out`.

    Raise RefusedError (disk_full, cannot_write) with the old file whole and nothing left beside it.
    """
    workbook = new_workbook([TITLE], heading=TITLE, at=datetime.now(UTC))
    styles, frame = Styles(workbook), workbook.worksheets[0]
    set_up(frame, _HEADINGS, HEADER_ROW, pages_across=2)
    frame.print_title_rows = f"1:{HEADER_ROW}"
    total = sum(len(extraction.figures) for _, _, extraction in readings)
    set_filter(frame, _HEADINGS, HEADER_ROW, HEADER_ROW + total)
    warning = wide_line(frame, styles, 1, _WARNING, Look.WARNING, columns=len(_HEADINGS), height=24)
    sheet = Sheet(frame, _rows(warning, readings, styles))
    replace_file(out, partial(save_sheets, workbook, [sheet]), check_workbook)


def _rows(warning: str, readings: Sequence[tuple[str, str, Extraction]], styles: Styles) -> Iterator[str]:
    yield warning
    yield header_xml(styles, _HEADINGS, HEADER_ROW)
    numbers = count(1)
    for name, text, extraction in readings:
        for figure, number in zip(extraction.figures, numbers, strict=False):
            yield body_xml(HEADER_ROW + number, _cells(number, name, text, figure, styles), _HEADINGS)


def _cells(number: int, name: str, text: str, figure: Figure, styles: Styles) -> list[Cell]:
    return [
        styles.cell(number, Look.CENTRED),
        styles.text(name),
        styles.text(" > ".join(figure.section)),
        *reading_cells(figure.reading, styles),
        styles.text(VERDICT_NAMES[Verdict.OPEN], Look.CENTRED),
        styles.number(round(Decimal(figure.confidence), 2)),
        *evidence_cells(figure.place, text, figure.text, styles),
    ]
