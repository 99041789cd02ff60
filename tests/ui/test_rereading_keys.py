"""The second reading with real keys: what is hidden stays hidden, and nothing is settled unseen."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.core.displays import value_text
from desktop.core.figures import Value, Verdict
from desktop.core.rereading import Mode, Outcome, RuleScope, SecondReading, SecondRule
from desktop.core.words import in_words
from desktop.operations import reviewing
from desktop.operations.importing import Imported, import_file
from desktop.operations.rereading import set_rule
from desktop.operations.rereading_state import readings_of, standing_of
from desktop.operations.workspaces import Workspace, open_workspace
from desktop.ui.workbench import Workbench
from tests.operations.analysing import TextAnalyser
from tests.ui.conftest import OpenWindow, session_of, stored_of

Press = Callable[..., None]
Begin = Callable[..., Workbench]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

VALUES = ["6.3", "20", "218", "5.2", "13160", "3"]
"""What the figures of the report say, in reading order, the number nobody could read left out."""

HIDDEN = "98765"
"""A value that stands nowhere on the page."""


@pytest.fixture
def verified(location: Path, report_file: Path) -> Workspace:
    """Return the workspace with its report gone through by Hoa."""
    workspace = open_workspace(location, "Hoa")
    imported = import_file(workspace, TextAnalyser(), report_file)
    assert isinstance(imported, Imported)
    figures = workspace.figures(workspace.index(imported.report_id).ids)
    unread = [figure.id for figure in figures if figure.text == "77/88"]
    workspace.apply(reviewing.dismiss(unread, "legal"))
    workspace.apply(reviewing.accept([figure.id for figure in figures if figure.id not in unread]))
    return workspace


@pytest.fixture
def begin(verified: Workspace, open_window: OpenWindow, press: Press) -> Begin:
    """Return what opens Lan's window and begins her second reading under a rule."""

    def begin_it(**rule: object) -> Workbench:
        report_id = verified.reports()[0].id
        verified.apply(set_rule(SecondRule(RuleScope(report_id), **rule)))  # type: ignore[arg-type]
        verified.close()
        bench = open_window()
        press(Qt.Key.Key_F7, CONTROL)
        return bench

    return begin_it


def readings(bench: Workbench) -> list[SecondReading]:
    """Return the second readings kept."""
    return readings_of(session_of(bench).workspace)


def said(bench: Workbench) -> str:
    """Return the line in the status bar."""
    return bench.window.statusBar().currentMessage()


def texts_of(widget: QWidget) -> list[str]:
    """Return all that a widget tells: what it shows, its tooltip, and what a screen reader says of it."""
    told = [widget.toolTip(), widget.statusTip(), widget.whatsThis()]
    told += [widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, QLabel | QLineEdit):
        told.append(widget.text())
    if isinstance(widget, QLineEdit):
        told.append(widget.placeholderText())
    if isinstance(widget, QComboBox):
        told.append(widget.currentText())
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        told.append(widget.toPlainText())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        told += _cells(widget.model(), QModelIndex())
    return told


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> list[str]:
    told: list[str] = []
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount() if isinstance(model, QAbstractTableModel) else 1):
            index = model.index(row, column, parent)
            told += [str(text) for text in model.itemData(index).values() if isinstance(text, str)]
            told += _cells(model, index)
    return told


def test_enter_agrees_with_one_key_a_figure(begin: Begin, press: Press) -> None:
    bench = begin(is_reviewed=True)
    assert bench.panes.rereading.isVisible()
    assert not bench.panes.table.isVisible()
    for _ in VALUES:
        press(Qt.Key.Key_Return)
    assert [str(each.second.value) for each in readings(bench)] == VALUES
    assert {(each.outcome, each.who, each.first_by) for each in readings(bench)} == {
        (Outcome.AGREES, "Lan", "Hoa")
    }
    assert bench.panes.table.isVisible()
    assert bench.panes.table.hasFocus()
    assert "Nothing is left" in said(bench)


def test_keypad_enter_agrees_as_well(begin: Begin, press: Press) -> None:
    bench = begin(is_reviewed=True)
    press(Qt.Key.Key_Enter)
    assert len(readings(bench)) == 1


def test_typed_value_disagrees_and_is_kept_beside_the_first(begin: Begin, press: Press) -> None:
    bench = begin(is_reviewed=True)
    press("6,8")
    press(Qt.Key.Key_Return)
    (reading,) = readings(bench)
    assert (str(reading.first.value), str(reading.second.value)) == ("6.3", "6.8")
    assert reading.outcome is Outcome.DIFFERS
    figure = stored_of(bench, reading.figure_id)
    assert (figure.verdict, figure.effective.value) == (Verdict.ACCEPTED, Value.parse("6.3"))
    assert "differ" in said(bench)


