"""Sheets written row by row, and the check of what was written."""

import errno
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop.core.workbooks.replacing import UnsoundFileError
from desktop.core.workbooks.sheets import Heading, Limits, Sheet, check_workbook, new_workbook, place_ahead
from desktop.core.workbooks.styles import Look

MOMENT = datetime(2021, 4, 5, 7, 24, tzinfo=UTC)
HEADINGS = (Heading("Một", 10), Heading("Hai", 20))


@pytest.fixture
def folder_of_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Return a workbook of 500 numbered rows that lead to one another."""
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file, new_workbook(file, heading="Thử\x00", at=MOMENT) as workbook:
        sheet = Sheet(workbook, "Một & hai", HEADINGS, header_row=2)
        sheet.write_line("Tên", Look.TITLE, height=30)
        sheet.write_header()
        for number in range(500):
            pen = sheet.pen
            sheet.write([pen.count(number), pen.link(f"<{number}>", "'Một & hai'!A1", "Xem <1>")])
        sheet.let_filter(2)
    return path


def test_rows_are_read_back(written: Path) -> None:
    sheet = load_workbook(written)["Một & hai"]
    assert [row[0] for row in sheet.iter_rows(min_row=3, values_only=True)] == list(range(500))
    assert str(sheet.merged_cells) == "A1:B1"
    assert sheet.auto_filter.ref == "A2:B502"
    link = sheet["B4"].hyperlink
    assert (link.ref, link.location, link.tooltip) == ("B4", "'Một & hai'!A1", "Xem <1>")


def test_properties_name_the_program_and_the_language(written: Path) -> None:
    properties = load_workbook(written).properties
    assert (properties.creator, properties.language) == ("Đối Chiếu", "vi-VN")
    assert properties.title == "Thử\N{REPLACEMENT CHARACTER}"
    assert properties.created == MOMENT.replace(tzinfo=None)


def few(rows: int, links: int = 100) -> Limits:
    return Limits(rows=rows, links=links)


def test_list_longer_than_a_sheet_runs_on_with_header_and_filter() -> None:
    file = BytesIO()
    with new_workbook(file, heading="", at=MOMENT, limits=few(4)) as workbook:
        Sheet(workbook, "Trước", HEADINGS).write_header()
        sheet = Sheet(workbook, "Một", HEADINGS, header_row=2)
        sheet.write_line("Tên", Look.TITLE, height=30)
        sheet.write_header()
        Sheet(workbook, "Sau", HEADINGS).write_header()
        for number in range(7):
            sheet.write([sheet.pen.count(number), sheet.pen.text("a")])
        sheet.let_filter(2)
        targets = [sheet.row_target(row) for row in range(1, sheet.rows + 1)]
    book = load_workbook(file)
    assert book.sheetnames == ["Trước", "Một", "Một (2)", "Một (3)", "Sau"]
    shown = [[row[0] for row in book[title].iter_rows(values_only=True)] for title in book.sheetnames[1:4]]
    assert shown == [["Tên", "Một", 0, 1], ["Một", 2, 3, 4], ["Một", 5, 6]]
    assert [book[title].auto_filter.ref for title in book.sheetnames[1:4]] == ["A2:B4", "A1:B4", "A1:B3"]
    assert [book[title].freeze_panes for title in book.sheetnames[1:4]] == ["A3", "A2", "A2"]
    assert book["Một (2)"].print_title_rows == "$1:$1"
    found = [book[target.split("!")[0].strip("'")][target.split("!")[1]].value for target in targets]
    assert found == ["Tên", "Một", *range(7)]


@settings(deadline=None, max_examples=40)
@given(st.integers(3, 9), st.integers(1, 20), st.integers(0, 2), st.integers(1, 40))
def test_place_of_a_row_is_known_before_it_is_written(
    rows: int, links: int, links_a_row: int, count: int
) -> None:
    limits = Limits(rows, max(links, links_a_row * 2))
    with new_workbook(BytesIO(), heading="", at=MOMENT, limits=limits) as workbook:
        sheet = Sheet(workbook, "Một", HEADINGS, links_a_row=links_a_row)
        sheet.write_header()
        for _ in range(count):
            sheet.write([sheet.pen.link("x", "'Một'!A1", "") for _ in range(links_a_row)])
        most = limits.rows_with_links(links_a_row)
        ahead = [place_ahead("Một", row, most) for row in range(1, count + 2)]
        assert ahead == [sheet.row_target(row) for row in range(1, count + 2)]


def test_list_with_more_links_than_a_sheet_keeps_runs_on() -> None:
    file = BytesIO()
    with new_workbook(file, heading="", at=MOMENT, limits=Limits(links=3)) as workbook:
        sheet = Sheet(workbook, "Một", HEADINGS)
        sheet.write_header()
        for number in range(5):
            pen = sheet.pen
            cells = [pen.linked(pen.count(number), "'Một'!A1", "Xem"), pen.link("xem", "'Một'!A2", "")]
            sheet.write(cells[: 1 + number % 2])
    book = load_workbook(file)
    assert book.sheetnames == ["Một", "Một (2)", "Một (3)"]
    found = [[cell for row in sheet.iter_rows() for cell in row] for sheet in book]
    linked = [[cell.coordinate for cell in each if cell.hyperlink] for each in found]
    assert linked == [["A2", "A3", "B3"], ["A2", "A3", "B3"], ["A2"]]


def test_full_disk_is_told_and_leaves_no_temporary_file(folder_of_temporary_files: Path) -> None:
    resource = pytest.importorskip("resource", reason="file size limits need POSIX")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(OSError) as caught, new_workbook(BytesIO(), heading="", at=MOMENT) as workbook:
            sheet = Sheet(workbook, "Một", HEADINGS)
            for number in range(20_000):
                sheet.write([sheet.pen.count(number)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.errno == errno.EFBIG
    assert list(folder_of_temporary_files.iterdir()) == []


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=2))
def test_number_of_up_to_15_digits_is_read_back_exactly(number: Decimal) -> None:
    assert Decimal(repr(float(_read_back(number)))) == number


@pytest.mark.parametrize("number", ["98.90008033121177", "999999999999.999", "0.1234567890123450"])
def test_long_number_is_read_back_exactly(number: str) -> None:
    assert float(_read_back(Decimal(number))) == float(number)


def _read_back(number: Decimal) -> float:
    file = BytesIO()
    with new_workbook(file, heading="", at=MOMENT) as workbook:
        sheet = Sheet(workbook, "Một", HEADINGS)
        sheet.write([sheet.pen.number(number)])
    value = load_workbook(file)["Một"]["A1"].value
    assert isinstance(value, int | float)
    return value


def test_sound_workbook_passes_the_check(written: Path) -> None:
    check_workbook(written, ["Một & hai"])


def test_missing_sheet_fails_the_check(written: Path) -> None:
    with pytest.raises(UnsoundFileError, match="Ba"):
        check_workbook(written, ["Một & hai", "Ba"])


def broken(whole: bytes) -> Iterator[bytes]:
    yield b""
    yield whole[: len(whole) // 2]
    with ZipFile(BytesIO(whole)) as parts:
        at = parts.getinfo("xl/worksheets/sheet1.xml").header_offset + 1000
    yield whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]


def test_broken_workbook_fails_the_check(written: Path) -> None:
    for data in broken(written.read_bytes()):
        written.write_bytes(data)
        with pytest.raises(UnsoundFileError):
            check_workbook(written, ["Một & hai"])
