"""Numbers and dates as the formats of a workbook show them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.number_formats import formatted_date, formatted_number, shown_number

MONEY = '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("0", "0.4", "0"),
        ("0.0", "102.55", "102,6"),
        ("0.0", "-3.25", "−3,3"),
        ("#,##0.00", "1234.5", "1.234,50"),
        ("#,##0", "1234567.8", "1.234.568"),
        ("#,##0_);(#,##0)", "-1234", "(1.234)"),
        ("0.0##", "1.5", "1,5"),
        ("0.0%", "0.1234", "12,3%"),
        ("#,##0,", "123456", "123"),
        ("0000", "12", "0012"),
        ("#\\ ###\\ ##0", "1234567", "1 234 567"),
        ('0.0" lần"', "2.25", "2,3 lần"),
        ("[Red]0.0", "-3", "−3,0"),
        ("0;[Red]-0", "-4", "−4"),
        ("#,##0\\ [$₫-42A]", "1500", "1.500 ₫"),
        (MONEY, "0", "-"),
        (MONEY, "-5.5", "(5,50)"),
        ("#", "0", ""),
    ],
)
def test_number_is_shown_by_its_format(code: str, number: str, shown: str) -> None:
    assert formatted_number(Decimal(number), code) == shown


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("0.0", "-0.04", "−0,0"),
        ("#,##0.0_);(#,##0.0)", "26054.851082106055", "26.054,9"),
        ("General", "26054.851082106055", "26054,85108"),
        ("", "-102.62", "−102,62"),
        ("General", "123456789012345", "123456789012345"),
        (";;;", "12.5", "12,5"),
        ("0.00E+00", "12.5", "12,5"),
    ],
)
def test_cell_shows_its_number_in_full_where_its_format_tells_nothing(
    code: str, number: str, shown: str
) -> None:
    assert shown_number(Decimal(number), code) == shown


@pytest.mark.parametrize("code", ["General", "", "@", "[<5]0;0.0", "0.00E+00", "# ?/?", "dd/mm/yyyy", ";;;"])
def test_format_that_says_nothing_of_numbers_is_told(code: str) -> None:
    assert formatted_number(Decimal(3), code) is None


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("d/m/yyyy", "5/4/2021"),
        ("mmm-yy", "Thg4-21"),
        ('"Tháng "mm/yyyy', "Tháng 04/2021"),
        ("0.0", "05/04/2021"),
        ("General", "05/04/2021"),
    ],
)
def test_date_is_shown_by_its_format(code: str, shown: str) -> None:
    assert formatted_date("05/04/2021", code) == shown


def test_what_is_no_date_stays_as_it_is() -> None:
    assert formatted_date("31/02/2021", "d/m/yyyy") == "31/02/2021"
    assert formatted_date("Quý I", "d/m/yyyy") == "Quý I"


def test_endless_code_is_not_followed() -> None:
    assert formatted_number(Decimal(3), "0" * 1_000_000) is None
    assert formatted_date("05/04/2021", "d" * 1_000_000) == "05/04/2021"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_format_with_as_many_decimals_shows_the_number_itself(number: Decimal) -> None:
    shown = formatted_number(number, "#,##0.000000")
    assert shown is not None
    assert Decimal(shown.replace(".", "").replace(",", ".").replace("−", "-")) == number


@given(st.decimals(allow_nan=False, allow_infinity=False), st.text(max_size=20))
def test_any_code_is_shown_or_told_not_to_be_understood(number: Decimal, code: str) -> None:
    shown = formatted_number(number, code)
    assert shown is None or shown == shown.strip()
