"""Notes and the history of a figure with real keys."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QRadioButton, QTextBrowser
from pytestqt.qtbot import QtBot

from desktop.core.annotations import Note, NoteState
from desktop.operations.annotations import read_annotations
from desktop.ui.models.note_list_model import NoteListModel
from desktop.ui.source.text_view import TextView
from desktop.ui.workbench import Workbench
from tests.ui.conftest import REPORT, current_of, named, session_of

Press = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _notes(bench: Workbench) -> tuple[Note, ...]:
    return read_annotations(session_of(bench).workspace, 1).notes


def _write(press: Press, text: str) -> None:
    press(Qt.Key.Key_M, CONTROL)
    press(text)
    press(Qt.Key.Key_Return)


def test_note_on_the_current_figure_costs_its_words_and_two_keys(bench: Workbench, press: Press) -> None:
    figure = current_of(bench)
    _write(press, "hoi lai So Tai chinh")
    (note,) = _notes(bench)
    assert (note.text, note.figure_id, note.written_by) == ("hoi lai So Tai chinh", figure.id, "Lan")
    line = named(bench, QLabel, "noteLine")
    assert isinstance(line, QLabel)
    assert line.isVisible()
    assert "hoi lai So Tai chinh" in line.text()
    press(Qt.Key.Key_Down)
    assert line.isHidden()


def test_shift_enter_begins_another_line(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_M, CONTROL)
    press("mot")
    press(Qt.Key.Key_Return, SHIFT)
    press("hai")
    press(Qt.Key.Key_Return)
    assert _notes(bench)[0].text == "mot\nhai"


def test_note_is_written_on_the_selected_passage(bench: Workbench, press: Press) -> None:
    view = bench.panes.source.findChild(TextView)
    assert view is not None
    view.setFocus()
    found = view.document().find("Thu ngân sách")
    cursor = QTextCursor(view.document())
    cursor.setPosition(found.selectionStart())
    cursor.setPosition(found.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    _write(press, "viet lai cau nay")
    (note,) = _notes(bench)
    assert note.place is not None
    assert REPORT[note.place.start : note.place.end] == "Thu ngân sách"
    assert note.figure_id is None


def test_note_on_the_report_is_a_choice_of_the_dialog(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_M, CONTROL)
    press("thieu phu luc")
    for button in bench.window.findChildren(QRadioButton):
        if "report" in button.text():
            button.setFocus()
            press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    (note,) = _notes(bench)
    assert (note.text, note.figure_id, note.place) == ("thieu phu luc", None, None)


def test_empty_note_is_not_kept_and_escape_writes_none(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_M, CONTROL)
    press(Qt.Key.Key_Return)
    assert QApplication.activeModalWidget() is not None
    press("x")
    press(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert _notes(bench) == ()


def test_note_is_settled_reopened_and_undone_by_keys(bench: Workbench, press: Press) -> None:
    _write(press, "hoi lai")
    press(Qt.Key.Key_M, CONTROL | SHIFT)
    assert _notes(bench)[0].state is NoteState.SETTLED
    press(Qt.Key.Key_M, CONTROL | SHIFT)
    assert _notes(bench)[0].state is NoteState.OPEN
    for _ in range(2):
        press(Qt.Key.Key_Z, CONTROL)
    assert _notes(bench)[0].state is NoteState.OPEN
    press(Qt.Key.Key_Z, CONTROL)
    assert _notes(bench) == ()
    press(Qt.Key.Key_M, CONTROL | SHIFT)
    assert bench.window.statusBar().currentMessage() == "There is no note here."


def test_list_of_notes_leads_to_their_figures(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    _write(press, "mot")
    press(Qt.Key.Key_Down)
    _write(press, "hai")
    second = current_of(bench)
    outline = bench.panes.outline
    assert outline.tabs.tabText(outline.tabs.indexOf(outline.notes)) == "Notes (2)"
    press(Qt.Key.Key_N, CONTROL | SHIFT)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    assert current_of(bench).id == first.id
    assert bench.panes.table.hasFocus()
    assert second.id != first.id


def test_notes_are_found_without_accents(bench: Workbench, press: Press) -> None:
    session = session_of(bench)
    session.annotator.write_note("Hỏi lại Sở Y tế", None, None)
    session.annotator.write_note("Thiếu phụ lục", None, None)
    search, found = named(bench, QLineEdit, "noteSearch"), named(bench, QListView, "noteList")
    assert isinstance(found, QListView)
    bench.panes.outline.show_notes_tab()
    search.setFocus()
    press("so y te")
    assert found.model().rowCount() == 1
    assert "Sở Y tế" in found.model().index(0, 0).data()


def test_note_is_rewritten_and_removed_in_the_list(bench: Workbench, press: Press) -> None:
    _write(press, "mot")
    press(Qt.Key.Key_N, CONTROL | SHIFT)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_End)
    press(" hai")
    press(Qt.Key.Key_Return)
    assert _notes(bench)[0].text == "mot hai"
    press(Qt.Key.Key_N, CONTROL | SHIFT)
    press(Qt.Key.Key_Delete)
    assert _notes(bench) == ()
    press(Qt.Key.Key_Z, CONTROL)
    assert _notes(bench)[0].text == "mot hai"


def test_history_tells_who_changed_what_from_what_to_what(
    bench: Workbench, press: Press, qtbot: QtBot
) -> None:
    first = current_of(bench)
    press("7,25")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_F4)
    session_of(bench).desk.go_to(first.id)
    press(Qt.Key.Key_H, CONTROL)
    page = bench.window.findChild(QTextBrowser, "historyPage")
    assert page is not None
    origin, corrected, undone, doubted = page.toPlainText().splitlines()
    assert "6,3 tỷ đồng" in origin
    assert "Lan: correct – state open → corrected; value 6,3 → 7,25 (taken back by Lan" in corrected
    assert "Lan: took back: correct" in undone
    assert "Lan: mark as doubtful – state open → doubtful" in doubted
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(bench.panes.table.hasFocus)


def test_history_tells_how_long_a_figure_was_looked_at(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press(Qt.Key.Key_Return)
    session_of(bench).desk.go_to(first.id)
    press(Qt.Key.Key_H, CONTROL)
    page = bench.window.findChild(QTextBrowser, "historyPage")
    assert page is not None
    _, accepted = page.toPlainText().splitlines()
    assert re.search(r"looked at for: \d+,\d s$", accepted)


def test_history_of_an_untouched_figure_says_so(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_H, CONTROL)
    page = bench.window.findChild(QTextBrowser, "historyPage")
    assert page is not None
    assert "Nobody has changed anything yet." in page.toPlainText()


def test_model_of_notes_is_sound(bench: Workbench) -> None:
    model = NoteListModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    session = session_of(bench)
    session.annotator.write_note("một", None, current_of(bench).id)
    model.show_notes(_notes(bench), REPORT)
    model.search("không có")
    assert model.rowCount() == 0
    model.search("MOT")
    assert "6,3 tỷ đồng" in model.index(0).data()


def test_open_note_is_marked_in_the_source_and_a_settled_one_is_not(bench: Workbench, press: Press) -> None:
    view = bench.panes.source.findChild(TextView)
    assert view is not None
    press(Qt.Key.Key_Down)
    clean = view.grab().toImage()
    figure = session_of(bench).workspace.index(1).ids[0]
    session_of(bench).annotator.write_note("hỏi lại", None, figure)
    assert view.grab().toImage() != clean
    session_of(bench).annotator.toggle_note(_notes(bench)[0])
    assert view.grab().toImage() == clean


def test_notes_of_all_reports_are_listed_searched_and_gone_to(
    bench: Workbench, press: Press, tmp_path: Path
) -> None:
    _write(press, "hoi lai So Tai chinh")
    first = current_of(bench)
    other = tmp_path / "thang-hai.txt"
    other.write_text("I. Y te\nCo 77 vu.\nCo 78 vu.\n", encoding="utf-8")
    bench.open_files([other])
    bench.panes.table.setFocus()
    assert session_of(bench).desk.report_id != first.report_id
    _write(press, "xem lai bang nay")
    press(Qt.Key.Key_H, CONTROL | SHIFT)
    notes = bench.panes.outline.notes
    listed = [notes.notes.index(row).data() for row in range(notes.notes.rowCount())]
    assert ["xem lai" in listed[0], "hoi lai" in listed[1]] == [True, True]
    assert "6,3 tỷ đồng" in listed[1]
    assert "Báo cáo" in listed[1]
    notes.search_edit.setText("bao cao so tai")
    assert notes.notes.rowCount() == 1
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_M, CONTROL | SHIFT)
    assert _notes(bench)[0].state is NoteState.SETTLED
    assert notes.notes.index(0).data().startswith("✓")
    press(Qt.Key.Key_Return)
    assert current_of(bench).id == first.id
    assert bench.panes.table.hasFocus()
    notes.search_edit.clear()
    press(Qt.Key.Key_H, CONTROL | SHIFT)
    assert notes.notes.rowCount() == 1
