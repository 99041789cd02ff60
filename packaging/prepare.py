"""Prepare a clone: a virtual environment in .venv, the locked packages, the program, the system libraries.

Standard library only: it runs before anything is installed. What was done is noted in .venv, so that the
next time costs nothing.
"""

import hashlib
import json
import os
import subprocess
import sys
import venv
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

import system_packages
from system_packages import NEEDS, Need

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NOTE = VENV / "prepared.json"
LOCK_BY_DEVELOPMENT = {False: ROOT / "requirements.lock", True: ROOT / "requirements-dev.lock"}


class Purpose(StrEnum):
    """What the clone is prepared for."""

    RUN = "run"
    TOOLS = "tools"
    TEST = "test"
    BUNDLE = "bundle"

    @property
    def is_development(self) -> bool:
        """Tell whether the development packages are needed."""
        return self is not Purpose.RUN


@dataclass(frozen=True, slots=True)
class Prepared:
    """What .venv was made for: clone, interpreter and locks; `system` names the needs known to be met."""

    root: str
    interpreter: str
    locks: str
    is_development: bool = False
    system: tuple[str, ...] = ()


class PreparationError(Exception):
    """Carries the lines that tell what is missing."""


def main(arguments: list[str]) -> int:
    """Prepare for the purpose named by the one argument; return the exit status."""
    try:
        prepare(Purpose(arguments[0]))
    except PreparationError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def prepare(purpose: Purpose) -> None:
    """Bring .venv and the system to what `purpose` needs, doing only what is not done yet."""
    done = _read_note()
    if done is None:
        _make_environment()
        _install_packages(purpose.is_development)
        done = _prepared_now(purpose.is_development)
    elif purpose.is_development and not done.is_development:
        _install_packages(is_development=True)
        done = replace(done, is_development=True)
    _write_note(done)
    need = need_of(purpose)
    if need not in done.system:
        _provide(NEEDS[need])
        _write_note(replace(done, system=(*done.system, need)))


def need_of(purpose: Purpose) -> str:
    """Return the key of NEEDS; without a display the program opens no window and needs nothing."""
    match purpose:
        case Purpose.RUN:
            return _need_of_display()
        case Purpose.TEST:
            return "offscreen"
        case Purpose.BUNDLE:
            return "bundle"
        case Purpose.TOOLS:
            return "nothing"


def _need_of_display() -> str:
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    if os.environ.get("DISPLAY"):
        return "x11"
    return "offscreen" if os.environ.get("QT_QPA_PLATFORM") else "nothing"


def _make_environment() -> None:
    is_sound = PYTHON.exists() and _succeeds(PYTHON, "-m", "pip", "--version")
    if not is_sound:
        print("Making a virtual environment in .venv", flush=True)
        venv.create(VENV, clear=True, symlinks=True, with_pip=True)


def _install_packages(is_development: bool) -> None:
    lock = LOCK_BY_DEVELOPMENT[is_development]
    print(f"Installing the packages of {lock.name} (a minute or two the first time)", flush=True)
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet")
    steps = (
        (*pip, "--require-hashes", "--only-binary=:all:", "-r", lock),
        (*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT),
    )
    for step in steps:
        if not _succeeds(*step, is_loud=True):
            raise PreparationError("The packages could not be installed; what pip says is above.")


def _provide(needs: Sequence[Need]) -> None:
    missing = system_packages.missing(needs)
    if missing and (trouble := system_packages.install(missing)):
        raise PreparationError(f"System packages are missing; {trouble}")


def _inputs() -> tuple[Path, ...]:
    return (ROOT / "pyproject.toml", *LOCK_BY_DEVELOPMENT.values())


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _prepared_now(is_development: bool) -> Prepared:
    return Prepared(str(ROOT), str(PYTHON.resolve()), _digest(_inputs()), is_development)


def _read_note() -> Prepared | None:
    """Return what was noted, or None where the clone was moved, or Python or the locks have changed since."""
    try:
        noted = Prepared(**json.loads(NOTE.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    is_current = PYTHON.exists() and replace(noted, system=()) == _prepared_now(noted.is_development)
    return noted if is_current else None


def _write_note(prepared: Prepared) -> None:
    NOTE.write_text(json.dumps(asdict(prepared)), encoding="utf-8")


def _succeeds(*command: str | Path, is_loud: bool = False) -> bool:
    output = None if is_loud else subprocess.DEVNULL
    return subprocess.run(command, stdout=output, stderr=output, cwd=ROOT, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
