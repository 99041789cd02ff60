"""The task runners: results come back into the event loop's thread, and nothing is lost or left behind."""

import threading

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop.ui.tasks import ImmediateRunner, Task, ThreadRunner


class Listener(QObject):
    """Remembers what a task told, and in which thread."""

    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[object] = []
        self.shares: list[float] = []
        self.threads: set[threading.Thread] = set()

    def take_result(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.current_thread())
        self.told.emit()

    def take_error(self, error: object) -> None:
        self.errors.append(error)
        self.told.emit()

    def take_share(self, share: float) -> None:
        self.shares.append(share)


@pytest.fixture
def listener(qtbot: QtBot) -> Listener:
    return Listener()


def test_result_of_a_job_that_ends_at_once_is_not_lost(qtbot: QtBot, listener: Listener) -> None:
    runner = ThreadRunner()
    for number in range(200):
        runner.start(lambda _task, number=number: number, listener.take_result)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(listener.results) == 200)
    assert sorted(map(int, map(str, listener.results))) == list(range(200))
    runner.close()


def test_job_runs_outside_and_its_result_comes_back_inside(qtbot: QtBot, listener: Listener) -> None:
    runner = ThreadRunner()
    with qtbot.waitSignal(listener.told):
        runner.start(lambda _task: threading.current_thread(), listener.take_result)
    assert listener.results[0] is not threading.main_thread()
    assert listener.threads == {threading.main_thread()}
    runner.close()


def test_failure_is_told(qtbot: QtBot, listener: Listener) -> None:
    runner = ThreadRunner()
    with qtbot.waitSignal(listener.told):
        runner.start(_fail, listener.take_result, listener.take_error)
    assert [str(error) for error in listener.errors] == ["no"]
    runner.close()


def test_progress_comes_before_the_end(qtbot: QtBot, listener: Listener) -> None:
    runner = ThreadRunner()
    with qtbot.waitSignal(listener.told):
        runner.start(_report_twice, listener.take_result, on_progress=listener.take_share)
    assert listener.shares == [0.5, 1.0]
    runner.close()


def test_closing_cancels_and_waits(qtbot: QtBot, listener: Listener) -> None:
    runner = ThreadRunner()
    begun = threading.Event()
    ended = threading.Event()

    def wait_for_cancel(task: Task) -> None:
        begun.set()
        while not task.is_cancelled():
            threading.Event().wait(0.001)
        ended.set()

    runner.start(wait_for_cancel, listener.take_result)
    begun.wait()
    runner.close()
    assert ended.is_set()


def test_jobs_nobody_waits_for_run_one_after_the_other(qtbot: QtBot, listener: Listener) -> None:
    runner = ThreadRunner()
    lock = threading.Lock()

    def number_if_alone(number: int) -> int:
        assert lock.acquire(blocking=False)
        threading.Event().wait(0.001)
        lock.release()
        return number

    for number in range(20):
        runner.start_later(lambda _task, number=number: number_if_alone(number), listener.take_result)  # type: ignore[misc]
    assert listener.results == []
    qtbot.waitUntil(lambda: len(listener.results) == 20)
    assert listener.results == list(range(20))
    runner.close()


def test_job_put_off_is_not_begun_once_the_runner_is_closed(qtbot: QtBot, listener: Listener) -> None:
    runner = ThreadRunner()
    begun = threading.Event()
    put_off = runner.start_later(lambda _task: begun.set(), listener.take_result)
    runner.close()
    with qtbot.waitSignal(listener.told):
        ThreadRunner(listener).start_later(lambda _task: None, listener.take_result)
    assert put_off.is_cancelled()
    assert not begun.is_set()


def test_failure_nobody_asked_for_is_logged(caplog: pytest.LogCaptureFixture, listener: Listener) -> None:
    ImmediateRunner().start(_fail, listener.take_result)
    assert [record.getMessage() for record in caplog.records] == ["a background job failed"]


def test_immediate_runner_is_done_when_it_returns(listener: Listener) -> None:
    ImmediateRunner().start(_report_twice, listener.take_result, on_progress=listener.take_share)
    assert (listener.results, listener.shares) == (["done"], [0.5, 1.0])


def test_signals_can_be_emitted_thousands_of_times(listener: Listener) -> None:
    # PySide6 6.12 loses a reference to None or True with every emit, and the process dies of it.
    task = Task(_report_twice)
    task.finished.connect(listener.results.append)
    for _ in range(5_000):
        task.finished.emit(None)
    assert len(listener.results) == 5_000


def _fail(_task: Task) -> None:
    raise ValueError("no")


def _report_twice(task: Task) -> str:
    task.report(0.5)
    task.report(1.0)
    return "done"
