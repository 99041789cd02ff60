"""A workbook that comes back is compared, accepted, undone and verified in the window, with real keys."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.operations import reviewing
from desktop.operations.exporting import export
from desktop.ui.dialogs.lines_dialog import LinesDialog
from desktop.ui.dialogs.returned_dialog import ReturnedDialog
from desktop.ui.models.returned_model import ReturnedModel, RowState
from desktop.ui.workbench import Workbench
from tests.ui.conftest import current_of, session_of, stored_of

Press = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier
LIST = "Số liệu"


@pytest.fixture
def exported(bench: Workbench, tmp_path: Path) -> Path:
    """Return the workbook of the window's report, all its figures verified."""
    workspace = session_of(bench).workspace
    (report,) = workspace.reports()
    ids = workspace.index(report.id).ids
    figures = [figure for figure in workspace.figures(ids) if figure.text != "77/88"]
    session_of(bench).hub.apply(reviewing.accept([figure.id for figure in figures]))
    out = tmp_path / "tong-hop.xlsx"
    export(workspace, out)
    return out


@pytest.fixture
def changed(exported: Path) -> Path:
    """Return it with three values changed by a chief, and one made unreadable."""
    for row, content in ((2, "6,8"), (4, 219), (5, "chưa rõ"), (6, 13161)):
        put(exported, row, content)
    return exported


def put(path: Path, row: int, content: Any) -> None:
    """Write a value into a row of the sheet of figures."""
    workbook = load_workbook(path)
    sheet = workbook[LIST]
    column = next(cell.column for cell in sheet[1] if cell.value == "Giá trị")
    sheet.cell(row, column).value = content
    workbook.properties.lastModifiedBy = "Trưởng phòng"
    workbook.save(path)


def choose(bench: Workbench, action: str, dialog_name: str, path: Path) -> None:
    """Choose a file in the dialog that an action opens."""
    bench.actions[action].trigger()
    dialog = bench.window.findChild(QFileDialog, dialog_name)
    assert dialog is not None
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(path))
    dialog.accept()


def read_back(bench: Workbench, path: Path) -> ReturnedDialog:
    """Read a file back and return the dialog in front."""
    choose(bench, "read_back", "returnedFileDialog", path)
    dialog = bench.window.findChild(ReturnedDialog, "returnedDialog")
    assert dialog is not None
    return dialog


def states(dialog: ReturnedDialog) -> list[RowState]:
    """Return what became of each row."""
    return [dialog.model.state(row) for row in range(dialog.model.rowCount())]


def figure_id(dialog: ReturnedDialog, row: int) -> int:
    """Return the figure of a row."""
    figure = dialog.model.difference(row).known.figure
    assert figure is not None
    return figure.id


def values(bench: Workbench, dialog: ReturnedDialog) -> list[str]:
    """Return the values of the rows' figures as the workspace has them."""
    return [
        str(stored_of(bench, figure_id(dialog, row)).effective.value)
        for row in range(dialog.model.rowCount())
    ]


WAITING, TAKEN, KEPT, LOCKED = RowState.WAITING, RowState.TAKEN, RowState.KEPT, RowState.LOCKED


def test_both_sides_stand_beside_each_other_over_the_place(
    bench: Workbench, changed: Path, press: Press
) -> None:
    dialog = read_back(bench, changed)
    texts = [dialog.model.index(0, column).data() for column in range(dialog.model.columnCount())]
    assert texts[2:5] == ["giá trị: 6,3", "giá trị: 6,8", "6,3 tỷ đồng"]
    assert dialog.changed_by.text() == "Trưởng phòng"
    assert current_of(bench).text == "6,3 tỷ đồng"
    assert "Thu ngân sách 6,3 tỷ đồng" in dialog.place.accessibleDescription()
    press(Qt.Key.Key_Down)
    assert current_of(bench).text == "218 vụ"
    assert "218 vụ" in dialog.place.accessibleDescription()
    press(Qt.Key.Key_Down)
    assert "không đọc được thành số" in dialog.said.text()


