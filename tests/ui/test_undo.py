"""The one undo command: what fails or changes nothing does not stay on the stack."""

from contextlib import suppress

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from db.sessions import Session
from desktop.core.errors import Refusal, RefusalCode
from desktop.core.figures import Verdict
from desktop.core.reviews import Touched
from desktop.operations import reviewing, signing
from desktop.operations.workspaces import Workspace
from desktop.ui.hub import Hub
from desktop.ui.undo import ChangeCommand, redo, undo


@pytest.fixture
def hub(qtbot: QtBot, reviewed: Workspace) -> Hub:
    return Hub(reviewed)


@pytest.fixture
def first_id(reviewed: Workspace) -> int:
    [report] = reviewed.reports()
    reviewed.figures(reviewed.index(report.id).ids)
    return reviewed.index(report.id).ids[0]


def test_push_undo_redo_act_on_the_workspace(hub: Hub, reviewed: Workspace, first_id: int) -> None:
    stack = QUndoStack()
    stack.push(ChangeCommand(hub, reviewing.accept([first_id]), "accept"))
    assert reviewed.figures([first_id])[0].verdict is Verdict.ACCEPTED
    stack.undo()
    assert reviewed.figures([first_id])[0].verdict is Verdict.OPEN
    stack.redo()
    assert reviewed.figures([first_id])[0].verdict is Verdict.ACCEPTED


def test_change_of_nothing_leaves_no_command(hub: Hub, first_id: int) -> None:
    stack = QUndoStack()
    stack.push(ChangeCommand(hub, reviewing.accept([first_id]), "accept"))
    stack.push(ChangeCommand(hub, reviewing.accept([first_id]), "accept"))
    assert stack.count() == 1


def test_refused_change_leaves_no_command_and_is_told(hub: Hub, first_id: int, qtbot: QtBot) -> None:
    stack = QUndoStack()
    with qtbot.waitSignal(hub.refused) as told:
        stack.push(ChangeCommand(hub, reviewing.dismiss([first_id], "no such reason"), "dismiss"))
    assert stack.count() == 0
    [refusal] = told.args or []
    assert isinstance(refusal, Refusal)
    assert refusal.code is RefusalCode.VERDICT_INVALID


def test_undo_of_what_somebody_else_changed_is_refused(hub: Hub, reviewed: Workspace, first_id: int) -> None:
    stack = QUndoStack()
    stack.push(ChangeCommand(hub, reviewing.accept([first_id]), "accept"))
    reviewed.apply(reviewing.doubt([first_id]))
    stack.undo()
    assert reviewed.figures([first_id])[0].verdict is Verdict.DOUBTFUL
    assert stack.count() == 0


def test_undo_and_redo_refused_while_a_report_is_signed_are_done_once_it_is_open(
    hub: Hub, reviewed: Workspace, first_id: int
) -> None:
    stack = QUndoStack()
    [report] = reviewed.reports()
    reviewed.apply(reviewing.dismiss(reviewed.index(report.id).ids, "duplicate"))
    stack.push(ChangeCommand(hub, reviewing.annotate(first_id, "hỏi lại"), "note"))
    for act, is_done in ((undo, True), (redo, False)):
        reviewed.apply(signing.sign_off(report.id))
        for _ in range(2):
            act(stack)
            assert (stack.count(), stack.canUndo(), stack.canRedo()) == (1, is_done, not is_done)
        reviewed.apply(signing.reopen_report(report.id, "sai số"))
        act(stack)
        assert reviewed.figures([first_id])[0].note == ("" if is_done else "hỏi lại")
        assert (stack.canUndo(), stack.canRedo()) == (not is_done, is_done)


def test_change_that_raises_leaves_no_command(hub: Hub, qtbot: QtBot) -> None:
    stack = QUndoStack()
    with qtbot.captureExceptions() as raised, suppress(ZeroDivisionError):
        stack.push(ChangeCommand(hub, _Broken(), "broken"))
        assert raised
    assert stack.count() == 0


def test_touched_is_told_with_its_initiator(hub: Hub, first_id: int, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hub.touched) as told:
        hub.apply(reviewing.accept([first_id]), "me")
    touched, initiator = told.args or []
    assert isinstance(touched, Touched)
    assert (touched.figure_ids, initiator) == ((first_id,), "me")


class _Broken:
    label = "broken"

    def apply(self, _session: Session) -> Touched:
        raise ZeroDivisionError

    revert = reapply = apply
