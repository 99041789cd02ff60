"""Titles and periods of the reports in a file."""

from collections.abc import Callable

import pytest

from desktop.core.documents import Document
from desktop.core.extraction.report_parts import parts_of, period_at
from desktop.core.extraction.result import Extraction

BODY = (
    "Trong kỳ, các đội kiểm tra 118 lượt cơ sở kinh doanh, lập biên bản 21 vụ, nộp ngân sách 345 triệu "
    "đồng, tăng 12% so với cùng kỳ năm trước; tịch thu 64 bao thuốc lá, 250 kg đường không rõ nguồn gốc. "
)
FIRST = f"""UBND TỈNH THẠCH HÃN
CHI CỤC KIỂM LÂM

BÁO CÁO
Kết quả công tác quản lý, bảo vệ rừng
quý II năm 2017

I. CÔNG TÁC TUẦN TRA

{BODY}

II. CÔNG TÁC TUYÊN TRUYỀN

{BODY * 3}

Nơi nhận:
- Sở Nông nghiệp và PTNT;
"""
SECOND = f"""UBND TỈNH THẠCH HÃN
ĐỘI QUẢN LÝ THỊ TRƯỜNG SỐ 3

BẢN TIN
Kiểm tra, kiểm soát hàng hóa tháng 9 năm 2018

I. KẾT QUẢ

{BODY * 2}
"""


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ("BÁO CÁO", "Tình hình sản xuất muối", "tháng 7 năm 2015"),
            "Tình hình sản xuất muối tháng 7 năm 2015",
        ),
        (("Kết quả trồng rừng năm 2019",), "Kết quả trồng rừng năm 2019"),
        (
            ("Trang chủ > Kinh tế > Giá cả", "Giá muối tăng trở lại sau ba tháng"),
            "Giá muối tăng trở lại sau ba tháng",
        ),
        (
            ("BỘ CÔNG THƯƠNG | CỔNG THÔNG TIN", "Giá muối tăng trở lại sau ba tháng"),
            "Giá muối tăng trở lại sau ba tháng",
        ),
        (
            ("Thứ Hai, 04/5/2020, 09:10", "Giá muối tăng trở lại sau ba tháng"),
            "Giá muối tăng trở lại sau ba tháng",
        ),
        (("1. Giá muối tăng trở lại sau ba tháng",), ""),
    ],
)
def test_title_is_found_among_the_lines_at_the_top(
    lines: tuple[str, ...], title: str, extraction_of: Callable[[str], Extraction]
) -> None:
    assert extraction_of("\n\n".join([*lines, BODY])).title == title


def test_each_report_in_a_file_has_its_title_and_period(document_of: Callable[[str], Document]) -> None:
    parts = parts_of(document_of(FIRST + SECOND))
    assert [(part.title.text if part.title else "", part.period) for part in parts] == [
        ("Kết quả công tác quản lý, bảo vệ rừng quý II năm 2017", "2017-Q2"),
        ("Kiểm tra, kiểm soát hàng hóa tháng 9 năm 2018", "2018-09"),
    ]


def test_report_begins_with_its_letterhead(document_of: Callable[[str], Document]) -> None:
    parts = parts_of(document_of(FIRST + SECOND))
    assert [(part.start, part.end) for part in parts] == [(0, len(FIRST)), (len(FIRST), len(FIRST + SECOND))]


def test_period_is_that_of_the_report_one_stands_in(document_of: Callable[[str], Document]) -> None:
    parts = parts_of(document_of(FIRST + SECOND))
    assert period_at(parts, 0) == period_at(parts, len(FIRST) - 1) == "2017-Q2"
    assert period_at(parts, len(FIRST)) == period_at(parts, len(FIRST + SECOND)) == "2018-09"


def test_figures_are_of_the_period_and_under_the_title_of_their_report(
    extraction_of: Callable[[str], Extraction],
) -> None:
    figures = [figure for figure in extraction_of(FIRST + SECOND).figures if figure.text.startswith("118")]
    assert {(figure.section[0], figure.reading.period) for figure in figures} == {
        ("Kết quả công tác quản lý, bảo vệ rừng quý II năm 2017", "2017-Q2"),
        ("Kiểm tra, kiểm soát hàng hóa tháng 9 năm 2018", "2018-09"),
    }


def test_sections_of_a_single_report_do_not_stand_under_its_title(
    extraction_of: Callable[[str], Extraction],
) -> None:
    titles = [(section.level, section.title) for section in extraction_of(FIRST).sections]
    assert titles == [(1, "I. CÔNG TÁC TUẦN TRA"), (1, "II. CÔNG TÁC TUYÊN TRUYỀN")]


def test_headings_and_links_that_read_like_titles_begin_no_report(
    document_of: Callable[[str], Document],
) -> None:
    links = "Tin liên quan\nBáo cáo tình hình đê điều tháng 8 năm 2018\nBáo cáo năm 2017 (05/01/2018)\n"
    heading = f"PHẦN THỨ HAI\nNHIỆM VỤ NĂM 2019\n\n{BODY}\n\n"
    assert len(parts_of(document_of(f"{SECOND}\n{BODY * 4}\n\n{heading}{links}"))) == 1
