"""What stands in the main window: actions and menus, header, panes and messages around one open workspace.

Imported in the background after the window was painted; what works on a workspace is handed over when that
was opened, in the background as well.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.errors import Refusal, RefusalCode, RefusedError
from desktop.core.messages import Language, refusal_line
from desktop.core.reviews import Touched
from desktop.ui.actions import build_actions
from desktop.ui.completion_controls import CompletionControls
from desktop.ui.dialogs.keys_dialog import KeysDialog
from desktop.ui.export_controls import ExportControls
from desktop.ui.export_run import ExportRun
from desktop.ui.file_controls import FileControls
from desktop.ui.haste_controls import HasteControls
from desktop.ui.ledger_controls import LedgerControls
from desktop.ui.main_window import MainWindow
from desktop.ui.menus import fill_menu_bar
from desktop.ui.models.report_list_model import report_title, signature_words
from desktop.ui.note_controls import NoteControls
from desktop.ui.panels.export_bar import ExportBar
from desktop.ui.panels.header_bar import HeaderBar
from desktop.ui.panels.import_bar import ImportBar
from desktop.ui.panels.message_panel import MessagePanel
from desktop.ui.panes import Panes
from desktop.ui.report_content import Outline, ReportContent
from desktop.ui.review_controls import ReviewControls
from desktop.ui.signing_controls import SigningControls
from desktop.ui.tag_controls import TagControls
from desktop.ui.tasks import Task, TaskRunner
from desktop.ui.translation import choose_language

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession

_SAID_FOR_MS = 8_000
_ALWAYS_ENABLED = frozenset(
    {"quit", "menu", "keys", "next_pane", "previous_pane", "language_vi", "language_en"}
)
_ENABLED_BY_OTHERS = ("undo", "redo", "cancel_export")
_WITH_WORKSPACE = frozenset({"open", "export", "export_tags", "edit_tags"})
_OF_SIGNATURE = (
    RefusalCode.REPORT_NOT_DONE,
    RefusalCode.REPORT_SIGNED,
    RefusalCode.ALREADY_SIGNED,
    RefusalCode.NOT_SIGNED,
)
_SIGNATURE = "signature"


class Workbench(QObject):
    """Furnishes the window and works on a workspace once it is given one."""

    def __init__(
        self, window: MainWindow, settings: QSettings, runner: TaskRunner, language: Language
    ) -> None:
        super().__init__(window)
        self.window = window
        self.session: ReviewSession | None = None
        self._settings = settings
        self._language = language
        self._controls: ReviewControls | None = None
        self._files: FileControls | None = None
        self._faults_shown: set[str] = set()
        self.actions = build_actions(window)
        self.header = HeaderBar()
        self.panes = Panes(language, runner)
        self.messages = MessagePanel()
        self.import_bar = ImportBar()
        self.export_bar = ExportBar()
        self._furnish()
        self._connect()
        self._enable_actions(None)
        self.panes.table.setFocus()

    def attach(self, session: "ReviewSession") -> None:
        """Work on an open workspace from now on."""
        self.session = session
        self._controls = ReviewControls(session, self.panes, self.actions, self.window)
        ledger = LedgerControls(session, self.panes, self.actions, self.window)
        signing = SigningControls(session, self.panes, self.actions, self.window)
        haste = HasteControls(session, self.actions, self.window)
        tags = TagControls(session, self.panes, self.actions, self.window)
        notes = NoteControls(session, self.panes, self.actions, self.window)
        for controls in (self._controls, ledger, signing, haste, tags, notes):
            controls.said.connect(self.say)
        CompletionControls(session, self.panes.fields.form)
        run = ExportRun(session.runner, self.export_bar, self.actions["cancel_export"], self)
        self._files = FileControls(session, self.import_bar, run, self._settings, self.window)
        self._files.said.connect(self.say)
        self._files.told.connect(self.messages.add)
        self._files.refused.connect(self.show_refusal)
        self._files.failed.connect(self.show_failure)
        self.actions["open"].triggered.connect(self._files.ask_files)
        exports = ExportControls(session, self.panes.outline.tag_look, self._settings, self.window)
        exports.chosen.connect(self._files.ask_export)
        for name, ask in (("export", exports.ask), ("export_tags", exports.ask_tags)):
            # What is typed into the fields is kept before anything is counted.
            self.actions[name].triggered.connect(self._controls.finish)
            self.actions[name].triggered.connect(ask)
        session.hub.refused.connect(self.show_refusal)
        session.hub.touched.connect(self._settle_signature)
        session.desk.failed.connect(self.show_failure)
        session.desk.progress_changed.connect(self.header.show_progress)
        session.desk.outline_changed.connect(self._show_title)
        session.desk.report_shown.connect(self._enable_actions)
        session.desk.report_shown.connect(self._bring_keyboard)
        session.desk.report_shown.connect(self._import_side_controls, Qt.ConnectionType.SingleShotConnection)
        title = self.tr("{workspace} – Đối Chiếu")
        self.window.setWindowTitle(title.format(workspace=session.workspace.name))
        session.desk.open_last()

    def _import_side_controls(self) -> None:
        """The first report stands there: only now begin with what is not needed to work on it."""
        if self.session is not None:
            self.session.runner.start_later(_import_side_controls, self._join_side_controls)

    def _join_side_controls(self) -> None:
        """Join what works beside the review itself."""
        from desktop.ui.side_controls import Surroundings, join_side_controls

        if self.session is not None:
            around = Surroundings(
                window=self.window,
                panes=self.panes,
                header=self.header,
                actions=self.actions,
                settings=self._settings,
                language=self._language,
                say=self.say,
                tell=self.messages.add,
                fail=self.show_failure,
            )
            join_side_controls(self.session, around)

    def open_files(self, files: Sequence[Path]) -> None:
        """Bring files into the workspace, in the background."""
        if self._files is not None:
            self._files.open_files(files)

    def say(self, line: str) -> None:
        """Say something in passing."""
        self.window.statusBar().showMessage(line, _SAID_FOR_MS)

    def show_refusal(self, refusal: Refusal) -> None:
        """Show why something was refused, until it is dismissed or, of a signature, until that is given."""
        topic = _SIGNATURE if refusal.code in _OF_SIGNATURE else ""
        self.messages.add(refusal_line(refusal, self._language), topic)

    def show_fault(self, fault: Refusal) -> None:
        """Show what is wrong with a word list; it is wrong for every file, and shown once."""
        line = refusal_line(fault, self._language)
        if line not in self._faults_shown:
            self._faults_shown.add(line)
            self.messages.add(line)

    def show_failure(self, error: Exception) -> None:
        """Show that something failed in the background."""
        if isinstance(error, RefusedError):
            self.show_refusal(error.refusal)
        else:
            self.messages.add(self.tr("Something went wrong: {error}").format(error=error))

    def show_keys(self) -> None:
        """Show the page of all keys."""
        dialog = KeysDialog(self.window)
        # Not every desktop hands the keyboard to a new window, and back, by itself.
        dialog.finished.connect(self.window.activateWindow)
        dialog.show()
        dialog.activateWindow()

    def close(self) -> None:
        """Keep what is typed and how the panes stand, and let go of the workspace."""
        if self._controls is not None:
            self._controls.finish()
        self.panes.keep(self._settings)
        if self.session is not None:
            self.session.close()

    def _settle_signature(self, touched: Touched, _initiator: object) -> None:
        """Say no more why a report could not be signed, or changed, once it is signed or open again."""
        if touched.reports_changed and self.session and self.session.desk.report_id in touched.report_ids:
            self.messages.settle(_SIGNATURE)

    def _furnish(self) -> None:
        self.window.setAccessibleName(self.tr("Review of reports"))
        self.window.setAcceptDrops(True)
        fill_menu_bar(self.window.menuBar(), self.actions)
        self.header.add_button(self.actions["open"])
        self.header.add_button(self.actions["export"], is_main=True)
        for bar in (self.import_bar, self.export_bar):
            self.window.statusBar().addPermanentWidget(bar)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.panes, 1)
        layout.addWidget(self.messages)
        self.window.setCentralWidget(middle)
        if not self.panes.restore(self._settings):
            self.panes.share_out(self.window.size())

    def _connect(self) -> None:
        actions = self.actions
        actions["quit"].triggered.connect(self.window.close)
        actions["keys"].triggered.connect(self.show_keys)
        actions["menu"].triggered.connect(self._go_to_menu)
        actions["next_pane"].triggered.connect(self._go_to_next_pane)
        actions["previous_pane"].triggered.connect(self._go_to_previous_pane)
        self.messages.left.connect(self.panes.take_keyboard)
        self.header.ledger_clicked.connect(actions["go_to_ledger"].trigger)
        self.window.files_dropped.connect(self.open_files)
        self.window.closing.connect(self.close)
        self._connect_languages()
        for name in _ENABLED_BY_OTHERS:
            actions[name].setEnabled(False)

    def _connect_languages(self) -> None:
        group = QActionGroup(self)
        for language in Language:
            action = self.actions[f"language_{language}"]
            action.setData(language)
            action.setChecked(language is self._language)
            group.addAction(action)
        group.triggered.connect(self._choose_language)

    def _enable_actions(self, content: ReportContent | None) -> None:
        """Let be triggered what makes sense: without a report hardly anything does."""
        for name, action in self.actions.items():
            if name in _WITH_WORKSPACE:
                action.setEnabled(self.session is not None)
            elif name not in (*_ALWAYS_ENABLED, *_ENABLED_BY_OTHERS):
                action.setEnabled(content is not None)
        if content is None:
            self.header.show_title("")
            self.header.show_signature("")
            self.header.show_progress(None)

    def _bring_keyboard(self, content: ReportContent | None) -> None:
        """Let a report be worked on as soon as it is there, where the keyboard is in none of its panes."""
        if content is not None and not self.panes.has_focus():
            self.panes.table.setFocus()

    def _show_title(self, outline: Outline) -> None:
        report = next((each for each in outline.summaries if each.id == outline.report_id), None)
        self.header.show_title(report_title(report) if report else "", report.issued_by if report else "")
        self.header.show_signature(signature_words(report) if report else "")

    def _go_to_menu(self) -> None:
        bar = self.window.menuBar()
        bar.setActiveAction(bar.actions()[0])

    def _go_to_next_pane(self) -> None:
        self.panes.go_round(1)

    def _go_to_previous_pane(self) -> None:
        self.panes.go_round(-1)

    def _choose_language(self, action: QAction) -> None:
        choose_language(self._settings, Language(action.data()))
        self.say(self.tr("The language changes at the next start."))


def _import_side_controls(_task: Task) -> None:
    import desktop.ui.side_controls  # noqa: F401
