"""Excel workbooks to documents: every sheet a table, every cell with its name, its text, its exact number.

Values and merges come from python-calamine; no formula is ever run, what was stored last is read.
"""

import datetime
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from decimal import Decimal

import python_calamine as calamine

from desktop.core.documents import Block, BlockKind, Cell, Document, Format, Table
from desktop.core.errors import RefusalCode, refuse
from desktop.core.figures import plain
from desktop.core.lettering.encoding import Encoding
from desktop.core.number_formats import shown_number
from desktop.core.readers.archives import Archive
from desktop.core.readers.workbook_formats import shows_percent
from desktop.core.readers.workbook_indents import indents_by_sheet
from desktop.core.readers.workbook_lettering import SheetLetters, WorkbookLetters
from desktop.core.readers.workbook_package import CELLS_MOST, CHARACTERS_MOST, Package, TooMuchError, examined
from desktop.core.readers.workbook_record_sizes import sheet_sizes
from desktop.core.readers.workbook_records import (
    cells_without_value,
    forget,
    is_locked,
    number_formats_by_place,
    sheet_names,
)
from desktop.core.readers.workbook_squeezing import column_name

_ROWS_A_BEAT = 2_000
_MERGED_CELLS_KEPT = 200_000
_OLD_GRID_CELLS_MOST = 17_000_000
_ALONE = (1, 1)

_Span = tuple[int, int]
_Formats = dict[str, dict[str, str]]


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
    with refusing(name), ExitStack() as opened:
        opened.callback(forget)
        archive = opened.enter_context(Archive(data, name)) if fmt is Format.XLSX else None
        package = Package(data) if archive is None else examined(data, archive, name, on_progress)
        if fmt is Format.XLS and is_locked(data):
            raise refuse(RefusalCode.ENCRYPTED, name)
        if fmt is Format.XLS:
            _check_sizes(data, name)
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(package.data)) as workbook:
            if not workbook.sheets_metadata:
                raise refuse(RefusalCode.DAMAGED, name)
            if fmt is Format.XLS:
                missing = dict(zip(workbook.sheet_names, cells_without_value(data), strict=False))
                package = Package(data, _old_formats(data, workbook), missing=missing)
            letters = WorkbookLetters(data, archive, name, workbook.sheet_names, chosen)
            indents = indents_by_sheet(data, archive, name, workbook.sheet_names)
            return _document(workbook, fmt, package, letters, indents, on_progress)


