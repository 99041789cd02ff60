"""Files in and out: opening reports and exporting, asked for here and done in the background."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.core.outputs.choices import ExportChoice
from desktop.core.reviews import Touched
from desktop.core.workbooks.alterations import TITLE as ALTERATIONS_TITLE
from desktop.core.workbooks.watching import IsCancelled, OnProgress
from desktop.ui.dialogs.opening import open_over
from desktop.ui.export_run import ExportRun
from desktop.ui.lettering_questions import LetteringQuestions
from desktop.ui.output_forms import form_text
from desktop.ui.panels.import_bar import ImportBar

if TYPE_CHECKING:
    from desktop.operations.exporting import Exported
    from desktop.ui.review_session import ReviewSession

_EXPORT_FOLDER = "export/folder"
_OPEN_FOLDER = "open/folder"


class FileControls(QObject):
    """Opens and exports for an open workspace.

    `told` carries a line to be read, `said` one in passing, `refused` a Refusal, be it only a remark on a
    file, `failed` an exception.
    """

    told = Signal(str)
    said = Signal(str)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        session: "ReviewSession",
        import_bar: ImportBar,
        exports: ExportRun,
        settings: QSettings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._import_bar = import_bar
        self._exports = exports
        self._settings = settings
        self._window = window
        self._has_shown_one = False
        self._asked_for = 0
        self._choice = ExportChoice()
        exports.done.connect(self._show_exported)
        exports.failed.connect(self.failed)
        exports.cancelled.connect(self._tell_cancelled)
        imports = session.imports
        imports.begun.connect(import_bar.show_file)
        imports.progressed.connect(import_bar.show_share)
        imports.imported.connect(self._show_imported)
        imports.found_there.connect(self._show_found)
        imports.refused.connect(self.refused)
        imports.remarked.connect(self.refused)
        questions = LetteringQuestions(window)
        imports.undecided.connect(questions.add)
        imports.emptied.connect(questions.begin)
        questions.decided.connect(imports.decide)
        questions.left.connect(self._tell_left)
        imports.emptied.connect(self._end_batch)
        import_bar.cancelled.connect(imports.cancel)

    def open_files(self, files: Sequence[Path]) -> None:
        """Bring files into the workspace and show the first new one.

        One that is there already is shown where it was asked for alone: several leave the clerk in place.
        """
        self._asked_for += len(files)
        if files:
            self._session.imports.add(files)

    def ask_files(self) -> None:
        """Ask for reports to open."""
        dialog = QFileDialog(self._window, self.tr("Open reports"), self._folder(_OPEN_FOLDER))
        dialog.setObjectName("openDialog")
        self._label(dialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        reports = self.tr("Reports (*.txt *.html *.htm *.docx *.pdf *.xlsx *.xls)")
        dialog.setNameFilters([reports, self.tr("All files (*)")])
        dialog.filesSelected.connect(self._open_chosen)
        open_over(self._window, dialog)

    def ask_export(self, choice: ExportChoice) -> None:
        """Ask where to write what was chosen to be exported."""
        self._choice = choice
        dialog = QFileDialog(self._window, self.tr("Export"), self._folder(_EXPORT_FOLDER))
        dialog.setObjectName("exportDialog")
        self._label(dialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{form_text(choice.form)} (*{choice.form.suffix})"])
        dialog.setDefaultSuffix(choice.form.suffix.lstrip("."))
        dialog.selectFile(f"{Path(self._session.workspace.name).stem}{choice.form.suffix}")
        dialog.fileSelected.connect(self._export_to)
        open_over(self._window, dialog)

    def _label(self, dialog: QFileDialog) -> None:
        # Of these labels Qt asks no translation once the dialog is made.
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Look in:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Files of type:"))

    def _open_chosen(self, names: list[str]) -> None:
        self._settings.setValue(_OPEN_FOLDER, str(Path(names[0]).parent))
        self.open_files([Path(name) for name in names])

    def _export_to(self, name: str) -> None:
        if self._exports.is_busy:
            self.said.emit(self.tr("Another file is being exported; wait for it or cancel it."))
            return
        session, out, choice = self._session, Path(name), self._choice
        self._settings.setValue(_EXPORT_FOLDER, str(out.parent))

        def write(on_progress: OnProgress, is_cancelled: IsCancelled) -> "Exported":
            return session.export(out, choice, on_progress=on_progress, is_cancelled=is_cancelled)

        self._exports.start(out.name, write)

    def _show_exported(self, exported: "Exported") -> None:
        written = self.tr("%n verified figure(s) exported", "", exported.figures)
        left_out = self.tr("%n figure(s) left out because they are not verified", "", exported.left_out)
        line = self.tr("{written}, {left_out}: {path}")
        self.told.emit(line.format(written=written, left_out=left_out, path=exported.path))
        if exported.replaced:
            replaced = self.tr(
                "Letters that this form cannot hold were replaced by “�” in %n place(s)",
                "",
                exported.replaced,
            )
            self.told.emit(replaced)
        if altered := sum(remark.count for remark in exported.remarks):
            line = self.tr(
                "%n cell(s) hold something else than was given; see the sheet “{sheet}”.", "", altered
            )
            self.told.emit(line.format(sheet=ALTERATIONS_TITLE))

    def _tell_cancelled(self, name: str) -> None:
        self.told.emit(
            self.tr("{name} was not exported: cancelled. An older file is as it was.").format(name=name)
        )

    def _show_imported(self, report_id: int, name: str, figures: int) -> None:
        self.said.emit(self.tr("{name}: %n figure(s) read.", "", figures).format(name=name))
        self._session.hub.announce(Touched(reports_changed=True))
        self._show_first(report_id)

    def _show_found(self, report_id: int, name: str) -> None:
        if self._asked_for > 1:
            self.said.emit(self.tr("{name} is in the workspace already.").format(name=name))
            return
        self.told.emit(self.tr("{name} is in the workspace already; it is shown now.").format(name=name))
        self._show_first(report_id)

    def _tell_left(self, name: str) -> None:
        self.told.emit(self.tr("{name} was not opened: its letters were not decided.").format(name=name))

    def _show_first(self, report_id: int) -> None:
        if not self._has_shown_one:
            self._has_shown_one = True
            self._session.desk.open_report(report_id)

    def _end_batch(self) -> None:
        self._has_shown_one = False
        self._asked_for = 0
        self._import_bar.hide()

    def _folder(self, setting: str) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(self._settings.value(setting, documents))
