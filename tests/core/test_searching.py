"""Words of figures and what finds them: accents optional, numbers in two notations."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.displays import number_text
from desktop.core.figures import Reading, Value, plain
from desktop.core.folding import folded
from desktop.core.searching import ids_found, terms_of, words_of

_READINGS = {
    1: Reading(Value(Decimal(13160)), "tài khoản", indicator="Số tài khoản thư điện tử"),
    2: Reading(Value(Decimal(218)), "vụ", indicator="Số vụ ma túy"),
    3: Reading(Value(Decimal("-5.2")), "%", indicator="Số vụ ma túy"),
    4: Reading(Value(Decimal(20), high=Decimal(25)), "tỷ đồng", indicator="Đầu tư công"),
    5: Reading(Value(Decimal(3), of=Decimal(5)), "m²", indicator="Diện tích 1.200 hộ"),
}


def _found(text: str, notes: dict[int, str] | None = None) -> set[int]:
    words = {each: words_of(reading, (notes or {}).get(each, "")) for each, reading in _READINGS.items()}
    return set(ids_found(words, terms_of(text)))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("số vụ", {2, 3}),
        ("so vu", {2, 3}),
        ("SỐ VỤ", {2, 3}),
        ("vu so", {2, 3}),
        ("so\u0302\u0301 vu\u0323", {2, 3}),
        ("dau tu", {4}),
        ("Đầu", {4}),
        ("ty dong", {4}),
        ("13.160", {1}),
        ("13160", {1}),
        ("13,160", {1}),
        ("13.1", {1}),
        ("5,2", {3}),
        ("5.2", {3}),
        ("-5,2%", {3}),
        ("−5,2 %", {3}),
        ("25", {4}),
        ("3/5", {5}),
        ("m2", {5}),
        ("1200", {5}),
        ("ma 218", {2}),
        ("uy", set()),
        ("ma 219", set()),
    ],
)
def test_figures_are_found_as_they_are_typed(typed: str, found: set[int]) -> None:
    assert _found(typed) == found


def test_note_is_searched_too() -> None:
    assert _found("da goi", {2: "Đã gọi điện hỏi lại"}) == {2}


@pytest.mark.parametrize("typed", ["", "  ", "—", "(", '"', "'*"])
def test_nothing_to_search_for_lets_everything_through(typed: str) -> None:
    assert terms_of(typed) == ()
    assert _found(typed) == set(_READINGS)


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_every_number_is_found_in_both_notations(number: Decimal) -> None:
    words = {1: words_of(Reading(Value(number)))}
    assert ids_found(words, terms_of(number_text(number))) == {1}
    assert ids_found(words, terms_of(plain(number))) == {1}


@given(st.text())
def test_terms_hold_nothing_that_a_query_language_would_read(text: str) -> None:
    assert all(
        form and not set(form) & set("\"'\\*:&|!()<> \0") for forms in terms_of(text) for form in forms
    )


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)
