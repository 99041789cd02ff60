"""Workbooks made in the test, read back as documents."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from desktop.core.documents import BlockKind, Document, Format
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.readers.workbook import read_workbook


def _book(*fills: Callable[[Worksheet], object]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, fill in enumerate(fills, 1):
        fill(book.create_sheet(f"{number}. Biểu"))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _filled(rows: Sequence[Sequence[object]]) -> Callable[[Worksheet], object]:
    def fill(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(list(row))

    return fill


def _read(data: bytes) -> Document:
    return read_workbook(data, "bieu.xlsx", Format.XLSX, lambda: None)


def _refusal(data: bytes, fmt: Format = Format.XLSX) -> RefusalCode:
    with pytest.raises(RefusedError) as caught:
        read_workbook(data, "bieu", fmt, lambda: None)
    return caught.value.refusal.code


def test_text_is_sheets_rows_and_cells_in_order() -> None:
    document = _read(_book(_filled([["Lúa", 12.5], [None, 3]]), _filled([["Ngô"]])))
    assert document.text == "1. Biểu\nLúa\t12,5\n3\n\n2. Biểu\nNgô\n"
    assert [(block.kind, document.slice(block)) for block in document.blocks] == [
        (BlockKind.HEADING, "1. Biểu"),
        (BlockKind.TABLE, "Lúa\t12,5\n3"),
        (BlockKind.HEADING, "2. Biểu"),
        (BlockKind.TABLE, "Ngô"),
    ]


def test_cells_have_names_numbers_and_places() -> None:
    document = _read(_book(_filled([["Lúa", 12.5], [None, 3]])))
    cells = document.tables[0].cells
    assert [(cell.name, document.slice(cell), cell.number) for cell in cells] == [
        ("A1", "Lúa", None),
        ("B1", "12,5", Decimal("12.5")),
        ("B2", "3", Decimal(3)),
    ]


def test_merged_cells_give_the_first_with_its_spans() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B1"] = "Năm 2020"
        sheet.merge_cells("B1:C2")
        sheet["B3"] = 1

    first, second = _read(_book(fill)).tables[0].cells
    assert (first.name, first.row_span, first.column_span) == ("B1", 2, 2)
    assert (second.row_span, second.column_span) == (1, 1)


def test_hidden_sheets_are_read_and_marked() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet["A1"] = 5
        sheet.sheet_state = "hidden"

    document = _read(_book(_filled([["a"]]), hide))
    assert [table.is_hidden for table in document.tables] == [False, True]


def test_dates_are_text() -> None:
    document = _read(_book(_filled([[datetime.date(2021, 4, 5)]])))
    assert document.slice(document.tables[0].cells[0]) == "05/04/2021"
    assert document.tables[0].cells[0].number is None


def test_percentages_are_rendered_as_they_are_shown() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = 1.053
        sheet["A1"].number_format = "0.0%"
        sheet["B1"] = 1.053
        sheet["B1"].number_format = '0.0"%"'

    document = _read(_book(fill))
    assert [document.slice(cell) for cell in document.tables[0].cells] == ["105,3%", "1,053"]


def test_cells_far_down_keep_their_names() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["AB1200"] = "xa"

    assert [cell.name for cell in _read(_book(fill)).tables[0].cells] == ["AB1200"]


def test_progress_is_told() -> None:
    beats: list[None] = []
    read_workbook(_book(_filled([["a"]])), "a.xlsx", Format.XLSX, lambda: beats.append(None))
    assert beats


def test_stray_cell_in_the_last_row_and_column_is_read_in_its_place() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = 1
        sheet["XFD1048576"] = 2

    assert [cell.name for table in _read(_book(fill)).tables for cell in table.cells] == ["A1", "XFD1048576"]


def test_damaged_workbooks_are_refused() -> None:
    data = _book(_filled([["a", 1]]))
    assert _refusal(data[: len(data) // 2]) is RefusalCode.DAMAGED
    assert _refusal(b"no workbook at all", Format.XLS) is RefusalCode.DAMAGED


def test_dtd_in_a_part_is_refused() -> None:
    assert _refusal(_with_part(_book(_filled([["a"]])), "xl/styles.xml")) is RefusalCode.HAS_DTD


def _with_part(data: bytes, part: str) -> bytes:
    """Return the workbook with a document type declared in one of its parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                content = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + content
            new.writestr(name, content)
    return file.getvalue()


_NUMBERS = st.one_of(
    st.integers(-(10**15), 10**15),
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15).map(
        lambda number: float(f"{number:.12g}")
    ),
)
_TEXTS = st.text(alphabet="aăâđêôơư ÀÁbc.,0123456789%\n\"'()", min_size=1, max_size=12).filter(
    lambda text: bool(text.strip()) and not text.startswith("=")
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.one_of(_NUMBERS, _TEXTS), min_size=1, max_size=4), min_size=1, max_size=5))
def test_every_cells_span_holds_its_rendering(rows: list[list[int | float | str]]) -> None:
    def fill(sheet: Worksheet) -> None:
        for row, values in enumerate(rows, 1):
            for column, value in enumerate(values, 1):
                sheet.cell(row, column, value)

    document = _read(_book(fill))
    written = [value for row in rows for value in row]
    cells = document.tables[0].cells
    assert len(cells) == len(written)
    for cell, value in zip(cells, written, strict=True):
        said = document.slice(cell)
        if isinstance(value, str):
            assert said == value
        else:
            assert cell.number is not None
            assert cell.number == Decimal(repr(float(value)))
            assert said == format(cell.number, "f").replace(".", ",")


def _edited(data: bytes, part: str, pattern: bytes, replacement: bytes) -> bytes:
    """Return the workbook with `pattern` replaced in one of its parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, re.sub(pattern, replacement, content) if name == part else content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        (rb'<c r="(\w+)" s="(\d+)"', rb'<c s="\2" r="\1"'),
        (rb"""<c r="(\w+)" s="(\d+)\"""", rb"<c r='\1' s='\2'"),
    ],
)
def test_percentages_are_seen_however_the_cell_is_written(pattern: bytes, replacement: bytes) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"] = 0.123, 0.5
        sheet["A1"].number_format = "0.0%"

    data = _edited(_book(fill), "xl/worksheets/sheet1.xml", pattern, replacement)
    assert _read(data).text == "1. Biểu\n12,3%\t0,5\n"


def test_duration_is_hours_and_minutes() -> None:
    document = _read(_book(_filled([[datetime.timedelta(hours=30, minutes=5)]])))
    assert document.text == "1. Biểu\n30:05\n"


def test_formatted_rows_behind_the_last_value_do_not_count() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = 5
        sheet.row_dimensions[1_048_576].height = 30
        for column in range(1, 30):
            sheet.cell(1_048_576, column).number_format = "0.0"

    assert _read(_book(fill)).text == "1. Biểu\n5\n"


def test_vast_sheet_is_refused_with_its_limit() -> None:
    def fill(sheet: Worksheet) -> None:
        for place in range(1, 4_100):
            sheet.cell(place, place, 5)

    with pytest.raises(RefusedError) as caught:
        _read(_book(fill))
    assert caught.value.refusal.code is RefusalCode.SHEET_TOO_LARGE
    assert caught.value.refusal.details["limit"] == "16.000.000"
    assert caught.value.refusal.details["place"] == "1. Biểu"
