"""The sentence around a place."""

from typing import Any

from desktop.ui.source.excerpts import excerpt

SENTENCES = (
    "Kinh tế ổn định trong cả quý, các ngành đều tăng. "
    "Toàn tỉnh có 13.160 tài khoản thư điện tử công vụ. "
    "Số vụ ma túy giảm 5,2% so với cùng kỳ năm trước."
)


def cut(make: Any, text: str, *paragraphs: str) -> tuple[str, str]:
    document = make.prose(*paragraphs)
    place = make.place_of(document, text)
    found = excerpt(document, place.start, place.end)
    return found.text, found.text[found.start : found.end]


def test_sentence_stands_alone_between_its_neighbours(make: Any) -> None:
    text, framed = cut(make, "13.160", SENTENCES)
    assert text == "… Toàn tỉnh có 13.160 tài khoản thư điện tử công vụ. …"
    assert framed == "13.160"


def test_first_and_last_sentence_are_cut_on_one_side_only(make: Any) -> None:
    text, framed = cut(make, "5,2%", SENTENCES)
    assert text == "… Số vụ ma túy giảm 5,2% so với cùng kỳ năm trước."
    assert framed == "5,2%"


def test_short_paragraph_is_whole_and_ends_with_itself(make: Any) -> None:
    assert cut(make, "218", "Trước đó.", "218 vụ.", "Sau đó.") == ("218 vụ.", "218")


def test_long_sentence_is_cut_between_words(make: Any) -> None:
    long = "từ ngữ " * 100 + "218 vụ" + " nữa mà" * 100
    text, framed = cut(make, "218", long)
    assert framed == "218"
    assert len(text) < 330
    assert text.startswith(("… từ ", "… ngữ "))
    assert text.endswith((" nữa …", " mà …"))


def test_text_without_spaces_is_cut_off_beside_the_figure(make: Any) -> None:
    text, framed = cut(make, "218", "x" * 500 + "218" + "x" * 500)
    assert framed == "218"
    assert len(text) < 10


def test_astral_and_decomposed_letters_do_not_shift_the_frame(make: Any) -> None:
    assert cut(make, "218", "🌾 ta\u0323i 🌾 có 218 vụ 🏭")[1] == "218"


def test_place_outside_all_blocks_is_shown_with_nothing_around(make: Any) -> None:
    document = make.prose("một")
    found = excerpt(document, len(document.text) - 1, len(document.text))
    assert found.end - found.start == 1
