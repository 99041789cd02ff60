"""Workbooks in old fonts, made in the test: by font, by content, run by run; Unicode stays as it is."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Sequence

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from desktop.core.documents import Document, Format
from desktop.core.lettering.encoding import Encoding
from desktop.core.readers.workbook import read_workbook

TCVN3 = "Tæng s¶n phÈm trong n\xadíc"
VNI = "Toång saûn phaåm trong nöôùc"
MODERN = "Tổng sản phẩm trong nước"


def _book(cells: Sequence[tuple[object, str]]) -> bytes:
    """Return a workbook with a cell a row, each a value and the name of its font."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row, (value, font) in enumerate(cells, 1):
        cell = sheet.cell(row, 1)
        cell.value = value  # type: ignore[assignment]  # the type stubs leave out rich text
        cell.font = Font(name=font)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _read(data: bytes, chosen: Encoding | None = None) -> Document:
    return read_workbook(data, "bieu.xlsx", Format.XLSX, lambda: None, chosen)


def _texts(document: Document) -> list[str]:
    return [document.slice(cell) for cell in document.tables[0].cells]


@pytest.mark.parametrize(
    ("text", "font"), [(TCVN3, ".VnTime"), (VNI, "VNI-Times"), (MODERN, "Times New Roman")]
)
def test_font_tells_the_letters_of_a_single_cell(text: str, font: str) -> None:
    assert _texts(_read(_book([(text, font)]))) == [MODERN]


def test_capitals_font_shows_small_letters_as_capitals() -> None:
    assert _texts(_read(_book([("gi¸ trÞ xuÊt khÈu (usd)", ".VnTimeH")]))) == ["GIÁ TRỊ XUẤT KHẨU (USD)"]


def test_each_run_of_a_cell_is_read_by_its_own_font() -> None:
    value = CellRichText(
        TextBlock(InlineFont(rFont=".VnTime"), "Tæng sè "),
        TextBlock(InlineFont(rFont="VNI-Times"), "saûn phaåm "),
        TextBlock(InlineFont(rFont="Arial"), "của cả nước"),
    )
    assert _texts(_read(_book([(value, "Arial")]))) == ["Tổng số sản phẩm của cả nước"]


def test_run_without_a_font_has_that_of_the_cell() -> None:
    value = CellRichText("Tæng sè ", TextBlock(InlineFont(rFont="Arial"), "cả nước"))
    assert _texts(_read(_book([(value, ".VnTime")]))) == ["Tổng số cả nước"]


def test_letters_of_any_font_are_told_by_their_words() -> None:
    document = _read(_book([(TCVN3, "Arial"), ("Bé Y tÕ", "Arial"), ("1.234,5", "Arial")]))
    assert _texts(document) == [MODERN, "Bộ Y tế", "1.234,5"]
    assert document.lettering.by_content == (Encoding.TCVN3,)


def test_unicode_in_an_old_font_stays_as_it_is() -> None:
    assert _texts(_read(_book([(MODERN, ".VnTime"), ("Bộ Y tế", "VNI-Times")]))) == [MODERN, "Bộ Y tế"]


def test_english_and_numbers_in_an_old_font_stay_as_they_are() -> None:
    texts = ["Gross domestic product", "12,5%", "1.234.567", "(2,3)", "-", "..."]
    assert _texts(_read(_book([(text, ".VnTime") for text in texts]))) == texts


def test_modern_workbook_is_not_touched_and_nothing_is_asked() -> None:
    texts = ["Café Orléans", "Đường ®", "m²", "© Cục Thống kê", "São Paulo", "Bé gái", "Cà phê"]
    document = _read(_book([(text, "Arial") for text in texts]))
    assert _texts(document) == texts
    assert document.lettering.is_sure
    assert document.lettering.encodings == ()


def test_decomposed_letters_are_put_together() -> None:
    assert _texts(_read(_book([(unicodedata.normalize("NFD", MODERN), "Arial")]))) == [MODERN]


def test_chosen_encoding_reads_what_could_not_be_told() -> None:
    data = _book([("Bé Y tÕ", "Arial")])
    assert _texts(_read(data)) == ["Bé Y tÕ"]
    assert _texts(_read(data, Encoding.TCVN3)) == ["Bộ Y tế"]


def test_damaged_strings_part_is_refused_or_read_but_never_fails() -> None:
    source = zipfile.ZipFile(io.BytesIO(_book([(TCVN3, ".VnTime")])))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as copy:
        for part in source.namelist():
            if part != "xl/styles.xml":
                copy.writestr(part, source.read(part))
    assert _texts(_read(file.getvalue())) == [MODERN]


def test_runs_of_shared_strings_are_followed_too() -> None:
    source = zipfile.ZipFile(io.BytesIO(_book([("a", "Arial"), ("a", ".VnTimeH")])))
    run = '<r>{}<t xml:space="preserve">{}</t></r>'
    font = '<rPr><rFont val="{}"/></rPr>'
    runs = [("", "Bé "), (font.format(".VnTime"), "Bé "), (font.format("Arial"), "Bé")]
    items = f"<si><t>không</t></si><si>{''.join(run.format(*each) for each in runs)}</si>"
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as copy:
        copy.writestr("xl/sharedStrings.xml", f'<sst xmlns="{namespace}">{items}</sst>')
        for part in set(source.namelist()) - {"xl/sharedStrings.xml"}:
            text = source.read(part).decode()
            if part == "xl/worksheets/sheet1.xml":
                shared = re.compile(r't="(?:inlineStr"><is><t>a</t></is>|s"><v>[0-9]+</v>)')
                text, count = shared.subn('t="s"><v>1</v>', text)
                assert count == 2
            copy.writestr(part, text)
    assert _texts(_read(file.getvalue())) == ["Bé Bộ Bé", "BỘ Bộ Bé"]
