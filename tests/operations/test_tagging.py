"""Tags on sections."""

import pytest

from desktop.core.errors import RefusedError
from desktop.core.reviews import Touched
from desktop.operations import tagging
from desktop.operations.workspaces import Workspace


def _tags(workspace: Workspace, report_id: int) -> list[tuple[str, ...]]:
    return [section.tags for section in workspace.sections(report_id)]


def test_section_bears_its_tags_in_order(workspace: Workspace, report_id: int) -> None:
    section = workspace.sections(report_id)[1]
    for key in ("y_te", "kinh_te"):
        touched = workspace.apply(tagging.tag(section.id, key))
        assert touched == Touched(report_ids=(report_id,), section_ids=(section.id,))
    assert _tags(workspace, report_id) == [(), ("kinh_te", "y_te"), (), ()]


def test_untagging_is_undone_and_logged(workspace: Workspace, report_id: int) -> None:
    section = workspace.sections(report_id)[0]
    change = tagging.untag(section.id, "y_te")
    workspace.apply(tagging.tag(section.id, "y_te"))
    workspace.apply(change)
    assert _tags(workspace, report_id)[0] == ()
    workspace.revert(change)
    assert _tags(workspace, report_id)[0] == ("y_te",)
    lines = workspace.log(report_id)[1:]
    assert [line.action for line in lines] == ["tag", "untag", "undo_untag"]
    assert [(line.old, line.new) for line in lines[1:]] == [({"tag": "y_te"}, {}), ({}, {"tag": "y_te"})]
    assert lines[0].place == section.title


def test_untagging_what_is_not_tagged_changes_nothing(workspace: Workspace, report_id: int) -> None:
    assert workspace.apply(tagging.untag(1, "y_te")) == Touched()


def test_section_that_is_not_there_is_refused(workspace: Workspace, report_id: int) -> None:
    with pytest.raises(RefusedError):
        workspace.apply(tagging.tag(999, "y_te"))
