"""A form is opened, mapped and filled with the keys alone; nothing goes in that was not confirmed."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.core.figures import Reading, Value
from desktop.core.workbooks.forms.plan import CellPlan
from desktop.operations import reviewing
from desktop.operations.form_filling import open_form, sidecar_of
from desktop.operations.workspaces import Workspace
from desktop.ui.dialogs.form_dialog import FormDialog
from desktop.ui.form_controls import FormControls
from desktop.ui.workbench import Workbench
from tests.ui.conftest import OpenWindow, session_of

Press = Callable[..., None]
Open = Callable[[], FormDialog]
CONTROL = Qt.KeyboardModifier.ControlModifier
READINGS = (
    Reading(Value(Decimal("6.3")), "tỷ đồng", indicator="tổng thu ngân sách", period="2021-Q1"),
    Reading(Value(Decimal(218)), "vụ", indicator="số vụ ma túy", period="2021-Q1"),
    Reading(Value(Decimal(13160)), "tài khoản", indicator="tài khoản thư điện tử", period="2021-Q1"),
)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """Return an office's form: two rows that can be told, one whose words are its own, and a sum."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Biểu 1"
    for row in (
        ("STT", "Chỉ tiêu", "Đơn vị tính", "Kỳ báo cáo"),
        (1, "Tổng thu ngân sách", "Triệu đồng", None),
        (2, "Số vụ ma túy", "Vụ", None),
        (3, "Hòm thư công vụ", "Tài khoản", None),
        (None, "Cộng", None, "=SUM(D2:D4)"),
    ):
        sheet.append(row)
    path = tmp_path / "bieu.xlsx"
    workbook.save(path)
    return path


@pytest.fixture
def window(reviewed: Workspace, open_window: OpenWindow) -> Workbench:
    """Return a window on a workspace with three verified figures."""
    report_id = reviewed.reports()[0].id
    for figure_id, reading in zip(reviewed.index(report_id).ids, READINGS, strict=False):
        reviewed.apply(reviewing.correct(figure_id, reading))
    return open_window()


@pytest.fixture
def open_with_keys(window: Workbench, form: Path, press: Press, qtbot: QtBot) -> Open:
    """Return what asks for the form and names it, as a clerk does."""

    def open_it() -> FormDialog:
        window.actions["fill_form"].trigger()
        name_file(form, press)
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), FormDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        return dialog

    return open_it


def plans_of(dialog: FormDialog) -> list[CellPlan]:
    """Return the rows of the list of mapped cells."""
    return [dialog.cells.plan_at(row) for row in range(dialog.cells.rowCount())]


def name_file(path: Path, press: Press) -> None:
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QFileDialog)
    line = asked.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setFocus()
    line.selectAll()
    press(str(path))
    press(Qt.Key.Key_Return)


def test_clerk_maps_a_form_by_keys_and_fills_it(
    window: Workbench, form: Path, press: Press, open_with_keys: Open, qtbot: QtBot
) -> None:
    dialog = open_with_keys()
    assert "2 đề xuất chờ nhận" in dialog.summary.text() or "2 proposals" in dialog.summary.text()
    cell = dialog.current_cell()
    assert cell is not None
    assert cell[1].name == "D2"
    assert "6,3 tỷ đồng → 6.300 Triệu đồng" in dialog.current.text()
    assert not dialog.fill_button.isEnabled()
    press(Qt.Key.Key_Return)  # the proposal is right; the next row
    press(Qt.Key.Key_Down)
    press("t")
    press("hu dien tu")
    press(Qt.Key.Key_Return)
    mapped = dialog.cells.plan_at(dialog.cells.rowCount() - 1)
    assert (mapped.place, mapped.content) == ("Biểu 1!D4", Decimal(13160))
    press(Qt.Key.Key_Return, CONTROL)
    out = form.with_name("da-dien.xlsx")
    name_file(out, press)
    qtbot.waitUntil(lambda: bool(_messages(window)))
    sheet = load_workbook(out)["Biểu 1"]
    assert [sheet[f"D{row}"].value for row in range(2, 6)] == [6300, None, 13160, "=SUM(D2:D4)"]
    assert session_of(window).workspace.log()[-1].action == "fill_form"
    assert sidecar_of(form).is_file()
    assert any(str(out) in line for line in _messages(window))


