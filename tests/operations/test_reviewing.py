"""Each verb: apply, look, undo, look as before, redo, look as after."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.documents import Document, Format
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Origin, Reading, ReviewedFigure, Value, Verdict
from desktop.core.looks import Look
from desktop.core.places import Place
from desktop.core.reviews import Touched
from desktop.core.sections import LedgerKind
from desktop.operations import moving, reviewing, tagging
from desktop.operations.changes import Change
from desktop.operations.reviewing import Reason
from desktop.operations.workspaces import Workspace
from tests.operations.analysing import TEXT
from tests.operations.states import state_of

BUDGET, RANGE, CASES, FALL, UNREAD, ACCOUNTS = range(6)
"""The report's figures by their position."""

_SAID = Reading(Value(Decimal("219")), "vụ", indicator="số vụ ma túy")
_TWO = TEXT.index("hai vụ")

MakeChange = Callable[[list[int], int], Change]

CHANGES: dict[str, MakeChange] = {
    "accept": lambda ids, _: reviewing.accept([ids[CASES]]),
    "accept many": lambda ids, _: reviewing.accept([ids[CASES], ids[BUDGET], ids[RANGE]]),
    "accept in haste": lambda ids, _: reviewing.accept([ids[CASES]], looks={ids[CASES]: Look(90, 800)}),
    "correct": lambda ids, _: reviewing.correct(ids[CASES], _SAID, "bản gốc mờ"),
    "correct to a range": lambda ids, _: reviewing.correct(
        ids[CASES], Reading(Value(Decimal(1), Decimal(2)), "vụ")
    ),
    "correct what nobody could read": lambda ids, _: reviewing.correct(ids[UNREAD], _SAID),
    "dismiss as a date": lambda ids, _: reviewing.dismiss([ids[RANGE], ids[UNREAD]], "date"),
    "dismiss as a duplicate": lambda ids, _: reviewing.dismiss([ids[UNREAD]], "duplicate"),
    "dismiss for another reason": lambda ids, _: reviewing.dismiss([ids[CASES]], "other: số cũ"),
    "doubt": lambda ids, _: reviewing.doubt([ids[CASES], ids[UNREAD]]),
    "annotate": lambda ids, _: reviewing.annotate(ids[CASES], "hỏi lại Sở"),
    "add where no digits are": lambda _, report_id: reviewing.add(
        report_id, Place(_TWO, _TWO + 6), "hai vụ", Reading(Value(Decimal(2)), "vụ")
    ),
    "add over a figure's run": lambda _, report_id: reviewing.add(
        report_id, Place(TEXT.index("25%"), TEXT.index("25%") + 3), "25%", Reading(Value(Decimal(25)), "%")
    ),
    "add over the first of two runs": lambda _, report_id: reviewing.add(
        report_id, Place(TEXT.index("20-"), TEXT.index("20-") + 2), "20", Reading(Value(Decimal(20)), "%")
    ),
    "add a run that was set aside as open": lambda _, report_id: reviewing.open_run(
        report_id, Place(TEXT.index("05/"), TEXT.index("05/") + 10), "05/04/2021", _SAID
    ),
    "add over a run set aside": lambda _, report_id: reviewing.add(
        report_id, Place(TEXT.index("05/04"), TEXT.index(" có 218")), "05/04/2021", _SAID
    ),
    "add over an unread run": lambda _, report_id: reviewing.add(
        report_id, Place(TEXT.index("77/88"), TEXT.index("77/88") + 5), "77/88", _SAID
    ),
    "move to an unread run": lambda ids, _: _move(ids[CASES], "77/88"),
    "move to another figure's run": lambda ids, _: _move(ids[CASES], "13.160"),
    "move to a run set aside": lambda ids, _: _move(ids[RANGE], "05/04/2021"),
    "move an unread run": lambda ids, _: _move(ids[UNREAD], "hai vụ"),
    "grow over two figures": lambda ids, _: _move(ids[FALL], "218 vụ, giảm 5,2%"),
    "shrink to the second run": lambda ids, _: _move(ids[RANGE], "25%"),
    "tag": lambda _ids, _report_id: tagging.tag(1, "kinh_te"),
}


def _move(figure_id: int, text: str) -> Change:
    start = TEXT.index(text)
    return moving.move(figure_id, Place(start, start + len(text)), Document(Format.TXT, TEXT, ()))


def _ids(workspace: Workspace, report_id: int) -> list[int]:
    return list(workspace.index(report_id).ids)


def _figure(workspace: Workspace, figure_id: int) -> ReviewedFigure:
    (figure,) = workspace.figures([figure_id])
    return figure


def _kinds(workspace: Workspace, report_id: int, figure_id: int) -> list[LedgerKind]:
    return [run.kind for run in workspace.ledger(report_id) if run.figure_id == figure_id]


