"""Sections: numbered lines become a tree, and every figure knows its path."""

from collections.abc import Callable

from desktop.core.extraction.result import Extraction

TEXT = """BÁO CÁO TÌNH HÌNH KINH TẾ - XÃ HỘI NĂM 2022

I. KINH TẾ

1. Nông nghiệp

Sản lượng lúa đạt 12,5 nghìn tấn.

2. Công nghiệp

Sản lượng điện đạt 30 triệu kWh.

II. XÃ HỘI

Toàn tỉnh có 45 trường học.
"""


def test_numbered_lines_nest_by_their_numbering(extraction_of: Callable[[str], Extraction]) -> None:
    sections = extraction_of(TEXT).sections
    assert [(s.title, s.level, s.parent) for s in sections] == [
        ("I. KINH TẾ", 1, None),
        ("1. Nông nghiệp", 2, 0),
        ("2. Công nghiệp", 2, 0),
        ("II. XÃ HỘI", 1, None),
    ]


def test_section_ends_where_the_next_of_its_level_begins(
    extraction_of: Callable[[str], Extraction],
) -> None:
    sections = extraction_of(TEXT).sections
    assert sections[0].end == sections[3].start
    assert sections[1].end == sections[2].start
    assert sections[3].end == len(TEXT)


def test_figure_has_the_path_of_headings_above_it(extraction_of: Callable[[str], Extraction]) -> None:
    paths = [figure.section for figure in extraction_of(TEXT).figures]
    assert paths == [("I. KINH TẾ", "1. Nông nghiệp"), ("I. KINH TẾ", "2. Công nghiệp"), ("II. XÃ HỘI",)]


def test_title_and_period_of_the_report_are_known(extraction_of: Callable[[str], Extraction]) -> None:
    extraction = extraction_of(TEXT)
    assert extraction.title == "BÁO CÁO TÌNH HÌNH KINH TẾ - XÃ HỘI NĂM 2022"
    assert extraction.period == "2022"


def test_letterhead_and_signature_in_capitals_are_no_sections(
    extraction_of: Callable[[str], Extraction],
) -> None:
    text = "CỔNG THÔNG TIN ĐIỆN TỬ\n\n" + TEXT + "\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n"
    assert [s.title for s in extraction_of(text).sections if s.level == 1] == ["I. KINH TẾ", "II. XÃ HỘI"]


def test_line_that_is_a_title_by_itself_goes_before_two_that_make_one(
    extraction_of: Callable[[str], Extraction],
) -> None:
    text = "Trang chủ › Báo cáo tháng\n\n" + TEXT
    assert extraction_of(text).title == "BÁO CÁO TÌNH HÌNH KINH TẾ - XÃ HỘI NĂM 2022"
