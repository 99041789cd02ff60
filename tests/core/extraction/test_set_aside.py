"""Numbers that are no figures, and figures beside them that stay."""

from collections.abc import Callable

import pytest

from desktop.core.extraction.result import Extraction
from desktop.core.sections import LedgerKind

Extracting = Callable[[str], Extraction]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Họp ngày 05/04/2021 tại hội trường.", ["date"]),
        ("Từ ngày 12 đến ngày 15 tháng 3 năm 2022.", ["date", "date", "date", "date"]),
        ("Kế hoạch giai đoạn 2021-2025 được duyệt.", ["date", "date"]),
        ("Trong 6 tháng đầu năm, tình hình ổn định.", ["period"]),
        ("Theo Nghị quyết số 84/NQ-CP của Chính phủ.", ["legal"]),
        ("Theo Điều 5, khoản 2 Luật Đất đai.", ["legal", "legal"]),
        ("Kỳ họp thứ 11 đã bế mạc.", ["ordinal"]),
        ("Dịch vụ công mức độ 3 và 4 được mở rộng.", ["ordinal", "ordinal"]),
        ("Phòng, chống dịch Covid-19 và cúm A(H5N1).", ["name", "name", "name"]),
        ("Nút giao trên quốc lộ 38 đã thông xe.", ["name"]),
        ("Số lượt xem: 1.204", ["furniture"]),
        ("Điện thoại: 0222.3822.111", ["furniture"]),
        ("Tiêm cho trẻ từ 5 đến 11 tuổi.", ["name", "name"]),
    ],
)
def test_number_that_is_no_figure_is_set_aside_for_its_reason(
    extraction_of: Extracting, text: str, kinds: list[str]
) -> None:
    found = extraction_of(text)
    assert [entry.kind for entry in found.ledger] == kinds
    assert not found.figures


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sở đã cấp 12 giấy phép cho doanh nghiệp.", "12"),
        ("Công suất đạt trung bình 15 năm.", "15"),
        ("Trong tổng số 63 chủ đầu tư đã báo cáo.", "63"),
        ("Xã đã xử lý dứt điểm 7 điểm ngập.", "7"),
        ("Công an khóa 61.300 thuê bao đăng ký sai.", "61300"),
    ],
)
def test_figure_beside_a_word_of_order_stays_a_figure(
    extraction_of: Extracting, text: str, value: str
) -> None:
    assert [str(figure.reading.value) for figure in extraction_of(text).figures] == [value]


def test_list_of_ordinals_ends_where_a_counted_thing_begins(extraction_of: Extracting) -> None:
    found = extraction_of("Mạng lưới gồm bưu cục cấp 1, 10 bưu cục cấp 2.")
    assert [entry.kind for entry in found.ledger] == [
        LedgerKind.ORDINAL,
        LedgerKind.FIGURE,
        LedgerKind.ORDINAL,
    ]
