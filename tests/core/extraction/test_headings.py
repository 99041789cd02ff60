"""Sections: numbered lines become a tree, and every figure knows its path."""

from collections.abc import Callable

import pytest

from desktop.core.documents import Block, BlockKind, Document, Format
from desktop.core.extraction.headings import sections_of
from desktop.core.extraction.result import Extraction
from desktop.core.figures import Figure

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


BODY = "Trong kỳ, các đơn vị triển khai 12 đợt kiểm tra tại 34 cơ sở, nhắc nhở 5 cơ sở, xử phạt 2 cơ sở."


def outline(extraction: Extraction) -> list[tuple[int, str]]:
    """Return the level and the title of each section."""
    return [(section.level, section.title) for section in extraction.sections]


def test_heading_runs_into_the_text_behind_it(extraction_of: Callable[[str], Extraction]) -> None:
    text = (
        f"I. KINH TẾ\n\n1. Trồng trọt: {BODY}\n\n2. Chăn nuôi. {BODY}\n\na) Đàn bò: 1.250 con, tăng 3%.\n\n"
        f"b) Đàn dê.- {BODY}\n\n2.1. Về thú y: {BODY}\n\n3- Thủy lợi: {BODY}"
    )
    assert outline(extraction_of(text)) == [
        (1, "I. KINH TẾ"),
        (2, "1. Trồng trọt"),
        (2, "2. Chăn nuôi"),
        (3, "a) Đàn bò"),
        (3, "b) Đàn dê"),
        (4, "2.1. Về thú y"),
        (2, "3- Thủy lợi"),
    ]


def test_heading_in_capitals_runs_into_the_text(extraction_of: Callable[[str], Extraction]) -> None:
    text = f"{TEXT.splitlines()[0]}\n\nII. CÔNG NGHIỆP Chỉ số tồn kho giảm. {BODY}\n\nXÂY DỰNG CƠ BẢN {BODY}"
    assert outline(extraction_of(text)) == [(1, "II. CÔNG NGHIỆP"), (2, "XÂY DỰNG CƠ BẢN")]


def test_names_without_a_number_are_below_the_numbers(extraction_of: Callable[[str], Extraction]) -> None:
    text = f"I. Xã hội\n\nY tế: {BODY}\n\nGiáo dục và đào tạo: {BODY}\n\nII. Nội chính\n\n{BODY}"
    assert outline(extraction_of(text)) == [
        (1, "I. Xã hội"),
        (2, "Y tế"),
        (2, "Giáo dục và đào tạo"),
        (1, "II. Nội chính"),
    ]


def test_name_before_a_full_stop_is_one_that_a_field_has(extraction_of: Callable[[str], Extraction]) -> None:
    text = f"Chăn nuôi. {BODY}\n\nThế là xong. {BODY}"
    assert outline(extraction_of(text)) == [(1, "Chăn nuôi")]


@pytest.mark.parametrize(
    "line",
    [
        "Nguồn: Phòng Tổng hợp và các đơn vị trực thuộc Sở, số liệu tính đến hết ngày 15 tháng 6 năm 2020",
        "Trong đó: lúa xuân 1.200 ha, ngô xuân 340 ha, rau các loại 96 ha và một số cây hằng năm khác 51 ha.",
        "Toàn tỉnh đã hoàn thành được như sau: cấp mới 124 giấy phép, thu hồi 3, cấp đổi 57.",
        "Kính gửi: Văn phòng Ủy ban nhân dân tỉnh, các sở, ban, ngành và Ủy ban nhân dân các huyện, thị xã.",
        "Sản lượng đạt khá: 1.250 tấn chè, 340 tấn cà phê nhân, 96 tấn hồ tiêu và 51 tấn quả các loại khác.",
    ],
)
def test_what_opens_a_list_or_a_note_is_no_heading(
    line: str, extraction_of: Callable[[str], Extraction]
) -> None:
    assert outline(extraction_of(f"{line}\n\n{line}")) == []


