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
    )
    return FigureRows(index)


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


def test_index_is_not_changed_by_the_rows() -> None:
    index = FigureIndex((1,), (OPEN,), (0,), (None,))
    FigureRows(index).set_verdict(1, ACCEPTED)
    assert index == replace(index, verdicts=(OPEN,))
