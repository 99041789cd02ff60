"""The window as a whole: what is named, what follows what, and what is there again after closing."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.figures import Verdict
from desktop.core.messages import Language
from desktop.ui.main_window import MainWindow
from desktop.ui.models.figure_table_model import Column
from desktop.ui.source.text_view import TextView
from desktop.ui.tasks import ImmediateRunner
from desktop.ui.translation import chosen_language
from desktop.ui.workbench import Workbench
from tests.ui.conftest import OpenWindow, current_of, session_of, stored_of

Press = Callable[..., None]

NAMES = (
    "reportList",
    "sectionTree",
    "sourceView",
    "filterBar",
    "figureTable",
    "placeView",
    "valueEdit",
    "unitEdit",
    "indicatorEdit",
    "noteEdit",
    "tagEdit",
    "progressLabel",
    "ledgerLabel",
)


def test_window_stands_there_with_nothing_in_it(qtbot: QtBot, settings: QSettings) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    assert window.objectName() == "mainWindow"
    assert window.centralWidget() is None


def test_nothing_can_be_done_before_a_workspace_is_open(qtbot: QtBot, settings: QSettings) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    bench = Workbench(window, settings, ImmediateRunner(), Language.VIETNAMESE)
    assert not bench.actions["accept"].isEnabled()
    assert not bench.actions["export"].isEnabled()
    assert bench.actions["keys"].isEnabled()


def test_bare_window_imports_nothing_slow() -> None:
    code = "import sys, desktop.ui.main_window; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    slow = {"sqlalchemy", "alembic", "pandas", "lxml", "desktop.core.figures", "desktop.ui.workbench"}
    assert not slow & set(run.stdout.split())


@pytest.mark.parametrize("name", NAMES)
def test_what_tests_and_screen_readers_look_for_is_named(bench: Workbench, name: str) -> None:
    found = bench.window.findChildren(QWidget, name)
    assert len(found) == 1
    assert found[0].accessibleName()


def test_main_window_is_named(bench: Workbench) -> None:
    assert bench.window.objectName() == "mainWindow"
    assert bench.window.accessibleName()


def test_closing_loses_nothing_and_it_opens_where_the_clerk_was(
    bench: Workbench, open_window: OpenWindow, press: Press
) -> None:
    first = current_of(bench)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F3)
    where = current_of(bench)
    bench.window.close()
    again = open_window()
    assert current_of(again).id == where.id
    assert stored_of(again, first.id).verdict is Verdict.ACCEPTED


def test_value_being_typed_is_kept_when_the_window_closes(
    bench: Workbench, open_window: OpenWindow, press: Press
) -> None:
    first = current_of(bench)
    press("8")
    bench.window.close()
    again = open_window()
    assert stored_of(again, first.id).verdict is Verdict.CORRECTED


def test_pane_shares_are_kept(bench: Workbench, open_window: OpenWindow) -> None:
    columns = bench.panes._columns
    columns.setSizes([300, 500, 560])
    kept = columns.sizes()
    bench.window.close()
    assert open_window().panes._columns.sizes() == kept


def test_row_leads_to_source_place_fields_and_section(bench: Workbench, press: Press) -> None:
    for _ in range(2):
        press(Qt.Key.Key_Down)
    assert bench.panes.fields.form.value_edit.text() == "218"
    section = bench.panes.outline.current_section()
    assert section is not None
    assert section.title == "1. An ninh"


def test_number_clicked_in_the_source_leads_to_its_row(bench: Workbench) -> None:
    last = session_of(bench).desk.figures.rows.ids[-1]
    bench.panes.source.figure_clicked.emit(last)
    assert current_of(bench).id == last
    assert bench.panes.table.currentIndex().row() == session_of(bench).desk.figures.rowCount() - 1
    assert bench.panes.table.hasFocus()


def test_section_leads_to_its_first_figure(bench: Workbench, press: Press) -> None:
    bench.panes.outline.section_tree.setFocus()
    press(Qt.Key.Key_Down)
    assert current_of(bench).text == "218 vụ"
    assert bench.panes.outline.section_tree.hasFocus()


def test_only_open_figures_are_shown_when_asked(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_Return)
    before = session_of(bench).desk.figures.rowCount()
    bench.actions["only_open"].trigger()
    assert session_of(bench).desk.figures.rowCount() == before - 1
    assert current_of(bench).text == "20%"
    assert bench.panes.table.currentIndex().row() == 0


def test_only_one_section_is_shown_when_asked(bench: Workbench) -> None:
    bench.actions["only_section"].trigger()
    shown = session_of(bench).desk.figures
    assert [shown.figure_at(row).text for row in range(shown.rowCount())] == ["6,3 tỷ đồng", "20%"]


def test_figure_is_made_of_the_selected_text(bench: Workbench, press: Press, qtbot: QtBot) -> None:
    _select_in_source(qtbot, bench, "3 vụ")
    press(Qt.Key.Key_Insert)
    press(Qt.Key.Key_Return)
    made = current_of(bench)
    assert (made.text, made.verdict, made.effective.unit) == ("3 vụ", Verdict.ACCEPTED, "vụ")
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not session_of(bench).desk.figures.rows.is_known(made.id)
    assert current_of(bench).id != made.id


def test_insert_without_a_selection_says_what_to_do(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_Insert)
    assert bench.window.statusBar().currentMessage()


def test_section_is_tagged_by_a_few_letters(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    press("trong trot")
    QTest.keyClick(bench.panes.outline.tag_edit, Qt.Key.Key_Return)
    sections = session_of(bench).workspace.sections(current_of(bench).report_id)
    assert sections[0].tags == ("crops",)
    assert bench.panes.table.hasFocus()


def test_refused_file_is_told_and_the_others_go_on(
    open_window: OpenWindow, report_file: Path, tmp_path: Path
) -> None:
    bench = open_window()
    bench.open_files([tmp_path / "khong-co.txt", report_file])
    assert [line.partition(":")[0] for line in bench.messages.lines()] == ["khong-co.txt"]
    assert bench.messages.isVisible()
    assert current_of(bench).text == "6,3 tỷ đồng"
    button = bench.messages.findChild(QToolButton, "closeMessages")
    assert button is not None
    button.click()
    assert not bench.messages.isVisible()


def test_same_file_again_is_said_to_be_there_and_shown(bench: Workbench, report_file: Path) -> None:
    bench.open_files([report_file])
    assert len(session_of(bench).workspace.reports()) == 1
    assert "bao-cao.txt" in bench.messages.lines()[0]


def test_dropped_files_are_opened(open_window: OpenWindow, report_file: Path) -> None:
    bench = open_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(report_file))])
    event = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    bench.window.dropEvent(event)
    assert current_of(bench).text == "6,3 tỷ đồng"


def test_empty_workspace_says_what_to_do(open_window: OpenWindow) -> None:
    bench = open_window()
    welcome = bench.window.findChild(QLabel, "welcomeText")
    assert welcome is not None
    assert welcome.isVisible()


def test_first_report_takes_the_keyboard_to_the_table(open_window: OpenWindow, report_file: Path) -> None:
    bench = open_window()
    bench.open_files([report_file])
    assert bench.panes.table.hasFocus()


def test_export_is_asked_for_written_and_told(bench: Workbench, press: Press, tmp_path: Path) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return)
    dialog = bench.window.findChild(QFileDialog, "exportDialog")
    assert dialog is not None
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(tmp_path / "tong-hop.xlsx"))
    dialog.accept()
    assert (tmp_path / "tong-hop.xlsx").exists()
    assert "tong-hop.xlsx" in bench.messages.lines()[-1]


def test_language_is_remembered_for_the_next_start(bench: Workbench, settings: QSettings) -> None:
    bench.actions["language_en"].trigger()
    assert chosen_language(settings) is Language.ENGLISH


def test_ledger_shows_what_is_set_aside_and_leads_there(bench: Workbench) -> None:
    outline = bench.panes.outline
    outline.show_ledger_tab()
    shown = [outline.ledger.index(row).data() for row in range(outline.ledger.rowCount())]
    assert any(line.startswith("– 05/04/2021") for line in shown)
    with_place = outline.ledger_list.model().index(0, 0)
    outline.ledger_list.setCurrentIndex(with_place)
    assert bench.panes.source.isVisible()


def test_columns_that_have_no_room_are_hidden(bench: Workbench) -> None:
    table = bench.panes.table
    table.resize(400, 300)
    assert table.isColumnHidden(Column.PLACE)
    table.resize(1400, 300)
    assert not table.isColumnHidden(Column.PLACE)


def _select_in_source(qtbot: QtBot, bench: Workbench, text: str) -> None:
    view = bench.panes.source.findChild(TextView)
    assert view is not None
    qtbot.waitUntil(lambda: view.find(text))


def test_files_that_are_all_there_already_leave_the_clerk_where_they_were(
    bench: Workbench, press: Press, report_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "khac.txt"
    other.write_text("Thu 9 tỷ đồng.", encoding="utf-8")
    bench.open_files([other])
    bench.open_files([report_file])
    press(Qt.Key.Key_Return)
    left_at = current_of(bench).id
    lines = bench.messages.lines()
    bench.open_files([other, report_file])
    assert current_of(bench).id == left_at
    assert bench.messages.lines() == lines
    bench.open_files([other])
    assert current_of(bench).text == "9 tỷ đồng"
    assert "khac.txt" in bench.messages.lines()[-1]
