"""Tables in plain texts: one cell a line, or cells parted in lines, found again and read as tables."""

import itertools

import pytest

from desktop.core.documents import Block, BlockKind, Cell, Document
from desktop.core.extraction.extracting import extract
from desktop.core.figures import plain
from desktop.core.readers import read
from desktop.core.sections import LedgerKind

Rows = list[tuple[str, str, str, str, str]]

NUMBERED_WITH_UNITS = """Tình hình kinh tế - xã hội 6 tháng đầu năm 2021 huyện Yên Bình
Biểu 1. Một số chỉ tiêu chủ yếu
TT
Chỉ tiêu
ĐVT
Kế hoạch năm 2021
Ước TH 6 tháng
Tỷ lệ (%)
So với cùng kỳ (%)
1
Diện tích gieo trồng lúa
ha
3.450
1.725
50,0
101,2
2
Sản lượng lương thực
tấn
41.200
22.860
55,5
104,3
Nhìn chung các chỉ tiêu đạt khá.
"""
LETTER = "Tình hình quý I năm 2022\n\n"
TABBED = (
    LETTER
    + """ĐVT: triệu đồng
Khoản thu\tDự toán 2022\tThực hiện quý I\tSo DT (%)\tSo cùng kỳ (%)
Tổng thu cân đối\t125.000\t38.420\t30,7\t112,4
Lệ phí trước bạ\t18.000\t6.230\t34,6\t121,0
Thu khác\t4.100\t-\t-\t-

Chi cục Thuế tiếp tục đôn đốc nợ đọng.
"""
)
BARRED = """Kết quả giải ngân đến ngày 30/6/2023

| Nguồn vốn | Kế hoạch năm 2023 (tỷ đồng) | Giải ngân 6 tháng (tỷ đồng) | Đạt (%) kế hoạch |
|-----------|------|------|------|
| Ngân sách tỉnh | 2.310 | 968 | 41,9 |
| Vốn ODA | 320,8 | 45,1 | 14,1 |
"""
SPACED = """Báo cáo tháng 9 năm 2019 của Chi cục Thủy sản

                                               Đơn vị: tấn
  Chỉ tiêu              Tháng 8      Ước tháng 9    So sánh (%)
                                                   Tháng trước    Cùng kỳ
  1. Khai thác biển      4.120          4.356         105,7         103,1
  2. Nuôi trồng
     - Cá tra            1.870          1.795          96,0         110,2
     - Tôm thẻ             655              -             -             -
"""
DIVIDED = """Kết quả thu ngân sách 11 tháng năm 2020
Đơn vị tính: triệu đồng
Chỉ tiêu
Dự toán 2020
Thực hiện 11 tháng
So sánh (%)
Dự toán
Cùng kỳ
I. Thu nội địa
812.000
745.310
91,8
106,4
II. Thu xuất nhập khẩu
95.000
88.150
92,8
98,7
Ghi chú: số liệu của Kho bạc.""".replace("\n", "\n\n")
COUNTED = """Kết quả 9 tháng năm 2020
Đơn vị: tỷ đồng
STT
Ngành
Kế hoạch năm
Thực hiện 9 tháng
Tỷ lệ (%)
A
B
1
2
3=2/1
1
Nông nghiệp
1.250
980
78,4
2
Công nghiệp
3.400
2.720
80,0
"""
YEARS = """Số hộ nghèo giai đoạn 2019-2021
Đơn vị: hộ
Địa phương
2020
2021
Thị trấn Tân Lập
367
298
Xã Hòa Phong
986
845
"""
TITLED = """3. Kết quả sản xuất năm 2017 (ước cả năm / so với 2016):
Doanh thu:            4,86 tỷ USD       +21,5%
Thu nhập BQ:          6,2 triệu đồng/người/tháng  -0,5 triệu đồng

Các doanh nghiệp tiếp tục mở rộng sản xuất.
"""


def document_of(text: str) -> Document:
    return read(text.encode(), "a.txt")


