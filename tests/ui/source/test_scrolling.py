"""How far the views scroll to show a place."""

import pytest

from desktop.ui.source.scrolling import scroll_for, sideways_for


@pytest.mark.parametrize("top", [60, 300, 800])
def test_well_visible_place_stays_where_it_is(top: float) -> None:
    assert scroll_for(top, 20, 1000) == 0


@pytest.mark.parametrize("top", [-500, 10, 990, 5000])
def test_place_out_of_sight_comes_to_the_upper_third(top: float) -> None:
    assert top - scroll_for(top, 20, 1000) == pytest.approx(300)


@pytest.mark.parametrize(("left", "width"), [(-200, 50), (500, 100), (900, 2000)])
def test_sideways_the_start_comes_into_view(left: float, width: float) -> None:
    assert 0 <= left - sideways_for(left, width, 400) <= 400


def test_sideways_nothing_moves_for_what_is_inside() -> None:
    assert sideways_for(100, 50, 400) == 0
