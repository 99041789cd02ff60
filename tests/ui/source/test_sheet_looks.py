"""Sheets shown as the workbook has them: sizes, formats, reach, hidden rows, colours and edges."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from pytestqt.qtbot import QtBot

from desktop.core.documents import Document
from desktop.core.sheet_looks import Band, Border, CellLook, LookRun, SheetLook, Side
from desktop.ui.marks import Mark
from desktop.ui.source.mark_index import MarkIndex
from desktop.ui.source.sheet_view import SheetView
from desktop.ui.source.views import Standing

D = Decimal
NO_EDGES = (Border.NONE,) * 4
LONG = "Một dòng chữ dài hơn hẳn bề rộng của ô này"


@pytest.fixture
def view(qtbot: QtBot) -> SheetView:
    shown = SheetView()
    qtbot.addWidget(shown)
    shown.resize(900, 500)
    shown.show()
    return shown


def show(view: SheetView, document: Document, look: SheetLook) -> None:
    view.show_document(document, Standing())
    view.show_looks({"A": look})


def styled(row: int, column: int, **look: Any) -> SheetLook:
    """Return a sheet where one cell has a look of its own."""
    return SheetLook(looks=(CellLook(**look),), runs=(LookRun(row, column, 1, 0),))


def data(view: SheetView, row: int, column: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> Any:
    model = view.grid().model()
    return model.data(model.index(row, column), role)


def picture(view: SheetView) -> QImage:
    return view.grid().viewport().grab().toImage()


def colors_of(view: SheetView, row: int, column: int) -> set[str]:
    """Return the colours in a cell's picture."""
    rect = view.grid().visualRect(view.grid().model().index(row, column))
    image = picture(view)
    return {
        image.pixelColor(x, y).name()
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
    }


@pytest.mark.parametrize(
    ("code", "shown"),
    [("0.0", "1234,6"), ("#,##0", "1.235"), ("General", "1234,56"), ("[<1]0;0.0", "1.234,56")],
)
def test_number_is_shown_by_its_format(view: SheetView, make: Any, code: str, shown: str) -> None:
    show(view, make.workbook(A=[[D("1234.56")]]), styled(0, 0, number_format=code))
    assert data(view, 0, 0) == shown
    assert "1.234,56" in data(view, 0, 0, Qt.ItemDataRole.ToolTipRole)


def test_zero_that_the_format_hides_is_shown(view: SheetView, make: Any) -> None:
    show(view, make.workbook(A=[[D(0)]]), styled(0, 0, number_format="#"))
    assert data(view, 0, 0) == "0"


@pytest.mark.parametrize(
    ("side", "flag"),
    [
        (Side.LEFT, Qt.AlignmentFlag.AlignLeft),
        (Side.CENTER, Qt.AlignmentFlag.AlignHCenter),
        (Side.GENERAL, Qt.AlignmentFlag.AlignRight),
    ],
)
def test_number_stands_where_the_workbook_has_it(
    view: SheetView, make: Any, side: Side, flag: Qt.AlignmentFlag
) -> None:
    show(view, make.workbook(A=[[D(5)]]), styled(0, 0, side=side))
    assert data(view, 0, 0, Qt.ItemDataRole.TextAlignmentRole) & flag


def test_columns_and_rows_are_as_wide_and_high_as_in_the_workbook(view: SheetView, make: Any) -> None:
    book = make.workbook(A=[["a", "b"], ["c", "d"], ["e", "f"]])
    show(view, book, SheetLook(columns=(Band(0, 0, 30.0), Band(1, 1, 10.0)), rows=(Band(1, 1, 60.0),)))
    grid = view.grid()
    assert grid.columnWidth(0) == pytest.approx(3 * grid.columnWidth(1), rel=0.02)
    assert grid.rowHeight(1) == pytest.approx(4 * grid.rowHeight(0), rel=0.15)


def test_number_is_never_cut_by_a_narrow_column(view: SheetView, make: Any) -> None:
    show(view, make.workbook(A=[[D("123456789.5")]]), SheetLook(columns=(Band(0, 0, 2.0),)))
    assert view.grid().columnWidth(0) >= view.fontMetrics().horizontalAdvance("123456789,5")


