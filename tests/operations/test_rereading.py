"""The second reading in a workspace: rules, readings, settlements, what they forbid; on both databases."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.core.errors import Refusal, RefusalCode, RefusedError
from desktop.core.figures import Value, Verdict
from desktop.core.messages import Language, refusal_line
from desktop.core.places import Place
from desktop.core.rereading import Mode, Outcome, RuleScope, SecondReading, SecondRule
from desktop.operations import rereading, reviewing, signing, tagging
from desktop.operations.changes import Change
from desktop.operations.checking import check
from desktop.operations.exporting import export
from desktop.operations.rereading_state import rates_of, readings_of, rules_of, standing_of
from desktop.operations.workspaces import Workspace
from tests.operations.analysing import TEXT
from tests.operations.states import state_of

OpenAs = Callable[[str], Workspace]


@pytest.fixture
def done(workspace: Workspace, report_id: int) -> Workspace:
    """Return the workspace with its report gone through by Lan."""
    ids = workspace.index(report_id).ids
    unread = [f.id for f in workspace.figures(ids) if f.text == "77/88"]
    workspace.apply(reviewing.dismiss(unread, "legal"))
    workspace.apply(reviewing.accept([each for each in ids if each not in unread]))
    return workspace


@pytest.fixture
def other(done: Workspace, open_as: OpenAs) -> Workspace:
    """Return the same workspace opened by Hoa."""
    return open_as("Hoa")


def _verified(workspace: Workspace, report_id: int) -> list[int]:
    return workspace.verified_ids(report_id)


def _review(workspace: Workspace, report_id: int, **rule: object) -> None:
    wanted = SecondRule(RuleScope(report_id), **({"is_reviewed": True} | rule))  # type: ignore[arg-type]
    workspace.apply(rereading.set_rule(wanted))


def _agree(workspace: Workspace, figure_id: int, mode: Mode = Mode.REVIEW) -> Change:
    (figure,) = workspace.figures([figure_id])
    change = rereading.read_again(figure_id, mode, figure.effective)
    workspace.apply(change)
    return change


def _differ(workspace: Workspace, report_id: int, figure_id: int, value: str = "219") -> SecondReading:
    (figure,) = workspace.figures([figure_id])
    second = replace(figure.effective, value=Value.parse(value))
    workspace.apply(rereading.read_again(figure_id, Mode.REVIEW, second))
    (found,) = standing_of(workspace, report_id).differences
    return found


def _refusal(act: Callable[[Change], object], change: Change) -> Refusal:
    with pytest.raises(RefusedError) as caught:
        act(change)
    return caught.value.refusal


def test_without_a_rule_nothing_is_due(done: Workspace, report_id: int) -> None:
    found = standing_of(done, report_id)
    assert (found.due, found.differences, found.barred) == ((), (), frozenset())


def test_rule_is_set_undone_and_set_again(workspace: Workspace, report_id: int) -> None:
    scope = RuleScope(report_id)
    wanted = SecondRule(scope, is_rekeyed=True, share=20)
    change = rereading.set_rule(wanted)
    assert workspace.apply(change).reports_changed
    assert rules_of(workspace) == [wanted]
    workspace.revert(change)
    assert rules_of(workspace) == []
    workspace.reapply(change)
    assert rules_of(workspace) == [wanted]
    entries = [entry for entry in workspace.log() if "rule" in entry.action]
    assert [entry.action for entry in entries] == ["second_rule", "undo_second_rule", "redo_second_rule"]
    assert entries[0].new["rekeyed_share"] == "20"
    assert not workspace.apply(rereading.set_rule(wanted))


def test_draw_is_not_drawn_again_by_any_setting(bring: Callable[..., int], workspace: Workspace) -> None:
    lines = "".join(f"Có {number} vụ.\n" for number in range(101, 161))
    report_id = bring(TEXT + lines, "dai.txt")
    workspace.apply(reviewing.accept([f for f in workspace.index(report_id).ids if _is_read(workspace, f)]))
    rule = SecondRule(RuleScope(report_id), is_rekeyed=True, share=10)
    workspace.apply(rereading.set_rule(rule))
    first = standing_of(workspace, report_id).due
    workspace.apply(rereading.set_rule(SecondRule(RuleScope(report_id))))
    assert standing_of(workspace, report_id).due == ()
    workspace.apply(rereading.set_rule(replace(rule, share=30)))
    assert set(first) < set(standing_of(workspace, report_id).due)
    workspace.apply(rereading.set_rule(rule))
    assert standing_of(workspace, report_id).due == first
    # The ledger's own number is drawn among the others, but waits for its verdict.
    assert 5 <= len(first) <= 7
    assert {each.mode for each in first} == {Mode.REKEY}


def test_two_workspaces_draw_unlike(done: Workspace, report_id: int) -> None:
    _review(done, report_id, is_reviewed=False, is_rekeyed=True)
    done.apply(rereading.set_rule(SecondRule(RuleScope(tag="y_te"), is_rekeyed=True)))
    with done.reading() as connection:
        seeds = set(connection.exec_driver_sql("SELECT seed FROM second_rules").scalars())
    assert len(seeds) == 2
    assert {len(seed) for seed in seeds} == {64}
    told = {text for entry in done.log() for text in (*entry.old.values(), *entry.new.values())}
    assert not seeds & told


def test_field_rule_holds_below_the_tagged_section(done: Workspace, other: Workspace, report_id: int) -> None:
    society = next(s for s in done.sections(report_id) if s.title == "II. Xã hội")
    done.apply(tagging.tag(society.id, "y_te"))
    done.apply(rereading.set_rule(SecondRule(RuleScope(tag="y_te"), is_reviewed=True)))
    due = [figure.text for figure in other.figures([d.figure_id for d in standing_of(other, report_id).due])]
    assert due == ["218 vụ", "5,2%", "13.160 tài khoản"]


def test_field_rule_holds_for_a_tagged_passage_alone(
    done: Workspace, other: Workspace, report_id: int
) -> None:
    found = next(f for f in done.figures(_verified(done, report_id)) if f.text == "218 vụ")
    done.apply(tagging.tag_passage(report_id, Place(found.place.start, found.place.end), "y_te"))
    done.apply(rereading.set_rule(SecondRule(RuleScope(tag="y_te"), is_reviewed=True)))
    assert [d.figure_id for d in standing_of(other, report_id).due] == [found.id]


def test_who_verified_other_fields_only_may_sign_where_a_fields_rule_wants_another(
    done: Workspace, other: Workspace, report_id: int
) -> None:
    found = next(f for f in done.figures(_verified(done, report_id)) if f.text == "218 vụ")
    done.apply(tagging.tag_passage(report_id, Place(found.place.start, found.place.end), "y_te"))
    done.apply(rereading.set_rule(SecondRule(RuleScope(tag="y_te"), has_other_signer=True)))
    assert _refusal(done.apply, signing.sign_off(report_id)).code is RefusalCode.SIGNED_BY_FIRST
    other.apply(reviewing.reopen([found.id]))
    other.apply(reviewing.accept([found.id]))
    assert _refusal(other.apply, signing.sign_off(report_id)).code is RefusalCode.SIGNED_BY_FIRST
    done.apply(signing.sign_off(report_id))


def test_agreement_settles_a_figure_and_can_be_taken_back(
    done: Workspace, other: Workspace, report_id: int
) -> None:
    _review(done, report_id)
    ids = _verified(done, report_id)
    before = state_of(other, report_id)
    change = _agree(other, ids[0])
    assert [each.figure_id for each in standing_of(other, report_id).due] == ids[1:]
    (made,) = readings_of(other, report_id)
    assert (made.who, made.first_by, made.outcome, made.tries) == ("Hoa", "Lan", Outcome.AGREES, 1)
    assert state_of(other, report_id) == before
    other.revert(change)
    assert [each.figure_id for each in standing_of(other, report_id).due] == ids
    other.reapply(change)
    assert [each.figure_id for each in standing_of(other, report_id).due] == ids[1:]
    actions = [entry.action for entry in other.log()[-3:]]
    assert actions == ["read_again", "undo_read_again", "redo_read_again"]


def test_own_figure_and_open_figure_are_refused(done: Workspace, other: Workspace, report_id: int) -> None:
    _review(done, report_id)
    first, second, *_ = _verified(done, report_id)
    own, opened = (done.figures([each])[0] for each in (first, second))
    refusal = _refusal(done.apply, rereading.read_again(first, Mode.REVIEW, own.effective))
    assert refusal.code is RefusalCode.REREAD_BY_FIRST
    assert "Lan" in refusal_line(refusal, Language.VIETNAMESE)
    done.apply(reviewing.reopen([second]))
    refusal = _refusal(other.apply, rereading.read_again(second, Mode.REVIEW, opened.effective))
    assert refusal.code is RefusalCode.NOT_VERIFIED
    assert readings_of(done) == []


def test_figure_changed_since_it_was_shown_is_refused(
    done: Workspace, other: Workspace, report_id: int
) -> None:
    figure_id = _verified(done, report_id)[0]
    (shown,) = other.figures([figure_id])
    done.figures([figure_id])
    done.apply(reviewing.correct(figure_id, replace(shown.effective, unit="triệu đồng")))
    refusal = _refusal(other.apply, rereading.read_again(figure_id, Mode.REVIEW, shown.effective))
    assert refusal.code is RefusalCode.CHANGED_MEANWHILE


def test_correction_after_the_second_reading_makes_it_due_again(
    done: Workspace, other: Workspace, report_id: int
) -> None:
    _review(done, report_id)
    figure_id = _verified(done, report_id)[0]
    _agree(other, figure_id)
    (figure,) = done.figures([figure_id])
    change = reviewing.correct(figure_id, replace(figure.effective, unit="triệu đồng"))
    done.apply(change)
    assert figure_id in [each.figure_id for each in standing_of(done, report_id).due]
    done.revert(change)
    assert figure_id not in [each.figure_id for each in standing_of(done, report_id).due]


@pytest.mark.parametrize(
    ("chosen", "outcome", "verdict"),
    [
        ("218", Outcome.FIRST, Verdict.ACCEPTED),
        ("219", Outcome.SECOND, Verdict.CORRECTED),
        ("220", Outcome.OTHER, Verdict.CORRECTED),
    ],
)
def test_difference_is_settled_undone_and_settled_again(
    done: Workspace, other: Workspace, report_id: int, chosen: str, outcome: Outcome, verdict: Verdict
) -> None:
    _review(done, report_id)
    figure_id = done.figure_ids_at(report_id, TEXT.index("218"), TEXT.index("218") + 3)[0]
    difference = _differ(other, report_id, figure_id)
    assert difference.outcome is Outcome.DIFFERS
    before = state_of(done, report_id)
    right = replace(difference.first, value=Value.parse(chosen))
    change = rereading.settle(difference, right)
    done.apply(change)
    settled = state_of(done, report_id)

    def now() -> tuple[Outcome, str, Verdict, Value, int]:
        (reading,), (figure,) = readings_of(done, report_id), done.figures([figure_id])
        waiting = len(standing_of(done, report_id).differences)
        return reading.outcome, reading.settled_by, figure.verdict, figure.effective.value, waiting

    assert now() == (outcome, "Lan", verdict, Value.parse(chosen), 0)
    assert figure_id not in [each.figure_id for each in standing_of(done, report_id).due]
    done.revert(change)
    assert now() == (Outcome.DIFFERS, "", Verdict.ACCEPTED, Value.parse("218"), 1)
    assert state_of(done, report_id) == before
    done.reapply(change)
    assert now() == (outcome, "Lan", verdict, Value.parse(chosen), 0)
    assert state_of(done, report_id) == settled
    assert done.log()[-1].action == "redo_settle_readings"


def test_difference_is_settled_once(done: Workspace, other: Workspace, report_id: int) -> None:
    figure_id = _verified(done, report_id)[2]
    difference = _differ(other, report_id, figure_id)
    done.apply(rereading.settle(difference, difference.second))
    other.figures([figure_id])
    refusal = _refusal(other.apply, rereading.settle(difference, difference.first))
    assert refusal.code is RefusalCode.CHANGED_MEANWHILE


def test_reading_that_was_settled_is_not_taken_back_by_its_reader(
    done: Workspace, other: Workspace, report_id: int
) -> None:
    figure_id = _verified(done, report_id)[2]
    (figure,) = other.figures([figure_id])
    change = rereading.read_again(figure_id, Mode.REKEY, replace(figure.effective, value=Value.parse("7")))
    other.apply(change)
    (difference,) = standing_of(done, report_id).differences
    done.apply(rereading.settle(difference, difference.first))
    assert _refusal(other.revert, change).code is RefusalCode.CHANGED_MEANWHILE


def test_report_is_not_signed_off_before_everything_is_read_again_and_settled(
    done: Workspace, other: Workspace, report_id: int
) -> None:
    _review(done, report_id)
    refusal = _refusal(done.apply, signing.sign_off(report_id))
    assert (refusal.code, refusal.details["due"]) == (RefusalCode.REREADING_DUE, "5")
    first, *rest = _verified(done, report_id)
    for figure_id in rest:
        _agree(other, figure_id)
    difference = _differ(other, report_id, first)
    line = refusal_line(_refusal(done.apply, signing.sign_off(report_id)), Language.VIETNAMESE)
    assert "còn 0 số liệu chờ đọc lần hai, 1 chỗ khác nhau" in line
    assert "\n" not in line
    other.apply(rereading.settle(difference, difference.first))
    assert done.apply(signing.sign_off(report_id))


def test_signature_of_another_person_is_asked_for(done: Workspace, open_as: OpenAs, report_id: int) -> None:
    _review(done, report_id, is_reviewed=False, has_other_signer=True)
    refusal = _refusal(done.apply, signing.sign_off(report_id))
    assert refusal.code is RefusalCode.SIGNED_BY_FIRST
    assert "Lan" in refusal_line(refusal, Language.ENGLISH)
    head = open_as("Minh")
    head.apply(signing.sign_off(report_id))
    assert head.reports()[0].signed_by == "Minh"


def test_signed_report_takes_neither_rule_nor_reading_nor_settlement(
    done: Workspace, other: Workspace, report_id: int
) -> None:
    first, second, *_ = _verified(done, report_id)
    agreed = _agree(other, first)
    difference = _differ(other, report_id, second)
    settling = rereading.settle(difference, difference.first)
    done.apply(settling)
    done.apply(signing.sign_off(report_id))
    (figure,) = other.figures([first])
    acts = [
        (done.apply, rereading.set_rule(SecondRule(RuleScope(report_id), is_reviewed=True))),
        (other.apply, rereading.read_again(first, Mode.REVIEW, figure.effective)),
        (other.revert, agreed),
        (done.revert, settling),
    ]
    for act, change in acts:
        assert _refusal(act, change).code is RefusalCode.REPORT_SIGNED


def test_added_figure_is_taken_back_with_its_second_reading(
    done: Workspace, other: Workspace, report_id: int
) -> None:
    (figure,) = done.figures(_verified(done, report_id)[:1])
    addition = reviewing.add(report_id, figure.place, figure.text, figure.read)
    added_id = done.apply(addition).added_figure_ids[0]
    _agree(other, added_id)
    done.revert(addition)
    assert readings_of(done, report_id) == []
    assert "read_again" in [entry.action for entry in done.log()]


def test_rates_tell_who_erred_in_the_whole_workspace(
    done: Workspace, other: Workspace, report_id: int
) -> None:
    first, second, *_ = _verified(done, report_id)
    _agree(other, first)
    difference = _differ(other, report_id, second)
    assert rates_of(done).unsettled == 1
    done.apply(rereading.settle(difference, difference.second))
    rates = rates_of(done)
    counted = {
        each.who: (each.first.checked, each.first.wrong, each.second.wrong) for each in rates.by_person
    }
    assert counted == {"Hoa": (0, 0, 0), "Lan": (2, 1, 0)}


def test_workspace_with_second_readings_is_sound(
    done: Workspace, other: Workspace, report_id: int, location: object
) -> None:
    _review(done, report_id, is_rekeyed=True)
    difference = _differ(other, report_id, _verified(done, report_id)[1])
    done.apply(rereading.settle(difference, difference.second))
    assert check(location) == []  # type: ignore[arg-type]


def _is_read(workspace: Workspace, figure_id: int) -> bool:
    return workspace.figures([figure_id])[0].text != "77/88"


def test_exported_workbook_tells_who_read_again_and_what_came_of_it(
    done: Workspace, other: Workspace, report_id: int, tmp_path: Path
) -> None:
    first, second, third, *_ = _verified(done, report_id)
    _agree(other, first, Mode.REKEY)
    difference = _differ(other, report_id, second)
    done.apply(rereading.settle(difference, difference.second))
    _agree(other, third)
    (figure,) = done.figures([third])
    done.apply(reviewing.correct(third, replace(figure.effective, unit="việc")))
    export(done, tmp_path / "ra.xlsx")
    sheet = load_workbook(tmp_path / "ra.xlsx")["Số liệu"]
    heading, *rows = sheet.iter_rows(values_only=True)
    notes = [str(row[heading.index("Ghi chú")] or "") for row in rows]
    assert notes[0].startswith("gõ lại không nhìn số: Hoa, ")
    assert notes[0].endswith(", khớp")
    assert notes[1].endswith("khác nhau, lấy lần đọc thứ hai (Lan)")
    assert "Hoa" not in notes[2]
