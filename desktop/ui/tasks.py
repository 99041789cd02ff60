"""The one task runner: a job runs outside the event loop and its result comes back into it.

Jobs read files and return values; they touch no widget. In tests the jobs run at once.
"""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal

_log = logging.getLogger(__name__)

_LATER_MS = 30

Slot = Callable[..., Any]


class Task(QObject):
    """One job under way: it is handed this task, to report progress and to ask whether to go on."""

    progressed = Signal(float)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, job: Callable[["Task"], object]) -> None:
        super().__init__()
        self._job = job
        self._is_cancelled = False

    def cancel(self) -> None:
        """Ask the job to stop; it then ends as it sees fit, often by failing."""
        self._is_cancelled = True

    def is_cancelled(self) -> bool:
        """Tell the job whether it was asked to stop."""
        return self._is_cancelled

    def report(self, share: float) -> None:
        """Tell how much of the job is done, from 0 to 1."""
        self.progressed.emit(share)

    def run(self) -> None:
        """Run the job and tell how it ended; called by the runner."""
        try:
            result = self._job(self)
        except Exception as error:  # noqa: BLE001 - the edge of a thread: whatever it is goes to on_failed
            self.failed.emit(error)
        else:
            self.finished.emit(result)


class TaskRunner(Protocol):
    """What starts jobs; all slots are called in the thread of the event loop."""

    def start(
        self,
        job: Callable[[Task], object],
        on_done: Slot,
        on_failed: Slot | None = None,
        on_progress: Slot | None = None,
    ) -> Task:
        """Start a job and return its task."""

    def start_later(
        self, job: Callable[[Task], object], on_done: Slot, on_failed: Slot | None = None
    ) -> Task:
        """Start a job nobody waits for, once what is on its way to the screen stands there."""

    def close(self) -> None:
        """Cancel what is under way and wait for it."""


class ThreadRunner(QObject):
    """Runs each job in a thread of a pool.

    Those nobody waits for run one after the other in a thread of their own: Python runs in one thread at a
    time, and each that wants to makes the window wait for its turn.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(4)
        self._later_pool = QThreadPool(self)
        self._later_pool.setMaxThreadCount(1)
        self._tasks: set[Task] = set()
        self._is_closed = False

    def start(
        self,
        job: Callable[[Task], object],
        on_done: Slot,
        on_failed: Slot | None = None,
        on_progress: Slot | None = None,
    ) -> Task:
        """Start a job in a thread; a job that ends at once loses nothing, its end is queued.

        A runner that was closed starts nothing any more.
        """
        task = self._prepared(job, on_done, on_failed, on_progress)
        self._run_in(self._pool, task)
        return task

    def start_later(
        self, job: Callable[[Task], object], on_done: Slot, on_failed: Slot | None = None
    ) -> Task:
        """Start a job a moment later, after those of its kind that were asked for before."""
        task = self._prepared(job, on_done, on_failed, None)
        # The moment begins when what asks for the job has ended, which may take longer than itself.
        QTimer.singleShot(0, self, partial(self._put_off, task))
        return task

    def close(self) -> None:
        """Cancel what is under way and wait for it; ends that still come are not told any more."""
        self._is_closed = True
        for task in self._tasks:
            task.cancel()
            task.blockSignals(True)
        self._pool.waitForDone()
        self._later_pool.waitForDone()
        self._tasks.clear()

    def _prepared(
        self, job: Callable[[Task], object], on_done: Slot, on_failed: Slot | None, on_progress: Slot | None
    ) -> Task:
        task = Task(job)
        _connect(task, on_done, on_failed, on_progress, Qt.ConnectionType.QueuedConnection)
        task.finished.connect(self._forget, Qt.ConnectionType.QueuedConnection)
        task.failed.connect(self._forget, Qt.ConnectionType.QueuedConnection)
        self._tasks.add(task)
        return task

    def _put_off(self, task: Task) -> None:
        QTimer.singleShot(_LATER_MS, self, partial(self._run_in, self._later_pool, task))

    def _run_in(self, pool: QThreadPool, task: Task) -> None:
        if self._is_closed:
            task.cancel()
            self._tasks.discard(task)
        else:
            pool.start(task.run)

    def _forget(self) -> None:
        self._tasks.discard(self.sender())


class ImmediateRunner:
    """Runs each job where it is started, before `start` returns."""

    def start(
        self,
        job: Callable[[Task], object],
        on_done: Slot,
        on_failed: Slot | None = None,
        on_progress: Slot | None = None,
    ) -> Task:
        """Run the job and call its slots before returning."""
        task = Task(job)
        _connect(task, on_done, on_failed, on_progress, Qt.ConnectionType.DirectConnection)
        task.run()
        return task

    def start_later(
        self, job: Callable[[Task], object], on_done: Slot, on_failed: Slot | None = None
    ) -> Task:
        """Run the job at once like any other."""
        return self.start(job, on_done, on_failed)

    def close(self) -> None:
        """Do nothing: nothing is ever under way."""


def _connect(
    task: Task, on_done: Slot, on_failed: Slot | None, on_progress: Slot | None, how: Qt.ConnectionType
) -> None:
    task.finished.connect(on_done, how)
    task.failed.connect(on_failed or _report, how)
    if on_progress is not None:
        task.progressed.connect(on_progress, how)


def _report(error: Exception) -> None:
    _log.error("a background job failed", exc_info=error)
