"""Labels and headers of a cell."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from desktop.core.places import Place
from desktop.ui.source.cell_context import CellContext, cell_context

D = Decimal

ROWS: list[list[Any]] = [
    ["3. Sản phẩm công nghiệp", "", "", ""],
    ["", "Đơn vị", "Thực hiện", "So với"],
    ["", "", "tháng 7", "cùng kỳ (%)"],
    ["", "", D(2023), ""],
    ["Than đá", "Nghìn tấn", D("3957.75"), D("107.6")],
    ["Dầu mỏ", '"', D("734.21"), D("93.9")],
]


def test_cell_has_its_labels_and_headers(make: Any) -> None:
    book = make.workbook(CN=ROWS)
    place = make.place_of(book, "734,21")
    assert cell_context(book, place) == CellContext(("Dầu mỏ",), ("Thực hiện", "tháng 7", "2023"), "734,21")


def test_unit_is_a_label_and_the_title_is_no_header(make: Any) -> None:
    book = make.workbook(CN=ROWS)
    context = cell_context(book, make.place_of(book, "107,6"))
    assert context == CellContext(("Than đá", "Nghìn tấn"), ("So với", "cùng kỳ (%)"), "107,6")


def test_merged_header_counts_for_all_its_columns(make: Any) -> None:
    rows = [["Chỉ tiêu", "Thực hiện", ""], ["", "Quý I", "Quý II"], ["Lúa", "1.234,5", "2.000"]]
    document = make.with_table(make.prose("Biểu 1"), rows, r0c0=(2, 1), r0c1=(1, 2))
    context = cell_context(document, make.place_of(document, "2.000"))
    assert context == CellContext(("Lúa",), ("Thực hiện", "Quý II"), "2.000")


def test_indented_label_stands_under_its_parents(make: Any) -> None:
    book = make.workbook(A=[["", "Tháng 7"], ["Tổng số", D(1)], ["Nhà nước", D(2)], ["Trung ương", D(3)]])
    table = book.tables[0]
    indents = {"Nhà nước": 1, "Trung ương": 2}
    cells = tuple(replace(cell, indent=indents.get(book.slice(cell), 0)) for cell in table.cells)
    book = replace(book, tables=(replace(table, cells=cells),))
    context = cell_context(book, Place(cells[-1].start, cells[-1].end))
    assert context is not None
    assert context.labels == ("Tổng số", "Nhà nước", "Trung ương")


def test_headers_far_above_are_found(make: Any) -> None:
    rows: list[list[Any]] = [["", "Sản lượng"], *([f"Xã {row}", D(row)] for row in range(400, 900))]
    book = make.workbook(A=rows)
    context = cell_context(book, make.place_of(book, "877\n"))
    assert context == CellContext(("Xã 877",), ("Sản lượng",), "877")


def test_prose_in_a_cell_and_text_outside_of_tables_have_no_context(make: Any) -> None:
    book = make.workbook(
        A=[["Trong tháng 7, toàn tỉnh có 218 vụ ma túy, giảm 5,2% so với cùng kỳ năm trước"]]
    )
    assert cell_context(book, make.place_of(book, "218")) is None
    assert cell_context(make.prose("có 218 vụ"), Place(3, 6)) is None