def test_large_number_far_below_is_not_cut_either(view: SheetView, make: Any) -> None:
    book = make.workbook(A=[[D(row)] for row in range(5000)] + [[D("-123456789.5")], [D(1)]])
    show(view, book, SheetLook(columns=(Band(0, 0, 2.0),)))
    assert view.grid().columnWidth(0) >= view.fontMetrics().horizontalAdvance("−123456789,5")


def test_wrapped_text_makes_its_row_high_enough(view: SheetView, make: Any) -> None:
    look = replace(styled(0, 0, wraps=True), columns=(Band(0, 0, 12.0),))
    show(view, make.workbook(A=[[LONG], ["b"]]), look)
    assert view.grid().rowHeight(0) > 2 * view.grid().rowHeight(1)
    assert view.grid().columnSpan(0, 0) == 1


def test_sheet_too_wide_for_the_pane_is_squeezed_to_its_texts(view: SheetView, make: Any) -> None:
    book, look = make.workbook(A=[["a", "b", LONG]]), SheetLook(column_width=40.0)
    view.resize(3000, 400)
    show(view, book, look)
    usual = view.grid().columnWidth(0)
    view.resize(720, 400)
    show(view, book, look)
    widths = [view.grid().columnWidth(column) for column in range(3)]
    assert max(widths) < usual
    assert widths[2] >= view.fontMetrics().horizontalAdvance(LONG) > widths[0]


def test_columns_are_seen_together_though_texts_wrap(view: SheetView, make: Any) -> None:
    book = make.workbook(A=[["a", LONG, D("123456.5")], ["b", "c", D(1)]])
    view.resize(350, 400)
    show(view, book, SheetLook(columns=(Band(0, 0, 5.0), Band(1, 1, 40.0), Band(2, 2, 12.0))))
    grid = view.grid()
    assert sum(grid.columnWidth(column) for column in range(3)) <= grid.viewport().width()
    assert grid.columnWidth(1) < view.fontMetrics().horizontalAdvance(LONG)
    assert grid.rowHeight(0) > 1.5 * grid.rowHeight(1)


def test_header_of_two_lines_does_not_reach_over_the_column_beside(view: SheetView, make: Any) -> None:
    book = make.workbook(A=[["", "năm 2016", ""], ["a", D(1), D(2)]])
    show(view, book, replace(styled(0, 1, side=Side.CENTER), column_width=6.0))
    assert [view.grid().columnSpan(0, column) for column in range(3)] == [1, 1, 1]
    assert view.grid().rowHeight(0) > 1.5 * view.grid().rowHeight(1)


@pytest.mark.parametrize(
    ("side", "reached"), [(Side.LEFT, range(2, 5)), (Side.RIGHT, range(3)), (Side.CENTER, range(1, 4))]
)
def test_text_reaches_over_the_empty_cells_it_stands_away_from(
    view: SheetView, make: Any, side: Side, reached: range
) -> None:
    book = make.workbook(A=[["", "", LONG, "", ""], ["a", "b", "c", "d", "e"]])
    show(view, book, replace(styled(0, 2, side=side), column_width=14.0))
    grid = view.grid()
    first = next(column for column in range(5) if grid.columnSpan(0, column) > 1)
    assert range(first, first + grid.columnSpan(0, first)) == reached
    assert data(view, 0, first) == LONG


def test_text_does_not_reach_over_what_is_written(view: SheetView, make: Any) -> None:
    show(view, make.workbook(A=[[LONG, "", D(1)]]), SheetLook(column_width=5.0))
    assert view.grid().columnSpan(0, 0) == 2
    assert data(view, 0, 2) == "1"


def test_text_centred_across_takes_its_neighbours_that_say_so(view: SheetView, make: Any) -> None:
    look = SheetLook(looks=(CellLook(side=Side.ACROSS),), runs=(LookRun(0, 0, 3, 0),))
    show(view, make.workbook(A=[["Biểu", "", "", ""], ["a", "b", "c", "d"]]), look)
    assert view.grid().columnSpan(0, 0) == 3


