"""The ground every test stands on: no display, no one's settings, and nothing left behind.

The environment is set before Qt is imported; QT_QPA_PLATFORM=xcb shows the windows on a real display.
"""

import logging
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long a draw or an example takes says how busy the machine is: it is no failure.
settings.register_profile("doichieu", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("doichieu")

_HOME = Path(tempfile.mkdtemp(prefix="doichieu-tests-"))
_UNWANTED_VARIABLES = ("DOICHIEU_LEXICON", "DOICHIEU_LANG", "LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES")
_FOLDER_VARIABLES = (
    "XDG_CONFIG_DIRS",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
    "XDG_RUNTIME_DIR",
)


def _enter_test_environment() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for variable in _UNWANTED_VARIABLES:
        os.environ.pop(variable, None)
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    os.environ["LC_CTYPE"] = "C.UTF-8"
    os.environ["HOME"] = str(_HOME)
    for variable in _FOLDER_VARIABLES:
        folder = _HOME / variable.lower()
        folder.mkdir(mode=0o700)
        os.environ[variable] = str(folder)


_enter_test_environment()


def pytest_unconfigure() -> None:
    """Remove the home the tests had."""
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def _settings_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test settings and data folders that no other test has written to."""
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, tempfile.mkdtemp(dir=_HOME))
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings

        folder = os.environ["XDG_CONFIG_HOME"]
        for settings_format in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(settings_format, QSettings.Scope.UserScope, folder)


@pytest.fixture(autouse=True)
def _no_thread_outlives_its_test() -> Iterator[None]:
    """Fail a test whose threads still run a second after it ended; daemons may belong to a wider fixture."""
    before = set(threading.enumerate())
    yield
    begun = {thread for thread in threading.enumerate() if not thread.daemon} - before
    for thread in begun:
        thread.join(timeout=1)
    assert not [thread.name for thread in begun if thread.is_alive()]


@pytest.fixture(autouse=True)
def _no_stray_log_records(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse and does not look at it through caplog."""
    handler = _Collector(logging.WARNING)
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    assert "caplog" in request.fixturenames or not handler.lines


class _Collector(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")
