"""What others have done since one looked last, on both databases."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from desktop.core.figures import Reading, Value
from desktop.core.places import Place
from desktop.operations import noting, reviewing
from desktop.operations.catching_up import Watermark, news
from desktop.operations.workspaces import Workspace

_SAID = Reading(Value(Decimal(1)), "vụ")


@pytest.fixture
def other(open_as: Callable[[str], Workspace], report_id: int) -> Workspace:
    """Return the same workspace as another clerk of the same name has it open."""
    return open_as("Lan")


@pytest.fixture
def mark(workspace: Workspace, report_id: int) -> Watermark:
    """Return how far the log was read when all figures had been seen."""
    workspace.figures(workspace.index(report_id).ids)
    return news(workspace, None).mark


def test_figure_changed_by_another_is_news_once(
    workspace: Workspace, other: Workspace, report_id: int, mark: Watermark
) -> None:
    figure_id = workspace.index(report_id).ids[1]
    other.apply(reviewing.correct(figure_id, _SAID))
    found = news(workspace, mark)
    assert (dict(found.changed), found.report_ids, found.has_more) == (
        {figure_id: report_id},
        frozenset({report_id}),
        False,
    )
    workspace.figures([figure_id])
    again = news(workspace, found.mark)
    assert (dict(again.changed), again.report_ids) == ({}, frozenset())


def test_own_doing_is_no_news(workspace: Workspace, report_id: int, mark: Watermark) -> None:
    ids = workspace.index(report_id).ids
    workspace.apply(reviewing.accept(ids[:2]))
    workspace.apply(noting.write_note(report_id, "xem lại"))
    found = news(workspace, mark)
    assert (dict(found.changed), found.report_ids, found.has_more) == ({}, frozenset(), False)


def test_figure_that_came_and_one_that_went_are_told_apart(
    workspace: Workspace, other: Workspace, report_id: int, mark: Watermark
) -> None:
    addition = reviewing.add(report_id, Place(40, 42), "so", _SAID)
    (added,) = other.apply(addition).added_figure_ids
    found = news(workspace, mark)
    assert dict(found.changed) == {added: report_id}
    other.revert(addition)
    found = news(workspace, found.mark)
    assert (dict(found.changed), found.gone_ids) == ({}, frozenset({added}))


def test_note_of_another_is_more_than_figures(
    workspace: Workspace, other: Workspace, report_id: int, mark: Watermark
) -> None:
    other.apply(noting.write_note(report_id, "hỏi lại Sở Tài chính"))
    found = news(workspace, mark)
    assert (dict(found.changed), found.report_ids, found.has_more) == ({}, frozenset({report_id}), True)


def test_line_that_is_committed_late_is_not_missed(
    workspace: Workspace, other: Workspace, report_id: int, mark: Watermark
) -> None:
    # As a server has it: the line with the lower number is there after the one with the higher.
    first, second = workspace.index(report_id).ids[:2]
    other.apply(reviewing.doubt([first]))
    late = news(workspace, mark).mark
    other.apply(reviewing.doubt([second]))
    unread = Watermark(news(workspace, mark).mark.last_id, late.known_ids - {late.last_id})
    assert {first, second} <= news(workspace, unread).changed.keys()
