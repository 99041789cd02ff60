"""The sheet "Hình": for each figure on a page the lines around it as a picture, leading back to its row.

A page is drawn once for all its figures. Pictures are in greys and a few kilobytes each; where they come to
MAX_BYTES in all, further ones are left out, and their rows say so.
"""

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby, islice

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.drawing.image import Image

from desktop.core.errors import RefusedError
from desktop.core.figures import ReviewedFigure
from desktop.core.workbooks.addresses import (
    LINKS_OF_A_PICTURE,
    MAX_PICTURES,
    PICTURES,
    PICTURES_HEADER_ROW,
    Addresses,
    pictured_figures,
)
from desktop.core.workbooks.content import DrawPage, ReportContent, WorkbookContent
from desktop.core.workbooks.sheets import Heading, Sheet
from desktop.core.workbooks.sources import place_text
from desktop.core.workbooks.styles import Look
from desktop.core.workbooks.survey import Survey

TITLE = PICTURES
MAX_BYTES = 100_000_000

_HEADINGS = (
    Heading("Số liệu", 9),
    Heading("Báo cáo", 22),
    Heading("Nguyên văn", 18),
    Heading("Chỉ tiêu", 30),
    Heading("Vị trí", 18),
    Heading("Hình chụp chỗ của số liệu", 112),
)
_COLUMN = "F"
_WIDEST = 780
_POINTS_PER_PIXEL = 0.75
_MARGIN = 6.0
_MOST_NAMES = 5
_NO_PAGE = "Không dựng được hình của trang này."
_ENOUGH = "Không kèm hình: các hình trước đã đủ 100 MB."


def write_pictures(
    content: WorkbookContent, draw: DrawPage, survey: Survey, addresses: Addresses, workbook: Workbook
) -> None:
    """Write the sheet; what has no picture is said in its first line, or in the row where it would stand."""
    sheet = Sheet(workbook, TITLE, _HEADINGS, header_row=PICTURES_HEADER_ROW, links_a_row=LINKS_OF_A_PICTURE)
    sheet.write_line(_statement(survey), Look.STATEMENT_LINE, height=36)
    sheet.write_header()
    total = 0
    for report, figure, picture in _pictured(content, draw):
        enough = total + len(picture or b"") > MAX_BYTES
        cells = _cells(figure, report.summary.name, addresses, sheet)
        if picture is None or enough:
            sheet.write([*cells, sheet.pen.text(_ENOUGH if picture else _NO_PAGE)])
            continue
        total += len(picture)
        image = Image(BytesIO(picture))
        _fit(image)
        sheet.write(cells, height=image.height * _POINTS_PER_PIXEL + _MARGIN)
        sheet.add_picture(image, _COLUMN)


def _statement(survey: Survey) -> str:
    """Return which reports have no pages, and how many figures have no picture because there are too many."""
    figures, without = survey.pictured, survey.without_pages
    said = ["Mỗi hình là các dòng quanh số liệu trên trang báo cáo, số liệu được đóng khung."]
    if without:
        others = f" và {len(without) - _MOST_NAMES} báo cáo khác" if len(without) > _MOST_NAMES else ""
        named = ", ".join(without[:_MOST_NAMES])
        said.append(f"Không có trang để chụp, xem cột Trích nguồn ở Số liệu: {named}{others}.")
    if figures > MAX_PICTURES:
        said.append(f"Chỉ {MAX_PICTURES} số liệu đầu có hình, {figures - MAX_PICTURES} số liệu sau không có.")
    return " ".join(said)


def _pictured(
    content: WorkbookContent, draw: DrawPage
) -> Iterator[tuple[ReportContent, ReviewedFigure, bytes | None]]:
    """Yield the figures on pages, each with its picture, None where the page cannot be drawn."""
    from desktop.core.workbooks.crops import SCALE, DrawnPage

    each_figure = ((report, figure) for report in content.reports for figure in pictured_figures(report))
    figures = islice(each_figure, MAX_PICTURES)
    for (report_id, number), those in groupby(
        figures, key=lambda each: (each[1].report_id, each[1].place.page)
    ):
        try:
            page = DrawnPage(draw(report_id, number or 1, SCALE))
        except RefusedError:
            page = None
        for report, figure in those:
            yield report, figure, page.crop(figure.place.boxes) if page is not None else None


def _cells(figure: ReviewedFigure, report: str, addresses: Addresses, sheet: Sheet) -> list[Cell | None]:
    pen, number = sheet.pen, addresses.number_by_id[figure.id]
    return [
        pen.linked(
            pen.count(number, Look.LINKED_COUNT), addresses.evidence_of(figure.id), f"Về số liệu {number}"
        ),
        pen.text(report),
        pen.text(figure.text),
        pen.text(figure.effective.indicator),
        pen.text(place_text(figure.place), Look.CENTRED),
    ]


def _fit(image: Image) -> None:
    """Show a picture no wider than its column."""
    if image.width > _WIDEST:
        image.width, image.height = _WIDEST, round(image.height * _WIDEST / image.width)
