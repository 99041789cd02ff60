"""The ledger with real keys: shown in the report, walked, claimed, set aside, opened again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.core.figures import Origin, Verdict
from desktop.core.sections import LedgerKind
from desktop.ui.dialogs.figure_dialog import FigureDialog
from desktop.ui.marks import State
from desktop.ui.source.text_view import TextView
from desktop.ui.workbench import Workbench
from tests.ui.conftest import REPORT, OpenWindow, current_of, session_of, stored_of

Press = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DATE = REPORT.index("05/04/2021")


def view_of(bench: Workbench) -> TextView:
    """Return the view of the report's text."""
    view = bench.panes.source.findChild(TextView)
    assert view is not None
    return view


def lit(bench: Workbench) -> dict[str, int]:
    """Return how many places of the report are lit in each look, by the name of its state."""
    view = view_of(bench)
    looks = [span.look for span in view.lit_spans()]
    return {state.value: looks.count(view.looks().by_state[state]) for state in State}


def said(bench: Workbench) -> str:
    """Return what the status bar says."""
    return bench.window.statusBar().currentMessage()


def choose_run(bench: Workbench, press: Press, text: str) -> None:
    """Walk the ledger by keys to the run that reads so."""
    press(Qt.Key.Key_G, CONTROL | SHIFT)
    press(Qt.Key.Key_Home)
    for _ in range(bench.panes.outline.ledger.rowCount()):
        if f" {text} " in str(bench.panes.outline.ledger_list.currentIndex().data()):
            return
        press(Qt.Key.Key_Down)
    raise AssertionError(text)


def test_ctrl_g_shows_every_number_of_the_report_and_hides_them_again(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_Return)
    before = lit(bench)
    assert before["aside"] == 0
    press(Qt.Key.Key_G, CONTROL)
    rows = session_of(bench).workspace.ledger(current_of(bench).report_id)
    shown = lit(bench)
    assert shown["aside"] == sum(row.figure_id is None for row in rows) > 0
    assert (shown["accepted"], shown["open"], shown["ledger"]) == (1, 5, 1)
    press(Qt.Key.Key_G, CONTROL)
    assert lit(bench) == before


def test_reason_of_a_number_set_aside_is_told_beside_it_and_in_the_status_line(
    bench: Workbench, press: Press, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_G, CONTROL)
    view = view_of(bench)
    rect = next(view.fragments(DATE, DATE + 10))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert said(bench) == "“05/04/2021” · set aside: date"
    point = rect.center().toPoint()
    _hover(view, point)
    assert QToolTip.text() == "set aside: date"
    assert said(bench) == "set aside: date"


def test_reason_of_a_dismissed_figure_is_told_too(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_Delete)
    press("3")
    view = view_of(bench)
    start = REPORT.index("6,3")
    _hover(view, next(view.fragments(start, start + 3)).center().toPoint())
    assert QToolTip.text() == "dismissed: Number of a legal document"


def test_header_leads_to_the_first_open_run(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_G, CONTROL | SHIFT)
    assert bench.panes.outline.ledger_list.hasFocus()
    assert bench.panes.outline.ledger_list.currentIndex().data() == "○ 218 · waits for a verdict"
    assert current_of(bench).text == "218 vụ"
    assert said(bench) == "“218” · open"


def test_every_open_run_is_reached_by_f3_doubtful_ones_last(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_F4)
    for _ in range(5):
        press(Qt.Key.Key_Return)
    progress = session_of(bench).workspace.progress()
    assert (progress.open, progress.ledger_open) == (0, 2)
    reached = set()
    for _ in range(3):
        press(Qt.Key.Key_F3)
        reached.add(current_of(bench).text)
    assert reached == {"6,3 tỷ đồng", "20%"}
    assert "doubtful" in said(bench)


def test_run_set_aside_is_claimed_with_one_key_all_filled_in(bench: Workbench, press: Press) -> None:
    choose_run(bench, press, "05/04/2021")
    press(Qt.Key.Key_F9)
    claimed = current_of(bench)
    assert (claimed.text, claimed.origin, claimed.verdict) == (
        "05/04/2021",
        Origin.CLERK,
        Verdict.ACCEPTED,
    )
    assert claimed.effective.unit == "vụ"
    assert claimed.effective.period == "2021-Q1"
    assert said(bench).startswith("Taken as a figure: 5 vụ")
    press(Qt.Key.Key_Z, CONTROL)
    rows = session_of(bench).workspace.ledger(claimed.report_id)
    assert next(row.kind for row in rows if row.start == DATE) is LedgerKind.DATE


