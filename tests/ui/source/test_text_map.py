"""Offsets in code points against positions in UTF-16 units."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.source.text_map import TextMap, shown, units

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


def test_letters_beyond_the_first_plane_take_two_positions() -> None:
    places = TextMap("a🌾b🏭c")
    places.add(0, 5, 10)
    assert [places.position(offset) for offset in range(6)] == [10, 11, 13, 14, 16, 17]
    assert [places.offset(position) for position in (10, 11, 13, 14, 16, 17)] == [0, 1, 2, 3, 4, 5]


def test_position_inside_a_pair_belongs_to_its_letter() -> None:
    places = TextMap("🌾b")
    places.add(0, 2, 0)
    assert places.offset(1) == 0


def test_decomposed_letters_keep_their_own_offsets() -> None:
    text = "ta\u0323\u0302"
    places = TextMap(text)
    places.add(0, len(text), 5)
    assert places.span(1, 4) == (6, 9)


def test_text_between_runs_maps_to_the_end_of_the_run_before() -> None:
    places = TextMap("ab\n\ncd")
    places.add(0, 2, 0)
    places.add(4, 6, 3)
    assert places.position(3) == 2
    assert places.span(2, 4) == (2, 2)
    assert places.span(0, 4) == (0, 2)
    assert places.span(1, 5) == (1, 4)


def test_selection_that_begins_between_runs_begins_with_the_next() -> None:
    places = TextMap("ab\n\ncd")
    places.add(0, 2, 0)
    places.add(4, 6, 3)
    assert places.offset_from(2) == 4
    assert places.offset(2) == 2
    assert places.offset_from(1) == 1


def test_runs_that_are_shown_in_another_order_are_found_both_ways() -> None:
    places = TextMap("abcdef")
    places.add(3, 6, 0)
    places.add(0, 3, 4)
    assert places.position(1) == 5
    assert places.position(4) == 1
    assert places.offset(5) == 1
    assert places.offset(1) == 4


def test_nothing_is_mapped_before_anything_is_shown() -> None:
    places = TextMap("abc")
    assert places.position(2) == 0
    assert places.offset(7) == 0


def test_what_qt_takes_for_structure_is_shown_as_spaces_and_boxes() -> None:
    assert shown("a\nb\u2029c\ufdd0d\0") == "a b c\ufffdd\ufffd"
    assert shown("a\nb", keeps_breaks=True) == "a\u2028b"


@given(st.text(max_size=40))
def test_shown_text_is_as_long_as_the_text(text: str) -> None:
    assert len(shown(text)) == len(text)
    assert units(shown(text)) == units(text)


@given(st.lists(_TEXTS, min_size=1, max_size=6))
def test_every_shown_offset_comes_back(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    places, start, position = TextMap(text), 0, 0
    for piece in pieces:
        position = places.add(start, start + len(piece), position) + 1
        assert [places.offset(places.position(start + k)) for k in range(len(piece))] == list(
            range(start, start + len(piece))
        )
        start += len(piece) + 1
