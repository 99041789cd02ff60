"""A workbook of large sheets in one form: each row is written away as soon as it is complete.

A list longer than a sheet runs on over further sheets, "Số liệu (2)", each with header and filter. So does
one with more links than Excel keeps on a sheet: 65,530 by its specification, and it repairs a file with more
by throwing them away. The other ways were tried in LibreOffice. One link over the cells of several rows leads
from each of them to all of their rows. The function HYPERLINK makes a formula of a cell that was to be a text
or a number, and its target, a text, is not kept up when a sheet is renamed. On a further sheet every link is
as good as on the first.
"""

import contextlib
import errno
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.chart import Reference
from openpyxl.chart._chart import ChartBase
from openpyxl.drawing.image import Image
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from python_calamine import CalamineError, CalamineWorkbook

from desktop.core.workbooks.alterations import AlterationKind, Alterations
from desktop.core.workbooks.cells import clean_text
from desktop.core.workbooks.replacing import UnsoundFileError
from desktop.core.workbooks.sheet_xml import SheetXml
from desktop.core.workbooks.styles import Look, Pen
from desktop.core.workbooks.titles import cell_target, continued_title, sheet_title
from desktop.core.workbooks.watching import SAVED, WRITTEN, Watch

PROGRAM = "Đối Chiếu"

_A4 = 9
_HEADER_HEIGHT = 34
_LINE_HEIGHT = 14.5
_PADDING = 2
_TALLEST = 409
_LONGEST_PAGE_HEADING = 150
_LOST_BY_WRAPPING = 3
_CAPITAL = 1.4
_ROWS_A_STEP = 250
_LARGE_PARTS = ("xl/worksheets/sheet", "xl/media/", "xl/drawings/")


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


