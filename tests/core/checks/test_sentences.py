"""What does not fit within a sentence is noticed; what fits, rounding allowed for, is not."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.core.checks.conftest import Noticed

Notice = Callable[[str], list[Noticed]]


@pytest.mark.parametrize(
    ("text", "code", "texts", "expected"),
    [
        (
            "Diện tích gieo trồng đạt 45.200 ha, gồm: lúa 30.100 ha, ngô 8.400 ha, rau 5.700 ha.",
            "parts",
            ("45.200 ha", "30.100 ha", "8.400 ha", "5.700 ha"),
            "44200",
        ),
        (
            "Sản lượng thủy sản là 12,5 nghìn tấn, trong đó nuôi 9,2 nghìn tấn, khai thác 4,3 nghìn tấn.",
            "parts",
            ("12,5 nghìn tấn", "9,2 nghìn tấn", "4,3 nghìn tấn"),
            "13.5",
        ),
        (
            "Kinh phí đạt 2,5 tỷ đồng, gồm: ngân sách tỉnh 900 triệu đồng, ngân sách huyện 1.200 triệu đồng.",
            "parts",
            ("2,5 tỷ đồng", "900 triệu đồng", "1.200 triệu đồng"),
            "2.1",
        ),
        (
            "Giải quyết việc làm cho 1.250 lao động, trong đó 1.350 lao động nữ.",
            "part_over_whole",
            ("1.350 lao động", "1.250 lao động"),
            None,
        ),
        (
            "Cơ cấu kinh tế: nông nghiệp chiếm 25,3%; công nghiệp chiếm 41,2%; dịch vụ chiếm 35,5%.",
            "shares",
            ("25,3%", "41,2%", "35,5%"),
            "102.0",
        ),
        ("Kim ngạch xuất khẩu tăng từ 320 triệu USD lên 295 triệu USD.", "turn_up", None, None),
        ("Tỷ lệ hộ nghèo giảm từ 4,2% xuống còn 5,1%.", "turn_down", None, None),
        (
            "Tổng thu ngân sách đạt 2.450 tỷ đồng, tăng 21,4% so với cùng kỳ năm 2021 (2.180 tỷ đồng).",
            "change",
            ("21,4%", "2.450 tỷ đồng", "2.180 tỷ đồng"),
            None,
        ),
        (
            "Xảy ra 42 vụ tai nạn giao thông, giảm 6 vụ (giảm 14,3%) so với cùng kỳ.",
            "change",
            ("14,3%", "42 vụ tai nạn giao thông", "6 vụ"),
            "-12.5",
        ),
        (
            "Vốn kế hoạch năm 2022 là 3.200 tỷ đồng, đến nay giải ngân 480 tỷ đồng, đạt 25% kế hoạch.",
            "ratio",
            ("25%", "480 tỷ đồng", "3.200 tỷ đồng"),
            "15",
        ),
    ],
)
def test_planted_fault_is_noticed(
    noticed: Notice, text: str, code: str, texts: tuple[str, ...] | None, expected: str | None
) -> None:
    (found,) = noticed(text)
    assert found.code == code
    if texts is not None:
        assert found.texts == texts
    if expected is not None:
        assert found.expected == Decimal(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Diện tích gieo trồng đạt 44.200 ha, gồm: lúa 30.100 ha, ngô 8.400 ha, rau 5.700 ha.",
        "Sản lượng đạt 12,5 nghìn tấn, gồm nuôi trồng 8,3 nghìn tấn, khai thác 4,1 nghìn tấn.",
        "Xử lý 252 đối tượng, trong đó 120 đối tượng nữ, 190 đối tượng dưới 30 tuổi.",
        "Đưa 528 lao động đi làm việc, gồm các thị trường: Nhật Bản 300 lao động, Hàn Quốc 86 lao động và các"
        " thị trường khác.",
        "Xuất siêu 11,6 tỷ USD, trong đó khu vực trong nước nhập siêu 12,3 tỷ USD.",
        "Ước đạt khoảng 90.000 lượt, gồm khách trong nước 70.500 lượt và khách quốc tế 20.300 lượt.",
        "Có 01 đoàn công tác gồm 25 người.",
        "Kim ngạch xuất khẩu tăng từ 295 triệu USD lên 320 triệu USD. Hộ nghèo giảm từ 5,1% xuống còn 4,2%.",
        "Tổng thu ngân sách đạt 2.450 tỷ đồng, tăng 12,4% so với cùng kỳ năm 2021 (2.180 tỷ đồng).",
        "Xảy ra 42 vụ tai nạn giao thông, giảm 6 vụ (giảm 12,5%) so với cùng kỳ.",
        "Số lượt khách đạt 85.000 lượt, gấp 1,7 lần so với cùng kỳ năm trước (50.000 lượt).",
        "Vốn kế hoạch năm 2022 là 3.200 tỷ đồng, đến nay giải ngân 480 tỷ đồng, đạt 15% kế hoạch.",
        "Nông nghiệp chiếm 25,3%; công nghiệp chiếm 41,2%; dịch vụ chiếm 33,5%.",
        "100% sở, ngành, 95% huyện và 71% xã đã kết nối.",
        "Số vụ ma túy tăng 2,4 lần so với quý trước nhưng giảm 5,2% so với cùng kỳ.",
    ],
)
def test_sound_sentence_is_left_alone(noticed: Notice, text: str) -> None:
    assert noticed(text) == []


def test_digits_written_say_how_far_a_ratio_may_be_off(noticed: Notice) -> None:
    """0,5 against 3 is anything from 12,9 % to 22 %; 0,50 against 3,00 is not."""
    rough = "Vốn kế hoạch là 3 tỷ đồng, đã giải ngân 0,5 tỷ đồng, đạt 15% kế hoạch."
    exact = "Vốn kế hoạch là 3,00 tỷ đồng, đã giải ngân 0,50 tỷ đồng, đạt 15% kế hoạch."
    assert noticed(rough) == []
    assert [found.code for found in noticed(exact)] == ["ratio"]
