"""Differences are settled with one key, rules set and error rates read without a mouse."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.fields import fields
from desktop.core.figures import Value
from desktop.core.rereading import Mode, Outcome, RuleScope, SecondReading, SecondRule
from desktop.operations import rereading, reviewing
from desktop.operations.importing import Imported, import_file
from desktop.operations.rereading_state import readings_of, rules_of
from desktop.operations.workspaces import Workspace, open_workspace
from desktop.ui.dialogs.differences_dialog import DifferencesDialog
from desktop.ui.dialogs.error_rates_dialog import ErrorRatesDialog
from desktop.ui.dialogs.rereading_rules_dialog import RereadingRulesDialog
from desktop.ui.workbench import Workbench
from tests.operations.analysing import TextAnalyser
from tests.ui.conftest import OpenWindow, session_of, stored_of

Press = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def _read_differently(workspace: Workspace, figure_id: int, value: str) -> None:
    (figure,) = workspace.figures([figure_id])
    second = replace(figure.effective, value=Value.parse(value))
    workspace.apply(rereading.read_again(figure_id, Mode.REVIEW, second))


@pytest.fixture
def report_id(location: Path, report_file: Path) -> Iterator[int]:
    """Return a report that Hoa went through and Mai read otherwise in two places: 6,8 and 281."""
    first, second = open_workspace(location, "Hoa"), open_workspace(location, "Mai")
    imported = import_file(first, TextAnalyser(), report_file)
    assert isinstance(imported, Imported)
    figures = first.figures(first.index(imported.report_id).ids)
    first.apply(reviewing.accept([figure.id for figure in figures if figure.text != "77/88"]))
    for figure, value in ((figures[0], "6.8"), (figures[2], "281")):
        _read_differently(second, figure.id, value)
    yield imported.report_id
    first.close()
    second.close()


@pytest.fixture
def opened(report_id: int, open_window: OpenWindow) -> Workbench:
    """Return Lan's window on that report."""
    return open_window()


def front(kind: type[DifferencesDialog]) -> DifferencesDialog:
    """Return the dialog in front."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def readings(bench: Workbench) -> list[SecondReading]:
    """Return the second readings kept."""
    return readings_of(session_of(bench).workspace)


def test_both_readings_stand_side_by_side_over_the_place(opened: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F8, CONTROL)
    dialog = front(DifferencesDialog)
    assert "Hoa" in dialog.first_label.text()
    assert "≠ Value: 6,3" in dialog.first_label.text()
    assert "Mai" in dialog.second_label.text()
    assert "≠ Value: 6,8" in dialog.second_label.text()
    assert "≠" not in dialog.first_label.text().replace("≠ Value", "")
    assert "Thu ngân sách 6,3 tỷ đồng" in dialog.place.accessibleDescription()


def test_one_key_settles_each_and_the_dialog_closes_after_the_last(opened: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F8, CONTROL)
    press("1")
    press("2")
    assert QApplication.activeModalWidget() is None
    first, second = readings(opened)
    assert (first.outcome, first.settled_by) == (Outcome.FIRST, "Lan")
    assert second.outcome is Outcome.SECOND
    assert str(stored_of(opened, first.figure_id).effective.value) == "6.3"
    assert str(stored_of(opened, second.figure_id).effective.value) == "281"


def test_third_key_takes_what_is_typed(opened: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F8, CONTROL)
    press("3")
    press("6,4")
    press(Qt.Key.Key_Return)
    reading = readings(opened)[0]
    assert (reading.outcome, str(stored_of(opened, reading.figure_id).effective.value)) == (
        Outcome.OTHER,
        "6.4",
    )


def test_enter_alone_settles_nothing_and_escape_leaves_it_for_later(opened: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F8, CONTROL)
    press(Qt.Key.Key_Return)
    press("3")
    press("9")
    press(Qt.Key.Key_Escape)
    assert front(DifferencesDialog).isVisible()
    press(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert {each.outcome for each in readings(opened)} == {Outcome.DIFFERS}


def test_settlement_is_undone_with_one_key(opened: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F8, CONTROL)
    press("2")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Z, CONTROL)
    reading = readings(opened)[0]
    assert (reading.outcome, str(stored_of(opened, reading.figure_id).effective.value)) == (
        Outcome.DIFFERS,
        "6.3",
    )


def test_rule_of_the_report_is_set_by_keys(
    opened: Workbench, press: Press, report_id: int, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F7, CONTROL | SHIFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RereadingRulesDialog)
    press(Qt.Key.Key_G, ALT)
    qtbot.waitUntil(dialog.review_box.isChecked)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    press("20")
    press(Qt.Key.Key_Return)
    expected = SecondRule(RuleScope(report_id), is_reviewed=True, is_rekeyed=True, share=20)
    assert rules_of(session_of(opened).workspace) == [expected]
    press(Qt.Key.Key_Z, CONTROL)
    assert rules_of(session_of(opened).workspace) == []


def test_rule_of_a_field_is_shown_again(opened: Workbench, press: Press, qtbot: QtBot) -> None:
    for is_set in (False, True):
        press(Qt.Key.Key_F7, CONTROL | SHIFT)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RereadingRulesDialog)
        assert not dialog.signer_box.isChecked()
        press(Qt.Key.Key_Down)
        assert dialog.signer_box.isChecked() == is_set
        if not is_set:
            press(Qt.Key.Key_N, ALT)
            qtbot.waitUntil(dialog.signer_box.isChecked)
        press(Qt.Key.Key_Return)
    (rule,) = rules_of(session_of(opened).workspace)
    assert rule.scope.tag in {field.key for field in fields()}
    assert (rule.is_reviewed, rule.is_rekeyed, rule.has_other_signer) == (False, False, True)


def test_error_rates_are_shown_by_person_and_by_kind(opened: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F8, CONTROL)
    press("1")
    press("2")
    press(Qt.Key.Key_F8, CONTROL | SHIFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ErrorRatesDialog)
    rows = [
        [dialog.model.item(row, column).text() for column in range(dialog.model.columnCount())]
        for row in range(dialog.model.rowCount())
    ]
    assert rows == [
        ["Hoa", "2", "1", "50 %", "0", "0", "–"],
        ["Mai", "0", "0", "–", "2", "1", "50 %"],
        ["level", "2", "1", "50 %", "2", "1", "50 %"],
    ]
    press(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_nothing_to_settle_is_said(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F8, CONTROL)
    assert "No difference waits" in bench.window.statusBar().currentMessage()
