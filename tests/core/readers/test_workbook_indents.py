"""How far the texts of cells are indented, in new workbooks and in old ones."""

import io
import struct
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.styles import Alignment

from desktop.core.documents import Document, Format
from desktop.core.extraction.extracting import extract
from desktop.core.readers.workbook import read_workbook
from desktop.core.readers.workbook_indents import indents_by_sheet
from tests.core.readers.test_workbook_records import _BOF, _EOF, compound_file, written

_LEFT, _CENTRED, _RIGHT = 1, 2, 3


def _book(style: Callable[[int], Alignment | None]) -> Document:
    """Return a sheet with two towns and two sectors below each; `style` tells how the sectors are aligned."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Sản lượng theo loại hình kinh tế năm 2031"])
    sheet.append([None, "Đơn vị", "Năm 2030", "Năm 2031"])
    for town in ("Phố Mới", "Bến Cũ"):
        sheet.append([town, "Tấn", 120, 130])
        for sector in ("Hợp tác xã", "Hộ cá thể"):
            sheet.append([sector, "Tấn", 55, 60])
            if (alignment := style(sheet.max_row)) is not None:
                sheet.cell(sheet.max_row, 1).alignment = alignment
    file = io.BytesIO()
    book.save(file)
    return read_workbook(file.getvalue(), "bieu.xlsx", Format.XLSX, lambda: None)


def _indents(document: Document) -> dict[str, int]:
    return {cell.name: cell.indent for cell in document.tables[0].cells if cell.indent}


def test_indent_of_a_style_is_counted_in_spaces() -> None:
    document = _book(lambda row: Alignment(horizontal="left", indent=2))
    assert _indents(document) == {"A4": 6, "A5": 6, "A7": 6, "A8": 6}


@pytest.mark.parametrize("side", ["center", "right"])
def test_indent_from_another_side_is_none(side: str) -> None:
    assert _indents(_book(lambda row: Alignment(horizontal=side, indent=2))) == {}


def test_numbers_are_not_indented() -> None:
    document = _book(lambda row: None)
    assert _indents(document) == {}


def test_indented_rows_are_named_with_what_they_are_of() -> None:
    document = _book(lambda row: Alignment(horizontal="left", indent=1))
    indicator_by_cell = {figure.place.cell: figure.reading.indicator for figure in extract(document).figures}
    assert indicator_by_cell["C4"] == "Phố Mới – Hợp tác xã"
    assert indicator_by_cell["D8"] == "Bến Cũ – Hộ cá thể"


def _old_book(place: int, *, steps: int = 2, version: int = 0x0600) -> bytes:
    """Return an .xls with a text in B4, of a style that is set by `place` and indented."""
    begin = (_BOF[0], struct.pack("<HH", version, 5).ljust(16, b"\0"))
    plain, indented = (
        (0x00E0, struct.pack("<HHHBBBBIIH", 0, 0, 0, side, 0, indent, 0, 0, 0, 0))
        for side, indent in ((0, 0), (place, steps))
    )
    label = (0x00FD, struct.pack("<HHHI", 3, 1, 1, 0))
    number = (0x0203, struct.pack("<HHHd", 3, 2, 1, 0.5))

    def head(at: int) -> bytes:
        name = (0x0085, struct.pack("<IHBB", at, 0, 2, 0) + b"Lu")
        return written(begin, plain, indented, name, _EOF)

    return compound_file(head(len(head(0))) + written(_BOF, label, number, _EOF))


def test_old_workbooks_tell_the_indents_of_their_texts() -> None:
    assert indents_by_sheet(_old_book(_LEFT), None, "a.xls", ["Lu"]) == {"Lu": {(3, 1): 6}}


@pytest.mark.parametrize(
    "data",
    [_old_book(_CENTRED), _old_book(_RIGHT), _old_book(_LEFT, steps=0), _old_book(_LEFT, version=0x0500)],
)
def test_old_workbooks_without_indents_from_the_left_have_none(data: bytes) -> None:
    assert not any(indents_by_sheet(data, None, "a.xls", ["Lu"]).values())


@pytest.mark.parametrize("size", [0, 100, 600, 1500])
def test_cut_file_has_no_indents(size: int) -> None:
    assert not any(indents_by_sheet(_old_book(_LEFT)[:size], None, "a.xls", ["Lu"]).values())
