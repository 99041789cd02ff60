"""A long report whose marks come after it: what the clerk does meanwhile is lit as it is by then."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop.core.messages import Language
from desktop.operations.importing import Imported, import_file
from desktop.operations.workspaces import Workspace, open_workspace
from desktop.ui.main_window import MainWindow
from desktop.ui.marks import State
from desktop.ui.report_content import FIRST_FIGURES
from desktop.ui.review_session import ReviewSession
from desktop.ui.source.text_view import TextView
from desktop.ui.tasks import ImmediateRunner, Slot, Task
from desktop.ui.workbench import Workbench
from tests.operations.analysing import TextAnalyser


class SlowToTell(ImmediateRunner):
    """Does the jobs nobody waits for at once, and tells their results when it is asked to."""

    def __init__(self) -> None:
        self._untold: list[tuple[Slot, object]] = []

    @override
    def start_later(
        self, job: Callable[[Task], object], on_done: Slot, on_failed: Slot | None = None
    ) -> Task:
        task = Task(job)
        self._untold.append((on_done, job(task)))
        return task

    def tell(self) -> None:
        """Tell all results, and those of the jobs that this brings about."""
        while self._untold:
            on_done, result = self._untold.pop(0)
            _call(on_done, result)


def _call(slot: Any, result: object) -> None:
    try:
        slot(result)
    except TypeError:
        slot()


def test_verdict_given_while_the_marks_are_read_stays_lit(
    qtbot: QtBot, workspace: Workspace, location: Path, settings: QSettings, tmp_path: Path
) -> None:
    path = tmp_path / "dai.txt"
    path.write_text("".join(f"Có {number} vụ.\n" for number in range(2, FIRST_FIGURES + 10)), "utf-8")
    assert isinstance(import_file(workspace, TextAnalyser(), path), Imported)
    runner, window = SlowToTell(), MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    bench = Workbench(window, settings, runner, Language.VIETNAMESE)
    session = ReviewSession(open_workspace(location, "Lan"), runner, TextAnalyser(), parent=window)
    bench.attach(session)
    first = session.desk.current
    assert first is not None
    bench.actions["accept"].trigger()
    runner.tell()
    view = bench.panes.source.findChild(TextView)
    assert view is not None
    lit = {mark.figure_id: mark.state for mark in view._marks.between(0, 10**9)}
    assert len(lit) >= FIRST_FIGURES
    assert lit[first.id] is State.ACCEPTED
    window.close()
