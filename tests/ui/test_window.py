"""The window as a whole: what is named, what follows what, and what is there again after closing."""

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
from tests.ui.conftest import OpenWindow, current_of, session_of, stored_of

Press = Callable[..., None]

NAMES = (
    "reportList",
    "sectionTree",
    "sourceView",
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


def test_window_stands_there_before_any_workspace_is_open(qtbot: QtBot, settings: QSettings) -> None:
    window = MainWindow(settings, ImmediateRunner(), Language.VIETNAMESE)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    assert window.session is None
    assert not window.actions_by_id["accept"].isEnabled()
    assert not window.actions_by_id["export"].isEnabled()


@pytest.mark.parametrize("name", NAMES)
def test_what_tests_and_screen_readers_look_for_is_named(window: MainWindow, name: str) -> None:
    found = window.findChildren(QWidget, name)
    assert len(found) == 1
    assert found[0].accessibleName()


def test_main_window_is_named(window: MainWindow) -> None:
    assert window.objectName() == "mainWindow"
    assert window.accessibleName()


def test_closing_loses_nothing_and_it_opens_where_the_clerk_was(
    window: MainWindow, open_window: OpenWindow, press: Press
) -> None:
    first = current_of(window)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F3)
    where = current_of(window)
    window.close()
    again = open_window()
    assert current_of(again).id == where.id
    assert stored_of(again, first.id).verdict is Verdict.ACCEPTED


def test_value_being_typed_is_kept_when_the_window_closes(
    window: MainWindow, open_window: OpenWindow, press: Press
) -> None:
    first = current_of(window)
    press("8")
    window.close()
    again = open_window()
    assert stored_of(again, first.id).verdict is Verdict.CORRECTED


def test_pane_shares_are_kept(window: MainWindow, open_window: OpenWindow) -> None:
    columns = window.panes._columns
    columns.setSizes([300, 500, 560])
    kept = columns.sizes()
    window.close()
    assert open_window().panes._columns.sizes() == kept


def test_row_leads_to_source_place_fields_and_section(window: MainWindow, press: Press) -> None:
    for _ in range(2):
        press(Qt.Key.Key_Down)
    assert window.panes.fields.form.value_edit.text() == "218"
    section = window.panes.outline.current_section()
    assert section is not None
    assert section.title == "1. An ninh"


def test_number_clicked_in_the_source_leads_to_its_row(window: MainWindow) -> None:
    last = session_of(window).desk.figures.rows.ids[-1]
    window.panes.source.figure_clicked.emit(last)
    assert current_of(window).id == last
    assert window.panes.table.currentIndex().row() == session_of(window).desk.figures.rowCount() - 1
    assert window.panes.table.hasFocus()


def test_section_leads_to_its_first_figure(window: MainWindow, press: Press) -> None:
    window.panes.outline.section_tree.setFocus()
    press(Qt.Key.Key_Down)
    assert current_of(window).text == "218 vụ"
    assert window.panes.outline.section_tree.hasFocus()


def test_only_open_figures_are_shown_when_asked(window: MainWindow, press: Press) -> None:
    press(Qt.Key.Key_Return)
    before = session_of(window).desk.figures.rowCount()
    window.actions_by_id["only_open"].trigger()
    assert session_of(window).desk.figures.rowCount() == before - 1
    assert current_of(window).text == "20%"
    assert window.panes.table.currentIndex().row() == 0


def test_only_one_section_is_shown_when_asked(window: MainWindow) -> None:
    window.actions_by_id["only_section"].trigger()
    shown = session_of(window).desk.figures
    assert [shown.figure_at(row).text for row in range(shown.rowCount())] == ["6,3 tỷ đồng", "20%"]


def test_figure_is_made_of_the_selected_text(window: MainWindow, press: Press, qtbot: QtBot) -> None:
    _select_in_source(qtbot, window, "3 vụ")
    press(Qt.Key.Key_Insert)
    press(Qt.Key.Key_Return)
    made = current_of(window)
    assert (made.text, made.verdict, made.effective.unit) == ("3 vụ", Verdict.ACCEPTED, "vụ")
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not session_of(window).desk.figures.rows.is_known(made.id)
    assert current_of(window).id != made.id


def test_insert_without_a_selection_says_what_to_do(window: MainWindow, press: Press) -> None:
    press(Qt.Key.Key_Insert)
    assert window.statusBar().currentMessage()


def test_section_is_tagged_by_a_few_letters(window: MainWindow, press: Press) -> None:
    press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    press("trong trot")
    QTest.keyClick(window.panes.outline.tag_edit, Qt.Key.Key_Return)
    sections = session_of(window).workspace.sections(current_of(window).report_id)
    assert sections[0].tags == ("crops",)
    assert window.panes.table.hasFocus()


def test_refused_file_is_told_and_the_others_go_on(
    open_window: OpenWindow, report_file: Path, tmp_path: Path
) -> None:
    window = open_window()
    window.open_files([tmp_path / "khong-co.txt", report_file])
    assert [line.partition(":")[0] for line in window.messages.lines()] == ["khong-co.txt"]
    assert window.messages.isVisible()
    assert current_of(window).text == "6,3 tỷ đồng"
    button = window.messages.findChild(QToolButton, "closeMessages")
    assert button is not None
    button.click()
    assert not window.messages.isVisible()


def test_same_file_again_is_said_to_be_there_and_shown(window: MainWindow, report_file: Path) -> None:
    window.open_files([report_file])
    assert len(session_of(window).workspace.reports()) == 1
    assert "bao-cao.txt" in window.messages.lines()[0]


def test_dropped_files_are_opened(open_window: OpenWindow, report_file: Path) -> None:
    window = open_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(report_file))])
    event = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert current_of(window).text == "6,3 tỷ đồng"


def test_empty_workspace_says_what_to_do(open_window: OpenWindow) -> None:
    window = open_window()
    welcome = window.findChild(QLabel, "welcomeText")
    assert welcome is not None
    assert welcome.isVisible()


def test_export_is_asked_for_written_and_told(window: MainWindow, press: Press, tmp_path: Path) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(QFileDialog, "exportDialog")
    assert dialog is not None
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(tmp_path / "tong-hop.xlsx"))
    dialog.accept()
    assert (tmp_path / "tong-hop.xlsx").exists()
    assert "tong-hop.xlsx" in window.messages.lines()[-1]


def test_language_is_remembered_for_the_next_start(window: MainWindow, settings: QSettings) -> None:
    window.actions_by_id["language_en"].trigger()
    assert chosen_language(settings) is Language.ENGLISH


def test_ledger_shows_what_is_set_aside_and_leads_there(window: MainWindow) -> None:
    outline = window.panes.outline
    outline.show_ledger_tab()
    shown = [outline.ledger.index(row).data() for row in range(outline.ledger.rowCount())]
    assert any(line.startswith("05/04/2021") for line in shown)
    with_place = outline.ledger_list.model().index(0, 0)
    outline.ledger_list.setCurrentIndex(with_place)
    assert window.panes.source.isVisible()


def test_columns_that_have_no_room_are_hidden(window: MainWindow) -> None:
    table = window.panes.table
    table.resize(400, 300)
    assert table.isColumnHidden(Column.PLACE)
    table.resize(1400, 300)
    assert not table.isColumnHidden(Column.PLACE)


def _select_in_source(qtbot: QtBot, window: MainWindow, text: str) -> None:
    view = window.panes.source.findChild(TextView)
    assert view is not None
    qtbot.waitUntil(lambda: view.find(text))
