"""What carries over from words before and behind: bases, subjects, signs, topics."""

from collections.abc import Callable

import pytest

from desktop.core.extraction.result import Extraction
from desktop.core.figures import Base, Kind, Reading

Extracting = Callable[[str], Extraction]
MONTH = "Tình hình kinh tế - xã hội tháng 8 năm 2019\n\n"
YEAR = "Tình hình kinh tế - xã hội năm 2019\n\n"


@pytest.fixture
def readings(extraction_of: Extracting) -> Callable[[str], list[Reading]]:
    """Return a function that reads a text."""
    return lambda text: [figure.reading for figure in extraction_of(text).figures]


Reader = Callable[[str], list[Reading]]


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("CPI tháng 8 tăng 0,31% so với tháng trước. Nhóm giao thông tăng 1,2%.", ["previous", "previous"]),
        ("Xuất khẩu tăng 4,1% về lượng và 6,3% về trị giá so với cùng kỳ.", ["same_period", "same_period"]),
        ("Tính chung 8 tháng, sản lượng thép tăng 7,4%.", ["same_period"]),
        (
            "Sản lượng thép tháng 8 tăng 2,1% so với tháng trước và tăng 8,3% so với cùng kỳ năm trước. Tính"
            " chung 8 tháng, thép tăng 6,2%, thấp hơn mức tăng 7,1% của cùng kỳ. Xi măng tăng 3,4%.",
            ["previous", "same_period", "same_period", "same_period", "same_period"],
        ),
        ("Lệ phí trước bạ 19,3 tỷ đồng (đạt 64%); thuế bảo vệ môi trường 8 tỷ đồng.", ["", "plan", ""]),
        ("Tỷ lệ hộ nghèo 2,3%, giảm 0,6% so với đầu năm.", ["", "year_start"]),
        ("Trồng mới 6.420 ha rừng/6.000 ha kế hoạch, đạt 107%.", ["", "", "plan"]),
        (
            "Thu nhập bình quân đầu người năm 2018 đạt 41 triệu đồng, tăng 6,5% so với năm 2017.",
            ["", "previous"],
        ),
        ("Bình quân 8 tháng, chỉ số giá tiêu dùng tăng 3,2%.", ["same_period"]),
        ("IMF dự báo kinh tế Ấn Độ năm 2020 tăng 6,1%.", ["previous"]),
        ("Dư nợ tăng 9,2% so với cuối năm 2018.", ["year_start"]),
        ("Năng suất lao động tăng bình quân 4,7%/năm.", ["previous"]),
        ("Giá xăng giảm 610 đồng/lít.", ["previous"]),
        ("Số doanh nghiệp tăng 8,3% so với nửa đầu năm ngoái.", ["same_period"]),
    ],
)
def test_base_left_out_is_taken_from_what_was_told(readings: Reader, text: str, bases: list[str]) -> None:
    assert [str(reading.base) for reading in readings(MONTH + text)] == bases


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Thu ngân sách địa phương hụt 215 tỷ đồng so với dự toán.", Kind.CHANGE, "-215"),
        ("Đến 20/12, tăng trưởng tín dụng đạt 11,6% so với cuối năm 2018.", Kind.CHANGE, "11.6"),
        ("Lạm phát hạ từ 6,8% xuống 5,9%.", Kind.CHANGE, "5.9"),
        ("Nhóm giáo dục tăng cao nhất với 3,26% so với tháng trước.", Kind.CHANGE, "3.26"),
        ("Lãi suất cho vay phổ biến 7,5%/năm.", Kind.LEVEL, "7.5"),
        ("Chênh lệch thu nhập giữa hai nhóm là 7,2 lần.", Kind.RATIO, "7.2"),
    ],
)
def test_last_figure_has_the_kind_and_sign_its_words_give(
    readings: Reader, text: str, kind: Kind, value: str
) -> None:
    reading = readings(YEAR + text)[-1]
    assert (reading.kind, str(reading.value)) == (kind, value)


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Cà phê: Xuất khẩu đạt 105 nghìn tấn.", ["Xuất khẩu cà phê"]),
        (
            "Xuất khẩu hàng dệt may đạt 3,2 tỷ USD; trong đó Hoa Kỳ 1,4 tỷ USD, Nhật Bản 0,4 tỷ USD.",
            ["Xuất khẩu hàng dệt may", "Xuất khẩu hàng dệt may Hoa Kỳ", "Xuất khẩu hàng dệt may Nhật Bản"],
        ),
        (
            "Bệnh tai xanh đã xảy ra tại 12 hộ của 3 xã.",
            ["hộ xảy ra Bệnh tai xanh", "xã xảy ra Bệnh tai xanh"],
        ),
        (
            "Đường sắt xảy ra 14 vụ tai nạn giao thông, làm chết 11 người.",
            ["Đường sắt xảy ra vụ tai nạn giao thông", "người chết do tai nạn giao thông Đường sắt"],
        ),
        ("Thu nội địa tăng nhờ giá điện đạt 1.720 đồng/kWh.", ["giá điện"]),
        ("Cục Thống kê công bố giá vàng đạt 4,1 triệu đồng/chỉ.", ["giá vàng"]),
        (
            "Dân số trung bình của tỉnh là 1,25 triệu người, trong đó nam 0,62 triệu người.",
            ["Dân số trung bình của tỉnh", "Dân số trung bình của tỉnh nam"],
        ),
        (
            "Kiều hối về tỉnh đạt 31 triệu USD.\n\nTrong đó, châu Á 12 triệu USD; châu Âu 9 triệu USD.",
            ["Kiều hối về tỉnh", "Kiều hối về tỉnh châu Á", "Kiều hối về tỉnh châu Âu"],
        ),
        (
            "Số lượt khách lưu trú (+5,2%) và doanh thu ăn uống (-3,1%) đều phục hồi.",
            ["Số lượt khách lưu trú", "doanh thu ăn uống"],
        ),
        (
            "Trong tháng, công an phát hiện, bắt giữ 31 vụ, 44 đối tượng phạm tội về ma túy.",
            ["vụ phạm tội về ma túy", "đối tượng phạm tội về ma túy"],
        ),
        ("Xuất khẩu gạo thu về 45 triệu USD.", ["Xuất khẩu gạo"]),
        (
            "Các mặt hàng chính: hạt tiêu 3,1 nghìn tấn, trị giá 9,6 triệu USD, tăng 4% về lượng; cao su 8"
            " nghìn tấn, trị giá 12,3 triệu USD.",
            ["hạt tiêu", "trị giá hạt tiêu", "lượng hạt tiêu", "cao su", "trị giá cao su"],
        ),
        (
            "Xuất, nhập khẩu: Kim ngạch xuất khẩu đạt 51,4 triệu USD; nhập khẩu đạt 20,6 triệu USD.",
            ["Kim ngạch xuất khẩu", "Kim ngạch nhập khẩu"],
        ),
        (
            "Khách đến bằng đường hàng không đạt 21 nghìn lượt; bằng đường bộ đạt 7,5 nghìn lượt.",
            ["Khách đến bằng đường hàng không", "Khách đến bằng đường bộ"],
        ),
        (
            "Lương tối thiểu vùng I là 4,1 triệu đồng, vùng II 3,6 triệu đồng.",
            ["Lương tối thiểu vùng I", "Lương tối thiểu vùng II"],
        ),
        (
            "Đã gieo cấy 2.150 ha lúa mùa; năng suất ước đạt 51,2 tạ/ha.",
            ["diện tích gieo cấy lúa mùa", "năng suất lúa mùa"],
        ),
        (
            "GRDP bình quân đầu người đạt 52 triệu đồng. Dân số trung bình năm 2018 đạt 905 nghìn người.",
            ["GRDP bình quân đầu người", "Dân số trung bình"],
        ),
        (
            "Tai nạn giao thông làm 12 người chết, 9 người bị thương và 7 người bị thương nhẹ.",
            [
                "người chết do tai nạn giao thông",
                "người bị thương do tai nạn giao thông",
                "người bị thương nhẹ do tai nạn giao thông",
            ],
        ),
        (
            "Tín dụng tăng 3,1% so với cuối năm 2018 (cùng thời điểm năm trước tăng 4,4%).",
            ["tín dụng", "tín dụng"],
        ),
        (
            "Phương tiện đi lại tăng 1,2%; thiết bị và đồ dùng gia đình 0,4%; các nhóm còn lại giảm 1%.",
            ["Phương tiện đi lại", "thiết bị và đồ dùng gia đình", "các nhóm còn lại"],
        ),
        ("Xây dựng nông thôn mới: Đến nay có 41 xã đạt chuẩn.", ["xã đạt chuẩn"]),
        ("Từ khi có dịch đến nay đã tiêu hủy 1.320 con lợn.", ["tiêu hủy con lợn"]),
        (
            "Bò sữa chiếm 21,3% tổng đàn và 35,1% tổng sản lượng.",
            ["Bò sữa", "Bò sữa"],
        ),
        ("Kiểm lâm tỉnh phát hiện 35 vụ.", ["Kiểm lâm tỉnh phát hiện vụ"]),
    ],
)
def test_indicator_is_gathered_across_the_clause(readings: Reader, text: str, indicators: list[str]) -> None:
    found = [reading.indicator for reading in readings(MONTH + text)]
    assert [text.lower() for text in found] == [text.lower() for text in indicators]


