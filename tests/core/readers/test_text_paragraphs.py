"""Lines of plain texts: what a line break parts, and what it only breaks."""

import textwrap

import pytest

from desktop.core.readers import read

FIRST = (
    "Tháng Ba, ngành đường sắt vận chuyển 41,2 nghìn lượt khách, tăng 6,4% so với tháng trước; luân "
    "chuyển 12,8 triệu lượt khách.km. Hàng hóa qua ga Đồng Mỏ đạt 9.150 tấn, giảm 3,7% so với cùng kỳ do "
    "mưa lớn kéo dài, nhiều đoạn đường bị ngập phải dừng chạy tàu. Doanh thu ước 18,6 tỷ đồng, bằng "
    "24,1% kế hoạch năm."
)
SECOND = (
    "Về đường thủy, các bến trên sông Kỳ Lộ tiếp nhận 512 lượt phương tiện, trong đó 37 lượt tàu trên "
    "500 tấn. Lực lượng chức năng kiểm tra 96 phương tiện, nhắc nhở 11 trường hợp thiếu áo phao, không "
    "xảy ra tai nạn."
)
LONG = (
    "Trong kỳ, các trạm khuyến nông mở 24 lớp tập huấn cho 1.080 hộ trồng chè, cấp phát 3.200 tờ hướng "
    "dẫn, xây dựng 9 mô hình trình diễn; năng suất chè búp tươi bình quân của các mô hình đạt 84,5 tạ/ha, "
    "cao hơn đại trà 11,3 tạ/ha, được bà con đánh giá tốt và đề nghị nhân rộng"
)


def paragraphs(text: str) -> list[str]:
    """Return the blocks of a text file with its content, each on one line."""
    document = read(text.encode(), "a.txt")
    return [" ".join(document.slice(block).split()) for block in document.blocks]


def wrapped(text: str, width: int, first: str = "", others: str = "") -> str:
    """Return `text` broken at `width` as word processors do when they save plain text."""
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=others,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return "\n".join(lines)


@pytest.mark.parametrize("width", [48, 60, 72, 88, 120, 150])
@pytest.mark.parametrize(("first", "others"), [("", ""), ("    ", ""), ("", "  "), ("\t", "")])
def test_text_broken_at_any_width_is_read_in_paragraphs(width: int, first: str, others: str) -> None:
    text = "\n\n".join(wrapped(paragraph, width, first, others) for paragraph in (FIRST, SECOND))
    assert paragraphs(text) == [FIRST, SECOND]


def test_text_is_never_changed() -> None:
    text = wrapped(FIRST, 70, "  ") + "  \n\n" + wrapped(SECOND, 70)
    document = read(text.replace("\n", "\r\n").encode(), "a.txt")
    assert document.text == text
    assert [document.slice(block) for block in document.blocks] == [
        part.strip() for part in text.split("\n\n")
    ]


def test_parts_of_a_text_are_read_each_by_its_own_width() -> None:
    narrow = f"{wrapped(FIRST, 60)}\n\n{wrapped(SECOND, 60)}\n\n" * 4
    wide = f"{wrapped(FIRST, 104)}\n\n{wrapped(SECOND, 104)}\n\n" * 4
    found = paragraphs(narrow + wide)
    assert found[:6] == [FIRST, SECOND] * 3
    assert found[-6:] == [FIRST, SECOND] * 3


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Giá trị giải ngân cả tỉnh đến cuối quý đạt 3,4 nghìn tỷ", "đồng, bằng 38% kế hoạch."),
        ("Toàn huyện đã tổ chức được 12", "lớp dạy nghề cho lao động nông thôn."),
        ("Sản lượng cá nuôi lồng trên hồ ước đạt", "1.250 tấn, tăng 4,2% so với cùng kỳ."),
        ("Vụ cháy lớn nhất xảy ra tại chợ trung tâm huyện", "Mường Sen, thiệt hại 2,1 tỷ đồng."),
        (
            "Số vụ vi phạm giảm 12 vụ (chủ yếu giảm vào",
            "Quý II, khi các chốt được tăng cường) so với năm trước.",
        ),
        ("Tỷ lệ hộ dùng nước sạch tăng lên 87,5", "% vào cuối năm."),
        ("Lãi suất huy động kỳ hạn 12 tháng giảm về mức", "5,8 - 6,1%/năm."),
    ],
)
def test_one_sentence_broken_by_chance_is_joined(line: str, following: str) -> None:
    assert paragraphs(f"{LONG}.\n\n{line}\n{following}\n\n{LONG}.") == [
        f"{LONG}.",
        f"{line} {following}",
        f"{LONG}.",
    ]