def figures(text: str) -> Rows:
    """Return value, unit, kind, base and indicator of the figures of a text."""
    readings = [figure.reading for figure in extract(document_of(text)).figures]
    return [
        (plain(r.value.number), r.unit, str(r.kind), str(r.base), r.indicator.casefold()) for r in readings
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            NUMBERED_WITH_UNITS,
            [
                ("3450", "ha", "level", "", "diện tích gieo trồng lúa – kế hoạch"),
                ("1725", "ha", "level", "", "diện tích gieo trồng lúa"),
                ("50", "%", "ratio", "plan", "diện tích gieo trồng lúa"),
                ("101.2", "%", "ratio", "same_period", "diện tích gieo trồng lúa"),
                ("41200", "tấn", "level", "", "sản lượng lương thực – kế hoạch"),
                ("22860", "tấn", "level", "", "sản lượng lương thực"),
                ("55.5", "%", "ratio", "plan", "sản lượng lương thực"),
                ("104.3", "%", "ratio", "same_period", "sản lượng lương thực"),
            ],
            id="one cell a line, rows counted, a column of units",
        ),
        pytest.param(
            TABBED,
            [
                ("125000", "triệu đồng", "level", "", "tổng thu cân đối – dự toán"),
                ("38420", "triệu đồng", "level", "", "tổng thu cân đối"),
                ("30.7", "%", "ratio", "plan", "tổng thu cân đối"),
                ("112.4", "%", "ratio", "same_period", "tổng thu cân đối"),
                ("18000", "triệu đồng", "level", "", "lệ phí trước bạ – dự toán"),
                ("6230", "triệu đồng", "level", "", "lệ phí trước bạ"),
                ("34.6", "%", "ratio", "plan", "lệ phí trước bạ"),
                ("121", "%", "ratio", "same_period", "lệ phí trước bạ"),
                ("4100", "triệu đồng", "level", "", "thu khác – dự toán"),
            ],
            id="tabs",
        ),
        pytest.param(
            BARRED,
            [
                ("2310", "tỷ đồng", "level", "", "ngân sách tỉnh – kế hoạch"),
                ("968", "tỷ đồng", "level", "", "ngân sách tỉnh – giải ngân"),
                ("41.9", "%", "ratio", "plan", "ngân sách tỉnh – giải ngân"),
                ("320.8", "tỷ đồng", "level", "", "vốn oda – kế hoạch"),
                ("45.1", "tỷ đồng", "level", "", "vốn oda – giải ngân"),
                ("14.1", "%", "ratio", "plan", "vốn oda – giải ngân"),
            ],
            id="bars and a rule",
        ),
        pytest.param(
            SPACED,
            [
                ("4120", "tấn", "level", "", "khai thác biển"),
                ("4356", "tấn", "level", "", "khai thác biển"),
                ("105.7", "%", "ratio", "previous", "khai thác biển"),
                ("103.1", "%", "ratio", "same_period", "khai thác biển"),
                ("1870", "tấn", "level", "", "cá tra"),
                ("1795", "tấn", "level", "", "cá tra"),
                ("96", "%", "ratio", "previous", "cá tra"),
                ("110.2", "%", "ratio", "same_period", "cá tra"),
                ("655", "tấn", "level", "", "tôm thẻ"),
            ],
            id="spaces, a header of two rows, a group without figures",
        ),
        pytest.param(
            DIVIDED,
            [
                ("812000", "triệu đồng", "level", "", "thu nội địa – dự toán"),
                ("745310", "triệu đồng", "level", "", "thu nội địa"),
                ("91.8", "%", "ratio", "plan", "thu nội địa"),
                ("106.4", "%", "ratio", "same_period", "thu nội địa"),
                ("95000", "triệu đồng", "level", "", "thu xuất nhập khẩu – dự toán"),
                ("88150", "triệu đồng", "level", "", "thu xuất nhập khẩu"),
                ("92.8", "%", "ratio", "plan", "thu xuất nhập khẩu"),
                ("98.7", "%", "ratio", "same_period", "thu xuất nhập khẩu"),
            ],
            id="one cell a line, a divided header, empty lines between all",
        ),
        pytest.param(
            COUNTED,
            [
                ("1250", "tỷ đồng", "level", "", "nông nghiệp – kế hoạch"),
                ("980", "tỷ đồng", "level", "", "nông nghiệp"),
                ("78.4", "%", "ratio", "plan", "nông nghiệp"),
                ("3400", "tỷ đồng", "level", "", "công nghiệp – kế hoạch"),
                ("2720", "tỷ đồng", "level", "", "công nghiệp"),
                ("80", "%", "ratio", "plan", "công nghiệp"),
            ],
            id="one cell a line, the columns counted",
        ),
        pytest.param(
            YEARS,
            [
                ("367", "hộ", "level", "", "thị trấn tân lập"),
                ("298", "hộ", "level", "", "thị trấn tân lập"),
                ("986", "hộ", "level", "", "xã hòa phong"),
                ("845", "hộ", "level", "", "xã hòa phong"),
            ],
            id="one cell a line, years over the columns",
        ),
        pytest.param(
            TITLED,
            [
                ("4.86", "tỷ USD", "level", "", "doanh thu"),
                ("21.5", "%", "change", "previous", "doanh thu"),
                ("6.2", "triệu đồng/người/tháng", "level", "", "thu nhập bq"),
                ("-0.5", "triệu đồng", "change", "previous", "thu nhập bq"),
            ],
            id="spaces, the header in the title",
        ),
    ],
)
def test_a_table_without_its_shape_is_read_as_a_table(text: str, expected: Rows) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text", [NUMBERED_WITH_UNITS, TABBED, BARRED, SPACED, DIVIDED, COUNTED, YEARS, TITLED]
)
def test_blocks_are_in_order_and_leave_out_nothing_but_marks(text: str) -> None:
    document = document_of(text)
    assert document.text == text
    (table,) = document.tables
    blocks = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    assert [(block.start, block.end) for block in blocks] == [(table.start, table.end)]
    assert all(a.end <= b.start for a, b in itertools.pairwise(document.blocks))
    assert all(a.end <= b.start for a, b in itertools.pairwise(sorted(table.cells, key=lambda c: c.start)))
    kept: list[Block | Cell] = [b for b in document.blocks if b.kind is not BlockKind.TABLE]
    kept += table.cells
    told = sum(letter.isalnum() for part in kept for letter in text[part.start : part.end])
    assert told == sum(letter.isalnum() for letter in text)


