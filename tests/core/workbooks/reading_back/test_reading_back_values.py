"""What a cell says of a value: in all the ways an office types it, never taken for what it is not."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.core.displays import quantity_text, value_text
from desktop.core.figures import Reading, Value
from desktop.core.workbooks.cells import excel_number
from desktop.core.workbooks.reading_back.handed import CellKind, HandedCell
from desktop.core.workbooks.reading_back.values import ReadValue, Trouble, read_value, same_number, same_value

numbers = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=4)
positive = st.decimals(0, 10**9, allow_nan=False, allow_infinity=False, places=2)


def typed(text: str, unit: str = "") -> ReadValue | Trouble:
    """Return what a cell of text says."""
    return read_value(HandedCell(CellKind.TEXT, text), unit)


def meant(found: ReadValue | Trouble) -> set[Value]:
    """Return the values that may be meant."""
    assert isinstance(found, ReadValue)
    return {value for value in (found.value, found.other) if value is not None}


@given(numbers)
@example(Decimal("1234.5"))
@example(Decimal("-0.0004"))
def test_number_as_the_program_shows_it_reads_back(number: Decimal) -> None:
    assert any(same_value(Value(number), each) for each in meant(typed(value_text(Value(number)))))


@given(positive, positive, st.sampled_from(["", "vụ", "tỷ đồng", "%", "điểm phần trăm"]))
def test_range_with_its_unit_reads_back(one: Decimal, other: Decimal, unit: str) -> None:
    if one == other:
        return
    value = Value(min(one, other), high=max(one, other))
    found = typed(quantity_text(Reading(value, unit)), unit)
    assert isinstance(found, ReadValue)
    assert found.value.high is not None


@given(st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=6))
def test_what_excel_holds_of_a_number_is_the_same_number(number: Decimal) -> None:
    held = excel_number(number)
    assert held is not None
    assert same_number(number, held)
    assert same_number(number, Decimal(repr(float(held))))


@given(st.floats(1e-9, 1e15), st.sampled_from([15, 16, 17]), st.sampled_from([15, 16]))
@example(104.76132523557546, 16, 15)
@example(110.07119519180348, 16, 15)
def test_number_that_programs_rounded_one_after_the_other_is_the_same(
    number: float, first: int, second: int
) -> None:
    once = format(number, f".{first}g")
    twice = format(float(once), f".{second}g")
    assert same_number(Decimal(repr(number)), Decimal(twice))


@given(st.integers(10**14, 10**15 - 2), st.integers(-12, 3))
def test_the_fifteenth_digit_counts(digits: int, exponent: int) -> None:
    one, other = (Decimal(each).scaleb(exponent) for each in (digits, digits + 1))
    assert not same_number(one, other)


@given(st.text(max_size=40))
def test_any_text_is_a_value_or_a_trouble(text: str) -> None:
    assert isinstance(typed(text, "vụ"), ReadValue | Trouble)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1.234,5", "", "1234.5"),
        ("1 234 567", "", "1234567"),
        ("1\u00a0234,5 tỷ  đồng", "tỷ đồng", "1234.5"),
        ("12,5%", "%", "12.5"),
        ("12,5 %", "%", "12.5"),
        ("12,5", "%", "12.5"),
        ("−5,2%", "%", "-5.2"),
        ("- 5,2", "%", "-5.2"),
        ("(5,2)", "%", "-5.2"),
        ("+2–5", "%", "2..5"),
        ("−5 đến −2%", "%", "-5..-2"),
        ("20..25", "", "20..25"),
        ("1.200/1.500", "xã", "1200/1500"),
        ("3/5 xã", "xã", "3/5"),
        ("6,3TỶ ĐỒNG", "tỷ đồng", "6.3"),
        ("2,4 lần", "lần", "2.4"),
    ],
)
def test_ways_to_type_a_value(text: str, unit: str, value: str) -> None:
    found = typed(text, unit)
    assert isinstance(found, ReadValue)
    assert str(found.value) == value


@pytest.mark.parametrize(
    ("text", "unit", "trouble"),
    [
        ("", "", Trouble.NO_NUMBER),
        ("–", "", Trouble.NO_NUMBER),
        ("khoảng 5", "", Trouble.NO_NUMBER),
        ("#DIV/0!", "", Trouble.NO_NUMBER),
        ("=A1+1", "", Trouble.NO_NUMBER),
        ("5/0", "", Trouble.NO_NUMBER),
        ("25-20", "", Trouble.NO_NUMBER),
        ("5 tấn", "tạ", Trouble.OTHER_UNIT),
        ("5 nghìn tấn", "tấn", Trouble.OTHER_UNIT),
        ("12,5%", "vụ", Trouble.PERCENT),
    ],
)
def test_what_is_not_taken(text: str, unit: str, trouble: Trouble) -> None:
    assert typed(text, unit) is trouble


def test_a_typed_number_that_reads_two_ways_says_so() -> None:
    found = typed("13.160")
    assert isinstance(found, ReadValue)
    assert (str(found.value), str(found.other)) == ("13160", "13.16")
