"""What a correction teaches for other readings of the same words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.corrections import Correction
from desktop.core.figures import Base, Kind, Reading, Value

READ = Reading(Value(Decimal(12)), "vụ", Kind.LEVEL, Base.NONE, "Số cuộc họp")


@pytest.mark.parametrize(
    ("said", "other", "righted"),
    [
        (
            replace(READ, indicator="Số cuộc họp báo"),
            replace(READ, value=Value(Decimal(5)), unit="%", kind=Kind.CHANGE),
            ("Số cuộc họp báo", "%", Kind.CHANGE),
        ),
        (
            replace(READ, unit="cuộc"),
            replace(READ, indicator="số  cuộc họp"),
            ("Số cuộc họp", "cuộc", Kind.LEVEL),
        ),
        (replace(READ, kind=Kind.SHARE), READ, ("Số cuộc họp", "vụ", Kind.SHARE)),
    ],
)
def test_same_correction_is_made_on_another_reading(
    said: Reading, other: Reading, righted: tuple[str, str, Kind]
) -> None:
    found = Correction(READ, said).applied_to(other)
    assert found is not None
    assert (found.indicator, found.unit, found.kind) == righted
    assert found.value == other.value


@pytest.mark.parametrize(
    ("said", "other"),
    [
        (replace(READ, unit="cuộc"), replace(READ, indicator="Số vụ cháy")),
        (replace(READ, unit="cuộc"), replace(READ, unit="%")),
        (replace(READ, kind=Kind.SHARE), replace(READ, base=Base.PLAN)),
        (replace(READ, value=Value(Decimal(13))), READ),
    ],
)
def test_correction_that_does_not_fit_changes_nothing(said: Reading, other: Reading) -> None:
    assert Correction(READ, said).applied_to(other) is None


def test_correction_of_a_figure_without_a_name_teaches_nothing() -> None:
    nameless = replace(READ, indicator="")
    assert Correction(nameless, replace(nameless, unit="cuộc")).applied_to(nameless) is None