def test_edited_field_disagrees_too(begin: Begin, press: Press) -> None:
    bench = begin(is_reviewed=True)
    press(Qt.Key.Key_Tab)
    press("x")
    press(Qt.Key.Key_Return)
    (reading,) = readings(bench)
    assert reading.first.unit == "tỷ đồng"
    assert (reading.second.unit, reading.second.value) == ("x", Value.parse("6.3"))


def test_nothing_gives_a_hidden_value_away(verified: Workspace, begin: Begin, press: Press) -> None:
    ids = verified.verified_ids(verified.reports()[0].id)
    for figure in verified.figures(ids):
        said_wrongly = replace(figure.effective, value=Value.parse(HIDDEN))
        verified.apply(reviewing.correct(figure.id, said_wrongly))
    bench = begin(is_rekeyed=True, share=100)
    panel = bench.panes.rereading
    for number in range(1, len(ids) + 1):
        assert f"{number} of {len(ids)}" in panel.heading.text()
        assert (panel.form.value_edit.text(), panel.form.value_edit.hasFocus()) == ("", True)
        assert giveaways(bench) == []
        press("6,8")
        press(Qt.Key.Key_Return)
        assert "does not agree" in panel.hint.text()
        assert giveaways(bench) == []
        press(Qt.Key.Key_F3)
    press(Qt.Key.Key_F7, CONTROL)
    assert giveaways(bench) == []


def test_hidden_value_stays_hidden_outside_of_the_second_reading(
    verified: Workspace, begin: Begin, press: Press, qtbot: QtBot
) -> None:
    first = verified.figures(verified.verified_ids(verified.reports()[0].id))[0]
    verified.apply(reviewing.correct(first.id, replace(first.effective, value=Value.parse(HIDDEN))))
    bench = begin(is_rekeyed=True, share=100)
    press(Qt.Key.Key_F7, CONTROL)
    session_of(bench).desk.go_to(first.id)
    assert bench.panes.table.isVisible()
    for key, modifier in ((Qt.Key.Key_F2, None), (Qt.Key.Key_H, CONTROL), (Qt.Key.Key_F8, None)):
        press(key, modifier or Qt.KeyboardModifier.NoModifier)
        assert giveaways(bench) == []
    assert not bench.panes.table.is_editing
    assert QApplication.activeModalWidget() is None
    press(Qt.Key.Key_F, CONTROL | SHIFT)
    press("ty dong")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.waitUntil(lambda: any("•••" in text for text in found_in(dialog)))
    assert not any(HIDDEN in text for text in found_in(dialog))
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F7, CONTROL)
    for typed in ("6,3", "6,3"):
        press(typed)
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F7, CONTROL)
    qtbot.waitUntil(lambda: giveaways(bench) != [])


def test_who_verified_a_figure_sees_it_whoever_is_to_type_it(verified: Workspace, report_file: Path) -> None:
    report_id = verified.reports()[0].id
    verified.apply(set_rule(SecondRule(RuleScope(report_id), is_rekeyed=True, share=100)))
    assert verified.blind_ids(report_id) == frozenset()


def found_in(dialog: QWidget) -> list[str]:
    """Return what a dialog's lists tell."""
    return [text for each in dialog.findChildren(QAbstractItemView) for text in texts_of(each)]


def giveaways(bench: Workbench) -> list[str]:
    """Return what the window tells of the value that no page has, wherever it can be seen or heard."""
    widgets = [each for each in bench.window.findChildren(QWidget) if each.isVisible()]
    told = [text for widget in widgets for text in texts_of(widget)]
    forms = (HIDDEN, value_text(Value.parse(HIDDEN)), in_words(Value.parse(HIDDEN), ""))
    return [text for text in told if any(form in text for form in forms)]


def test_value_typed_right_unseen_agrees(begin: Begin, press: Press) -> None:
    bench = begin(is_rekeyed=True, share=100)
    press("6,3")
    press(Qt.Key.Key_Return)
    (reading,) = readings(bench)
    assert (reading.mode, reading.outcome, reading.tries) == (Mode.REKEY, Outcome.AGREES, 1)


def test_mismatch_shows_the_page_larger_and_asks_once_more(begin: Begin, press: Press) -> None:
    bench = begin(is_rekeyed=True, share=100)
    panel = bench.panes.rereading
    before = panel.place._text.font().pointSizeF()
    press("6,8")
    press(Qt.Key.Key_Return)
    assert readings(bench) == []
    assert panel.form.value_edit.text() == ""
    assert "does not agree" in panel.hint.text()
    assert panel.place._text.font().pointSizeF() > before
    press("6,3")
    press(Qt.Key.Key_Return)
    (reading,) = readings(bench)
    assert (reading.outcome, reading.tries) == (Outcome.AGREES, 2)
    assert panel.place._text.font().pointSizeF() == before


