"""The command line run in this process, with what it printed; and once as a whole program."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import resources
from desktop.cli import main

SAMPLES = sorted(resources.path("samples").glob("*.*"))


@dataclass(frozen=True)
class Ran:
    """What a command left behind: its exit status and its lines."""

    status: int
    out: str
    err: str


def _no_window(_files: list[Path], _workspace: str | None, _who: str) -> int:
    raise AssertionError("a verb opened the window")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Return a function that runs the command line with the given arguments."""

    def run_it(*arguments: object) -> Ran:
        try:
            status = main([str(argument) for argument in arguments], _no_window)
        except SystemExit as stop:
            status = int(stop.code or 0)
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run_it


@pytest.fixture
def run_program() -> Callable[..., Ran]:
    """Return a function that runs the command line as a program of its own."""

    def run_it(*arguments: object, env: dict[str, str] | None = None, cwd: Path | None = None) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=env,
            cwd=cwd,
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run_it
