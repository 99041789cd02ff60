"""The bytes of a workbook that came back to its cells; what unpacks too large or spreads too far is refused.

No formula is ever run: what was computed last is read. Runs in the reading process.
"""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import python_calamine as calamine

from desktop.core.documents import Format
from desktop.core.errors import RefusalCode, refuse
from desktop.core.readers import MAX_FILE_BYTES
from desktop.core.readers.archives import Archive
from desktop.core.readers.formats import detect
from desktop.core.readers.workbook import refusing
from desktop.core.readers.workbook_formats import sheet_parts, shows_percent
from desktop.core.readers.workbook_formulas import uncomputed_cells
from desktop.core.readers.workbook_package import Package, TooMuchError, examined
from desktop.core.readers.workbook_record_sizes import sheet_sizes
from desktop.core.readers.workbook_records import (
    UNCOMPUTED_TEXT,
    cells_without_value,
    is_locked,
    number_formats_by_place,
    sheet_names,
)
from desktop.core.readers.workbook_remarks import cell_names, failed_cells
from desktop.core.readers.workbook_squeezing import Squeezed, column_number
from desktop.core.workbooks.reading_back.calc_sheets import calc_sheets, is_calc
from desktop.core.workbooks.reading_back.cell_values import handed_cell
from desktop.core.workbooks.reading_back.file_properties import FileProperties, properties_of
from desktop.core.workbooks.reading_back.handed import (
    FAILURE,
    FORMULA,
    CellKind,
    HandedCell,
    HandedSheet,
    HandedWorkbook,
)
from desktop.core.workbooks.reading_back.lists import is_hidden_heading

CELLS_MOST = 6_000_000
"""More than a workbook of 200,000 figures has."""

_MERGED_MOST = 200_000

_Beat = Callable[[], None]
_Cells = dict[int, dict[int, HandedCell]]
_Places = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Special:
    """The cells of a sheet that the reader of values does not tell from others; rows and columns from 0."""

    percents: _Places = frozenset()
    uncomputed: _Places = frozenset()
    failed: _Places = frozenset()


@dataclass(frozen=True, slots=True)
class _Opened:
    """What is to be read, and the special cells by sheet."""

    package: Package
    special: Mapping[str, _Special] = field(default_factory=dict)


def opened(data: bytes, name: str, on_progress: _Beat) -> HandedWorkbook:
    """Return the workbook in `data`; raise RefusedError where it is none or cannot be read."""
    if len(data) > MAX_FILE_BYTES:
        raise refuse(RefusalCode.FILE_TOO_LARGE, name, limit=f"{MAX_FILE_BYTES >> 20} MB")
    if not data:
        raise refuse(RefusalCode.IS_EMPTY, name)
    with refusing(name, cells_most=CELLS_MOST):
        sheets = tuple(filter(_is_listing, _sheets(data, name, on_progress)))
        about = properties_of(data, name) if data.startswith(b"PK") else FileProperties()
    return HandedWorkbook(name, hashlib.sha256(data).hexdigest(), sheets, about.custom, about.changed_by)


def _sheets(data: bytes, name: str, on_progress: _Beat) -> Iterator[HandedSheet]:
    if is_calc(data, name):
        return calc_sheets(data, name, CELLS_MOST, on_progress)
    match detect(data, name):
        case Format.XLSX:
            return _valued(_excel(data, name, on_progress), on_progress)
        case Format.XLS:
            return _valued(_old_excel(data, name), on_progress)
        case _:
            raise refuse(RefusalCode.NO_WORKBOOK, name)


def _is_listing(sheet: HandedSheet) -> bool:
    """Tell whether the heading of a column of keys stands somewhere on the sheet."""
    return any(is_hidden_heading(cell.text) for row in sheet.rows.values() for cell in row.values())


def _excel(data: bytes, name: str, on_progress: _Beat) -> _Opened:
    special = {}
    with Archive(data, name) as archive:
        package = examined(data, archive, name, on_progress, cells_most=CELLS_MOST)
        for sheet, part in sheet_parts(archive, name).items():
            xml = archive.read(part) if part in archive else b""
            formats = package.formats.get(sheet, {})
            special[sheet] = _Special(
                _positions(cell for cell, code in formats.items() if shows_percent(code)),
                _positions(cell_names(uncomputed_cells(xml))),
                _positions(cell_names(failed_cells(xml))),
            )
    return _Opened(package, special)


