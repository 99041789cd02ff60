"""What a page adds around a report, and reports in which the same words are their own."""

from collections.abc import Callable

import pytest

from desktop.core.documents import Block, BlockKind, Document, Format
from desktop.core.extraction.page_furniture import furniture_in
from desktop.core.extraction.result import Extraction
from desktop.core.sections import LedgerKind

Extracting = Callable[[str], Extraction]

REPORT = """TÌNH HÌNH KINH TẾ THÁNG 9

Sản lượng khai thác trong tháng đạt 1.250 tấn, tăng 4,5% so với cùng kỳ năm trước, chủ yếu nhờ thời tiết.

Toàn tỉnh gieo trồng được 320 ha rau màu các loại, giảm 12 ha so với kế hoạch của các địa phương đề ra.
"""
VALUES = ["1250", "4.5", "320", "-12"]

ADDED = [
    "Tin liên quan\n- Giá lúa giảm 300 đồng/kg (21/09/2019)\n- Xuất khẩu cá tra tăng 12% (20/09/2019)",
    "CÁC TIN KHÁC\n  - Giá gạo Thái Lan giảm 5 USD/tấn (21/09/2009)\n  - Thị trường cà phê (18/09/2009)",
    "Tin cùng chuyên mục:\n+ Năm ngân hàng giảm lãi suất\n+ 5 doanh nghiệp được cấp phép (07/12)",
    "Bài viết khác\nThu hoạch 300 ha tôm\nTrồng 5 ha rừng ngập mặn",
    "Xem thêm: Giá cà phê tăng 500 đồng/kg",
    ">> Đọc thêm: 5 tỉnh công bố hạn mặn",
    "Có thể bạn quan tâm\n• 12 món ngon ngày Tết\n• 3 lý do nên đi du lịch",
    "Tin bài liên quan (3)\n» Bắt 2 đối tượng trộm xe (03/10)\n» Tặng 30 suất quà (02/10)",
    "TIN LIÊN QUAN\n> Bắt 3 đối tượng đánh bạc (28-03-2018 09:15)",
    "» Bắt 2 đối tượng trộm cắp (03/10)\n» Xử phạt 12 trường hợp (02/10)",
    "Từ khóa: 15 tỉnh thiệt hại, lũ quét",
    "TAGS: 4 tại chỗ, 12 xã nông thôn mới",
    "5 bình luận | In bài viết | Cỡ chữ 14",
    "1,284 lượt xem",
    "Bình luận (3)   Chia sẻ 127",
    "Phản hồi 25 | Chia sẻ 12 | 1.250 lượt xem",
    "Tòa soạn: 60A Hoàng Văn Thụ, phường 9. Đường dây nóng: 0918.033.133",
    "Trung tâm Tin học - Số 2 Ngọc Hà, Ba Đình, Hà Nội. ĐT: 04.37341635",
    "Giấy phép xuất bản số 05/GP-STTTT ngày 12/01/2016. In 150 bản. Điện thoại: 0500.3955.678",
    "Bản quyền thuộc Sở Công Thương. Thiết kế bởi Phòng 3, tầng 12. Điện thoại: 0236.3822.138",
    "Tin liên quan: » Top 5 địa phương hút vốn » 3 điểm nghẽn của logistics",
]

KEPT = [
    ("Các khoản khác: thu 12 tỷ đồng, chi 8 tỷ đồng.", ["12", "8"]),
    ("Tin khác với dự báo, sản lượng chỉ đạt 30 tấn.", ["30"]),
    ("- Thu nội địa 12 tỷ đồng\n- Thu hải quan 3 tỷ đồng", ["12", "3"]),
    ("- Hộ nghèo còn 1.203 hộ;\n- Hộ cận nghèo còn 950 hộ.", ["1203", "950"]),
    ("Tổng đài điện thoại tiếp nhận 120 cuộc, thư điện tử 35 thư.", ["120", "35"]),
    ("Ý kiến đóng góp của 45 đại biểu được tiếp thu.", ["45"]),
    ("Trong tháng có 1.284 lượt xem triển lãm, giảm 5%.", ["1284", "-5"]),
    ("Bản quyền phần mềm: mua mới 12 bộ.", ["12"]),
    ("Quảng cáo: cấp 12 giấy phép, thu 1.234.567.000 đồng.", ["12", "1234567000"]),
    ("Điện thoại: 12.345 thuê bao; Internet: 3.456 thuê bao", ["12345", "3456"]),
    ("Trả lời: 15 kiến nghị\nTheo dõi: 25 người", ["15", "25"]),
    ("Chia sẻ kinh nghiệm, 30 hộ đã thoát nghèo.", ["30"]),
]


