"""Slips of typing in headers: what is put right, and what only looks like a slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.extraction.tables.headers import Header, read_header
from desktop.core.extraction.tables.slips import mended

_SOUND = "Tháng 7 năm 2016 so với cùng kỳ năm trước (%)"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Thágn 4", "tháng 4"),
        ("háng 4 năm 2011", "tháng 4 năm 2011"),
        ("T háng 4 năm 2011", "tháng 4 năm 2011"),
        ("so vớicùng kỳ nm 2011", "so với cùng kỳ năm 2011"),
        ("so với với cung kỳ năm tước", "so với cùng kỳ năm trước"),
        ("so với cù ng kỳ", "so với cùng kỳ"),
        ("so với kêế hoạch", "so với kế hoạch"),
        ("uý III năm 2013", "quý III năm 2013"),
        ("5 tháng năm 2013/5 tháng năm 2012", "5 tháng năm 2013/ 5 tháng năm 2012"),
        ("cùng kỳ nam 2012", "cùng kỳ năm 2012"),
    ],
)
def test_slips_are_put_right(written: str, meant: str) -> None:
    assert mended(written).split() == meant.split()


@pytest.mark.parametrize(
    "sound",
    [
        "Số vốn đăng ký (Triệu USD)",
        "Quý I năm 2019",
        "Quý I năm trước",
        "Đầu tư vào Việt Nam 2015",
        "Nam 2019",
        "Xe hạng 3",
        "12 mặt hàng 5 sao",
        "Tăng 5 bậc",
        "Thực hiện\nTháng 12",
    ],
)
def test_what_only_looks_like_a_slip_stays(sound: str) -> None:
    assert mended(sound) == sound


@given(st.sampled_from([i for i, letter in enumerate(_SOUND) if letter.isalpha()]), st.booleans())
def test_any_one_letter_lost_or_doubled_costs_nothing(place: int, is_lost: bool) -> None:
    letter = "" if is_lost else _SOUND[place] * 2
    header = read_header(mended(_SOUND[:place] + letter + _SOUND[place + 1 :]))
    assert _meaning(header) == _meaning(read_header(_SOUND))


@given(st.text(max_size=60))
def test_mending_twice_changes_nothing_more(text: str) -> None:
    assert mended(mended(text)).split() == mended(text).split()


def _meaning(header: Header) -> tuple[object, ...]:
    return header.kind, header.base, header.period
