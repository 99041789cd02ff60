"""Decimals as the source writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.displays import MOST_DECIMALS
from desktop.core.workbooks.written_numbers import written_decimals


@pytest.mark.parametrize(
    ("text", "number", "decimals"),
    [
        ("12,50%", "12.5", 2),
        ("6.30 điểm", "6.3", 2),
        ("giảm 5,0 lần", "-5", 1),
        ("1.200,00 tỷ đồng", "1200", 2),
        ("1.200 tỷ đồng", "1200", 0),
        ("1.200 tỷ đồng", "1.2", 3),
        ("20,50 đến 25,5%", "20.5", 2),
        ("20,50 đến 25,5%", "25.5", 1),
        ("218 vụ", "218", None),
        ("12,50%", "13", None),
        ("98,90008033121177", "98.90008033121177", None),
        ("98,9", "98.90008033121177", 1),
        ("107,57", "107.5692", 2),
        ("107,5", "107.5692", None),
        ("", "1", None),
    ],
)
def test_decimals_are_those_of_the_text(text: str, number: str, decimals: int | None) -> None:
    assert written_decimals(text, Decimal(number)) == decimals


@given(st.decimals(-(10**9), 10**9, places=3), st.integers(0, MOST_DECIMALS))
def test_any_number_is_found_in_the_way_it_was_written(number: Decimal, decimals: int) -> None:
    number = round(number, min(decimals, 3))
    text = f"{abs(number):,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    if "," in text:
        assert written_decimals(f"tăng {text} tỷ", number) == decimals