def test_marks_are_below_everything_and_end_with_their_paragraphs(
    extraction_of: Callable[[str], Extraction],
) -> None:
    text = (
        f"1. Nông nghiệp\n\n* Về chăn nuôi: {BODY}\n\n- Đàn lợn: {BODY}\n\n+ Nái sinh sản: {BODY}\n\n"
        f"- Gà 12.000 con.\n\nTổng cộng có 45 trang trại.\n\n2. Lâm nghiệp\n\n{BODY}"
    )
    extraction = extraction_of(text)
    assert outline(extraction) == [
        (1, "1. Nông nghiệp"),
        (2, "* Về chăn nuôi"),
        (3, "- Đàn lợn"),
        (4, "+ Nái sinh sản"),
        (1, "2. Lâm nghiệp"),
    ]
    assert figure_with("45", extraction).section == ("1. Nông nghiệp",)


def test_line_with_a_mark_and_a_colon_holds_what_is_below_it(
    extraction_of: Callable[[str], Extraction],
) -> None:
    text = f"- Về văn hóa:\n+ Thư viện: {BODY}\n+ Bảo tàng: {BODY}"
    assert outline(extraction_of(text)) == [(1, "- Về văn hóa"), (2, "+ Thư viện"), (2, "+ Bảo tàng")]


def test_bare_number_of_a_part_is_named_by_the_line_below(extraction_of: Callable[[str], Extraction]) -> None:
    first, second = "Phần thứ nhất\nKẾT QUẢ NĂM 2018", "Phần thứ hai\nNHIỆM VỤ NĂM 2019"
    text = f"{first}\n\nI. Kinh tế\n\n{BODY}\n\n{second}\n\n{BODY}"
    assert outline(extraction_of(text)) == [
        (1, "Phần thứ nhất KẾT QUẢ NĂM 2018"),
        (2, "I. Kinh tế"),
        (1, "Phần thứ hai NHIỆM VỤ NĂM 2019"),
    ]


def test_articles_hold_the_numbers_below_them(extraction_of: Callable[[str], Extraction]) -> None:
    text = (
        f"Điều 1. Đánh giá chung\n\n1. Kết quả\n\n{BODY}\n\nĐiều 2. Tổ chức thực hiện\n\n1. Các sở\n\n{BODY}"
    )
    assert outline(extraction_of(text)) == [
        (1, "Điều 1. Đánh giá chung"),
        (2, "1. Kết quả"),
        (1, "Điều 2. Tổ chức thực hiện"),
        (2, "1. Các sở"),
    ]


def test_rows_of_a_flattened_table_are_no_headings(extraction_of: Callable[[str], Extraction]) -> None:
    assert outline(extraction_of("III. Biểu thu\n\n1. Thuế nội địa\n6.350\n4.986\n2. Lệ phí\n398\n318")) == [
        (1, "III. Biểu thu")
    ]


def test_bold_line_is_a_heading_below_the_numbers() -> None:
    lines = ["I. Kinh tế", "Trồng cây dược liệu", BODY]
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    blocks = [
        Block(BlockKind.PARAGRAPH, start, start + len(line), is_emphasised=line == lines[1])
        for start, line in zip(starts, lines, strict=True)
    ]
    document = Document(
        Format.DOCX, f"{text}\n1. Hết", (*blocks, Block(BlockKind.PARAGRAPH, len(text) + 1, len(text) + 7))
    )
    assert [(s.level, s.title) for s in sections_of(document)] == [
        (1, "I. Kinh tế"),
        (2, "Trồng cây dược liệu"),
        (2, "1. Hết"),
    ]


def figure_with(digits: str, extraction: Extraction) -> Figure:
    """Return the figure whose text begins with `digits`."""
    return next(figure for figure in extraction.figures if figure.text.startswith(digits))


def test_bold_marks_alone_are_no_heading() -> None:
    document = Document(Format.DOCX, "::", (Block(BlockKind.PARAGRAPH, 0, 2, is_emphasised=True),))
    assert sections_of(document) == ()
