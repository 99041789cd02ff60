"""A report is signed off when nothing is open; then nothing of it changes until it is opened again."""

import json
from collections.abc import Callable

import pytest

from desktop.core.errors import Refusal, RefusalCode, RefusedError
from desktop.core.messages import Language, refusal_line
from desktop.core.places import Place
from desktop.core.reviews import ReportSummary
from desktop.operations import noting, reviewing, signing, tag_editing, tagging
from desktop.operations.annotations import read_annotations
from desktop.operations.changes import Change
from desktop.operations.checking import check
from desktop.operations.verdicts import apply_lines
from desktop.operations.workspaces import Workspace
from tests.operations.analysing import TEXT
from tests.operations.states import state_of


def _settle(workspace: Workspace, report_id: int) -> None:
    ids = workspace.index(report_id).ids
    unread = [f.id for f in workspace.figures(ids) if f.text == "77/88"]
    workspace.apply(reviewing.dismiss(unread, "legal"))
    workspace.apply(reviewing.accept([each for each in ids if each not in unread]))


@pytest.fixture
def signed(workspace: Workspace, report_id: int) -> Workspace:
    """Return the workspace with its report signed off by Lan."""
    _settle(workspace, report_id)
    assert workspace.apply(signing.sign_off(report_id)).report_ids == (report_id,)
    return workspace


def _refusal(act: Callable[[Change], object], change: Change) -> Refusal:
    with pytest.raises(RefusedError) as caught:
        act(change)
    return caught.value.refusal


def _report(workspace: Workspace) -> ReportSummary:
    (report,) = workspace.reports()
    return report


def test_report_with_anything_open_is_not_signed_off(workspace: Workspace, report_id: int) -> None:
    ids = workspace.index(report_id).ids
    refusal = _refusal(workspace.apply, signing.sign_off(report_id))
    assert refusal.code is RefusalCode.REPORT_NOT_DONE
    assert refusal_line(refusal, Language.ENGLISH).startswith(
        "bao-cao.txt: cannot be signed off yet; still open are 6 figures, doubtful 0"
    )
    _settle(workspace, report_id)
    workspace.apply(reviewing.doubt(ids[:1]))
    assert _refusal(workspace.apply, signing.sign_off(report_id)).details["doubtful"] == "1"
    assert not _report(workspace).is_signed_off


def test_signature_tells_who_and_when_and_is_logged(signed: Workspace) -> None:
    report, entry = _report(signed), signed.log()[-1]
    assert (report.signed_by, report.is_signed_off) == ("Lan", True)
    assert (entry.action, entry.who, entry.place, entry.old) == ("sign_off", "Lan", "bao-cao.txt", {})
    assert entry.new["signed_by"] == "Lan"
    assert report.signed_at == entry.at


def test_no_change_of_a_signed_report_is_let_through(signed: Workspace, report_id: int) -> None:
    figure = signed.figures(signed.index(report_id).ids)[0]
    section = signed.sections(report_id)[0]
    before, log = state_of(signed, report_id), len(signed.log())
    changes = [
        reviewing.correct(figure.id, figure.read, "ghi chú"),
        reviewing.dismiss([figure.id], "date"),
        reviewing.doubt([figure.id]),
        reviewing.reopen([figure.id]),
        reviewing.annotate(figure.id, "ghi chú"),
        reviewing.add(report_id, figure.place, figure.text, figure.read),
        reviewing.open_run(report_id, figure.place, figure.text, figure.read),
        tagging.tag(section.id, "y_te"),
    ]
    for change in changes:
        refusal = _refusal(signed.apply, change)
        assert refusal.code is RefusalCode.REPORT_SIGNED
        assert "Lan" in refusal_line(refusal, Language.VIETNAMESE)
        assert "bao-cao.txt" in refusal_line(refusal, Language.VIETNAMESE)
    assert state_of(signed, report_id) == before
    assert len(signed.log()) == log


def test_no_tag_and_no_note_is_put_beside_a_signed_report_or_taken_off(
    workspace: Workspace, report_id: int
) -> None:
    section, figure_id = workspace.sections(report_id)[0], workspace.index(report_id).ids[0]
    place = Place(0, 5)
    older = [
        tagging.tag(section.id, "economy"),
        tagging.tag_passage(report_id, place, "economy"),
        noting.write_note(report_id, "hỏi lại", figure_id=figure_id),
        noting.write_note(report_id, "thiếu phụ lục"),
    ]
    for change in older:
        workspace.apply(change)
    whole, on_figure = read_annotations(workspace, report_id).notes
    settling = noting.settle_note(on_figure.id)
    workspace.apply(settling)
    _settle(workspace, report_id)
    workspace.apply(signing.sign_off(report_id))
    before, log = state_of(workspace, report_id), len(workspace.log())
    newer = [
        tagging.tag(section.id, "health"),
        tagging.untag(section.id, "economy"),
        tagging.tag_passage(report_id, place, "health"),
        tagging.untag_passage(report_id, place, "economy"),
        noting.write_note(report_id, "câu này lặp lại", place=place),
        noting.write_note(report_id, "hỏi Công an tỉnh", figure_id=figure_id),
        noting.write_note(report_id, "xem lại"),
        noting.rewrite_note(whole.id, "đủ phụ lục"),
        noting.settle_note(whole.id),
        noting.reopen_note(on_figure.id),
        noting.remove_note(whole.id),
    ]
    acts = [(workspace.apply, change) for change in newer]
    acts += [(workspace.revert, change) for change in (*older[:2], settling, older[3])]
    refusals = [_refusal(act, change) for act, change in acts]
    assert {refusal.code for refusal in refusals} == {RefusalCode.REPORT_SIGNED}
    assert {refusal.details["report"] for refusal in refusals} == {"bao-cao.txt"}
    assert state_of(workspace, report_id) == before
    assert len(workspace.log()) == log


