"""The look of a sheet as compact bytes, and back: JSON, never pickle."""

import json
from collections.abc import Sequence
from typing import Any

from desktop.core.sheet_looks import Band, Border, CellLook, Height, LookRun, SheetLook, Side


def packed_look(look: SheetLook) -> bytes:
    """Return bytes that `unpacked_look` makes the look of again."""
    sizes = [look.column_width, look.row_height, look.base_points, int(look.has_gridlines)]
    bands = [[_band_row(band) for band in bands] for bands in (look.columns, look.rows)]
    runs = [[run.row, run.column, run.count, run.look] for run in look.runs]
    return json.dumps([sizes, *bands, [_look_row(each) for each in look.looks], runs]).encode()


def unpacked_look(packed: bytes) -> SheetLook:
    """Return the look that was packed; raise ValueError, LookupError or TypeError for anything else."""
    (width, height, points, has_gridlines), columns, rows, looks, runs = json.loads(packed)
    return SheetLook(
        tuple(map(_band, columns)),
        tuple(map(_band, rows)),
        float(width),
        float(height),
        float(points),
        bool(has_gridlines),
        tuple(map(_look, looks)),
        tuple(LookRun(*map(int, run)) for run in runs),
    )


def _look_row(look: CellLook) -> list[Any]:
    flags = [int(flag) for flag in (look.wraps, look.is_bold, look.is_italic, look.is_underlined)]
    place = [look.side.value, look.height.value, look.indent]
    return [look.number_format, place, flags, look.points, look.color, look.fill, list(look.borders)]


def _look(row: Sequence[Any]) -> CellLook:
    number_format, (side, height, indent), flags, points, color, fill, borders = row
    wraps, is_bold, is_italic, is_underlined = map(bool, flags)
    left, top, right, bottom = map(Border, borders)
    return CellLook(
        str(number_format),
        Side(side),
        Height(height),
        int(indent),
        wraps,
        is_bold,
        is_italic,
        is_underlined,
        float(points),
        str(color),
        str(fill),
        (left, top, right, bottom),
    )


def _band_row(band: Band) -> list[Any]:
    return [band.first, band.last, band.size, int(band.is_hidden)]


def _band(row: Sequence[Any]) -> Band:
    first, last, size, is_hidden = row
    return Band(int(first), int(last), None if size is None else float(size), bool(is_hidden))
