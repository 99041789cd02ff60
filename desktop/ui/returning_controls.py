"""A workbook that was handed on comes back to the window: compared and accepted, or verified.

What reads and writes workbooks is imported in the background when it is first asked for.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.core.figures import ReviewedFigure
from desktop.core.messages import Language, refusal_line
from desktop.ui.dialogs.lines_dialog import LinesDialog
from desktop.ui.dialogs.opening import open_over
from desktop.ui.tasks import Slot, Task

if TYPE_CHECKING:
    from desktop.operations.taking_back import ReadBack
    from desktop.ui.dialogs.returned_dialog import ReturnedDialog
    from desktop.ui.review_session import ReviewSession

_FOLDER = "export/folder"


class ReturningControls(QObject):
    """Asks for a workbook, has it read in a process of its own, and shows what it says.

    `told` carries a line to be read.
    """

    told = Signal(str)

    def __init__(
        self,
        session: "ReviewSession",
        actions: Mapping[str, QAction],
        language: Language,
        settings: QSettings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._desk = session.desk
        self._language = language
        self._settings = settings
        self._window = window
        self._dialog: ReturnedDialog | None = None
        self._read: ReadBack | None = None
        self._batches: list[list[int]] = []
        self._name = ""
        actions["read_back"].triggered.connect(self.ask_returned)
        actions["verify_workbook"].triggered.connect(self.ask_verified)
        session.desk.figure_shown.connect(self._show_place)

    def ask_returned(self) -> None:
        """Ask for the workbook that was changed."""
        self._ask(self.tr("Read a changed Excel file back"), "returnedFileDialog", self._compare)

    def ask_verified(self) -> None:
        """Ask for the workbook that is to be verified."""
        self._ask(self.tr("Verify an exported Excel file"), "verifiedFileDialog", self._verify)

    def _compare(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self._start(self._name, self._show)

    def _verify(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self._start(self._name, self._tell_verified)

    def _ask(self, title: str, name: str, chosen: Slot) -> None:
        dialog = QFileDialog(self._window, title, str(self._settings.value(_FOLDER, "")))
        dialog.setObjectName(name)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Look in:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Files of type:"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        workbooks = self.tr("Workbooks (*.xlsx *.xlsm *.ods *.xls)")
        dialog.setNameFilters([workbooks, self.tr("All files (*)")])
        dialog.fileSelected.connect(self._keep_name)
        open_over(self._window, dialog)
        # After the window took the keyboard back, so that it does not take it from what is opened next.
        dialog.finished.connect(chosen)

    def _keep_name(self, name: str) -> None:
        self._name = name

    def _start(self, name: str, show: Slot) -> None:
        workspace = self._session.workspace

        def read(task: Task) -> "ReadBack":
            import desktop.ui.dialogs.returned_dialog  # noqa: F401 - here, where nobody waits for it
            from desktop.core.isolation.process import ReadingProcess
            from desktop.operations.taking_back import read_back

            with ReadingProcess() as process:
                handed = process.handed(Path(name), is_cancelled=task.is_cancelled)
            return read_back(workspace, handed)

        self._session.runner.start(read, show, self._desk.failed.emit)

    def _show(self, read: "ReadBack") -> None:
        from desktop.core.workbooks.reading_back.telling import Teller
        from desktop.ui.dialogs.returned_dialog import ReturnedDialog
        from desktop.ui.models.returned_model import ReturnedModel

        teller = Teller(self._language)
        remarks = [teller.remark_line(remark) for remark in read.comparison.remarks]
        if not read.comparison.rows and not remarks:
            self.told.emit(self.tr("{name}: nothing has changed.").format(name=read.file))
            return
        self._read, self._batches = read, []
        model = ReturnedModel(read.comparison.rows, self._language)
        dialog = ReturnedDialog(model, remarks, self._session.runner, self._window)
        model.setParent(dialog)
        dialog.changed_by.setText(read.changed_by)
        dialog.row_shown.connect(self._go_to)
        dialog.accepted_rows.connect(self._accept)
        dialog.undo_wanted.connect(self._undo)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        open_over(self._window, dialog)
        self._put_low(dialog)
        dialog.show_first()

    def _put_low(self, dialog: "ReturnedDialog") -> None:
        """Put the dialog at the lower edge of the window, so that the report is seen above it."""
        edge = self._window.mapToGlobal(self._window.rect().bottomLeft())
        left = edge.x() + max(0, self._window.width() - dialog.width()) // 2
        dialog.move(left, max(0, edge.y() - dialog.height()))

    def _go_to(self, row: int) -> None:
        """Show the place of a row's figure in the report, behind the dialog and in it."""
        if self._dialog is None:
            return
        figure = self._dialog.model.difference(row).known.figure
        if figure is None:
            self._dialog.show_place(None, None)
        elif figure.report_id != self._desk.report_id:
            self._desk.open_report(figure.report_id, figure.id)
        else:
            self._desk.go_to(figure.id)

    def _show_place(self, figure: ReviewedFigure | None) -> None:
        content = self._desk.content
        if self._dialog is not None and content is not None:
            has_pages = bool(content.document.pages)
            self._dialog.use_pages(self._session.draw_page if has_pages else None)
            self._dialog.show_place(figure, content.document)

    def _accept(self, rows: Sequence[int]) -> None:
        """Take rows over, all of them as one change."""
        from desktop.operations.taking_back import take_back
        from desktop.ui.models.returned_model import RowState

        dialog, read = self._dialog, self._read
        if dialog is None or read is None:
            return
        changed_by = dialog.changed_by.text().strip()
        change = take_back([dialog.model.difference(row) for row in rows], read, changed_by)
        if self._session.clerk.perform(change):
            self._batches.append(list(rows))
            dialog.note_answer(rows, RowState.TAKEN)
        elif (refusal := self._session.hub.last_refusal) is not None:
            dialog.say(refusal_line(refusal, self._language))

    def _undo(self) -> None:
        """Take the last acceptance back; the rows wait again."""
        from desktop.ui.models.returned_model import RowState

        if self._dialog is not None and self._batches:
            self._session.clerk.undo()
            self._dialog.note_answer(self._batches.pop(), RowState.WAITING)

    def _forget(self) -> None:
        self._dialog, self._read, self._batches = None, None, []

    def _tell_verified(self, read: "ReadBack") -> None:
        from desktop.operations.verifying import discrepancies

        lines = list(discrepancies(read, self._language))
        if not lines:
            good = self.tr("%n figure(s) are still as they were verified and exported", "", read.figures)
            self.told.emit(self.tr("{name}: {good}.").format(name=read.file, good=good))
            return
        found = self.tr("%n thing(s) are not as they were verified and exported", "", len(lines))
        heading = self.tr("{name}: {found}").format(name=read.file, found=found)
        open_over(self._window, LinesDialog(self.tr("Verification"), heading, lines, self._window))
