"""Tags on passages: kept with their place, undone, logged, in force for the figures in them."""

from dataclasses import replace

import pytest

from desktop.core.errors import RefusedError
from desktop.core.places import Place
from desktop.core.reviews import Touched
from desktop.core.tags import tag_tree
from desktop.operations import tagging
from desktop.operations.annotations import read_annotations, read_tag_use, tags_in_force
from desktop.operations.workspaces import Workspace
from tests.operations.analysing import TEXT
from tests.operations.conftest import Bring
from tests.operations.states import state_of

SENTENCE = "Đến ngày 05/04/2021 có 218 vụ, giảm 5,2% so với quý trước"
START = TEXT.index(SENTENCE)
PLACE = Place(START, START + len(SENTENCE))


def _passages(workspace: Workspace, report_id: int) -> list[tuple[Place, str]]:
    return [(each.place, each.key) for each in read_annotations(workspace, report_id).passages]


def test_passage_bears_its_tags_until_they_are_taken_off(workspace: Workspace, report_id: int) -> None:
    for key in ("security", "health"):
        touched = workspace.apply(tagging.tag_passage(report_id, PLACE, key))
        assert touched == Touched(report_ids=(report_id,), annotations_changed=True)
    assert _passages(workspace, report_id) == [(PLACE, "health"), (PLACE, "security")]
    workspace.apply(tagging.untag_passage(report_id, PLACE, "health"))
    assert _passages(workspace, report_id) == [(PLACE, "security")]


def test_tagging_is_undone_redone_and_logged_with_its_words(workspace: Workspace, report_id: int) -> None:
    before = state_of(workspace, report_id)
    change = tagging.tag_passage(report_id, PLACE, "security")
    workspace.apply(change)
    workspace.revert(change)
    assert state_of(workspace, report_id) == before
    workspace.reapply(change)
    assert _passages(workspace, report_id) == [(PLACE, "security")]
    assert replace(state_of(workspace, report_id), passages=()) == before
    lines = workspace.log(report_id)[1:]
    assert [line.action for line in lines] == ["tag_passage", "undo_tag_passage", "redo_tag_passage"]
    assert {line.place for line in lines} == {SENTENCE}
    assert (lines[0].new, lines[1].old) == ({"tag": "security"}, {"tag": "security"})


def test_tagging_twice_changes_nothing(workspace: Workspace, report_id: int) -> None:
    workspace.apply(tagging.tag_passage(report_id, PLACE, "security"))
    assert not workspace.apply(tagging.tag_passage(report_id, PLACE, "security"))


def test_sheet_and_page_of_a_passage_are_kept(workspace: Workspace, report_id: int) -> None:
    place = Place(START, START + 3, page=2, sheet="16.CPI", cell="C12")
    workspace.apply(tagging.tag_passage(report_id, place, "prices"))
    assert _passages(workspace, report_id) == [(place, "prices")]


@pytest.mark.parametrize("place", [Place(5, 5), Place(0, 10_000_000)])
def test_passage_that_is_not_in_the_report_is_refused(
    workspace: Workspace, report_id: int, place: Place
) -> None:
    with pytest.raises(RefusedError):
        workspace.apply(tagging.tag_passage(report_id, place, "prices"))
    assert _passages(workspace, report_id) == []


def test_undo_is_refused_where_somebody_took_the_tag_off(workspace: Workspace, report_id: int) -> None:
    change = tagging.tag_passage(report_id, PLACE, "security")
    workspace.apply(change)
    workspace.apply(tagging.untag_passage(report_id, PLACE, "security"))
    with pytest.raises(RefusedError):
        workspace.revert(change)


def test_figures_are_under_the_tags_of_passage_and_sections(workspace: Workspace, report_id: int) -> None:
    sections = workspace.sections(report_id)
    workspace.apply(tagging.tag(sections[1].id, "society"))
    workspace.apply(tagging.tag_passage(report_id, PLACE, "public_order"))
    found = {figure.text: figure for figure in workspace.figures(workspace.index(report_id).ids)}
    force = tags_in_force(workspace, report_id)
    case, account = found["218 vụ"], found["13.160 tài khoản"]
    assert force.of_figure(case.section_id, case.place.start) == ("public_order", "society")
    assert force.of_figure(account.section_id, account.place.start) == ("society",)
    below = tag_tree().below("security")
    under = workspace.figures(force.figure_ids(workspace.index(report_id), below))
    assert [figure.text for figure in under] == ["218 vụ", "5,2%"]


def test_what_was_tagged_here_is_suggested_for_the_next_report(workspace: Workspace, bring: Bring) -> None:
    first, second = bring(), bring(TEXT.replace("218", "219").replace("2. Y tế", "5. Y TẾ"), "hai.txt")
    health = workspace.sections(first)[3]
    workspace.apply(tagging.tag(health.id, "population"))
    use = read_tag_use(workspace, 9)
    assert use.suggester.suggest(workspace.sections(second)[3].title)[0] == "population"
    assert use.recent == ("population",)


def test_recent_tags_are_this_clerks_own_latest_first(workspace: Workspace, report_id: int) -> None:
    section = workspace.sections(report_id)[0]
    for key in ("economy", "health", "economy"):
        workspace.apply(tagging.tag(section.id, key))
        workspace.apply(tagging.untag(section.id, key))
    workspace.apply(tagging.tag_passage(report_id, PLACE, "prices"))
    assert read_tag_use(workspace, 2).recent == ("prices", "economy")
