"""How long a figure was looked at is kept with its verdict, counted, logged, and gone with the verdict."""

from decimal import Decimal

from desktop.core.figures import Origin, Reading, Value
from desktop.core.looks import Look
from desktop.operations import reviewing
from desktop.operations.workspaces import Workspace
from tests.operations.states import state_of

HASTY, CALM = Look(300, 1_500), Look(4_000, 1_500)


def test_hasty_acceptances_are_marked_and_counted(workspace: Workspace, report_id: int) -> None:
    first, second, third = workspace.index(report_id).ids[:3]
    workspace.apply(reviewing.accept([first, second, third], looks={first: HASTY, second: CALM}))
    found = workspace.figures([first, second, third])
    assert [(f.looked_ms, f.needed_ms, f.is_hasty) for f in found] == [
        (300, 1_500, True),
        (4_000, 1_500, False),
        (None, None, False),
    ]
    assert state_of(workspace, report_id).progress.hasty == 1
    assert [entry.new.get("looked_ms") for entry in workspace.log()[1:]] == ["300", "4000", None]


def test_mark_goes_with_the_verdict_and_comes_back_with_undo(workspace: Workspace, report_id: int) -> None:
    figure_id = workspace.index(report_id).ids[0]
    workspace.apply(reviewing.accept([figure_id], looks={figure_id: HASTY}))
    for change in (
        reviewing.reopen([figure_id]),
        reviewing.doubt([figure_id]),
        reviewing.dismiss([figure_id], "date"),
        reviewing.correct(figure_id, Reading(Value(Decimal(7)))),
    ):
        workspace.apply(change)
        assert state_of(workspace, report_id).progress.hasty == 0
        workspace.revert(change)
        assert state_of(workspace, report_id).progress.hasty == 1


def test_number_claimed_in_haste_as_its_sentence_has_it_is_marked(
    workspace: Workspace, report_id: int
) -> None:
    figures = workspace.figures(workspace.index(report_id).ids)
    unread = next(figure for figure in figures if figure.origin is Origin.LEDGER)
    workspace.apply(reviewing.correct(unread.id, unread.effective, look=HASTY))
    assert workspace.figures([unread.id])[0].is_hasty
    assert state_of(workspace, report_id).progress.hasty == 1


def test_looking_again_at_what_is_accepted_changes_nothing(workspace: Workspace, report_id: int) -> None:
    figure_id = workspace.index(report_id).ids[0]
    workspace.apply(reviewing.accept([figure_id], looks={figure_id: HASTY}))
    assert not workspace.apply(reviewing.accept([figure_id], looks={figure_id: CALM}))
    assert not workspace.apply(reviewing.correct(figure_id, workspace.figures([figure_id])[0].read))
    assert workspace.figures([figure_id])[0].looked_ms == 300