@dataclass(frozen=True, slots=True)
class Limits:
    """What a sheet holds at most, in rows and in links."""

    rows: int = 1_048_576
    links: int = 65_530

    def rows_with_links(self, links_a_row: int) -> int:
        """Return how many rows a sheet holds, its header among them, where each row has so many links."""
        return min(self.rows, 1 + self.links // links_a_row) if links_a_row else self.rows


LIMITS = Limits()
"""Those of Excel; smaller ones are for trying out what happens beyond."""


class StreamedWorkbook(Workbook):
    """A workbook whose sheets are written row by row, with what its sheets share.

    `altered` collects what could not be written as given, `watch` is told of every row.
    """

    def __init__(self, limits: Limits, watch: Watch) -> None:
        super().__init__(write_only=True)
        self.limits = limits
        self.watch = watch
        self.altered = Alterations()


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the sheets that a list runs over; `before` is how many rows the ones before hold."""

    frame: Worksheet
    xml: SheetXml
    before: int
    header_row: int

    def row(self, row: int) -> int:
        """Return where a row of the list stands on this sheet, whose own header is not of the list."""
        return row - self.before + (self.header_row if self.before else 0)


class Sheet:
    """A sheet in the form all share, written row by row from the top.

    Its header is frozen and repeated on every printed page, A4 landscape; what is printed over several pages
    side by side repeats its first column. A ruled sheet has borders, another one grid lines. Pages are headed
    by the workbook's heading; of a sheet that bears it in its own first rows the first page is not.

    `rows` counts the rows written, however many sheets they have come to. With `links_a_row`, how many links
    a row has at most, `place_ahead` tells where a row will be before it is written.
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
        links_a_row: int = 0,
    ) -> None:
        if not isinstance(workbook, StreamedWorkbook):
            raise TypeError("sheets are written to what new_workbook yields")
        self._workbook = workbook
        self._headings = headings
        self._letters = [heading.width * heading.density for heading in headings if not heading.is_hidden]
        self._last_column = get_column_letter(len(headings))
        self._header_row = header_row
        self._pages_across = pages_across
        self._is_ruled = is_ruled
        self._has_own_title = has_own_title
        self._most_rows = workbook.limits.rows_with_links(links_a_row)
        self._filter_row: int | None = None
        self.rows = 0
        self.title = sheet_title(title, workbook.sheetnames)
        if self.title != title:
            workbook.altered.note(AlterationKind.SHEET_NAME, self.title, "", title)
        self._parts = [self._begin(self.title, header_row, len(workbook.sheetnames))]
        self.pen = Pen(self._frame, is_ruled=is_ruled)

    @property
    def limits(self) -> Limits:
        """Return what the sheets of this workbook hold at most."""
        return self._workbook.limits

    @property
    def _frame(self) -> Worksheet:
        """Return the sheet that is being written."""
        return self._parts[-1].frame

    def write(self, cells: Sequence[Cell | None], *, height: float | None = None) -> None:
        """Write the next row; without a `height` in points it is as high as its longest text needs."""
        part = self._part_for(sum(cell is not None and cell.hyperlink is not None for cell in cells))
        row = part.row(self.rows + 1)
        self.rows += 1
        height = height or self.height_for(cells)
        part.xml.write_cells(row, cells, height if height > _LINE_HEIGHT + _PADDING else None)
        if self.pen.altered:
            self._note_altered(part, row, cells)
        if self.rows % _ROWS_A_STEP == 0:
            self._workbook.watch.count(_ROWS_A_STEP)

    def height_for(self, cells: Sequence[Cell | None]) -> float:
        """Return how high a row of `cells` is, estimated: not every program measures texts itself."""
        most = 1
        for cell, letters in zip(cells, self._letters, strict=False):
            if cell is not None and cell.data_type == "s":
                text = str(cell.value)
                if len(text) * _CAPITAL > letters:
                    most = max(most, sum(_lines_of(line, letters) for line in text.split("\n")))
        return min(_LINE_HEIGHT * most + _PADDING, _TALLEST)

    def write_line(self, text: str, look: Look, height: float) -> None:
        """Write a row whose one text stands over all columns."""
        self.write([self.pen.text(text, look)], height=height)
        self._merge(1, len(self._letters))

    def write_blocks(self, blocks: Sequence[Block], look: Look, height: float) -> None:
        """Write a row of texts that each stand over several columns, from the left, with no gap."""
        cells: list[Cell | None] = []
        for block in blocks:
            cells += [self.pen.text(block.text, look), *[None] * (block.columns - 1)]
        self.write(cells, height=height)
        first = 1
        for block in blocks:
            if block.columns > 1:
                self._merge(first, first + block.columns - 1)
            first += block.columns

    def write_header(self) -> None:
        """Write the headings."""
        self.write(self._header_cells(), height=_HEADER_HEIGHT)

    def break_pages_at(self, percent: int) -> None:
        """Let pages be printed at a scale, not fitted to the width: only then do breaks count."""
        self._frame.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
        self._frame.page_setup.scale = percent

    def break_page(self) -> None:
        """Begin a new printed page with the next row."""
        self._frame.row_breaks.append(Break(id=self.rows))

    def reference(self, column: int, first_row: int, last_row: int) -> Reference:
        """Return cells of a column (from 1), for a chart; all of them stand on the sheet being written."""
        first, last = map(self._parts[-1].row, (first_row, last_row))
        return Reference(self._frame, min_col=column, max_col=column, min_row=first, max_row=last)

    def add_chart(self, chart: ChartBase, column: str, row: int) -> None:
        """Let a chart float with its upper left corner on a cell of the sheet being written."""
        self._frame.add_chart(chart, f"{column}{self._parts[-1].row(row)}")

    def add_picture(self, picture: Image, column: str) -> None:
        """Let a picture float, as large as it says, with its upper left corner on the row last written."""
        self._frame.add_image(picture, f"{column}{self._parts[-1].row(self.rows)}")

    def cells_in_formula(self, column: str, rows: Sequence[int]) -> str:
        """Return how a formula in the next row names cells of rows already written: "D7:D9,D12".

        Those on an earlier sheet of the list are named with its title.
        """
        self._part_for(0)
        runs: list[list[int]] = []
        for row in sorted(rows):
            is_next = runs and row == runs[-1][-1] + 1 and self._part_of(row) is self._part_of(row - 1)
            if is_next:
                runs[-1].append(row)
            else:
                runs.append([row])
        return ",".join(self._run_in_formula(column, run[0], run[-1]) for run in runs)

    def let_filter(self, header_row: int) -> None:
        """Let every column of the list under `header_row` be filtered, down to the row last written.

        On the sheets that the list ran on to it stands under the first row.
        """
        for part, following in zip(self._parts, [*self._parts[1:], None], strict=True):
            last = part.row(self.rows if following is None else following.before)
            first = part.header_row if part.before else header_row
            part.frame.auto_filter.ref = f"A{first}:{self._last_column}{last}"

    def row_target(self, row: int, column: str = "A") -> str:
        """Return how a link names a cell of the `row`th row written: "'Số liệu (2)'!A5"."""
        part = self._part_of(row)
        return cell_target(part.frame.title, f"{column}{part.row(row)}")

    def _part_of(self, row: int) -> _Part:
        """Return the sheet on which a row of the list stands."""
        return next(part for part in reversed(self._parts) if part.before < row)

    def _part_for(self, links: int) -> _Part:
        """Return the sheet that takes the next row, which has so many links."""
        part = self._parts[-1]
        is_full = part.row(self.rows + 1) > self._most_rows
        return self._run_on() if is_full or part.xml.links + links > self._workbook.limits.links else part

    def _run_in_formula(self, column: str, first: int, last: int) -> str:
        part = self._part_of(first)
        cells = f"{column}{part.row(first)}" + (f":{column}{part.row(last)}" if last > first else "")
        return cells if part is self._parts[-1] else cell_target(part.frame.title, cells)

    def _header_cells(self) -> list[Cell | None]:
        return [self.pen.text(heading.text, Look.HEADER) for heading in self._headings]

    def _begin(self, title: str, header_row: int, at: int) -> _Part:
        frame: Worksheet = self._workbook.create_sheet(title, at)
        _set_up(frame, self._headings, header_row, self._pages_across, is_ruled=self._is_ruled)
        heading = self._workbook.properties.title or ""
        is_titled = self._has_own_title and not self.rows
        _head_and_foot(frame, heading=heading, has_own_title=is_titled)
        xml = SheetXml(frame)
        frame._writer = xml  # type: ignore[attr-defined] # what openpyxl would make itself at the first row
        return _Part(frame, xml, self.rows, header_row)

    def _merge(self, first: int, last: int) -> None:
        """Join the cells of some columns in the row last written."""
        row = self._parts[-1].row(self.rows)
        self._frame.merged_cells.add(f"{get_column_letter(first)}{row}:{get_column_letter(last)}{row}")

    def _run_on(self) -> _Part:
        """Go on with the list on a further sheet."""
        title = continued_title(self.title, len(self._parts) + 1)
        at = self._workbook.index(self._frame) + 1
        part = self._begin(sheet_title(title, self._workbook.sheetnames), 1, at)
        self._parts.append(part)
        part.xml.write_cells(1, self._header_cells(), _HEADER_HEIGHT)
        return part

    def _note_altered(self, part: _Part, row: int, cells: Sequence[Cell | None]) -> None:
        for altered, kind, given in self.pen.altered:
            column = next((at for at, cell in enumerate(cells, start=1) if cell is altered), None)
            place = f"{get_column_letter(column)}{row}" if column else ""
            self._workbook.altered.note(kind, part.frame.title, place, given)
        self.pen.altered.clear()