def test_hidden_rows_and_columns_are_hidden_until_framed(view: SheetView, make: Any) -> None:
    book = make.workbook(A=[["a", D(1), D(2)], ["b", D(3), D(4)]], other=[["x"], ["y"]])
    show(view, book, SheetLook(columns=(Band(1, 1, 9.0, True),), rows=(Band(1, 1, None, True),)))
    grid = view.grid()
    assert grid.isColumnHidden(1)
    assert grid.isRowHidden(1)
    view.tabs().setCurrentIndex(1)
    assert not grid.isRowHidden(1)
    view.tabs().setCurrentIndex(0)
    assert grid.isRowHidden(1)
    cell = book.tables[0].cells[4]
    place = make.place_of(book, "3")
    assert cell.name == "B2"
    view.frame(place, 1)
    assert not grid.isColumnHidden(1)
    assert not grid.isRowHidden(1)


def test_fill_and_ink_are_the_workbooks_on_light_ground(view: SheetView, make: Any) -> None:
    show(view, make.workbook(A=[["Lúa"]]), styled(0, 0, fill="ccffcc", color="ff0000"))
    assert "#ccffcc" in colors_of(view, 0, 0)
    dark = QPalette(QColor("#202020"))
    view.setPalette(dark)
    assert "#ccffcc" not in colors_of(view, 0, 0)


def test_lit_cell_keeps_its_state_whatever_its_fill(view: SheetView, make: Any) -> None:
    book = make.workbook(A=[[D(5)]])
    view.set_marks(MarkIndex([Mark(1, make.place_of(book, "5"))]))
    show(view, book, SheetLook())
    lit = colors_of(view, 0, 0)
    show(view, book, styled(0, 0, fill="000000", color="ffffff"))
    assert colors_of(view, 0, 0) == lit


@pytest.mark.parametrize("edge", [Border.THIN, Border.MEDIUM, Border.THICK, Border.DOUBLE])
def test_edges_are_drawn(view: SheetView, make: Any, edge: Border) -> None:
    book = make.workbook(A=[["", ""], ["", "x"]])
    show(view, book, replace(styled(0, 0, borders=(*NO_EDGES[:3], edge)), has_gridlines=False))
    rect = view.grid().visualRect(view.grid().model().index(0, 0))
    ink = view.palette().color(QPalette.ColorRole.Text).name()
    assert picture(view).pixelColor(rect.center().x(), rect.bottom()).name() == ink
    assert picture(view).pixelColor(rect.right(), rect.center().y()).name() != ink


def test_sheet_without_gridlines_has_none(view: SheetView, make: Any) -> None:
    book = make.workbook(A=[["", ""], ["", "x"]])
    show(view, book, SheetLook(has_gridlines=False))
    assert len(colors_of(view, 0, 0)) == 1
    show(view, book, SheetLook())
    assert len(colors_of(view, 0, 0)) == 2


def test_looks_that_come_late_leave_the_framed_cell_in_view(view: SheetView, make: Any) -> None:
    book = make.workbook(A=[[f"Xã {row}", D(row)] for row in range(300)])
    mark = Mark(1, make.place_of(book, "Xã 250"))
    view.show_document(book, Standing())
    view.set_marks(MarkIndex([mark]))
    view.frame(mark.place, 1)
    view.show_looks({"A": SheetLook(row_height=40.0)})
    rect = view.grid().visualRect(view.grid().model().index(250, 0))
    assert view.grid().viewport().rect().contains(rect)


def test_many_sizes_of_a_vast_sheet_do_not_hold_up(view: SheetView, make: Any) -> None:
    book = make.workbook(A=[["x"]])
    table = book.tables[0]
    far = replace(table.cells[0], row=1_000_000, name="A1000001")
    vast = replace(book, tables=(replace(table, cells=(far,)),))
    rows = tuple(Band(row, row, 10.0 + row % 5, is_hidden=row % 9 == 0) for row in range(100_000))
    show(view, vast, SheetLook(rows=rows))
    assert view.grid().isRowHidden(9)
    assert view.grid().model().rowCount() == 1_000_001
