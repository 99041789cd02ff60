"""Number words read as a number, against two spellers: the program's own and one that spells as people do."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.extraction.number_words import number_of
from desktop.core.words import number_in_words, whole_in_words

ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))


def spelled(number: int, choices: st.DataObject, *, is_behind: bool = False) -> str:
    """Spell a number from 1 as people do: each word that has another name is drawn."""

    def either(*words: str) -> str:
        return choices.draw(st.sampled_from(words))

    for size, scale in SCALES:
        many, rest = divmod(number, size)
        if many:
            scale = either("nghìn", "ngàn") if scale == "nghìn" else scale
            words = f"{spelled(many, choices, is_behind=is_behind)} {scale}"
            return f"{words} {spelled(rest, choices, is_behind=True)}" if rest else words
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words_of = [f"{ONES[hundreds]} trăm"] if hundreds else []
    if not hundreds and is_behind and (tens or choices.draw(st.booleans())):
        words_of = ["không trăm"]
    if tens == 0 and ones and (words_of or is_behind):
        words_of.append(f"{either('linh', 'lẻ')} {either('bốn', 'tư') if ones == 4 else ONES[ones]}")
    elif tens == 0 and ones:
        words_of.append(ONES[ones])
    elif tens == 1:
        words_of.append(f"mười {either('lăm', 'nhăm') if ones == 5 else ONES[ones]}" if ones else "mười")
    elif tens and not ones:
        words_of.append(f"{ONES[tens]} {either('mươi', 'chục')}")
    elif tens:
        names = {1: ("mốt",), 4: ("tư", "bốn"), 5: ("lăm", "nhăm")}.get(ones, (ONES[ones],))
        is_short = ones in (1, 5) and either("short", "full") == "short"
        words_of.append(f"{ONES[tens]} {'' if is_short else 'mươi '}{either(*names)}")
    return " ".join(words_of)


@given(st.integers(1, 10**13))
def test_number_as_the_program_speaks_it_is_read_back(number: int) -> None:
    assert number_of(whole_in_words(number).split()) == number


@given(st.one_of(st.integers(1, 10**13), st.integers(1, 20_000)), st.data())
def test_number_as_people_write_it_is_read_back(number: int, choices: st.DataObject) -> None:
    assert number_of(spelled(number, choices).split()) == number


@given(st.integers(1, 10**7), st.integers(0, 3))
def test_decimal_is_read_back(digits: int, places: int) -> None:
    number = Decimal(digits).scaleb(-places)
    assert number_of(number_in_words(number).split()) == number


@given(st.lists(st.sampled_from([*ONES, "mười", "mươi", "trăm", "nghìn", "tỷ", "linh", "rưỡi", "phẩy"])))
def test_any_row_of_number_words_is_read_or_refused(words: list[str]) -> None:
    number = number_of(words)
    assert number is None or number >= 0


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("mười", 10),
        ("hai mốt", 21),
        ("ba lăm", 35),
        ("bẩy mươi", 70),
        ("năm chục", 50),
        ("một trăm linh ba", 103),
        ("một trăm hai mốt", 121),
        ("một trăm rưỡi", 150),
        ("hai nghìn không trăm lẻ năm", 2005),
        ("một ngàn linh năm", 1005),
        ("một vạn hai", 12_000),
        ("ba vạn tám nghìn", 38_000),
        ("hai nghìn tư", 2400),
        ("ba triệu rưỡi", 3_500_000),
        ("hai tỷ rưỡi", 2_500_000_000),
        ("tám trăm ba mươi năm triệu", 835_000_000),
        ("ba mươi hai nghìn năm trăm tỷ", 32_500_000_000_000),
    ],
)
def test_usual_spellings_are_read(words: str, number: int) -> None:
    assert number_of(words.split()) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("hai phẩy năm", "2.5"),
        ("không phẩy không năm", "0.05"),
        ("năm mươi bảy phẩy ba mươi mốt", "57.31"),
        ("hai phẩy hai lăm", "2.25"),
        ("sáu phẩy ba tỷ", "6300000000"),
        ("một phẩy năm nghìn tỷ", "1500000000000"),
    ],
)
def test_decimals_are_read(words: str, number: str) -> None:
    assert number_of(words.split()) == Decimal(number)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "hai ba",
        "hai ba mươi",
        "ba bốn chục",
        "mười mươi",
        "trăm",
        "linh ba",
        "không trăm hai mươi",
        "hai trăm ba",
        "hai mươi năm",
        "một triệu năm",
        "một nghìn hai triệu",
        "hai nghìn ba nghìn",
        "hai phẩy",
        "phẩy năm",
        "hai phẩy năm trăm",
        "một " * 41,
    ],
)
def test_words_that_spell_no_one_number_are_refused(words: str) -> None:
    assert number_of(words.split()) is None
