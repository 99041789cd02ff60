"""Units are converted exactly, within one measure, or not at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.figures import Value
from desktop.core.workbooks.forms.units import are_convertible, conversion_text, converted


@pytest.mark.parametrize(
    ("value", "unit", "wanted", "expected"),
    [
        ("1411", "tỷ đồng", "triệu đồng", "1411000"),
        ("1411000", "Triệu đồng", "tỷ đồng", "1411"),
        ("1.5", "nghìn tỷ đồng", "tỉ đồng", "1500"),
        ("7.25", "trđ", "nghìn đồng", "7250"),
        ("3", "tr.USD", "nghìn USD", "3000"),
        ("12.5", "nghìn tấn", "tấn", "12500"),
        ("5", "tạ", "kg", "500"),
        ("62.5", "tạ/ha", "tấn/ha", "6.25"),
        ("2.3", "nghìn ha", "ha", "2300"),
        ("1", "km2", "ha", "100"),
        ("12345", "người", "nghìn người", "12.345"),
        ("4", "1.000 con", "con", "4000"),
        ("3", "‰", "%", "0.3"),
        ("20..25", "tỷ đồng", "triệu đồng", "20000..25000"),
        ("3/5", "xã", "xã", "3/5"),
        ("8", "", "", "8"),
    ],
)
def test_value_is_told_in_another_unit(value: str, unit: str, wanted: str, expected: str) -> None:
    assert str(converted(Value.parse(value), unit, wanted)) == expected


@pytest.mark.parametrize(
    ("value", "unit", "wanted"),
    [
        ("3", "người", "hộ"),
        ("3", "tỷ đồng", "triệu USD"),
        ("3", "tấn", "ha"),
        ("3", "%", "điểm phần trăm"),
        ("3", "tạ/ha", "tấn"),
        ("3", "", "triệu đồng"),
        ("3/5", "nghìn người", "người"),
    ],
)
def test_what_does_not_measure_the_same_is_not_converted(value: str, unit: str, wanted: str) -> None:
    assert converted(Value.parse(value), unit, wanted) is None


def test_conversion_is_told_as_reports_write_numbers() -> None:
    old, new = Value(Decimal(1411)), Value(Decimal(1411000))
    told = conversion_text(old, "tỷ đồng", new, "triệu đồng")
    assert told == "1.411 tỷ đồng → 1.411.000 triệu đồng"
    assert conversion_text(old, "vụ", old, "vụ") == ""


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15))
def test_there_and_back_is_the_same(number: Decimal) -> None:
    value = Value(number)
    there = converted(value, "nghìn tỷ đồng", "đồng")
    assert there is not None
    assert converted(there, "đồng", "nghìn tỷ đồng") == value
    assert are_convertible("nghìn tỷ đồng", "VNĐ")