def test_the_number_in_a_unit_is_no_figure() -> None:
    text = YEARS.replace("Đơn vị: hộ", "Đơn vị: 1.000 hộ")
    ledger = {text[entry.start : entry.end]: entry.kind for entry in extract(document_of(text)).ledger}
    assert ledger["1.000"] is LedgerKind.NAME


def test_what_stands_around_a_table_stays_in_paragraphs() -> None:
    document = document_of(TITLED)
    assert [document.slice(b) for b in document.blocks if b.kind is BlockKind.PARAGRAPH] == [
        "3. Kết quả sản xuất năm 2017",
        "Các doanh nghiệp tiếp tục mở rộng sản xuất.",
    ]


def test_headers_over_tabbed_columns_span_those_named_below_them() -> None:
    document = document_of(
        "Mặt hàng\tTháng 8/2019\t\t8 tháng 2019\t\n\tLượng (tấn)\tTrị giá (triệu USD)\tLượng (tấn)\t"
        "Trị giá (triệu USD)\nCà phê\t12.450\t20,3\t118.200\t193,4\nCao su\t2.310\t3,1\t16.400\t22,0\n"
    )
    (table,) = document.tables
    assert [(document.slice(c), c.column, c.column_span) for c in table.cells if c.row == 0] == [
        ("Mặt hàng", 0, 1),
        ("Tháng 8/2019", 1, 2),
        ("8 tháng 2019", 3, 2),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Đang online\n36\nHôm nay\n1.234\nHôm qua\n2.345\nTổng số\n45.678\n", id="counters"),
        pytest.param("Nội dung\tTrang\nI. Tình hình\t3\nII. Kết quả\t7\nIII. Nhiệm vụ\t15\n", id="contents"),
        pytest.param("Nội dung\nTrang\nTình hình\n3\nKết quả\n7\nNhiệm vụ\n15\n", id="contents in lines"),
        pytest.param("UBND TỈNH\t\tCỘNG HÒA\nSố: 12/BC-UBND\t\tHà Nội, ngày 3 tháng 4\n", id="letterhead"),
        pytest.param("Nơi nhận:\t\tTM. ỦY BAN\n- Như trên;\t\tCHỦ TỊCH\n- Lưu: VT.\t\tNguyễn A\n", id="end"),
        pytest.param("Cây trồng\n- Lúa:  12.345 tấn\n- Ngô:  2.345 tấn\n- Khoai:  345 tấn\n", id="list"),
        pytest.param("Doanh thu:   4,8 tỷ USD   +21,5%\nXuất khẩu:   3,9 tỷ USD   +23,0%\n", id="headless"),
        pytest.param("Trồng lúa đạt\n12\n13\nha trong vụ này.\nTrồng ngô đạt\n5\n6\nha.\n", id="prose"),
        pytest.param("Kế hoạch\nThực hiện\nLúa\n12\n13\n", id="one row"),
        pytest.param("Trang  1  2  3\nTrang  4  5  6\n", id="pages"),
    ],
)
def test_what_is_no_table_stays_in_paragraphs(text: str) -> None:
    document = document_of(text)
    assert not document.tables
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}
