"""Rows streamed into sheets that openpyxl framed, and the check of what was written."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import repeat
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from desktop.core.workbooks.checking import check_workbook
from desktop.core.workbooks.replacing import UnsoundFileError
from desktop.core.workbooks.rows import MAX_ROWS, Cell, row_xml
from desktop.core.workbooks.sheets import MAX_LINKS, Link, Sheet, new_workbook, save_sheets

MOMENT = datetime(2021, 4, 5, 7, 24, tzinfo=UTC)


def save(path: Path, rows: Iterable[str], links: Sequence[Link] = ()) -> dict[str, int]:
    workbook = new_workbook(["Một", "Hai & ba"], heading="Thử\x00", at=MOMENT)
    first, second = workbook.worksheets
    second.merge_cells("A1:B1")
    with path.open("wb") as file:
        return save_sheets(workbook, [Sheet(first, rows, links), Sheet(second, [])], file)


def numbered_rows(many: int) -> list[str]:
    return [row_xml(number, [Cell(number, 0)], 15) for number in range(1, many + 1)]


def test_streamed_rows_are_read_back(tmp_path: Path) -> None:
    written = save(tmp_path / "a.xlsx", numbered_rows(1234), [Link("A3", "'Hai & ba'!A1", "Xem <1>")])
    assert written == {"Một": 1234, "Hai & ba": 0}
    workbook = load_workbook(tmp_path / "a.xlsx")
    assert [cell.value for (cell,) in workbook["Một"].iter_rows()] == list(range(1, 1235))
    link = workbook["Một"]["A3"].hyperlink
    assert (link.location, link.tooltip) == ("'Hai & ba'!A1", "Xem <1>")
    assert str(workbook["Hai & ba"].merged_cells) == "A1:B1"


def test_properties_name_the_program_and_the_language(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", [])
    properties = load_workbook(tmp_path / "a.xlsx").properties
    assert (properties.creator, properties.language) == ("Đối Chiếu", "vi-VN")
    assert properties.title == "Thử\N{REPLACEMENT CHARACTER}"
    assert properties.created == MOMENT.replace(tzinfo=None)


def test_links_over_excels_limit_are_left_out(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", numbered_rows(1), [Link(f"A{at}", "A1") for at in range(1, MAX_LINKS + 100)])
    with ZipFile(tmp_path / "a.xlsx") as parts:
        assert parts.read("xl/worksheets/sheet1.xml").count(b"<hyperlink ") == MAX_LINKS


def test_more_rows_than_a_sheet_holds_are_refused() -> None:
    workbook = new_workbook(["Một"], heading="", at=MOMENT)
    sheet = Sheet(workbook.worksheets[0], repeat("<row/>", MAX_ROWS + 1))
    with pytest.raises(UnsoundFileError, match="Một"):
        save_sheets(workbook, [sheet], BytesIO())


def test_sound_workbook_passes_the_check(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    check_workbook(path, save(path, numbered_rows(100_000)))


def test_missing_row_fails_the_check(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    written = save(path, numbered_rows(10))
    with pytest.raises(UnsoundFileError, match="10"):
        check_workbook(path, written | {"Một": 11})


def test_row_that_is_no_xml_fails_the_check(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    written = save(path, ["<row><c></row>"])
    with pytest.raises(UnsoundFileError, match="mismatched"):
        check_workbook(path, written)


def test_flipped_byte_fails_the_check(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    written = save(path, numbered_rows(5000))
    data = bytearray(path.read_bytes())
    with ZipFile(path) as parts:
        at = parts.getinfo("xl/worksheets/sheet1.xml").header_offset + 5000
    data[at] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(UnsoundFileError):
        check_workbook(path, written)
