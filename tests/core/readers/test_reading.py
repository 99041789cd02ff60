"""Files of any kind, whatever they are called: told by content, read or refused, nothing else."""

import io
import struct
import zipfile
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import desktop.core.readers
from desktop.core.documents import Document, Format
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.readers import archives, read

ZipBuilder = Callable[[dict[str, str | bytes]], bytes]
DocxBuilder = Callable[..., bytes]
PdfBuilder = Callable[..., bytes]

PARAGRAPH = "<w:p><w:r><w:t>Thu 5 tỷ</w:t></w:r></w:p>"
PAGE = "BT /F1 12 Tf 60 700 Td (Thu 5 ty) Tj ET"
LAUGHS = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY b "&lol;&lol;">]><lolz>&b;</lolz>'
STARTS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>",
    b"<?xml ?>",
    b"\xff\xfe",
]


def code_of(data: bytes, name: str = "tep") -> RefusalCode:
    with pytest.raises(RefusedError) as caught:
        read(data, name)
    assert caught.value.refusal.subject == name
    return caught.value.refusal.code


def is_sound(document: Document) -> bool:
    """Tell whether blocks, tables and words stand in order, within the text and on their words."""
    length = len(document.text)
    blocks = [(block.start, block.end) for block in document.blocks]
    cells = [(c.start, c.end) for table in document.tables for c in table.cells]
    words = [(w.start, w.end) for page in document.pages for w in page.words]
    return (
        blocks == sorted(blocks)
        and all(end <= start for (_, end), (start, _) in pairwise(blocks))
        and all(0 <= start < end <= length for start, end in blocks + cells + words)
        and {(t.start, t.end) for t in document.tables} <= set(blocks)
    )


def test_the_format_is_told_by_content_not_by_name(docx: DocxBuilder, pdf: PdfBuilder) -> None:
    assert read(docx(PARAGRAPH), "a.txt").format is Format.DOCX
    assert read(pdf([PAGE]), "a.docx").format is Format.PDF
    assert read(b"\n\n" + pdf([PAGE]), "a.docx").format is Format.PDF
    assert read("<p>Thu 5 tỷ</p>".encode(), "a.xls").format is Format.HTML
    assert read("Thu 5 tỷ".encode(), "a.pdf").format is Format.TXT


def test_a_text_that_speaks_of_marks_is_no_page() -> None:
    assert read("Giá trị < 5 và <html> là thẻ".encode(), "a").format is Format.TXT


def test_progress_is_told_while_reading(docx: DocxBuilder) -> None:
    beats: list[None] = []
    read(docx(PARAGRAPH * 3), "a", lambda: beats.append(None))
    assert len(beats) >= 3


def test_nothing_is_empty() -> None:
    assert code_of(b"") == RefusalCode.IS_EMPTY


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop.core.readers, "MAX_FILE_BYTES", 1 << 20)
    assert code_of(b"5" * ((1 << 20) + 1)) == RefusalCode.FILE_TOO_LARGE


@pytest.mark.parametrize(
    "data", [LAUGHS.encode(), LAUGHS.encode("utf-16"), b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>']
)
def test_xml_with_a_dtd_is_refused(data: bytes) -> None:
    assert code_of(data) == RefusalCode.HAS_DTD


def test_other_xml_is_no_format_that_can_be_read() -> None:
    assert code_of(b'<?xml version="1.0"?><so>5</so>') == RefusalCode.UNKNOWN_FORMAT


def test_archives_that_are_no_report_are_refused(zipped: ZipBuilder) -> None:
    assert code_of(zipped({"a.txt": "5"})) == RefusalCode.UNKNOWN_FORMAT
    assert code_of(zipped({"[Content_Types].xml": "<Types/>"})) == RefusalCode.UNKNOWN_FORMAT
    assert code_of(zipped({})) == RefusalCode.UNKNOWN_FORMAT


def test_every_cut_of_an_archive_is_refused(docx: DocxBuilder) -> None:
    data = docx(PARAGRAPH)
    codes = {code_of(data[:length]) for length in range(4, len(data) - 1, 7)}
    assert codes == {RefusalCode.DAMAGED}


def test_an_archive_that_declares_too_much_is_refused_before_it_is_unpacked(
    zipped: ZipBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 1000)
    assert code_of(zipped({"[Content_Types].xml": "5" * 1001})) == RefusalCode.UNPACKS_TOO_LARGE


def test_an_archive_of_too_many_members_is_refused(
    zipped: ZipBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBERS", 3)
    assert code_of(zipped({str(n): "" for n in range(4)})) == RefusalCode.UNPACKS_TOO_LARGE


def test_a_bomb_is_refused_by_its_ratio(docx: DocxBuilder) -> None:
    bomb = docx("<w:p/>" * 4_000_000)
    assert len(bomb) < 100_000
    assert code_of(bomb) == RefusalCode.UNPACKS_TOO_LARGE


def test_an_archive_that_lies_about_its_size_is_refused(zipped: ZipBuilder) -> None:
    data = bytearray(zipped({"[Content_Types].xml": "5" * 100_000}))
    for at in (data.index(b"PK\x03\x04") + 22, data.index(b"PK\x01\x02") + 24):
        struct.pack_into("<I", data, at, 10)
    assert code_of(bytes(data)) == RefusalCode.DAMAGED


def test_an_archive_with_a_password_is_refused(zipped: ZipBuilder) -> None:
    data = bytearray(zipped({"[Content_Types].xml": "<Types/>"}))
    for at in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[at] |= 1
    assert code_of(bytes(data)) == RefusalCode.ENCRYPTED


def test_a_dtd_anywhere_in_a_workbook_is_refused(zipped: ZipBuilder) -> None:
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    types = f'<Types><Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>'
    data = zipped({"[Content_Types].xml": types, "xl/workbook.xml": LAUGHS})
    assert code_of(data, "a.xlsx") == RefusalCode.HAS_DTD


def test_deeply_nested_xml_is_refused(docx: DocxBuilder) -> None:
    assert code_of(docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000)) == RefusalCode.DAMAGED


def compound(*names: str) -> bytes:
    """Return a compound file whose root holds empty streams called `names`."""
    header = bytearray(512)
    header[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 40, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    entries = b"".join(
        _entry(name, 5 if not n else 2, n + 1 if 0 < n < len(names) else None, 1 if not n else None)
        for n, name in enumerate(("Root Entry", *names))
    )
    return bytes(header) + table + entries.ljust(512, b"\0")


def _entry(name: str, kind: int, right: int | None, child: int | None) -> bytes:
    entry = bytearray(128)
    encoded = name.encode("utf-16-le") + b"\0\0"
    entry[: len(encoded)] = encoded
    struct.pack_into("<HBB", entry, 64, len(encoded), kind, 1)
    none = 0xFFFFFFFF
    struct.pack_into(
        "<III", entry, 68, none, none if right is None else right, none if child is None else child
    )
    return bytes(entry)


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("EncryptionInfo", "EncryptedPackage"), RefusalCode.ENCRYPTED),
        (("WordDocument", "1Table"), RefusalCode.UNKNOWN_FORMAT),
        ((), RefusalCode.UNKNOWN_FORMAT),
    ],
)
def test_compound_files_are_told_by_their_streams(names: tuple[str, ...], code: RefusalCode) -> None:
    assert code_of(compound(*names)) == code


