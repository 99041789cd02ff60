"""Rows over a report's index: filters, order, and the walk over open figures."""

from dataclasses import replace

import pytest

from desktop.core.figures import Verdict
from desktop.core.reviews import FigureIndex
from desktop.ui.models.figure_rows import FigureRows

OPEN, ACCEPTED, DOUBTFUL = Verdict.OPEN, Verdict.ACCEPTED, Verdict.DOUBTFUL


@pytest.fixture
def rows() -> FigureRows:
    index = FigureIndex(
        ids=(11, 12, 13, 14, 15),
        verdicts=(OPEN, ACCEPTED, OPEN, DOUBTFUL, OPEN),
        starts=(0, 10, 20, 30, 40),
        section_ids=(1, 1, 2, 2, None),
        uncertain={15: 0.3, 12: 0.1, 11: 0.5, 13: 0.3},
    )
    return FigureRows(index)


def arrange_to_look_at(rows: FigureRows, section_ids: frozenset[int] | None = None) -> None:
    """Let only the figures through that need a look."""
    rows.arrange(only_open=False, section_ids=section_ids, by_verdict=False, only_to_look_at=True)


def _ids(rows: FigureRows) -> list[int]:
    return rows.ids_between(0, len(rows))


def test_rows_stand_in_reading_order(rows: FigureRows) -> None:
    assert _ids(rows) == [11, 12, 13, 14, 15]


def test_filters_go_together(rows: FigureRows) -> None:
    rows.arrange(only_open=True, section_ids=frozenset({2}), by_verdict=False)
    assert _ids(rows) == [13]
    assert rows.row_of(13) == 0
    assert rows.row_of(14) is None


def test_open_figures_come_first_when_sorted_by_verdict(rows: FigureRows) -> None:
    rows.arrange(only_open=False, section_ids=None, by_verdict=True)
    assert _ids(rows) == [11, 13, 15, 14, 12]


def test_open_figures_of_uncertain_reading_stand_least_certain_first(rows: FigureRows) -> None:
    arrange_to_look_at(rows)
    assert _ids(rows) == [13, 15, 11]
    assert rows.count_to_look_at == 3
    assert rows.row_of(12) is None


def test_least_certain_first_goes_with_the_filter_to_sections(rows: FigureRows) -> None:
    arrange_to_look_at(rows, frozenset({1, 2}))
    assert _ids(rows) == [13, 11]


def test_count_to_look_at_follows_the_verdicts_while_the_rows_stay(rows: FigureRows) -> None:
    arrange_to_look_at(rows)
    rows.set_verdict(13, ACCEPTED)
    rows.set_verdict(12, OPEN)
    rows.set_verdict(14, OPEN)
    assert rows.count_to_look_at == 3
    assert _ids(rows) == [13, 15, 11]
    arrange_to_look_at(rows)
    assert _ids(rows) == [12, 15, 11]


def test_walk_stays_among_those_to_look_at(rows: FigureRows) -> None:
    arrange_to_look_at(rows)
    assert [rows.next_open(each, 1) for each in (13, 15, 11, 12, 14)] == [15, 11, 13, 13, 13]
    assert [rows.next_open(each, -1) for each in (13, 14)] == [11, 11]
    for figure_id in (11, 13, 15):
        rows.set_verdict(figure_id, ACCEPTED)
    assert rows.next_open(11, 1) is None


def test_removed_figure_needs_no_look(rows: FigureRows) -> None:
    rows.remove(15)
    arrange_to_look_at(rows)
    assert _ids(rows) == [13, 11]
    assert rows.count_to_look_at == 2


def test_section_leads_to_its_first_figure_that_needs_a_look(rows: FigureRows) -> None:
    rows.set_verdict(14, OPEN)
    rows.set_verdict(13, ACCEPTED)
    rows.set_verdict(12, OPEN)
    rows.set_verdict(11, ACCEPTED)
    arrange_to_look_at(rows)
    assert rows.first_in(frozenset({1})) == 12
    assert rows.first_in(frozenset({2})) == 13


def test_verdict_given_leaves_the_row_where_it_is(rows: FigureRows) -> None:
    rows.arrange(only_open=True, section_ids=None, by_verdict=False)
    rows.set_verdict(11, ACCEPTED)
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
    rows.arrange(only_open=True, section_ids=None, by_verdict=False)
    assert rows.next_open(14, 1) == 15
    assert rows.next_open(14, -1) == 13


def test_walk_ends_where_no_other_figure_is_open(rows: FigureRows) -> None:
    for figure_id in (13, 15):
        rows.set_verdict(figure_id, ACCEPTED)
    assert rows.next_open(11, 1) is None


def test_first_open_figure_of_a_section_is_preferred(rows: FigureRows) -> None:
    rows.set_verdict(11, ACCEPTED)
    assert rows.first_in(frozenset({1, 2})) == 13
    assert rows.first_in(frozenset({1})) == 11
    assert rows.first_in(frozenset({7})) is None


def test_neighbour_takes_the_place_of_a_removed_figure(rows: FigureRows) -> None:
    assert rows.neighbour_of(13) == 12
    assert rows.neighbour_of(11) == 12
    rows.remove(13)
    assert rows.ids == [11, 12, 14, 15]


def test_a_hundred_thousand_rows_are_filtered_at_once() -> None:
    count = 100_000
    rows = FigureRows(FigureIndex(range(count), [OPEN, ACCEPTED] * (count // 2), range(count), [1] * count))
    rows.arrange(only_open=True, section_ids=None, by_verdict=False)
    assert len(rows) == count // 2
    assert rows.next_open(99_998, 1) == 0


def test_a_hundred_thousand_rows_are_ordered_by_confidence_at_once() -> None:
    count = 100_000
    uncertain = {each: 1 - each / count for each in range(count)}
    rows = FigureRows(FigureIndex(range(count), [OPEN] * count, range(count), [1] * count, uncertain))
    arrange_to_look_at(rows)
    assert rows.ids_between(0, 2) == [count - 1, count - 2]


def test_index_is_not_changed_by_the_rows() -> None:
    index = FigureIndex((1,), (OPEN,), (0,), (None,))
    FigureRows(index).set_verdict(1, ACCEPTED)
    assert index == replace(index, verdicts=(OPEN,))
