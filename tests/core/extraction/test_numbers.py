"""Numbers as Vietnamese reports write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.extraction.numbers import parse_number, read_number, style_of
from desktop.core.figures import Value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("13.160", "13160"),
        ("6,3", "6.3"),
        ("02", "2"),
        ("5.000.000", "5000000"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("12.5", "12.5"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
    ],
)
def test_marks_are_read_the_vietnamese_way_unless_their_place_says_otherwise(
    written: str, value: str
) -> None:
    assert read_number(written).value == Decimal(value)


def test_percentage_keeps_three_decimals_behind_a_dot() -> None:
    assert read_number("12.345", is_percent=True).value == Decimal("12.345")


def test_counted_things_have_no_decimals() -> None:
    assert read_number("1,234", is_count=True).value == 1234


def test_number_that_its_marks_leave_open_is_unsure() -> None:
    assert not read_number("1,234").is_sure
    assert read_number("1.234").is_sure


@pytest.mark.parametrize(
    ("written", "value", "other"),
    [
        ("1,173,5", "1173.5", "11735"),
        ("1042.800", "1042800", "1042.8"),
        ("1.2345", "1.2345", "12345"),
        ("1,234", "1.234", "1234"),
        ("1,234.567", "1234.567", "1234567"),
        ("1.234,567", "1234.567", None),
        ("3065,9", "3065.9", None),
        ("1,2345", "1.2345", None),
        ("10,771.48", "10771.48", None),
        ("1.234.567", "1234567", None),
    ],
)
def test_slips_keep_their_second_reading(written: str, value: str, other: str | None) -> None:
    number = read_number(written)
    assert number.value == Decimal(value)
    assert number.other == (Decimal(other) if other else None)
    assert number.is_sure == (other is None)


def test_text_that_starts_decimals_with_either_mark_leaves_groups_open() -> None:
    style = style_of("tăng 12.5%, giảm 3,2%, đạt 4,75 tấn")
    assert style.is_divided
    assert read_number("1.234", style).other == Decimal("1.234")
    assert read_number("920.000", style).other is None
    assert not style_of("tăng 12.5%, giảm 3,2%, 3,1%, 4,5%, 6,7%, 8,9%").is_divided


def test_english_habit_of_a_text_turns_the_marks_round() -> None:
    style = style_of("12.5% of 1,234.5 and 3.25")
    assert (style.has_decimal_dots, style.mixes_marks, style.is_divided) == (True, True, False)
    assert read_number("1,234", style).value == 1234


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("(5,2)", Value(Decimal("-5.2"))),
        ("-5,2", Value(Decimal("-5.2"))),
        ("1 234 567", Value(Decimal(1234567))),
        ("12,3 %", Value(Decimal("12.3"))),
        ("20-25", Value(Decimal(20), high=Decimal(25))),
        ("3/5", Value(Decimal(3), of=Decimal(5))),
    ],
)
def test_whole_cells_are_read_with_sign_brackets_range_and_fraction(cell: str, value: Value) -> None:
    assert parse_number(cell) == value


@pytest.mark.parametrize("cell", ["", "-", "...", "x", "5 con", "(5", "25-20", "3/0", "1.2.3-"])
def test_cell_that_writes_no_number_has_no_value(cell: str) -> None:
    assert parse_number(cell) is None


@given(st.integers(0, 10**12), st.integers(1, 99))
def test_vietnamese_spelling_of_a_number_is_read_back(whole: int, hundredths: int) -> None:
    written = f"{whole:,}".replace(",", ".") + f",{hundredths:02d}"
    assert read_number(written).value == Decimal(f"{whole}.{hundredths:02d}")


@given(st.text(alphabet="0123456789.,- ()%/+", max_size=20))
def test_anything_typed_into_a_cell_is_read_or_refused(text: str) -> None:
    value = parse_number(text)
    assert value is None or value.number.is_finite()
