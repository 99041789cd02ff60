"""Plain texts: encodings, exact text, lines as paragraphs, hard-wrapped lines as one."""

import unicodedata

import pytest

from desktop.core.documents import BlockKind, Document, Format
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.readers import read

SENTENCE = "Tổng thu ngân sách đạt 6,3 tỷ đồng, tăng 5,2% so với cùng kỳ."
WRAPPED = """Trong quý I, trên địa bàn tỉnh xảy ra 12 vụ tai nạn giao thông, làm
chết 11 người và 2 người bị thương; các lực lượng chức năng đã xử phạt
5.093 trường hợp vi phạm luật giao thông, nộp kho bạc nhà nước tổng số
6,3 tỷ đồng, bằng 57,31% kế hoạch."""


def texts(document: Document) -> list[str]:
    return [document.slice(block) for block in document.blocks]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1258"]
)
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    text = unicodedata.normalize("NFC", SENTENCE)
    if encoding == "cp1258":
        text = "Tổng thu đạt 6,3 tỷ đồng"
        data = "".join(_for_cp1258(letter) for letter in text).encode(encoding)
        assert read(data, "a.txt").text == text
        return
    assert read(text.encode(encoding), "a.txt").text == text


def _for_cp1258(letter: str) -> str:
    """Return `letter` as the old encoding writes it: its tone apart, its other mark kept on it."""
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        apart = unicodedata.normalize("NFD", letter)
        return unicodedata.normalize("NFC", apart[:2]) + apart[2:] if len(apart) > 2 else apart
    return letter


def test_composed_and_decomposed_letters_are_kept_as_they_are() -> None:
    text = unicodedata.normalize("NFC", SENTENCE) + "\n" + unicodedata.normalize("NFD", SENTENCE)
    assert read(text.encode(), "a.txt").text == text


def test_only_the_mark_and_carriage_returns_before_line_feeds_are_dropped() -> None:
    document = read("\ufeff  Một \r\n\r\n\tHai\r ba\u00a04 \r\n".encode(), "a.txt")
    assert document.text == "  Một \n\n\tHai\r ba\u00a04 \n"
    assert document.format is Format.TXT


def test_each_line_is_a_paragraph_without_the_spaces_around_it() -> None:
    document = read(f"  {SENTENCE}  \n\n- Một mục\n- Hai mục".encode(), "a.txt")
    assert texts(document) == [SENTENCE, "- Một mục", "- Hai mục"]
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}


def test_lines_broken_at_one_width_are_one_paragraph() -> None:
    assert texts(read(f"1. An ninh\n\n{WRAPPED}\n\nHết.".encode(), "a.txt")) == [
        "1. An ninh",
        WRAPPED,
        "Hết.",
    ]


def test_a_broken_text_begins_a_new_paragraph_after_a_short_line() -> None:
    assert texts(read(f"{WRAPPED}\n{WRAPPED}".encode(), "a.txt")) == [WRAPPED, WRAPPED]


def test_long_lines_that_end_their_sentences_stay_apart() -> None:
    lines = [f"Huyện số {n} thu {n}.000 tỷ đồng, đạt {n}0% dự toán cả năm được giao." for n in range(1, 6)]
    assert texts(read("\n".join(lines).encode(), "a.txt")) == lines


def test_columns_of_a_table_are_not_joined() -> None:
    rows = [f"Sản lượng lúa vụ thứ {n}      12.50{n}      13.60{n}      105,3" for n in range(5)]
    assert texts(read("\n".join(rows).encode(), "a.txt")) == rows


def test_a_few_damaged_bytes_do_not_spoil_the_rest() -> None:
    data = (SENTENCE * 20).encode() + b"\xe1\xbb"
    assert read(data, "a.txt").text == SENTENCE * 20 + "\ufffd"


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, b"\x7fELF\x02\x01\x01" + bytes(500), b"\xff\xd8\xff\xe0" * 9]
)
def test_a_binary_file_is_no_text(data: bytes) -> None:
    with pytest.raises(RefusedError) as caught:
        read(data, "anh.txt")
    assert caught.value.refusal.code == RefusalCode.UNKNOWN_FORMAT


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
def test_nothing_but_space_is_an_empty_file(data: bytes) -> None:
    with pytest.raises(RefusedError) as caught:
        read(data, "a.txt")
    assert caught.value.refusal.code == RefusalCode.IS_EMPTY
