"""What others do to the open report is shown without moving the clerk from their place."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.figures import Value, Verdict
from desktop.operations import noting, reviewing, signing
from desktop.operations.workspaces import Workspace, open_workspace
from desktop.ui.workbench import Workbench
from tests.ui.conftest import current_of, session_of

Press = Callable[..., None]


@pytest.fixture
def colleague(bench: Workbench, location: Path) -> Iterator[Workspace]:
    """Return the workspace as Hoa has it open while Lan's window stands there."""
    opened = open_workspace(location, "Hoa")
    yield opened
    opened.close()


def _come_back(bench: Workbench) -> None:
    QApplication.sendEvent(bench.window, QEvent(QEvent.Type.WindowActivate))


def _correct(workspace: Workspace, figure_id: int, value: str) -> None:
    (figure,) = workspace.figures([figure_id])
    workspace.apply(reviewing.correct(figure_id, replace(figure.effective, value=Value.parse(value))))


def test_verdict_of_a_colleague_is_shown_when_the_window_comes_back(
    bench: Workbench, press: Press, colleague: Workspace
) -> None:
    press(Qt.Key.Key_Down)
    here, figures = current_of(bench), session_of(bench).desk.figures
    other_id = figures.rows.id_at(0)
    _correct(colleague, other_id, "7.7")
    _come_back(bench)
    shown = figures.figure(other_id)
    assert shown is not None
    assert (shown.verdict, shown.decided_by, str(shown.effective.value)) == (
        Verdict.CORRECTED,
        "Hoa",
        "7.7",
    )
    assert current_of(bench).id == here.id
    assert bench.panes.table.currentIndex().row() == 1
    assert "1/7" in bench.header.progress_label.text()


def test_figure_refused_because_a_colleague_was_first_is_shown_as_it_is_now(
    bench: Workbench, press: Press, colleague: Workspace, qtbot: QtBot
) -> None:
    figure = current_of(bench)
    _correct(colleague, figure.id, "7.7")
    press(Qt.Key.Key_Return)
    assert len(bench.messages.lines()) == 1
    qtbot.waitUntil(lambda: current_of(bench).verdict is Verdict.CORRECTED)
    assert (current_of(bench).id, str(current_of(bench).effective.value)) == (figure.id, "7.7")
    assert bench.panes.fields.form.value_edit.text() == "7,7"


def test_what_is_being_typed_stays_under_the_clerks_hands(
    bench: Workbench, press: Press, colleague: Workspace, qtbot: QtBot
) -> None:
    figure = current_of(bench)
    press("8,8")
    _correct(colleague, figure.id, "7.7")
    _come_back(bench)
    assert bench.panes.table.is_editing
    press(Qt.Key.Key_Return)
    assert len(bench.messages.lines()) == 1
    qtbot.waitUntil(lambda: str(current_of(bench).effective.value) == "7.7")
    assert current_of(bench).id == figure.id
    assert str(colleague.figures([figure.id])[0].effective.value) == "7.7"


def test_figure_note_and_signature_of_a_colleague_come_and_go(
    bench: Workbench, colleague: Workspace, qtbot: QtBot
) -> None:
    figure = current_of(bench)
    addition = reviewing.add(figure.report_id, replace(figure.place, start=0, end=2), "I.", figure.read)
    colleague.apply(addition)
    colleague.apply(noting.write_note(figure.report_id, "hỏi lại"))
    _come_back(bench)
    rows = session_of(bench).desk.figures.rows
    assert (len(rows), current_of(bench).id) == (8, figure.id)
    assert bench.panes.outline.notes.notes.rowCount() == 1
    colleague.revert(addition)
    _come_back(bench)
    assert (len(rows), current_of(bench).id) == (7, figure.id)
    colleague.apply(reviewing.dismiss(colleague.index(figure.report_id).ids, "other"))
    colleague.apply(signing.sign_off(figure.report_id))
    _come_back(bench)
    assert bench.header.signature_label.text() == ""
    qtbot.waitUntil(lambda: "Hoa" in bench.header.signature_label.text())


def test_own_doing_is_not_read_twice(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_Return)
    told: list[object] = []
    session_of(bench).hub.touched.connect(lambda touched, _initiator: told.append(touched))
    _come_back(bench)
    assert told == []