@pytest.mark.parametrize("make", CHANGES.values(), ids=CHANGES)
def test_undo_restores_and_redo_repeats_exactly(
    workspace: Workspace, report_id: int, make: MakeChange
) -> None:
    change = make(_ids(workspace, report_id), report_id)
    before, log = state_of(workspace, report_id), workspace.log()
    touched = workspace.apply(change)
    after = state_of(workspace, report_id)
    assert touched
    assert after != before
    assert workspace.revert(change)
    assert state_of(workspace, report_id) == before
    assert workspace.reapply(change)
    assert state_of(workspace, report_id) == after
    assert workspace.revert(change)
    assert state_of(workspace, report_id) == before
    lines = workspace.log()
    assert lines[: len(log)] == log
    added = [line.action for line in lines[len(log) :]]
    label, number = change.label, len(added) // 4
    assert added == [f"{act}{label}" for act in ("", "undo_", "redo_", "undo_") for _ in range(number)]


@pytest.mark.parametrize("make", [make for name, make in CHANGES.items() if not name.startswith("add")])
def test_change_made_again_changes_nothing(workspace: Workspace, report_id: int, make: MakeChange) -> None:
    ids = _ids(workspace, report_id)
    workspace.apply(make(ids, report_id))
    state, log = state_of(workspace, report_id), workspace.log()
    again = make(ids, report_id)
    assert workspace.apply(again) == Touched()
    assert workspace.revert(again) == workspace.reapply(again) == Touched()
    assert (state_of(workspace, report_id), workspace.log()) == (state, log)


def test_accepting_says_who_and_when(workspace: Workspace, report_id: int) -> None:
    figure_id = _ids(workspace, report_id)[CASES]
    touched = workspace.apply(reviewing.accept([figure_id]))
    figure = _figure(workspace, figure_id)
    assert touched == Touched((report_id,), (figure_id,), (figure.section_id,) if figure.section_id else ())
    assert (figure.verdict, figure.decided_by, figure.said) == (Verdict.ACCEPTED, "Lan", None)
    assert figure.decided_at == workspace.log()[-1].at


def test_correcting_keeps_what_the_machine_read(workspace: Workspace, report_id: int) -> None:
    figure_id = _ids(workspace, report_id)[CASES]
    read = _figure(workspace, figure_id).read
    workspace.apply(reviewing.correct(figure_id, _SAID))
    figure = _figure(workspace, figure_id)
    assert (figure.read, figure.said, figure.effective) == (read, _SAID, _SAID)
    line = workspace.log()[-1]
    assert line.old == {"verdict": "open", "value": "218", "indicator": "chỉ tiêu"}
    assert line.new == {"verdict": "corrected", "value": "219", "indicator": "số vụ ma túy"}


def test_correcting_to_the_same_reading_is_accepting(workspace: Workspace, report_id: int) -> None:
    figure_id = _ids(workspace, report_id)[CASES]
    workspace.apply(reviewing.correct(figure_id, _figure(workspace, figure_id).read))
    figure = _figure(workspace, figure_id)
    assert (figure.verdict, figure.said) == (Verdict.ACCEPTED, None)


@pytest.mark.parametrize("between", [reviewing.doubt, lambda ids: reviewing.dismiss(ids, "name")])
def test_accepting_keeps_a_correction(
    workspace: Workspace, report_id: int, between: Callable[[list[int]], Change]
) -> None:
    figure_id = _ids(workspace, report_id)[CASES]
    for change in (reviewing.correct(figure_id, _SAID), between([figure_id]), reviewing.accept([figure_id])):
        workspace.apply(change)
    figure = _figure(workspace, figure_id)
    assert (figure.verdict, figure.said, figure.reason) == (Verdict.CORRECTED, _SAID, "")


def test_number_nobody_could_read_cannot_be_accepted(workspace: Workspace, report_id: int) -> None:
    ids = _ids(workspace, report_id)
    before = state_of(workspace, report_id)
    with pytest.raises(RefusedError) as caught:
        workspace.apply(reviewing.accept([ids[CASES], ids[UNREAD]]))
    assert caught.value.refusal.code is RefusalCode.NEEDS_CORRECTION
    assert state_of(workspace, report_id) == before


def test_unread_number_is_a_figure_once_it_is_corrected(workspace: Workspace, report_id: int) -> None:
    figure_id = _ids(workspace, report_id)[UNREAD]
    assert _figure(workspace, figure_id).origin is Origin.LEDGER
    assert _kinds(workspace, report_id, figure_id) == [LedgerKind.OPEN]
    workspace.apply(reviewing.correct(figure_id, _SAID))
    assert _kinds(workspace, report_id, figure_id) == [LedgerKind.FIGURE]
    workspace.apply(reviewing.accept([figure_id]))
    assert _figure(workspace, figure_id).verdict is Verdict.CORRECTED


@pytest.mark.parametrize("reason", ["date", "period", "legal", "ordinal", "name", "furniture"])
def test_dismissed_runs_become_what_they_are(workspace: Workspace, report_id: int, reason: str) -> None:
    figure_id = _ids(workspace, report_id)[RANGE]
    workspace.apply(reviewing.dismiss([figure_id], reason))
    assert _kinds(workspace, report_id, figure_id) == [LedgerKind(reason)] * 2
    workspace.apply(reviewing.reopen([figure_id]))
    assert _kinds(workspace, report_id, figure_id) == [LedgerKind.FIGURE, LedgerKind.PART]