def test_tag_taken_off_before_the_sign_off_does_not_come_back_by_redo(
    workspace: Workspace, report_id: int
) -> None:
    changes = [tagging.tag_passage(report_id, Place(0, 5), "health"), noting.write_note(report_id, "hỏi lại")]
    for change in changes:
        workspace.apply(change)
        workspace.revert(change)
    _settle(workspace, report_id)
    workspace.apply(signing.sign_off(report_id))
    assert {_refusal(workspace.reapply, change).code for change in changes} == {RefusalCode.REPORT_SIGNED}


def test_office_may_change_its_tree_of_tags_whatever_is_signed(signed: Workspace) -> None:
    assert signed.apply(tag_editing.rename_tag("health", "Y tế, dân số")).tags_changed


def test_undo_of_an_older_change_is_refused_too(workspace: Workspace, report_id: int) -> None:
    _settle(workspace, report_id)
    change = reviewing.annotate(workspace.index(report_id).ids[0], "ghi chú")
    workspace.apply(change)
    workspace.apply(signing.sign_off(report_id))
    assert _refusal(workspace.revert, change).code is RefusalCode.REPORT_SIGNED


def test_acceptance_of_what_is_accepted_changes_nothing_and_is_not_refused(
    signed: Workspace, report_id: int
) -> None:
    figure_id = signed.index(report_id).ids[0]
    assert not signed.apply(reviewing.accept([figure_id]))


def test_other_reports_of_the_workspace_stay_open(
    signed: Workspace, bring: Callable[..., int], report_id: int
) -> None:
    other_id = bring(TEXT + "Thêm.", "khac.txt")
    assert signed.apply(reviewing.accept(signed.index(other_id).ids[:1]))


def test_signed_report_is_opened_again_for_a_reason(signed: Workspace, report_id: int) -> None:
    refusal = _refusal(signed.apply, signing.reopen_report(report_id, "  "))
    assert refusal.code is RefusalCode.REASON_MISSING
    signed.apply(signing.reopen_report(report_id, " số liệu sửa lại "))
    entry = signed.log()[-1]
    assert (entry.action, entry.new["reason"], entry.old["signed_by"]) == (
        "reopen_report",
        "số liệu sửa lại",
        "Lan",
    )
    assert not _report(signed).is_signed_off
    assert signed.apply(reviewing.doubt(signed.index(report_id).ids[:1]))


def test_signing_twice_and_opening_what_is_open_are_refused(signed: Workspace, report_id: int) -> None:
    assert _refusal(signed.apply, signing.sign_off(report_id)).code is RefusalCode.ALREADY_SIGNED
    signed.apply(signing.reopen_report(report_id, "sửa"))
    again = signing.reopen_report(report_id, "sửa")
    assert _refusal(signed.apply, again).code is RefusalCode.NOT_SIGNED


def test_sign_off_is_undone_and_redone(workspace: Workspace, report_id: int) -> None:
    _settle(workspace, report_id)
    change = signing.sign_off(report_id)
    workspace.apply(change)
    signed_at = _report(workspace).signed_at
    workspace.revert(change)
    assert not _report(workspace).is_signed_off
    workspace.reapply(change)
    assert _report(workspace).signed_at == signed_at
    actions = [entry.action for entry in workspace.log()[-3:]]
    assert actions == ["sign_off", "undo_sign_off", "redo_sign_off"]


def test_redo_of_a_sign_off_asks_again_whether_anything_is_open(workspace: Workspace, report_id: int) -> None:
    _settle(workspace, report_id)
    change = signing.sign_off(report_id)
    workspace.apply(change)
    workspace.revert(change)
    workspace.apply(reviewing.reopen(workspace.index(report_id).ids[:1]))
    assert _refusal(workspace.reapply, change).code is RefusalCode.REPORT_NOT_DONE


def test_reopening_is_undone_unless_something_became_open(signed: Workspace, report_id: int) -> None:
    change = signing.reopen_report(report_id, "sửa")
    signed.apply(change)
    signed.revert(change)
    assert _report(signed).signed_by == "Lan"
    signed.reapply(change)
    signed.apply(reviewing.doubt(signed.index(report_id).ids[:1]))
    assert _refusal(signed.revert, change).code is RefusalCode.REPORT_NOT_DONE


def test_clerk_who_had_it_open_meanwhile_is_told_who_signed(
    signed: Workspace, open_as: Callable[[str], Workspace], report_id: int
) -> None:
    other = open_as("Hoa")
    figure_id = other.index(report_id).ids[0]
    other.figures([figure_id])
    refusal = _refusal(other.apply, reviewing.doubt([figure_id]))
    assert (refusal.code, refusal.details["who"]) == (RefusalCode.REPORT_SIGNED, "Lan")


def test_script_is_refused_line_by_line(signed: Workspace, report_id: int) -> None:
    line = {"report": "bao-cao.txt", "start": TEXT.index("218"), "verdict": "doubtful"}
    same = {"report": "bao-cao.txt", "start": TEXT.index("218"), "verdict": "accepted"}
    applied = apply_lines(signed, [json.dumps(line), json.dumps(same)], "v.jsonl")
    assert (applied.changed, applied.unchanged) == (0, 1)
    (refusal,) = applied.refusals
    assert (refusal.subject, refusal.code) == ("v.jsonl:1", RefusalCode.REPORT_SIGNED)


def test_workspace_with_a_signed_report_is_sound(signed: Workspace, location: object) -> None:
    assert check(location) == []  # type: ignore[arg-type]
