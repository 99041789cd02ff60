"""A workbook reviewed with real keys: row and cell lead to each other, runs are accepted at once."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Alignment, Font
from PySide6.QtCore import QModelIndex, QSettings, Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop.core.documents import Format
from desktop.core.extraction.extracting import extract
from desktop.core.figures import Verdict
from desktop.core.isolation.analysis import Analysis
from desktop.core.layouts import pack
from desktop.core.lettering.encoding import Encoding
from desktop.core.messages import Language
from desktop.core.readers.workbook import read_workbook
from desktop.core.readers.workbook_looks import sheet_looks
from desktop.core.sheet_looks import SheetLook
from desktop.operations.importing import IsCancelled, OnProgress
from desktop.operations.workspaces import open_workspace
from desktop.ui.late_process import LateProcess
from desktop.ui.main_window import MainWindow
from desktop.ui.review_session import ReviewSession
from desktop.ui.source.sheet_view import SheetView
from desktop.ui.tasks import ImmediateRunner
from desktop.ui.workbench import Workbench
from tests.ui.conftest import current_of, session_of

Press = Callable[..., None]
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
ROWS = 120
FIRST = 4
"""The row of the first figures, from 0."""


class InProcess(LateProcess):
    """Does the reading process's work where it is asked for."""

    @override
    def analyse(
        self,
        path: Path,
        *,
        lettering: Encoding | None = None,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled | None = None,
    ) -> Analysis:
        data = path.read_bytes()
        document = read_workbook(data, path.name, Format.XLSX, lambda: None)
        extraction = extract(document, lambda: None)
        digest = hashlib.sha256(data).hexdigest()
        return Analysis(digest, path.name, data, document.text, pack(document), extraction, Format.XLSX)

    @override
    def looks(self, data: bytes, name: str, fmt: Format) -> dict[str, SheetLook]:
        return dict(sheet_looks(data, name))


