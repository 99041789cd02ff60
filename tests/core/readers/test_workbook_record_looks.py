"""How sheets of old workbooks look, from records put together by hand."""

import struct

import pytest

from desktop.core.readers.workbook_record_looks import record_looks
from desktop.core.sheet_looks import Band, Border, CellLook, Height, LookIndex, SheetLook, Side
from tests.core.readers.test_workbook_records import _BOF, _EOF, compound_file, written

_THIN, _DOUBLE = 1, 6
_RED = 10


def _font(points: int, *, weight: int = 400, italic: bool = False, color: int = 0x7FFF) -> tuple[int, bytes]:
    return 0x0031, struct.pack("<HHHHHB", points * 20, 2 * italic, color, weight, 0, 0).ljust(16, b"\0")


def _style(
    font: int, number_format: int, *, place: int = 0x20, edges: int = 0, fill: int = 0
) -> tuple[int, bytes]:
    solid = 1 << 26 if fill else 0
    return 0x00E0, struct.pack("<HHHBBBBIIH", font, number_format, 0, place, 0, 2, 0, edges, solid, fill)


def _workbook(*sheet: tuple[int, bytes]) -> bytes:
    """Return a workbook whose style 1 has "0.0", bold red letters of 14 points and a fill."""

    def head(at: int) -> bytes:
        name = (0x0085, struct.pack("<IHBB", at, 0, 2, 1) + "Lú".encode("utf-16-le"))
        number_format = (0x041E, struct.pack("<HHB", 164, 3, 0) + b"0.0")
        fonts = _font(12), _font(14, weight=700, italic=True, color=_RED)
        edges = _THIN | _DOUBLE << 12
        styled = _style(1, 164, place=0x02 | 0x08 | 0x10, edges=edges, fill=_RED)
        return written(_BOF, *fonts, number_format, _style(0, 0), styled, name, _EOF)

    return compound_file(head(len(head(0))) + written(_BOF, *sheet, _EOF))


def _look(*sheet: tuple[int, bytes]) -> SheetLook:
    ((name, look),) = record_looks(_workbook(*sheet))
    assert name == "Lú"
    return look


def test_cell_has_the_look_of_its_style() -> None:
    look = _look((0x0203, struct.pack("<HHHd", 3, 5, 1, 0.5)))
    assert look.base_points == 12.0
    assert LookIndex(look).at(3, 5) == CellLook(
        number_format="0.0",
        side=Side.CENTER,
        height=Height.MIDDLE,
        indent=2,
        wraps=True,
        is_bold=True,
        is_italic=True,
        points=14.0,
        color="ff0000",
        fill="ff0000",
        borders=(Border.THIN, Border.NONE, Border.NONE, Border.DOUBLE),
    )


def test_empty_cells_of_one_record_have_looks_too() -> None:
    index = LookIndex(_look((0x00BE, struct.pack("<HHHHHH", 2, 1, 1, 0, 1, 3))))
    assert [index.at(2, column).number_format for column in (1, 2, 3)] == ["0.0", "General", "0.0"]


def test_widths_heights_and_what_is_hidden_are_told() -> None:
    column = 0x007D, struct.pack("<HHHHHH", 1, 2, 20 * 256, 0, 0, 0)
    hidden = 0x007D, struct.pack("<HHHHHH", 4, 4, 8 * 256, 0, 1, 0)
    row = 0x0208, struct.pack("<HHHHHHHH", 6, 0, 5, 30 * 20, 0, 0, 0x0020, 0)
    usual = 0x0225, struct.pack("<HH", 0, 18 * 20)
    window = 0x023E, struct.pack("<H", 0).ljust(18, b"\0")
    look = _look(column, hidden, row, usual, window)
    assert look.columns == (Band(1, 2, 20.0), Band(4, 4, 8.0, is_hidden=True))
    assert look.rows == (Band(6, 6, 30.0, is_hidden=True),)
    assert (look.row_height, look.has_gridlines) == (18.0, False)


@pytest.mark.parametrize("size", [0, 100, 600, 1500])
def test_cut_file_has_no_looks_or_plain_ones(size: int) -> None:
    found = list(record_looks(_workbook((0x0203, struct.pack("<HHHd", 3, 5, 1, 0.5)))[:size]))
    assert all(look.runs == () for _, look in found)


def test_file_without_a_workbook_has_no_looks() -> None:
    assert list(record_looks(compound_file(b"", "WordDocument"))) == []
