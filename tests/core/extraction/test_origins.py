"""Who issued a report and which province it is about."""

from collections.abc import Callable

import pytest

from desktop.core.documents import Document
from desktop.core.extraction import lexicon
from desktop.core.extraction.origins import origin_of
from desktop.core.extraction.report_parts import parts_of
from desktop.core.extraction.result import Extraction

TITLE = "Kết quả phòng, chống hạn hán, xâm nhập mặn năm 2020"
BODY = "Trong năm, các xã nạo vét 125 km kênh mương, lắp đặt 48 trạm bơm dã chiến, cấp nước cho 3.400 hộ."


@pytest.mark.parametrize(
    ("letterhead", "issuer", "province"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH BẾN TRE", "Ủy ban nhân dân tỉnh Bến Tre", "Bến Tre"),
        ("ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE", "Ủy ban nhân dân tỉnh Bến Tre", "Bến Tre"),
        (
            "UỶ BAN NHÂN DÂN         CỘNG HOÀ XÃ HỘI\nTỈNH HOÀ BÌNH         Độc lập",
            "Ủy ban nhân dân tỉnh Hòa Bình",
            "Hòa Bình",
        ),
        ("TỔNG CỤC THỐNG KÊ\nCỤC THỐNG KÊ TỈNH LÂM ĐỒNG", "Cục Thống kê tỉnh Lâm Đồng", "Lâm Đồng"),
        ("CỤC THỐNG KÊ TP. HỒ CHÍ MINH", "Cục Thống kê thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Cục Thống kê thành phố Đà Nẵng", "Cục Thống kê thành phố Đà Nẵng", "Đà Nẵng"),
        (
            "UBND TỈNH SÓC TRĂNG\nSỞ NÔNG NGHIỆP VÀ PTNT",
            "Sở Nông nghiệp và Phát triển nông thôn tỉnh Sóc Trăng",
            "Sóc Trăng",
        ),
        ("UBND TỈNH ĐẮC LẮC\nTHANH TRA TỈNH", "Thanh tra tỉnh Đắk Lắk", "Đắk Lắk"),
        (
            "Sở LĐTB&XH Thừa Thiên - Huế",
            "Sở Lao động - Thương binh và Xã hội Thừa Thiên Huế",
            "Thừa Thiên Huế",
        ),
        ("UBND HUYỆN CHỢ LÁCH\nTỈNH BẾN TRE", "Ủy ban nhân dân huyện Chợ Lách", "Bến Tre"),
        ("BAN NỘI CHÍNH TỈNH ỦY CÀ MAU", "Ban Nội chính Tỉnh ủy Cà Mau", "Cà Mau"),
        (
            "SỞ CÔNG THƯƠNG TỈNH AN GIANG\nTRUNG TÂM KHUYẾN CÔNG",
            "Trung tâm khuyến công tỉnh An Giang",
            "An Giang",
        ),
        ("CỤC THỐNG KÊ TỈNH MẪU SƠN", "Cục Thống kê tỉnh Mẫu Sơn", "Mẫu Sơn"),
        ("BỘ KẾ HOẠCH VÀ ĐẦU TƯ\nTỔNG CỤC THỐNG KÊ", "Tổng cục Thống kê", ""),
        ("BỘ CÔNG THƯƠNG VIỆT NAM | CỔNG THÔNG TIN ĐIỆN TỬ", "Bộ Công Thương", ""),
        ("Cổng thông tin điện tử Sở Y tế tỉnh Long An", "Sở Y tế tỉnh Long An", "Long An"),
        ("Số: 15/BC-CTK          Kon Tum, ngày 5 tháng 1 năm 2021", "", "Kon Tum"),
        ("Đăng nhập | Liên hệ", "", ""),
    ],
)
def test_letterhead_names_office_and_province(
    letterhead: str, issuer: str, province: str, extraction_of: Callable[[str], Extraction]
) -> None:
    extraction = extraction_of(f"{letterhead}\n\n{TITLE}\n\n{BODY}")
    assert (extraction.issuer, extraction.province) == (issuer, province)


@pytest.mark.parametrize(
    ("ending", "issuer"),
    [
        ("Nguồn: Cục Thống kê tỉnh Tiền Giang", "Cục Thống kê tỉnh Tiền Giang"),
        (
            "© Bản quyền thuộc Sở Tài chính tỉnh Bắc Giang. Điện thoại: 0204.000.111",
            "Sở Tài chính tỉnh Bắc Giang",
        ),
        ("Cơ quan chủ quản: UBND TP Vĩnh Long - Số 1 Lê Lai", "Ủy ban nhân dân thành phố Vĩnh Long"),
        ("TỔNG CỤC THỐNG KÊ", "Tổng cục Thống kê"),
        ("Theo Tổng cục Thống kê", ""),
    ],
)
def test_office_may_be_named_at_the_end(
    ending: str, issuer: str, extraction_of: Callable[[str], Extraction]
) -> None:
    assert extraction_of(f"{TITLE}\n\n{BODY}\n\n{ending}").issuer == issuer


@pytest.mark.parametrize(
    ("title", "body", "province"),
    [
        ("Kết quả trồng rừng tỉnh Yên Bái năm 2019", BODY, "Yên Bái"),
        (TITLE, "Trên địa bàn tỉnh Trà Vinh có 15 trạm. Tại Trà Vinh, mặn vào sâu 40 km.", "Trà Vinh"),
        (TITLE, "Giá tôm tại Cà Mau tăng 5%. Ở Cà Mau, sản lượng 120 tấn.", ""),
        (TITLE, "Tại tỉnh Hà Tĩnh 5 vụ, tỉnh Nghệ An 7 vụ, tỉnh Hà Tĩnh 2 vụ, Nghệ An 1 vụ.", ""),
        (
            TITLE,
            "Vì một nền hòa bình, vùng Thái Bình Dương có 21 nước, Thái Bình Dương rộng 165 triệu km2.",
            "",
        ),
    ],
)
def test_province_is_that_of_the_title_or_most_of_the_text(
    title: str, body: str, province: str, extraction_of: Callable[[str], Extraction]
) -> None:
    assert extraction_of(f"{title}\n\n{body}").province == province


def test_each_report_of_a_file_has_its_origin(document_of: Callable[[str], Document]) -> None:
    reports = [
        f"CỤC THỐNG KÊ TỈNH {name}\n\nBÁO CÁO\nTình hình kinh tế tháng {month} năm 2016\n\n"
        + f"{BODY} " * 8
        + "\n\n"
        for name, month in (("LAI CHÂU", 4), ("SƠN LA", 5))
    ]
    document = document_of("".join(reports))
    assert [origin_of(document, part).province for part in parts_of(document)] == ["Lai Châu", "Sơn La"]


def test_list_of_provinces_is_that_before_and_after_the_merger_of_2025() -> None:
    provinces = lexicon.table("offices")["province"]
    now, before = set(provinces["now"]), set(provinces["before"])
    assert len(now) == 34
    assert len((now | before) - {"Huế"}) == 63
    assert not now & before
