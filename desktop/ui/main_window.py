"""The main window: actions, header, panes and messages around one open workspace.

Shows itself before the workspace is open and imports nothing that is slow; what works on a workspace is
handed over when it was opened in the background.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.errors import Refusal, RefusedError
from desktop.core.messages import Language, refusal_line
from desktop.ui.actions import build_actions
from desktop.ui.dialogs.keys_dialog import KeysDialog
from desktop.ui.file_controls import FileControls
from desktop.ui.menus import fill_menu_bar
from desktop.ui.models.report_list_model import report_title
from desktop.ui.panels.header_bar import HeaderBar
from desktop.ui.panels.import_bar import ImportBar
from desktop.ui.panels.message_panel import MessagePanel
from desktop.ui.panes import Panes
from desktop.ui.report_content import Outline, ReportContent
from desktop.ui.review_controls import ReviewControls
from desktop.ui.tasks import TaskRunner
from desktop.ui.translation import choose_language

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession

_GEOMETRY = "window/geometry"
_SAID_FOR_MS = 8_000
_FIRST_SIZE = (1440, 860)
_ALWAYS_ENABLED = frozenset(
    {"quit", "menu", "keys", "next_pane", "previous_pane", "language_vi", "language_en"}
)
_WITH_WORKSPACE = frozenset({"open", "export"})


class MainWindow(QMainWindow):
    """The program's window; `first_painted` says once that it stands on the screen."""

    first_painted = Signal()

    def __init__(self, settings: QSettings, runner: TaskRunner, language: Language) -> None:
        super().__init__()
        self.session: ReviewSession | None = None
        self._settings = settings
        self._language = language
        self._controls: ReviewControls | None = None
        self._files: FileControls | None = None
        self._was_painted = False
        self._has_kept_shares = False
        self.actions_by_id = build_actions(self)
        self.header = HeaderBar()
        self.panes = Panes(language, runner)
        self.messages = MessagePanel()
        self.import_bar = ImportBar()
        self.setObjectName("mainWindow")
        self.setAccessibleName(self.tr("Review of reports"))
        self.setWindowTitle(self.tr("Đối Chiếu"))
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._restore()

    def attach(self, session: "ReviewSession") -> None:
        """Work on an open workspace from now on."""
        self.session = session
        self._controls = ReviewControls(session, self.panes, self.actions_by_id, self)
        self._controls.said.connect(self.say)
        self._files = FileControls(session, self.import_bar, self._settings, self)
        self._files.said.connect(self.say)
        self._files.told.connect(self.messages.add)
        self._files.refused.connect(self.show_refusal)
        self._files.failed.connect(self.show_failure)
        self.actions_by_id["open"].triggered.connect(self._files.ask_files)
        self.actions_by_id["export"].triggered.connect(self._export)
        session.hub.refused.connect(self.show_refusal)
        session.desk.failed.connect(self.show_failure)
        session.desk.progress_changed.connect(self.header.show_progress)
        session.desk.outline_changed.connect(self._show_title)
        session.desk.report_shown.connect(self._enable_actions)
        self.setWindowTitle(self.tr("{workspace} – Đối Chiếu").format(workspace=session.workspace.name))
        session.desk.open_last()

    def open_files(self, files: Sequence[Path]) -> None:
        """Bring files into the workspace, in the background."""
        if self._files is not None:
            self._files.open_files(files)

    def say(self, line: str) -> None:
        """Say something in passing."""
        self.statusBar().showMessage(line, _SAID_FOR_MS)

    def show_refusal(self, refusal: Refusal) -> None:
        """Show why something was refused, until it is dismissed."""
        self.messages.add(refusal_line(refusal, self._language))

    def show_failure(self, error: Exception) -> None:
        """Show that something failed in the background."""
        if isinstance(error, RefusedError):
            self.show_refusal(error.refusal)
        else:
            self.messages.add(self.tr("Something went wrong: {error}").format(error=error))

    def show_keys(self) -> None:
        """Show the page of all keys."""
        KeysDialog(self).show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._has_kept_shares and not self._was_painted:
            self.panes.share_out()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._controls is not None:
            self._controls.finish()
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        self.panes.keep(self._settings)
        if self.session is not None:
            self.session.close()
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._files is not None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _lay_out(self) -> None:
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.panes, 1)
        layout.addWidget(self.messages)
        self.setCentralWidget(middle)
        self.statusBar().addPermanentWidget(self.import_bar)
        fill_menu_bar(self.menuBar(), self.actions_by_id)
        self.header.add_button(self.actions_by_id["open"])
        self.header.add_button(self.actions_by_id["export"], is_main=True)

    def _connect(self) -> None:
        actions = self.actions_by_id
        actions["quit"].triggered.connect(self.close)
        actions["keys"].triggered.connect(self.show_keys)
        actions["menu"].triggered.connect(self._go_to_menu)
        actions["next_pane"].triggered.connect(self._go_to_next_pane)
        actions["previous_pane"].triggered.connect(self._go_to_previous_pane)
        self.messages.left.connect(self.panes.table.setFocus)
        self.header.ledger_label.linkActivated.connect(self.panes.outline.show_ledger_tab)
        self._connect_languages()
        self._enable_actions(None)
        for name in ("undo", "redo"):
            actions[name].setEnabled(False)

    def _connect_languages(self) -> None:
        group = QActionGroup(self)
        for language in Language:
            action = self.actions_by_id[f"language_{language}"]
            action.setData(language)
            action.setChecked(language is self._language)
            group.addAction(action)
        group.triggered.connect(self._choose_language)

    def _restore(self) -> None:
        geometry = self._settings.value(_GEOMETRY)
        if not isinstance(geometry, QByteArray) or not self.restoreGeometry(geometry):
            available = self.screen().availableSize()
            self.resize(min(_FIRST_SIZE[0], available.width()), min(_FIRST_SIZE[1], available.height()))
        self._has_kept_shares = self.panes.restore(self._settings)
        self.panes.table.setFocus()

    def _enable_actions(self, content: ReportContent | None) -> None:
        """Let be triggered what makes sense: without a report hardly anything does."""
        for name, action in self.actions_by_id.items():
            if name in _WITH_WORKSPACE:
                action.setEnabled(self.session is not None)
            elif name not in (*_ALWAYS_ENABLED, "undo", "redo"):
                action.setEnabled(content is not None)
        if content is None:
            self.header.show_title("")
            self.header.show_progress(None)

    def _show_title(self, outline: Outline) -> None:
        report = next((each for each in outline.reports if each.id == outline.report_id), None)
        self.header.show_title(report_title(report) if report else "")

    def _export(self) -> None:
        if self._controls is not None and self._files is not None:
            self._controls.finish()
            self._files.ask_export()

    def _go_to_menu(self) -> None:
        self.menuBar().setActiveAction(self.menuBar().actions()[0])

    def _go_to_next_pane(self) -> None:
        self.panes.go_round(1)

    def _go_to_previous_pane(self) -> None:
        self.panes.go_round(-1)

    def _choose_language(self, action: QAction) -> None:
        choose_language(self._settings, Language(action.data()))
        self.say(self.tr("The language changes at the next start."))