def test_numbers_that_can_be_read_two_ways_follow_their_neighbours(extraction_of: Extracting) -> None:
    text = "Tôm cỡ nhỏ giá 1.280 JPY/kg, hàng Thái Lan giá 1,135 JPY/kg, hàng Ấn Độ giá 985 JPY/kg."
    figures = extraction_of(MONTH + text).figures
    assert [str(figure.reading.value) for figure in figures] == ["1280", "1135", "985"]
    assert [figure.other for figure in figures] == [None, None, None]


def test_both_readings_are_kept_where_nothing_decides(extraction_of: Extracting) -> None:
    (figure,) = extraction_of(MONTH + "Doanh thu của hãng đạt 1,234 triệu USD.").figures
    assert {str(figure.reading.value), str(figure.other)} == {"1.234", "1234"}


def test_money_of_the_centre_is_no_number_of_a_session(readings: Reader) -> None:
    text = MONTH + "Ngân sách trung ương 415 tỷ đồng; thực hiện Nghị quyết Trung ương 4 khóa XII."
    assert [str(reading.value) for reading in readings(text)] == ["415"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Nhập siêu 7 tháng 3,4 tỷ USD.", ["3.4"]),
        ("Trong ngày 12, 7,8% số hộ mất điện.", ["7.8"]),
        ("Hội nghị bàn việc xuất khẩu tháng 3,4,5 và các ngày 12,13,14.", []),
        ("Hỗ trợ mỗi tổ dân phố 15 triệu đồng, mỗi khu phố 20 triệu đồng.", ["15", "20"]),
        ("Tổ dân phố 15 và khu phố 20 đạt chuẩn.", []),
        ("Phát hành trái phiếu đợt 500 tỷ đồng.", ["500"]),
    ],
)
def test_amounts_behind_words_of_time_and_order_are_not_lost(
    readings: Reader, text: str, values: list[str]
) -> None:
    assert [str(reading.value) for reading in readings(MONTH + text)] == values


def test_reference_of_a_comparison_is_stated_exactly(readings: Reader) -> None:
    text = MONTH + "Tín dụng tăng 4,2%, cao hơn mức tăng 1,9% của cùng kỳ."
    assert [str(reading.qualifier) for reading in readings(text)] == ["", ""]


def test_bound_of_a_price_is_no_change(readings: Reader) -> None:
    text = MONTH + "Giá xăng RON 95 không cao hơn 19.530 đồng/lít."
    assert [(reading.kind, str(reading.value)) for reading in readings(text)] == [(Kind.LEVEL, "19530")]


def test_bases_do_not_leak_from_prices_into_other_sections(readings: Reader) -> None:
    text = MONTH + "Giá cả: CPI tăng 0,2% so với tháng trước.\n\nVận tải: Doanh thu vận tải tăng 5,1%."
    assert [reading.base for reading in readings(text)] == [Base.PREVIOUS, Base.SAME_PERIOD]
