"""Killed at any moment, a review loses nothing that it had acknowledged."""

import multiprocessing
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

from desktop.operations.checking import check
from desktop.operations.importing import Imported, import_file
from desktop.operations.workspaces import open_workspace
from tests.operations.analysing import TextAnalyser
from tests.operations.scripted_review import review

KILLS = 20
MOST_WORDS = 12
LONGEST_S = 0.01
SEED = 20210405

Word = tuple[str, int, int, str]
"""Before or after, the figure, the turn, and which act."""


def _report(path: Path) -> int:
    workspace = open_workspace(path, "Lan")
    source = path.with_suffix(".txt")
    source.write_text("\n".join(f"Có {number} vụ." for number in range(7)), "utf-8")
    imported = import_file(workspace, TextAnalyser(), source)
    workspace.close()
    assert isinstance(imported, Imported)
    return imported.report_id


def _until_killed(path: Path, report_id: int, first: int, moments: random.Random) -> list[Word]:
    """Let a review run, kill it in the middle of one of its first acts, and return all it said."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.operations.scripted_review"])
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=review, args=(str(path), report_id, first, theirs))
    child.start()
    theirs.close()
    said: list[Word] = [ours.recv() for _ in range(moments.randint(1, MOST_WORDS))]
    said += _heard_for(ours, moments.uniform(0, LONGEST_S))
    child.kill()
    child.join()
    said += _heard_for(ours, LONGEST_S)
    ours.close()
    child.close()
    return said


def _heard_for(ours: Connection, seconds: float) -> list[Word]:
    heard = []
    end = time.monotonic() + seconds
    try:
        while ours.poll(max(end - time.monotonic(), 0)):
            heard.append(ours.recv())
    except EOFError:
        pass
    return heard


def _notes(path: Path, report_id: int) -> tuple[dict[int, str], int]:
    """Return the note of each figure, and how long the log is."""
    workspace = open_workspace(path, "Lan", create=False)
    found = workspace.figures(workspace.index(report_id).ids)
    lines = len(workspace.log())
    workspace.close()
    return {figure.id: figure.note for figure in found}, lines


def _allowed(notes: dict[int, str], said: list[Word]) -> dict[int, set[str]]:
    """Return what each figure's note may be: the last acknowledged, or what was being written since."""
    allowed = {figure_id: {note} for figure_id, note in notes.items()}
    first = dict(notes)
    for word, figure_id, turn, act in said:
        if word == "will" and act == "apply":
            (first[figure_id],) = allowed[figure_id]
        note = first[figure_id] if act == "revert" else str(turn)
        allowed[figure_id] = allowed[figure_id] | {note} if word == "will" else {note}
    return allowed


def test_nothing_acknowledged_is_lost_by_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "w.doichieu"
    report_id = _report(path)
    moments = random.Random(SEED)
    turn = acknowledged = 0
    before, lines_before = _notes(path, report_id)
    for _ in range(KILLS):
        said = _until_killed(path, report_id, turn, moments)
        after, lines_after = _notes(path, report_id)
        allowed = _allowed(before, said)
        assert [figure_id for figure_id, note in after.items() if note not in allowed[figure_id]] == []
        done = sum(word == "did" for word, *_ in said)
        assert lines_after - lines_before in (done, done + 1)
        assert check(path) == []
        acknowledged += done
        turn = said[-1][2] + 1
        before, lines_before = after, lines_after
    assert acknowledged > KILLS
