"""Places on pages, without a widget."""

from typing import Any

from desktop.core.documents import Document, Format, Page, Word
from desktop.core.places import Box, Place
from desktop.ui.source.page_places import boxes_on, lines_of, page_of, word_at, word_near
from desktop.ui.source.page_selection import WordSelection, neighbour, word_of_line


def test_place_without_boxes_has_those_of_its_words(make: Any) -> None:
    document = make.paged("có 218 vụ\ngiảm 5,2%")
    page = document.pages[0]
    assert boxes_on(page, make.place_of(document, "218 vụ")) == [Box(68, 60, 104, 72)]
    assert len(boxes_on(page, make.place_of(document, "vụ\ngiảm"))) == 2


def test_own_boxes_count_more_and_only_on_their_page(make: Any) -> None:
    document = make.paged("có 218 vụ", "trang hai")
    place = Place(3, 6, page=1, boxes=(Box(1, 2, 3, 4),))
    assert boxes_on(document.pages[0], place) == [Box(1, 2, 3, 4)]
    assert boxes_on(document.pages[1], place) == []


def test_part_of_a_word_has_a_part_of_its_box(make: Any) -> None:
    document = make.paged("(218)")
    assert boxes_on(document.pages[0], make.place_of(document, "218")) == [Box(56, 60, 74, 72)]


def test_page_of_a_place_is_named_or_found_by_offset(make: Any) -> None:
    document = make.paged("một", "hai", "ba")
    assert page_of(document, Place(0, 1, page=3)) is document.pages[2]
    assert page_of(document, make.place_of(document, "hai")) is document.pages[1]
    assert page_of(Document(Format.PDF, "", ()), Place(0, 1)) is None


def test_columns_are_not_joined_to_one_line() -> None:
    boxes = [Box(300, 10, 320, 22), Box(50, 10, 70, 22)]
    assert lines_of(boxes) == boxes


def test_word_at_a_point_and_the_nearest_to_it(make: Any) -> None:
    document = make.paged("có 218 vụ\ngiảm 5,2%")
    page = document.pages[0]
    assert word_at(page, 70, 65) == page.words[1]
    assert word_at(page, 400, 65) is None
    assert word_near(page, 400, 65) == page.words[2]
    assert word_near(Page(1, 10, 10, 0, 0), 5, 5) is None


def test_steps_go_over_the_ends_of_pages(make: Any) -> None:
    document = make.paged("một", "", "hai ba")
    one = document.pages[0].words[0]
    two, three = document.pages[2].words
    assert neighbour(document, one, 1) == two
    assert neighbour(document, two, -1) == one
    assert neighbour(document, three, 1) == three


def test_steps_up_and_down_keep_the_column(make: Any) -> None:
    document = make.paged("aa bb cc\ndd ee ff")
    words = document.pages[0].words
    assert word_of_line(document, words[1], 1) == words[4]
    assert word_of_line(document, words[5], -1) == words[2]
    assert word_of_line(document, words[4], 1) == words[4]


def test_selection_over_two_pages_has_the_boxes_of_the_first(make: Any) -> None:
    document = make.paged("có 218", "vụ")
    first, last = document.pages[0].words[1], document.pages[1].words[0]
    place = WordSelection(last, first).place(document)
    assert (place.start, place.end, place.page) == (first.start, last.end, 1)
    assert place.boxes == (first.box,)


def test_word_selection_reaches_to_both_sides() -> None:
    words = [Word(0, 2, Box(0, 0, 1, 1)), Word(3, 5, Box(2, 0, 3, 1))]
    selection = WordSelection(words[1], words[1]).extended(words[0])
    assert (selection.start, selection.end) == (0, 5)
