"""Workbooks that are broken, locked, swollen or not what they say open, or are refused for a reason."""

import random

import pytest

from desktop.core.documents import Format
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.extraction.extracting import extract
from desktop.core.isolation.process import ReadingProcess
from desktop.core.messages import Language, refusal_line
from desktop.core.readers import read
from desktop.core.readers.formats import detect
from desktop.core.readers.macros import carries_macros
from desktop.core.readers.workbook_remarks import remarks_on
from desktop.core.sections import LedgerKind
from tests.core.readers.hostile_workbooks import (
    CASES,
    PLAIN_ROWS,
    books,
    macro_workbook,
    old_workbook,
    workbook,
)

REFUSED = {
    RefusalCode.DAMAGED: (
        "zip-cut",
        "zip-cut-early",
        "zip-checksum",
        "no-workbook-part",
        "no-sheet-part",
        "no-relations",
        "no-strings-part",
        "broken-workbook-xml",
        "broken-sheet-xml",
        "garbage-sheet-xml",
        "broken-styles",
        "deep-styles",
        "merge-nonsense",
        "string-out-of-range",
        "surrogate-entity",
        "xls-cut",
        "xls-cut-stream",
        "xls-bad-offset",
        "xls-offset-inside",
        "pdf-as-xlsx",
        "noise",
        "open-tags",
    ),
    RefusalCode.HAS_DTD: ("laughs-sheet", "laughs-strings"),
    RefusalCode.UNPACKS_TOO_LARGE: ("bomb-understated", "bomb-declared"),
    RefusalCode.SHEET_TOO_LARGE: ("huge-row-number",),
    RefusalCode.TOO_MUCH_CONTENT: ("too-many-cells", "too-many-letters"),
    RefusalCode.ENCRYPTED: ("encrypted-xlsx", "encrypted-xls"),
    RefusalCode.IS_EMPTY: ("empty",),
    RefusalCode.UNKNOWN_FORMAT: ("empty-zip", "xml-2003-as-xls"),
}
CODE_BY_CASE = {case: code for code, cases in REFUSED.items() for case in cases}
OPENED = sorted(CASES.keys() - CODE_BY_CASE.keys())


def _built(case: str) -> tuple[bytes, str]:
    ending, build = CASES[case]
    return build(), f"{case}.{ending}"


@pytest.mark.parametrize("case", CODE_BY_CASE)
def test_what_cannot_be_read_is_refused_with_its_reason(case: str) -> None:
    data, name = _built(case)
    with pytest.raises(RefusedError) as caught:
        read(data, name)
    assert caught.value.refusal.code is CODE_BY_CASE[case]
    for language in Language:
        line = refusal_line(caught.value.refusal, language)
        assert line.startswith(name)
        assert "\n" not in line
        assert "{" not in line


@pytest.mark.parametrize("case", OPENED)
def test_what_is_odd_but_sound_is_read_and_extracted(case: str) -> None:
    document = read(*_built(case))
    found = extract(document)
    text = document.text
    assert all(text[figure.place.start : figure.place.end] == figure.text for figure in found.figures)
    text.encode()


@pytest.mark.parametrize(
    "case",
    (
        "vast-dimension",
        "near-and-far-cell",
        "far-column",
        "far-row",
        "merge-all",
        "merge-columns",
        "merge-many",
        "merge-all-many",
        "all-columns",
        "styled-to-the-end",
        "huge-styles",
        "endless-format",
        "no-styles-part",
        "very-hidden",
        "xlsm",
        "html-as-xls",
        "tabs-as-xls",
        "commas-as-xls",
        "commas-as-xlsx",
    ),
)
def test_the_one_figure_is_found_whatever_stands_around_it(case: str) -> None:
    figures = extract(read(*_built(case))).figures
    assert [(figure.text, figure.reading.indicator) for figure in figures] == [("12", "Số vụ cháy")]


def test_stray_cells_keep_their_names() -> None:
    document = read(*_built("near-and-far-cell"))
    assert [cell.name for table in document.tables for cell in table.cells][-2:] == ["B2", "XFD1048576"]


def test_names_of_sheets_are_never_figures() -> None:
    found = extract(read(books(("5ThuySan", "184", "Biểu 2")), "a.xlsx"))
    assert {figure.place.cell for figure in found.figures} == {"B2"}
    names = [entry.kind for entry in found.ledger if entry.sheet != "5ThuySan" or entry.cell is None]
    assert LedgerKind.OPEN not in names


def test_infinite_numbers_are_no_figures() -> None:
    document = read(*_built("infinite"))
    assert [cell.number for table in document.tables for cell in table.cells] == [7]


@pytest.mark.parametrize(
    ("case", "code", "count", "place"),
    (
        ("values", RefusalCode.FORMULAS_UNCOMPUTED, "1", "Biểu 1!D1"),
        ("values", RefusalCode.CELLS_IN_ERROR, "2", "Biểu 1!A1"),
        ("xls-errors", RefusalCode.CELLS_IN_ERROR, "2", "A1"),
    ),
)
def test_cells_without_a_value_are_told_of(case: str, code: RefusalCode, count: str, place: str) -> None:
    data, name = _built(case)
    [remark] = [one for one in remarks_on(data, name, detect(data, name)) if one.code is code]
    assert remark.details == {"count": count, "place": place}
    assert all("{" not in refusal_line(remark, language) for language in Language)
    assert code.is_remark


@pytest.mark.parametrize("case", ("cyclic", "infinite", "xls-plain", "near-and-far-cell", "html-as-xls"))
def test_nothing_is_said_of_files_without_macros_errors_and_open_formulas(case: str) -> None:
    data, name = _built(case)
    assert list(remarks_on(data, name, detect(data, name))) == []


def test_macros_are_told_of() -> None:
    assert carries_macros(macro_workbook())
    assert carries_macros(old_workbook(_VBA_PROJECT_CUR=b"Sub Auto_Open()" * 400))
    assert not carries_macros(workbook())
    assert not carries_macros(old_workbook())
    assert not carries_macros(b"PK\x03\x04 no archive")


@pytest.mark.parametrize("ending", ("xlsx", "xls"))
def test_cut_workbooks_are_refused_wherever_they_are_cut(ending: str) -> None:
    data = workbook() if ending == "xlsx" else old_workbook()
    with pytest.raises(RefusedError):
        read(data[: len(data) // 2], f"a.{ending}")
    for twentieth in range(1, 20):
        try:
            document = read(data[: len(data) * twentieth // 20], f"a.{ending}")
        except RefusedError:
            continue
        # What opens all the same has lost nothing: the end of an .xls is padding.
        assert document.text == read(data, f"a.{ending}").text


def test_flipped_bytes_are_opened_or_refused_in_one_line() -> None:
    chance = random.Random(20)
    sound = (
        (workbook(PLAIN_ROWS * 3), "a.xlsx", Format.XLSX),
        (old_workbook(), "a.xls", Format.XLS),
    )
    with ReadingProcess() as process:
        for _ in range(20):
            for data, name, fmt in sound:
                flipped = bytearray(data)
                for _ in range(chance.choice((1, 5, 40))):
                    flipped[chance.randrange(len(flipped))] = chance.randrange(256)
                try:
                    analysis = process.analyse_bytes(bytes(flipped), name)
                except RefusedError as error:
                    assert error.refusal.code is not RefusalCode.READER_FAILED
                    assert "\n" not in refusal_line(error.refusal, Language.VIETNAMESE)
                else:
                    assert analysis.layout or fmt
        assert process.analyse_bytes(sound[0][0], "a.xlsx").extraction.figures
