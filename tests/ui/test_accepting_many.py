"""Accepting many at once touches only rows that were on the screen; what goes too fast is marked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop.core.figures import Verdict
from desktop.core.messages import Language
from desktop.operations.workspaces import open_workspace
from desktop.ui.delegates.state_delegate import StateDelegate
from desktop.ui.main_window import MainWindow
from desktop.ui.models.figure_table_model import Column
from desktop.ui.review_session import ReviewSession
from desktop.ui.tasks import ImmediateRunner
from desktop.ui.workbench import Workbench
from tests.operations.analysing import TextAnalyser
from tests.ui.conftest import session_of
from tests.ui.test_look_times import Clock

Press = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LONG = "I. Nhiều số\n" + "".join(f"Huyện {letter} có 218 vụ vi phạm.\n" for letter in "abcdefghij" * 20)
COUNT = 200


@pytest.fixture
def clock() -> Clock:
    """Return a clock that only moves when it is told to."""
    return Clock()


@pytest.fixture
def bench(
    qtbot: QtBot, location: Path, settings: QSettings, clock: Clock, tmp_path: Path
) -> Iterator[Workbench]:
    """Return a window on a report of 200 figures, its time measured by the test's clock."""
    path = tmp_path / "dai.txt"
    path.write_text(LONG, encoding="utf-8")
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    runner = ImmediateRunner()
    opened = Workbench(window, settings, runner, Language.VIETNAMESE)
    session = ReviewSession(
        open_workspace(location, "Lan"), runner, TextAnalyser(), parent=window, clock_ms=clock
    )
    opened.attach(session)
    opened.open_files([path])
    window.activateWindow()
    opened.panes.table.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    yield opened
    window.close()


def _rows_shown(bench: Workbench) -> int:
    table = bench.panes.table
    last = table.rowAt(table.viewport().height() - 1)
    return last - table.rowAt(0) + 1


def _verified(bench: Workbench) -> list[int]:
    """Return the rows whose figures are verified."""
    verdicts = session_of(bench).desk.figures.rows.columns.verdicts
    return [row for row, verdict in enumerate(verdicts) if verdict is Verdict.ACCEPTED]


def test_everything_selected_is_accepted_only_where_it_was_seen(bench: Workbench, press: Press) -> None:
    shown = _rows_shown(bench)
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Return)
    assert _verified(bench) == list(range(shown))
    assert shown < 40
    assert bench.window.statusBar().currentMessage().startswith(str(COUNT - shown))


def test_jump_to_the_end_leaves_out_the_rows_that_were_leapt_over(
    bench: Workbench, press: Press, qtbot: QtBot
) -> None:
    shown = _rows_shown(bench)
    press(Qt.Key.Key_End, SHIFT)
    qtbot.waitUntil(lambda: bench.panes.table.rowAt(0) > shown)
    bench.panes.table.viewport().repaint()
    press(Qt.Key.Key_Return)
    verified = _verified(bench)
    assert verified[:shown] == list(range(shown))
    assert verified[-1] == COUNT - 1
    assert COUNT // 2 not in verified
    assert len(verified) < 3 * shown


def test_selection_that_grows_row_by_row_is_seen_whole(bench: Workbench, press: Press, qtbot: QtBot) -> None:
    more = _rows_shown(bench) + 5
    for _ in range(more):
        press(Qt.Key.Key_Down, SHIFT)
        bench.panes.table.viewport().repaint()
    press(Qt.Key.Key_Return)
    assert _verified(bench) == list(range(more + 1))


def test_rows_never_seen_are_left_alone_by_other_bulk_acts(bench: Workbench, press: Press) -> None:
    shown = _rows_shown(bench)
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_F4)
    assert session_of(bench).workspace.progress().doubtful == shown


def test_acceptance_faster_than_reading_is_marked_by_sign_word_and_count(
    bench: Workbench, press: Press, clock: Clock
) -> None:
    clock.now_ms += 60_000
    press(Qt.Key.Key_Return)
    clock.now_ms += 90
    press(Qt.Key.Key_Return)
    model = session_of(bench).desk.figures
    calm, hasty = model.figure_at(0), model.figure_at(1)
    assert (calm.looked_ms, calm.is_hasty) == (60_000, False)
    assert (hasty.looked_ms, hasty.is_hasty) == (90, True)
    assert [_state_text(bench, row) for row in (0, 1)] == ["✓ right", "✓ » right"]
    tips = [model.index(row, Column.STATE).data(Qt.ItemDataRole.ToolTipRole) for row in (0, 1)]
    assert "accepted after 0,1 s" in tips[1]
    assert "accepted after" not in tips[0]
    assert bench.header.hasty_label.text() == "» 1 too fast"
    press(Qt.Key.Key_Z, CONTROL)
    assert not bench.header.hasty_label.isVisible()


def test_key_walks_the_figures_that_were_accepted_too_fast(
    bench: Workbench, press: Press, clock: Clock
) -> None:
    desk, alt = session_of(bench).desk, Qt.KeyboardModifier.AltModifier
    press(Qt.Key.Key_F9, alt)
    assert desk.current is not None
    assert desk.current.id == desk.figures.rows.ids[0]
    for waited_ms in (60_000, 90, 60_000, 90, 60_000):
        clock.now_ms += waited_ms
        press(Qt.Key.Key_Return)
    walked = []
    for _ in range(3):
        press(Qt.Key.Key_F9, alt)
        walked.append(desk.figures.rows.position_of(desk.current.id))
    assert walked == [1, 3, 1]
    assert bench.window.statusBar().currentMessage().startswith("accepted after 0,1 s")


def test_many_accepted_at_a_glance_are_marked_and_those_that_were_read_are_not(
    bench: Workbench, press: Press, clock: Clock
) -> None:
    clock.now_ms += 5
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Return)
    accepted = session_of(bench).workspace.progress().verified
    assert session_of(bench).workspace.progress().hasty == accepted
    press(Qt.Key.Key_Z, CONTROL)
    clock.now_ms += 60_000 * accepted
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Return)
    progress = session_of(bench).workspace.progress()
    assert (progress.verified, progress.hasty) == (accepted, 0)


def _state_text(bench: Workbench, row: int) -> str:
    delegate = bench.panes.table.itemDelegateForColumn(Column.STATE)
    assert isinstance(delegate, StateDelegate)
    index = session_of(bench).desk.figures.index(row, Column.STATE)
    option = QStyleOptionViewItem()
    delegate.initStyleOption(option, index)
    return str(option.text)
