"""Numbers in words, checked against a parser of Vietnamese number words that shares nothing with them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.figures import Value, plain
from desktop.core.words import MAX_DIGITS, in_words, number_in_words, whole_in_words

PLAIN_ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
ONES = {word: digit for digit, word in enumerate(PLAIN_ONES)} | {"mốt": 1, "tư": 4, "lăm": 5}


def parse_group(words: list[str]) -> int:
    """Read up to three digits: "hai trăm linh năm", "mười lăm", "hai mươi mốt"."""
    total, pending = 0, 0
    for word in words:
        if word == "trăm":
            total, pending = total + pending * 100, 0
        elif word == "mươi":
            total, pending = total + pending * 10, 0
        elif word == "mười":
            total += 10
        elif word != "linh":
            pending = ONES[word]
    return total + pending


def parse_whole(words: list[str]) -> int:
    """Split at the last "tỷ", then at "triệu" and "nghìn", and add up."""
    for scale, factor in (("tỷ", 10**9), ("triệu", 10**6), ("nghìn", 10**3)):
        if scale in words:
            at = len(words) - 1 - words[::-1].index(scale)
            return parse_whole(words[:at]) * factor + parse_whole(words[at + 1 :])
    return parse_group(words)


def parse_number(text: str) -> Decimal:
    """Read a signed number with decimals, spoken as a number (two of them) or digit by digit."""
    words = text.split()
    sign = -1 if words[0] == "âm" else 1
    words = words[1:] if sign < 0 else words
    if "phẩy" not in words:
        return Decimal(sign * parse_whole(words))
    at = words.index("phẩy")
    whole, decimals = parse_whole(words[:at]), words[at + 1 :]
    if "mươi" in decimals or "mười" in decimals:
        spoken = str(parse_group(decimals))
    else:
        spoken = "".join(str(ONES[word]) for word in decimals)
    return sign * Decimal(f"{whole}.{spoken}")


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("218", "vụ", "hai trăm mười tám vụ"),
        ("13160", "tài khoản", "mười ba nghìn một trăm sáu mươi tài khoản"),
        ("6.3", "tỷ đồng", "sáu phẩy ba tỷ đồng"),
        ("-5.2", "%", "âm năm phẩy hai phần trăm"),
        ("57.31", "% GDP", "năm mươi bảy phẩy ba mươi mốt phần trăm GDP"),
        ("0.05", "%", "không phẩy không năm phần trăm"),
        ("102.532549", "%", "một trăm linh hai phẩy năm ba hai năm bốn chín phần trăm"),
        ("55.2", "tạ/ha", "năm mươi lăm phẩy hai tạ mỗi héc-ta"),
        ("20..25", "%", "từ hai mươi đến hai mươi lăm phần trăm"),
        ("-7..-5", "%", "từ âm bảy đến âm năm phần trăm"),
        ("3/5", "", "ba phần năm"),
        ("3/5", "chỉ tiêu", "ba trên năm chỉ tiêu"),
        ("0", "vụ", "không vụ"),
        ("-0", "", "không"),
    ],
)
def test_value_is_read_as_a_clerk_would_say_it(value: str, unit: str, words: str) -> None:
    assert in_words(Value.parse(value), unit) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (115, "một trăm mười lăm"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_000_000, "một triệu"),
        (1_000_005, "một triệu không trăm linh năm"),
        (2_005_000_000, "hai tỷ không trăm linh năm triệu"),
        (1_500_000_000_000, "một nghìn năm trăm tỷ"),
        (10**18, "một tỷ tỷ"),
        (10**18 + 10**9, "một tỷ không trăm linh một tỷ"),
    ],
)
def test_whole_number_follows_the_rules_of_speech(number: int, words: str) -> None:
    assert whole_in_words(number) == words


@given(st.integers(min_value=0, max_value=10**40))
def test_whole_number_read_back_is_itself(number: int) -> None:
    assert parse_whole(whole_in_words(number).split()) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=5))
def test_decimal_read_back_is_itself(number: Decimal) -> None:
    assert parse_number(number_in_words(number)) == number


@given(st.integers(min_value=-99_999, max_value=99_999), st.integers(min_value=0, max_value=3))
def test_short_decimal_read_back_is_itself(digits: int, places: int) -> None:
    number = Decimal(digits).scaleb(-places)
    assert parse_number(number_in_words(number)) == number


@given(st.integers(min_value=0, max_value=10**12))
def test_no_scale_word_follows_an_empty_group(number: int) -> None:
    words = whole_in_words(number)
    assert "không nghìn" not in words
    assert "không triệu" not in words
    assert "  " not in words


def test_number_too_long_to_be_heard_has_no_words() -> None:
    assert in_words(Value(Decimal(10**MAX_DIGITS)), "vụ") == ""
    assert in_words(Value(Decimal("1E+5000")), "vụ") == ""
    assert in_words(Value(Decimal("NaN")), "vụ") == ""
    assert len(plain(Decimal(10 ** (MAX_DIGITS - 1)))) == MAX_DIGITS
    assert in_words(Value(Decimal(10 ** (MAX_DIGITS - 1))), "vụ").endswith("tỷ vụ")
