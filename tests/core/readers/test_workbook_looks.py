"""How sheets look, from workbooks made in the test."""

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill
from openpyxl.styles import Side as Line
from openpyxl.worksheet.worksheet import Worksheet

from desktop.core.readers import workbook_looks
from desktop.core.readers.workbook_looks import sheet_looks
from desktop.core.sheet_looks import Band, CellLook, Height, LookIndex, SheetLook, Side
from desktop.core.sheet_looks import Border as Weight


def _book(fill: Callable[[Worksheet], object]) -> bytes:
    book = openpyxl.Workbook()
    fill(book.worksheets[0])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _look(fill: Callable[[Worksheet], object]) -> SheetLook:
    ((name, look),) = sheet_looks(_book(fill), "bieu.xlsx")
    assert name == "Sheet"
    return look


def _cell(style: Callable[[object], None]) -> CellLook:
    def fill(sheet: Worksheet) -> None:
        sheet["B3"] = 1
        style(sheet["B3"])

    return LookIndex(_look(fill)).at(2, 1)


def test_widths_and_heights_are_those_of_the_sheet() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["C5"] = 1
        sheet.column_dimensions["A"].width = 40
        sheet.row_dimensions[5].height = 33

    look = _look(fill)
    assert Band(0, 0, 40.0) in look.columns
    assert Band(4, 4, 33.0) in look.rows


def test_hidden_rows_and_columns_are_told() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["C5"] = 1
        sheet.column_dimensions["B"].hidden = True
        for row in (2, 3):
            sheet.row_dimensions[row].hidden = True

    look = _look(fill)
    assert [(band.first, band.last) for band in look.columns if band.is_hidden] == [(1, 1)]
    assert [(band.first, band.last) for band in look.rows if band.is_hidden] == [(1, 2)]


def test_sheet_without_gridlines_is_told() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.sheet_view.showGridLines = False

    assert not _look(fill).has_gridlines
    assert _look(lambda sheet: sheet.append([1])).has_gridlines


def test_cell_has_its_number_format() -> None:
    assert _cell(lambda cell: setattr(cell, "number_format", "#,##0.0")).number_format == "#,##0.0"
    assert _cell(lambda cell: setattr(cell, "number_format", "0.00%")).number_format == "0.00%"


def test_cell_has_its_letters() -> None:
    look = _cell(
        lambda cell: setattr(cell, "font", Font(b=True, i=True, u="single", sz=14, color="FF1122AA"))
    )
    assert (look.is_bold, look.is_italic, look.is_underlined) == (True, True, True)
    assert (look.points, look.color) == (14.0, "1122aa")


def test_cell_has_its_place() -> None:
    where = Alignment(horizontal="centerContinuous", vertical="top", wrap_text=True, indent=2)
    look = _cell(lambda cell: setattr(cell, "alignment", where))
    assert (look.side, look.height, look.wraps, look.indent) == (Side.ACROSS, Height.TOP, True, 2)


def test_cell_has_its_edges() -> None:
    edges = Border(left=Line("thin"), bottom=Line("double"))
    look = _cell(lambda cell: setattr(cell, "border", edges))
    assert look.borders == (Weight.THIN, Weight.NONE, Weight.NONE, Weight.DOUBLE)


@pytest.mark.parametrize(
    ("color", "shown"),
    [
        (Color(rgb="FFABCDEF"), "abcdef"),
        (Color(indexed=10), "ff0000"),
        (Color(theme=1), "000000"),
        (Color(theme=0, tint=-0.5), "808080"),
    ],
)
def test_ground_is_a_colour_however_it_is_told(color: Color, shown: str) -> None:
    assert _cell(lambda cell: setattr(cell, "fill", PatternFill("solid", fgColor=color))).fill == shown


def test_cells_that_look_alike_are_one_run() -> None:
    def fill(sheet: Worksheet) -> None:
        for column in range(1, 6):
            sheet.cell(1, column, 1).number_format = "0.0"

    look = _look(fill)
    assert [(run.row, run.column, run.count) for run in look.runs] == [(0, 0, 5)]
    assert LookIndex(look).at(0, 5) == CellLook()


def test_parts_beyond_the_limit_look_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in range(1, 100):
            sheet.cell(row, 1, 1).number_format = "0.0"

    monkeypatch.setattr(workbook_looks, "PARTS_MOST", 50)
    index = LookIndex(_look(fill))
    assert index.at(10, 0).number_format == "0.0"
    assert index.at(90, 0) == CellLook()


def _with(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info.filename, change(content) if info.filename == part else content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'ht="33"', b'ht="-5"'),
        (b'ht="33"', b'ht="nan"'),
        (b'ht="33"', b'ht="1e99"'),
        (b's="1"', b's="99999"'),
    ],
)
def test_sizes_and_styles_that_make_no_sense_are_passed_over(old: bytes, new: bytes) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = 1
        sheet["A1"].number_format = "0.0"
        sheet.row_dimensions[1].height = 33

    data = _with(_book(fill), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(old, new))
    ((_, look),) = sheet_looks(data, "bieu.xlsx")
    assert look.rows in ((), (Band(0, 0, 33.0),))
    assert LookIndex(look).at(0, 0).number_format in ("0.0", "General")


def test_columns_told_twice_count_once() -> None:
    again = b'<cols><col min="1" max="16384" width="9"/><col min="2" max="16384" width="7"/>'

    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = 1
        sheet.column_dimensions["A"].width = 5

    data = _with(_book(fill), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<cols>", again))
    ((_, look),) = sheet_looks(data, "bieu.xlsx")
    assert look.columns == (Band(0, 16383, 9.0),)
