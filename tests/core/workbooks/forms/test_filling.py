"""A filled form differs from the form in its filled cells, in what depends on them, and in nothing else."""

import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.readers.workbook_looks import sheet_looks
from desktop.core.workbooks.forms.cell_ranges import Spot, spot_of
from desktop.core.workbooks.forms.filling import Entry, check_suffix, filled_parts, write_form
from desktop.core.workbooks.forms.package import FormPackage
from desktop.core.workbooks.forms.sheet_edit import Content
from tests.core.workbooks.forms.packages import (
    OTHER_SHEET,
    SHEET,
    content_types,
    members_of,
    packed,
    parts,
    prefixed,
    strict,
)

BOOK = "Biểu 1"
SHEET_PART = "xl/worksheets/sheet1.xml"


def spot(name: str) -> Spot:
    found = spot_of(name)
    assert found is not None
    return found


def entry(cell: str, content: Content | int, note: str = "") -> Entry:
    return Entry(BOOK, spot(cell), Decimal(content) if isinstance(content, int) else content, note)


def filled(members: dict[str, bytes], *entries: Entry, out: Path) -> dict[str, bytes]:
    write_form(FormPackage(packed(members), "bieu.xlsx"), entries, out)
    return members_of(out)


def values_of(path: Path, sheet: str = BOOK) -> dict[str, object]:
    cells = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet)
    _, left = cells.start or (0, 0)
    return {
        Spot(row, column).name: value
        for row, values in enumerate(cells.iter_rows())
        for column, value in enumerate(values, left)
        if value != ""
    }


def test_only_the_filled_cell_of_the_sheet_changes(tmp_path: Path) -> None:
    after = filled(parts(), entry("C4", 218), out=tmp_path / "out.xlsx")
    changed = SHEET.replace(b'<c r="C4" s="1"><v>7</v></c>', b'<c r="C4" s="1"><v>218</v></c>')
    changed = changed.replace(b"</f><v>7</v>", b"</f>").replace(b'<c r="D9" t="str">', b'<c r="D9">')
    assert after[SHEET_PART] == changed.replace(b"</f><v>7x</v>", b"</f>")


def test_all_other_parts_stay_byte_for_byte(tmp_path: Path) -> None:
    before = parts()
    after = filled(
        before, entry("C4", 218, "ghi chú"), entry("B5", Decimal("1.5")), out=tmp_path / "out.xlsx"
    )
    may_change = {
        SHEET_PART,
        "[Content_Types].xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/workbook.xml",
        "xl/worksheets/sheet2.xml",
    }
    assert {name for name in before if before[name] != after[name]} <= may_change
    assert set(after) - set(before) == {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}


def test_compressed_bytes_of_other_members_are_copied_with_their_dates(tmp_path: Path) -> None:
    data = packed(parts())
    write_form(FormPackage(data, "bieu.xlsx"), [entry("C4", 1)], tmp_path / "out.xlsx")
    old, new = zipfile.ZipFile(io.BytesIO(data)), zipfile.ZipFile(tmp_path / "out.xlsx")
    for name in ("xl/media/image1.png", "xl/charts/chart1.xml", "xl/printerSettings/printerSettings1.bin"):
        was, now = old.getinfo(name), new.getinfo(name)
        assert (was.CRC, was.compress_size, was.compress_type) == (
            now.CRC,
            now.compress_size,
            now.compress_type,
        )
        assert was.date_time == now.date_time
    assert new.comment == b"made by the office"
    old.close()
    new.close()