def test_run_set_aside_is_opened_and_then_waits_like_any_other(bench: Workbench, press: Press) -> None:
    open_before = session_of(bench).workspace.progress().ledger_open
    choose_run(bench, press, "05/04/2021")
    press(Qt.Key.Key_F9, SHIFT)
    opened = current_of(bench)
    assert (opened.verdict, opened.origin, opened.read.unit) == (Verdict.OPEN, Origin.LEDGER, "vụ")
    assert session_of(bench).workspace.progress().ledger_open == open_before + 1
    assert bench.panes.table.hasFocus()
    press(Qt.Key.Key_Return)
    assert stored_of(bench, opened.id).verdict is Verdict.CORRECTED


def test_dismissed_figure_is_claimed_or_opened_from_the_ledger(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press(Qt.Key.Key_Delete)
    press("1")
    choose_run(bench, press, "6,3")
    press(Qt.Key.Key_F9, SHIFT)
    assert stored_of(bench, first.id).verdict is Verdict.OPEN
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_F9)
    assert stored_of(bench, first.id).verdict is Verdict.ACCEPTED


def test_open_run_is_claimed_or_set_aside_in_the_ledger_itself(bench: Workbench, press: Press) -> None:
    choose_run(bench, press, "77/88")
    unread = current_of(bench)
    press(Qt.Key.Key_F9)
    assert stored_of(bench, unread.id).effective.indicator == "mã"
    press(Qt.Key.Key_Z, CONTROL)
    choose_run(bench, press, "77/88")
    press(Qt.Key.Key_Delete)
    press("3")
    assert stored_of(bench, unread.id).reason == "legal"


def test_keys_for_figures_do_nothing_on_a_number_that_is_none(bench: Workbench, press: Press) -> None:
    choose_run(bench, press, "05/04/2021")
    before = session_of(bench).workspace.progress()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete):
        press(key)
        assert QApplication.activeModalWidget() is None
    assert session_of(bench).workspace.progress() == before
    choose_run(bench, press, "218")
    press(Qt.Key.Key_Return)
    assert session_of(bench).workspace.progress().verified == 1


def test_last_reason_again_is_one_key(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press(Qt.Key.Key_Delete, CONTROL)
    press("5")
    second = current_of(bench)
    press(Qt.Key.Key_Delete, CONTROL)
    assert [stored_of(bench, each.id).reason for each in (first, second)] == ["name", "name"]


def test_number_that_is_a_figure_is_not_claimed_again(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F9)
    assert said(bench) == "This number is a figure already."
    press(Qt.Key.Key_F9, SHIFT)
    assert said(bench) == "Only a number that was set aside can be opened again."


def test_selected_text_is_claimed_with_one_key_or_shown_filled_in_first(
    bench: Workbench, press: Press
) -> None:
    view = view_of(bench)
    view.setFocus()
    cursor = view.textCursor()
    cursor.setPosition(REPORT.index("05/04"))
    cursor.setPosition(REPORT.index("05/04") + 10, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    press(Qt.Key.Key_Insert)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FigureDialog)
    assert dialog.form.unit_edit.text() == "vụ"
    assert dialog.form.indicator_edit.text() != ""
    press(Qt.Key.Key_Escape)
    view.setFocus()
    press(Qt.Key.Key_F9)
    assert (current_of(bench).text, current_of(bench).origin) == ("05/04/2021", Origin.CLERK)


@pytest.mark.parametrize("is_shown", [True, False])
def test_next_report_is_shown_as_the_last_one(
    bench: Workbench, press: Press, tmp_path: Path, is_shown: bool
) -> None:
    if is_shown:
        press(Qt.Key.Key_G, CONTROL)
    other = tmp_path / "khac.txt"
    other.write_text("I. Khác\nNgày 02/03/2021 có 7 vụ.\n", encoding="utf-8")
    bench.open_files([other])
    session_of(bench).desk.open_report(2)
    assert lit(bench)["aside"] == (1 if is_shown else 0)


def test_number_an_older_program_brought_in_is_shown_filled_in_before_it_is_claimed(
    open_window: OpenWindow, press: Press, older_unread: int
) -> None:
    bench = open_window()
    session_of(bench).desk.go_to(older_unread)
    press(Qt.Key.Key_F9)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FigureDialog)
    assert dialog.form.indicator_edit.text() == "mã"
    press(Qt.Key.Key_Return)
    assert stored_of(bench, older_unread).effective.indicator == "mã"


@pytest.fixture
def older_unread(location: Path, report_file: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return a number nobody has read that came without what its sentence says, as it once did."""
    from desktop.operations import report_rows
    from desktop.operations.importing import import_file
    from desktop.operations.workspaces import open_workspace
    from tests.operations.analysing import TextAnalyser

    monkeypatch.setattr(report_rows, "_MOST_FORCED", 0)
    workspace = open_workspace(location, "Lan")
    import_file(workspace, TextAnalyser(), report_file)
    figures = workspace.figures(workspace.index(1).ids)
    workspace.close()
    return next(figure.id for figure in figures if figure.origin is Origin.LEDGER)


def _hover(view: TextView, point: QPoint) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHelpEvent

    viewport = view.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point)))
