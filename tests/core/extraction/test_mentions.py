"""Numbers of a passage with their units: ranges, fractions, amounts, signs, words, second readings."""

from collections.abc import Callable

import pytest

from desktop.core.extraction.mentions import Mention, mentions_of
from desktop.core.extraction.numbers import NumberStyle, style_of
from desktop.core.extraction.passages import passage_of
from desktop.core.extraction.result import Extraction
from desktop.core.extraction.set_aside import Aside, asides_of
from desktop.core.sections import LedgerKind


def found(text: str, style: NumberStyle | None = None) -> list[Mention]:
    passage = passage_of(text, 0, len(text))
    return mentions_of(passage, asides_of(passage), style or style_of(text))


def read(text: str, style: NumberStyle | None = None) -> list[tuple[str, str]]:
    return [(str(mention.value), mention.unit.text) for mention in found(text, style)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("đạt 20-25% kế hoạch", "20..25", "%"),
        ("từ 100- 300 triệu USD", "100..300", "triệu USD"),
        ("khoảng 100 -300 tỷ đồng", "100..300", "tỷ đồng"),
        ("từ 5 đến khoảng 7 triệu đồng", "5..7", "triệu đồng"),
        ("nuôi từ 500 kg đến 1 tấn cá", "0.5..1", "tấn"),
        ("vay từ 800 triệu đến 1,2 tỷ đồng", "0.8..1.2", "tỷ đồng"),
        ("chờ từ 45 phút đến 2 giờ", "0.75..2", "giờ"),
        ("kéo dài từ 1 đến 3 ngày", "1..3", "ngày"),
        ("thu 12 tỷ 300 triệu đồng", "12.3", "tỷ đồng"),
        ("thu 12 tấn 450 kg chè", "12.45", "tấn"),
        ("thu 2 nghìn 150 tỷ đồng", "2150", "tỷ đồng"),
        ("có 12/15 (80%) xã đạt chuẩn", "12/15", "xã"),
        ("bàn giao 115,8/118 km mặt bằng", "115.8/118", "km"),
        ("vốn 2 tỷ rưỡi đồng", "2.5", "tỷ đồng"),
        ("thu 3 tấn rưỡi thóc", "3.5", "tấn"),
        ("biến động (- 1,64%)", "-1.64", "%"),
        ("biến động (+1,64%)", "1.64", "%"),
        ("Cứ 10 hộ thì có hơn 9 hộ có ti vi", "9/10", "hộ"),
        ("cứ 100 bé gái được sinh ra thì có 112,9 bé trai", "112.9", "bé trai/100 bé gái"),
        ("giá 15,500 đồng/kg", "15500", "đồng/kg"),
        ("chỉ số 1,173,5 điểm", "1173.5", "điểm"),
        ("chỉ số 3065,9 điểm", "3065.9", "điểm"),
        ("chỉ số 10,771.48 điểm", "10771.48", "điểm"),
        ("đi 1 234 567 người", "1234567", "người"),
    ],
)
def test_amount_is_one_number_with_one_unit(text: str, value: str, unit: str) -> None:
    assert read(text)[0] == (value, unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("hoàn thành 11 trong số 14 chỉ tiêu", ["11", "14"]),
        ("gồm 5 xã, 7 phường", ["5", "7"]),
        ("giảm 5 vụ - 7 người", ["5", "7"]),
        ("tăng 6 vụ, giảm 20 kg", ["6", "20"]),
        ("giao 2 tỷ, chi 300 triệu đồng", ["2", "300"]),
    ],
)
def test_numbers_that_only_stand_side_by_side_stay_apart(text: str, values: list[str]) -> None:
    assert [value for value, _ in read(text)] == values


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("nhóm điện tử chiếm quá nửa (52,8%)", [("1/2", ""), ("52.8", "%")]),
        ("Doanh thu gấp đôi cùng kỳ, đạt 5 tỷ đồng", [("2", "lần"), ("5", "tỷ đồng")]),
        ("có hai mươi ba xã và 12 phường", [("23", "xã"), ("12", "phường")]),
        ("23 (hai mươi ba) xã", [("23", "xã")]),
        ("giao cho hai xã", []),
    ],
)
def test_numbers_in_words_stand_beside_those_in_digits(text: str, readings: list[tuple[str, str]]) -> None:
    assert read(text) == readings


def test_aside_keeps_its_words_and_digits() -> None:
    passage = passage_of("có hai mươi ba xã và 12 phường", 0, 30)
    aside = Aside(0, 30, LedgerKind.NAME)
    assert mentions_of(passage, [aside], NumberStyle()) == []


def test_places_of_mentions_stand_in_order_and_apart() -> None:
    position = 0
    for mention in found("Thu 5-7 tấn, gấp đôi năm trước; hai mươi ba xã đạt 12/15 (80%) tiêu chí."):
        assert position <= mention.start <= mention.digits < mention.end
        position = mention.end


def test_neighbour_settles_a_number_that_can_be_read_two_ways() -> None:
    first, second = found("Doanh thu đạt 1,234 tỷ đồng, cùng kỳ 1.150 tỷ đồng", NumberStyle())
    assert str(first.value) == "1234"
    assert first.is_sure
    assert first.other is None
    assert second.other is None


def test_rest_of_the_text_settles_a_number_that_its_passage_leaves_open() -> None:
    style = NumberStyle(magnitudes={"tỷ đồng": (3.0, 3.1, 3.2)})
    (mention,) = found("Doanh thu đạt 1,234 tỷ đồng", style)
    assert str(mention.value) == "1234"
    assert mention.other is None


def test_number_that_nothing_settles_keeps_both_readings() -> None:
    (mention,) = found("Doanh thu đạt 1,234 tỷ đồng", NumberStyle())
    assert not mention.is_sure
    assert (str(mention.value), str(mention.other)) == ("1.234", "1234")


def test_second_reading_of_a_range_is_a_range() -> None:
    (mention,) = found("đạt 1,234 - 1,500 tỷ đồng", NumberStyle())
    assert (str(mention.value), str(mention.other)) == ("1.234..1.5", "1234..1500")


def test_second_reading_bears_the_sign() -> None:
    (mention,) = found("chênh lệch (-1,234 tỷ đồng)", NumberStyle())
    assert (str(mention.value), str(mention.other)) == ("-1.234", "-1234")


def test_figure_hands_on_the_second_reading_with_the_sign_of_a_fall(
    extraction_of: Callable[[str], Extraction],
) -> None:
    (figure,) = extraction_of("Doanh thu giảm 1,234 tỷ đồng so với cùng kỳ.").figures
    assert (str(figure.reading.value), str(figure.other)) == ("-1.234", "-1234")


def test_figure_in_words_claims_no_run_of_digits(extraction_of: Callable[[str], Extraction]) -> None:
    extraction = extraction_of("Doanh thu gấp đôi cùng kỳ.\n\nThu gấp rưỡi năm trước, đạt 5 tỷ đồng.")
    assert [str(figure.reading.value) for figure in extraction.figures] == ["2", "1.5", "5"]
    assert [entry.figure for entry in extraction.ledger] == [2]
