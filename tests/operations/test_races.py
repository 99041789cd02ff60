"""Two clerks on one figure: the second to write is told, and nothing of the first is lost."""

import threading
from collections.abc import Callable
from decimal import Decimal

import pytest

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Reading, Value
from desktop.core.places import Place
from desktop.core.reviews import Touched
from desktop.operations import reviewing, signing, tagging
from desktop.operations.changes import Change
from desktop.operations.workspaces import Workspace
from tests.operations.states import state_of

_SAID = Reading(Value(Decimal(1)), "vụ")


@pytest.fixture
def other(open_as: Callable[[str], Workspace], report_id: int) -> Workspace:
    """Return the same workspace as another clerk has it open."""
    return open_as("Hoa")


def _refused(act: Callable[[Change], Touched], change: Change) -> None:
    with pytest.raises(RefusedError) as caught:
        act(change)
    assert caught.value.refusal.code is RefusalCode.CHANGED_MEANWHILE


@pytest.fixture
def figure_id(workspace: Workspace, other: Workspace, report_id: int) -> int:
    """Return a figure that both clerks have on their screens."""
    figure_id = workspace.index(report_id).ids[2]
    assert workspace.figures([figure_id]) == other.figures([figure_id])
    return figure_id


def test_figure_changed_since_it_was_shown_is_not_overwritten(
    workspace: Workspace, other: Workspace, report_id: int, figure_id: int
) -> None:
    other.apply(reviewing.correct(figure_id, _SAID))
    state = state_of(other, report_id)
    _refused(workspace.apply, reviewing.accept([figure_id]))
    assert state_of(other, report_id) == state
    workspace.figures([figure_id])
    assert workspace.apply(reviewing.dismiss([figure_id], "duplicate"))


def test_bulk_act_over_a_changed_figure_changes_none(
    workspace: Workspace, other: Workspace, report_id: int, figure_id: int
) -> None:
    ids = [workspace.index(report_id).ids[0], figure_id]
    other.apply(reviewing.doubt([figure_id]))
    _refused(workspace.apply, reviewing.accept(ids))
    assert workspace.progress(report_id).verified == 0


def test_own_changes_in_a_row_are_no_race(workspace: Workspace, other: Workspace, figure_id: int) -> None:
    changes = [reviewing.accept([figure_id]), reviewing.doubt([figure_id]), reviewing.reopen([figure_id])]
    for change in changes:
        assert workspace.apply(change)
    for change in reversed(changes):
        assert workspace.revert(change)
    for change in changes:
        assert workspace.reapply(change)


def test_undo_does_not_take_back_what_another_said(
    workspace: Workspace, other: Workspace, figure_id: int
) -> None:
    change = reviewing.accept([figure_id])
    workspace.apply(change)
    other.figures([figure_id])
    other.apply(reviewing.correct(figure_id, _SAID))
    workspace.figures([figure_id])
    _refused(workspace.revert, change)


def test_redo_does_not_overwrite_what_another_said(
    workspace: Workspace, other: Workspace, figure_id: int
) -> None:
    change = reviewing.accept([figure_id])
    workspace.apply(change)
    workspace.revert(change)
    other.figures([figure_id])
    other.apply(reviewing.doubt([figure_id]))
    workspace.figures([figure_id])
    _refused(workspace.reapply, change)


def test_added_figure_that_another_corrected_stays(
    workspace: Workspace, other: Workspace, report_id: int
) -> None:
    change = reviewing.add(report_id, Place(0, 5), "x", _SAID)
    (added,) = workspace.apply(change).added_figure_ids
    other.apply(reviewing.correct(added, Reading(Value(Decimal(2)))))
    _refused(workspace.revert, change)
    assert len(workspace.figures([added])) == 1


def test_figure_that_is_gone_cannot_be_changed(
    workspace: Workspace, other: Workspace, report_id: int
) -> None:
    change = reviewing.add(report_id, Place(0, 5), "x", _SAID)
    (added,) = workspace.apply(change).added_figure_ids
    other.figures([added])
    workspace.revert(change)
    _refused(other.apply, reviewing.accept([added]))


def test_tag_that_another_took_off_is_not_taken_off_again(
    workspace: Workspace, other: Workspace, report_id: int
) -> None:
    change = tagging.tag(1, "y_te")
    workspace.apply(change)
    other.apply(tagging.untag(1, "y_te"))
    _refused(workspace.revert, change)


def test_each_clerk_has_a_bookmark(workspace: Workspace, other: Workspace, report_id: int) -> None:
    first, second = workspace.index(report_id).ids[:2]
    workspace.set_bookmark(report_id, first)
    other.set_bookmark(report_id, second)
    mine, theirs = workspace.bookmark(), other.bookmark(report_id)
    assert mine is not None and theirs is not None
    assert (mine.figure_id, theirs.figure_id) == (first, second)


def test_clerks_at_work_at_once_never_lose_a_verdict(
    workspace: Workspace, other: Workspace, report_id: int
) -> None:
    """Each verdict is either on record or was refused; the counts agree in the end."""
    ids = [figure_id for figure_id in workspace.index(report_id).ids if figure_id != 5]
    outcomes: list[str] = []

    def work(clerk: Workspace) -> None:
        for turn in range(12):
            figures = clerk.figures([ids[turn % len(ids)], ids[(turn + 1) % len(ids)]])
            change = (reviewing.doubt, reviewing.accept)[turn % 2]([figure.id for figure in figures])
            try:
                clerk.apply(change)
            except RefusedError as error:
                outcomes.append(error.refusal.code)

    threads = [threading.Thread(target=work, args=(clerk,)) for clerk in (workspace, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(outcomes) <= {RefusalCode.CHANGED_MEANWHILE}
    state_of(workspace, report_id)
    figures = workspace.figures(ids)
    last = {line.figure_id: line.new["verdict"] for line in workspace.log() if line.figure_id}
    assert {figure.id: figure.verdict for figure in figures} == last


def test_report_is_never_signed_off_while_a_figure_is_opened_again(
    workspace: Workspace, other: Workspace, report_id: int
) -> None:
    ids = workspace.index(report_id).ids
    for _ in range(6):
        workspace.figures(ids)
        workspace.apply(reviewing.dismiss(ids, "duplicate"))
        other.figures(ids)
        acts = ((workspace, signing.sign_off(report_id)), (other, reviewing.reopen(ids[:1])))
        outcomes: list[RefusalCode] = []

        def act(clerk: Workspace, change: Change, outcomes: list[RefusalCode] = outcomes) -> None:
            try:
                clerk.apply(change)
            except RefusedError as error:
                outcomes.append(error.refusal.code)

        threads = [threading.Thread(target=act, args=each) for each in acts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        (report,) = workspace.reports()
        assert report.is_signed_off == report.progress.is_complete
        assert len(outcomes) == 1
        assert outcomes[0] in (RefusalCode.REPORT_NOT_DONE, RefusalCode.REPORT_SIGNED)
        if report.is_signed_off:
            workspace.apply(signing.reopen_report(report_id, "sửa"))