def test_sentence_that_goes_on_below_an_empty_line_is_joined() -> None:
    assert paragraphs(f"{LONG}\n\ntrong các vụ sau.") == [f"{LONG} trong các vụ sau."]


@pytest.mark.parametrize("break_", ["\v", "\u2028", "\x85", "\f", " \r\n"])
def test_soft_break_within_a_long_line_is_no_end(break_: str) -> None:
    at = LONG.index(" được bà con")
    assert paragraphs(f"{LONG[:at]}{break_}{LONG[at + 1 :]}.") == [f"{LONG}."]


def test_paragraphs_on_lines_of_their_own_stay_apart() -> None:
    lines = [f"{LONG}.", f"{LONG};", LONG, f"Cùng kỳ, {LONG}."]
    assert paragraphs("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "item",
    [
        "- Ngô xuân 410 ha.",
        "+ đậu tương 36 ha;",
        "a) Chăn nuôi",
        "• Chè 12 ha",
        "2. Lâm nghiệp",
        "(1) Có 3 xã.",
    ],
)
def test_items_stay_apart_in_a_broken_text(item: str) -> None:
    text = f"{wrapped(FIRST, 72)}\n{item}\n{wrapped(SECOND, 72)}"
    assert paragraphs(text) == [FIRST, item, SECOND]


def test_broken_items_are_joined() -> None:
    items = [f"- {FIRST}", f"- {SECOND}", f"1. {FIRST}", f"b) {SECOND}"]
    assert paragraphs("\n".join(wrapped(item, 66, "", "  ") for item in items)) == items


@pytest.mark.parametrize(
    "heading",
    ["II. GIAO THÔNG, BƯU CHÍNH", "II- Giao thông", "Phần thứ hai", "Điều 2. Giao thông", "B. GIAO THÔNG"],
)
def test_headings_stay_apart_in_a_broken_text(heading: str) -> None:
    text = f"{wrapped(FIRST, 72)}\n{heading}\n{wrapped(SECOND, 72)}"
    assert paragraphs(text) == [FIRST, heading, SECOND]


def test_letterhead_and_signature_stay_in_lines() -> None:
    head = [
        "UBND TỈNH MẪU SƠN           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "SỞ GIAO THÔNG VẬN TẢI              Độc lập - Tự do - Hạnh phúc",
        "Số: 88/BC-SGTVT              Mẫu Sơn, ngày 5 tháng 4 năm 2022",
    ]
    tail = [
        "Nơi nhận:                                          GIÁM ĐỐC",
        "- Lưu: VT, KH (02 bản).              (Đã ký)",
    ]
    text = "\n".join([*head, "", wrapped(FIRST, 72), "", wrapped(SECOND, 72), "", *tail])
    assert paragraphs(text) == [" ".join(line.split()) for line in [*head, FIRST, SECOND, *tail]]


def test_cells_of_a_flattened_table_stay_apart() -> None:
    cells = [
        "Diện tích cây công nghiệp lâu năm cho sản phẩm",
        "nghìn ha",
        "12,4",
        "13,1",
        "trong đó: chè búp tươi các loại",
        "8,2",
    ]
    assert paragraphs(f"{LONG}.\n" + "\n".join(cells)) == [f"{LONG}.", *cells]


def test_rows_with_columns_stay_apart() -> None:
    rows = [
        f"Chè búp tươi huyện thứ {n}, sản lượng ước      12.50{n}      13.60{n}      105,3" for n in range(5)
    ]
    assert paragraphs("\n".join(rows)) == [" ".join(row.split()) for row in rows]


def test_page_furniture_is_not_drawn_into_sentences() -> None:
    lines = [
        "Kết quả thu ngân sách các tháng cuối năm",
        "12/10/2018 08:47",
        "Lượt xem: 1.357",
        "www.mauson.example",
    ]
    assert paragraphs("\n".join(lines)) == lines
