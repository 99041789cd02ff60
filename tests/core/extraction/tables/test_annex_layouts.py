"""Annexes of every month: January, the quarters and the year's end change the headers, not what they mean.

The workbooks are made here, in the layouts that such annexes have had over the years: headers stacked word by
word, centred over columns without merging, merged, the title over the figures, tables side by side.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from desktop.core import readers
from desktop.core.extraction.tables import claims_of_table, period_of_tables
from desktop.core.figures import Base, Figure, Kind

Meaning = tuple[Kind, Base, str]
Cell = str | float | None

_MONTHS = [(2012, 1), (2015, 3), (2024, 5), (2018, 6), (2013, 9), (2021, 12)]
_LABELS = ("Than sạch", "Khai khoáng", "Dệt", "Sản xuất đồ uống")


@dataclass(frozen=True)
class Month:
    """A reported month and how headers speak of it, of the one before and of the year so far."""

    year: int
    number: int

    @property
    def before(self) -> tuple[int, int]:
        return (self.year, self.number - 1) if self.number > 1 else (self.year - 1, 12)

    @property
    def said_before(self) -> str:
        return f"tháng {self.before[1]} năm {self.before[0]}"

    @property
    def said(self) -> str:
        return f"tháng {self.number} năm {self.year}"

    @property
    def so_far(self) -> str:
        named = {3: "quý I", 6: "6 tháng đầu", 12: "cả"}
        return f"{named.get(self.number, f'{self.number} tháng')} năm {self.year}"

    @property
    def period(self) -> str:
        return f"{self.year}-{self.number:02d}"

    @property
    def period_before(self) -> str:
        return f"{self.before[0]}-{self.before[1]:02d}"

    @property
    def period_so_far(self) -> str:
        named = {3: f"{self.year}-Q1", 12: str(self.year)}
        return named.get(self.number, f"{self.year}-01/{self.period}")


@pytest.fixture(params=_MONTHS, ids=lambda param: f"{param[0]}-{param[1]:02d}")
def month(request: pytest.FixtureRequest) -> Month:
    return Month(*request.param)


def _level(period: str) -> Meaning:
    return Kind.LEVEL, Base.NONE, period


def _ratio(base: Base, period: str) -> Meaning:
    return Kind.RATIO, base, period


def _write(sheet: Worksheet, rows: Sequence[Sequence[Cell]], column: int = 1) -> int:
    """Write rows below what the sheet has, from a column on; return the last row."""
    first = 1 if column > 1 or sheet.max_row == 1 else sheet.max_row + 1
    for number, row in enumerate(rows, start=first):
        for place, content in enumerate(row, start=column):
            if content is not None:
                sheet.cell(number, place, content)
    return first + len(rows) - 1


def _body(columns: int, labels: Sequence[str] = _LABELS) -> list[list[Cell]]:
    return [
        [label, *(95.5 + 7 * row + column for column in range(columns))] for row, label in enumerate(labels)
    ]


def _figures(book: openpyxl.Workbook) -> dict[str, Figure]:
    content = io.BytesIO()
    book.save(content)
    document = readers.read(content.getvalue(), "annex.xlsx")
    period = period_of_tables(document)
    return {
        figure.place.cell or "": figure
        for table in document.tables
        for figure in claims_of_table(document, table, period).figures
    }


def _meanings(book: openpyxl.Workbook, row: int) -> list[Meaning]:
    return [
        (figure.reading.kind, figure.reading.base, figure.reading.period)
        for cell, figure in sorted(_figures(book).items())
        if cell[1:] == str(row)
    ]


def test_stacked_words(month: Month) -> None:
    last_year = month.year - 1
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    rows: list[list[Cell]] = [
        ["Sản phẩm công nghiệp"],
        [None, "Thực hiện", "Ước tính", "Cộng dồn", "Tháng", month.so_far.capitalize()],
        [
            None,
            f"tháng {month.before[1]}",
            f"tháng {month.number}",
            month.so_far,
            f"{month.number} năm",
            "so",
        ],
        [None, "năm", "năm", None, f"{month.year}", "với cùng"],
        [None, month.before[0], month.year, None, "so với cùng", "kỳ năm"],
        [None, None, None, None, f"kỳ năm {last_year} (%)", "trước (%)"],
    ]
    end = _write(sheet, [*rows, *_body(5)])
    assert _meanings(book, end) == [
        _level(month.period_before),
        _level(month.period),
        _level(month.period_so_far),
        _ratio(Base.SAME_PERIOD, month.period),
        _ratio(Base.SAME_PERIOD, month.period_so_far),
    ]


def test_heading_centred_over_unmerged_columns(month: Month) -> None:
    book = openpyxl.Workbook()
    rows: list[list[Cell]] = [
        ["Hàng hóa xuất khẩu"],
        [None, f"Thực hiện {month.said_before}", None, f"Ước tính {month.said}", None, "So với cùng kỳ (%)"],
        [None, "Lượng", "Trị giá", "Lượng", "Trị giá", f"{month.so_far}"],
    ]
    end = _write(book.worksheets[0], [*rows, *_body(5)])
    assert _meanings(book, end) == [
        *[_level(month.period_before)] * 2,
        *[_level(month.period)] * 2,
        _ratio(Base.SAME_PERIOD, month.period_so_far),
    ]


def test_plan_and_merged_comparison(month: Month) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    rows: list[list[Cell]] = [
        [f"Vốn đầu tư {month.said}"],
        [None, f"Kế hoạch năm {month.year}", f"Cộng dồn {month.so_far}", f"{month.so_far} so với (%)"],
        [None, None, None, "Kế hoạch năm", "Cùng kỳ năm trước"],
    ]
    end = _write(sheet, [*rows, *_body(4)])
    sheet.merge_cells("D2:E2")
    assert _meanings(book, end) == [
        _level(str(month.year)),
        _level(month.period_so_far),
        _ratio(Base.PLAN, month.period_so_far),
        _ratio(Base.SAME_PERIOD, month.period_so_far),
    ]


def test_bases_of_a_price_index(month: Month) -> None:
    last_year = month.year - 1
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    rows: list[list[Cell]] = [
        [f"Chỉ số giá {month.said}"],
        [None, f"{month.said.capitalize()} so với", None, None, f"Bình quân {month.so_far} so với cùng kỳ"],
        [None, "Kỳ gốc (2009)", f"Tháng {month.number} năm {last_year}", month.said_before.capitalize()],
    ]
    end = _write(sheet, [*rows, *_body(4)])
    sheet.merge_cells("B2:D2")
    assert _meanings(book, end) == [
        _ratio(Base.OTHER, month.period),
        _ratio(Base.SAME_PERIOD, month.period),
        _ratio(Base.PREVIOUS, month.period),
        _ratio(Base.SAME_PERIOD, month.period_so_far),
    ]


def test_months_without_a_year(month: Month) -> None:
    book = openpyxl.Workbook()
    rows: list[list[Cell]] = [
        [f"Doanh thu {month.said}"],
        [
            None,
            f"Thực hiện tháng {month.before[1]}",
            f"Ước tính tháng {month.number}",
            f"Tháng {month.number} so với tháng {month.before[1]} (%)",
        ],
    ]
    end = _write(book.worksheets[0], [*rows, *_body(3)])
    assert _meanings(book, end) == [
        _level(month.period_before),
        _level(month.period),
        _ratio(Base.PREVIOUS, month.period),
    ]


@pytest.mark.parametrize(
    "said",
    ["từ đầu năm đến ngày 20/{m}/{y}", "từ ngày 1 tháng 1 đến ngày 20 tháng {m} năm {y}", "01/01-20/{m}/{y}"],
)
def test_flow_counted_from_the_new_year(month: Month, said: str) -> None:
    book = openpyxl.Workbook()
    title = "Vốn đăng ký mới " + said.format(m=month.number, y=month.year)
    end = _write(book.worksheets[0], [[title], [None, "Số dự án", "Vốn (Triệu USD)"], *_body(2)])
    assert _meanings(book, end) == [_level(f"{month.year}-01/{month.period}")] * 2


def test_title_over_the_figures_is_no_header(month: Month) -> None:
    book = openpyxl.Workbook()
    rows: list[list[Cell]] = [
        [None, f"7. Sản lượng khai thác {month.said}"],
        [],
        [None, None, "Tấn"],
        [None, f"Thực hiện {month.said_before}", f"Ước tính {month.so_far}"],
    ]
    end = _write(book.worksheets[0], [*rows, *_body(2)])
    assert _meanings(book, end) == [_level(month.period_before), _level(month.period_so_far)]
    assert {figure.reading.indicator for figure in _figures(book).values()} == set(_LABELS)
    assert {figure.reading.unit for figure in _figures(book).values()} == {"Tấn"}


def test_number_beside_the_title_does_not_hide_the_header(month: Month) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    rows: list[list[Cell]] = [
        [f"Doanh thu {month.said}"],
        [None, f"Thực hiện {month.said_before}", f"Ước tính {month.said}"],
    ]
    end = _write(sheet, [*rows, *_body(2)])
    sheet["H1"] = 7.5
    assert _meanings(book, end) == [_level(month.period_before), _level(month.period)]


def test_tables_side_by_side_have_their_own_labels_and_headers(month: Month) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    head: list[list[Cell]] = [[f"Xuất khẩu {month.said}"], [None, f"Thực hiện {month.said_before}"]]
    _write(sheet, [*head, *_body(1)])
    other: list[list[Cell]] = [[f"Nhập khẩu {month.said}"], [None, f"Ước tính {month.said}"]]
    end = _write(sheet, [*other, *_body(1, ("Vải", "Bông", "Thép", "Phân bón"))], column=5)
    figures = _figures(book)
    left, right = figures[f"B{end}"].reading, figures[f"F{end}"].reading
    assert (left.indicator, left.period) == ("Sản xuất đồ uống", month.period_before)
    assert (right.indicator, right.period) == ("Phân bón", month.period)


def test_label_that_ends_in_the_next_row_is_whole(month: Month) -> None:
    book = openpyxl.Workbook()
    rows: list[list[Cell]] = [
        [None, f"Ước tính {month.said}"],
        ["Sản xuất giường, tủ,", 105.5],
        ["bàn ghế"],
        ["Dệt", 99.5],
        ["phân theo vùng"],
        ["Miền núi", 98.5],
    ]
    _write(book.worksheets[0], rows)
    figures = _figures(book)
    assert figures["B2"].reading.indicator == "Sản xuất giường, tủ, bàn ghế"
    assert figures["B4"].reading.indicator == "Dệt"


def test_year_centred_over_its_months(month: Month) -> None:
    book = openpyxl.Workbook()
    rows: list[list[Cell]] = [
        ["Chỉ số sản xuất"],
        [None, f"Các tháng năm {month.year} so với cùng kỳ năm trước", None, None],
        [None, "Tháng 2", "Tháng 4", "Quý II"],
    ]
    end = _write(book.worksheets[0], [*rows, *_body(3)])
    periods = [f"{month.year}-02", f"{month.year}-04", f"{month.year}-Q2"]
    assert _meanings(book, end) == [_ratio(Base.SAME_PERIOD, period) for period in periods]


def test_unit_of_the_levels_and_percent_sign_in_rows_of_their_own(month: Month) -> None:
    book = openpyxl.Workbook()
    rows: list[list[Cell]] = [
        ["Vốn đầu tư"],
        [None, None, None, "Tỷ đồng"],
        [None, None, None, "%"],
        [None, f"Thực hiện {month.said}", f"{month.so_far} so với kế hoạch năm {month.year}"],
    ]
    end = _write(book.worksheets[0], [*rows, *_body(2)])
    assert _meanings(book, end) == [_level(month.period), _ratio(Base.PLAN, month.period_so_far)]
    assert _figures(book)[f"B{end}"].reading.unit == "Tỷ đồng"


@pytest.mark.parametrize("beside", [1, 4])
def test_helper_numbers_beside_title_header_and_body_cost_nothing(month: Month, beside: int) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    rows: list[list[Cell]] = [
        [f"Doanh thu {month.said}"],
        [],
        [None, "Thực hiện", "Ước tính"],
        [None, f"tháng {month.before[1]}", f"tháng {month.number}"],
        [None, f"năm {month.before[0]}", f"năm {month.year}"],
    ]
    end = _write(sheet, [*rows, *_body(2)])
    for row in range(1, end + 1):
        sheet.cell(row, 3 + beside, 40.5 + row)
    assert _meanings(book, end)[:2] == [_level(month.period_before), _level(month.period)]