def _old_excel(data: bytes, name: str) -> _Opened:
    if is_locked(data):
        raise refuse(RefusalCode.ENCRYPTED, name)
    if sum(size.grid for size in sheet_sizes(data)) > CELLS_MOST:
        raise TooMuchError
    names = sheet_names(data)
    special = {
        sheet: _Special(frozenset(place for place, code in formats.items() if shows_percent(code)))
        for sheet, formats in zip(names, number_formats_by_place(data), strict=False)
    }
    for sheet, missing in zip(names, cells_without_value(data), strict=False):
        uncomputed = frozenset(place for place, text in missing.items() if text == UNCOMPUTED_TEXT)
        known = special.get(sheet, _Special())
        special[sheet] = replace(known, uncomputed=uncomputed, failed=frozenset(missing.keys() - uncomputed))
    return _Opened(Package(data), special)


def _valued(found: _Opened, on_progress: _Beat) -> Iterator[HandedSheet]:
    """Yield the sheets that list figures, their values as the reader of values gives them."""
    with calamine.CalamineWorkbook.from_filelike(io.BytesIO(found.package.data)) as workbook:
        for meta in workbook.sheets_metadata:
            if meta.typ is calamine.SheetTypeEnum.WorkSheet:
                sheet = workbook.get_sheet_by_name(meta.name)
                rows: list[Sequence[object]] = list(sheet.iter_rows())
                if any(map(_has_heading, rows)):
                    cells = dict(_cells(rows, sheet.start or (0, 0), found.package.squeezed.get(meta.name)))
                    _mark(cells, found.special.get(meta.name, _Special()))
                    _spread(cells, sheet.merged_cell_ranges or ())
                    yield HandedSheet(meta.name, cells)
            on_progress()


def _has_heading(row: Sequence[object]) -> bool:
    return any(isinstance(value, str) and is_hidden_heading(value) for value in row)


def _cells(
    rows: Sequence[Sequence[object]], start: tuple[int, int], narrower: Squeezed | None
) -> Iterator[tuple[int, dict[int, HandedCell]]]:
    """Yield the cells of each row that are not empty, by their columns; both from 0."""
    top, left = start
    columns: Sequence[int] = range(left, left + max(map(len, rows), default=0))
    numbers: Sequence[int] = range(len(rows))
    if narrower is not None:
        rows, numbers, columns = rows[top:], narrower.rows[top:], narrower.columns[left:]
    for number, row in zip(numbers, rows, strict=False):
        cells = {
            column: cell
            for column, value in zip(columns, row, strict=False)
            if (cell := handed_cell(value)) is not None
        }
        if cells:
            yield number, cells


def _mark(cells: _Cells, special: _Special) -> None:
    """Make percentages a hundredfold, and let the cells that show no value say so."""
    for row, column in special.percents:
        held = cells.get(row, {}).get(column)
        if held is not None and held.number is not None:
            cells[row][column] = handed_cell(held.number * 100, CellKind.PERCENT) or held
    valueless = (
        (HandedCell(CellKind.UNCOMPUTED, FORMULA), special.uncomputed),
        (HandedCell(CellKind.FAILED, FAILURE), special.failed),
    )
    for cell, places in valueless:
        for row, column in places:
            cells.setdefault(row, {})[column] = cell


def _spread(cells: _Cells, merged: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Let the cells that were merged with the one above say what that says, as they show it."""
    room = _MERGED_MOST
    for (top, left), (bottom, _) in merged:
        cell = cells.get(top, {}).get(left)
        room -= bottom - top
        if cell is not None and room >= 0:
            for row in range(top + 1, bottom + 1):
                cells.setdefault(row, {}).setdefault(left, cell)


def _positions(names: Iterable[str]) -> _Places:
    return frozenset(map(_position, names))


def _position(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    return int(name[len(letters) :]) - 1, column_number(letters) - 1
