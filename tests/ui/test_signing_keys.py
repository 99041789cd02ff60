"""Signing a report off and opening it again, with real keys; what is signed is locked and shown."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.figures import Verdict
from desktop.operations.annotations import read_annotations
from desktop.ui.dialogs.reopening_dialog import ReopeningDialog
from desktop.ui.workbench import Workbench
from tests.ui.conftest import FIGURE_COUNT, OpenWindow, current_of, session_of, stored_of

Press = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def messages(bench: Workbench) -> str:
    """Return what the panel of messages says."""
    return "\n".join(bench.messages.lines())


def signature(bench: Workbench) -> str:
    """Return what the header says of the signature, "" where it is hidden."""
    label = bench.header.signature_label
    return label.text() if label.isVisible() else ""


@pytest.fixture
def signed(bench: Workbench, press: Press, qtbot: QtBot) -> Workbench:
    """Return the window with its report gone through and signed off."""
    for _ in range(FIGURE_COUNT):
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9, CONTROL)
    qtbot.waitUntil(lambda: bool(signature(bench)))
    return bench


def test_report_with_something_open_is_refused_in_one_line_and_shown_where(
    bench: Workbench, press: Press
) -> None:
    for _ in range(FIGURE_COUNT - 1):
        press(Qt.Key.Key_Return)
    left = current_of(bench).id
    press(Qt.Key.Key_F3, SHIFT)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_F9, CONTROL)
    assert current_of(bench).id == left
    assert "còn 1 số liệu chưa xác nhận" in messages(bench)
    assert not session_of(bench).workspace.reports()[0].is_signed_off


def test_why_it_could_not_be_signed_goes_once_it_is_signed(bench: Workbench, press: Press) -> None:
    for _ in range(2):
        press(Qt.Key.Key_F9, CONTROL)
    assert len(bench.messages.lines()) == 1
    for _ in range(FIGURE_COUNT):
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9, CONTROL)
    assert session_of(bench).workspace.reports()[0].is_signed_off
    assert (bench.messages.lines(), bench.messages.isVisible()) == ([], False)


def test_doubtful_figure_stands_in_the_way_as_well(bench: Workbench, press: Press) -> None:
    doubtful = current_of(bench).id
    press(Qt.Key.Key_F4)
    for _ in range(FIGURE_COUNT - 1):
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9, CONTROL)
    assert current_of(bench).id == doubtful
    assert "1 nghi vấn" in messages(bench)


def test_signature_stands_in_the_header_and_in_the_list_of_reports(signed: Workbench) -> None:
    assert signature(signed).startswith("✔ signed off by Lan")
    assert "signed off by Lan" in signed.panes.outline.reports.index(0).data()


def test_signed_report_is_locked(signed: Workbench, press: Press) -> None:
    figure = current_of(signed)
    press(Qt.Key.Key_F4)
    press("99")
    press(Qt.Key.Key_Return)
    after = stored_of(signed, figure.id)
    assert (after.verdict, after.effective) == (figure.verdict, figure.effective)
    assert "đã được Lan ký xác nhận" in messages(signed)


def test_undo_takes_the_signature_back_and_then_the_verdicts(
    signed: Workbench, press: Press, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: not signature(signed))
    press(Qt.Key.Key_Z, CONTROL)
    assert session_of(signed).workspace.progress().open == 1
    actions = [entry.action for entry in session_of(signed).workspace.log()[-3:]]
    assert actions == ["sign_off", "undo_sign_off", "undo_accept"]


def test_report_is_opened_again_for_a_reason_only(signed: Workbench, press: Press, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F9, CONTROL | SHIFT)
    press(Qt.Key.Key_Return)
    assert isinstance(QApplication.activeModalWidget(), ReopeningDialog)
    press("so lieu sua lai")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not signature(signed))
    entry = session_of(signed).workspace.log()[-1]
    assert (entry.action, entry.new["reason"]) == ("reopen_report", "so lieu sua lai")
    press(Qt.Key.Key_F4)
    assert session_of(signed).workspace.progress().doubtful == 1


def test_signature_is_there_after_a_restart(
    signed: Workbench, open_window: OpenWindow, report_file: Path, qtbot: QtBot
) -> None:
    signed.window.close()
    again = open_window()
    qtbot.waitUntil(lambda: bool(signature(again)))
    assert current_of(again).verdict is not Verdict.OPEN


def test_tag_and_note_are_refused_in_a_line_that_says_who_signed(signed: Workbench, press: Press) -> None:
    workspace, report_id = session_of(signed).workspace, current_of(signed).report_id
    status = signed.window.statusBar()
    status.clearMessage()
    press(Qt.Key.Key_T, CONTROL | SHIFT)
    assert "được Lan ký xác nhận" in messages(signed)
    press(Qt.Key.Key_M, CONTROL)
    press("hoi lai")
    press(Qt.Key.Key_Return)
    assert messages(signed).startswith("hoi lai: ")
    assert messages(signed).count("được Lan ký xác nhận") == 1
    assert status.currentMessage() == ""
    assert [section.tags for section in workspace.sections(report_id) if section.tags] == []
    assert read_annotations(workspace, report_id).notes == ()
