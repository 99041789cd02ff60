"""Numbers, quantities and periods as a Vietnamese reader expects them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.displays import (
    decimals_of,
    number_text,
    period_from_text,
    period_text,
    quantity_text,
    reading_text,
    shortened,
    value_text,
)
from desktop.core.figures import Base, Kind, Reading, Value


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("13160", "13.160"),
        ("6.3", "6,3"),
        ("6.30", "6,3"),
        ("1234567.891", "1.234.567,891"),
        ("999", "999"),
        ("-5.2", "−5,2"),
        ("0.05", "0,05"),
        ("1E+6", "1.000.000"),
        ("-0.0", "0"),
        ("123456789012345678901234567890.12", "123.456.789.012.345.678.901.234.567.890,12"),
    ],
)
def test_dot_groups_thousands_and_comma_starts_decimals(number: str, text: str) -> None:
    assert number_text(Decimal(number)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("20..25", "20–25"),
        ("1000..1250.5", "1.000–1.250,5"),
        ("-7..-5", "−7 đến −5"),
        ("-1..2", "−1 đến 2"),
        ("3/5", "3/5"),
        ("1200/1500", "1.200/1.500"),
    ],
)
def test_range_and_fraction_are_written_as_in_reports(value: str, text: str) -> None:
    assert value_text(Value.parse(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("2.4", "+2,4"), ("-5.2", "−5,2"), ("0", "0"), ("5..7", "+5–7"), ("-1..2", "−1 đến +2")],
)
def test_only_a_change_shows_the_sign_of_a_rise(value: str, text: str) -> None:
    parsed = Value.parse(value)
    assert reading_text(Reading(parsed, "%", Kind.CHANGE, Base.PREVIOUS)) == text
    assert "+" not in reading_text(Reading(parsed, "%", Kind.RATIO, Base.PLAN))


@pytest.mark.parametrize(
    ("unit", "text"),
    [("%", "57,31%"), ("% GDP", "57,31% GDP"), ("‰", "57,31‰"), ("tạ/ha", "57,31 tạ/ha"), ("", "57,31")],
)
def test_unit_stands_behind_the_number_and_percent_close_to_it(unit: str, text: str) -> None:
    assert quantity_text(Reading(Value(Decimal("57.31")), unit)) == text


@pytest.mark.parametrize(
    ("value", "decimals"), [("5", 0), ("5.20", 1), ("20..25.75", 2), ("3/5", 0), ("102.532549", 6)]
)
def test_decimals_are_counted_over_all_parts_of_a_value(value: str, decimals: int) -> None:
    assert decimals_of(Value.parse(value)) == decimals


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("2021", "Năm 2021"),
        ("2021-03", "Tháng 3/2021"),
        ("2021-Q1", "Quý I/2021"),
        ("2021-Q4", "Quý IV/2021"),
        ("2021-01/2021-08", "8 tháng đầu năm 2021"),
        ("2021-01/2021-12", "Năm 2021"),
        ("2021-07/2021-09", "Tháng 7–9/2021"),
        ("2016/2020", "Giai đoạn 2016–2020"),
        ("2021-Q5", "2021-Q5"),
        ("", ""),
    ],
)
def test_period_is_spelled_as_offices_spell_it(period: str, text: str) -> None:
    assert period_text(period) == text


@pytest.mark.parametrize("canonical", ["2021", "2021-Q1", "2021-Q4", "2021-03", "2021-01/2021-08", ""])
def test_period_as_shown_reads_back_as_itself(canonical: str) -> None:
    assert period_from_text(period_text(canonical)) == canonical


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("quý 2/2021", "2021-Q2"),
        ("Q3 2020", "2020-Q3"),
        ("quý IV năm 2019", "2019-Q4"),
        ("3/2021", "2021-03"),
        ("tháng 12 năm 2020", "2020-12"),
        ("9 tháng 2021", "2021-01/2021-09"),
        ("2021-03", "2021-03"),
    ],
)
def test_period_is_taken_as_people_type_it(typed: str, canonical: str) -> None:
    assert period_from_text(typed) == canonical


@pytest.mark.parametrize("typed", ["hôm qua", "13/2021", "quý 5/2021", "21"])
def test_what_is_no_period_is_refused(typed: str) -> None:
    assert period_from_text(typed) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**24), max_value=10**24))
def test_shown_number_read_back_is_itself(number: Decimal) -> None:
    shown = number_text(number).replace(".", "").replace(",", ".").replace("−", "-")
    assert Decimal(shown) == number


def test_many_decimals_end_in_dots_in_a_narrow_column_and_none_is_rounded() -> None:
    assert shortened(number_text(Decimal("1005.227209"))) == "1.005,227…"
    assert shortened(number_text(Decimal("6.1234"))) == "6,1234"
    assert shortened("3/5") == "3/5"
