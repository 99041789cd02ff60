"""Brings files into the workspace one after another in the background, and tells what became of each.

The operation is imported with the first file, so that a start without one does not wait for it.
"""

import logging
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.errors import Refusal, RefusalCode, RefusedError
from desktop.core.lettering.encoding import Encoding
from desktop.ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from desktop.operations.importing import Analyser, Outcome
    from desktop.operations.workspaces import Workspace

_log = logging.getLogger(__name__)


class ImportQueue(QObject):
    """Imports files; one that is refused does not keep the others.

    `begun` carries the file's name, its number and how many there are; then comes one of `imported` (report,
    name, figures), `found_there` (report, name), `undecided` (an Undecided, to be answered by `decide`) and
    `refused`, or none where it was cancelled; `remarked` carries each Refusal to be said of a file that is in
    the workspace all the same; `emptied` says that nothing waits any more.
    """

    begun = Signal(str, int, int)
    progressed = Signal(float)
    imported = Signal(int, str, int)
    found_there = Signal(int, str)
    undecided = Signal(object)
    refused = Signal(object)
    remarked = Signal(object)
    emptied = Signal()

    def __init__(
        self, workspace: "Workspace", process: "Analyser", runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._process = process
        self._runner = runner
        self._waiting: deque[tuple[Path, Encoding | None]] = deque()
        self._task: Task | None = None
        self._path = Path()
        self._is_busy = False
        self._begun_count = 0

    def add(self, paths: Sequence[Path]) -> None:
        """Import these files, and those in the folders among them, after those that wait already."""

        def find(_task: Task) -> list[Path]:
            from desktop.operations.importing import files_of

            return files_of(paths)

        self._runner.start(find, self._add_files, self._fail)

    def cancel(self) -> None:
        """Give up the file under way and all that wait."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()

    def decide(self, path: Path, lettering: Encoding) -> None:
        """Import an undecided file, its letters being what the user says, after those that wait already."""
        self._add([(path, lettering)])

    def _add_files(self, files: list[Path]) -> None:
        self._add([(path, None) for path in files])

    def _add(self, files: Sequence[tuple[Path, Encoding | None]]) -> None:
        self._waiting.extend(files)
        if not self._is_busy:
            self._begun_count = 0
            self._begin_next()

    def _begin_next(self) -> None:
        if not self._waiting:
            self._is_busy = False
            self.emptied.emit()
            return
        self._is_busy = True
        path, lettering = self._waiting.popleft()
        self._path = path
        self._begun_count += 1
        self.begun.emit(path.name, self._begun_count, self._begun_count + len(self._waiting))
        workspace, process = self._workspace, self._process

        def run(task: Task) -> "Outcome":
            from desktop.operations.importing import import_file

            return import_file(
                workspace,
                process,
                path,
                lettering=lettering,
                may_ask=True,
                on_progress=task.report,
                is_cancelled=task.is_cancelled,
            )

        self._task = self._runner.start(run, self._end, self._fail, self.progressed.emit)

    def _end(self, outcome: "Outcome") -> None:
        from desktop.operations.importing import AlreadyThere, Imported, Undecided

        self._task = None
        match outcome:
            case Imported(report_id, name, figures):
                self.imported.emit(report_id, name, figures)
                self._remark(outcome.remarks)
            case AlreadyThere(report_id, name):
                self.found_there.emit(report_id, name)
                self._remark(outcome.remarks)
            case Undecided():
                self.undecided.emit(outcome)
            case Refusal():
                self.refused.emit(outcome)
        self._begin_next()

    def _remark(self, remarks: Sequence[Refusal]) -> None:
        for remark in remarks:
            self.remarked.emit(remark)

    def _fail(self, error: Exception) -> None:
        from desktop.core.isolation.process import CancelledError  # late: it takes long beside a window

        self._task = None
        if isinstance(error, RefusedError):
            self.refused.emit(error.refusal)
        elif not isinstance(error, CancelledError):
            _log.error("importing %s failed", self._path.name, exc_info=error)
            self.refused.emit(Refusal(RefusalCode.READER_FAILED, self._path.name, {"error": str(error)}))
        self._begin_next()