def test_a_cut_compound_file_is_damaged() -> None:
    assert code_of(compound("WordDocument")[:700]) == RefusalCode.DAMAGED


@given(st.sampled_from(STARTS), st.binary(max_size=400))
def test_random_bytes_are_read_soundly_or_refused(start: bytes, data: bytes) -> None:
    try:
        document = read(start + data, "a")
    except RefusedError:
        return
    assert is_sound(document)


@given(st.text(st.characters(exclude_characters="\0"), max_size=300))
def test_any_text_is_read_exactly_or_refused(text: str) -> None:
    try:
        document = read(text.encode("utf-8", "replace"), "a")
    except RefusedError:
        return
    assert is_sound(document)
    if document.format is Format.TXT:
        assert document.text == text.encode("utf-8", "replace").decode().removeprefix("\ufeff").replace(
            "\r\n", "\n"
        )


@given(st.data())
def test_a_report_with_a_damaged_byte_is_read_soundly_or_refused(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(WHOLE_FILES))
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = whole[:at] + bytes([data.draw(st.integers(0, 255))]) + whole[at + 1 :]
    try:
        document = read(broken, "a")
    except RefusedError:
        return
    assert is_sound(document)


def _stored(member: str, content: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(member, content)
    return stream.getvalue()


WHOLE_FILES = [
    _stored("[Content_Types].xml", "<Types/>"),
    b"<table><tr><td colspan=2>a</td></tr><tr><td>b<td rowspan=3>c</table><ol start=4><li value=3>d",
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/"
    b"Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj 4 0 obj<</Length 60>>stream\nBT /F 9 Tf 9 50 Td "
    b"(Thu 5 ty) Tj ET 9 9 m 90 9 l S endstream endobj trailer<</Root 1 0 R>>",
    compound("WordDocument"),
]


@pytest.mark.parametrize(
    "data",
    [rb"{\rtf1\ansi Thu 5 t\'fd}", b"MIME-Version: 1.0\n\n<html>5 ha</html>", b"%!PS-Adobe-3.0\n(5 ha) show"],
)
def test_other_formats_made_of_letters_are_no_plain_text(data: bytes) -> None:
    assert code_of(data) == RefusalCode.UNKNOWN_FORMAT


def test_a_dtd_behind_a_long_remark_is_refused(zipped: ZipBuilder) -> None:
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    types = f'<Types><Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>'
    part = f"<?xml version='1.0'?><!--{'x' * 70_000}--> <!DOCTYPE a><a/>"
    data = zipped({"[Content_Types].xml": types, "xl/worksheets/sheet1.xml": part})
    assert code_of(data) == RefusalCode.HAS_DTD


def test_a_dtd_in_a_part_nobody_reads_is_refused(docx: DocxBuilder) -> None:
    whole = io.BytesIO(docx(PARAGRAPH))
    with zipfile.ZipFile(whole, "a") as archive:
        archive.writestr("customXml/item1.xml", LAUGHS)
    assert code_of(whole.getvalue()) == RefusalCode.HAS_DTD
