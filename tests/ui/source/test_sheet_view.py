"""Sheets of a workbook: cells, states, tabs, selection."""

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.core.documents import Document
from desktop.core.figures import Verdict
from desktop.core.places import Place
from desktop.ui.marks import Mark, State
from desktop.ui.source.mark_index import MarkIndex
from desktop.ui.source.sheet_cells import column_letters
from desktop.ui.source.sheet_model import FRAMED_ROLE, STATE_ROLE, SheetModel
from desktop.ui.source.sheet_view import SheetView
from desktop.ui.source.views import Standing

D = Decimal


@pytest.fixture
def book(make: Any) -> Document:
    rows = [["Chỉ tiêu", "Thực hiện"], ["Lúa", D("1234.5")], ["Ngô", D("102.53254901234")], ["", D(2021)]]
    many: list[list[Any]] = [[f"Xã {row}", D(row)] for row in range(200)]
    made: Document = make.workbook(CPI=rows, many=many, hidden=[["x", D(7)]])
    return made


@pytest.fixture
def view(qtbot: QtBot) -> SheetView:
    shown = SheetView()
    qtbot.addWidget(shown)
    shown.resize(500, 400)
    shown.show()
    return shown


def marks_on(document: Document) -> list[Mark]:
    numbers = [cell for table in document.tables for cell in table.cells if cell.number is not None]
    return [Mark(rank, Place(cell.start, cell.end)) for rank, cell in enumerate(numbers, 1)]


