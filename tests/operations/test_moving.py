"""A figure is moved to another place: what the machine found stays beside it, and the ledger follows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.documents import Block, BlockKind, Document, Format
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Origin, ReviewedFigure, Verdict
from desktop.core.places import Place
from desktop.core.sections import LedgerKind
from desktop.operations import moving, reviewing, signing
from desktop.operations.changes import Change
from desktop.operations.checking import check
from desktop.operations.workspaces import Workspace
from tests.operations.analysing import TEXT
from tests.operations.states import state_of

BUDGET, RANGE, CASES, FALL, UNREAD, ACCOUNTS = range(6)
_DOCUMENT = Document(Format.TXT, TEXT, (Block(BlockKind.PARAGRAPH, 0, len(TEXT)),))


def _place(text: str) -> Place:
    start = TEXT.index(text)
    return Place(start, start + len(text))


def _move(figure_id: int, text: str) -> Change:
    return moving.move(figure_id, _place(text), _DOCUMENT, "2021-Q1")


def _figure(workspace: Workspace, figure_id: int) -> ReviewedFigure:
    (figure,) = workspace.figures([figure_id])
    return figure


def _runs(workspace: Workspace, report_id: int) -> dict[str, tuple[LedgerKind, int | None, bool]]:
    return {
        TEXT[row.start : row.end]: (row.kind, row.figure_id, row.is_open)
        for row in workspace.ledger(report_id)
    }


def test_machines_place_stays_beside_the_clerks(workspace: Workspace, report_id: int) -> None:
    figure_id = workspace.index(report_id).ids[CASES]
    before = _figure(workspace, figure_id)
    workspace.apply(_move(figure_id, "13.160 tài khoản"))
    moved = _figure(workspace, figure_id)
    assert (moved.place, moved.text) == (_place("13.160 tài khoản"), "13.160 tài khoản")
    assert (moved.found, moved.found_text) == (before.place, before.text)
    assert (moved.read, moved.verdict) == (before.read, before.verdict)
    workspace.apply(_move(figure_id, "218 vụ"))
    back = _figure(workspace, figure_id)
    assert (back.place, back.text, back.found, back.found_text) == (before.place, before.text, None, "")


def test_run_that_is_left_waits_as_a_number_of_the_ledger(workspace: Workspace, report_id: int) -> None:
    figure_id = workspace.index(report_id).ids[CASES]
    touched = workspace.apply(_move(figure_id, "05/04/2021"))
    (left_id,) = touched.added_figure_ids
    left = _figure(workspace, left_id)
    assert (left.text, left.origin, left.verdict) == ("218", Origin.LEDGER, Verdict.OPEN)
    assert (str(left.read.value), left.read.unit) == ("218", "vụ")
    runs = _runs(workspace, report_id)
    assert runs["218"] == (LedgerKind.OPEN, left_id, True)
    assert runs["05/04/2021"] == (LedgerKind.FIGURE, figure_id, True)
    with pytest.raises(RefusedError) as refused:
        workspace.apply(signing.sign_off(report_id))
    assert refused.value.refusal.code is RefusalCode.REPORT_NOT_DONE


def test_number_of_the_ledger_goes_when_a_figure_takes_its_place(
    workspace: Workspace, report_id: int
) -> None:
    ids = workspace.index(report_id).ids
    before = workspace.progress(report_id)
    change = _move(ids[CASES], "77/88")
    assert workspace.apply(change).removed_figure_ids == (ids[UNREAD],)
    assert workspace.figures([ids[UNREAD]]) == []
    after = workspace.progress(report_id)
    assert (after.total, after.ledger_open) == (before.total, before.ledger_open)
    assert workspace.revert(change).added_figure_ids == (ids[UNREAD],)
    assert _figure(workspace, ids[UNREAD]).text == "77/88"


@pytest.mark.parametrize(
    "say",
    [
        lambda figure_id: reviewing.doubt([figure_id]),
        lambda figure_id: reviewing.dismiss([figure_id], "other"),
        lambda figure_id: reviewing.annotate(figure_id, "hỏi lại"),
    ],
)
def test_number_of_the_ledger_that_somebody_spoke_of_stays(
    workspace: Workspace, report_id: int, say: Callable[[int], Change]
) -> None:
    ids = workspace.index(report_id).ids
    workspace.apply(say(ids[UNREAD]))
    assert not workspace.apply(_move(ids[CASES], "77/88")).removed_figure_ids
    assert _figure(workspace, ids[UNREAD]).text == "77/88"
    assert _runs(workspace, report_id)["77/88"][1] == ids[CASES]


def test_moved_figure_stands_in_its_new_section_and_order(workspace: Workspace, report_id: int) -> None:
    ids = list(workspace.index(report_id).ids)
    workspace.apply(_move(ids[BUDGET], "hai vụ"))
    figure, accounts = _figure(workspace, ids[BUDGET]), _figure(workspace, ids[ACCOUNTS])
    assert figure.section_id == accounts.section_id
    assert workspace.index(report_id).ids[-1] == ids[BUDGET]
    assert workspace.figure_ids_at(report_id, TEXT.index("hai vụ"), len(TEXT)) == [ids[BUDGET]]
    assert ids[BUDGET] not in workspace.figure_ids_at(report_id, 0, TEXT.index("II."))
    workspace.apply(reviewing.accept([ids[BUDGET], ids[RANGE]]))
    assert workspace.verified_ids(report_id) == [ids[RANGE], ids[BUDGET]]


def test_log_tells_both_places_and_texts(workspace: Workspace, report_id: int) -> None:
    figure_id = workspace.index(report_id).ids[CASES]
    workspace.apply(_move(figure_id, "218 vụ, giảm"))
    entry = workspace.log(report_id)[-1]
    assert (entry.action, entry.figure_id) == ("move", figure_id)
    assert entry.old == {"verdict": "open", "place": str(_place("218 vụ")), "text": "218 vụ"}
    assert entry.new == {"verdict": "open", "place": str(_place("218 vụ, giảm")), "text": "218 vụ, giảm"}


def test_move_to_where_it_stands_changes_nothing(workspace: Workspace, report_id: int) -> None:
    figure_id = workspace.index(report_id).ids[CASES]
    before, lines = state_of(workspace, report_id), len(workspace.log(report_id))
    assert not workspace.apply(_move(figure_id, "218 vụ"))
    assert (state_of(workspace, report_id), len(workspace.log(report_id))) == (before, lines)


@pytest.mark.parametrize("place", [Place(5, 5), Place(9, 4), Place(0, len(TEXT) + 1), Place(-3, 4)])
def test_place_that_is_none_of_the_text_is_refused(
    workspace: Workspace, report_id: int, place: Place
) -> None:
    figure_id = workspace.index(report_id).ids[CASES]
    before = state_of(workspace, report_id)
    with pytest.raises(RefusedError):
        workspace.apply(moving.move(figure_id, place, _DOCUMENT))
    assert state_of(workspace, report_id) == before


def test_signed_report_refuses_a_move_and_its_undo(workspace: Workspace, report_id: int) -> None:
    ids = list(workspace.index(report_id).ids)
    change = _move(ids[CASES], "218 vụ, giảm")
    workspace.apply(change)
    workspace.apply(reviewing.dismiss(ids, "duplicate"))
    workspace.apply(signing.sign_off(report_id))
    before = state_of(workspace, report_id)
    for act in (lambda: workspace.apply(_move(ids[FALL], "5,2")), lambda: workspace.revert(change)):
        with pytest.raises(RefusedError) as refused:
            act()
        assert refused.value.refusal.code is RefusalCode.REPORT_SIGNED
    assert state_of(workspace, report_id) == before


@pytest.mark.parametrize("is_of_left", [False, True])
def test_undo_refuses_where_somebody_else_went_on(
    workspace: Workspace, open_as: Callable[[str], Workspace], report_id: int, is_of_left: bool
) -> None:
    figure_id = workspace.index(report_id).ids[CASES]
    change = _move(figure_id, "05/04/2021")
    (left_id,) = workspace.apply(change).added_figure_ids
    other = open_as("Hoa")
    other.apply(reviewing.doubt([left_id if is_of_left else figure_id]))
    before = state_of(workspace, report_id)
    with pytest.raises(RefusedError) as refused:
        workspace.revert(change)
    assert refused.value.refusal.code is RefusalCode.CHANGED_MEANWHILE
    assert state_of(workspace, report_id) == before


def test_workspace_with_moved_figures_passes_its_check(
    workspace: Workspace, location: Path | str, report_id: int
) -> None:
    ids = workspace.index(report_id).ids
    workspace.apply(_move(ids[CASES], "77/88"))
    workspace.apply(_move(ids[BUDGET], "hai vụ"))
    assert check(location) == []
