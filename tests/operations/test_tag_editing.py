"""The tree of tags is changed by verbs that are refused, undone and logged like any other."""

from collections.abc import Callable

import pytest

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.reviews import Touched
from desktop.core.tags import Tag, palette
from desktop.operations import tag_editing, tagging
from desktop.operations.annotations import read_tag_tree
from desktop.operations.changes import Change
from desktop.operations.workspaces import Workspace


def _tag(workspace: Workspace, key: str) -> Tag:
    found = read_tag_tree(workspace).get(key)
    assert found is not None
    return found


def _refusal(workspace: Workspace, change: Change) -> RefusalCode:
    lines = len(workspace.log())
    with pytest.raises(RefusedError) as caught:
        workspace.apply(change)
    assert len(workspace.log()) == lines
    return caught.value.refusal.code


def test_added_tag_is_there_for_everybody(workspace: Workspace, open_as: Callable[[str], Workspace]) -> None:
    change = tag_editing.add_tag("  Làng   nghề ", "industry")
    assert workspace.apply(change) == Touched(tags_changed=True)
    tag = _tag(open_as("Minh"), "own_lang_nghe")
    assert (tag.vi, tag.parent, tag.colour) == ("Làng nghề", "industry", _tag(workspace, "industry").colour)
    workspace.revert(change)
    assert read_tag_tree(workspace).get("own_lang_nghe") is None
    workspace.reapply(change)
    assert _tag(workspace, "own_lang_nghe") == tag


def test_names_that_fold_alike_get_keys_of_their_own(workspace: Workspace) -> None:
    for name in ("Thu", "Thú", "!"):
        workspace.apply(tag_editing.add_tag(name))
    assert [_tag(workspace, key).vi for key in ("own_thu", "own_thu_2", "own_tag")] == ["Thu", "Thú", "!"]


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        (tag_editing.rename_tag("tourism", "Du lịch, lễ hội"), "vi", "Du lịch, lễ hội"),
        (tag_editing.recolour_tag("tourism", "purple"), "colour", "purple"),
        (tag_editing.move_tag("tourism", "culture"), "parent", "culture"),
        (tag_editing.move_tag("tourism", None), "parent", None),
        (tag_editing.retire_tag("tourism"), "is_retired", True),
    ],
)
def test_default_field_is_changed_and_undone(
    workspace: Workspace, change: Change, field: str, value: object
) -> None:
    before = _tag(workspace, "tourism")
    workspace.apply(change)
    assert getattr(_tag(workspace, "tourism"), field) == value
    workspace.revert(change)
    assert _tag(workspace, "tourism") == before
    workspace.reapply(change)
    assert getattr(_tag(workspace, "tourism"), field) == value
    assert [line.action for line in workspace.log()] == [
        change.label,
        f"undo_{change.label}",
        f"redo_{change.label}",
    ]


def test_change_to_what_is_there_touches_nothing(workspace: Workspace) -> None:
    tag = _tag(workspace, "tourism")
    for change in (
        tag_editing.rename_tag(tag.key, tag.vi),
        tag_editing.recolour_tag(tag.key, tag.colour),
        tag_editing.move_tag(tag.key, tag.parent),
        tag_editing.restore_tag(tag.key),
    ):
        assert not workspace.apply(change)
    assert workspace.log() == []


def test_several_changes_of_one_tag_are_undone_one_by_one(workspace: Workspace) -> None:
    changes = [
        tag_editing.add_tag("Làng nghề"),
        tag_editing.rename_tag("own_lang_nghe", "Nghề cũ"),
        tag_editing.recolour_tag("own_lang_nghe", palette()[3]),
        tag_editing.move_tag("own_lang_nghe", "culture"),
    ]
    for change in changes:
        workspace.apply(change)
    for change in reversed(changes):
        workspace.revert(change)
    assert read_tag_tree(workspace).get("own_lang_nghe") is None


def test_what_makes_no_sense_is_refused_with_its_reason(workspace: Workspace) -> None:
    cases = {
        tag_editing.rename_tag("tourism", "y TẾ"): RefusalCode.TAG_NAME_TAKEN,
        tag_editing.add_tag("Health"): RefusalCode.TAG_NAME_TAKEN,
        tag_editing.recolour_tag("tourism", "infrared"): RefusalCode.TAG_COLOUR_UNKNOWN,
        tag_editing.move_tag("economy", "crops"): RefusalCode.TAG_UNDER_ITSELF,
        tag_editing.move_tag("economy", "economy"): RefusalCode.TAG_UNDER_ITSELF,
        tag_editing.rename_tag("gone", "Tên"): RefusalCode.CHANGED_MEANWHILE,
    }
    assert {change: _refusal(workspace, change) for change in cases} == cases
    with pytest.raises(RefusedError) as caught:
        tag_editing.add_tag(" \n ")
    assert caught.value.refusal.code is RefusalCode.TAG_WITHOUT_NAME


def test_tag_somebody_uses_is_not_taken_back(workspace: Workspace, report_id: int) -> None:
    change = tag_editing.add_tag("Làng nghề")
    workspace.apply(change)
    workspace.apply(tagging.tag(workspace.sections(report_id)[0].id, "own_lang_nghe"))
    with pytest.raises(RefusedError) as caught:
        workspace.revert(change)
    assert caught.value.refusal.code is RefusalCode.TAG_IN_USE
    assert _tag(workspace, "own_lang_nghe").vi == "Làng nghề"


def test_undo_that_would_close_a_circle_is_refused(workspace: Workspace) -> None:
    for name, parent in (("A", None), ("B", "own_a")):
        workspace.apply(tag_editing.add_tag(name, parent))
    out = tag_editing.move_tag("own_b", None)
    workspace.apply(out)
    workspace.apply(tag_editing.move_tag("own_a", "own_b"))
    with pytest.raises(RefusedError) as caught:
        workspace.revert(out)
    assert caught.value.refusal.code is RefusalCode.TAG_UNDER_ITSELF


def test_log_tells_old_and_new(workspace: Workspace) -> None:
    for name in ("Làng nghề", "Nghề"):
        workspace.apply(
            tag_editing.add_tag(name)
            if name == "Làng nghề"
            else tag_editing.rename_tag("own_lang_nghe", name)
        )
    line = workspace.log()[-1]
    assert (line.place, line.old, line.new) == ("Nghề", {"name": "Làng nghề"}, {"name": "Nghề"})
