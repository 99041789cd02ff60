"""Reading processes for the tests: the real one, and one that does whatever a file tells it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core.isolation.process import ReadingProcess


@pytest.fixture
def reading() -> Iterator[ReadingProcess]:
    """Yield the reading process as the program has it."""
    with ReadingProcess() as process:
        yield process


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> Iterator[ReadingProcess]:
    """Yield a process that does what the text of a file says, and has all the time of a busy machine."""
    yield from _hostile(monkeypatch, 60.0)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[ReadingProcess]:
    """Yield the same with three seconds without progress: long enough to start in on a busy machine."""
    yield from _hostile(monkeypatch, 3.0)


def _hostile(monkeypatch: pytest.MonkeyPatch, limit_s: float) -> Iterator[ReadingProcess]:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent), prepend=os.pathsep)
    with ReadingProcess(worker_module="hostile_worker", limit_s=limit_s) as process:
        yield process
