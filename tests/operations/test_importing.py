"""Files come in once, whole or not at all, without keeping the clerk waiting."""

import os
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from typing_extensions import override

from db import tables
from db.queries import checks, imports
from db.sessions import Session
from desktop.core.documents import Format
from desktop.core.errors import Refusal, RefusalCode, RefusedError
from desktop.core.figures import NEEDS_A_LOOK_BELOW, Origin, Value, Verdict
from desktop.core.isolation.analysis import Analysis
from desktop.core.isolation.process import CancelledError
from desktop.core.lettering.encoding import Encoding
from desktop.core.places import Box, Place
from desktop.core.sections import LedgerKind, Section
from desktop.operations import importing, reviewing
from desktop.operations.importing import (
    AlreadyThere,
    Imported,
    IsCancelled,
    OnProgress,
    files_of,
    import_file,
)
from desktop.operations.report_rows import innermost
from desktop.operations.workspaces import Workspace
from tests.operations.analysing import TEXT, FixedAnalyser, TextAnalyser, analysis_of

Act = Callable[[Session], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a report's file."""
    path = tmp_path / "bao-cao.txt"
    path.write_text(TEXT, "utf-8", newline="")
    return path


def _rows(workspace: Workspace) -> dict[str, int]:
    """Return how many rows there are of everything that an import writes."""
    with workspace.reading() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(tables.metadata.tables[name])) or 0
            for name in ("reports", "sources", "texts", "sections", "figures", "ledger", "counts")
        }


def test_import_says_what_came_in(workspace: Workspace, path: Path) -> None:
    imported = import_file(workspace, TextAnalyser(), path)
    (report,) = workspace.reports()
    assert imported == Imported(report.id, "bao-cao.txt", figures=5, ledger_open=1)
    (line,) = workspace.log()
    assert (line.action, line.who, line.report_id, line.report_name) == (
        "import",
        "Lan",
        report.id,
        path.name,
    )
    assert line.new["digest"] == report.digest


def test_same_bytes_under_another_name_are_there_already(workspace: Workspace, path: Path) -> None:
    imported = import_file(workspace, TextAnalyser(), path)
    assert isinstance(imported, Imported)
    copy = path.rename(path.with_name("ban-sao.txt"))
    state = _rows(workspace), workspace.log()
    assert import_file(workspace, TextAnalyser(), copy) == AlreadyThere(imported.report_id, "bao-cao.txt")
    assert (_rows(workspace), workspace.log()) == state


