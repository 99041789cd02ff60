"""Corrections offered again, on both databases: what is proposed, taken over, undone and logged."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.core.corrections import Proposal
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Reading, ReviewedFigure, Verdict
from desktop.core.reviews import Touched
from desktop.operations import remembering, reviewing
from desktop.operations.workspaces import Workspace
from tests.operations.states import state_of

Bring = Callable[..., int]
TEXT = "Có 12 vụ.\nThêm 15 vụ.\nChi 6 tỷ đồng.\n"
LATER = "Có 22 vụ.\nThêm 25 vụ.\nChi 9 tỷ đồng.\n"


@pytest.fixture
def report_id(bring: Bring) -> int:
    return bring(TEXT, "thang-5.txt")


def _figures(workspace: Workspace, report_id: int) -> list[ReviewedFigure]:
    return workspace.figures(workspace.index(report_id).ids)


def _correct_unit(workspace: Workspace, figure: ReviewedFigure) -> ReviewedFigure:
    workspace.apply(reviewing.correct(figure.id, replace(figure.read, unit="cuộc")))
    return workspace.figures([figure.id])[0]


def _told(proposals: list[Proposal]) -> list[tuple[str, str]]:
    return [(each.figure.text, each.reading.unit) for each in proposals]


def test_open_figures_of_the_report_are_proposed(workspace: Workspace, report_id: int) -> None:
    corrected = _correct_unit(workspace, _figures(workspace, report_id)[0])
    assert _told(remembering.proposals_like(workspace, corrected)) == [("15 vụ", "cuộc")]


def test_verified_figures_are_left_alone(workspace: Workspace, report_id: int) -> None:
    first, second, _ = _figures(workspace, report_id)
    workspace.apply(reviewing.accept([second.id]))
    assert remembering.proposals_like(workspace, _correct_unit(workspace, first)) == []


def test_figures_of_another_report_are_proposed(workspace: Workspace, report_id: int, bring: Bring) -> None:
    _correct_unit(workspace, _figures(workspace, report_id)[0])
    later = bring(LATER, "thang-6.txt")
    proposals = remembering.proposals_from_before(workspace, later)
    assert _told(proposals) == [("22 vụ", "cuộc"), ("25 vụ", "cuộc")]
    assert remembering.proposals_from_before(workspace, report_id) == []


def test_correction_that_was_taken_back_is_proposed_no_more(
    workspace: Workspace, report_id: int, bring: Bring
) -> None:
    corrected = _correct_unit(workspace, _figures(workspace, report_id)[0])
    workspace.apply(reviewing.reopen([corrected.id]))
    assert remembering.proposals_from_before(workspace, bring(LATER, "thang-6.txt")) == []


def test_what_is_taken_over_stays_open_and_is_undone_as_one(workspace: Workspace, report_id: int) -> None:
    corrected = _correct_unit(workspace, _figures(workspace, report_id)[0])
    before = state_of(workspace, report_id)
    change = remembering.take_over(remembering.proposals_like(workspace, corrected))
    touched = workspace.apply(change)
    taken = workspace.figures(touched.figure_ids)[0]
    assert (taken.effective.unit, taken.verdict, taken.decided_by) == ("cuộc", Verdict.OPEN, "")
    assert (workspace.log()[-1].action, workspace.log()[-1].new["unit"]) == ("take_over", "cuộc")
    after = state_of(workspace, report_id)
    workspace.revert(change)
    assert state_of(workspace, report_id) == before
    workspace.reapply(change)
    assert state_of(workspace, report_id) == after


def test_figure_that_was_put_right_alike_is_accepted_as_corrected(
    workspace: Workspace, report_id: int
) -> None:
    corrected = _correct_unit(workspace, _figures(workspace, report_id)[0])
    touched = workspace.apply(remembering.take_over(remembering.proposals_like(workspace, corrected)))
    workspace.apply(reviewing.accept(touched.figure_ids))
    taken = workspace.figures(touched.figure_ids)[0]
    assert (taken.effective.unit, taken.verdict) == ("cuộc", Verdict.CORRECTED)


def test_taking_over_twice_changes_nothing_more(workspace: Workspace, report_id: int) -> None:
    corrected = _correct_unit(workspace, _figures(workspace, report_id)[0])
    proposals = remembering.proposals_like(workspace, corrected)
    workspace.apply(remembering.take_over(proposals))
    assert workspace.apply(remembering.take_over(proposals)) == Touched()


def test_figure_that_was_verified_meanwhile_is_not_overwritten(workspace: Workspace, report_id: int) -> None:
    corrected = _correct_unit(workspace, _figures(workspace, report_id)[0])
    proposals = remembering.proposals_like(workspace, corrected)
    said = Reading(proposals[0].figure.read.value, "vụ việc")
    workspace.apply(reviewing.correct(proposals[0].figure.id, said))
    with pytest.raises(RefusedError) as caught:
        workspace.apply(remembering.take_over(proposals))
    assert caught.value.refusal.code is RefusalCode.CHANGED_MEANWHILE
    assert workspace.figures([proposals[0].figure.id])[0].said == said


def test_words_to_complete_from_are_those_of_the_report_and_those_said(
    workspace: Workspace, report_id: int, bring: Bring
) -> None:
    _correct_unit(workspace, _figures(workspace, report_id)[0])
    later = bring("Có 7 tỷ đồng.\n", "thang-6.txt")
    assert workspace.vocabulary(later).units == ("tỷ đồng", "cuộc")
    assert set(workspace.vocabulary(report_id).units) == {"cuộc", "vụ", "tỷ đồng"}
