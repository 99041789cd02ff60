"""An export in the background: one at a time, with its progress shown and a way to give it up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from desktop.core.workbooks.watching import IsCancelled, OnProgress, WritingCancelledError
from desktop.ui.panels.export_bar import ExportBar
from desktop.ui.tasks import Task, TaskRunner

Job = Callable[[OnProgress, IsCancelled], object]


class ExportRun(QObject):
    """Runs a job that writes a file, while `bar` shows it and `cancel_action` can be triggered.

    `done` carries what the job returned, `failed` its exception, `cancelled` the file's name.
    """

    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal(str)

    def __init__(
        self, runner: TaskRunner, bar: ExportBar, cancel_action: QAction, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._bar = bar
        self._cancel_action = cancel_action
        self._name = ""
        self._is_unwanted = False
        self.is_busy = False
        bar.cancelled.connect(self.cancel)
        cancel_action.triggered.connect(self.cancel)

    def start(self, name: str, job: Job) -> None:
        """Run a job that writes the file `name`; the one before must have ended."""
        self._name, self._is_unwanted, self.is_busy = name, False, True
        self._bar.show_file(name)
        self._cancel_action.setEnabled(True)

        def run(task: Task) -> object:
            return job(task.report, lambda: self._is_unwanted or task.is_cancelled())

        self._runner.start(run, self._end, self._fail, self._bar.show_share)

    def cancel(self) -> None:
        """Ask the job to stop; the file stays as it was."""
        self._is_unwanted = True

    def _end(self, result: object) -> None:
        self._settle()
        self.done.emit(result)

    def _fail(self, error: Exception) -> None:
        self._settle()
        if isinstance(error, WritingCancelledError):
            self.cancelled.emit(self._name)
        else:
            self.failed.emit(error)

    def _settle(self) -> None:
        self.is_busy = False
        self._bar.hide()
        self._cancel_action.setEnabled(False)
