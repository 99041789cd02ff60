"""Tables for a terminal: aligned, cut to its width, harmless."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.terminal_tables import Column, fit, printable, table_lines, width_of

COLUMNS = (Column(8), Column(6, is_right=True), Column(None))


def test_columns_are_aligned_under_their_headings() -> None:
    rows = [("1–2", "13.160", "số tài khoản"), ("GDP!C12", "6,3", "thu")]
    assert list(table_lines(("Vị trí", "Số", "Chỉ tiêu"), rows, COLUMNS, 80)) == [
        "Vị trí       Số  Chỉ tiêu",
        "───────  ──────  ────────────",
        "1–2      13.160  số tài khoản",
        "GDP!C12     6,3  thu",
    ]


def test_decomposed_letters_take_no_room_of_their_own() -> None:
    composed = "số vụ ma túy"
    decomposed = unicodedata.normalize("NFD", composed)
    assert width_of(decomposed) == width_of(composed) == 12
    assert width_of("人口") == 4


def test_text_too_wide_is_cut_with_an_ellipsis_and_its_marks_stay_whole() -> None:
    decomposed = unicodedata.normalize("NFD", "tài khoản")
    assert unicodedata.normalize("NFC", fit(decomposed, 4)) == "tài…"
    assert fit("人口人口", 4) == "人… "
    assert fit("ab", 4, is_right=True) == "  ab"


def test_no_line_is_wider_than_the_terminal() -> None:
    rows = [("x" * 30, "1" * 30, "số " * 60)]
    for width in (40, 60, 200):
        assert all(width_of(line) <= width for line in table_lines(("a", "b", "c"), rows, COLUMNS, width))


def test_text_cannot_give_orders_to_the_terminal() -> None:
    bad = "\N{REPLACEMENT CHARACTER}"
    assert printable("a\x1b[31m\nb\u202e\tc\x9b") == f"a{bad}[31m b{bad} c{bad}"
    assert printable("a\n b\xa0c") == "a b c"


@given(st.text(max_size=40), st.integers(1, 30))
def test_fitted_text_takes_exactly_its_width(text: str, width: int) -> None:
    assert width_of(fit(printable(text), width)) == width