def test_what_was_mapped_is_offered_again_and_can_be_taken_off(
    window: Workbench, form: Path, press: Press, open_with_keys: Open
) -> None:
    dialog = open_with_keys()
    press(Qt.Key.Key_F9)
    assert [each.mapping.confidence for each in plans_of(dialog)] == [None, None]
    press(Qt.Key.Key_Escape)
    assert sidecar_of(form).is_file()
    dialog = open_with_keys()
    assert [each.mapping.confidence for each in plans_of(dialog)] == [None, None]
    press(Qt.Key.Key_Delete)
    assert [each.spot.name for each in plans_of(dialog)] == ["D3"]
    press(Qt.Key.Key_Escape)


def test_proposals_that_were_not_on_the_screen_stay_proposals(
    window: Workbench, form: Path, press: Press, open_with_keys: Open
) -> None:
    workbook = load_workbook(form)
    workbook["Biểu 1"].move_range("A3:D3", rows=200)
    workbook.save(form)
    dialog = open_with_keys()
    assert [each.spot.name for each in plans_of(dialog)] == ["D2", "D203"]
    press(Qt.Key.Key_F9)
    first, second = plans_of(dialog)
    assert (first.mapping.confidence, second.mapping.confidence is None) == (None, False)
    press(Qt.Key.Key_Escape)


def test_cell_with_a_formula_is_refused_before_anything_is_written(
    window: Workbench, form: Path, press: Press, open_with_keys: Open
) -> None:
    dialog = open_with_keys()
    for _ in range(3):
        press(Qt.Key.Key_Down)
    press("m")
    press("a tuy")
    press(Qt.Key.Key_Return)
    assert dialog.current_cell() is not None
    [refused] = [each for each in plans_of(dialog) if each.spot.name == "D5"]
    assert refused.content is None
    assert dialog.cells.words(refused).startswith("Biểu 1!D5")
    press(Qt.Key.Key_Escape)


def test_unit_can_be_changed_and_shows_the_conversion(
    window: Workbench, form: Path, press: Press, open_with_keys: Open
) -> None:
    dialog = open_with_keys()
    press(Qt.Key.Key_F2)
    press("đồng")
    press(Qt.Key.Key_Return)
    assert "6,3 tỷ đồng → 6.300.000.000 đồng" in dialog.current.text()
    press(Qt.Key.Key_Escape)


def test_form_itself_is_not_written_over_and_the_dialog_says_why(
    window: Workbench, form: Path, press: Press, open_with_keys: Open
) -> None:
    before, dialog = form.read_bytes(), open_with_keys()
    press(Qt.Key.Key_Return)
    controls = window.window.findChild(FormControls)
    assert controls is not None
    controls.fill_to(str(form))
    assert dialog.current.text().startswith("bieu.xlsx: đây chính là biểu mẫu")
    assert form.read_bytes() == before
    press(Qt.Key.Key_Escape)


def test_file_that_is_no_form_is_said(window: Workbench, tmp_path: Path) -> None:
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    controls = window.window.findChild(FormControls)
    assert controls is not None
    controls.open_form(str(path))
    assert any(line.startswith("bieu.xlsx: ") for line in _messages(window))


def test_form_opened_and_closed_leaves_nothing_behind(
    window: Workbench, form: Path, press: Press, open_with_keys: Open
) -> None:
    open_with_keys()
    press(Qt.Key.Key_Escape)
    assert not list(form.parent.glob("bieu.xlsx.*"))
    assert open_form(form).name == "bieu.xlsx"


def _messages(bench: Workbench) -> list[str]:
    return bench.messages.lines()
