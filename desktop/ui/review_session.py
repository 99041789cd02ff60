"""An open workspace with all that works on it. Imported in the background: it pulls in the operations."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.operations.workspaces import Workspace
from desktop.ui.annotator import Annotator
from desktop.ui.clerk import Clerk
from desktop.ui.desk import Desk
from desktop.ui.finding_watch import FindingWatch
from desktop.ui.hub import Hub
from desktop.ui.import_queue import ImportQueue
from desktop.ui.late_process import LateProcess
from desktop.ui.look_times import ClockMs, monotonic_ms
from desktop.ui.report_content import ReportContent, ReportLooks
from desktop.ui.suggestions import warm_up
from desktop.ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from desktop.core.outputs.choices import ExportChoice
    from desktop.core.workbooks.watching import IsCancelled, OnProgress
    from desktop.operations.exporting import Exported
    from desktop.operations.handing_on import Outlook
    from desktop.operations.importing import Analyser

_WARM_AFTER_MS = 2_000


class ReviewSession(QObject):
    """Holds the desk, the clerk and the import queue of one workspace.

    `looks_read` carries ReportLooks.
    """

    warmed_up = Signal(object)
    looks_read = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        runner: TaskRunner,
        reader: "Analyser",
        drawer: LateProcess | None = None,
        parent: QObject | None = None,
        clock_ms: ClockMs = monotonic_ms,
    ) -> None:
        """Make the session; `reader` reads files, `drawer` draws pages beside it without waiting for it.

        `clock_ms` measures how long figures are looked at.
        """
        super().__init__(parent)
        self.workspace = workspace
        self.runner = runner
        self.hub = Hub(workspace, self)
        self.desk = Desk(workspace, self.hub, runner, self)
        self.clerk = Clerk(self.desk, self.hub, self, clock_ms)
        self.annotator = Annotator(workspace, self.desk, self.hub, self.clerk, runner, self)
        self.findings = FindingWatch(workspace, self.desk, self.hub, runner, self)
        self.imports = ImportQueue(workspace, reader, runner, self)
        self._reader = reader
        self._drawer = drawer

    def draw_page(self, page: int, scale: float) -> QImage:
        """Return a page of the report on the desk; called from threads."""
        content = self.desk.content
        if content is None or self._drawer is None:
            return QImage()
        drawn = self._drawer.render(content.source, page, scale)
        stride = drawn.width * 3
        return QImage(drawn.pixels, drawn.width, drawn.height, stride, QImage.Format.Format_RGB888).copy()

    def read_looks(self, content: ReportContent) -> None:
        """Read how the sheets of a workbook look; the report is shown meanwhile, and without if need be."""
        workspace, drawer = self.workspace, self._drawer

        def read(_task: Task) -> ReportLooks:
            data, fmt = workspace.source(content.report_id), content.document.format
            return ReportLooks(content.report_id, drawer.looks(data, str(fmt), fmt) if drawer else {})

        self.runner.start_later(read, self.looks_read.emit, self._tell_plain)

    def _tell_plain(self, _error: Exception) -> None:
        self.desk.said.emit(self.tr("The sheets are shown plainly: their layout cannot be read."))

    def warm_up(self) -> None:
        """Start the process that reads files and import the rules, a little later.

        Nobody need wait for them, and both would take turns with the window that is being filled.
        """
        QTimer.singleShot(_WARM_AFTER_MS, self, self._import_rules)
        QTimer.singleShot(_WARM_AFTER_MS, self, self._start_reader)

    def _start_reader(self) -> None:
        reader = self._reader
        if isinstance(reader, LateProcess):

            def start(_task: Task) -> None:
                reader.start()

            self.runner.start_later(start, self.warmed_up.emit, self.desk.failed.emit)

    def _import_rules(self) -> None:
        def import_rules(_task: Task) -> None:
            warm_up()

        self.runner.start_later(import_rules, _nothing_more, self.desk.failed.emit)

    def export(
        self,
        out: Path,
        choice: "ExportChoice",
        *,
        on_progress: "OnProgress | None" = None,
        is_cancelled: "IsCancelled | None" = None,
    ) -> "Exported":
        """Write the verified figures in the form that was chosen; called from a thread."""
        from desktop.operations.handing_on import hand_on

        return hand_on(self.workspace, out, choice, on_progress=on_progress, is_cancelled=is_cancelled)

    def outlook(self, only_tags: tuple[str, ...]) -> "Outlook":
        """Tell what an export restricted to these tags would hold; called from a thread."""
        from desktop.operations.handing_on import outlook

        return outlook(self.workspace, only_tags)

    def close(self) -> None:
        """Keep where the clerk is, stop what is under way, and let go of everything."""
        self.desk.close()
        self.findings.stop()
        self.imports.cancel()
        # The processes first: a job that waits for one of them ends with it.
        for process in (self._reader, self._drawer):
            if isinstance(process, LateProcess):
                process.close()
        self.runner.close()
        self.workspace.close()


def _nothing_more() -> None:
    """Do nothing: the rules are there for whoever asks."""
