"""Finding a Python that can run the program, among Pythons of our own making."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "find-python.sh"


def test_python_that_serves_is_named() -> None:
    found = _find({"PYTHON": sys.executable, "PATH": "/usr/bin:/bin"})
    assert (found.returncode, found.stdout.strip()) == (0, sys.executable)


def test_no_python_is_told_with_the_packages_to_install(tmp_path: Path) -> None:
    found = _find({"PATH": str(tmp_path)})
    assert found.returncode == 1
    assert "Python 3.11, 3.12, 3.13 or 3.14 is needed" in found.stderr
    assert "apt-get install python3 python3-venv" in found.stderr


def test_python_that_is_too_old_is_none(tmp_path: Path) -> None:
    _python(tmp_path, "exit 1")
    assert "none was found" in _find({"PATH": str(tmp_path)}).stderr


def test_python_without_venv_is_told_which_package_brings_it(tmp_path: Path) -> None:
    _python(tmp_path, 'case "$2" in *ensurepip*) exit 1 ;; *print*) echo 3.11 ;; esac')
    found = _find({"PATH": str(tmp_path)})
    assert found.returncode == 1
    assert "Python 3.11 is here, but its venv module is not." in found.stderr
    assert "apt-get install python3.11-venv" in found.stderr


@pytest.mark.parametrize("version", ["python3.14", "python3.11"])
def test_python_is_found_under_its_versions_name(tmp_path: Path, version: str) -> None:
    python = _python(tmp_path, "exit 0", name=version)
    assert _find({"PATH": str(tmp_path)}).stdout.strip() == str(python)


def _python(folder: Path, body: str, name: str = "python3") -> Path:
    python = folder / name
    python.write_text(f"#!/bin/sh\n{body}\n")
    python.chmod(0o755)
    return python


def _find(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["/bin/sh", SCRIPT], env=environment, capture_output=True, text=True, check=False)
