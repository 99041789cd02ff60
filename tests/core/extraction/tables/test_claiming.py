"""From a table's rows to figures: what the whole chain reads in sheets and in Word reports."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.documents import Cell, Document, Format, Table
from desktop.core.extraction.tables import claims_of_table
from desktop.core.figures import Base, Figure, Kind, Qualifier
from desktop.core.sections import LedgerKind

BuildTable = Callable[..., Document]


def _figures(document: Document, period: str = "") -> list[Figure]:
    return list(claims_of_table(document, document.tables[0], period).figures)


def _by_cell(document: Document, period: str = "") -> dict[str, Figure]:
    return {figure.place.cell or "": figure for figure in _figures(document, period)}


def _read(figure: Figure) -> tuple[str, str, Kind, Base, str, str]:
    reading = figure.reading
    return (
        str(reading.value),
        reading.unit,
        reading.kind,
        reading.base,
        reading.indicator,
        reading.period,
    )


@pytest.fixture
def monthly_sheet(build_table: BuildTable) -> Document:
    return build_table(
        [
            ["5. Sản lượng một số nông sản"],
            [None, None, None, None, None, "Đơn vị tính: Tấn"],
            [None, "Thực hiện", "Ước tính", "Cộng dồn", "Tháng 4", "4 tháng"],
            [None, "tháng 3", "tháng 4", "4 tháng", "năm 2019", "năm 2019"],
            [None, "năm", "năm", "năm", "so với", "so với cùng kỳ"],
            [None, 2019, 2019, 2019, "tháng trước (%)", "năm trước (%)"],
            ["TỔNG SỐ", 1200.5, 1300, 4800, 108.3, 103.25],
            ["Trong đó:"],
            ["Chè búp", 300, 310.25, 1190, 103.4, 99.1],
        ],
        sheet="5.Nong san",
    )


def test_header_rows_of_one_column_read_as_one_line(monthly_sheet: Document) -> None:
    figures = _by_cell(monthly_sheet)
    assert _read(figures["B9"]) == ("300", "Tấn", Kind.LEVEL, Base.NONE, "Chè búp", "2019-03")
    assert _read(figures["C9"]) == ("310.25", "Tấn", Kind.LEVEL, Base.NONE, "Chè búp", "2019-04")
    assert _read(figures["D9"]) == ("1190", "Tấn", Kind.LEVEL, Base.NONE, "Chè búp", "2019-01/2019-04")
    assert _read(figures["E9"]) == ("103.4", "%", Kind.RATIO, Base.PREVIOUS, "Chè búp", "2019-04")
    assert _read(figures["F9"]) == ("99.1", "%", Kind.RATIO, Base.SAME_PERIOD, "Chè búp", "2019-01/2019-04")


def test_estimated_levels_are_about_and_others_exact(monthly_sheet: Document) -> None:
    figures = _by_cell(monthly_sheet)
    assert figures["C9"].reading.qualifier is Qualifier.ABOUT
    assert figures["B9"].reading.qualifier is Qualifier.NONE


def test_vague_label_takes_the_title_and_the_title_is_the_section(monthly_sheet: Document) -> None:
    total = _by_cell(monthly_sheet)["B7"]
    assert total.reading.indicator == "Sản lượng một số nông sản – TỔNG SỐ"
    assert total.section == ("Sản lượng một số nông sản",)


def test_every_run_of_digits_of_a_plain_sheet_is_claimed(monthly_sheet: Document) -> None:
    claims = claims_of_table(monthly_sheet, monthly_sheet.tables[0], "")
    spans = [(figure.place.start, figure.place.end) for figure in claims.figures]
    spans += [(aside.start, aside.end) for aside in claims.set_aside]
    for run in re.finditer(r"[0-9]+", monthly_sheet.text):
        assert any(start <= run.start() and run.end() <= end for start, end in spans), run


def test_index_numbers_are_ratios_with_their_bases(build_table: BuildTable, wide: Any) -> None:
    document = build_table(
        [
            ["9. Chỉ số giá tiêu dùng tháng 7 năm 2017"],
            [None, None, None, None, "%"],
            [None, wide("Tháng 7 năm 2017 so với:", 4), "Bình quân 7 tháng"],
            [None, "Kỳ gốc", "Tháng 7", "Tháng 12", "Tháng 6", "năm 2017 so với"],
            [None, "(2014)", "năm 2016", "năm 2016", "năm 2017", "cùng kỳ năm 2016"],
            ["Chỉ số chung", 110.2, 102.5, 100.3, 100.1, 103.9],
        ],
        sheet="CPI",
    )
    bases = [figure.reading.base for figure in _figures(document)]
    assert bases == [Base.OTHER, Base.SAME_PERIOD, Base.YEAR_START, Base.PREVIOUS, Base.SAME_PERIOD]
    assert {figure.reading.kind for figure in _figures(document)} == {Kind.RATIO}
    assert [figure.reading.period for figure in _figures(document)][3:] == ["2017-07", "2017-01/2017-07"]


def test_year_before_in_few_words_is_the_base(build_table: BuildTable, wide: Any) -> None:
    document = build_table(
        [
            ["Chỉ tiêu", "ĐVT", "Kế hoạch", "Ước TH 2023", wide("So sánh (%)", 2)],
            [None, None, None, None, "KH", "TH 2022"],
            ["Thu nội địa", "Tỷ đồng", 8200, 8702.1, 106.1, 105.9],
            ["Thu khác", "Tỷ đồng", 82, 87.1, 106.2, 105.8],
        ]
    )
    figures = _figures(document, "2023")[:4]
    assert [(figure.reading.kind, figure.reading.base) for figure in figures] == [
        (Kind.LEVEL, Base.NONE),
        (Kind.LEVEL, Base.NONE),
        (Kind.RATIO, Base.PLAN),
        (Kind.RATIO, Base.PREVIOUS),
    ]
    assert {figure.reading.period for figure in figures} == {"2023"}
    assert [figure.reading.indicator for figure in figures] == [
        "Thu nội địa – Kế hoạch",
        *["Thu nội địa"] * 3,
    ]


def test_comparison_heads_the_columns_beside_it_without_a_merged_cell(build_table: BuildTable) -> None:
    document = build_table(
        [
            ["Chỉ tiêu", "Đơn vị", "TH cùng kỳ 2022", "TH 8T/2023", "So sánh (%)"],
            [None, None, None, None, "KH năm", "Cùng kỳ"],
            ["Diện tích lúa", "ha", 38839, 38412, 96.2, 98.9],
            ["Diện tích ngô", "ha", 3839, 3812, 96.3, 99.3],
        ],
        sheet="PL",
    )
    read = [(f.reading.kind, f.reading.base, f.reading.period) for f in _figures(document, "2023-08")[:4]]
    assert read == [
        (Kind.LEVEL, Base.NONE, "2022-01/2022-08"),
        (Kind.LEVEL, Base.NONE, "2023-01/2023-08"),
        (Kind.RATIO, Base.PLAN, "2023-01/2023-08"),
        (Kind.RATIO, Base.SAME_PERIOD, "2023-01/2023-08"),
    ]


def test_rate_beside_a_plan_says_how_far_it_is_attained(build_table: BuildTable) -> None:
    rows = [["Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"], ["Số hộ", "hộ", 120, 118, 98.3]]
    attained = _figures(build_table([*rows, ["Số xã", "xã", 12, 11, 91.7]]), "2023")[2]
    assert (attained.reading.kind, attained.reading.base) == (Kind.RATIO, Base.PLAN)


def test_signed_comparisons_are_changes(build_table: BuildTable) -> None:
    rows = [["Chỉ tiêu", "ĐVT", "Quý III/2023", "So với cùng kỳ"], ["Khách", "lượt", 1500, "+3,4%"]]
    change = _figures(build_table([*rows, ["Tàu", "lượt", 80, "-2,1%"]]), "2023-Q3")[1]
    assert (change.reading.kind, str(change.reading.value)) == (Kind.CHANGE, "3.4")


def test_changes_in_absolute_numbers_have_the_unit_of_the_row(build_table: BuildTable, wide: Any) -> None:
    document = build_table(
        [
            ["Chỉ tiêu", "8 tháng 2022", "8 tháng 2023", wide("Tăng, giảm", 2)],
            [None, None, None, "Số tuyệt đối", "%"],
            ["Số vụ tai nạn (vụ)", 153, 142, -11, -7.2],
            ["Số người chết (người)", 93, 87, -6, -6.5],
        ]
    )
    changes = [(f.reading.kind, f.reading.unit, f.reading.indicator) for f in _figures(document)[2:4]]
    assert changes == [(Kind.CHANGE, "vụ", "Số vụ tai nạn"), (Kind.CHANGE, "%", "Số vụ tai nạn")]


def test_comparisons_and_shares_tell_of_the_indicator_of_their_level(
    build_table: BuildTable, wide: Any
) -> None:
    document = build_table(
        [
            ["Tổng sản phẩm 6 tháng năm 2020"],
            [None, wide("Theo giá hiện hành", 2), wide("Theo giá so sánh 2010", 2)],
            [None, "Tổng số", "Cơ cấu", "Tổng số", "Tốc độ phát triển so với"],
            [None, "(Tỷ đồng)", "(%)", "(Tỷ đồng)", "6 tháng năm 2019 (%)"],
            ["Công nghiệp", 9645.5, 34.12, 5124.25, 106.3],
        ],
        sheet="GDP",
    )
    named = [figure.reading.indicator.removeprefix("Công nghiệp – ") for figure in _figures(document)]
    assert named == [*["Theo giá hiện hành"] * 2, *["Theo giá so sánh 2010"] * 2]


def test_quantity_and_money_columns_share_out_the_tables_units(build_table: BuildTable, wide: Any) -> None:
    document = build_table(
        [
            ["Hàng hóa xuất khẩu"],
            [None, None, None, None, "Nghìn tấn; Triệu USD"],
            [None, wide("Ước tính tháng 2 năm 2022", 2), wide("Tháng 2 năm 2022 so với cùng kỳ (%)", 2)],
            [None, "Lượng", "Trị giá", "Lượng", "Trị giá"],
            ["Gỗ dăm", 12, 34.5, 101, 99],
        ],
        sheet="XK",
    )
    units = [(figure.reading.indicator, figure.reading.unit) for figure in _figures(document)]
    assert units == [
        ("Gỗ dăm – Lượng", "Nghìn tấn"),
        ("Gỗ dăm – Trị giá", "Triệu USD"),
        ("Gỗ dăm – Lượng", "%"),
        ("Gỗ dăm – Trị giá", "%"),
    ]


def test_ditto_takes_the_unit_above(build_table: BuildTable) -> None:
    document = build_table(
        [
            [None, "Đơn vị tính", "Tháng 3 năm 2020"],
            ["Xi măng", "Nghìn tấn", 12.5],
            ["Gạch", '"', 7],
            ["Bia", "Triệu lít", 3],
        ],
        sheet="SP",
    )
    assert [figure.reading.unit for figure in _figures(document)] == ["Nghìn tấn", "Nghìn tấn", "Triệu lít"]


def test_repeated_labels_are_told_apart_by_what_stands_above(build_table: BuildTable) -> None:
    document = build_table(
        [
            [None, "Năm 2019", "Năm 2020"],
            ["Lúa"],
            ["    Diện tích (Nghìn ha)", 10, 11],
            ["    Sản lượng (Nghìn tấn)", 60, 66],
            ["Ngô"],
            ["    Diện tích (Nghìn ha)", 4, 5],
            ["    Sản lượng (Nghìn tấn)", 20, 25],
        ],
        sheet="NN",
    )
    figures = _by_cell(document)
    assert (figures["B3"].reading.indicator, figures["B3"].reading.unit) == ("Lúa – Diện tích", "Nghìn ha")
    assert (figures["C7"].reading.indicator, figures["C7"].reading.unit) == ("Ngô – Sản lượng", "Nghìn tấn")


def test_tables_below_one_another_have_their_own_headers(build_table: BuildTable) -> None:
    document = build_table(
        [
            ["1. Chăn nuôi"],
            [None, "Quý I năm 2021", "Quý II năm 2021"],
            ["Số trâu (Nghìn con)", 5, 6],
            ["2. Thủy sản"],
            [None, None, "Tấn"],
            [None, "Tháng 5 năm 2021", "Tháng 6 năm 2021"],
            ["Cá nước ngọt", 70, 80],
        ],
        sheet="1-2",
    )
    periods = {cell: figure.reading.period for cell, figure in _by_cell(document).items()}
    assert periods == {"B3": "2021-Q1", "C3": "2021-Q2", "B7": "2021-05", "C7": "2021-06"}
    assert _by_cell(document)["B7"].reading.unit == "Tấn"


def test_band_of_units_holds_for_the_rows_below_it(build_table: BuildTable, wide: Any) -> None:
    document = build_table(
        [
            [None, "Quý I năm 2020", "Quý II năm 2020"],
            [None, wide("Nghìn người", 2)],
            ["Lao động có việc làm", 500, 510],
            [None, wide("Cơ cấu - %", 2)],
            ["Nông thôn", 70.5, 69.5],
        ],
        sheet="LD",
    )
    figures = _by_cell(document)
    assert (figures["C3"].reading.unit, figures["C3"].reading.kind) == ("Nghìn người", Kind.LEVEL)
    assert (figures["C5"].reading.unit, figures["C5"].reading.kind) == ("%", Kind.SHARE)


def test_rows_named_by_periods_are_of_those_periods(build_table: BuildTable) -> None:
    document = build_table(
        [
            ["Tỷ lệ thất nghiệp"],
            [None, None, "%"],
            [None, "Thành thị", "Nông thôn"],
            ["Tỷ lệ thất nghiệp trong độ tuổi"],
            ["Quý I năm 2019", 3.1, 1.7],
            ["Quý II năm 2019", 3.2, 1.8],
        ],
        sheet="TN",
    )
    figure = _by_cell(document)["C6"]
    assert figure.reading.period == "2019-Q2"
    assert figure.reading.indicator == "Tỷ lệ thất nghiệp trong độ tuổi – Nông thôn"
    assert figure.reading.kind is Kind.SHARE


def test_columns_without_header_beside_a_table_are_left_open(build_table: BuildTable) -> None:
    document = build_table(
        [
            [None, "Năm 2020", "Năm 2021"],
            ["Số trường", 12, 13, 99],
            ["Số lớp", 120, 125, 98],
        ],
        sheet="GD",
    )
    claims = claims_of_table(document, document.tables[0], "")
    assert [figure.place.cell for figure in claims.figures] == ["B2", "C2", "B3", "C3"]
    open_at = document.text.index("99")
    assert not any(aside.start <= open_at < aside.end for aside in claims.set_aside)


def test_table_of_a_word_report_reads_like_a_sheet(build_table: BuildTable) -> None:
    document = build_table(
        [
            ["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2022", "Thực hiện 6 tháng đầu năm 2022",
             "So với cùng kỳ (%)", "So với kế hoạch (%)"],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)=(5)/(4)"],
            ["I", "KINH TẾ"],
            ["1", "Thu ngân sách trên địa bàn", "Tỷ đồng", "10.000", "4.321,5", "112,3%", "43,2"],
            ["2", "Tỷ lệ che phủ rừng", "%", "60", "-", "...", ""],
        ]
    )  # fmt: skip
    assert [_read(figure) for figure in _figures(document)] == [
        ("10000", "Tỷ đồng", Kind.LEVEL, Base.NONE, "Thu ngân sách trên địa bàn – Kế hoạch", "2022"),
        ("4321.5", "Tỷ đồng", Kind.LEVEL, Base.NONE, "Thu ngân sách trên địa bàn", "2022-01/2022-06"),
        ("112.3", "%", Kind.RATIO, Base.SAME_PERIOD, "Thu ngân sách trên địa bàn", "2022-01/2022-06"),
        ("43.2", "%", Kind.RATIO, Base.PLAN, "Thu ngân sách trên địa bàn", "2022-01/2022-06"),
        ("60", "%", Kind.SHARE, Base.NONE, "Tỷ lệ che phủ rừng – Kế hoạch", "2022"),
    ]


def test_numbering_and_ordinals_are_set_aside(build_table: BuildTable) -> None:
    document = build_table(
        [["TT", "Nội dung", "Năm 2021"], ["A", "B", "1", "2"], ["1", "Số hộ (hộ)", "25"]],
    )
    claims = claims_of_table(document, document.tables[0], "")
    said = {document.text[aside.start : aside.end]: aside.kind for aside in claims.set_aside}
    assert said["1"] is LedgerKind.ORDINAL
    assert said["Năm 2021"] is LedgerKind.DATE
    assert [figure.text for figure in claims.figures] == ["25"]


def test_report_period_dates_a_table_that_names_none(build_table: BuildTable) -> None:
    document = build_table([["Huyện", "Số vụ (vụ)"], ["Huyện A", "12"], ["Huyện B", "7"]])
    assert {figure.reading.period for figure in _figures(document, "2021-Q3")} == {"2021-Q3"}
    undated = _figures(document)
    assert {figure.reading.period for figure in undated} == {""}
    assert all(figure.confidence < 0.5 for figure in undated)


def test_unit_stated_above_a_table_on_a_page_is_its_unit(build_table: BuildTable) -> None:
    document = build_table(
        [["Huyện", "Tháng 5/2021"], ["Huyện A", "1.200"], ["Huyện B", "900"]],
        above="Bảng 2: Thu ngân sách theo huyện\nĐơn vị tính: triệu đồng\n",
    )
    assert {figure.reading.unit for figure in _figures(document)} == {"triệu đồng"}


def test_growth_columns_are_changes_with_their_sign(build_table: BuildTable) -> None:
    document = build_table(
        [
            ["Huyện", "Tháng 6/2021 (vụ)", "Tăng (+), giảm (-) so với tháng trước (%)"],
            ["Huyện A", "12", "-5,2"],
            ["Huyện B", "7", "+3"],
        ]
    )
    changes = [figure for figure in _figures(document) if figure.reading.kind is Kind.CHANGE]
    assert [(str(figure.reading.value), figure.reading.base) for figure in changes] == [
        ("-5.2", Base.PREVIOUS),
        ("3", Base.PREVIOUS),
    ]


def test_prose_laid_out_in_a_table_is_read_as_prose(build_table: BuildTable) -> None:
    document = build_table([["Thu ngân sách trong tháng ước đạt 52,5 tỷ đồng, tăng 3,1% so với cùng kỳ."]])
    assert [str(figure.reading.value) for figure in _figures(document, "2021-03")] == ["52.5", "3.1"]


def test_letterhead_in_a_table_gives_no_figures(build_table: BuildTable) -> None:
    document = build_table(
        [["UBND TỈNH\nSố: 45/BC-UBND", "CỘNG HÒA XÃ HỘI\nngày 25 tháng 3 năm 2020"]],
    )
    assert _figures(document) == []


def test_figures_come_in_text_order(monthly_sheet: Document) -> None:
    starts = [figure.place.start for figure in _figures(monthly_sheet)]
    assert starts == sorted(starts)


_CONTENT = st.one_of(
    st.text(alphabet='abcđ ăê0123456789.,%()"-:/', max_size=12),
    st.sampled_from(
        ["năm 2020", "Tháng 5", "So với cùng kỳ (%)", "STT", "ĐVT", "(1)", "-", "1.234,5", "12%"]
    ),
)


@given(st.lists(st.lists(_CONTENT, max_size=5), max_size=7))
def test_any_table_is_claimed_without_overlap_inside_its_cells(rows: list[list[str]]) -> None:
    document = _plain(rows)
    claims = claims_of_table(document, document.tables[0], "2020")
    cells = [(cell.start, cell.end) for cell in document.tables[0].cells]
    figures = [(figure.place.start, figure.place.end) for figure in claims.figures]
    asides = [(aside.start, aside.end) for aside in claims.set_aside]
    for start, end in (*figures, *asides):
        assert any(left <= start < end <= right for left, right in cells)
    for start, end in figures:
        assert not any(
            left < end and start < right for left, right in figures if (left, right) != (start, end)
        )


def _plain(rows: list[list[str]]) -> Document:
    text = ""
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        for column, content in enumerate(row):
            if content.strip():
                cells.append(Cell(number, column, len(text), len(text) + len(content)))
                text += content + "\t"
        text += "\n"
    return Document(Format.DOCX, text, (), (Table(0, len(text), tuple(cells)),))


def test_parts_of_a_total_are_named_by_what_they_are_parts_of(build_table: BuildTable) -> None:
    """The total above indented rows names none of them: the title does, or the group."""
    document = build_table(
        [
            ["Sản lượng nấm năm 2031"],
            [None, "Năm 2030", "Năm 2031"],
            ["Tổng số", 100, 120],
            ["    Địa phương", 60, 70],
            ["    Trung ương", 40, 50],
        ],
        sheet="1",
    )
    found = _by_cell(document)
    assert found["C3"].reading.indicator == "Sản lượng nấm – Tổng số"
    assert found["C4"].reading.indicator == "Sản lượng nấm – Địa phương"
    assert found["C5"].reading.indicator == "Sản lượng nấm – Trung ương"


def test_title_that_goes_on_is_a_title_though_not_set_in_bold(build_table: BuildTable) -> None:
    document = build_table(
        [
            [None, "Diện tích (ha)", "Sản lượng (tấn)"],
            ["Chung", 12, 30],
            ["Bến Cũ", 7, 18],
            ["Phố Mới", 5, 12],
        ],
        above="7. (Tiếp theo) Thu hoạch nấm quý III năm 2031\n",
    )
    readings = [figure.reading for figure in _figures(document)]
    assert readings[0].indicator.startswith("Thu hoạch nấm – Chung")
    assert {reading.period for reading in readings} == {"2031-Q3"}
