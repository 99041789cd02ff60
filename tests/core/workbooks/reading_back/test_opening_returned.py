"""Files that come back are opened with suspicion, and their cells read as they are shown."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.isolation.process import ReadingProcess
from desktop.core.workbooks.reading_back.handed import CellKind, HandedCell, HandedWorkbook
from desktop.core.workbooks.reading_back.opening import opened
from desktop.core.workbooks.reading_back.packing import packed, unpacked
from tests.core.readers.hostile_workbooks import CASES, STYLES, package, with_part, workbook

KEYS = '<c r="A1" t="inlineStr"><is><t>Mã số liệu</t></is></c>'
TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ONE = "office:value-type='float' office:value='1'"
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    """Return a reading process."""
    with ReadingProcess() as running:
        yield running


def rows_of(data: bytes) -> dict[int, dict[int, HandedCell]]:
    """Return the cells of the only sheet that lists figures."""
    (only,) = opened(data, "a.xlsx", lambda: None).sheets
    return {number: dict(row) for number, row in only.rows.items()}


def calc(rows: str) -> bytes:
    """Return an .ods with a sheet of these rows, below a row with the heading of keys."""
    head = cell('office:value-type="string"', "Mã số liệu")
    content = (
        f"<office:document-content {SPACES}><office:body><office:spreadsheet>"
        f'<table:table table:name="Số liệu"><table:table-row>{head}</table:table-row>{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", TYPE)
        archive.writestr("content.xml", content)
    return file.getvalue()


def cell(attributes: str, text: str = "") -> str:
    """Return a cell of an .ods."""
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


@pytest.mark.parametrize("name", CASES)
def test_hostile_workbook_is_refused_in_one_line_or_read(
    process: ReadingProcess, tmp_path: Path, name: str
) -> None:
    suffix, build = CASES[name]
    path = tmp_path / f"{name}.{suffix}"
    path.write_bytes(build())
    try:
        found = process.handed(path)
    except RefusedError as error:
        assert error.refusal.code not in (RefusalCode.READER_FAILED, RefusalCode.READER_DIED)
    else:
        assert isinstance(found, HandedWorkbook)


def test_far_cell_costs_no_memory() -> None:
    rows = f'<row r="1">{KEYS}</row><row r="1048576"><c r="XFD1048576"><v>5</v></c></row>'
    assert rows_of(workbook(rows))[1_048_575] == {16_383: HandedCell(CellKind.NUMBER, "5")}


def test_cells_are_read_as_they_are_shown() -> None:
    values = (
        '<c r="A2" s="1"><v>0.125</v></c><c r="B2" t="e"><v>#REF!</v></c><c r="C2"><f>1+1</f></c>'
        '<c r="D2"><f>1+1</f><v>2</v></c><c r="E2" t="b"><v>1</v></c><c r="F2"><v>0.30000000000000004</v></c>'
    )
    styles = STYLES.replace("</cellXfs>", "<xf numFmtId='10'/></cellXfs>")
    data = workbook(f'<row r="1">{KEYS}</row><row r="2">{values}</row>', styles=styles)
    kinds = {column: (each.kind, each.text) for column, each in rows_of(data)[1].items()}
    assert kinds == {
        0: (CellKind.PERCENT, "12.5"),
        1: (CellKind.FAILED, "#…"),
        2: (CellKind.UNCOMPUTED, "=…"),
        3: (CellKind.NUMBER, "2"),
        4: (CellKind.TRUTH, "TRUE"),
        5: (CellKind.NUMBER, "0.30000000000000004"),
    }


def test_cells_merged_with_the_one_above_say_what_that_says() -> None:
    lower = '<row r="2"><c r="B2"><v>7</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>'
    rows = f'<row r="1">{KEYS}</row>{lower}'
    merged = workbook(rows, after='<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>')
    assert rows_of(merged)[2][1] == HandedCell(CellKind.NUMBER, "7")


def test_sheets_without_keys_are_left_out() -> None:
    assert opened(workbook(), "a.xlsx", lambda: None).sheets == ()


def test_who_saved_it_and_its_properties_are_read() -> None:
    core = (
        '<p:coreProperties xmlns:p="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        "<p:lastModifiedBy> Anh Tư </p:lastModifiedBy></p:coreProperties>"
    )
    assert opened(with_part("docProps/core.xml", core), "a.xlsx", lambda: None).changed_by == "Anh Tư"


def test_calc_cells_say_what_they_hold() -> None:
    row = "".join(
        (
            cell('office:value-type="percentage" office:value="0.125"', "12,5%"),
            cell('office:value-type="float" office:value="6.3"', "6,3"),
            cell('office:value-type="date" office:date-value="2021-12-05"', "05/12"),
            cell('table:formula="of:=1+1"'),
            cell('office:value-type="string" table:number-columns-repeated="2"', "vụ"),
            cell('table:number-columns-repeated="16000"'),
        )
    )
    data = calc(
        f'<table:table-row>{row}</table:table-row><table:table-row table:number-rows-repeated="1048000"/>'
    )
    kinds = [(each.kind, each.text) for each in rows_of(data)[1].values()]
    assert kinds == [
        (CellKind.PERCENT, "12.5"),
        (CellKind.NUMBER, "6.3"),
        (CellKind.MOMENT, "05/12/2021"),
        (CellKind.UNCOMPUTED, "=…"),
        (CellKind.TEXT, "vụ"),
        (CellKind.TEXT, "vụ"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        '<table:table-row table:number-rows-repeated="1048576">'
        + cell(f"{ONE} table:number-columns-repeated='16384'")
        + "</table:table-row>",
        "<table:table-row><table:table-cell>",
        f"<table:table-row>{cell(ONE.replace('1', '1e400000'))}</table:table-row>",
    ],
)
def test_hostile_calc_workbook_is_refused_or_read(process: ReadingProcess, tmp_path: Path, rows: str) -> None:
    path = tmp_path / "a.ods"
    path.write_bytes(calc(rows))
    try:
        process.handed(path)
    except RefusedError as error:
        assert error.refusal.code in (RefusalCode.TOO_MUCH_CONTENT, RefusalCode.DAMAGED)


def test_workbook_comes_out_of_the_process_as_it_was_read() -> None:
    found = opened(workbook(f'<row r="1">{KEYS}</row>'), "Sổ “ấy”.xlsx", lambda: None)
    assert unpacked(packed(found)) == found


def test_bytes_that_are_no_workbook_are_refused() -> None:
    for data, code in (
        (b"", RefusalCode.IS_EMPTY),
        (b"khong phai", RefusalCode.NO_WORKBOOK),
        (b"PK\x03\x04rubbish", RefusalCode.DAMAGED),
        (package({"mimetype": "text/plain"}), RefusalCode.UNKNOWN_FORMAT),
    ):
        with pytest.raises(RefusedError) as caught:
            opened(data, "a.xlsx", lambda: None)
        assert caught.value.refusal.code is code