def write_book(path: Path) -> None:
    """Write a table of 120 rows and 3 columns of figures, row 6 hidden, and a second sheet."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "SP"
    sheet["A1"] = "3. Sản phẩm công nghiệp chủ yếu tháng 5 năm 2021 của tỉnh"
    sheet["A1"].font = Font(bold=True)
    sheet["D2"] = "Đơn vị tính: Nghìn tấn"
    sheet["D2"].alignment = Alignment(horizontal="right")
    for column, head in enumerate(("Thực hiện tháng 4", "Ước tính tháng 5", "5 tháng năm 2021"), 2):
        sheet.cell(FIRST, column, head).alignment = Alignment(wrap_text=True, horizontal="center")
    for row in range(ROWS):
        sheet.cell(FIRST + 1 + row, 1, f"Sản phẩm thứ {row}").alignment = Alignment(indent=1)
        for column in range(2, 5):
            sheet.cell(FIRST + 1 + row, column, 1000 * row + column + 0.128).number_format = "#,##0.0"
    sheet.column_dimensions["A"].width = 30
    sheet.row_dimensions[FIRST + 2].hidden = True
    other = book.create_sheet("Khác")
    other["A1"], other["B1"] = "Dân số (người)", 1234
    book.save(path)


@pytest.fixture
def bench(qtbot: QtBot, location: Path, settings: QSettings, tmp_path: Path) -> Iterator[Workbench]:
    """Return a window with the workbook open and the keyboard on the table of figures."""
    path = tmp_path / "phu-luc.xlsx"
    write_book(path)
    window, runner = MainWindow(settings), ImmediateRunner()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    made = Workbench(window, settings, runner, Language.VIETNAMESE)
    process = InProcess()
    made.attach(ReviewSession(open_workspace(location, "Lan"), runner, process, process, window))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.open_files([path])
    made.panes.table.setFocus()
    qtbot.waitUntil(lambda: cell_of(made) == "B5")
    yield made
    window.close()


def grid_of(bench: Workbench) -> QTableView:
    view = bench.panes.source.findChild(SheetView)
    assert view is not None
    return view.grid()


def at(bench: Workbench, row: int, column: int) -> QModelIndex:
    return grid_of(bench).model().index(row, column)


def cell_of(bench: Workbench) -> str | None:
    return current_of(bench).place.cell


def verdicts(bench: Workbench) -> dict[str, Verdict]:
    """Return the verdicts by cell of the first sheet."""
    workspace, report_id = session_of(bench).workspace, session_of(bench).desk.report_id
    assert report_id is not None
    figures = workspace.figures(workspace.index(report_id).ids)
    return {str(figure.place.cell): figure.verdict for figure in figures if figure.place.sheet == "SP"}


def accepted(bench: Workbench) -> set[str]:
    return {cell for cell, verdict in verdicts(bench).items() if verdict is Verdict.ACCEPTED}


def said(bench: Workbench) -> str:
    return bench.window.statusBar().currentMessage()


def test_sheet_is_shown_as_the_workbook_has_it(bench: Workbench) -> None:
    grid = grid_of(bench)
    assert at(bench, FIRST + 5, 1).data() == "5.002,1"
    assert "5.002,128" in at(bench, FIRST + 5, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert at(bench, FIRST - 1, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignHCenter
    assert grid.columnWidth(0) > 1.5 * grid.columnWidth(1)
    assert grid.columnSpan(0, 0) > 1


def test_text_at_the_right_reaches_over_empty_cells_at_its_left(bench: Workbench) -> None:
    grid = grid_of(bench)
    first = next(column for column in range(4) if grid.columnSpan(1, column) > 1)
    assert first + grid.columnSpan(1, first) == 4
    assert at(bench, 1, first).data() == "Đơn vị tính: Nghìn tấn"


def test_hidden_row_is_shown_once_a_figure_in_it_is_current(bench: Workbench, press: Press) -> None:
    assert grid_of(bench).isRowHidden(FIRST + 1)
    for _ in range(3):
        press(Qt.Key.Key_Down)
    assert cell_of(bench) == "B6"
    assert not grid_of(bench).isRowHidden(FIRST + 1)
    header = (
        grid_of(bench).model().headerData(FIRST + 1, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    )
    assert header


def test_row_leads_to_its_cell_and_cell_to_its_row(qtbot: QtBot, bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_Down)
    assert grid_of(bench).currentIndex() == at(bench, FIRST, 2)
    spot = grid_of(bench).visualRect(at(bench, FIRST + 4, 3)).center()
    qtbot.mouseClick(grid_of(bench).viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert cell_of(bench) == "D9"
    assert bench.panes.table.hasFocus()


def test_arrow_keys_on_the_sheet_lead_the_current_figure(bench: Workbench, press: Press) -> None:
    grid_of(bench).setFocus()
    press(Qt.Key.Key_Right)
    assert cell_of(bench) == "C5"
    press(Qt.Key.Key_Down)
    assert cell_of(bench) == "C7"
    assert grid_of(bench).hasFocus()
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    assert cell_of(bench) == "B7"
    press(Qt.Key.Key_Return)
    assert accepted(bench) == {"B7"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_row_is_accepted_with_one_key_and_taken_back_with_one(
    bench: Workbench, press: Press, key: Qt.Key
) -> None:
    grid_of(bench).setFocus()
    press(key, SHIFT | (KEYPAD if key is Qt.Key.Key_Enter else Qt.KeyboardModifier.NoModifier))
    assert accepted(bench) == {"B5", "C5", "D5"}
    assert "3" in said(bench)
    assert cell_of(bench) == "B6"
    press(Qt.Key.Key_Z, CONTROL)
    assert accepted(bench) == set()


def test_column_is_accepted_as_far_as_it_was_on_the_screen(bench: Workbench, press: Press) -> None:
    last = _last_whole_row(grid_of(bench))
    press(Qt.Key.Key_Return, CONTROL)
    seen = {f"B{row + 1}" for row in range(FIRST, last + 1)} - {"B6"}
    assert accepted(bench) == seen
    assert str(len(seen)) in said(bench)
    assert str(ROWS - len(seen)) in said(bench)
    press(Qt.Key.Key_Z, CONTROL)
    assert accepted(bench) == set()


def test_what_was_scrolled_by_counts_as_seen(bench: Workbench, press: Press) -> None:
    grid = grid_of(bench)
    grid.setFocus()
    while grid.currentIndex().row() < FIRST + ROWS - 1:
        press(Qt.Key.Key_PageDown)
        grid.viewport().repaint()
    press(Qt.Key.Key_Return, CONTROL)
    missing = {
        cell for cell, verdict in verdicts(bench).items() if cell[0] == "B" and verdict is Verdict.OPEN
    }
    assert missing == {"B6"}


def test_cell_scrolled_out_sideways_is_left_open(bench: Workbench, press: Press) -> None:
    grid = grid_of(bench)
    grid.setColumnWidth(0, 5000)
    grid.horizontalScrollBar().setValue(0)
    session_of(bench).desk.go_to(current_of(bench).id)
    for column in range(1, 4):
        grid.setColumnWidth(column, 400)
    press(Qt.Key.Key_Return, CONTROL)
    assert accepted(bench)
    assert not any(cell[0] == "D" for cell in accepted(bench))


def test_verified_and_dismissed_cells_stay_as_they_are(bench: Workbench, press: Press) -> None:
    ids = [current_of(bench).id]
    session_of(bench).clerk.dismiss(ids, "other")
    grid_of(bench).setFocus()
    press(Qt.Key.Key_Return, SHIFT)
    assert accepted(bench) == {"C5", "D5"}
    assert verdicts(bench)["B5"] is Verdict.DISMISSED
    grid_of(bench).setCurrentIndex(at(bench, FIRST, 1))
    press(Qt.Key.Key_Return, SHIFT)
    assert accepted(bench) == {"C5", "D5"}


def test_empty_row_says_that_there_is_nothing_to_accept(bench: Workbench, press: Press) -> None:
    grid_of(bench).setFocus()
    grid_of(bench).setCurrentIndex(at(bench, 0, 0))
    press(Qt.Key.Key_Return, SHIFT)
    assert accepted(bench) == set()
    assert said(bench)


def test_typing_a_value_is_not_disturbed_by_the_keys_of_runs(bench: Workbench, press: Press) -> None:
    press("7")
    press(Qt.Key.Key_Return, CONTROL)
    assert accepted(bench) == set()


def _last_whole_row(grid: QTableView) -> int:
    bottom = grid.viewport().height()
    return max(
        row
        for row in range(grid.model().rowCount())
        if not grid.isRowHidden(row) and grid.rowViewportPosition(row) + grid.rowHeight(row) <= bottom
    )
