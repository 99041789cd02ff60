"""What the program writes of a sheet itself, as openpyxl reads it back."""

from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from desktop.core.workbooks.sheets import Heading, Sheet, StreamedWorkbook, new_workbook
from desktop.core.workbooks.styles import Look

MOMENT = datetime(2021, 4, 5, 7, 24, tzinfo=UTC)


def sheet_of(workbook: StreamedWorkbook, columns: int = 3) -> Sheet:
    return Sheet(workbook, "Một", [Heading("a", 10)] * columns)


def test_cells_of_openpyxl_are_written_as_they_are() -> None:
    file = BytesIO()
    with new_workbook(file, heading="", at=MOMENT) as workbook:
        sheet = sheet_of(workbook, 4)
        frame = workbook["Một"]
        bold = WriteOnlyCell(frame, "đậm")
        bold.font = Font(bold=True)
        noted = WriteOnlyCell(frame, 7)
        noted.comment = Comment("ghi chú", "Hoa")
        runs: Any = CellRichText("tăng ", TextBlock(InlineFont(b=True), "<5,2%> "), " nữa")
        sheet.write([bold, noted, WriteOnlyCell(frame, runs), WriteOnlyCell(frame, True)])
    read = load_workbook(file, rich_text=True)["Một"]
    assert (read["A1"].value, read["A1"].font.b) == ("đậm", True)
    assert (read["B1"].value, read["B1"].comment.text) == (7, "ghi chú")
    assert str(read["C1"].value) == "tăng <5,2%>  nữa"
    assert [getattr(run, "font", None) is not None for run in read["C1"].value] == [False, True, False]
    assert read["D1"].value is True


def test_spaces_at_the_ends_of_a_text_are_kept() -> None:
    file = BytesIO()
    with new_workbook(file, heading="", at=MOMENT) as workbook:
        sheet = sheet_of(workbook)
        sheet.write([sheet.pen.text(text) for text in (" a", "b\n", "\u00a0c")])
    read = load_workbook(file)["Một"]
    assert [cell.value for cell in read[1]] == [" a", "b\n", "\u00a0c"]


@pytest.mark.parametrize("before", ["=1+1 ", "tăng <b>& ", "", "\x00 _x0041_ "])
def test_number_that_stands_out_in_its_text_leaves_it_a_text(before: str) -> None:
    file = BytesIO()
    with new_workbook(file, heading="", at=MOMENT) as workbook:
        sheet = sheet_of(workbook)
        sheet.write([sheet.pen.marked(before, "5,2%", " so với cùng kỳ ")])
        told = workbook.altered.told
    cell = load_workbook(file, rich_text=True)["Một"]["A1"]
    assert cell.data_type == "s"
    held = before.replace("\x00", "\N{REPLACEMENT CHARACTER}")
    assert str(cell.value) == f"{held}5,2% so với cùng kỳ "
    assert [str(run) for run in cell.value if getattr(run, "font", None)] == ["5,2%"]
    assert len(told) == (held != before)


def test_formula_of_ours_has_what_it_comes_to() -> None:
    file = BytesIO()
    with new_workbook(file, heading="", at=MOMENT) as workbook:
        sheet = sheet_of(workbook)
        cells = [sheet.pen.number(Decimal(number)) for number in ("1.5", "2.25")]
        sheet.write([*cells, sheet.pen.formula("=SUM(A1:B1)", Decimal("3.75"))])
    assert load_workbook(file)["Một"]["C1"].value == "=SUM(A1:B1)"
    read = load_workbook(file, data_only=True)["Một"]["C1"]
    assert (read.value, read.number_format) == (3.75, "[$-42A]#,##0.00")


def test_style_that_many_cells_share_is_not_changed_through_one() -> None:
    with new_workbook(BytesIO(), heading="", at=MOMENT) as workbook:
        sheet = sheet_of(workbook)
        cell = sheet.pen.text("a", Look.TEXT)
        assert cell is not None
        with pytest.raises(TypeError, match="shared"):
            cell.font = Font(bold=True)


def test_more_columns_than_letters_are_written() -> None:
    file = BytesIO()
    with new_workbook(file, heading="", at=MOMENT) as workbook:
        sheet = sheet_of(workbook, 300)
        sheet.write([sheet.pen.count(number) for number in range(300)])
    assert [cell.value for cell in load_workbook(file)["Một"][1]] == list(range(300))


def test_sheet_without_rows_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file, new_workbook(file, heading="", at=MOMENT) as workbook:
        sheet_of(workbook)
    assert ZipFile(path).testzip() is None
    assert load_workbook(path)["Một"].max_row == 1
