"""No text becomes a formula, and guarding loses nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.outputs.guarding import Guard

SIGNS = "=+-@＝＋－＠"
PIECES = st.sampled_from(
    [
        *SIGNS,
        "'",
        '"',
        ",",
        ";",
        "\t",
        "\n",
        "\r",
        " ",
        "\u200b",
        "\ufeff",
        "“",
        "1",
        "a",
        "cmd|' /C calc'!A0",
        "−5,2",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))
NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*%?")
INVISIBLE = ' "\u200b\ufeff“”\x00\x1f'


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("+2,4 lần", "'+2,4 lần"),
        ("＝HYPERLINK()", "'＝HYPERLINK()"),
        (' "=1+1"', '\' "=1+1"'),
        ("\tthụt vào", "'\tthụt vào"),
        ("'=đã có dấu nháy", "''=đã có dấu nháy"),
        ("tăng; =1+1", "tăng;' =1+1"),
        ("dòng một\n=1+1", "dòng một\n'=1+1"),
    ],
)
def test_what_could_be_a_formula_gets_an_apostrophe(text: str, guarded: str) -> None:
    assert Guard(",").guarded(text) == guarded


@pytest.mark.parametrize(
    "text", ["-5,2", "-5.2", "+2,4%", "tăng 5,2%, -3%", "a=b", "thư@tinh.vn", "−5,2", ""]
)
def test_numbers_and_harmless_texts_stay_as_they_are(text: str) -> None:
    assert Guard(",").guarded(text) == text


@given(TEXTS, st.sampled_from(",;"))
def test_guarding_is_undone_exactly(text: str, separator: str) -> None:
    guard = Guard(separator)
    assert guard.unguarded(guard.guarded(text)) == text


@given(TEXTS, st.sampled_from(",;"))
def test_no_cell_of_any_spreadsheet_begins_with_a_sign(text: str, separator: str) -> None:
    guarded = Guard(separator).guarded(text)
    if NUMBER.fullmatch(guarded):
        return
    other = ",;".replace(separator, "")
    for cell in (guarded, *re.split(rf"[{other}\t\r\n]", guarded)):
        assert not cell.strip(INVISIBLE).startswith(tuple(SIGNS))
