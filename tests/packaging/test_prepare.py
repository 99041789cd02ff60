"""Preparing a clone, with a .venv whose Python only writes down what it was asked to do."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from prepare import Purpose, need_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a folder, with a space in its name, that looks like a clone with an environment made before."""
    root = tmp_path / "my clone"
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / "packaging").mkdir()
    for name in ("packaging/prepare.py", "packaging/system_packages.py", "pyproject.toml"):
        shutil.copy(ROOT / name, root / name)
    for name in ("requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, root / name)
    python = root / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\necho "$@" >> "$(dirname "$0")/../../calls"\n')
    python.chmod(0o755)
    return root


def test_first_time_installs_from_the_lock_then_the_program(clone: Path) -> None:
    assert _prepare(clone, "run") == 0
    check, packages, program = _calls(clone)
    assert check == "-m pip --version"
    assert "--require-hashes" in packages
    assert packages.endswith(f"-r {clone}/requirements.lock")
    assert program.endswith(f"--no-deps --no-build-isolation --editable {clone}")


def test_second_time_installs_nothing(clone: Path) -> None:
    _prepare(clone, "run")
    before = _calls(clone)
    assert _prepare(clone, "run") == 0
    assert _calls(clone) == before


def test_tools_come_on_top_of_what_is_there(clone: Path) -> None:
    _prepare(clone, "run")
    before = _calls(clone)
    assert _prepare(clone, "tools") == 0
    packages, _program = _calls(clone)[len(before) :]
    assert packages.endswith("requirements-dev.lock")


def test_running_after_tools_installs_nothing(clone: Path) -> None:
    _prepare(clone, "tools")
    before = _calls(clone)
    assert _prepare(clone, "run") == 0
    assert _calls(clone) == before


def test_changed_lock_installs_again(clone: Path) -> None:
    _prepare(clone, "run")
    before = _calls(clone)
    with (clone / "requirements.lock").open("a") as lock:
        lock.write("\n")
    _prepare(clone, "run")
    assert len(_calls(clone)) == 2 * len(before)


def test_moved_clone_installs_again(clone: Path) -> None:
    _prepare(clone, "run")
    before = _calls(clone)
    moved = clone.rename(clone.with_name("elsewhere"))
    _prepare(moved, "run")
    assert len(_calls(moved)) == 2 * len(before)


def test_failing_install_fails_and_is_tried_again(clone: Path) -> None:
    python = clone / ".venv" / "bin" / "python"
    working = python.read_text()
    python.write_text(working + 'case "$*" in *install*) exit 1 ;; esac\n')
    assert _prepare(clone, "run") == 1
    python.write_text(working)
    assert _prepare(clone, "run") == 0


@pytest.mark.parametrize(
    ("variables", "need"),
    [
        ({}, "nothing"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
        ({"DISPLAY": ":0"}, "x11"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
    ],
)
def test_window_libraries_are_needed_only_with_a_display(
    variables: dict[str, str], need: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert need_of(Purpose.RUN) == need


def _prepare(clone: Path, purpose: str) -> int:
    script = clone / "packaging" / "prepare.py"
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    return subprocess.run([sys.executable, "-B", script, purpose], env=environment, check=False).returncode


def _calls(clone: Path) -> list[str]:
    return (clone / "calls").read_text().splitlines()
