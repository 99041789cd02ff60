"""Error rates count who was wrong once that is known, and nobody before."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from desktop.core.error_rates import ErrorCount, error_rates
from desktop.core.figures import Kind, Reading, Value
from desktop.core.rereading import Mode, SecondReading


def _reading(number: int, kind: Kind = Kind.LEVEL) -> Reading:
    return Reading(Value(Decimal(number)), kind=kind)


AGREED = SecondReading(
    id=1,
    report_id=1,
    figure_id=1,
    mode=Mode.REKEY,
    who="Hoa",
    at=datetime(2024, 5, 6, tzinfo=UTC),
    first_by="Lan",
    first=_reading(3),
    second=_reading(3),
)
DIFFERS = replace(AGREED, second=_reading(8))


def test_agreement_is_no_error_of_anybody() -> None:
    rates = error_rates([AGREED])
    assert [(each.who, each.first, each.second) for each in rates.by_person] == [
        ("Hoa", ErrorCount(), ErrorCount(1)),
        ("Lan", ErrorCount(1), ErrorCount()),
    ]


def test_unsettled_difference_is_counted_apart() -> None:
    rates = error_rates([DIFFERS, AGREED])
    assert rates.unsettled == 1
    assert rates.by_person[1].first == ErrorCount(1, 0)


def test_settlement_says_who_erred() -> None:
    first_right = replace(DIFFERS, settled=_reading(3))
    second_right = replace(DIFFERS, settled=_reading(8))
    both_wrong = replace(DIFFERS, settled=_reading(33))
    hoa, lan = error_rates([first_right, second_right, both_wrong, AGREED]).by_person
    assert lan.first == ErrorCount(4, 2)
    assert hoa.second == ErrorCount(4, 2)
    assert lan.first.rate == Decimal("0.5")
    assert lan.second.rate is None


def test_slip_that_was_typed_right_the_second_time_is_the_second_readers() -> None:
    hoa, lan = error_rates([replace(AGREED, tries=2)]).by_person
    assert (hoa.second, lan.first) == (ErrorCount(1, 1), ErrorCount(1, 0))


def test_kinds_stand_by_themselves_even_where_a_person_is_called_like_one() -> None:
    shares = replace(DIFFERS, first=_reading(3, Kind.SHARE), settled=_reading(3, Kind.SHARE), who="level")
    rates = error_rates([shares, AGREED])
    assert [(each.kind, each.first, each.second) for each in rates.by_kind] == [
        (Kind.LEVEL, ErrorCount(1, 0), ErrorCount(1, 0)),
        (Kind.SHARE, ErrorCount(1, 0), ErrorCount(1, 1)),
    ]
    assert {each.who for each in rates.by_person} == {"Hoa", "Lan", "level"}
