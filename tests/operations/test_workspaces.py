"""What a workspace tells of its reports, and what it does with trouble."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from db.sessions import Session
from desktop.core.documents import Format
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Verdict
from desktop.core.reviews import Bookmark, FigureIndex, Progress
from desktop.core.sections import LedgerKind
from desktop.operations import reviewing
from desktop.operations.workspaces import Workspace, name_of, open_workspace
from tests.operations.analysing import TEXT


def test_new_workspace_is_empty(workspace: Workspace) -> None:
    assert workspace.reports() == []
    assert workspace.progress() == Progress()
    assert workspace.log() == []
    assert workspace.bookmark() is None
    assert workspace.index(1) == FigureIndex([], [], [], [], {}, [])


def test_report_comes_back_as_it_was_read(workspace: Workspace, report_id: int) -> None:
    document = workspace.document(report_id)
    assert document.text == TEXT
    assert document.blocks[0].end == len(TEXT)
    assert workspace.source(report_id) == TEXT.encode()


def test_report_is_listed_with_its_progress(workspace: Workspace, report_id: int) -> None:
    workspace.apply(reviewing.accept(workspace.index(report_id).ids[:2]))
    (report,) = workspace.reports()
    assert (report.id, report.name, report.title) == (report_id, "bao-cao.txt", "Báo cáo")
    assert (report.period, report.format) == ("2021-Q1", Format.TXT)
    assert report.progress == Progress(total=6, open=4, verified=2, ledger_open=4)
    assert report.progress == workspace.progress() == workspace.progress(report_id)


@pytest.mark.parametrize("ask", ["document", "source"])
def test_report_that_is_not_there_is_refused(workspace: Workspace, ask: str) -> None:
    with pytest.raises(RefusedError) as caught:
        getattr(workspace, ask)(99)
    assert caught.value.refusal.code is RefusalCode.VERDICT_UNKNOWN_REPORT


def test_sections_count_what_is_below_them(workspace: Workspace, report_id: int) -> None:
    workspace.apply(reviewing.accept([workspace.index(report_id).ids[2]]))
    found = [(s.title, s.level, s.total, s.open) for s in workspace.sections(report_id)]
    assert found == [
        ("I. Kinh tế", 1, 2, 2),
        ("II. Xã hội", 1, 4, 3),
        ("1. An ninh", 2, 3, 2),
        ("2. Y tế", 2, 1, 1),
    ]
    sections = workspace.sections(report_id)
    assert [section.parent_id for section in sections] == [None, None, sections[1].id, sections[1].id]


def test_index_is_in_reading_order_with_verdicts(workspace: Workspace, report_id: int) -> None:
    ids = workspace.index(report_id).ids
    workspace.apply(reviewing.doubt([ids[1]]))
    index = workspace.index(report_id)
    assert list(index.starts) == sorted(index.starts)
    assert list(index.verdicts) == [Verdict.OPEN, Verdict.DOUBTFUL, *[Verdict.OPEN] * 4]
    figures = workspace.figures(list(reversed(ids)))
    assert [figure.id for figure in figures] == list(reversed(ids))
    assert [figure.section_id for figure in reversed(figures)] == list(index.section_ids)


def test_ledger_has_every_run_of_digits(workspace: Workspace, report_id: int) -> None:
    runs = workspace.ledger(report_id)
    found = [(TEXT[run.start : run.end], run.kind) for run in runs]
    assert found == [
        ("6,3", LedgerKind.FIGURE),
        ("20", LedgerKind.FIGURE),
        ("25", LedgerKind.PART),
        ("1", LedgerKind.ORDINAL),
        ("05/04/2021", LedgerKind.DATE),
        ("218", LedgerKind.FIGURE),
        ("5,2", LedgerKind.FIGURE),
        ("77/88", LedgerKind.OPEN),
        ("2", LedgerKind.ORDINAL),
        ("13.160", LedgerKind.FIGURE),
    ]
    assert [run.figure_id is None for run in runs] == [kind in ("ordinal", "date") for _, kind in found]


def test_figures_are_found_by_their_place(workspace: Workspace, report_id: int) -> None:
    ids = workspace.index(report_id).ids
    at = TEXT.index("218 vụ")
    assert workspace.figure_ids_at(report_id, at + 2, at + 3) == [ids[2]]
    assert workspace.figure_ids_at(report_id, at - 2, at) == []
    assert workspace.figure_ids_in_cell(report_id, "16.CPI", "C12") == []


def test_bookmark_is_where_the_clerk_was_last(workspace: Workspace, bring: Callable[..., int]) -> None:
    first, second = bring(), bring("Có 5 vụ.", "hai.txt")
    figure_id = workspace.index(first).ids[3]
    workspace.set_bookmark(second, None)
    workspace.set_bookmark(first, figure_id)
    assert workspace.bookmark() == Bookmark(first, figure_id)
    assert workspace.bookmark(second) == Bookmark(second, None)
    workspace.set_bookmark(second, None)
    assert workspace.bookmark() == Bookmark(second, None)


def test_bookmark_at_a_figure_that_is_gone_names_none(workspace: Workspace, report_id: int) -> None:
    workspace.set_bookmark(report_id, 999)
    assert workspace.bookmark() == Bookmark(report_id, None)


def test_verdicts_survive_closing(location: Path | str, workspace: Workspace, report_id: int) -> None:
    figure_id = workspace.index(report_id).ids[0]
    workspace.apply(reviewing.accept([figure_id]))
    workspace.close()
    again = open_workspace(location, "Hoa", create=False)
    (figure,) = again.figures([figure_id])
    again.close()
    assert (figure.verdict, figure.decided_by) == (Verdict.ACCEPTED, "Lan")


def test_closed_file_leaves_nothing_beside_it(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path / "w.doichieu", "Lan")
    workspace.reports()
    workspace.close()
    assert [path.name for path in tmp_path.iterdir()] == ["w.doichieu"]


def test_failed_write_leaves_nothing(workspace: Workspace, report_id: int) -> None:
    def act(session: Session) -> None:
        session.connection.execute(text("DELETE FROM ledger"))
        session.connection.execute(text("SELECT nothing"))

    with pytest.raises(RefusedError) as caught:
        workspace.write(act)
    assert caught.value.refusal.subject == workspace.name
    assert len(workspace.ledger(report_id)) == 10


def test_file_that_another_holds_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.engine.BUSY_TIMEOUT_MS", 0)
    first, second = (open_workspace(tmp_path / "w.doichieu", who) for who in ("Lan", "Hoa"))

    def act(_session: Session) -> None:
        second.apply(reviewing.accept([1]))

    with pytest.raises(RefusedError) as caught:
        first.write(act)
    first.close()
    second.close()
    assert caught.value.refusal.code is RefusalCode.WORKSPACE_BUSY


def test_threads_share_a_workspace(workspace: Workspace, report_id: int) -> None:
    ids = [figure_id for figure_id in workspace.index(report_id).ids if figure_id != 5]
    threads = [
        threading.Thread(target=workspace.apply, args=(reviewing.accept([figure_id]),)) for figure_id in ids
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert workspace.progress(report_id).verified == 5


@pytest.mark.parametrize(
    ("location", "name"),
    [
        (Path("/x/ho-so 2021.doichieu"), "ho-so 2021.doichieu"),
        ("quy-1.doichieu", "quy-1.doichieu"),
        ("postgresql+psycopg://lan:secret@host:5432/phong_tong_hop?host=/tmp", "phong_tong_hop"),
    ],
)
def test_workspace_is_called_by_its_file_or_database(location: Path | str, name: str) -> None:
    assert name_of(location) == name