def test_other_reasons_leave_the_runs_claimed(workspace: Workspace, report_id: int) -> None:
    figure_id = _ids(workspace, report_id)[RANGE]
    for reason in ("duplicate", "not_of_report", "other", "other: ghi chú"):
        workspace.apply(reviewing.dismiss([figure_id], reason))
        assert _kinds(workspace, report_id, figure_id) == [LedgerKind.FIGURE, LedgerKind.PART]
        assert _figure(workspace, figure_id).reason == reason


@pytest.mark.parametrize("reason", ["", "because", "date: 2021", "other date"])
def test_dismissing_without_a_known_reason_is_refused(
    workspace: Workspace, report_id: int, reason: str
) -> None:
    with pytest.raises(RefusedError):
        workspace.apply(reviewing.dismiss([_ids(workspace, report_id)[CASES]], reason))
    assert not reviewing.is_reason(reason)


def test_reasons_begin_with_the_kinds_of_the_ledger() -> None:
    assert all(LedgerKind(reason) for reason in list(Reason)[:6])


def test_ledger_is_closed_when_every_figure_is_settled(workspace: Workspace, report_id: int) -> None:
    ids = _ids(workspace, report_id)
    assert workspace.progress(report_id).ledger_open == 7
    workspace.apply(reviewing.accept([ids[BUDGET], ids[RANGE], ids[CASES], ids[ACCOUNTS]]))
    assert workspace.progress(report_id).ledger_open == 2
    workspace.apply(reviewing.doubt([ids[FALL]]))
    assert workspace.progress(report_id).ledger_open == 2
    workspace.apply(reviewing.dismiss([ids[FALL], ids[UNREAD]], "not_of_report"))
    progress = workspace.progress()
    assert (progress.total, progress.open, progress.verified, progress.dismissed) == (6, 0, 4, 2)
    assert progress.ledger_open == 0


def test_adding_takes_the_runs_and_dismisses_nothing(workspace: Workspace, report_id: int) -> None:
    ids = _ids(workspace, report_id)
    at = TEXT.index("20-25%")
    touched = workspace.apply(
        reviewing.add(report_id, Place(at, at + 6), "20-25%", Reading(Value(Decimal(22)), "%"))
    )
    (added,) = touched.added_figure_ids
    figure = _figure(workspace, added)
    assert (figure.origin, figure.verdict, figure.section_id) == (Origin.CLERK, Verdict.ACCEPTED, 1)
    assert _kinds(workspace, report_id, added) == [LedgerKind.FIGURE, LedgerKind.PART]
    assert _kinds(workspace, report_id, ids[RANGE]) == []
    assert _figure(workspace, ids[RANGE]).verdict is Verdict.OPEN
    assert set(touched.figure_ids) == {added, ids[RANGE]}
    assert _ids(workspace, report_id) == [*ids[: RANGE + 1], added, *ids[RANGE + 1 :]]


def test_undone_addition_comes_back_under_its_id(workspace: Workspace, report_id: int) -> None:
    change = CHANGES["add where no digits are"]([], report_id)
    (added,) = workspace.apply(change).added_figure_ids
    workspace.set_bookmark(report_id, added)
    assert workspace.revert(change).removed_figure_ids == (added,)
    assert workspace.figures([added]) == []
    assert (bookmark := workspace.bookmark()) is not None
    assert bookmark.figure_id is None
    other = CHANGES["add over an unread run"]([], report_id)
    assert workspace.apply(other).added_figure_ids != (added,)
    workspace.revert(other)
    assert workspace.reapply(change).added_figure_ids == (added,)


def test_what_cannot_be_stored_is_replaced_before_it_is_compared(
    workspace: Workspace, report_id: int
) -> None:
    figure_id = _ids(workspace, report_id)[CASES]
    change = reviewing.correct(figure_id, replace(_SAID, unit="vụ\0\ud800"), "\0")
    before = state_of(workspace, report_id)
    workspace.apply(change)
    assert _figure(workspace, figure_id).effective.unit == "vụ��"
    assert workspace.revert(change)
    assert state_of(workspace, report_id) == before


def test_figure_named_twice_is_changed_once(workspace: Workspace, report_id: int) -> None:
    figure_id = _ids(workspace, report_id)[CASES]
    assert workspace.apply(reviewing.accept([figure_id, figure_id])).figure_ids == (figure_id,)
    assert [line.action for line in workspace.log()] == ["import", "accept"]


def test_thousands_of_figures_are_one_change(workspace: Workspace, bring: Callable[..., int]) -> None:
    report_id = bring("\n".join(f"Có {number} vụ." for number in range(2500)), "lớn.txt")
    ids = _ids(workspace, report_id)
    change = reviewing.accept(ids)
    before = state_of(workspace, report_id)
    assert workspace.apply(change).figure_ids == tuple(ids)
    assert workspace.progress(report_id).verified == 2500
    assert len(workspace.log(report_id)) == 2501
    workspace.revert(change)
    assert state_of(workspace, report_id) == before