@contextmanager
def refusing(name: str, cells_most: int = CELLS_MOST) -> Iterator[None]:
    """Turn what goes wrong while a workbook is read into a refusal of the file `name`."""
    try:
        yield
    except calamine.PasswordError as error:
        raise refuse(RefusalCode.ENCRYPTED, name) from error
    except TooMuchError as error:
        cells, characters = (f"{most:,}".replace(",", ".") for most in (cells_most, CHARACTERS_MOST))
        raise refuse(RefusalCode.TOO_MUCH_CONTENT, name, cells=cells, characters=characters) from error
    except (calamine.CalamineError, OSError, ValueError, KeyError) as error:
        raise refuse(RefusalCode.DAMAGED, name, error=str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise refuse(RefusalCode.DAMAGED, name) from None


def _check_sizes(data: bytes, name: str) -> None:
    """Raise TooMuchError or RefusedError for an .xls whose sheets would fill the memory."""
    sizes = sheet_sizes(data)
    if sum(size.cells for size in sizes) > CELLS_MOST:
        raise TooMuchError
    if sum(size.grid for size in sizes) > _OLD_GRID_CELLS_MOST:
        widest = max(range(len(sizes)), key=lambda sheet: sizes[sheet].grid)
        limit = f"{_OLD_GRID_CELLS_MOST:,}".replace(",", ".")
        raise refuse(RefusalCode.SHEET_TOO_LARGE, name, place=sheet_names(data)[widest], limit=limit)


def _old_formats(data: bytes, workbook: calamine.CalamineWorkbook) -> _Formats:
    """Return the number formats of an .xls by sheet and cell."""
    return {
        sheet: {f"{column_name(column)}{row + 1}": code for (row, column), code in formats.items()}
        for sheet, formats in zip(workbook.sheet_names, number_formats_by_place(data), strict=False)
    }


def _document(
    workbook: calamine.CalamineWorkbook,
    fmt: Format,
    package: Package,
    letters: WorkbookLetters,
    indents: Mapping[str, Mapping[_Span, int]],
    on_progress: Callable[[], None],
) -> Document:
    pieces: list[str] = []
    blocks: list[Block] = []
    tables: list[Table] = []
    at = 0
    room = CELLS_MOST
    for meta in workbook.sheets_metadata:
        if meta.typ is not calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(meta.name)
        title = ("\n" if pieces else "") + meta.name + "\n"
        pieces.append(title)
        end = at + len(title)
        blocks.append(Block(BlockKind.HEADING, end - 1 - len(meta.name), end - 1, level=1))
        values = _Sheet(sheet, meta.name, package, indents.get(meta.name, {}))
        shown = letters.of_sheet(meta.name, values.rows())
        cells, text = _cells(values, shown, end, room, on_progress)
        room -= len(cells)
        if cells:
            is_hidden = meta.visible is not calamine.SheetVisibleEnum.Visible
            blocks.append(Block(BlockKind.TABLE, end, end + len(text)))
            tables.append(Table(end, end + len(text), cells, sheet=meta.name, is_hidden=is_hidden))
            pieces.append(text + "\n")
            end += len(text) + 1
        at = end
        on_progress()
    return Document(fmt, "".join(pieces), tuple(blocks), tuple(tables), lettering=letters.lettering())


class _Sheet:
    """A sheet's values where they stand, how its numbers are shown, and how far its texts are indented."""

    def __init__(
        self, sheet: calamine.CalamineSheet, name: str, package: Package, indents: Mapping[_Span, int]
    ) -> None:
        self.indents = indents
        self.formats = package.formats.get(name, {})
        self.missing = package.missing.get(name, {})
        self.spans, self.covered = _merges(sheet.merged_cell_ranges or ())
        self._squeezed = package.squeezed.get(name)
        self._top, self._left = sheet.start or (0, 0)
        self._rows: list[Sequence[object]] = list(sheet.iter_rows())

    def rows(self) -> Iterator[tuple[int, Iterable[tuple[int, object]]]]:
        """Yield each row's number, and its values by their columns; numbers are from 0."""
        if self._squeezed is None:
            for number, values in enumerate(self._rows):
                yield number, enumerate(values, self._left)
        else:
            columns, numbers = self._squeezed.columns[self._left :], self._squeezed.rows[self._top :]
            for number, values in zip(numbers, self._rows[self._top :], strict=False):
                yield number, zip(columns, values, strict=False)


def _cells(
    sheet: _Sheet, letters: SheetLetters, at: int, room: int, on_progress: Callable[[], None]
) -> tuple[tuple[Cell, ...], str]:
    """Return the sheet's cells, at most `room`, and its text, which begins at offset `at`."""
    spans, covered, formats, indents = sheet.spans, sheet.covered, sheet.formats, sheet.indents
    missing = sheet.missing
    cells: list[Cell] = []
    lines: list[str] = []
    for row, values in sheet.rows():
        pieces: list[str] = []
        row_name = str(row + 1)
        for column, value in values:
            if missing and (row, column) in missing:
                value = missing[row, column]
            if value == "" or value is None or (covered and (row, column) in covered):
                continue
            name = column_name(column) + row_name
            text, number, shown = _content(value, formats.get(name, ""))
            if isinstance(value, str):
                text = letters.decode(row, column, value)
                text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
            if not text or text.isspace():
                continue
            at += bool(pieces)
            rows, columns = spans.get((row, column), _ALONE) if spans else _ALONE
            end = at + len(text)
            indent = indents.get((row, column), 0) if indents else 0
            cells.append(Cell(row, column, at, end, rows, columns, name, number, indent, shown))
            pieces.append(text)
            at = end
        if pieces:
            lines.append("\t".join(pieces))
            at += 1
            if len(cells) > room or at > CHARACTERS_MOST:
                raise TooMuchError
        if row % _ROWS_A_BEAT == 0:
            on_progress()
    return tuple(cells), "\n".join(lines)


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


def _content(value: object, code: str) -> tuple[str, Decimal | None, str]:
    """Return a cell's text, its number, and what it shows of that by the format `code`.

    A percentage has no number of its own: it is read from the text.
    """
    if not isinstance(value, float):
        return (*_rendered(value), "")
    text, number = _number(value)
    if number is None:
        return text, None, ""
    if code and shows_percent(code):
        return plain(number * 100).replace(".", ",") + "%", None, shown_number(number, code)
    return text, number, shown_number(number, code)


def _rendered(value: object) -> tuple[str, Decimal | None]:
    """Return a cell's text and, where it holds one, its number."""
    if isinstance(value, str):
        return value, None
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), None
    if isinstance(value, int):
        return str(value), Decimal(value)
    return _moment(value), None


def _number(value: float) -> tuple[str, Decimal | None]:
    text = repr(value)
    if text.endswith(".0") and text != "-0.0":
        text = text[:-2]
        return text, Decimal(text)
    if not text[-1].isdigit():
        return "", None
    if "e" in text or text == "-0.0":
        text = plain(Decimal(text))
    return text.replace(".", ","), Decimal(text)


def _moment(value: object) -> str:
    """Return the text of a date, a time or a duration."""
    if isinstance(value, datetime.datetime):
        clock = f"{value:%d/%m/%Y %H:%M}"
        return clock if value.time() != datetime.time() else clock[:10]
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    if isinstance(value, datetime.timedelta):
        hours, rest = divmod(round(value.total_seconds()), 3600)
        return f"{hours}:{rest // 60:02}"
    return str(value)
