"""Finding and installing system packages: with real libraries, and an apt-get of our own making."""

import os
from pathlib import Path

import pytest

import system_packages
from system_packages import NEEDS, Holds, Need

ABSENT = Need("libabsent9", "libabsent.so.9")


@pytest.mark.parametrize("need", [Need("libc6", "libc.so.6"), Need("dash", "sh", Holds.COMMAND)])
def test_what_the_system_has_is_not_missing(need: Need) -> None:
    assert system_packages.missing([need]) == []


@pytest.mark.parametrize("need", [ABSENT, Need("absent", "no-such-command", Holds.COMMAND)])
def test_what_the_system_lacks_is_named_by_its_package(need: Need) -> None:
    assert system_packages.missing([need]) == [need.package]


def test_window_needs_all_that_qt_needs_without_one() -> None:
    assert set(NEEDS["offscreen"]) < set(NEEDS["x11"]) < set(NEEDS["wayland"])


def test_root_installs_just_the_missing_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = _apt_get(tmp_path, monkeypatch, exit_status=0)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert system_packages.install(["libabsent9", "libmore1"]) is None
    update, install = calls.read_text().splitlines()
    assert "update" in update.split()
    assert install.split()[-2:] == ["libabsent9", "libmore1"]


def test_failing_apt_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _apt_get(tmp_path, monkeypatch, exit_status=100)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    told = system_packages.install(["libabsent9"])
    assert told == "apt-get failed: ask an administrator to run: apt-get install libabsent9"


def test_user_without_sudo_is_told_what_to_ask_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _apt_get(tmp_path, monkeypatch, exit_status=0)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    told = system_packages.install(["libabsent9"])
    assert told == "neither root nor sudo: ask an administrator to run: apt-get install libabsent9"


def test_system_without_apt_is_told_the_debian_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (
        system_packages.install(["libabsent9"]) == "not an apt system: install what Debian calls libabsent9"
    )


def _apt_get(folder: Path, monkeypatch: pytest.MonkeyPatch, exit_status: int) -> Path:
    """Put an apt-get first on the path that only writes down how it was called; return where."""
    calls = folder / "calls"
    script = folder / "apt-get"
    script.write_text(f'#!/bin/sh\necho "$@" >> "{calls}"\nexit {exit_status}\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return calls