def test_the_whole_way_back_by_keys_and_undo(
    bench: Workbench, changed: Path, press: Press, qtbot: QtBot
) -> None:
    dialog = read_back(bench, changed)
    qtbot.waitUntil(dialog.table.hasFocus)
    assert states(dialog) == [WAITING, WAITING, LOCKED, WAITING]
    press(Qt.Key.Key_Return)
    assert values(bench, dialog) == ["6.8", "218", "5.2", "13160"]
    press(Qt.Key.Key_Delete)
    assert states(dialog) == [TAKEN, KEPT, LOCKED, WAITING]
    press(Qt.Key.Key_Enter, CONTROL)
    assert values(bench, dialog) == ["6.8", "218", "5.2", "13161"]
    line = session_of(bench).workspace.log()[-1]
    assert (line.action, line.who, line.new["changed_by"]) == ("take_back", "Lan", "Trưởng phòng")
    press(Qt.Key.Key_Z, CONTROL)
    assert values(bench, dialog) == ["6.8", "218", "5.2", "13160"]
    assert states(dialog) == [TAKEN, KEPT, LOCKED, WAITING]
    press(Qt.Key.Key_Return)
    assert values(bench, dialog)[3] == "13161"
    dialog.reject()
    bench.panes.table.setFocus()
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_Z, CONTROL)
    session = session_of(bench)
    (report,) = session.workspace.reports()
    stored = session.workspace.figures(session.workspace.index(report.id).ids)
    assert str(stored[0].effective.value) == "6.3"
    assert [entry.action for entry in session.workspace.log()[-2:]] == ["undo_take_back", "undo_take_back"]


def test_rows_that_were_not_on_the_screen_are_not_accepted_together(
    bench: Workbench, changed: Path, press: Press, qtbot: QtBot
) -> None:
    dialog = read_back(bench, changed)
    qtbot.waitUntil(dialog.table.hasFocus)
    dialog.table.verticalHeader().setDefaultSectionSize(2_000)
    dialog._seen.clear()
    dialog.table.viewport().repaint()
    press(Qt.Key.Key_Return, CONTROL)
    assert states(dialog) == [TAKEN, WAITING, LOCKED, WAITING]
    assert "2" in dialog.said.text()


def test_enter_on_a_row_that_cannot_be_accepted_says_why(
    bench: Workbench, changed: Path, press: Press, qtbot: QtBot
) -> None:
    dialog = read_back(bench, changed)
    qtbot.waitUntil(dialog.table.hasFocus)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert "không nhận" in dialog.said.text()
    assert values(bench, dialog)[2] == "5.2"


def test_untouched_workbook_is_told_to_be_so(bench: Workbench, exported: Path) -> None:
    choose(bench, "read_back", "returnedFileDialog", exported)
    assert bench.window.findChild(ReturnedDialog, "returnedDialog") is None
    assert _told(bench).endswith("nothing has changed.")


def test_verification_tells_the_result(bench: Workbench, exported: Path, qtbot: QtBot) -> None:
    choose(bench, "verify_workbook", "verifiedFileDialog", exported)
    assert "6" in _told(bench)
    put(exported, 2, 7)
    choose(bench, "verify_workbook", "verifiedFileDialog", exported)
    dialog = bench.window.findChild(LinesDialog, "linesDialog")
    assert dialog is not None
    assert "trong tệp nay là 7" in dialog.lines.model().index(0, 0).data()


def test_file_that_is_no_workbook_is_refused_in_one_line(bench: Workbench, report_file: Path) -> None:
    choose(bench, "read_back", "returnedFileDialog", report_file)
    assert "không phải tệp bảng tính" in _told(bench)


def test_model_of_differences_is_a_sound_one(bench: Workbench, changed: Path, qtmodeltester: Any) -> None:
    dialog = read_back(bench, changed)
    assert isinstance(dialog.model, ReturnedModel)
    qtmodeltester.check(dialog.model)


def _told(bench: Workbench) -> str:
    return bench.messages.lines()[-1]


def test_dialog_fits_the_window(bench: Workbench, changed: Path) -> None:
    dialog = read_back(bench, changed)
    assert QApplication.activeModalWidget() is dialog
    assert dialog.width() <= bench.window.width()