def values_of(found: Extraction) -> list[str]:
    return [str(figure.reading.value) for figure in found.figures]


@pytest.mark.parametrize("added", ADDED)
def test_what_a_page_adds_holds_no_figure(extraction_of: Extracting, added: str) -> None:
    found = extraction_of(f"{REPORT}\n{added}\n")
    assert values_of(found) == VALUES
    assert all(entry.kind is not LedgerKind.OPEN for entry in found.ledger)


@pytest.mark.parametrize(("own", "values"), KEPT)
def test_lines_of_the_report_that_look_alike_keep_their_figures(
    extraction_of: Extracting, own: str, values: list[str]
) -> None:
    assert values_of(extraction_of(f"{REPORT}\n{own}\n")) == [*VALUES, *values]


def test_report_goes_on_after_headlines_in_its_midst(extraction_of: Extracting) -> None:
    box = "Tin liên quan\nGiá lúa tăng 300 đồng\n"
    rest = "Đàn lợn có 12.500 con, tăng 3% so với cùng kỳ năm trước và bằng 98% kế hoạch của cả năm."
    assert values_of(extraction_of(f"{REPORT}\n{box}\n{rest}\n")) == [*VALUES, "12500", "3", "98"]


def test_second_report_after_headlines_is_read(extraction_of: Extracting) -> None:
    found = extraction_of(f"{REPORT}\nCác tin khác\n- Bắt 2 đối tượng (03/10)\n\nI. NÔNG NGHIỆP\n\n{REPORT}")
    assert values_of(found) == VALUES * 2


def test_numbered_heading_ends_the_headlines(extraction_of: Extracting) -> None:
    found = extraction_of(f"{REPORT}\nXem thêm:\n2. Thu ngân sách 45 tỷ đồng\n")
    assert values_of(found) == [*VALUES, "45"]


def test_dates_of_headlines_stay_dates_and_their_amounts_become_furniture(extraction_of: Extracting) -> None:
    found = extraction_of(f"{REPORT}\nCác tin khác\n- Bắt 2 đối tượng (03/10/2019)\n")
    assert [entry.kind for entry in found.ledger][-2:] == [LedgerKind.FURNITURE, LedgerKind.DATE]


def test_all_numbers_of_an_imprint_are_furniture(extraction_of: Extracting) -> None:
    found = extraction_of(
        f"{REPORT}\nGiấy phép số 15/GP-TTĐT cấp ngày 12/3/2015. Ghi rõ nguồn khi đăng lại.\n"
    )
    assert [entry.kind for entry in found.ledger][-2:] == [LedgerKind.FURNITURE] * 2


def test_list_items_with_a_date_are_no_headlines_while_text_follows(extraction_of: Extracting) -> None:
    own = "- Tặng 30 suất quà (03/10)\n- Trồng 5 ha rừng (02/10)\n"
    rest = "Các hoạt động thu hút 1.200 người tham gia, tăng so với năm trước và được dư luận đánh giá cao."
    assert values_of(extraction_of(f"{REPORT}\n{own}\n{rest}\n")) == [*VALUES, "30", "5", "1200"]


def test_tables_among_headlines_are_left_to_their_own_reading() -> None:
    text = "Tin liên quan\n1 2\n"
    blocks = (Block(BlockKind.PARAGRAPH, 0, 13), Block(BlockKind.TABLE, 14, 17))
    furniture = furniture_in(Document(Format.HTML, text, blocks))
    assert furniture.linked == {0}
    assert not furniture.whole


def test_document_without_blocks_has_no_furniture() -> None:
    furniture = furniture_in(Document(Format.TXT, "", ()))
    assert not furniture.whole | furniture.linked
