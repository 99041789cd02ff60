"""A window on a workspace of its own, with jobs that run at once and a report of foreseeable figures."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.figures import ReviewedFigure
from desktop.core.messages import Language
from desktop.operations.importing import Analyser, Imported, import_file
from desktop.operations.workspaces import Workspace, open_workspace
from desktop.ui.main_window import MainWindow
from desktop.ui.review_session import ReviewSession
from desktop.ui.tasks import ImmediateRunner
from desktop.ui.workbench import Workbench
from tests.operations.analysing import TextAnalyser

REPORT = (
    "I. Kinh tế\n"
    "Thu ngân sách 6,3 tỷ đồng, tăng 20% so với cùng kỳ.\n"
    "II. Xã hội\n"
    "1. An ninh\n"
    "Đến ngày 05/04/2021 có 218 vụ, tăng 5,2% so với quý trước; mã 77/88.\n"
    "2. Y tế\n"
    "Có 13.160 tài khoản, trong đó 3 vụ.\n"
)
"""Its figures: 6,3 tỷ đồng; 20 %; 218 vụ; 5,2 %; 77/88 of the ledger; 13.160 tài khoản; 3 vụ."""

FIGURE_COUNT = 7

OpenWindow = Callable[[], Workbench]


@pytest.fixture
def report_file(tmp_path: Path) -> Path:
    """Return the report as a file."""
    path = tmp_path / "bao-cao.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Return settings that nobody else has written to."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture(scope="session")
def blank_workspace(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return an empty workspace's file: making one takes long beside copying it."""
    path = tmp_path_factory.mktemp("blank") / "blank.doichieu"
    open_workspace(path, "Lan").close()
    return path.read_bytes()


@pytest.fixture
def location(tmp_path: Path, blank_workspace: bytes) -> Path:
    """Return the file of a workspace without reports."""
    path = tmp_path / "ho-so.doichieu"
    path.write_bytes(blank_workspace)
    return path


@pytest.fixture
def workspace(location: Path) -> Iterator[Workspace]:
    """Return an open workspace without reports."""
    opened = open_workspace(location, "Lan")
    yield opened
    opened.close()


@pytest.fixture
def reviewed(workspace: Workspace, report_file: Path) -> Workspace:
    """Return an open workspace with the report."""
    assert isinstance(import_file(workspace, TextAnalyser(), report_file), Imported)
    return workspace


@pytest.fixture
def analyser() -> Analyser:
    """Return what reads files; a test module may bring another."""
    return TextAnalyser()


@pytest.fixture
def open_window(
    qtbot: QtBot, location: Path, settings: QSettings, analyser: Analyser
) -> Iterator[OpenWindow]:
    """Return what opens a window on the test's workspace, as at a start of the program."""
    opened: list[MainWindow] = []

    def open_it() -> Workbench:
        runner = ImmediateRunner()
        window = MainWindow(settings)
        opened.append(window)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        bench = Workbench(window, settings, runner, Language.VIETNAMESE)
        bench.attach(ReviewSession(open_workspace(location, "Lan"), runner, analyser, parent=window))
        window.activateWindow()
        bench.panes.table.setFocus()
        qtbot.waitUntil(window.isActiveWindow)
        return bench

    yield open_it
    for window in opened:
        window.close()


@pytest.fixture
def bench(open_window: OpenWindow, report_file: Path) -> Workbench:
    """Return a furnished window with the report open on its first figure and the keyboard on the table."""
    opened = open_window()
    opened.open_files([report_file])
    opened.panes.table.setFocus()
    return opened


@pytest.fixture
def press(qtbot: QtBot) -> Callable[..., None]:
    """Return what presses a key where the keyboard is, as a person does."""

    def press_key(key: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.waitUntil(_is_front_active)
        popup = QApplication.activePopupWidget()
        target = (popup.focusWidget() or popup) if popup else QApplication.focusWidget()
        assert target is not None
        if isinstance(key, str) and key.isascii():
            QTest.keyClicks(target, key, modifier)
        elif isinstance(key, str):
            _type_letters(target, key)
        else:
            QTest.keyClick(target, key, modifier)

    return press_key


def _type_letters(target: QWidget, text: str) -> None:
    """Type letters that are on no key, as an input method does that sends each of them by itself."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(target, event)


def _is_front_active() -> bool:
    """Tell whether the window or dialog in front has the keyboard."""
    front = QApplication.activeModalWidget()
    return QApplication.focusWidget() is not None and (front is None or front.isActiveWindow())


def session_of(bench: Workbench) -> ReviewSession:
    """Return the window's session."""
    assert bench.session is not None
    return bench.session


def current_of(bench: Workbench) -> ReviewedFigure:
    """Return the figure under review."""
    current = session_of(bench).desk.current
    assert current is not None
    return current


def stored_of(bench: Workbench, figure_id: int) -> ReviewedFigure:
    """Return a figure as the workspace has it."""
    return session_of(bench).workspace.figures([figure_id])[0]


def named(bench: Workbench, kind: type[QWidget], name: str) -> QWidget:
    """Return the widget of that object name."""
    found = bench.window.findChild(kind, name)
    assert found is not None
    return found
