"""Marks found by figure and by stretch of text."""

from desktop.core.figures import Origin, Verdict
from desktop.core.places import Place
from desktop.ui.marks import Mark, State
from desktop.ui.source.mark_index import MarkIndex


def ids(marks: object) -> list[int]:
    return [mark.figure_id for mark in marks]  # type: ignore[attr-defined]


def mark(figure_id: int, start: int, end: int, verdict: Verdict = Verdict.OPEN) -> Mark:
    return Mark(figure_id, Place(start, end), verdict)


def test_marks_are_found_by_the_text_they_share() -> None:
    index = MarkIndex([mark(2, 10, 14), mark(1, 0, 3), mark(3, 20, 22)])
    assert ids(index.between(0, 30)) == [1, 2, 3]
    assert ids(index.between(3, 20)) == [2]
    assert ids(index.between(13, 21)) == [2, 3]
    assert ids(index.at(14)) == []


def test_long_mark_is_found_at_its_end() -> None:
    index = MarkIndex([mark(1, 0, 100), mark(2, 5, 6), mark(3, 50, 51)])
    assert ids(index.between(90, 91)) == [1]


def test_update_replaces_and_adds() -> None:
    index = MarkIndex([mark(1, 0, 3), mark(2, 10, 14)])
    index.update([mark(2, 10, 14, Verdict.ACCEPTED), mark(3, 5, 6)])
    assert ids(index.between(0, 30)) == [1, 3, 2]
    assert index.get(2) == mark(2, 10, 14, Verdict.ACCEPTED)
    assert len(index) == 3


def test_update_of_one_of_two_marks_at_one_place_keeps_the_other() -> None:
    index = MarkIndex([mark(1, 4, 6), mark(2, 4, 6)])
    index.update([mark(1, 4, 6, Verdict.DISMISSED)])
    assert {one.figure_id: one.verdict for one in index.at(5)} == {1: Verdict.DISMISSED, 2: Verdict.OPEN}


def test_figure_without_mark_has_none() -> None:
    assert MarkIndex().get(7) is None
    assert MarkIndex([mark(1, 0, 1)]).get(None) is None


def test_open_number_of_the_ledger_is_a_state_of_its_own_until_it_is_decided() -> None:
    assert Mark(1, Place(0, 1), Verdict.OPEN, Origin.LEDGER).state is State.LEDGER
    assert Mark(1, Place(0, 1), Verdict.DISMISSED, Origin.LEDGER).state is State.DISMISSED
    assert Mark(1, Place(0, 1), Verdict.OPEN, Origin.CLERK).state is State.OPEN
