"""A formula that nobody computed is told of and shown, and no figure comes of it."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.documents import Format
from desktop.core.errors import RefusalCode
from desktop.core.extraction.extracting import extract
from desktop.core.readers import read
from desktop.core.readers.workbook_formulas import uncomputed_cells, with_missing_values_shown
from desktop.core.readers.workbook_remarks import remarks_on
from desktop.core.sections import LedgerKind
from tests.core.readers.hostile_workbooks import workbook


def _book(*formulas: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Biểu 1"
    sheet.append(["Chỉ tiêu", "Tháng 3 năm 2021"])
    sheet.append(["Số vụ cháy (vụ)", 12])
    for formula in formulas:
        sheet.append(["Số vụ nổ (vụ)", formula])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("formula", ["=B2+1", "=5", "=1/0", "=SUM(B2:B2)", '=IF(B2>1,"a&b",2.5)', "=12,5%"])
def test_formula_is_shown_and_gives_no_figure(formula: str) -> None:
    document = read(_book(formula), "a.xlsx")
    shown = {cell.name: document.slice(cell) for table in document.tables for cell in table.cells}
    assert shown["B3"] == formula
    found = extract(document)
    assert [figure.place.cell for figure in found.figures] == ["B2"]
    of_formula = [entry.kind for entry in found.ledger if entry.cell == "B3"]
    assert of_formula
    assert set(of_formula) == {LedgerKind.OPEN}


def test_each_of_a_few_formulas_is_told_with_sheet_and_cell() -> None:
    data = _book(*["=B2+1"] * 3)
    [remark] = remarks_on(data, "a.xlsx", Format.XLSX)
    assert remark.code is RefusalCode.FORMULAS_UNCOMPUTED
    assert remark.details == {"count": "3", "place": "Biểu 1!B3, Biểu 1!B4, Biểu 1!B5"}
    [remark] = remarks_on(_book(*["=B2+1"] * 7), "a.xlsx", Format.XLSX)
    assert remark.details["count"] == "7"
    assert remark.details["place"].endswith("Biểu 1!B7, …")


def test_workbook_of_formulas_alone_is_not_read_as_empty() -> None:
    document = read(workbook('<row r="1"><c r="A1"><f>1+1</f><v></v></c></row>'), "a.xlsx")
    assert [document.slice(cell) for table in document.tables for cell in table.cells] == ["=1+1"]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<c r="A1" s="3" t="n"><f>B1&amp;C1</f></c>', '<c r="A1" s="3" t="str"><v>=B1&amp;C1</v></c>'),
        ('<c r="A1"><f t="shared" si="0"/><v/></c>', '<c r="A1" t="str"><v>=…</v></c>'),
        ('<x:c r="A1"><x:f>1</x:f></x:c>', '<x:c r="A1" t="str"><x:v>=1</x:v></x:c>'),
        ('<c r="A1"><f>1</f><v>1</v></c>', ""),
        ('<c r="A1" t="str"><f>""</f><v></v></c>', ""),
        ('<c r="A1" s="1"/>', ""),
    ],
)
def test_only_cells_without_a_value_change(cell: str, shown: str) -> None:
    xml = cell.encode()
    assert with_missing_values_shown(xml) == (shown or cell).encode()
    assert bool(list(uncomputed_cells(xml))) == bool(shown)


@given(st.text(st.sampled_from("aé&"), min_size=150, max_size=400))
def test_long_formulas_are_cut_between_letters(formula: str) -> None:
    escaped = formula.replace("&", "&amp;")
    document = read(workbook(f'<row r="1"><c r="A1"><f>{escaped}</f></c></row>'), "a.xlsx")
    [shown] = [document.slice(cell) for table in document.tables for cell in table.cells]
    assert shown.startswith("=")
    assert formula.startswith(shown[1:].removesuffix("…"))


_CALCULATED = {"xl/workbook.xml": (b"</sheets>", b'</sheets><calcPr fullCalcOnLoad="1"/>')}


@pytest.mark.parametrize(("on_load", "shown"), [(True, "=A2+1"), (False, "0")])
def test_zero_left_by_a_program_that_cannot_compute_is_no_value(*, on_load: bool, shown: str) -> None:
    data = workbook(
        '<row r="1"><c r="A1"><f>A2+1</f><v>0</v></c></row><row r="2"><c r="A2"><v>0</v></c></row>'
    )
    data = _with_changes(data, _CALCULATED) if on_load else data
    document = read(data, "a.xlsx")
    assert [document.slice(cell) for table in document.tables for cell in table.cells] == [shown, "0"]
    codes = [remark.code for remark in remarks_on(data, "a.xlsx", Format.XLSX)]
    assert codes == ([RefusalCode.FORMULAS_UNCOMPUTED] if on_load else [])


def _with_changes(data: bytes, changes: dict[str, tuple[bytes, bytes]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(*changes.get(name, (b"", b""))))
    return made.getvalue()


def test_errors_are_shown_and_told_and_do_not_cut_their_table_in_two() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Chỉ tiêu", "Tháng 3 năm 2021", "Tháng 4 năm 2021"])
    for row in (["Số vụ cháy (vụ)", 12, 13], ["Tổng số vụ (vụ)", "#REF!", "#DIV/0!"], ["Số xã (xã)", 3, 4]):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    document = read(file.getvalue(), "a.xlsx")
    shown = {cell.name: document.slice(cell) for table in document.tables for cell in table.cells}
    found = extract(document)
    [remark] = remarks_on(file.getvalue(), "a.xlsx", Format.XLSX)
    assert (shown["B3"], shown["C3"]) == ("#REF!", "#DIV/0!")
    assert [figure.place.cell for figure in found.figures] == ["B2", "C2", "B4", "C4"]
    assert [figure.reading.period for figure in found.figures] == ["2021-03", "2021-04"] * 2
    assert [entry.kind for entry in found.ledger if entry.cell == "C3"] == [LedgerKind.OPEN]
    assert (remark.code, remark.details["place"]) == (RefusalCode.CELLS_IN_ERROR, "Sheet!B3, Sheet!C3")
