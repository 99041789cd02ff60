"""Rows over a report's index: filters, order, and the walk over open figures."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.figures import Origin, Reading, ReviewedFigure, Value, Verdict
from desktop.core.places import Place
from desktop.core.reviews import FigureIndex, FigureLook
from desktop.ui.models.figure_columns import FigureColumns
from desktop.ui.models.figure_filter import FigureFilter, Shown
from desktop.ui.models.figure_order import Order
from desktop.ui.models.figure_rows import FigureRows

FIGURE = ReviewedFigure(
    1, 1, None, Place(0, 1), "1", Origin.MACHINE, Reading(Value(Decimal(1)), "vụ"), confidence=0.9
)
OPEN, ACCEPTED, DOUBTFUL = Verdict.OPEN, Verdict.ACCEPTED, Verdict.DOUBTFUL


@pytest.fixture
def rows() -> FigureRows:
    index = FigureIndex(
        ids=(11, 12, 13, 14, 15),
        verdicts=(OPEN, ACCEPTED, OPEN, DOUBTFUL, OPEN),
        starts=(0, 10, 20, 30, 40),
        section_ids=(1, 1, 2, 2, None),
        reviewers=("", "Lan", "", "Hoa", ""),
        uncertain={15: 0.3, 12: 0.1, 11: 0.5, 13: 0.3},
    )
    return FigureRows(FigureColumns(index))


def arrange_to_look_at(rows: FigureRows, section_ids: frozenset[int] | None = None) -> None:
    """Let only the figures through that need a look."""
    rows.arrange(FigureFilter(Shown.TO_LOOK_AT, section_ids), Order.TEXT)


def settle(rows: FigureRows, figure_id: int, verdict: Verdict, who: str = "Lan") -> None:
    """Give a figure a verdict, as it comes back from the workspace."""
    rows.take_state(replace(FIGURE, id=figure_id, verdict=verdict, decided_by=who))


def _ids(rows: FigureRows) -> list[int]:
    return rows.ids_between(0, len(rows))


def test_rows_stand_in_reading_order(rows: FigureRows) -> None:
    assert _ids(rows) == [11, 12, 13, 14, 15]


def test_filters_go_together(rows: FigureRows) -> None:
    rows.arrange(FigureFilter(Shown.OPEN, frozenset({2})), Order.TEXT)
    assert _ids(rows) == [13]
    assert rows.row_of(13) == 0
    assert rows.row_of(14) is None


def test_open_figures_come_first_when_sorted_by_verdict(rows: FigureRows) -> None:
    rows.arrange(FigureFilter(), Order.STATE)
    assert _ids(rows) == [11, 13, 15, 14, 12]


def test_open_figures_of_uncertain_reading_stand_least_certain_first(rows: FigureRows) -> None:
    arrange_to_look_at(rows)
    assert _ids(rows) == [13, 15, 11]
    assert rows.counts[Shown.TO_LOOK_AT] == 3
    assert rows.row_of(12) is None


def test_least_certain_first_goes_with_the_filter_to_sections(rows: FigureRows) -> None:
    arrange_to_look_at(rows, frozenset({1, 2}))
    assert _ids(rows) == [13, 11]


def test_count_to_look_at_follows_the_verdicts_while_the_rows_stay(rows: FigureRows) -> None:
    arrange_to_look_at(rows)
    settle(rows, 13, ACCEPTED)
    settle(rows, 12, OPEN)
    settle(rows, 14, OPEN)
    assert rows.counts[Shown.TO_LOOK_AT] == 3
    assert _ids(rows) == [13, 15, 11]
    arrange_to_look_at(rows)
    assert _ids(rows) == [12, 15, 11]


def test_walk_stays_among_those_to_look_at(rows: FigureRows) -> None:
    arrange_to_look_at(rows)
    assert [rows.next_open(each, 1) for each in (13, 15, 11, 12, 14)] == [15, 11, 13, 13, 13]
    assert [rows.next_open(each, -1) for each in (13, 14)] == [11, 11]
    for figure_id in (11, 13, 15):
        settle(rows, figure_id, ACCEPTED)
    assert rows.next_open(11, 1) is None


def test_removed_figure_needs_no_look(rows: FigureRows) -> None:
    rows.columns.remove(15)
    arrange_to_look_at(rows)
    assert _ids(rows) == [13, 11]
    assert rows.counts[Shown.TO_LOOK_AT] == 2


def test_section_leads_to_its_first_figure_that_needs_a_look(rows: FigureRows) -> None:
    settle(rows, 14, OPEN)
    settle(rows, 13, ACCEPTED)
    settle(rows, 12, OPEN)
    settle(rows, 11, ACCEPTED)
    arrange_to_look_at(rows)
    assert rows.first_in(frozenset({1})) == 12
    assert rows.first_in(frozenset({2})) == 13


def test_verdict_given_leaves_the_row_where_it_is(rows: FigureRows) -> None:
    rows.arrange(FigureFilter(Shown.OPEN), Order.TEXT)
    settle(rows, 11, ACCEPTED)
    assert _ids(rows) == [11, 13, 15]
    assert rows.next_open(None, 1) == 13


@pytest.mark.parametrize(
    ("start", "step", "expected"),
    [
        (11, 1, 13),
        (13, 1, 15),
        (15, 1, 11),
        (11, -1, 15),
        (12, 1, 13),
        (12, -1, 11),
        (None, 1, 11),
        (99, -1, 15),
    ],
)
def test_walk_finds_the_next_open_figure_round_the_end(
    rows: FigureRows, start: int | None, step: int, expected: int
) -> None:
    assert rows.next_open(start, step) == expected


def test_walk_from_a_hidden_figure_starts_at_its_place(rows: FigureRows) -> None:
    rows.arrange(FigureFilter(Shown.OPEN), Order.TEXT)
    assert rows.next_open(14, 1) == 15
    assert rows.next_open(14, -1) == 13


def test_walk_ends_where_no_other_figure_is_open(rows: FigureRows) -> None:
    for figure_id in (13, 15):
        settle(rows, figure_id, ACCEPTED)
    assert rows.next_open(11, 1) is None


def test_first_open_figure_of_a_section_is_preferred(rows: FigureRows) -> None:
    settle(rows, 11, ACCEPTED)
    assert rows.first_in(frozenset({1, 2})) == 13
    assert rows.first_in(frozenset({1})) == 11
    assert rows.first_in(frozenset({7})) is None


def test_neighbour_takes_the_place_of_a_removed_figure(rows: FigureRows) -> None:
    assert rows.columns.neighbour_of(13) == 12
    assert rows.columns.neighbour_of(11) == 12
    rows.columns.remove(13)
    assert rows.ids == [11, 12, 14, 15]


def test_a_hundred_thousand_rows_are_filtered_at_once() -> None:
    count = 100_000
    index = FigureIndex(range(count), [OPEN, ACCEPTED] * (count // 2), range(count), [1] * count)
    rows = FigureRows(FigureColumns(index))
    rows.arrange(FigureFilter(Shown.OPEN), Order.TEXT)
    assert len(rows) == count // 2
    assert rows.next_open(99_998, 1) == 0


def test_a_hundred_thousand_rows_are_ordered_by_confidence_at_once() -> None:
    count = 100_000
    uncertain = {each: 1 - each / count for each in range(count)}
    index = FigureIndex(range(count), [OPEN] * count, range(count), [1] * count, uncertain)
    rows = FigureRows(FigureColumns(index))
    arrange_to_look_at(rows)
    assert rows.ids_between(0, 2) == [count - 1, count - 2]


def test_index_is_not_changed_by_the_rows() -> None:
    index = FigureIndex((1,), (OPEN,), (0,), (None,))
    settle(FigureRows(FigureColumns(index)), 1, ACCEPTED)
    assert index == replace(index, verdicts=(OPEN,))


# Filters and orders


def test_every_state_tells_how_many_it_lets_through(rows: FigureRows) -> None:
    assert rows.counts == {
        Shown.ALL: 5,
        Shown.OPEN: 3,
        Shown.TO_LOOK_AT: 3,
        Shown.DOUBTFUL: 1,
        Shown.CORRECTED: 0,
        Shown.DISMISSED: 0,
    }


def test_counts_are_those_beside_the_other_filters_and_follow_the_verdicts(rows: FigureRows) -> None:
    rows.arrange(FigureFilter(Shown.DOUBTFUL, frozenset({2})), Order.TEXT)
    assert _ids(rows) == [14]
    settle(rows, 13, DOUBTFUL)
    settle(rows, 11, DOUBTFUL)
    assert _ids(rows) == [14]
    counts = rows.counts
    rows.arrange(rows.filter, rows.order)
    assert counts == rows.counts
    assert (counts[Shown.ALL], counts[Shown.OPEN], counts[Shown.DOUBTFUL]) == (2, 0, 2)
    assert _ids(rows) == [13, 14]


def test_sections_tags_reviewers_and_words_filter_together(rows: FigureRows) -> None:
    rows.arrange(FigureFilter(tagged_ids=frozenset({11, 12, 13, 14, 99})), Order.TEXT)
    assert _ids(rows) == [11, 12, 13, 14]
    rows.arrange(replace(rows.filter, found_ids=frozenset({14, 12, 15, 99})), Order.TEXT)
    assert _ids(rows) == [12, 14]
    rows.arrange(replace(rows.filter, reviewer="Hoa"), Order.TEXT)
    assert _ids(rows) == [14]
    rows.arrange(replace(rows.filter, section_ids=frozenset({1})), Order.TEXT)
    assert _ids(rows) == []
    assert rows.next_open(None, 1) is None


def test_choices_are_counted(rows: FigureRows) -> None:
    assert rows.section_counts(FigureFilter(Shown.OPEN)) == {1: 1, 2: 1, None: 1}
    assert rows.reviewer_counts(FigureFilter()) == {"Lan": 1, "Hoa": 1}
    settle(rows, 11, ACCEPTED, "Hoa")
    assert rows.reviewer_counts(FigureFilter()) == {"Lan": 1, "Hoa": 2}


def test_what_needs_a_look_stands_first_and_the_rest_in_reading_order(rows: FigureRows) -> None:
    rows.arrange(FigureFilter(), Order.ATTENTION)
    assert _ids(rows) == [12, 13, 15, 11, 14]
    assert [rows.next_open(each, 1) for each in (None, 13, 15, 11)] == [13, 15, 11, 13]


def test_same_looking_figures_stand_together_by_magnitude(rows: FigureRows) -> None:
    rows.columns.take_looks(
        {
            11: FigureLook("%", "change", -30),
            12: FigureLook("vụ", "level", 5),
            13: FigureLook("%", "change", 2),
            14: FigureLook("vụ", "level", 3),
            15: FigureLook("%", "share", 1),
        }
    )
    rows.arrange(FigureFilter(), Order.SIMILAR)
    assert _ids(rows) == [13, 11, 14, 12, 15]
    assert [rows.next_open(each, 1) for each in (13, 11, 15)] == [11, 15, 13]
    rows.arrange(FigureFilter(Shown.TO_LOOK_AT), Order.SIMILAR)
    assert _ids(rows) == [13, 11, 15]


def test_correction_moves_a_figure_to_those_it_looks_like_when_arranged_anew(rows: FigureRows) -> None:
    units = {11: "%", 12: "%", 13: "vụ", 14: "vụ", 15: "vụ"}
    rows.columns.take_looks({each: FigureLook(units[each], "level", each) for each in units})
    rows.arrange(FigureFilter(), Order.SIMILAR)
    settle(rows, 11, ACCEPTED)
    assert _ids(rows) == [11, 12, 13, 14, 15]
    rows.arrange(rows.filter, rows.order)
    assert _ids(rows) == [11, 13, 14, 15, 12]


def test_without_looks_the_order_is_that_of_the_text(rows: FigureRows) -> None:
    rows.arrange(FigureFilter(), Order.SIMILAR)
    assert _ids(rows) == [11, 12, 13, 14, 15]
