"""Notes on figures, passages and reports."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.core.annotations import Note, NoteState
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Reading, Value
from desktop.core.places import Place
from desktop.operations import noting, reviewing
from desktop.operations.annotations import read_annotations, read_history
from desktop.operations.changes import Change
from desktop.operations.workspaces import Workspace
from tests.operations.states import state_of


def _notes(workspace: Workspace, report_id: int) -> tuple[Note, ...]:
    return read_annotations(workspace, report_id).notes


def test_notes_are_anchored_signed_and_in_text_order(workspace: Workspace, report_id: int) -> None:
    figure = workspace.figures(workspace.index(report_id).ids[2:3])[0]
    passage = Place(11, 24, page=1)
    for change in (
        noting.write_note(report_id, "hỏi Công an tỉnh", figure_id=figure.id),
        noting.write_note(report_id, "câu này lặp lại", place=passage),
        noting.write_note(report_id, " thiếu phụ lục\n"),
    ):
        touched = workspace.apply(change)
        assert touched.report_ids == (report_id,)
        assert touched.annotations_changed
    whole, on_passage, on_figure = _notes(workspace, report_id)
    assert (whole.text, whole.place, whole.figure_id) == ("thiếu phụ lục", None, None)
    assert (on_passage.text, on_passage.place) == ("câu này lặp lại", passage)
    assert (on_figure.figure_id, on_figure.place) == (figure.id, figure.place)
    assert {note.written_by for note in (whole, on_passage, on_figure)} == {"Lan"}
    assert whole.written_at >= on_passage.written_at
    assert whole.state is NoteState.OPEN


def test_note_is_settled_and_reopened(
    workspace: Workspace, open_as: Callable[[str], Workspace], report_id: int
) -> None:
    workspace.apply(noting.write_note(report_id, "hỏi lại"))
    (note,) = _notes(workspace, report_id)
    colleague = open_as("Minh")
    colleague.apply(noting.settle_note(note.id))
    (settled,) = _notes(workspace, report_id)
    assert (settled.state, settled.settled_by, settled.written_by) == (NoteState.SETTLED, "Minh", "Lan")
    assert settled.settled_at is not None
    assert not workspace.apply(noting.settle_note(note.id))
    workspace.apply(noting.reopen_note(note.id))
    (opened,) = _notes(workspace, report_id)
    assert (opened.state, opened.settled_by, opened.settled_at) == (NoteState.OPEN, "", None)


@pytest.mark.parametrize(
    "verb",
    [
        noting.settle_note,
        noting.remove_note,
        lambda note_id: noting.rewrite_note(note_id, "khác"),
    ],
)
def test_every_verb_is_undone_and_redone_exactly(
    workspace: Workspace, report_id: int, verb: Callable[[int], Change]
) -> None:
    writing = noting.write_note(report_id, "hỏi lại")
    workspace.apply(writing)
    before = _plain(workspace, report_id)
    change = verb(_notes(workspace, report_id)[0].id)
    workspace.apply(change)
    after = _plain(workspace, report_id)
    assert after != before
    workspace.revert(change)
    assert _plain(workspace, report_id) == before
    workspace.reapply(change)
    assert _plain(workspace, report_id) == after
    workspace.revert(change)
    workspace.revert(writing)
    assert _plain(workspace, report_id) == []
    workspace.reapply(writing)
    assert _plain(workspace, report_id) == before


def test_note_leaves_figures_and_progress_alone(workspace: Workspace, report_id: int) -> None:
    before = state_of(workspace, report_id)
    figure_id = workspace.index(report_id).ids[0]
    workspace.apply(noting.write_note(report_id, "hỏi lại", figure_id=figure_id))
    after = state_of(workspace, report_id)
    assert after.notes
    assert replace(after, notes=()) == before


def test_note_on_a_figure_that_was_taken_back_stays_at_its_place(
    workspace: Workspace, report_id: int
) -> None:
    addition = reviewing.add(report_id, Place(0, 2), "I.", Reading(Value.parse("1")))
    figure_id = workspace.apply(addition).added_figure_ids[0]
    workspace.apply(noting.write_note(report_id, "xem lại", figure_id=figure_id))
    workspace.revert(addition)
    (note,) = _notes(workspace, report_id)
    assert (note.place, note.text) == (Place(0, 2), "xem lại")


def test_change_of_a_note_that_somebody_changed_is_not_undone(
    workspace: Workspace, open_as: Callable[[str], Workspace], report_id: int
) -> None:
    workspace.apply(noting.write_note(report_id, "một"))
    note_id = _notes(workspace, report_id)[0].id
    change = noting.rewrite_note(note_id, "hai")
    workspace.apply(change)
    open_as("Minh").apply(noting.rewrite_note(note_id, "ba"))
    with pytest.raises(RefusedError) as caught:
        workspace.revert(change)
    assert caught.value.refusal.code is RefusalCode.CHANGED_MEANWHILE
    assert _notes(workspace, report_id)[0].text == "ba"


def test_empty_unknown_and_removed_notes_are_refused(workspace: Workspace, report_id: int) -> None:
    with pytest.raises(RefusedError):
        noting.write_note(report_id, " \n")
    workspace.apply(noting.write_note(report_id, "x"))
    note_id = _notes(workspace, report_id)[0].id
    workspace.apply(noting.remove_note(note_id))
    for change in (
        noting.settle_note(note_id),
        noting.settle_note(999),
        noting.write_note(999, "x"),
        noting.write_note(report_id, "x", figure_id=999),
    ):
        with pytest.raises(RefusedError):
            workspace.apply(change)


def test_removed_note_lives_on_in_the_log(workspace: Workspace, report_id: int) -> None:
    workspace.apply(noting.write_note(report_id, "hỏi lại"))
    workspace.apply(noting.remove_note(_notes(workspace, report_id)[0].id))
    line = workspace.log(report_id)[-1]
    assert (line.action, line.old["note_text"], line.new) == ("remove_note", "hỏi lại", {})


def test_history_of_a_figure_tells_what_was_undone(workspace: Workspace, report_id: int) -> None:
    first, second = workspace.index(report_id).ids[:2]
    accept, doubt = reviewing.accept([first, second]), reviewing.doubt([first])
    workspace.apply(accept)
    workspace.apply(doubt)
    workspace.revert(doubt)
    workspace.revert(accept)
    workspace.reapply(accept)
    workspace.apply(noting.write_note(report_id, "hỏi lại", figure_id=first))
    lines = read_history(workspace, first)
    told = [(line.direction, line.verb, line.undone is not None) for line in lines]
    assert told == [
        ("", "accept", False),
        ("", "doubt", True),
        ("undo_", "doubt", False),
        ("undo_", "accept", False),
        ("redo_", "accept", False),
        ("", "write_note", False),
    ]
    assert [line.verb for line in read_history(workspace, second)] == ["accept", "accept", "accept"]


def _plain(workspace: Workspace, report_id: int) -> list[tuple[object, ...]]:
    """Return the notes without their revisions, which never go back."""
    return [
        (note.id, note.text, note.state, note.settled_by, note.settled_at, note.written_by, note.written_at)
        for note in _notes(workspace, report_id)
    ]
