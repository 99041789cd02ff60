"""The start with real threads and the real reading process: painted first, then furnished and filled."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, QTranslator
from pytestqt.qtbot import QtBot

from desktop.app import Starter, default_workspace, login_name
from desktop.core.messages import Language
from desktop.ui.main_window import MainWindow


@pytest.fixture
def starter(qtbot: QtBot, settings: QSettings, location: Path, report_file: Path) -> Starter:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    made = Starter(window, settings, location, "Lan", [report_file], Language.VIETNAMESE)
    window.first_painted.connect(made.start)
    return made


@pytest.fixture(autouse=True)
def _no_translator_outlives_its_test() -> Iterator[None]:
    """Take back the languages that a start has installed."""
    yield
    application = QCoreApplication.instance()
    for translator in application.findChildren(QTranslator) if application else ():
        QCoreApplication.removeTranslator(translator)


def test_window_is_filled_after_it_was_painted(starter: Starter, qtbot: QtBot) -> None:
    window = starter.parent()
    assert isinstance(window, MainWindow)
    window.show()
    qtbot.waitUntil(lambda: _figure_count(starter) > 0, timeout=20_000)
    assert starter.workbench is not None
    assert starter.workbench.session is not None
    assert starter.workbench.session.workspace.who == "Lan"
    window.close()


def test_default_workspace_is_the_users_own() -> None:
    location = default_workspace()
    assert location.name == "ho-so.doichieu"
    assert location.parent.name == "doichieu"


def test_there_is_always_a_name_to_sign_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "lan")
    assert login_name() == "lan"


def _figure_count(starter: Starter) -> int:
    if starter.workbench is None or starter.workbench.session is None:
        return 0
    return starter.workbench.session.desk.figures.rowCount()


def test_users_own_workspace_is_made_with_its_folder(
    qtbot: QtBot, settings: QSettings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "not" / "yet"))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    started = Starter(window, settings, None, "Lan", [], Language.VIETNAMESE)
    window.first_painted.connect(started.start)
    window.show()
    own = tmp_path / "not" / "yet" / "doichieu" / "ho-so.doichieu"
    qtbot.waitUntil(own.exists, timeout=20_000)
    qtbot.waitUntil(lambda: started.workbench is not None and started.workbench.session is not None)
    window.close()