def test_going_away_and_coming_back_gives_no_more_tries(begin: Begin, press: Press) -> None:
    bench = begin(is_rekeyed=True, share=100)
    press("6,8")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_F3, SHIFT)
    press(Qt.Key.Key_F7, CONTROL)
    press(Qt.Key.Key_F7, CONTROL)
    assert "does not agree" in bench.panes.rereading.hint.text()
    press("6,3")
    press(Qt.Key.Key_Return)
    assert [each.tries for each in readings(bench)] == [2]


def test_second_mismatch_is_kept_to_be_settled(begin: Begin, press: Press) -> None:
    bench = begin(is_rekeyed=True, share=100)
    for typed in ("6,8", "6,9"):
        press(typed)
        press(Qt.Key.Key_Return)
    (reading,) = readings(bench)
    assert (str(reading.second.value), reading.outcome, reading.tries) == ("6.9", Outcome.DIFFERS, 2)


def test_number_typed_that_reads_two_ways_is_taken_the_other_way_with_one_key(
    begin: Begin, press: Press
) -> None:
    bench = begin(is_rekeyed=True, share=100)
    panel = bench.panes.rereading
    press("6.300")
    assert "6,3" in panel.form.other_reading.label.text()
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_Return)
    (reading,) = readings(bench)
    assert (reading.outcome, reading.tries) == (Outcome.AGREES, 1)


def test_enter_without_a_value_says_nothing_of_the_figure(begin: Begin, press: Press) -> None:
    bench = begin(is_rekeyed=True, share=100)
    press(Qt.Key.Key_Return)
    assert readings(bench) == []
    assert "Type the value first" in said(bench)


def test_share_is_drawn_by_the_program(begin: Begin, press: Press) -> None:
    bench = begin(is_rekeyed=True, share=30)
    assert "of 2" in bench.panes.rereading.heading.text()


def test_f3_walks_what_is_due_and_escape_leaves_typing(begin: Begin, press: Press) -> None:
    bench = begin(is_reviewed=True)
    panel = bench.panes.rereading
    press(Qt.Key.Key_F3)
    assert panel.form.value_edit.text() == "20"
    press("7")
    press(Qt.Key.Key_Escape)
    assert panel.form.value_edit.text() == "20"
    press(Qt.Key.Key_F3, SHIFT)
    press(Qt.Key.Key_F3, SHIFT)
    assert panel.form.value_edit.text() == "3"
    assert readings(bench) == []


def test_undo_brings_the_figure_back(begin: Begin, press: Press) -> None:
    bench = begin(is_reviewed=True)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, CONTROL)
    assert [str(each.second.value) for each in readings(bench)] == ["6.3"]
    assert bench.panes.rereading.form.value_edit.text() == "20"
    press(Qt.Key.Key_Y, CONTROL)
    assert len(readings(bench)) == 2


def test_first_readers_keys_rest_meanwhile_and_come_back(begin: Begin, press: Press) -> None:
    bench = begin(is_rekeyed=True, share=100)
    for key, modifier in ((Qt.Key.Key_F4, None), (Qt.Key.Key_F, CONTROL | SHIFT), (Qt.Key.Key_F2, None)):
        press(key, modifier or Qt.KeyboardModifier.NoModifier)
    assert QApplication.activeModalWidget() is None
    workspace = session_of(bench).workspace
    assert workspace.progress().doubtful == 0
    press(Qt.Key.Key_F7, CONTROL)
    assert bench.panes.table.isVisible()
    press(Qt.Key.Key_F4)
    assert workspace.progress().doubtful == 1


def test_who_verified_everything_is_told_that_others_read(
    verified: Workspace, open_window: OpenWindow, press: Press, report_file: Path
) -> None:
    report_id = verified.reports()[0].id
    ids = verified.verified_ids(report_id)
    verified.apply(reviewing.reopen(ids))
    verified.apply(set_rule(SecondRule(RuleScope(report_id), is_reviewed=True)))
    verified.close()
    bench = open_window()
    for _ in VALUES:
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F7, CONTROL)
    assert "others have to read it" in said(bench)
    assert not bench.actions["second_reading"].isChecked()
    assert len(standing_of(session_of(bench).workspace, report_id).due) == len(VALUES)


def test_report_without_a_rule_has_nothing_to_read(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F7, CONTROL)
    assert "Nothing is left here" in said(bench)
    assert bench.panes.table.isVisible()


def test_sign_off_waits_for_the_second_reading(begin: Begin, press: Press) -> None:
    bench = begin(is_reviewed=True)
    press(Qt.Key.Key_F7, CONTROL)
    press(Qt.Key.Key_F9, CONTROL)
    assert any("còn 6 số liệu chờ đọc lần hai" in line for line in bench.messages.lines())
