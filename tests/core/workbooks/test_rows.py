"""Rows as XML: texts stay texts, numbers stay exact."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from desktop.core.workbooks.rows import (
    MAX_TEXT,
    SUBSTITUTE,
    Cell,
    clean_text,
    excel_number,
    local_time,
    row_xml,
)


@given(st.text(max_size=60))
def test_any_text_makes_well_formed_xml_and_is_read_back(text: str) -> None:
    kept = clean_text(text)
    found = etree.fromstring(row_xml(1, [Cell(kept, 0)], 15)).findtext("c/is/t") or ""
    assert found.replace("_x005F_", "_") == kept


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1b", "\ud800", "\udfff", "\ufffe", "\uffff"])
def test_what_xml_cannot_carry_is_replaced_visibly(bad: str) -> None:
    assert clean_text(f"số{bad}vụ") == f"số{SUBSTITUTE}vụ"


def test_line_feeds_and_tabs_stay() -> None:
    assert clean_text("a\r\nb\rc\td\n") == "a\nb\nc\td\n"


def test_text_that_looks_like_an_escape_stays_as_written() -> None:
    assert "_x005F_x0041_" in row_xml(1, [Cell("_x0041_", 0)], 15)
    assert "005F" not in row_xml(1, [Cell("_x41_ a_x", 0)], 15)


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


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=2))
def test_number_of_up_to_15_digits_is_read_back_exactly(number: Decimal) -> None:
    held = excel_number(number)
    text = etree.fromstring(row_xml(1, [Cell(held, 0)], 15)).findtext("c/v")
    assert text is not None
    assert Decimal(repr(float(text))) == number


def test_moment_is_told_by_the_clock_on_the_wall() -> None:
    moment = datetime(2021, 4, 5, 7, 24, 30, 999, tzinfo=UTC)
    told = local_time(moment)
    assert told.tzinfo is None
    assert told == moment.astimezone().replace(tzinfo=None, microsecond=0)
    assert told == local_time(moment.astimezone(timezone(timedelta(hours=7))))


def test_cells_are_named_by_column_and_row() -> None:
    row = etree.fromstring(row_xml(7, [Cell(None, 3), Cell(5, 4)] * 20, 15))
    assert [cell.get("r") for cell in row][-1] == "AN7"
    assert row.get("customHeight") is None
