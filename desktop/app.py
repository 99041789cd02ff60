"""The window's start: the only place where its objects are wired together.

The window is painted first; what takes long to import (SQLAlchemy) is imported after that, in the background.
"""

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Slot
from PySide6.QtWidgets import QApplication

import resources
from desktop.core.messages import Language
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Task, TaskRunner, ThreadRunner
from desktop.ui.translation import chosen_language, install_translations

if TYPE_CHECKING:
    from desktop.operations.workspaces import Workspace

_WORKSPACE_NAME = "ho-so.doichieu"


def run_window(
    files: list[Path], workspace: Path | str | None = None, who: str = "", language: Language | None = None
) -> int:
    """Open the window on `workspace`, the user's own where none is given, bring `files` in, and run it.

    Returns the exit status. `workspace` is a file or a server's URL; `who` signs the verdicts, the login name
    where it is empty.
    """
    application = make_application(sys.argv[:1])
    settings = QSettings()
    spoken = language or chosen_language(settings)
    install_translations(application, spoken)
    runner = ThreadRunner()
    window = MainWindow(settings, runner, spoken)
    starter = Starter(window, runner, workspace or default_workspace(), who or login_name(), files)
    window.first_painted.connect(starter.start)
    window.show()
    window.activateWindow()
    return application.exec()


def make_application(arguments: list[str]) -> QApplication:
    """Return the application with its names and style."""
    application = QApplication(arguments)
    application.setApplicationName("doichieu")
    application.setOrganizationName("doichieu")
    application.setApplicationDisplayName("Đối Chiếu")
    application.setStyle("Fusion")
    application.setStyleSheet(resources.path("styles/window.qss").read_text(encoding="utf-8"))
    return application


class Starter(QObject):
    """Opens the workspace in the background and hands it to the window."""

    def __init__(
        self, window: MainWindow, runner: TaskRunner, location: Path | str, who: str, files: list[Path]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._runner = runner
        self._location = location
        self._who = who
        self._files = files

    @Slot()
    def start(self) -> None:
        """Begin; called when the window stands on the screen."""
        location, who = self._location, self._who

        def open_it(_task: Task) -> "Workspace":
            return _open(location, who)

        self._runner.start(open_it, self._attach, self._window.show_failure)

    def _attach(self, workspace: "Workspace") -> None:
        from desktop.core.isolation.process import ReadingProcess
        from desktop.ui.review_session import ReviewSession

        reader, drawer = ReadingProcess(), ReadingProcess()
        session = ReviewSession(workspace, self._runner, reader, drawer, self._window)
        self._window.attach(session)
        self._window.open_files(self._files)


def default_workspace() -> Path:
    """Return the user's own workspace, in the folder the system keeps for programs' data."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation))
    return folder / "doichieu" / _WORKSPACE_NAME


def login_name() -> str:
    """Return the name the user is logged in by, "" where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _open(location: Path | str, who: str) -> "Workspace":
    # Imported here, in a thread, with all that the session needs: the window is painted already.
    import desktop.ui.review_session  # noqa: F401
    from desktop.operations.workspaces import open_workspace

    if isinstance(location, Path):
        location.parent.mkdir(parents=True, exist_ok=True)
    return open_workspace(location, who)
