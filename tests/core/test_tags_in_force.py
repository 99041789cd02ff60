"""Tags in force: inherited from above, and those of passages."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.annotations import PassageTag
from desktop.core.figures import Verdict
from desktop.core.places import Place
from desktop.core.reviews import FigureIndex, ReviewedSection
from desktop.core.tags_in_force import TagsInForce

SECTIONS = (
    ReviewedSection(1, None, "II. Xã hội", 1, 0, 100, ("society",)),
    ReviewedSection(2, 1, "1. Y tế", 2, 10, 50, ("health",)),
    ReviewedSection(3, 2, "a) Dịch", 3, 20, 40),
    ReviewedSection(4, None, "III. Khác", 1, 100, 200),
)


def _passage(start: int, end: int, key: str) -> PassageTag:
    return PassageTag(1, Place(start, end), key)


def test_section_inherits_from_all_above_its_own_first() -> None:
    force = TagsInForce(SECTIONS)
    assert force.of_section(2) == ("health", "society")
    assert force.inherited_of(2) == ("society",)
    assert force.of_section(3) == force.inherited_of(3) == ("health", "society")
    assert force.of_section(4) == force.of_section(None) == ()


def test_passage_holds_for_the_figures_that_begin_in_it() -> None:
    force = TagsInForce(SECTIONS, [_passage(110, 120, "trade"), _passage(20, 30, "society")])
    assert force.of_figure(4, 110) == force.of_figure(4, 119) == ("trade",)
    assert force.of_figure(4, 120) == force.of_figure(4, 109) == ()
    assert force.of_figure(3, 25) == ("society", "health")


def test_figures_are_filtered_by_section_and_by_passage() -> None:
    index = FigureIndex([1, 2, 3, 4], [Verdict.OPEN] * 4, [5, 25, 110, 150], [1, 3, 4, 4])
    force = TagsInForce(SECTIONS, [_passage(105, 115, "health")])
    assert force.figure_ids(index, ["health"]) == [2, 3]
    assert force.figure_ids(index, ["society"]) == [1, 2]
    assert force.figure_ids(index, ["health", "society"]) == [1, 2, 3]
    assert force.figure_ids(index, ["trade"]) == []


_SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60), st.sampled_from("abc")), max_size=12)


@given(spans=_SPANS, start=st.integers(0, 120))
def test_every_passage_around_a_place_counts(spans: list[tuple[int, int, str]], start: int) -> None:
    passages = [_passage(first, first + length, key) for first, length, key in spans]
    around = {p.key for p in passages if p.place.start <= start < p.place.end}
    force = TagsInForce((), passages)
    assert set(force.of_passages(start)) == around
    index = FigureIndex([7], [Verdict.OPEN], [start], [None])
    for key in "abc":
        assert force.figure_ids(index, [key]) == ([7] if key in around else [])
