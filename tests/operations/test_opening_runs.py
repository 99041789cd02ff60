"""A run of digits that was set aside wrongly is opened again, and undone without a trace."""

from desktop.core.figures import Origin, Reading, Value, Verdict
from desktop.core.places import Place
from desktop.core.reviews import LedgerRow
from desktop.core.sections import LedgerKind
from desktop.operations import reviewing
from desktop.operations.workspaces import Workspace
from tests.operations.analysing import TEXT
from tests.operations.states import state_of

DATE = TEXT.index("05/04/2021")
READING = Reading(Value.parse("5"), "vụ", indicator="số vụ")


def _run(workspace: Workspace, report_id: int) -> LedgerRow:
    return next(row for row in workspace.ledger(report_id) if row.start == DATE)


def test_opened_run_waits_for_a_verdict(workspace: Workspace, report_id: int) -> None:
    before = state_of(workspace, report_id)
    place = Place(DATE, DATE + 10)
    change = reviewing.open_run(report_id, place, "05/04/2021", READING)
    (figure_id,) = workspace.apply(change).added_figure_ids
    figure = workspace.figures([figure_id])[0]
    assert (figure.verdict, figure.origin, figure.read) == (Verdict.OPEN, Origin.LEDGER, READING)
    run = _run(workspace, report_id)
    assert (run.kind, run.is_open, run.figure_id) == (LedgerKind.OPEN, True, figure_id)
    assert workspace.progress(report_id).ledger_open == before.progress.ledger_open + 1
    workspace.revert(change)
    assert state_of(workspace, report_id) == before
    workspace.reapply(change)
    workspace.apply(reviewing.correct(figure_id, READING))
    assert _run(workspace, report_id).kind is LedgerKind.FIGURE
    assert not _run(workspace, report_id).is_open


def test_runs_of_figures_are_open_until_those_are_settled(workspace: Workspace, report_id: int) -> None:
    def open_texts() -> list[str]:
        return [TEXT[row.start : row.end] for row in workspace.ledger(report_id) if row.is_open]

    assert open_texts() == ["6,3", "20", "25", "218", "5,2", "77/88", "13.160"]
    workspace.apply(reviewing.accept(workspace.index(report_id).ids[:2]))
    workspace.apply(reviewing.doubt(workspace.index(report_id).ids[2:3]))
    assert open_texts() == ["218", "5,2", "77/88", "13.160"]
    assert len(open_texts()) == workspace.progress(report_id).ledger_open


def test_run_nobody_could_read_comes_with_what_its_sentence_says(
    workspace: Workspace, report_id: int
) -> None:
    figures = workspace.figures(workspace.index(report_id).ids)
    unread = next(figure for figure in figures if figure.origin is Origin.LEDGER)
    assert (unread.text, str(unread.read.value), unread.read.indicator) == ("77/88", "77/88", "mã")
    assert unread.read.period == "2021-Q1"
