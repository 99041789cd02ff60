"""How much the sheets of an .xls hold, told from its records before its values are read (BIFF5, BIFF8).

The reader of values keeps every sheet as a full grid, and all sheets at once.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core.readers.workbook_records import records, sheet_starts, stream_of

_DIMENSIONS, _MULTIPLE_RK = 0x0200, 0x00BD
_SINGLE_CELLS = frozenset((0x0203, 0x0204, 0x0205, 0x027E, 0x0006, 0x00D6, 0x00FD))
_RK_BYTES = 6
_OLD_DIMENSIONS_BYTES = 10
_FEW_BYTES = 1_000_000
_FEW_GRID_CELLS = 4_000_000


@dataclass(frozen=True, slots=True)
class SheetSize:
    """How many cells with content a sheet has, and how many its used rectangle has."""

    cells: int = 0
    grid: int = 0


def sheet_sizes(data: bytes) -> list[SheetSize]:
    """Return the sizes of the sheets in order; nothing where they cannot be much, or not be followed."""
    try:
        stream = stream_of(data)
        starts = sheet_starts(stream)
        declared = sum(_declared_grid(stream, at) for at in starts)
        if len(stream) < _FEW_BYTES and declared < _FEW_GRID_CELLS:
            return []
        return [_size(stream, at) for at in starts]
    except (ValueError, LookupError, struct.error):
        return []


def _declared_grid(stream: bytes, at: int) -> int:
    """Return how many cells the sheet says it uses, those counted that are empty and only formatted."""
    body = next((body for kind, body in records(stream, at) if kind == _DIMENSIONS), b"")
    if not body:
        return 0
    form = "<IIHH" if len(body) > _OLD_DIMENSIONS_BYTES else "<HHHH"
    top, bottom, left, right = map(int, struct.unpack_from(form, body))
    return max(0, bottom - top) * max(0, right - left)


def _size(stream: bytes, at: int) -> SheetSize:
    count, top, bottom, left, right = 0, 1 << 16, 0, 1 << 16, 0
    for row, first, cells in _runs(stream, at):
        count += cells
        top, bottom = min(top, row), max(bottom, row)
        left, right = min(left, first), max(right, first + cells - 1)
    return SheetSize(count, (bottom - top + 1) * (right - left + 1)) if count else SheetSize()


def _runs(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Yield the cells that stand in one record: their row, their first column, how many they are."""
    for kind, body in records(stream, at):
        if kind in _SINGLE_CELLS:
            row, column = struct.unpack_from("<HH", body)
            yield row, column, 1
        elif kind == _MULTIPLE_RK:
            row, column = struct.unpack_from("<HH", body)
            yield row, column, (len(body) - _RK_BYTES) // _RK_BYTES
