"""Figures inside running sentences: value, unit, kind, base, subject, qualifier."""

from collections.abc import Callable

import pytest

from desktop.core.extraction.result import Extraction
from desktop.core.figures import Base, Kind, Qualifier, Reading

Extracting = Callable[[str], Extraction]
TITLE = "Báo cáo tình hình kinh tế - xã hội quý II năm 2023\n\n"


@pytest.fixture
def readings(extraction_of: Extracting) -> Callable[[str], list[Reading]]:
    """Return a function that reads a sentence of a quarterly report."""

    def read_all(text: str) -> list[Reading]:
        return [figure.reading for figure in extraction_of(TITLE + text).figures]

    return read_all


Reader = Callable[[str], list[Reading]]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Tổng thu đạt 6,3 tỷ đồng.", "6.3", "tỷ đồng"),
        ("Diện tích gieo trồng là 30ha.", "30", "ha"),
        ("Kinh phí hỗ trợ là 12 tỷ 300 triệu đồng.", "12.3", "tỷ đồng"),
        ("Sản lượng đạt từ 5 đến 7 tấn.", "5..7", "tấn"),
        ("Tỷ lệ che phủ đạt 20-25%.", "20..25", "%"),
        ("Năng suất đạt 55,2 tạ/ha.", "55.2", "tạ/ha"),
        ("Toàn tỉnh có 1 234 567 người.", "1234567", "người"),
        ("Số tiền phạt là 5.000.000đồng.", "5000000", "đồng"),
        ("Toàn tỉnh có 13.160¹ tài khoản.", "13160", "tài khoản"),
        ("Diện tích gieo trồng là 30⁽²⁾ ha.", "30", "ha"),
    ],
)
def test_number_is_read_through_its_unit(readings: Reader, text: str, value: str, unit: str) -> None:
    (reading,) = readings(text)
    assert (str(reading.value), reading.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "kind", "base"),
    [
        ("Sản lượng tăng 5,2% so với cùng kỳ.", Kind.CHANGE, Base.SAME_PERIOD),
        ("Sản lượng tăng 5,2% so với quý trước.", Kind.CHANGE, Base.PREVIOUS),
        ("Sản lượng đạt 57,3% kế hoạch năm.", Kind.RATIO, Base.PLAN),
        ("Thu ngân sách vượt 6,7% dự toán.", Kind.CHANGE, Base.PLAN),
        ("Doanh thu gấp 2,5 lần cùng kỳ.", Kind.RATIO, Base.SAME_PERIOD),
        ("Dư nợ tăng 3,1% so với đầu năm.", Kind.CHANGE, Base.YEAR_START),
        ("Khu vực dịch vụ chiếm 43,2%.", Kind.SHARE, Base.NONE),
        ("Doanh thu bằng 105% so với cùng kỳ.", Kind.RATIO, Base.SAME_PERIOD),
        ("Toàn tỉnh có 15/17 chỉ tiêu đạt kế hoạch.", Kind.SHARE, Base.NONE),
        ("So với cùng kỳ, số vụ giảm 12 vụ.", Kind.CHANGE, Base.SAME_PERIOD),
    ],
)
def test_kind_and_base_follow_the_words_around(readings: Reader, text: str, kind: Kind, base: Base) -> None:
    (reading,) = readings(text)
    assert (reading.kind, reading.base) == (kind, base)


def test_fall_is_negative_and_rise_positive(readings: Reader) -> None:
    values = [str(r.value) for r in readings("Xuất khẩu tăng 4,5% nhưng nhập khẩu giảm 7,1% so với cùng kỳ.")]
    assert values == ["4.5", "-7.1"]


def test_parallel_changes_take_over_the_bases_in_order(readings: Reader) -> None:
    found = readings(
        "Chỉ số sản xuất tăng 2,1% so với quý trước và tăng 6,4% so với cùng kỳ; trong đó khai khoáng tăng "
        "1,2% và 3,3%."
    )
    assert [r.base for r in found] == [
        Base.PREVIOUS,
        Base.SAME_PERIOD,
        Base.PREVIOUS,
        Base.SAME_PERIOD,
    ]


