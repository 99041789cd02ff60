"""Names of sheets that Excel takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.workbooks.titles import LONGEST_TITLE, cell_target, continued_title, sheet_title


@pytest.mark.parametrize(
    ("wanted", "title"),
    [
        ("Số liệu", "Số liệu"),
        ("Quý I/2021: [thu]*", "Quý I_2021_ _thu__"),
        ("'Của tôi'", "Của tôi"),
        ("History", "History (2)"),
        ("", "Trang"),
        ("'''", "Trang"),
        ("a\x00b\ud800", "a_b_"),
        ("ữ" * 40, "ữ" * 31),
        ("😀" * 40, "😀" * 15),
    ],
)
def test_title_is_what_excel_takes(wanted: str, title: str) -> None:
    assert sheet_title(wanted) == title


def test_title_that_differs_by_case_alone_gets_a_number() -> None:
    assert sheet_title("số LIỆU", ["Số liệu", "Số liệu (2)"]) == "số LIỆU (3)"


@given(st.lists(st.text(st.sampled_from("aA'[]/:\\*?\x00\ud800😀ữ "), max_size=40), max_size=12))
def test_any_titles_are_taken_by_excel_and_unlike(wanted: list[str]) -> None:
    titles: list[str] = []
    for each in wanted:
        titles.append(sheet_title(each, titles))
    assert len({title.casefold() for title in titles}) == len(titles)
    for title in titles:
        assert 1 <= len(title.encode("utf-16-le")) // 2 <= LONGEST_TITLE
        assert not set(title) & set("[]:*?/\\\x00")
        assert title[0] != "'" != title[-1]


def test_long_title_makes_room_for_its_number() -> None:
    assert continued_title("Số liệu", 1) == "Số liệu"
    assert continued_title("a" * 31, 12) == "a" * 26 + " (12)"


def test_apostrophe_in_a_title_is_doubled_in_links() -> None:
    assert cell_target("Thu 'khác'", "B7") == "'Thu ''khác'''!B7"
