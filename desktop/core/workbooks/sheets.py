"""A workbook of large sheets in one form: openpyxl writes each row away as soon as it is complete."""

import contextlib
import errno
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.chart import Reference
from openpyxl.chart._chart import ChartBase
from openpyxl.drawing.image import Image
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import WorkbookAlreadySaved
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from python_calamine import CalamineError, CalamineWorkbook

from desktop.core.workbooks.cells import clean_text
from desktop.core.workbooks.marked_text import MarkedText
from desktop.core.workbooks.replacing import UnsoundFileError
from desktop.core.workbooks.styles import Look, Pen

PROGRAM = "Đối Chiếu"
MAX_ROWS = 1_048_576

_A4 = 9
_HEADER_HEIGHT = 34
_LINE_HEIGHT = 14.5
_PADDING = 2
_TALLEST = 409
_LONGEST_PAGE_HEADING = 150
_LOST_BY_WRAPPING = 3
_CAPITAL = 1.4


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column, its width in digits, and how many letters of its font take a digit's width.

    A hidden column stands behind all others, for programs that read the workbook back.
    """

    text: str
    width: float
    density: float = 1.28
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A text that stands over so many columns."""

    text: str
    columns: int


class Sheet:
    """A sheet in the form all share, written row by row from the top.

    Its header is frozen and repeated on every printed page, A4 landscape; what is printed over several pages
    side by side repeats its first column. A ruled sheet has borders, another one grid lines. Pages are headed
    by the workbook's heading; of a sheet that bears it in its own first rows the first page is not.
    """

    def __init__(
        self,
        workbook: Workbook,
        title: str,
        headings: Sequence[Heading],
        *,
        header_row: int = 1,
        pages_across: int = 1,
        is_ruled: bool = False,
        has_own_title: bool = False,
    ) -> None:
        self._frame: Worksheet = workbook.create_sheet(title)
        self._headings = headings
        self._last_column = get_column_letter(len(headings))
        self._last_shown = get_column_letter(sum(not heading.is_hidden for heading in headings))
        self.pen = Pen(self._frame, is_ruled=is_ruled)
        self.rows = 0
        _set_up(self._frame, headings, header_row, pages_across, is_ruled=is_ruled)
        _head_and_foot(self._frame, heading=workbook.properties.title or "", has_own_title=has_own_title)

    def write(self, cells: list[Cell | None], *, height: float | None = None) -> None:
        """Write the next row; without a `height` in points it is as high as its longest text needs."""
        self.rows += 1
        if self.rows > MAX_ROWS:
            raise UnsoundFileError(f"{self._frame.title}: > {MAX_ROWS}")
        height = height or self.height_for(cells)
        if height > _LINE_HEIGHT + _PADDING:
            self._frame.row_dimensions[self.rows].height = height
        self._frame.append(cells)
        self._frame.row_dimensions.pop(self.rows, None)

    def height_for(self, cells: Sequence[Cell | None]) -> float:
        """Return how high a row of `cells` is, estimated: not every program measures texts itself."""
        lines = max(_lines(cell, heading) for cell, heading in zip(cells, self._headings, strict=False))
        return min(_LINE_HEIGHT * lines + _PADDING, _TALLEST)

    def write_line(self, text: str, look: Look, height: float) -> None:
        """Write a row whose one text stands over all columns."""
        self.write([self.pen.text(text, look)], height=height)
        self._frame.merged_cells.add(f"A{self.rows}:{self._last_shown}{self.rows}")

    def write_blocks(self, blocks: Sequence[Block], look: Look, height: float) -> None:
        """Write a row of texts that each stand over several columns, from the left, with no gap."""
        cells: list[Cell | None] = []
        for block in blocks:
            first = len(cells) + 1
            cells += [self.pen.text(block.text, look), *[None] * (block.columns - 1)]
            if block.columns > 1:
                reach = f"{get_column_letter(first)}{{row}}:{get_column_letter(len(cells))}{{row}}"
                self._frame.merged_cells.add(reach.format(row=self.rows + 1))
        self.write(cells, height=height)

    def write_header(self) -> None:
        """Write the headings."""
        self.write(
            [self.pen.text(heading.text, Look.HEADER) for heading in self._headings], height=_HEADER_HEIGHT
        )

    def break_pages_at(self, percent: int) -> None:
        """Let pages be printed at a scale, not fitted to the width: only then do breaks count."""
        self._frame.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
        self._frame.page_setup.scale = percent

    def break_page(self) -> None:
        """Begin a new printed page with the next row."""
        self._frame.row_breaks.append(Break(id=self.rows))

    def reference(self, column: int, first_row: int, last_row: int) -> Reference:
        """Return cells of a column (from 1), for a chart."""
        return Reference(self._frame, min_col=column, max_col=column, min_row=first_row, max_row=last_row)

    def add_chart(self, chart: ChartBase, cell: str) -> None:
        """Let a chart float with its upper left corner on `cell`."""
        self._frame.add_chart(chart, cell)

    def add_picture(self, picture: Image, cell: str) -> None:
        """Let a picture float with its upper left corner on `cell`, as large as it says."""
        self._frame.add_image(picture, cell)

    def let_filter(self, header_row: int) -> None:
        """Let every column of the list under `header_row` be filtered, down to the row last written."""
        self._frame.auto_filter.ref = f"A{header_row}:{self._last_column}{self.rows}"


