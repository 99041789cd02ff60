"""What a cell holds: texts cleaned and cut visibly, numbers as exact as Excel has them."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from desktop.core.figures import Value
from desktop.core.workbooks.cells import (
    MAX_TEXT,
    SUBSTITUTE,
    clean_text,
    decimals_shown,
    excel_number,
    local_time,
    shown_value,
    zone_text,
)


@given(st.text(max_size=60))
def test_any_text_can_stand_in_xml(text: str) -> None:
    element = etree.Element("t")
    element.text = clean_text(text)
    assert etree.fromstring(etree.tostring(element)).text == element.text or not text


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1b", "\ud800", "\udfff", "\ufffe", "\uffff"])
def test_what_xml_cannot_carry_is_replaced_visibly(bad: str) -> None:
    assert clean_text(f"số{bad}vụ") == f"số{SUBSTITUTE}vụ"


def test_line_feeds_and_tabs_stay() -> None:
    assert clean_text("a\r\nb\rc\td\n") == "a\nb\nc\td\n"


def test_text_that_looks_like_an_escape_stays_as_written() -> None:
    assert clean_text("_x0041_") == "_x005F_x0041_"
    assert clean_text("_x41_ a_x") == "_x41_ a_x"


@pytest.mark.parametrize("letter", ["a", "ữ", "😀"])
def test_text_over_the_limit_is_cut_and_says_so(letter: str) -> None:
    cut = clean_text(letter * 40_000)
    assert len(cut.encode("utf-16-le")) // 2 <= MAX_TEXT
    assert cut.endswith("… (đã cắt bớt, nguyên văn dài 40000 ký tự)")
    assert cut.startswith(letter * 1000)


def test_text_at_the_limit_is_whole() -> None:
    assert clean_text("ữ" * MAX_TEXT) == "ữ" * MAX_TEXT


@pytest.mark.parametrize(
    ("number", "held"),
    [
        ("6.3", "6.3"),
        ("-5.2", "-5.2"),
        ("123456789012345", "123456789012345"),
        ("1188207.4705448337", "1188207.4705448337"),
        ("1234567890123456.75", "1234567890123460"),
        ("0", "0"),
    ],
)
def test_number_is_held_as_exactly_as_excel_can(number: str, held: str) -> None:
    assert excel_number(Decimal(number)) == Decimal(held)


@pytest.mark.parametrize("number", ["1E+400", "1E-400", "NaN", "Infinity"])
def test_number_beyond_excel_is_not_held(number: str) -> None:
    assert excel_number(Decimal(number)) is None


@pytest.mark.parametrize(
    ("number", "decimals"),
    [("13160", 0), ("6.3", 1), ("1.2345", 4), ("98.90008033121177", 2), ("0.00123456", 4), ("1E-300", 15)],
)
def test_remainders_of_divisions_are_not_shown(number: str, decimals: int) -> None:
    assert decimals_shown(Decimal(number)) == decimals


def test_range_is_shown_with_the_decimals_of_each_end() -> None:
    assert str(shown_value(Value(Decimal("20.123456"), Decimal("25.5")))) == "20.12..25.5"
    assert shown_value(Value(Decimal("1E+400"))) == Value(Decimal("1E+400"))


def test_zone_that_cells_cannot_hold_is_told() -> None:
    moment = datetime(2021, 4, 5, 7, 24, tzinfo=UTC)
    hours, minutes = divmod(round(moment.astimezone().utcoffset().total_seconds()) // 60, 60)  # type: ignore[union-attr]
    assert zone_text(moment) == f"UTC{hours:+03d}:{minutes:02d}"


def test_moment_is_told_by_the_clock_on_the_wall() -> None:
    moment = datetime(2021, 4, 5, 7, 24, 30, 999, tzinfo=UTC)
    told = local_time(moment)
    assert told.tzinfo is None
    assert told == moment.astimezone().replace(tzinfo=None, microsecond=0)
    assert told == local_time(moment.astimezone(timezone(timedelta(hours=7))))
