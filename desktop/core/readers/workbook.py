"""Excel workbooks to documents: every sheet a table, every cell with its name, its text, its exact number.

Values and merges come from python-calamine; no formula is ever run, what was stored last is read.
"""

import datetime
import io
import math
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import cache

import python_calamine as calamine

from desktop.core.documents import Block, BlockKind, Cell, Document, Format, Table
from desktop.core.errors import RefusalCode, refuse
from desktop.core.figures import plain
from desktop.core.lettering.encoding import Encoding
from desktop.core.readers.archives import Archive
from desktop.core.readers.workbook_formats import percent_cells
from desktop.core.readers.workbook_lettering import SheetLetters, WorkbookLetters
from desktop.core.readers.workbook_records import percent_places

_ROWS_A_BEAT = 2_000
_MERGED_CELLS_KEPT = 200_000
_GRID_CELLS_LIMIT = 16_000_000
_COLUMNS_MOST = 16_384
_ROW_NUMBER = re.compile(rb"""<row\b[^>]*?\br=["']([0-9]+)""")
_FAR_COLUMN = re.compile(rb"""\br=["']([A-Z]{2,3})[0-9]""")

_Span = tuple[int, int]
_Percents = dict[str, frozenset[str]]


def read_workbook(
    data: bytes,
    name: str,
    fmt: Format,
    on_progress: Callable[[], None],
    chosen: Encoding | None = None,
) -> Document:
    """Return the sheets, hidden ones too, as one document; raise RefusedError if they cannot be read.

    Each sheet is its name on a line of its own, then its rows: the cells that are not empty, a tab between
    them.
    """
    with _refusing(name):
        percents = _examine(data, name, on_progress) if fmt is Format.XLSX else {}
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            if fmt is Format.XLS:
                percents = _old_percents(data, workbook)
            letters = WorkbookLetters(data, name, fmt, workbook.sheet_names, chosen)
            return _document(workbook, fmt, percents, letters, on_progress)


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    try:
        yield
    except calamine.PasswordError as error:
        raise refuse(RefusalCode.ENCRYPTED, name) from error
    except (calamine.CalamineError, OSError, ValueError, KeyError) as error:
        raise refuse(RefusalCode.DAMAGED, name, error=str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise refuse(RefusalCode.DAMAGED, name) from None


def _examine(data: bytes, name: str, on_progress: Callable[[], None]) -> _Percents:
    """Return the cells shown as percentages; refuse what unpacks too large, a DTD, or a vast sheet.

    A sheet's used rectangle is held as a full grid, however few its cells.
    """
    with Archive(data, name) as archive:
        for part, xml in archive.xml_parts():
            if part.startswith("xl/worksheets/") and _grid_cells(xml) > _GRID_CELLS_LIMIT:
                raise refuse(RefusalCode.UNPACKS_TOO_LARGE, name, limit=f"{_GRID_CELLS_LIMIT:,}")
            on_progress()
        return percent_cells(archive, name)


def _old_percents(data: bytes, workbook: calamine.CalamineWorkbook) -> _Percents:
    """Return the cells of an .xls that are shown as percentages."""
    return {
        sheet: frozenset(f"{_column_name(column)}{row + 1}" for row, column in cells)
        for sheet, cells in zip(workbook.sheet_names, percent_places(data), strict=False)
    }


def _grid_cells(xml: bytes) -> int:
    """Return how many cells the used rectangle of a sheet may have; not counted closely where it is small.

    Rows behind the last value, which offices format to the end of the sheet, are not used.
    """
    last_value = max(xml.rfind(b"<v"), xml.rfind(b"<is"))
    last_row = _ROW_NUMBER.match(xml, max(0, xml.rfind(b"<row", 0, max(0, last_value))))
    rows = int(last_row[1]) if last_row else 0
    return rows * _width(xml) if rows * _COLUMNS_MOST > _GRID_CELLS_LIMIT else rows


def _width(xml: bytes) -> int:
    letters = {match[1] for match in _FAR_COLUMN.finditer(xml)}
    return max((_column_number(far.decode()) for far in letters), default=26)


def _document(
    workbook: calamine.CalamineWorkbook,
    fmt: Format,
    percents: _Percents,
    letters: WorkbookLetters,
    on_progress: Callable[[], None],
) -> Document:
    pieces: list[str] = []
    blocks: list[Block] = []
    tables: list[Table] = []
    at = 0
    for meta in workbook.sheets_metadata:
        if meta.typ is not calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(meta.name)
        title = ("\n" if pieces else "") + meta.name + "\n"
        pieces.append(title)
        end = at + len(title)
        blocks.append(Block(BlockKind.HEADING, end - 1 - len(meta.name), end - 1, level=1))
        shown = letters.of_sheet(meta.name, _rows(sheet))
        cells, text = _cells(sheet, percents.get(meta.name, frozenset()), shown, end, on_progress)
        if cells:
            is_hidden = meta.visible is not calamine.SheetVisibleEnum.Visible
            blocks.append(Block(BlockKind.TABLE, end, end + len(text)))
            tables.append(Table(end, end + len(text), cells, sheet=meta.name, is_hidden=is_hidden))
            pieces.append(text + "\n")
            end += len(text) + 1
        at = end
        on_progress()
    return Document(fmt, "".join(pieces), tuple(blocks), tuple(tables), lettering=letters.lettering())


def _cells(
    sheet: calamine.CalamineSheet,
    percents: frozenset[str],
    letters: SheetLetters,
    at: int,
    on_progress: Callable[[], None],
) -> tuple[tuple[Cell, ...], str]:
    """Return the sheet's cells and its text, which begins at offset `at`."""
    spans, covered = _merges(sheet.merged_cell_ranges or ())
    cells: list[Cell] = []
    lines: list[str] = []
    for row, values in _rows(sheet):
        pieces: list[str] = []
        for column, value in enumerate(values):
            if value == "" or value is None or (row, column) in covered:
                continue
            name = f"{_column_name(column)}{row + 1}"
            text, number = _percentage(value) if name in percents else _rendered(value)
            if isinstance(value, str):
                text = letters.decode(row, column, value)
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            if not text or text.isspace():
                continue
            at += bool(pieces)
            rows, columns = spans.get((row, column), (1, 1))
            cells.append(Cell(row, column, at, at + len(text), rows, columns, name, number))
            pieces.append(text)
            at += len(text)
        if pieces:
            lines.append("\t".join(pieces))
            at += 1
        if row % _ROWS_A_BEAT == 0:
            on_progress()
    return tuple(cells), "\n".join(lines)


def _rows(sheet: calamine.CalamineSheet) -> Iterator[tuple[int, list[object]]]:
    """Yield the rows by their number on the sheet, each from column A."""
    top, left = sheet.start or (0, 0)
    margin: list[object] = [""] * left
    for row, values in enumerate(sheet.iter_rows()):
        if row >= top:
            yield row, [*margin, *values]


def _merges(
    ranges: Iterable[tuple[_Span, _Span]],
) -> tuple[dict[_Span, _Span], set[_Span]]:
    """Return the spans of merged cells by their first cell, and the cells that a merge hides."""
    spans: dict[_Span, _Span] = {}
    covered: set[_Span] = set()
    for (top, left), (bottom, right) in ranges:
        rows, columns = bottom - top + 1, right - left + 1
        spans[top, left] = rows, columns
        if rows * columns + len(covered) <= _MERGED_CELLS_KEPT:
            covered.update((r, c) for r in range(top, bottom + 1) for c in range(left, right + 1))
            covered.discard((top, left))
    return spans, covered


def _percentage(value: object) -> tuple[str, Decimal | None]:
    """Return the text of a cell that shows its number as a percentage; the number is then read from it."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return str(value), None
    return plain(Decimal(repr(value)) * 100).replace(".", ",") + "%", None


def _rendered(value: object) -> tuple[str, Decimal | None]:
    """Return a cell's text and, where it holds one, its number."""
    if isinstance(value, str):
        return value, None
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), None
    if isinstance(value, int | float):
        if not math.isfinite(value):
            return "", None
        text = repr(value).removesuffix(".0")
        if "e" in text or text == "-0":
            text = plain(Decimal(text))
        return text.replace(".", ","), Decimal(text)
    if isinstance(value, datetime.datetime):
        clock = f"{value:%d/%m/%Y %H:%M}"
        return (clock if value.time() != datetime.time() else clock[:10]), None
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}", None
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}", None
    if isinstance(value, datetime.timedelta):
        hours, rest = divmod(round(value.total_seconds()), 3600)
        return f"{hours}:{rest // 60:02}", None
    return str(value), None


@cache
def _column_name(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def _column_number(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
