"""A file is read as editors leave it; one that cannot be read is refused with its line."""

import unicodedata
from pathlib import Path

import pytest

from desktop.core.errors import Refusal, RefusalCode, RefusedError
from desktop.core.wordlists.reading import read


def refusal_of(path: Path) -> Refusal:
    with pytest.raises(RefusedError) as caught:
        read(path, "units.toml")
    return caught.value.refusal


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "units.toml"


def test_byte_order_mark_windows_line_ends_and_decomposed_letters_are_put_right(file: Path) -> None:
    text = unicodedata.normalize("NFD", '[count]\r\nnouns = ["hộ nuôi"]\r\n')
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert read(file, "units.toml").content == {"count": {"nouns": ["hộ nuôi"]}}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[count]\nnouns = ["vụ" "hộ"]\n', "2"),
        ('[count]\nnouns = ["vụ", hộ]\n', "2"),
        ('[count]\n\nnouns = ["vụ\n]\n', "3"),
        ("[count\nnouns = []\n", "1"),
        ("[count]\nnouns\n", "2"),
        ("[count]\n\n# the end\nnouns = [\n", "4"),
    ],
)
def test_wrong_syntax_is_told_with_its_line(file: Path, text: str, line: str) -> None:
    file.write_text(text, encoding="utf-8")
    refusal = refusal_of(file)
    assert (refusal.code, refusal.details["line"]) == (RefusalCode.LIST_SYNTAX, line)
    assert refusal.details["text"] in text


def test_long_line_is_shown_around_the_place(file: Path) -> None:
    words = ", ".join(f'"từ {number}"' for number in range(100))
    file.write_text(f'nouns = [{words}, "x" "here"]', encoding="utf-8")
    assert '"x" "here"' in refusal_of(file).details["text"]


@pytest.mark.parametrize(
    "text", ["[count]\na = 1\n[time]\n[count]\n", "[count]\na = 1\n\na = 2\n", "a = 1\n\n\n[a.b]\n"]
)
def test_name_declared_twice_is_no_wrong_syntax(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    refusal = refusal_of(file)
    assert (refusal.code, refusal.details["line"]) == (RefusalCode.LIST_DECLARED_TWICE, "4")


def test_letters_of_another_encoding_are_told_with_their_line(file: Path) -> None:
    file.write_bytes(b'[count]\nnouns = ["v\xf4"]\n')
    refusal = refusal_of(file)
    assert (refusal.code, refusal.details["line"]) == (RefusalCode.LIST_NOT_UTF8, "2")


def test_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "nowhere.toml").code == RefusalCode.LIST_UNREADABLE
    assert refusal_of(tmp_path).code == RefusalCode.LIST_UNREADABLE
