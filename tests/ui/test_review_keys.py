"""The clerk's loop with real keys on the real window and workspace."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from desktop.core.figures import Origin, Verdict
from desktop.ui.workbench import Workbench
from tests.ui.conftest import FIGURE_COUNT, current_of, session_of, stored_of

Press = Callable[..., None]
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_Return, None), (Qt.Key.Key_Enter, KEYPAD)])
def test_either_enter_accepts_and_goes_to_the_next_open_figure(
    bench: Workbench, press: Press, key: Qt.Key, modifier: Qt.KeyboardModifier | None
) -> None:
    first = current_of(bench)
    press(key, modifier or Qt.KeyboardModifier.NoModifier)
    assert stored_of(bench, first.id).verdict is Verdict.ACCEPTED
    assert current_of(bench).text == "20%"


def test_typed_digits_and_enter_correct_the_value_and_go_on(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press("7,25")
    press(Qt.Key.Key_Return)
    corrected = stored_of(bench, first.id)
    assert corrected.verdict is Verdict.CORRECTED
    assert corrected.effective.value.number == Decimal("7.25")
    assert corrected.effective.unit == "tỷ đồng"
    assert corrected.read.value.number == Decimal("6.3")
    assert current_of(bench).text == "20%"
    assert bench.panes.table.hasFocus()


def test_first_digit_replaces_the_value_and_is_echoed_below(bench: Workbench, press: Press) -> None:
    press("21")
    assert bench.panes.fields.form.value_edit.text() == "21"
    assert bench.panes.fields.form.words_label.text() == "hai mươi mốt tỷ đồng"


def test_keypad_point_is_the_decimal_comma(bench: Workbench, press: Press) -> None:
    press("6")
    press(Qt.Key.Key_Period, KEYPAD)
    press("5")
    assert bench.panes.fields.form.value_edit.text() == "6,5"


def test_f2_edits_the_value_as_it_stands(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "6,3"
    assert editor.selectedText() == "6,3"


def test_escape_leaves_the_editor_and_changes_nothing(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press("99")
    press(Qt.Key.Key_Escape)
    assert stored_of(bench, first.id).verdict is Verdict.OPEN
    assert current_of(bench).id == first.id
    assert bench.panes.table.hasFocus()
    assert bench.panes.fields.form.value_edit.text() == "6,3"


@pytest.mark.parametrize("key", [Qt.Key.Key_F5, Qt.Key.Key_Up, Qt.Key.Key_PageDown])
def test_key_that_means_nothing_in_the_editor_does_no_harm(
    bench: Workbench, press: Press, key: Qt.Key
) -> None:
    first = current_of(bench)
    press("99")
    press(key)
    assert bench.panes.table.is_editing
    press(Qt.Key.Key_Escape)
    assert stored_of(bench, first.id).verdict is Verdict.OPEN


def test_unreadable_value_keeps_the_editor_open(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press("1,,")
    press(Qt.Key.Key_Return)
    assert bench.panes.table.is_editing
    assert stored_of(bench, first.id).verdict is Verdict.OPEN
    assert "1,," in bench.window.statusBar().currentMessage()


def test_letters_are_no_shortcuts_and_start_nothing(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press("abcdefghijklmnopqrstuvwxyz")
    assert not bench.panes.table.is_editing
    assert current_of(bench).id == first.id
    assert session_of(bench).workspace.progress().open == FIGURE_COUNT


def test_delete_asks_for_a_reason_and_one_key_gives_it(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press(Qt.Key.Key_Delete)
    press("3")
    dismissed = stored_of(bench, first.id)
    assert (dismissed.verdict, dismissed.reason) == (Verdict.DISMISSED, "legal")
    assert current_of(bench).text == "20%"


def test_escape_dismisses_nothing(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Escape)
    assert stored_of(bench, first.id).verdict is Verdict.OPEN


def test_another_reason_is_kept_in_the_clerks_words(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press(Qt.Key.Key_Delete)
    press("9")
    press("so cu")
    press(Qt.Key.Key_Return)
    assert stored_of(bench, first.id).reason == "other: so cu"


def test_f4_marks_as_doubtful_and_goes_on(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press(Qt.Key.Key_F4)
    assert stored_of(bench, first.id).verdict is Verdict.DOUBTFUL
    assert current_of(bench).id != first.id


def test_shift_f4_reopens(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_F4, SHIFT)
    assert stored_of(bench, first.id).verdict is Verdict.OPEN


def test_f3_and_shift_f3_walk_the_open_figures_only(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F3, SHIFT)
    assert current_of(bench).text == "6,3 tỷ đồng"
    press(Qt.Key.Key_F3)
    assert current_of(bench).text == "218 vụ"


def test_walk_goes_round_the_end(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F3, SHIFT)
    assert current_of(bench).text == "3 vụ"
    press(Qt.Key.Key_F3)
    assert current_of(bench).text == "6,3 tỷ đồng"


def test_number_nobody_has_read_comes_filled_in_and_one_key_claims_it(bench: Workbench, press: Press) -> None:
    for _ in range(4):
        press(Qt.Key.Key_Down)
    unread = current_of(bench)
    assert unread.origin is Origin.LEDGER
    assert bench.panes.fields.form.indicator_edit.text() == "mã"
    press(Qt.Key.Key_Return)
    kept = stored_of(bench, unread.id)
    assert (kept.verdict, kept.said) == (Verdict.CORRECTED, unread.read)
    assert current_of(bench).text == "13.160 tài khoản"


def test_undo_and_redo_go_back_to_the_figure(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_Z, CONTROL)
    assert current_of(bench).id == first.id
    assert stored_of(bench, first.id).verdict is Verdict.OPEN
    assert bench.window.statusBar().currentMessage() == "Taken back: accept"
    press(Qt.Key.Key_Y, CONTROL)
    assert stored_of(bench, first.id).verdict is Verdict.ACCEPTED
    assert current_of(bench).id == first.id


def test_going_to_a_figure_selects_its_row_alone_whatever_keys_are_held(bench: Workbench) -> None:
    desk, table = session_of(bench).desk, bench.panes.table
    for modifier in (CONTROL, SHIFT):
        QTest.keyPress(table, Qt.Key.Key_Control if modifier is CONTROL else Qt.Key.Key_Shift, modifier)
        desk.go_to_next_open()
        QTest.keyRelease(table, Qt.Key.Key_Control if modifier is CONTROL else Qt.Key.Key_Shift)
        assert table.selected_ids() == [current_of(bench).id]
        assert len(table.selectionModel().selectedRows()) == 1


def test_undo_is_logged_and_erases_nothing(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, CONTROL)
    actions = [entry.action for entry in session_of(bench).workspace.log()]
    assert actions == ["import", "accept", "undo_accept"]


def test_fields_are_corrected_with_the_keyboard_alone(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press(Qt.Key.Key_F2, SHIFT)
    press("nghin ty dong")
    press(Qt.Key.Key_Return)
    corrected = stored_of(bench, first.id)
    assert corrected.effective.unit == "nghin ty dong"
    assert corrected.verdict is Verdict.CORRECTED
    assert current_of(bench).id != first.id
    assert bench.panes.table.hasFocus()


def test_enter_in_untouched_fields_accepts(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_Return)
    assert stored_of(bench, first.id).verdict is Verdict.ACCEPTED


def test_note_left_behind_is_kept_without_a_verdict(bench: Workbench, press: Press, qtbot: QtBot) -> None:
    first = current_of(bench)
    bench.panes.fields.note_edit.setFocus()
    press("hoi lai")
    bench.panes.table.setFocus()
    press(Qt.Key.Key_Down)
    kept = stored_of(bench, first.id)
    assert (kept.note, kept.verdict) == ("hoi lai", Verdict.OPEN)


def test_escape_in_the_fields_restores_them(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F2, SHIFT)
    press("vu")
    press(Qt.Key.Key_Escape)
    assert bench.panes.fields.form.unit_edit.text() == "tỷ đồng"
    assert bench.panes.table.hasFocus()


def test_progress_and_ledger_follow_each_verdict(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Delete)
    press("1")
    labels = [bench.window.findChild(QLabel, name) for name in ("progressLabel", "ledgerLabel")]
    progress = session_of(bench).workspace.progress()
    assert [label.text() for label in labels if label] == [
        f"1/{FIGURE_COUNT} verified",
        f"ledger: {progress.ledger_open} left",
    ]


def test_f6_goes_round_all_panes_and_back(bench: Workbench, press: Press) -> None:
    panes = bench.panes
    seen = []
    for _ in range(5):
        press(Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen[0] is panes.fields.form.value_edit
    assert seen[1] is panes.outline.section_tree
    assert seen[2] is panes.outline.report_list
    assert panes.source.isAncestorOf(seen[3] or bench.window)
    assert seen[4] is panes.table
    press(Qt.Key.Key_F6, SHIFT)
    assert panes.source.isAncestorOf(QApplication.focusWidget() or bench.window)


def test_selected_rows_are_accepted_together(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Return)
    assert session_of(bench).workspace.progress().verified == 3
    press(Qt.Key.Key_Z, CONTROL)
    assert session_of(bench).workspace.progress().verified == 0


def test_f1_shows_every_key(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F1)
    dialog = bench.window.findChild(QDialog, "keysDialog")
    assert dialog is not None
    assert dialog.isVisible()


def test_f10_opens_the_menus(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F10)
    assert bench.window.menuBar().activeAction() is bench.window.menuBar().actions()[0]
    menu = bench.window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.close()
