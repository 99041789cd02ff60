"""The record of a review as PDF: a page a report, and one for all of them before where there are several.

The same record gives the same bytes: the only times in the file are the record's own.
"""

from datetime import UTC
from functools import partial
from pathlib import Path
from typing import IO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame

from desktop import __version__
from desktop.core.outputs.record_frame import draw_footer
from desktop.core.outputs.record_letters import REGULAR, load_fonts, plain_text
from desktop.core.outputs.record_overview import overview_page
from desktop.core.outputs.record_page import report_page
from desktop.core.outputs.record_styles import BOTTOM, HEIGHT, LEFT, PAGE, WIDTH
from desktop.core.outputs.records import ReviewRecord
from desktop.core.workbooks.replacing import replace_file

TITLE = "Biên bản rà soát số liệu"


def write_record(record: ReviewRecord, out: Path) -> None:
    """Write the record to `out`; raise RefusedError with the old file whole and nothing left beside it."""
    replace_file(out, partial(_write, record))


def _write(record: ReviewRecord, file: IO[bytes]) -> None:
    load_fonts()
    canvas = Canvas(file, pagesize=PAGE, invariant=1, lang="vi-VN", initialFontName=REGULAR)
    _describe(canvas, record)
    has_overview = len(record.reports) != 1
    pages = len(record.reports) + has_overview
    if has_overview:
        _draw(canvas, overview_page(record), record, pages)
    for report in record.reports:
        _draw(canvas, report_page(report, record), record, pages)
    canvas.save()


def _describe(canvas: Canvas, record: ReviewRecord) -> None:
    made = record.at.astimezone(UTC)
    canvas.setDateFormatter(lambda *_: f"D:{made:%Y%m%d%H%M%S}+00'00'")
    canvas.setTitle(f"{TITLE}: {_subject(record)}")
    canvas.setAuthor(plain_text(record.office or record.who))
    canvas.setSubject(f"SHA-256 {record.digest}")
    canvas.setCreator(f"Đối Chiếu {__version__}")


def _subject(record: ReviewRecord) -> str:
    if len(record.reports) != 1:
        return plain_text(record.workspace)
    [report] = record.reports
    return plain_text(report.summary.title or report.summary.name)


def _draw(canvas: Canvas, page: Flowable, record: ReviewRecord, pages: int) -> None:
    frame = Frame(LEFT, BOTTOM, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    frame.addFromList([page], canvas)
    draw_footer(canvas, record, pages)
    canvas.showPage()
