"""What a figure under review says of its two readings."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.figures import NEEDS_A_LOOK_BELOW, Kind, Origin, Reading, ReviewedFigure, Value
from desktop.core.places import Place

READ = Reading(Value(Decimal(1234)), "tỷ đồng", Kind.LEVEL, indicator="thu ngân sách")
OTHER = Value(Decimal("1.234"))
FIGURE = ReviewedFigure(
    id=1,
    report_id=1,
    section_id=None,
    place=Place(0, 13),
    text="1.234 tỷ đồng",
    origin=Origin.MACHINE,
    read=READ,
    confidence=0.9,
)


@pytest.mark.parametrize(
    ("confidence", "other", "expected"),
    [
        (NEEDS_A_LOOK_BELOW, None, False),
        (NEEDS_A_LOOK_BELOW - 0.001, None, True),
        (0.99, OTHER, True),
    ],
)
def test_little_confidence_or_two_ways_to_read_make_a_figure_uncertain(
    confidence: float, other: Value | None, expected: bool
) -> None:
    assert replace(FIGURE, confidence=confidence, other=other).is_uncertain is expected


def test_other_reading_has_all_but_the_value_of_what_holds() -> None:
    said = replace(READ, unit="triệu đồng", value=Value(Decimal(5)))
    assert replace(FIGURE, other=OTHER).other_reading == replace(READ, value=OTHER)
    assert replace(FIGURE, other=OTHER, said=said).other_reading == replace(said, value=OTHER)


def test_there_is_no_other_reading_once_it_holds_or_where_there_was_none() -> None:
    taken = replace(FIGURE, other=OTHER, said=replace(READ, value=OTHER))
    assert taken.other_reading is None
    assert FIGURE.other_reading is None
