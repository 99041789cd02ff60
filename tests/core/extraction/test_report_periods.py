"""Periods as written in titles and sentences."""

import pytest

from desktop.core.extraction.passages import fold
from desktop.core.extraction.periods import Span
from desktop.core.extraction.report_periods import period_of_report


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Tình hình kinh tế - xã hội quý I năm 2021", "2021-Q1"),
        ("Báo cáo tháng 5 và 5 tháng đầu năm 2018", "2018-05"),
        ("Báo cáo quý II và 6 tháng đầu năm 2019", "2019-Q2"),
        ("Kết quả 9 tháng đầu năm 2020", "2020-01/2020-09"),
        ("Báo cáo năm 2022", "2022"),
        ("Kinh tế nửa đầu năm 2025", "2025-01/2025-06"),
        ("Thông báo", ""),
        ("Tình hình kinh tế tháng Tám và 8 tháng năm 2010", "2010-08"),
        ("Báo cáo tháng tư năm 2012", "2012-04"),
        ("Kết quả 9 tháng, nhiệm vụ 3 tháng cuối năm 2019", "2019-01/2019-09"),
        ("Nhiệm vụ 6 tháng cuối năm, kết quả 6 tháng đầu năm 2022", "2022-01/2022-06"),
        ("Tin kinh tế trong tuần (từ 04/5 đến 10/5/2009)", "2009-05"),
        ("Tổng hợp tình hình Tết 2023 (đến 7 giờ ngày 26/01/2023)", "2023-01"),
        ("Kết quả quý IV, phương hướng quý I năm sau; năm 2014", "2014-Q4"),
    ],
)
def test_title_names_the_period(title: str, period: str) -> None:
    assert period_of_report(fold(title)) == period


@pytest.mark.parametrize("period", ["2021", "2021-03", "2021-Q1", "2021-Q3", "2021-01/2021-08"])
def test_written_period_is_read_back(period: str) -> None:
    assert str(Span.parse(period)) == period


@pytest.mark.parametrize(
    ("title", "body", "period"),
    [
        (
            "Giá cà phê giảm nhẹ",
            "Thứ Tư, 08/3/2017, 10:15. Giá nhân xô sáng nay còn 45.200 đồng/kg.",
            "2017-03",
        ),
        ("Giá cà phê tháng 2 giảm", "Thứ Tư, 08/3/2017. Giá tháng 2 thấp hơn tháng 12/2016.", "2017-02"),
        ("Bản tin thị trường", "Số 28 (từ ngày 11/7 đến ngày 15/7/2016). Tháng 9 tới sẽ tăng.", "2016-07"),
        (
            "Xuất khẩu gạo",
            "Cập nhật: 22/9/2009. Tính chung 8 tháng, cả nước xuất 4,5 triệu tấn.",
            "2009-01/2009-08",
        ),
        (
            "Hơn 20 vụ trong dịp Tết",
            "29/01/2012. Từ 28 tháng Chạp đến mùng 6 tháng Giêng có 21 vụ.",
            "2012-01",
        ),
        ("", "Quý III/2018, sản lượng đạt 12 tấn; quý II/2018 đạt 11 tấn; năm 2017 đạt 40 tấn.", "2018-Q3"),
        ("", "Ngày 5/1/2021. Năm 2020 thu 40 tỷ đồng, năm 2020 chi 38 tỷ đồng, năm 2020 dư 2 tỷ.", "2020"),
        ("", "Không có thời gian nào.", ""),
    ],
)
def test_text_names_the_period_where_the_title_does_not(title: str, body: str, period: str) -> None:
    assert period_of_report(fold(title), fold(body)) == period


def test_date_of_a_report_does_not_bound_what_its_title_names() -> None:
    body = fold("(Số liệu từ 15/11/2022 đến 14/5/2023)")
    assert period_of_report(fold("Kết quả 6 tháng đầu năm 2023"), body) == "2023-01/2023-06"


def test_last_month_of_the_year_may_be_written_in_words() -> None:
    assert period_of_report(fold("Tình hình kinh tế - xã hội tháng mười hai năm 2016")) == "2016-12"
