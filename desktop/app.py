"""The window's start: the only place where its objects are wired together.

The bare window is painted first. Then, in the background, comes what furnishes it, and after that what opens
the workspace (SQLAlchemy takes longest); only the building of widgets happens in the event loop.
"""

import gc
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Task, ThreadRunner

if TYPE_CHECKING:
    from desktop.core.errors import Refusal
    from desktop.core.messages import Language
    from desktop.operations.workspaces import Workspace
    from desktop.ui.workbench import Workbench

_TURN_S = 0.000_05
_SETTLED_AFTER_MS = 200
_OBJECTS_BETWEEN_COLLECTIONS = 10_000
"""Large reports are read into as many objects: at Python's own 700 that never ends."""
_WORKSPACE_NAME = "ho-so.doichieu"


def run_window(
    files: list[Path],
    workspace: Path | str | None = None,
    who: str = "",
    language: "Language | None" = None,
) -> int:
    """Open the window on `workspace`, the user's own where none is given, bring `files` in, and run it.

    Returns the exit status. `workspace` is a file or a server's URL; `who` signs the verdicts, the login name
    where it is empty.
    """
    # Imports make nothing but objects that stay: looking through them for garbage takes a fifth of the start.
    gc.disable()
    application = make_application(sys.argv[:1])
    settings = QSettings()
    window = MainWindow(settings)
    starter = Starter(window, settings, workspace, who or login_name(), files, language)
    window.first_painted.connect(starter.start)
    window.show()
    # Not every desktop hands the keyboard to a new window by itself.
    window.activateWindow()
    return application.exec()


def make_application(arguments: list[str]) -> QApplication:
    """Return the application with its names."""
    application = QApplication(arguments)
    application.setApplicationName("doichieu")
    application.setOrganizationName("doichieu")
    application.setApplicationDisplayName("Đối Chiếu")
    application.setStyle("Fusion")
    return application


class Starter(QObject):
    """Brings everything into a window that stands on the screen, one slow thing after the other.

    `noticed` carries what the reading process says beside its results, from the thread of its job.
    """

    noticed = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        settings: QSettings,
        workspace: Path | str | None,
        who: str,
        files: list[Path],
        language: "Language | None" = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._workspace = workspace
        self._who = who
        self._files = files
        self._language = language
        self._is_settled = False
        self._runner = ThreadRunner(self)
        self.workbench: Workbench | None = None
        self.noticed.connect(self._tell_notice)

    def start(self) -> None:
        """Begin; called when the window was painted."""
        self._runner.start(_import_workbench, self._furnish)

    def _furnish(self) -> None:
        from desktop.ui.translation import chosen_language, install_translations
        from desktop.ui.workbench import Workbench

        language = self._language or chosen_language(self._settings)
        install_translations(language)
        self.workbench = Workbench(self._window, self._settings, self._runner, language)
        workspace, who = self._workspace, self._who

        def open_it(_task: Task) -> "Workspace":
            return _open(workspace, who)

        self._runner.start(open_it, self._attach, self._fail)

    def _attach(self, workspace: "Workspace") -> None:
        from desktop.ui.late_process import LateProcess
        from desktop.ui.review_session import ReviewSession

        if self.workbench is None:
            return
        # Threads that read reports hand over to the one that paints after this long rather than 5 ms;
        # the imports until now, which all wait for, went faster without.
        sys.setswitchinterval(_TURN_S)
        reader = LateProcess(self.noticed.emit)
        session = ReviewSession(workspace, self._runner, reader, LateProcess(), self._window)
        session.desk.report_shown.connect(self._settle_soon)
        self.workbench.attach(session)
        self.workbench.open_files(self._files)

    def _settle_soon(self) -> None:
        """The last report stands there: let it be painted and worked on first."""
        QTimer.singleShot(_SETTLED_AFTER_MS, self, self._settle)

    def _settle(self) -> None:
        """Catch up on what was put off for the last report."""
        import resources

        _collect_garbage_again()
        if self.workbench is not None and self.workbench.session is not None and not self._is_settled:
            self._is_settled = True
            self._window.setWindowIcon(QIcon(str(resources.path("icons/doichieu.svg"))))
            self.workbench.session.warm_up()
            self._runner.start_later(_check_word_lists, self._tell_of_word_lists)

    def _tell_of_word_lists(self, faults: "list[Refusal]") -> None:
        for fault in faults:
            self._tell_notice(fault)

    def _tell_notice(self, notice: "Refusal") -> None:
        """Tell what is wrong with a word list; remarks on a file come with its import."""
        if self.workbench is not None and notice.code.is_about_a_word_list:
            self.workbench.show_fault(notice)

    def _fail(self, error: Exception) -> None:
        _collect_garbage_again()
        if self.workbench is not None:
            self.workbench.show_failure(error)


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


def _collect_garbage_again() -> None:
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
        gc.enable()


def _import_workbench(_task: Task) -> None:
    import desktop.ui.workbench  # noqa: F401


def _check_word_lists(_task: Task) -> "list[Refusal]":
    from desktop.core.wordlists.forms import FORMS
    from desktop.core.wordlists.loading import word_lists

    return word_lists().told(FORMS)


def _open(workspace: Path | str | None, who: str) -> "Workspace":
    import desktop.ui.review_session  # noqa: F401 - with all that the session needs
    from desktop.operations.workspaces import open_workspace

    if workspace is None:
        workspace = default_workspace()
        workspace.parent.mkdir(parents=True, exist_ok=True)
    return open_workspace(workspace, who)