def test_file_that_cannot_be_read_is_a_refusal(workspace: Workspace, tmp_path: Path) -> None:
    refusal = import_file(workspace, TextAnalyser(), tmp_path / "none.txt")
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.subject) == (RefusalCode.NOT_FOUND, "none.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_is_refused_instead_of_waited_for(workspace: Workspace, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    refusal = import_file(workspace, TextAnalyser(), tmp_path / "pipe.txt")
    assert isinstance(refusal, Refusal)
    assert refusal.code is RefusalCode.UNKNOWN_FORMAT


def test_progress_rises_to_the_end(workspace: Workspace, path: Path) -> None:
    seen: list[float] = []
    import_file(workspace, TextAnalyser(), path, on_progress=seen.append)
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (importing.SHARE_OF_READING, 1.0)


def test_number_nobody_could_read_becomes_a_row_to_decide(workspace: Workspace, report_id: int) -> None:
    (figure,) = [f for f in workspace.figures(workspace.index(report_id).ids) if f.origin is Origin.LEDGER]
    assert (figure.text, str(figure.read.value), figure.read.unit) == ("77/88", "77/88", "")
    assert (figure.verdict, figure.confidence) == (Verdict.OPEN, 0.0)


@pytest.mark.parametrize(
    ("run", "value"), [("13.160", "13160"), ("0,5", "0.5"), ("1/2/3/4", "1"), ("5/0", "5"), ("007", "7")]
)
def test_open_run_has_its_plain_value(
    bring: Callable[..., int], workspace: Workspace, run: str, value: str
) -> None:
    (figure,) = workspace.figures(workspace.index(bring(f"Mã {run} đó", "ma.txt")).ids)
    assert str(figure.read.value) == value


def test_run_called_a_figures_but_claimed_by_none_stays_open(workspace: Workspace, path: Path) -> None:
    analysis = analysis_of(path.read_bytes(), path.name)
    entries = tuple(
        replace(entry, figure=None) if entry.figure == 2 else entry for entry in analysis.extraction.ledger
    )
    extraction = replace(analysis.extraction, ledger=entries)
    imported = import_file(workspace, FixedAnalyser(replace(analysis, extraction=extraction)), path)
    assert isinstance(imported, Imported)
    assert imported.ledger_open == 2
    kinds = [run.kind for run in workspace.ledger(imported.report_id)]
    assert kinds.count(LedgerKind.OPEN) == 2


def test_second_reading_and_issuer_come_back(workspace: Workspace, path: Path) -> None:
    analysis = analysis_of(path.read_bytes(), path.name)
    others = [Value.parse(text) for text in ("13.16", "20..25", "3/5")]
    figures = tuple(
        replace(figure, other=other)
        for figure, other in zip(analysis.extraction.figures, [*others, None, None], strict=True)
    )
    extraction = replace(analysis.extraction, figures=figures, issuer="Cục Thống kê", province="Bắc Ninh")
    imported = import_file(workspace, FixedAnalyser(replace(analysis, extraction=extraction)), path)
    assert isinstance(imported, Imported)
    found = workspace.figures(workspace.index(imported.report_id).ids)
    assert [figure.other for figure in found] == [*others, None, None, None]
    (report,) = workspace.reports()
    assert (report.issuer, report.province) == ("Cục Thống kê", "Bắc Ninh")


def test_index_tells_which_readings_are_uncertain(workspace: Workspace, path: Path) -> None:
    analysis = analysis_of(path.read_bytes(), path.name)
    first, second, *others = analysis.extraction.figures
    low = replace(first, confidence=NEEDS_A_LOOK_BELOW - 0.01)
    ambiguous = replace(second, other=Value.parse("20.25"))
    at_the_threshold = replace(others[0], confidence=NEEDS_A_LOOK_BELOW)
    figures = (low, ambiguous, at_the_threshold, *others[1:])
    extraction = replace(analysis.extraction, figures=figures)
    imported = import_file(workspace, FixedAnalyser(replace(analysis, extraction=extraction)), path)
    assert isinstance(imported, Imported)
    index = workspace.index(imported.report_id)
    unread = next(f.id for f in workspace.figures(index.ids) if f.origin is Origin.LEDGER)
    assert index.uncertain == {index.ids[0]: low.confidence, index.ids[1]: 0.9, unread: 0.0}
    assert {f.id for f in workspace.figures(index.ids) if f.is_uncertain} == set(index.uncertain)


def test_places_of_every_kind_come_back(workspace: Workspace, path: Path) -> None:
    analysis = analysis_of(path.read_bytes(), path.name)
    places = (
        Place(25, 36, page=3, boxes=(Box(1.5, 2, 3, 4), Box(0, 0, 1, 1))),
        Place(43, 49, sheet="16.CPI", cell="C12"),
    )
    figures = tuple(
        replace(figure, place=place)
        for figure, place in zip(analysis.extraction.figures, places, strict=False)
    )
    ledger = tuple(entry for entry in analysis.extraction.ledger if entry.start < 50)
    extraction = replace(analysis.extraction, figures=figures, ledger=ledger)
    imported = import_file(workspace, FixedAnalyser(replace(analysis, extraction=extraction)), path)
    assert isinstance(imported, Imported)
    ids = workspace.index(imported.report_id).ids
    assert tuple(figure.place for figure in workspace.figures(ids)) == places
    assert workspace.figure_ids_in_cell(imported.report_id, "16.CPI", "C12") == [ids[1]]


def test_text_no_column_takes_is_kept_exactly(workspace: Workspace, path: Path) -> None:
    nasty = "Có 5 vụ\0\ud800\r\n\u2028e\u0301"
    analysis = replace(analysis_of(path.read_bytes(), path.name), format=Format.TXT)
    from desktop.core.documents import Document
    from desktop.core.layouts import pack

    analysis = replace(
        analysis, text=nasty, layout=pack(Document(Format.TXT, nasty, ())), name="tên\udcff.txt"
    )
    analysis = replace(analysis, extraction=replace(analysis.extraction, figures=(), ledger=(), sections=()))
    imported = import_file(workspace, FixedAnalyser(analysis), path)
    assert isinstance(imported, Imported)
    assert workspace.document(imported.report_id).text == nasty
    assert workspace.reports()[0].name == "tên�.txt"


def test_import_given_up_before_reading_leaves_nothing(workspace: Workspace, path: Path) -> None:
    with pytest.raises(CancelledError):
        import_file(workspace, TextAnalyser(), path, is_cancelled=lambda: True)
    assert set(_rows(workspace).values()) == {0}


def test_import_given_up_while_writing_leaves_nothing(
    workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "ROWS_PER_TRANSACTION", 2)
    questions = iter([False, False, False, False, True])
    with pytest.raises(CancelledError):
        import_file(workspace, TextAnalyser(), path, is_cancelled=lambda: next(questions))
    assert set(_rows(workspace).values()) == {0}
    assert workspace.log() == []


def test_half_an_import_is_seen_by_nobody(
    workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "ROWS_PER_TRANSACTION", 2)
    seen: list[object] = []

    def look(_share: float) -> None:
        seen.append((workspace.reports(), workspace.progress().total, workspace.log()))

    import_file(workspace, TextAnalyser(), path, on_progress=look)
    assert len(seen) > 5
    assert all(each == ([], 0, []) for each in seen)
    assert len(workspace.reports()) == 1


def test_verdict_gets_through_while_a_report_comes_in(
    workspace: Workspace, report_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "ROWS_PER_TRANSACTION", 2)
    ids = iter(workspace.index(report_id).ids[:4])
    other = tmp_path / "other.txt"
    other.write_text("\n".join(f"Có {number} vụ." for number in range(20)), "utf-8")

    def accept_one(_share: float) -> None:
        if (figure_id := next(ids, None)) is not None:
            workspace.apply(reviewing.accept([figure_id]))

    import_file(workspace, TextAnalyser(), other, on_progress=accept_one)
    assert workspace.progress(report_id).verified == 4
    assert workspace.progress().total == 26


def test_what_a_killed_import_left_is_cleared_away(workspace: Workspace, path: Path) -> None:
    def begin(session: Session) -> int:
        new = imports.NewReport("cũ.txt", "", "", Format.TXT, b"", b"", b"")
        long_ago = datetime.now(UTC) - importing.STALE_AFTER - timedelta(minutes=1)
        return imports.begin(replace(session, at=long_ago), new)

    workspace.write(begin)
    import_file(workspace, TextAnalyser(), path)
    assert _rows(workspace)["reports"] == 1


def test_same_file_from_two_sides_at_once_comes_in_once(
    workspace: Workspace, open_as: Callable[[str], Workspace], path: Path
) -> None:
    other = open_as("Hoa")
    found: list[object] = []

    class _Slow(TextAnalyser):
        @override
        def analyse(
            self,
            path: Path,
            *,
            lettering: Encoding | None = None,
            on_progress: OnProgress | None = None,
            is_cancelled: IsCancelled | None = None,
        ) -> Analysis:
            found.append(import_file(other, TextAnalyser(), path))
            return super().analyse(path)

    found.append(import_file(workspace, _Slow(), path))
    first, second = found
    assert isinstance(first, Imported)
    assert second == AlreadyThere(first.report_id, "bao-cao.txt")
    assert _rows(workspace)["reports"] == 1


def test_imports_in_threads_do_not_mix(workspace: Workspace, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(4)]
    for number, path in enumerate(paths):
        path.write_text(f"I. Mục\nCó {number + 1}0 vụ và 7 tỷ đồng." + "\n" * number, "utf-8")
    threads = [threading.Thread(target=import_file, args=(workspace, TextAnalyser(), path)) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with workspace.reading() as connection:
        for report in workspace.reports():
            assert report.progress.total == 2
            assert checks.wrong_counts(connection, report.id) == set()
    assert len(workspace.reports()) == 4


def test_busy_workspace_refuses_the_file(
    workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.core.errors import refuse

    def busy(_act: Act) -> None:
        raise refuse(RefusalCode.WORKSPACE_BUSY, "w")

    monkeypatch.setattr(workspace, "write", busy)
    refusal = import_file(workspace, TextAnalyser(), path)
    assert isinstance(refusal, Refusal)
    assert refusal.code is RefusalCode.WORKSPACE_BUSY
    with pytest.raises(RefusedError):
        workspace.set_bookmark(1, None)


def test_folders_give_their_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.docx", "a/1.pdf", ".git/x.txt", "a/~$2.docx", "a/.DS_Store"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    single, missing = tmp_path / "b.txt", tmp_path / "none.txt"
    found = files_of([missing, tmp_path, single])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "none.txt",
        "a/1.pdf",
        "a/2.docx",
        "b.txt",
    ]


def test_innermost_section_holds_an_offset() -> None:
    sections = [
        Section("I", 1, 10, 50),
        Section("1", 2, 20, 30, 0),
        Section("2", 2, 30, 40, 0),
        Section("II", 1, 60, 70),
    ]
    starts = [section.start for section in sections]
    offsets = (0, 10, 20, 29, 30, 45, 50, 60, 70)
    assert [innermost(sections, starts, offset) for offset in offsets] == [None, 0, 1, 1, 2, 0, None, 3, None]


def test_folder_that_cannot_be_looked_into_stands_for_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("5 ha")
    closed = tmp_path / "kín"
    closed.mkdir()
    scan = os.scandir

    def scan_open_ones(path: str) -> object:
        if str(path) == str(closed):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scan_open_ones)
    assert files_of([tmp_path]) == [tmp_path / "a.txt", closed]


def test_name_no_file_can_have_is_refused_like_a_missing_one(workspace: Workspace, tmp_path: Path) -> None:
    (path,) = files_of([tmp_path / ("x" * 300)])
    assert isinstance(import_file(workspace, TextAnalyser(), path), Refusal)
