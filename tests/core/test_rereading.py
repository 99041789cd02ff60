"""Who reads which figure again, what counts as done, and how the share for blind re-keying is drawn."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.figures import Kind, Reading, Value, Verdict
from desktop.core.rereading import Mode, Outcome, RuleScope, SecondReading, SecondRule
from desktop.core.rereading_draw import drawn, new_seed
from desktop.core.rereading_due import FigureStanding, SeededRule, Standing, standing, wanted_modes

REPORT = RuleScope(report_id=1)
HEALTH = RuleScope(tag="y_te")
NOON = datetime(2024, 5, 6, 12, tzinfo=UTC)
SEED = "ab" * 32


def _reading(number: str, unit: str = "vụ") -> Reading:
    return Reading(Value(Decimal(number)), unit)


def _read(figure_id: int, first: str, second: str, **changed: object) -> SecondReading:
    made = SecondReading(
        id=figure_id,
        report_id=1,
        figure_id=figure_id,
        mode=Mode.REVIEW,
        who="Hoa",
        at=NOON,
        first_by="Lan",
        first=_reading(first),
        second=_reading(second),
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def _figures(*verdicts: Verdict) -> list[FigureStanding]:
    return [
        FigureStanding(number, verdict, "Lan" if verdict.is_verified else "")
        for number, verdict in enumerate(verdicts, start=1)
    ]


def _standing(rule: SecondRule, figures: Sequence[FigureStanding], *readings: SecondReading) -> Standing:
    now = {each.figure_id: each.holds for each in readings}
    return standing([SeededRule(rule, SEED)], figures, readings, now)


REVIEWED = SecondRule(REPORT, is_reviewed=True)


def test_verified_figures_are_due_for_everybody_but_who_verified_them() -> None:
    figures = _figures(Verdict.ACCEPTED, Verdict.OPEN, Verdict.CORRECTED, Verdict.DISMISSED, Verdict.DOUBTFUL)
    found = _standing(REVIEWED, figures)
    assert [(each.figure_id, each.mode) for each in found.due] == [(1, Mode.REVIEW), (3, Mode.REVIEW)]
    assert found.due_for("Hoa") == found.due
    assert found.due_for("Lan") == ()


def test_field_rule_holds_only_below_its_tag() -> None:
    tagged = FigureStanding(1, Verdict.ACCEPTED, "Lan", frozenset({"y_te", "xa_hoi"}))
    other = FigureStanding(2, Verdict.ACCEPTED, "Lan", frozenset({"kinh_te"}))
    found = _standing(SecondRule(HEALTH, is_reviewed=True), [tagged, other])
    assert [each.figure_id for each in found.due] == [1]


def test_figure_read_again_is_not_due_and_a_difference_waits() -> None:
    figures = _figures(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED)
    found = _standing(REVIEWED, figures, _read(1, "218", "218"), _read(2, "3", "8"))
    assert [each.figure_id for each in found.due] == [3]
    assert [each.figure_id for each in found.differences] == [2]


def test_settled_difference_is_done() -> None:
    settled = _read(1, "3", "8", settled=_reading("8"), settled_by="Mai", settled_at=NOON)
    found = _standing(REVIEWED, [FigureStanding(1, Verdict.CORRECTED, "Hoa")], settled)
    assert (found.due, found.differences) == ((), ())


def test_reading_of_what_the_figure_does_not_say_any_more_counts_for_nothing() -> None:
    rules = [SeededRule(REVIEWED, SEED)]
    figures = _figures(Verdict.CORRECTED)
    found = standing(rules, figures, [_read(1, "218", "218")], {1: _reading("219")})
    assert [each.figure_id for each in found.due] == [1]
    differing = standing(rules, figures, [_read(1, "218", "217")], {1: _reading("219")})
    assert differing.differences == ()


def test_figure_decided_anew_by_its_second_reader_is_due_again() -> None:
    taken_over = [FigureStanding(1, Verdict.ACCEPTED, "Hoa")]
    found = _standing(REVIEWED, taken_over, _read(1, "218", "218"))
    assert [each.first_by for each in found.due] == ["Hoa"]


def test_blind_reading_does_for_a_review_but_not_the_other_way_round() -> None:
    both = SecondRule(REPORT, is_reviewed=True, is_rekeyed=True, share=100)
    figures = _figures(Verdict.ACCEPTED)
    assert _standing(both, figures).due[0].mode is Mode.REKEY
    assert len(_standing(both, figures, _read(1, "2", "2")).due) == 1
    assert _standing(both, figures, _read(1, "2", "2", mode=Mode.REKEY)).due == ()
    assert _standing(REVIEWED, figures, _read(1, "2", "2", mode=Mode.REKEY)).due == ()


def test_other_signer_is_asked_for_only_where_the_rule_finds_figures() -> None:
    rule = SecondRule(HEALTH, has_other_signer=True)
    tagged = FigureStanding(1, Verdict.ACCEPTED, "Lan", frozenset({"y_te"}))
    assert _standing(rule, [tagged]).barred == {"Lan"}
    assert _standing(rule, _figures(Verdict.ACCEPTED)).barred == frozenset()


@pytest.mark.parametrize("share", [0, 101, -5])
def test_share_must_be_a_percentage(share: int) -> None:
    with pytest.raises(ValueError, match="per cent"):
        SecondRule(REPORT, share=share)


def test_scope_is_a_report_or_a_tag() -> None:
    for wrong in ({"report_id": 1, "tag": "y_te"}, {}):
        with pytest.raises(ValueError, match="either"):
            RuleScope(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("settled", "outcome"),
    [(None, Outcome.DIFFERS), ("3", Outcome.FIRST), ("8", Outcome.SECOND), ("33", Outcome.OTHER)],
)
def test_outcome_tells_who_was_right(settled: str | None, outcome: Outcome) -> None:
    reading = _read(1, "3", "8", settled=_reading(settled) if settled else None)
    assert reading.outcome is outcome
    assert _read(1, "3", "3").outcome is Outcome.AGREES


def test_same_number_written_otherwise_is_no_difference() -> None:
    assert _read(1, "6.3", "6.30").is_agreed
    other_kind = replace(_reading("6.3"), kind=Kind.RATIO)
    assert not replace(_read(1, "6.3", "6.3"), second=other_kind).is_agreed


ids = st.sets(st.integers(1, 10_000), max_size=60)
shares = st.integers(1, 100)


@given(ids, shares)
def test_draw_takes_the_share_rounded_up(figure_ids: set[int], share: int) -> None:
    found = drawn(SEED, figure_ids, share)
    assert found <= figure_ids
    assert len(found) - 1 < len(figure_ids) * share / 100 <= len(found)


@given(ids, shares, shares)
def test_larger_share_takes_nobody_away(figure_ids: set[int], one: int, other: int) -> None:
    small, large = sorted((one, other))
    assert drawn(SEED, figure_ids, small) <= drawn(SEED, figure_ids, large)


@given(ids.filter(bool))
def test_figure_more_changes_the_draw_by_itself_at_most(figure_ids: set[int]) -> None:
    before, after = drawn(SEED, figure_ids, 50), drawn(SEED, figure_ids | {20_000}, 50)
    assert len(after ^ before) <= 2
    assert after - before <= {20_000} or len(after - before) == 1


def test_draws_of_two_seeds_are_unlike() -> None:
    numbers = range(1, 1001)
    one, other = (drawn(new_seed(), numbers, 5) for _ in range(2))
    assert len(one) == len(other) == 50
    assert len(one & other) < 25


def test_draw_stands_while_the_report_is_gone_through() -> None:
    rules = [SeededRule(SecondRule(REPORT, is_rekeyed=True, share=20), SEED)]
    fresh = _figures(*[Verdict.OPEN] * 40)
    done = _figures(*[Verdict.ACCEPTED] * 40)
    assert wanted_modes(rules, fresh) == wanted_modes(rules, done)
    assert len(wanted_modes(rules, done)) == 8