class _Saver(ExcelWriter):
    """Saves a workbook; its watch is told of every sheet."""

    def write_worksheet(self, ws: Any) -> None:
        """Put a sheet into the archive."""
        workbook: Any = self.workbook
        super().write_worksheet(ws)
        done = workbook.index(ws) + 1
        workbook.watch.tell(WRITTEN + (SAVED - WRITTEN) * done / len(workbook.worksheets))


def place_ahead(title: str, row: int, most_rows: int, column: str = "A") -> str:
    """Return how a link names a cell of a list's `row`th row, its header the first, before it is written.

    `most_rows` is Limits.rows_with_links of the list.
    """
    if row <= most_rows:
        return cell_target(title, f"{column}{row}")
    part, further = divmod(row - most_rows - 1, most_rows - 1)
    return cell_target(continued_title(title, part + 2), f"{column}{further + 2}")


@contextlib.contextmanager
def new_workbook(
    file: IO[bytes],
    *,
    heading: str,
    at: datetime,
    limits: Limits = LIMITS,
    watch: Watch | None = None,
) -> Iterator[StreamedWorkbook]:
    """Yield a workbook for sheets to be written to, and save it to `file` when all are complete.

    Raise WritingCancelledError where `watch` says so, and OSError where there is no room.
    """
    workbook = StreamedWorkbook(limits, watch or Watch())
    workbook.calculation.fullCalcOnLoad = False
    properties = workbook.properties
    properties.creator = properties.lastModifiedBy = PROGRAM
    properties.title = clean_text(heading)
    properties.language = "vi-VN"
    properties.created = properties.modified = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    try:
        yield workbook
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            _Saver(workbook, archive).save()
    except SerialisationError as error:
        raise _system_error(error) from error
    finally:
        _drop_temporary_files(workbook)


def check_workbook(path: Path, titles: Sequence[str]) -> None:
    """Raise UnsoundFileError unless the workbook opens, has these sheets, and is whole throughout."""
    try:
        with ZipFile(path) as archive:
            damaged = archive.testzip()
            found = [] if damaged else CalamineWorkbook.from_filelike(_without_rows(archive)).sheet_names
    except (BadZipFile, zlib.error, CalamineError) as error:
        raise UnsoundFileError(str(error)) from error
    if damaged is not None or found != list(titles):
        raise UnsoundFileError(damaged or f"{found} ≠ {list(titles)}")


def _without_rows(archive: ZipFile) -> BytesIO:
    """Return a workbook without the parts that are large, which the reader would hold in memory twice."""
    small = BytesIO()
    with ZipFile(small, "w") as copy:
        for name in archive.namelist():
            if not name.startswith(_LARGE_PARTS):
                copy.writestr(name, archive.read(name))
    small.seek(0)
    return small


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


def _lines_of(text: str, letters: float) -> int:
    length = len(text) + (_CAPITAL - 1) * sum(map(str.isupper, text))
    return 1 if length <= letters else ceil(length / (letters - _LOST_BY_WRAPPING))


def _system_error(error: SerialisationError) -> OSError:
    """Return what stopped the writing of a sheet: lxml tells it by name alone, "IO_ENOSPC"."""
    code: int = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
    return OSError(code, os.strerror(code))


def _drop_temporary_files(workbook: Workbook) -> None:
    """Remove what was written of sheets that were not saved; it would stay until the program ends."""
    for frame in workbook.worksheets:
        writer = getattr(frame, "_writer", None)
        if writer is not None:
            with contextlib.suppress(OSError, SerialisationError):
                writer.cleanup()