@pytest.mark.parametrize(
    ("cell", "style"),
    [("C3", "1"), ("C6", "1"), ("C7", "1"), ("C20", "1"), ("E4", ""), ("B5", ""), ("A6", "")],
)
def test_value_stands_in_its_cell_with_the_style_of_the_form(cell: str, style: str, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    sheet = filled(parts(), entry(cell, 218), out=out)[SHEET_PART]
    assert values_of(out)[cell] == 218
    styled = f' s="{style}"' if style else ""
    assert f'r="{cell}"{styled}><v>218</v>'.encode() in sheet.replace(b"'", b'"')
    assert load_workbook(out)[BOOK][cell].value == 218


def test_rows_and_cells_stay_in_order(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    cells = ["E9", "B4", "D4", "F1", "A5", "C8", "B30", "A30", "B3"]
    sheet = filled(parts(), *(entry(cell, 1) for cell in cells), out=out)[SHEET_PART]
    root = load_workbook(out)[BOOK]
    assert all(root[cell].value == 1 for cell in cells)
    import re

    rows = [int(row) for row in re.findall(rb'<row r="(\d+)"', sheet)]
    assert rows == sorted(set(rows))
    for row in re.findall(rb"<row .*?</row>", sheet):
        columns = re.findall(rb"<c r=[\"']([A-Z]+)\d", row)
        assert columns == sorted(set(columns))
    assert b'<dimension ref="A1:F30"/>' in sheet
    assert b'<row r="1" ht="30"' in sheet


def test_results_that_depend_on_new_values_are_taken_away_and_formulas_stay(tmp_path: Path) -> None:
    after = filled(parts(), entry("C4", 218), out=tmp_path / "out.xlsx")
    assert after["xl/worksheets/sheet2.xml"] == OTHER_SHEET.replace(b"<v>14</v>", b"")
    assert b'<calcPr fullCalcOnLoad="1"/><pivotCaches/>' in after["xl/workbook.xml"]
    workbook = load_workbook(tmp_path / "out.xlsx")
    assert workbook[BOOK]["C9"].value == "=SUM(C3:C8)"
    assert workbook["Tính"]["A1"].value == "='Biểu 1'!C9*2"


def test_other_sheets_stay_byte_for_byte_where_nothing_depends(tmp_path: Path) -> None:
    after = filled(parts(), entry("D4", 218), out=tmp_path / "out.xlsx")
    assert after["xl/worksheets/sheet2.xml"] == OTHER_SHEET


def test_sheet_with_prefixed_elements_is_filled(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    sheet = prefixed(SHEET)
    after = filled(parts(sheet=sheet), entry("C4", 218, "x"), entry("B6", 3), entry("A40", "a<b"), out=out)
    assert b'<x:c r="C4" s="1"><x:v>218</x:v></x:c>' in after[SHEET_PART]
    assert b"<x:legacyDrawing " in after[SHEET_PART]
    assert values_of(out) | {"C4": 218.0, "B6": 3.0, "A40": "a<b"} == values_of(out)


def test_strict_form_is_filled_in_its_own_namespaces(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    after = filled(strict(parts()), entry("C4", 218, "ghi chú"), out=out)
    assert values_of(out)["C4"] == 218
    assert b"purl.oclc.org/ooxml/spreadsheetml/main" in after["xl/comments1.xml"]
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in after["xl/worksheets/_rels/sheet1.xml.rels"]
    )


def test_strict_form_looks_as_the_usual_one_does() -> None:
    usual, strictly = (dict(sheet_looks(packed(each), "x")) for each in (parts(), strict(parts())))
    assert strictly == usual
    assert list(usual) == [BOOK, "Tính"]


def test_sheet_in_another_encoding_is_filled(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    wide = SHEET.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    filled(parts(sheet=wide), entry("C4", 218), out=out)
    assert values_of(out)["C4"] == 218
    assert values_of(out)["A3"] == "Thu ngân sách"


@pytest.mark.parametrize("data", [b"<row/>", b""])
def test_sheet_without_rows_or_with_rows_without_names_is_filled(data: bytes, tmp_path: Path) -> None:
    start, end = SHEET.index(b"<sheetData>"), SHEET.index(b"</sheetData>")
    inner = b"<sheetData>" + data + b"</sheetData>" if data else b"<sheetData/>"
    sheet = SHEET[:start] + inner + SHEET[end + len(b"</sheetData>") :]
    out = tmp_path / "out.xlsx"
    filled(parts(sheet=sheet), entry("B1", 5), entry("C3", 6), out=out)
    assert values_of(out) == {"B1": 5.0, "C3": 6.0}


@settings(deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 14), st.integers(0, 8)), st.integers(-(10**9), 10**9), min_size=1
    )
)
def test_whatever_is_filled_is_read_back_and_the_rest_as_it_was(cells: dict[tuple[int, int], int]) -> None:
    package = FormPackage(packed(parts()), "bieu.xlsx")
    wanted = {Spot(*cell): Decimal(value) for cell, value in cells.items()}
    changed = filled_parts(package, [Entry(BOOK, cell, value) for cell, value in wanted.items()]).parts
    data = packed(parts() | {**changed})
    now, before = (load_workbook(io.BytesIO(each))[BOOK] for each in (data, package.data))
    for row in range(16):
        for column in range(10):
            expected = wanted.get(Spot(row, column), before.cell(row + 1, column + 1).value)
            is_hidden = Spot(row, column) in wanted and (row, column) in {(6, 1), (7, 0), (7, 1)}
            if not is_hidden:
                assert now.cell(row + 1, column + 1).value == expected


def test_members_written_as_a_stream_are_copied(tmp_path: Path) -> None:
    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.pieces: list[bytes] = []

        def writable(self) -> bool:
            return True

        def write(self, data: Any) -> int:
            self.pieces.append(bytes(data))
            return len(data)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts().items():
            package.writestr(name, content)
    out = tmp_path / "out.xlsx"
    write_form(FormPackage(b"".join(stream.pieces), "bieu.xlsx"), [entry("C4", 5)], out)
    after = members_of(out)
    assert {name for name, content in parts().items() if after[name] == content} >= {
        "xl/media/image1.png",
        "xl/styles.xml",
        "xl/tables/table1.xml",
    }
    assert values_of(out)["C4"] == 5


@pytest.mark.parametrize(
    ("kind", "name", "is_fitting"),
    [
        ("", "a.xlsx", True),
        ("", "a.xlsm", False),
        ("", "a", False),
        ("macro", "a.xlsm", True),
        ("macro", "a.xlsx", False),
        ("template", "a.xlsx", True),
        ("template", "a.XLTX", True),
    ],
)
def test_filled_form_has_an_ending_that_excel_opens(kind: str, name: str, is_fitting: bool) -> None:
    main = {
        "": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "macro": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "template": "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
    }[kind]
    package = FormPackage(packed(parts(types=content_types(main))), "bieu")
    if is_fitting:
        check_suffix(package, Path(name))
        return
    with pytest.raises(RefusedError) as caught:
        check_suffix(package, Path(name))
    assert caught.value.refusal.code is RefusalCode.FORM_SUFFIX


def test_template_filled_as_a_workbook_says_that_it_is_one(tmp_path: Path) -> None:
    template = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"
    after = filled(parts(types=content_types(template)), entry("C4", 1), out=tmp_path / "out.xlsx")
    assert b"spreadsheetml.sheet.main+xml" in after["[Content_Types].xml"]
    assert b"template" not in after["[Content_Types].xml"]


def test_macros_stay_in_a_form_that_has_them(tmp_path: Path) -> None:
    macros = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    after = filled(parts(types=content_types(macros)), entry("C4", 1), out=tmp_path / "out.xlsm")
    assert after["xl/vbaProject.bin"] == parts()["xl/vbaProject.bin"]
    assert macros.encode() in after["[Content_Types].xml"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"types": b"<Types/>"}, RefusalCode.FORM_FORMAT),
        (
            {"types": content_types("application/vnd.ms-excel.sheet.binary.macroEnabled.main")},
            RefusalCode.FORM_FORMAT,
        ),
        ({"sheet": b'<!DOCTYPE x [<!ENTITY a "b">]>' + SHEET}, RefusalCode.HAS_DTD),
    ],
)
def test_what_is_no_form_is_refused(change: dict[str, bytes], code: RefusalCode) -> None:
    with pytest.raises(RefusedError) as caught:
        FormPackage(packed(parts(**change)), "bieu.xlsx")
    assert caught.value.refusal.code is code


def test_broken_sheet_is_refused_and_the_old_file_stays(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"old")
    with pytest.raises(RefusedError) as caught:
        filled(parts(sheet=SHEET[:-20]), entry("C4", 1), out=out)
    assert caught.value.refusal.code is RefusalCode.DAMAGED
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]
