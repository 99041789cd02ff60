"""Numbers in words: what counts something, and what only looks as if it did."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.extraction.passages import Passage, passage_of
from desktop.core.extraction.units import UnitClass
from desktop.core.extraction.worded import WordedNumber, half_after, worded_in
from desktop.core.figures import Value
from desktop.core.words import number_in_words, whole_in_words


def passage(text: str) -> Passage:
    return passage_of(text, 0, len(text))


def only(text: str, *, singles: bool = False) -> WordedNumber:
    [worded] = worded_in(passage(text), singles=singles)
    return worded


def read(text: str) -> list[tuple[str, str, str]]:
    """Return the words, value and unit of each number found."""
    found = worded_in(passage(text))
    return [(text[worded.start : worded.end], str(worded.value), worded.unit.text) for worded in found]


@given(st.integers(10, 10**13))
def test_count_in_words_is_found_whole(number: int) -> None:
    words = whole_in_words(number)
    assert read(f"Toàn tỉnh hiện có {words} hộ thoát nghèo") == [(words, str(number), "hộ")]


@given(st.integers(1, 99_999), st.integers(1, 2))
def test_percentage_in_words_is_found_whole(digits: int, places: int) -> None:
    number = Decimal(digits).scaleb(-places)
    worded = only(f"giảm {number_in_words(number)} phần trăm so với cùng kỳ")
    assert worded.value.number == number
    assert worded.unit.unit_class is UnitClass.PERCENT


@given(st.text(st.sampled_from("mộthaibnăsyưồigấpđlvkxã (.,5"), max_size=60), st.booleans())
def test_places_lie_in_the_passage_and_apart(text: str, singles: bool) -> None:
    position = 0
    for worded in worded_in(passage(text), singles=singles):
        assert position <= worded.start < worded.end <= len(text)
        position = worded.end


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Đến nay có hai mươi ba xã đạt chuẩn", "hai mươi ba", "23", "xã"),
        ("Hai mươi ba xã đạt chuẩn nông thôn mới", "Hai mươi ba", "23", "xã"),
        ("MƯỜI HAI XÃ VỀ ĐÍCH", "MƯỜI HAI", "12", "XÃ"),
        ("tổng số một trăm linh ba hộ", "một trăm linh ba", "103", "hộ"),
        ("trong số năm mươi hai cơ sở được kiểm tra", "năm mươi hai", "52", "cơ sở"),
        ("thu hút hai nghìn không trăm lẻ năm người", "hai nghìn không trăm lẻ năm", "2005", "người"),
        ("tạo việc làm cho một vạn hai lao động", "một vạn hai", "12000", "lao động"),
        ("di dời năm chục hộ", "năm chục", "50", "hộ"),
        ("hỗ trợ mỗi tháng ba triệu rưỡi đồng", "ba triệu rưỡi", "3500000", "đồng"),
        ("vốn đầu tư ba trăm tỷ đồng", "ba trăm tỷ", "300000000000", "đồng"),
        ("giá mười hai nghìn đồng/kg", "mười hai nghìn", "12000", "đồng/kg"),
        ("thu gần hai mươi tấn cá", "hai mươi", "20", "tấn"),
        ("thu được hai tấn rưỡi lúa", "hai tấn rưỡi", "2.5", "tấn"),
        ("có ba mươi tư nhân viên", "ba mươi tư", "34", "nhân viên"),
        ("trong năm hai mươi ba xã đã xong", "hai mươi ba", "23", "xã"),
        ("tăng hai mươi phần trăm", "hai mươi", "20", "phần trăm"),
        ("giảm hai phẩy năm phần trăm", "hai phẩy năm", "2.5", "phần trăm"),
        ("tăng năm phần trăm", "năm", "5", "phần trăm"),
        ("tăng không phẩy ba điểm phần trăm", "không phẩy ba", "0.3", "điểm phần trăm"),
        ("đón nửa triệu lượt khách", "nửa triệu", "500000", "lượt khách"),
        ("tăng hai lần so với năm trước", "hai", "2", "lần"),
        ("thời gian nằm viện bình quân mười hai ngày", "mười hai", "12", "ngày"),
        ("lĩnh án mười lăm năm tù", "mười lăm", "15", "năm"),
    ],
)
def test_number_before_what_it_counts_is_a_figure(text: str, words: str, value: str, unit: str) -> None:
    assert read(text) == [(words, value, unit)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("chiếm hơn một nửa", "một nửa", "1/2"),
        ("lao động nữ chiếm gần phân nửa.", "phân nửa", "1/2"),
        ("hoàn thành quá nửa kế hoạch", "nửa", "1/2"),
        ("ba phần tư số hộ", "ba phần tư", "3/4"),
        ("khoảng hai phần ba diện tích", "hai phần ba", "2/3"),
        ("một nửa trong số đó là nữ", "một nửa", "1/2"),
        ("mới bằng một phần năm kế hoạch", "một phần năm", "1/5"),
        ("bảy phần mười số phiếu", "bảy phần mười", "7/10"),
    ],
)
def test_fraction_is_a_share_of_a_whole(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value, "")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("tăng gấp đôi cùng kỳ", "đôi", "2"),
        ("hơn gấp đôi năm 2022", "đôi", "2"),
        ("cao gấp rưỡi đầu năm", "rưỡi", "1.5"),
        ("gấp ba cùng kỳ", "ba", "3"),
        ("gấp ba năm trước", "ba", "3"),
        ("gấp hơn hai lần", "hai", "2"),
        ("gấp năm lần", "năm", "5"),
        ("gấp hai lần rưỡi kế hoạch", "hai lần rưỡi", "2.5"),
        ("gấp mười hai lần", "mười hai", "12"),
        ("gấp hai đến ba lần", "hai đến ba", "2..3"),
    ],
)
def test_multiple_is_so_many_times(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value, "lần")]
    assert only(text).is_ratio


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("từ hai mươi đến ba mươi xã", "20..30", "xã"),
        ("từ năm đến mười triệu đồng", "5000000..10000000", "đồng"),
        ("từ hai mươi đến năm trăm triệu đồng", "20000000..500000000", "đồng"),
        ("mười hai trên mười lăm xã đạt chuẩn", "12/15", "xã"),
    ],
)
def test_two_numbers_are_one_record(text: str, value: str, unit: str) -> None:
    worded = only(text)
    assert (str(worded.value), worded.unit.text) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "một số xã còn chậm",
        "một phần do thời tiết",
        "một trong những nguyên nhân",
        "một cách hiệu quả",
        "một mặt, tỉnh chỉ đạo",
        "một dự án lớn",
        "hai bên thống nhất",
        "thứ hai, ngày mai",
        "Thứ Ba, hai mặt của vấn đề",
        "lần thứ hai mươi đại biểu dự",
        "Cách mạng tháng Tám",
        "tháng mười hai xã báo cáo",
        "quý bốn, ba quý đầu năm",
        "sáu tháng đầu năm",
        "hàng chục hộ, hàng trăm hộ, hàng nghìn tỷ đồng",
        "vài chục hộ, mấy chục xã, vài ba trăm người",
        "chục năm nay",
        "năm 2020 có",
        "năm hai nghìn không trăm hai mươi",
        "sau hơn hai mươi năm đổi mới",
        "đủ mười tám tuổi trở lên",
        "lúc mười hai giờ trưa",
        "kinh tế tư nhân, vốn đầu tư, tư vấn",
        "ba lô, hai con số, bốn mùa, lúa chín muồi, xe bảy chỗ, một cửa",
        "1,5 nghìn tỷ đồng",
        "Quận Ba Đình, huyện Năm Căn, Đồng Tháp Mười xã",
        "Mười tám thôn vườn trầu",
        "mười phần chắc chín",
        "học sinh lớp mười hai trường THPT",
        "gió cấp mười, bão cấp mười hai xã ven biển",
        "đêm ba mươi Tết, hai mươi tám tháng Chạp",
        "trăm hoa đua nở, muôn vàn khó khăn",
        "hai ba mươi xã",
        "ba bốn chục hộ",
        "mười mấy xã",
        "hai đến ba mươi xã",
        "23 (hai mươi ba) xã",
        "hai mươi ba (23) xã",
        "5.000.000 đồng (Năm triệu đồng)",
        "Bằng chữ: Năm triệu đồng",
        "1 tỷ hai trăm triệu đồng",
        "một tỷ lệ nhất định",
        "hai triệu chứng điển hình",
        "một phần tư nhân đảm nhận",
        "một phần năm 2020",
        "thuộc một phần ba xã",
        "trong nửa đầu năm, hơn nửa tháng qua, nửa đêm",
        "một nửa thế giới",
        "gấp hai, ba lần",
        "gấp năm 2020",
        "gấp đôi gấp ba",
        "gấp nhiều lần, gấp bội, gấp rút, gấp hàng chục lần",
        "công nhân đôi khi nghỉ việc",
        "điều chỉnh tăng hai lần, từ đầu tháng",
        "Dự án gồm bốn dự án thành phần",
    ],
)
def test_words_that_count_nothing_are_no_figure(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Dự án gồm bốn dự án thành phần", 4),
        ("Xảy ra hai vụ cháy", 2),
        ("làm chết ba người", 3),
        ("02 cầu bị cuốn trôi; ba trạm biến áp bị hỏng", 3),
    ],
)
def test_lone_digit_is_a_figure_on_demand_where_a_count_is_stated(text: str, value: int) -> None:
    assert only(text, singles=True).value == Value(Decimal(value))
    assert worded_in(passage(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "có một dự án lớn",
        "Viện kiểm sát hai cấp",
        "có hai mặt",
        "riêng hai xã Tân Lộc và Phú Hòa",
        "kiểm tra có hai xã này",
        "cả hai xã",
        "giải ba người lớn tuổi",
        "tăng bốn đợt liên tiếp",
    ],
)
def test_lone_digit_that_only_refers_is_no_figure(text: str) -> None:
    assert worded_in(passage(text), singles=True) == []


def test_several_numbers_come_in_text_order() -> None:
    text = "gấp đôi năm trước; một nửa là mới; mười hai xã và ba mươi tỷ đồng"
    assert [words for words, _, _ in read(text)] == ["đôi", "một nửa", "mười hai", "ba mươi tỷ"]


def test_decomposed_letters_are_read_at_the_documents_own_places() -> None:
    text = unicodedata.normalize("NFD", "có hai mươi ba xã")
    found = passage(text)
    [worded] = worded_in(found)
    start, end = found.span(worded.start, worded.end)
    assert worded.value.number == 23
    assert text[start:end] == unicodedata.normalize("NFD", "hai mươi ba")


@pytest.mark.parametrize(
    ("text", "adds", "unit", "power"),
    [
        ("2 tỷ rưỡi", "0.5", "tỷ", 9),
        ("2 tỉ rưỡi đồng", "0.5", "tỉ đồng", 9),
        ("3 triệu rưỡi đồng/tháng", "0.5", "triệu đồng/tháng", 6),
        ("3 triệu rưỡi lượt khách", "0.5", "triệu lượt khách", 6),
        ("2 lần rưỡi so với", "0.5", "lần", 0),
        ("1 tấn rưỡi lúa", "0.5", "tấn", 0),
    ],
)
def test_half_behind_digits_adds_to_their_unit(text: str, adds: str, unit: str, power: int) -> None:
    half = half_after(passage(text), 1)
    assert half is not None
    assert (half.adds, half.unit.text, half.unit.power) == (Decimal(adds), unit, power)
    assert text[: half.end].count("rưỡi") == 1


@pytest.mark.parametrize("text", ["2 tỷ đồng", "2 nghìn tỷ rưỡi", "2 xã rưỡi", "2", "2 rưỡi"])
def test_no_half_where_none_is_told(text: str) -> None:
    assert half_after(passage(text), 1) is None
