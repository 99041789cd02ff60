"""Findings in the window, with real keys: seen, walked, settled, filtered, gone with a correction."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop.core.figures import Value
from desktop.core.findings import StandingFinding
from desktop.operations import reviewing
from desktop.operations.findings import check_report
from desktop.ui import finding_watch
from desktop.ui.labels import FINDING_SIGN
from desktop.ui.models.figure_order import Order
from desktop.ui.models.figure_table_model import Column
from desktop.ui.workbench import Workbench
from tests.ui.conftest import OpenWindow, current_of, named, session_of, stored_of

Press = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

REPORT = (
    "Thu 40 tỷ đồng.\n"
    "Xử lý 100 vụ, gồm: ma túy 60 vụ, cờ bạc 30 vụ.\n"
    "Có 7 tài khoản.\n"
    "Cấp 50 tài khoản, trong đó có 80 tài khoản mới.\n"
)
"""Its figures from 0: 40, 100, 60, 30, 7, 50, 80; the first part falls short, the last is above its whole."""

SHORT, PART, OVER = 1, 3, 6


@pytest.fixture
def checked(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Workbench:
    """Return a window with the report open and its findings known."""
    path = tmp_path / "khong-khop.txt"
    path.write_text(REPORT, encoding="utf-8")
    bench = open_window()
    bench.open_files([path])
    bench.panes.table.setFocus()
    qtbot.waitUntil(lambda: session_of(bench).findings.open_count == 2)
    return bench


def at(bench: Workbench) -> int:
    """Return which figure of the report is the current one, from 0."""
    return session_of(bench).desk.figures.rows.position_of(current_of(bench).id)


def line(bench: Workbench) -> str:
    """Return what stands under the fields about findings, "" where there is nothing."""
    label = named(bench, QLabel, "findingLine")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def header(bench: Workbench) -> str:
    """Return what the header says of findings, "" where it says nothing."""
    label = bench.header.findings_label
    return label.text() if label.isVisible() else ""


def painted(bench: Workbench, row: int) -> str:
    """Return what the table paints as the state of the figure in a row."""
    delegate = bench.panes.table.itemDelegateForColumn(Column.STATE)
    assert isinstance(delegate, QStyledItemDelegate)
    option = QStyleOptionViewItem()
    delegate.initStyleOption(option, session_of(bench).desk.figures.index(row, Column.STATE))
    return str(option.text)


def standing(bench: Workbench) -> tuple[StandingFinding, ...]:
    """Return the findings as the workspace has them."""
    return check_report(session_of(bench).workspace, 1).standing


def test_header_counts_findings_and_the_row_bears_their_sign(checked: Workbench) -> None:
    assert header(checked) == f"{FINDING_SIGN} 2 finding(s)"
    assert [row for row in range(7) if FINDING_SIGN in painted(checked, row)] == [SHORT, OVER]


def test_keys_walk_the_open_findings_round_the_end(checked: Workbench, press: Press) -> None:
    walked = []
    for modifier in (CONTROL, CONTROL, CONTROL, CONTROL | SHIFT):
        press(Qt.Key.Key_F3, modifier)
        walked.append(at(checked))
    assert walked == [SHORT, OVER, SHORT, OVER]


def test_sentence_under_the_fields_tells_the_numbers_and_a_key_leads_to_them(
    checked: Workbench, press: Press
) -> None:
    press(Qt.Key.Key_F3, CONTROL)
    assert "100 vụ" in line(checked)
    assert "90 vụ" in line(checked)
    assert "60 vụ; 30 vụ" in line(checked)
    walked = []
    for _ in range(3):
        press(Qt.Key.Key_F5, CONTROL)
        walked.append(at(checked))
        assert "90 vụ" in line(checked)
    assert walked == [2, PART, SHORT]
    press(Qt.Key.Key_Up)
    assert line(checked) == ""


def test_one_key_settles_and_once_more_opens_again(checked: Workbench, press: Press, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F3, CONTROL)
    press(Qt.Key.Key_F5)
    assert [each.is_open for each in standing(checked)] == [False, True]
    qtbot.waitUntil(lambda: header(checked) == f"{FINDING_SIGN} 1 finding(s)")
    assert line(checked).startswith("✓")
    press(Qt.Key.Key_F3, CONTROL)
    press(Qt.Key.Key_F3, CONTROL)
    assert at(checked) == OVER
    press(Qt.Key.Key_F3, SHIFT)
    session_of(checked).desk.go_to(standing(checked)[0].finding.figure_id)
    press(Qt.Key.Key_F5)
    assert [each.is_open for each in standing(checked)] == [True, True]


def test_settling_is_taken_back_with_undo(checked: Workbench, press: Press, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F3, CONTROL)
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_Z, CONTROL)
    assert all(each.is_open for each in standing(checked))
    qtbot.waitUntil(lambda: header(checked) == f"{FINDING_SIGN} 2 finding(s)")
    press(Qt.Key.Key_Y, CONTROL)
    assert [each.is_open for each in standing(checked)] == [False, True]


def test_note_says_why_the_source_is_right(checked: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F3, CONTROL)
    press(Qt.Key.Key_F5, SHIFT)
    press("da hoi Cong an tinh")
    press(Qt.Key.Key_Return)
    assert [each.note for each in standing(checked)] == ["da hoi Cong an tinh", ""]
    press(Qt.Key.Key_F3, CONTROL)
    press(Qt.Key.Key_F5, SHIFT)
    press("khong")
    press(Qt.Key.Key_Escape)
    assert [each.is_open for each in standing(checked)] == [False, True]


def test_finding_goes_by_itself_when_a_part_is_corrected(
    checked: Workbench, press: Press, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F3, CONTROL)
    press(Qt.Key.Key_F5, CONTROL)
    press(Qt.Key.Key_F5, CONTROL)
    assert at(checked) == PART
    press("40")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: header(checked) == f"{FINDING_SIGN} 1 finding(s)")
    press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: header(checked) == f"{FINDING_SIGN} 2 finding(s)")


def test_filter_leaves_the_figures_with_findings_and_counts_them(checked: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F11)
    press("finding")
    press(Qt.Key.Key_Return)
    rows = session_of(checked).desk.figures.rows
    assert [rows.position_of(rows.id_at(row)) for row in range(len(rows))] == [SHORT, OVER]
    assert at(checked) == SHORT


def test_what_needs_a_look_first_begins_with_findings(checked: Workbench) -> None:
    figures = session_of(checked).desk.figures
    figures.set_order(Order.ATTENTION)
    first = [figures.rows.position_of(figures.rows.id_at(row)) for row in range(3)]
    assert first == [SHORT, OVER, 0]


def test_report_without_findings_says_nothing_of_them(bench: Workbench, press: Press, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: session_of(bench).findings.is_known)
    assert header(bench) == ""
    before = current_of(bench).id
    press(Qt.Key.Key_F3, CONTROL)
    press(Qt.Key.Key_F5)
    assert current_of(bench).id == before
    assert "finding" in bench.window.statusBar().currentMessage()


def test_signing_off_tells_how_many_findings_are_left(checked: Workbench, press: Press) -> None:
    for _ in range(7):
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9, CONTROL)
    assert "2 finding(s) were left open" in checked.window.statusBar().currentMessage()
    press(Qt.Key.Key_F3, CONTROL)
    press(Qt.Key.Key_F5)
    assert "khong-khop.txt" in "\n".join(checked.messages.lines())
    assert all(each.is_open for each in standing(checked))


def test_history_tells_what_was_said_of_a_finding(checked: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F3, CONTROL)
    press(Qt.Key.Key_F5)
    settled = [each for each in session_of(checked).workspace.log() if each.action == "settle_finding"]
    assert [each.figure_id for each in settled] == [current_of(checked).id]
    assert stored_of(checked, current_of(checked).id).verdict == "open"


def test_rules_are_not_imported_with_the_window() -> None:
    """They pull in the word lists; the first check does, when the report was painted."""
    code = "import sys, desktop.ui.review_session, desktop.ui.workbench; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "desktop.ui.finding_watch" in done.stdout.split()
    assert not [name for name in done.stdout.split() if name.startswith("desktop.core.checks")]


def test_dialog_for_the_note_takes_the_keyboard(checked: Workbench, press: Press, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F3, CONTROL)
    press(Qt.Key.Key_F5, SHIFT)
    edit = checked.window.findChild(QLineEdit, "findingNote")
    assert edit is not None
    qtbot.waitUntil(edit.hasFocus)
    press(Qt.Key.Key_Escape)


def test_long_check_waits_until_the_clerk_rests(
    checked: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding_watch, "_MANY_FIGURES", 1)
    monkeypatch.setattr(finding_watch, "_AT_REST_MS", 1)
    places = iter(range(4))
    asked: list[int] = []

    def whereabouts() -> int:
        asked.append(next(places, 4))
        return asked[-1]

    watch = session_of(checked).findings
    watch.heed(whereabouts)
    session = session_of(checked)
    figure_id = session.desk.figures.rows.ids[PART]
    (figure,) = session.workspace.figures([figure_id])
    said = replace(figure.read, value=Value(Decimal(40)))
    assert session.clerk.perform(reviewing.correct(figure_id, said))
    qtbot.waitUntil(lambda: watch.open_count == 1)
    assert asked == [0, 1, 2, 3, 4, 4]