def test_subjects_listed_respectively_are_dealt_out(readings: Reader) -> None:
    found = readings("Sản lượng khai thác và nuôi trồng lần lượt là 41.206 tấn và 22.918 tấn.")
    assert [r.indicator for r in found] == ["Sản lượng khai thác", "Sản lượng nuôi trồng"]


def test_bare_measure_takes_over_what_was_measured(readings: Reader) -> None:
    found = readings("Năng suất lúa đông xuân đạt 66,8 tạ/ha; sản lượng đạt 322,1 nghìn tấn.")
    assert found[1].indicator == "sản lượng lúa đông xuân"


def test_counted_thing_keeps_its_verb_and_its_own_words(readings: Reader) -> None:
    (reading,) = readings("Sở đã kiểm định 46 phương tiện đo các loại.")
    assert (reading.unit, reading.indicator) == ("phương tiện đo", "kiểm định phương tiện đo các loại")


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Tổng vốn đạt khoảng 5 tỷ đồng.", Qualifier.ABOUT),
        ("Tổng vốn ước đạt 5 tỷ đồng.", Qualifier.ABOUT),
        ("Tổng vốn đạt trên 5 tỷ đồng.", Qualifier.OVER),
        ("Tổng vốn chưa đến 5 tỷ đồng.", Qualifier.UNDER),
        ("Tổng vốn là 5 tỷ đồng.", Qualifier.NONE),
    ],
)
def test_qualifier_is_the_word_before_the_number(readings: Reader, text: str, qualifier: Qualifier) -> None:
    (reading,) = readings(text)
    assert reading.qualifier is qualifier


def test_time_named_before_a_number_is_its_period(readings: Reader) -> None:
    found = readings(
        "Tháng 6, doanh thu đạt 5 tỷ đồng. Tính chung 6 tháng đầu năm, doanh thu đạt 28 tỷ đồng."
    )
    assert [r.period for r in found] == ["2023-06", "2023-01/2023-06"]


def test_decomposed_letters_are_read_and_offsets_stay_the_files_own(extraction_of: Extracting) -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "Sản lượng thủy sản đạt 12,5 tấn.")
    (figure,) = extraction_of(text).figures
    assert (
        text[figure.place.start : figure.place.end] == figure.text == unicodedata.normalize("NFD", "12,5 tấn")
    )
    assert figure.reading.unit == "tấn"


def test_people_killed_or_hurt_are_counted_with_the_event_that_did_it(readings: Reader) -> None:
    found = readings("Toàn tỉnh xảy ra 12 vụ tai nạn giao thông, làm chết 5 người, bị thương 7 người.")
    assert [r.indicator for r in found[1:]] == [
        "người chết do tai nạn giao thông",
        "người bị thương do tai nạn giao thông",
    ]


def test_attainment_without_its_plan_takes_it_over_from_the_one_before(readings: Reader) -> None:
    found = readings("Tổng thu đạt 120 tỷ đồng, bằng 88% dự toán; thu nội địa 90 tỷ đồng, bằng 85,5%.")
    assert [r.base for r in found if r.kind is Kind.RATIO] == [Base.PLAN, Base.PLAN]


def test_amount_in_brackets_behind_a_change_is_the_same_change(readings: Reader) -> None:
    found = readings("Phạm pháp hình sự xảy ra 41 vụ, giảm 7 vụ (14,6%) so với cùng kỳ.")
    assert [(str(r.value), r.kind) for r in found[1:]] == [("-7", Kind.CHANGE), ("-14.6", Kind.CHANGE)]


def test_cases_and_people_of_one_verb_share_it(readings: Reader) -> None:
    found = readings("Cơ quan điều tra đã khởi tố 12 vụ/31 bị can.")
    assert [(r.indicator, r.unit) for r in found] == [("khởi tố vụ", "vụ"), ("khởi tố bị can", "bị can")]