@contextlib.contextmanager
def new_workbook(file: IO[bytes], *, heading: str, at: datetime) -> Iterator[Workbook]:
    """Yield a workbook for sheets to be written to, and save it to `file` when all are complete."""
    workbook = Workbook(write_only=True)
    workbook.calculation.fullCalcOnLoad = False
    properties = workbook.properties
    properties.creator = properties.lastModifiedBy = PROGRAM
    properties.title = clean_text(heading)
    properties.language = "vi-VN"
    properties.created = properties.modified = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    try:
        yield workbook
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            ExcelWriter(workbook, archive).save()
    except SerialisationError as error:
        raise _system_error(error) from error
    finally:
        _drop_temporary_files(workbook)


def check_workbook(path: Path, titles: Sequence[str]) -> None:
    """Raise UnsoundFileError unless the workbook opens, has these sheets, and is whole throughout."""
    try:
        with path.open("rb") as file:
            found = CalamineWorkbook.from_filelike(file).sheet_names
            damaged = ZipFile(file).testzip()
    except (BadZipFile, zlib.error, CalamineError) as error:
        raise UnsoundFileError(str(error)) from error
    if damaged is not None or found != list(titles):
        raise UnsoundFileError(damaged or f"{found} ≠ {list(titles)}")


def _set_up(
    frame: Worksheet,
    headings: Sequence[Heading],
    header_row: int,
    pages_across: int,
    *,
    is_ruled: bool,
) -> None:
    for number, heading in enumerate(headings, start=1):
        dimension = frame.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.hidden = heading.width, heading.is_hidden
    frame.freeze_panes = f"{'A' if pages_across == 1 else 'B'}{header_row + 1}"
    frame.print_title_rows = f"1:{header_row}" if pages_across > 1 else f"{header_row}:{header_row}"
    if pages_across > 1:
        frame.print_title_cols = "A:A"
    frame.sheet_view.showGridLines = not is_ruled
    frame.print_options.gridLines = not is_ruled
    frame.print_options.horizontalCentered = True
    frame.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    frame.page_setup.orientation = "landscape"
    frame.page_setup.paperSize = _A4
    frame.page_setup.fitToWidth = pages_across
    frame.page_setup.fitToHeight = 0
    frame.page_setup.pageOrder = "overThenDown"
    frame.page_margins = PageMargins(left=0.4, right=0.4, top=0.65, bottom=0.7, header=0.3, footer=0.3)


def _head_and_foot(frame: Worksheet, *, heading: str, has_own_title: bool) -> None:
    texts = frame.HeaderFooter
    texts.differentFirst = has_own_title
    for header in (texts.oddHeader,) if has_own_title else (texts.oddHeader, texts.firstHeader):
        if header is not None:
            header.center.font, header.center.size = "Times New Roman,Italic", 10
            header.center.text = f"&A: {heading[:_LONGEST_PAGE_HEADING].replace('&', '&&')}"
    for footer in (texts.oddFooter, texts.firstFooter):
        if footer is not None:
            footer.left.text, footer.right.text = "&A", "Trang &P/&N"
            for part in (footer.left, footer.right):
                part.font, part.size = "Times New Roman,Regular", 10


def _lines(cell: Cell | None, heading: Heading) -> int:
    if cell is None or heading.is_hidden:
        return 1
    text, letters = cell.value, heading.width * heading.density
    if isinstance(text, MarkedText):
        text = str(text)
    if not isinstance(text, str) or len(text) * _CAPITAL <= letters:
        return 1
    return sum(_lines_of(line, letters) for line in text.split("\n"))


def _lines_of(text: str, letters: float) -> int:
    length = len(text) + (_CAPITAL - 1) * sum(map(str.isupper, text))
    return 1 if length <= letters else ceil(length / (letters - _LOST_BY_WRAPPING))


def _system_error(error: SerialisationError) -> OSError:
    """Return what stopped the writing of a sheet: lxml tells it by name alone, "IO_ENOSPC"."""
    code: int = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
    return OSError(code, os.strerror(code))


def _drop_temporary_files(workbook: Workbook) -> None:
    """Remove what openpyxl has written of unsaved sheets; it would keep them until the program ends."""
    for frame in workbook.worksheets:
        with contextlib.suppress(SerialisationError, WorkbookAlreadySaved):
            frame.close()
        with contextlib.suppress(OSError):
            frame._writer.cleanup()  # type: ignore[attr-defined] # nothing else tells of the file