def shown(view: SheetView, row: int, column: int, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
    model = view.grid().model()
    return model.data(model.index(row, column), role)


def test_model_holds_what_qt_asks_of_models(qtbot: QtBot, book: Document) -> None:
    model = SheetModel(book, book.tables[0], MarkIndex(marks_on(book)))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert (model.rowCount(), model.columnCount()) == (4, 2)
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_numbers_are_vietnamese_and_never_rounded(view: SheetView, book: Document) -> None:
    view.show_document(book, Standing())
    assert shown(view, 1, 1) == "1.234,5"
    assert shown(view, 2, 1) == "102,532…"
    assert "102,53254901234" in shown(view, 2, 1, Qt.ItemDataRole.ToolTipRole)
    assert shown(view, 3, 1) == "2021"
    assert shown(view, 3, 0) is None


def test_numbers_stand_right_and_texts_left(view: SheetView, book: Document) -> None:
    view.show_document(book, Standing())
    assert shown(view, 1, 1, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert shown(view, 1, 0, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft


def test_headers_are_those_of_a_workbook(view: SheetView, book: Document) -> None:
    view.show_document(book, Standing())
    model = view.grid().model()
    assert model.headerData(1, Qt.Orientation.Horizontal) == "B"
    assert model.headerData(2, Qt.Orientation.Vertical) == "3"
    assert [column_letters(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_hidden_sheets_are_marked_and_not_shown_first(qtbot: QtBot, view: SheetView, make: Any) -> None:
    book = make.workbook(hidden=[["x", D(7)]], seen=[["y", D(8)]])
    view.show_document(book, Standing())
    assert view.tabs().tabText(0) != "hidden"
    assert view.tabs().tabText(0).startswith("hidden")
    assert view.tabs().tabText(1) == "seen"
    assert view.tabs().currentIndex() == 1


def test_clicked_tab_shows_its_sheet(qtbot: QtBot, view: SheetView, book: Document) -> None:
    view.show_document(book, Standing())
    at = view.tabs().tabRect(1).center()
    qtbot.mouseClick(view.tabs(), Qt.MouseButton.LeftButton, pos=at)
    assert shown(view, 150, 0) == "Xã 150"


def test_cells_are_lit_by_state(view: SheetView, book: Document) -> None:
    marks = MarkIndex(marks_on(book))
    view.show_document(book, Standing())
    view.set_marks(marks)
    assert shown(view, 1, 1, STATE_ROLE) is State.OPEN
    assert shown(view, 1, 0, STATE_ROLE) is None
    first = marks_on(book)[0]
    marks.update([Mark(first.figure_id, first.place, Verdict.ACCEPTED)])
    view.refresh_marks()
    assert shown(view, 1, 1, STATE_ROLE) is State.ACCEPTED


def test_of_several_figures_in_a_cell_the_open_one_is_shown(view: SheetView, make: Any) -> None:
    book = make.workbook(A=[["tăng 5% và giảm 3%"]])
    start = book.tables[0].cells[0].start
    marks = [Mark(1, Place(start + 5, start + 7), Verdict.ACCEPTED), Mark(2, Place(start + 16, start + 18))]
    view.show_document(book, Standing())
    view.set_marks(MarkIndex(marks))
    assert shown(view, 0, 0, STATE_ROLE) is State.OPEN


def click(qtbot: QtBot, view: SheetView, row: int, column: int) -> None:
    at = view.grid().visualRect(view.grid().model().index(row, column)).center()
    qtbot.mouseClick(view.grid().viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_click_on_a_lit_cell_tells_its_figure(qtbot: QtBot, view: SheetView, book: Document) -> None:
    view.show_document(book, Standing())
    view.set_marks(MarkIndex(marks_on(book)))
    with qtbot.waitSignal(view.figure_clicked) as clicked:
        click(qtbot, view, 2, 1)
    assert clicked.args == [2]


def test_clicks_on_a_cell_of_several_figures_go_round_them(qtbot: QtBot, view: SheetView, make: Any) -> None:
    book = make.workbook(A=[["tăng 5% và giảm 3%"]])
    start = book.tables[0].cells[0].start
    marks = [Mark(1, Place(start + 5, start + 7)), Mark(2, Place(start + 16, start + 18))]
    view.show_document(book, Standing())
    view.set_marks(MarkIndex(marks))
    told: list[int] = []
    view.figure_clicked.connect(told.append)
    for _ in range(3):
        click(qtbot, view, 0, 0)
        view.frame(marks[told[-1] - 1].place, told[-1])
    assert told == [1, 2, 1]


def test_selected_cell_is_a_place_with_sheet_and_cell(qtbot: QtBot, view: SheetView, book: Document) -> None:
    view.show_document(book, Standing())
    with qtbot.waitSignal(view.selection_changed):
        click(qtbot, view, 1, 1)
    cell = book.tables[0].cells[3]
    assert view.selected_place() == (Place(cell.start, cell.end, sheet="CPI", cell="B2"), "1234,5")
    click(qtbot, view, 3, 0)
    assert view.selected_place() is None


def test_framed_cell_is_shown_on_its_sheet(view: SheetView, book: Document) -> None:
    marks = marks_on(book)
    view.show_document(book, Standing())
    view.set_marks(MarkIndex(marks))
    view.frame(marks[150].place, marks[150].figure_id)
    assert view.tabs().currentIndex() == 1
    assert shown(view, 147, 1, FRAMED_ROLE) is True
    top = view.grid().visualRect(view.grid().model().index(147, 1)).top()
    assert 0.2 <= top / view.grid().viewport().height() <= 0.4
    assert view.selected_place() is None


def test_sheet_left_and_shown_again_stands_where_it_was(
    qtbot: QtBot, view: SheetView, book: Document
) -> None:
    view.show_document(book, Standing(sheet=1))
    view.grid().verticalScrollBar().setValue(900)
    view.tabs().setCurrentIndex(0)
    view.tabs().setCurrentIndex(1)
    assert view.grid().verticalScrollBar().value() == 900
    standing = view.standing()
    view.clear()
    view.show_document(book, standing)
    assert view.grid().verticalScrollBar().value() == 900


def test_long_title_reaches_over_empty_cells(view: SheetView, make: Any) -> None:
    title = "3. Một số sản phẩm chủ yếu của ngành công nghiệp trong tháng"
    book = make.workbook(A=[[title, "", "", ""], ["Lúa", D(1), D(2), D(3)]])
    view.show_document(book, Standing())
    assert view.grid().columnSpan(0, 0) > 1
    assert view.grid().columnSpan(1, 0) == 1


def test_empty_workbook_shows_nothing(qtbot: QtBot, view: SheetView, make: Any) -> None:
    view.show_document(make.workbook(), Standing())
    assert view.grid().model() is None
    assert view.selected_place() is None
    view.frame(Place(0, 1), 1)


def test_states_are_painted(qtbot: QtBot, view: SheetView, book: Document) -> None:
    view.show_document(book, Standing())
    mark = marks_on(book)[0]
    seen = set()
    for verdict in Verdict:
        view.set_marks(MarkIndex([Mark(1, mark.place, verdict)]))
        rect = view.grid().visualRect(view.grid().model().index(1, 1))
        at = rect.topLeft() + QPoint(3, 3)
        seen.add(view.grid().viewport().grab().toImage().pixelColor(at).name())
    assert len(seen) == len(Verdict)
