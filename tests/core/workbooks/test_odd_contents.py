"""Ten thousand odd texts, numbers and times: saved and read back the same, or said to be otherwise."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape
from python_calamine import CalamineWorkbook

from desktop.core.workbooks.alterations import Alteration, AlterationKind
from desktop.core.workbooks.cells import MAX_TEXT, SUBSTITUTE
from desktop.core.workbooks.sheets import Heading, Sheet, new_workbook
from desktop.core.workbooks.styles import Look
from tests.core.workbooks import odd_contents

ACROSS = 25
"""Several cells a row, so that no kind fills more than is told one by one."""

TEXTS, NUMBERS, MOMENTS = 8_000, 1_600, 400
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Saved:
    """What was given, the file that holds it, and what was said of its cells."""

    path: Path
    texts: Sequence[str]
    numbers: Sequence[Decimal]
    moments: Sequence[datetime]
    said: dict[tuple[str, str], list[Alteration]]

    def kinds(self, sheet: str, cell: str) -> set[AlterationKind]:
        """Return in which ways a cell is said to be altered."""
        return {alteration.kind for alteration in self.said.get((sheet, cell), [])}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """Save the odd contents, each kind on sheets of its own; texts on several, as many are altered."""
    path = tmp_path_factory.mktemp("odd") / "odd.xlsx"
    texts = list(odd_contents.texts(TEXTS))
    numbers = list(odd_contents.numbers(NUMBERS))
    moments = list(odd_contents.moments(MOMENTS))
    headings = [Heading(str(number), 10) for number in range(ACROSS)]
    with (
        path.open("wb") as file,
        new_workbook(file, heading="\ud800\x00=1+1", at=datetime(2021, 4, 5, tzinfo=UTC)) as workbook,
    ):
        workbook.altered.most_told = TEXTS
        looks = list(Look)
        sheet = Sheet(workbook, "Chữ", headings)
        for row in _rows(texts):
            sheet.write([sheet.pen.text(text, looks[len(text) % len(looks)]) for text in row])
        sheet = Sheet(workbook, "Số", headings)
        for row in _rows(numbers):
            sheet.write([sheet.pen.number(number, is_signed=True, unit="%") for number in row])
        sheet = Sheet(workbook, "Giờ", headings)
        for row in _rows(moments):
            sheet.write([sheet.pen.time(moment) for moment in row])
    said = defaultdict(list)
    for alteration in workbook.altered.told:
        said[alteration.sheet, alteration.cell].append(alteration)
    return Saved(path, texts, numbers, moments, said)


def _rows(values: Sequence) -> list[Sequence]:  # type: ignore[type-arg]
    return [values[at : at + ACROSS] for at in range(0, len(values), ACROSS)]


def _places(values: Sequence) -> list[tuple[int, int, str]]:  # type: ignore[type-arg]
    found = (divmod(at, ACROSS) for at in range(len(values)))
    return [(row, column, f"{get_column_letter(column + 1)}{row + 1}") for row, column in found]


def _is_same(given: str, read: str, kinds: set[AlterationKind]) -> bool:
    """Tell whether a text was read back as given, or as what was said of it allows."""
    if AlterationKind.LINE_BREAKS in kinds:
        given = given.replace("\r\n", "\n").replace("\r", "\n")
    if AlterationKind.LETTERS in kinds:
        given = _NO_XML.sub(SUBSTITUTE, given)
    if AlterationKind.CUT in kinds:
        kept, mark, remark = read.rpartition("… (đã cắt bớt, nguyên văn dài ")
        return bool(mark) and given.startswith(kept[:-10]) and remark.endswith(" ký tự)")
    return given == read


def test_no_cell_is_a_formula(saved: Saved) -> None:
    with ZipFile(saved.path) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 3
    assert [re.findall(b"<f[ />]", data) for data in sheets] == [[], [], []]


def test_texts_are_the_same_or_said_to_be_altered_as_openpyxl_reads_them(saved: Saved) -> None:
    sheet = load_workbook(saved.path)["Chữ"]
    for text, (_, _, cell) in zip(saved.texts, _places(saved.texts), strict=True):
        found = sheet[cell]
        assert found.data_type == "s", cell
        assert len(str(found.value).encode("utf-16-le")) // 2 <= MAX_TEXT
        assert _is_same(text, unescape(str(found.value)), saved.kinds("Chữ", cell)), (cell, text[:80])


def test_texts_are_the_same_or_said_to_be_altered_as_calamine_reads_them(saved: Saved) -> None:
    rows = CalamineWorkbook.from_path(saved.path).get_sheet_by_name("Chữ").to_python(skip_empty_area=False)
    for text, (row, column, cell) in zip(saved.texts, _places(saved.texts), strict=True):
        found = rows[row][column]
        assert isinstance(found, str), cell
        kinds = saved.kinds("Chữ", cell)
        assert _is_same(text, found, kinds) or _is_same(text, unescape(found), kinds), (cell, text[:80])


def test_what_is_said_of_a_text_is_true(saved: Saved) -> None:
    told = {cell for sheet, cell in saved.said if sheet == "Chữ"}
    for text, (_, _, cell) in zip(saved.texts, _places(saved.texts), strict=True):
        is_odd = bool(_NO_XML.search(text)) or "\r" in text
        is_long = len(text.encode("utf-16-le", "surrogatepass")) // 2 > MAX_TEXT
        if is_odd or is_long:
            assert cell in told
        elif cell in told:
            assert saved.kinds("Chữ", cell) == {AlterationKind.CUT}
            assert "_x" in text


def test_numbers_are_the_same_or_said_to_be_altered(saved: Saved) -> None:
    sheet = load_workbook(saved.path)["Số"]
    rows = CalamineWorkbook.from_path(saved.path).get_sheet_by_name("Số").to_python(skip_empty_area=False)
    for number, (row, column, cell) in zip(saved.numbers, _places(saved.numbers), strict=True):
        kinds, found = saved.kinds("Số", cell), sheet[cell]
        if AlterationKind.NUMBER_AS_TEXT in kinds:
            assert found.data_type == "s"
            assert not number.is_finite() or abs(number.adjusted()) > 300
            continue
        assert found.data_type == "n"
        assert isinstance(found.value, int | float)
        assert rows[row][column] == float(found.value)
        if AlterationKind.DIGITS in kinds:
            assert abs(Decimal(found.value) - number) <= abs(number) * Decimal("5E-15")
            assert any(each.given == str(number) for each in saved.said["Số", cell])
        else:
            assert float(found.value) == float(number)
            assert number == Decimal(repr(float(number)))


def test_times_are_those_of_the_clock_here_or_said_to_be_texts(saved: Saved) -> None:
    sheet = load_workbook(saved.path)["Giờ"]
    for moment, (_, _, cell) in zip(saved.moments, _places(saved.moments), strict=True):
        found = sheet[cell].value
        if AlterationKind.TIME_AS_TEXT in saved.kinds("Giờ", cell):
            assert isinstance(found, str)
            assert str(moment.year - 1) in found or str(moment.year) in found or str(moment.year + 1) in found
            continue
        local = moment if moment.tzinfo is None else moment.astimezone().replace(tzinfo=None)
        assert isinstance(found, datetime)
        assert abs(found - local) < timedelta(seconds=1.5)
