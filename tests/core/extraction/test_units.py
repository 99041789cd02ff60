"""What stands behind a number: which unit, how far it reaches, what it says of its number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.extraction.left_out_units import Measured, units_of
from desktop.core.extraction.mentions import mentions_of
from desktop.core.extraction.numbers import NumberStyle
from desktop.core.extraction.passages import Passage, passage_of
from desktop.core.extraction.units import UnitClass, counted_noun_in, unit_at


def passage(text: str) -> Passage:
    return passage_of(text, 0, len(text))


def left_out(text: str) -> list[str]:
    """Return the units of the numbers of a sentence, the left out ones filled in."""
    sentence = passage(text)
    mentions = mentions_of(sentence, [], NumberStyle())
    ends = [0, *(mention.end for mention in mentions)]
    starts = [*(mention.start for mention in mentions), len(text)]
    gaps = [sentence.text[end:start] for end, start in zip(ends, starts, strict=True)]
    return units_of([Measured(m, "", gaps[i], gaps[i + 1]) for i, m in enumerate(mentions)])


@pytest.mark.parametrize(
    ("behind", "unit", "unit_class"),
    [
        ("%, tăng", "%", UnitClass.PERCENT),
        (" % so với cùng kỳ", "%", UnitClass.PERCENT),
        ("% GDP", "% GDP", UnitClass.PERCENT),
        ("%/năm", "%/năm", UnitClass.PERCENT),
        (" điểm phần trăm", "điểm phần trăm", UnitClass.POINT),
        (" lần so với quý trước", "lần", UnitClass.TIMES),
        (" nghìn tỷ đồng vốn", "nghìn tỷ đồng", UnitClass.MEASURE),
        (" triệuUSD", "triệu USD", UnitClass.MEASURE),
        ("tỷđồng", "tỷ đồng", UnitClass.MEASURE),
        (" trđ/người/năm", "trđ/người/năm", UnitClass.MEASURE),
        (" triệu lượt khách.km", "triệu lượt khách.km", UnitClass.MEASURE),
        (" lượt khách quốc tế", "lượt khách", UnitClass.COUNT),
        (" tổ chức, cá nhân vi phạm", "tổ chức, cá nhân", UnitClass.COUNT),
        (" tổ chức vi phạm", "tổ chức", UnitClass.COUNT),
        (" vụ, việc", "vụ, việc", UnitClass.COUNT),
        ("  hộ", "hộ", UnitClass.COUNT),
        (" ngày/khách", "ngày/khách", UnitClass.TIME),
        (" thợ lặn", "thợ lặn", UnitClass.GUESSED),
        (" tăng so với", "", UnitClass.NONE),
        (", tăng", "", UnitClass.NONE),
    ],
)
def test_longest_unit_behind_a_number_is_taken(behind: str, unit: str, unit_class: UnitClass) -> None:
    found = unit_at(passage(f"5{behind}"), 1)
    assert (found.text, found.unit_class) == (unit, unit_class)


@pytest.mark.parametrize(
    ("behind", "unit"),
    [
        (" nam/100 nữ, tăng", "nam/100 nữ"),
        (" ca/100.000 dân", "ca/100.000 dân"),
        (" trẻ / 1.000 trẻ đẻ sống", "trẻ / 1.000 trẻ đẻ sống"),
        (" giường bệnh/vạn dân", "giường bệnh/vạn dân"),
        (" giường bệnh trên 1 vạn dân", "giường bệnh trên 1 vạn dân"),
        (" bác sĩ trên 10.000 dân", "bác sĩ trên 10.000 dân"),
        (" USD/m2/năm", "USD/m2/năm"),
        (" USD/m2/cả chu kỳ", "USD/m2"),
        (" giây/tờ khai", "giây/tờ khai"),
        (" đồng/bình 12 kg từ tháng", "đồng/bình 12 kg"),
        (" đồng/bao 50kg", "đồng/bao 50kg"),
        (" đồng/người 3 lần", "đồng/người"),
        (" đồng/kg 2 ngày trước", "đồng/kg"),
        (" xã trên 100 hộ nghèo", "xã"),
        (" mặt hàng trên 1 tỷ USD", "mặt hàng"),
    ],
)
def test_unit_reaches_through_what_it_is_counted_per(behind: str, unit: str) -> None:
    assert unit_at(passage(f"5{behind}"), 1).text == unit


def test_counted_noun_is_named_behind_the_words_for_a_number() -> None:
    assert counted_noun_in("tổng số thuê bao điện thoại") == "thuê bao điện thoại"
    assert counted_noun_in("sốt xuất huyết") == ""


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("gồm 372 ca mắc, nam 198, nữ 174", ["ca mắc"] * 3),
        ("cấp mới 402, cấp lại 77 giấy phép", ["giấy phép"] * 2),
        ("trong 231 doanh nghiệp, 162 có lãi, 58 lỗ, 11 hòa vốn", ["doanh nghiệp"] * 4),
        ("đạt 63 giải (2 nhất, 14 nhì, 22 ba, 25 KK)", ["giải"] * 5),
        ("nghiệm thu 07 đề tài (04 xếp loại khá, 3 xếp loại trung bình)", ["đề tài"] * 3),
        ("số việc làm bị cắt giảm trong tháng là 539.000", ["việc làm"]),
        ("xảy ra 9 vụ, làm chết 7, bị thương 6", ["vụ", "người", "người"]),
        ("lợn chết 1.200 con, tiêu hủy 3.400", ["con", "con"]),
        ("mức lương từ 4,5 lên 5,2 triệu đồng/tháng", ["triệu đồng/tháng"] * 2),
        ("thu 800 triệu và chi 1,2 tỷ đồng", ["triệu đồng", "tỷ đồng"]),
        ("nữ 67,5%, ngoại tỉnh 1.284", ["%", ""]),
        ("nữ 67,5%, người nước ngoài 1.284", ["%", "người"]),
        ("Tổng số 68.915 người, tăng 7.320; nữ 67,5%", ["người", "người", "%"]),
        ("A (58 dự án, 39,7%), B (27; 24,1%), C (22; 15,6%)", ["dự án", "%", "dự án", "%", "dự án", "%"]),
        ("402 vụ (-5,4%), giết người 8 vụ (+2)", ["vụ", "%", "vụ", "vụ"]),
        ("thiệt hại 1.560 tỷ đồng, giao thông chiếm 1/3", ["tỷ đồng", ""]),
        ("đơn 121 đơn; tố cáo 15", ["đơn", "tố cáo"]),
        ("gồm 684 đơn (khiếu nại 121 đơn; tố cáo 58)", ["đơn"] * 3),
        ("giải ngân 402", [""]),
    ],
)
def test_unit_that_a_sentence_leaves_out_is_told_by_its_neighbours(text: str, units: list[str]) -> None:
    assert left_out(text) == units


@pytest.mark.parametrize(
    ("behind", "is_whole"),
    [(" vụ", True), (" đồng/kg", True), (" tỷ đồng", False), (" USD", False), (" kg", False)],
)
def test_things_and_money_without_coins_are_whole(behind: str, is_whole: bool) -> None:
    assert unit_at(passage(f"5{behind}"), 1).is_whole is is_whole


@given(st.text("5 %/().,trêndâvạgiườnbệhđồk", max_size=40))
def test_unit_lies_in_the_passage(text: str) -> None:
    found = unit_at(passage(text), 0)
    assert 0 <= found.start <= found.end <= len(text)
    assert (found.unit_class is UnitClass.NONE) == (not found.text)
