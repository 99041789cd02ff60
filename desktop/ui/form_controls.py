"""Filling the office's own form from the window: asked for, mapped in a dialog, filled as a copy."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.core.errors import RefusedError
from desktop.core.messages import refusal_line
from desktop.ui.dialogs.opening import open_over
from desktop.ui.tasks import Task
from desktop.ui.translation import chosen_language

if TYPE_CHECKING:
    from desktop.core.sheet_looks import SheetLook
    from desktop.operations.form_filling import FormFilled, PreparedForm
    from desktop.ui.dialogs.form_dialog import FormDialog
    from desktop.ui.form_mapping_state import FormMappingState
    from desktop.ui.review_session import ReviewSession

_FORM_FOLDER = "form/folder"
_FILLED_FOLDER = "form/filled"
_NAMED_MOST = 5


class FormControls(QObject):
    """Opens forms and fills them; `told` carries a line to be read, `failed` an exception."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        session: "ReviewSession",
        actions: Mapping[str, QAction],
        settings: QSettings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self._dialog: FormDialog | None = None
        self._state: FormMappingState | None = None
        actions["fill_form"].triggered.connect(self.ask_form)

    def ask_form(self) -> None:
        """Ask which form is to be filled."""
        dialog = QFileDialog(self._window, self.tr("Choose the form"), self._folder(_FORM_FOLDER))
        dialog.setObjectName("formFileDialog")
        self._label(dialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        forms = self.tr("Excel forms (*.xlsx *.xlsm *.xltx *.xltm)")
        dialog.setNameFilters([forms, self.tr("All files (*)")])
        # Queued, so that what opens over the window opens after the keyboard was given back to that.
        dialog.fileSelected.connect(self.open_form, Qt.ConnectionType.QueuedConnection)
        open_over(self._window, dialog)

    def open_form(self, name: str) -> None:
        """Read a form with what was mapped of it, and what fits it, and show it."""
        path, workspace = Path(name), self._session.workspace
        self._settings.setValue(_FORM_FOLDER, str(path.parent))

        def prepare(_task: Task) -> "tuple[PreparedForm, dict[str, SheetLook]]":
            from desktop.core.readers.workbook_looks import sheet_looks
            from desktop.operations import form_filling

            prepared = form_filling.prepare(workspace, path)
            try:
                looks = dict(sheet_looks(prepared.form.data, prepared.form.name))
            except RefusedError:
                looks = {}  # shown plainly, filled all the same
            return prepared, looks

        self._session.runner.start(prepare, self._show, self.failed.emit)

    def _show(self, found: "tuple[PreparedForm, dict[str, SheetLook]]") -> None:
        from desktop.ui.dialogs.form_dialog import FormDialog
        from desktop.ui.form_mapping_state import FormMappingState

        prepared, looks = found
        self._state = FormMappingState(prepared, self._session.runner)
        self._dialog = FormDialog(self._state, looks, self._window)
        self._state.setParent(self._dialog)
        self._state.failed.connect(self.failed)
        self._dialog.fill_wanted.connect(self._ask_where)
        self._dialog.finished.connect(self._leave)
        if prepared.is_form_changed:
            line = self.tr("{form} has changed since it was mapped; cells that have moved are left.")
            self.told.emit(line.format(form=prepared.form.name))
        open_over(self._window, self._dialog)

    def _ask_where(self) -> None:
        """Ask where the filled copy goes."""
        if self._dialog is None or self._state is None:
            return
        form = self._state.prepared.path
        suffix = form.suffix.lower().replace("xlt", "xls")
        dialog = QFileDialog(self._dialog, self.tr("Save the filled form"), self._folder(_FILLED_FOLDER))
        dialog.setObjectName("filledFileDialog")
        self._label(dialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel workbook (*{suffix})").format(suffix=suffix)])
        dialog.setDefaultSuffix(suffix.lstrip("."))
        dialog.selectFile(self.tr("{name} (filled){suffix}").format(name=form.stem, suffix=suffix))
        dialog.fileSelected.connect(self.fill_to, Qt.ConnectionType.QueuedConnection)
        open_over(self._dialog, dialog)

    def fill_to(self, name: str) -> None:
        """Fill the confirmed cells of a copy of the form, and keep what was mapped."""
        state, workspace = self._state, self._session.workspace
        if state is None:
            return
        out, mapping, period = Path(name), state.mapping.confirmed, state.book.period
        prepared, seen = state.prepared, state.confirmed_plans
        self._settings.setValue(_FILLED_FOLDER, str(out.parent))

        def fill(_task: Task) -> "FormFilled":
            from desktop.operations import form_filling

            book = form_filling.figure_book(workspace, period=period)
            filled = form_filling.fill(workspace, prepared.form, mapping, book, out, seen)
            form_filling.keep_mapping(workspace, prepared.form, prepared.path, mapping)
            return filled

        self._session.runner.start(fill, self._show_filled, self._tell_failed)

    def _show_filled(self, filled: "FormFilled") -> None:
        if self._state is not None:
            self._state.is_changed = False
        if self._dialog is not None:
            self._dialog.accept()
        written = self.tr("%n cell(s) of the form filled", "", filled.written.cells)
        line = self.tr("{written}: {path}").format(written=written, path=filled.path)
        if filled.left:
            named = ", ".join(each.place for each in filled.left[:_NAMED_MOST])
            named += ", …" if len(filled.left) > _NAMED_MOST else ""
            left = self.tr("%n mapped cell(s) left as they are", "", len(filled.left))
            line = self.tr("{line}; {left}: {cells}").format(line=line, left=left, cells=named)
        self.told.emit(line)

    def _tell_failed(self, error: Exception) -> None:
        """Tell why nothing was written, in the dialog as well: it stands before the window."""
        self.failed.emit(error)
        if self._dialog is not None and isinstance(error, RefusedError):
            self._dialog.tell(refusal_line(error.refusal, chosen_language(self._settings)))

    def _leave(self) -> None:
        """Keep what was mapped, also of a form that was not filled."""
        state, workspace = self._state, self._session.workspace
        self._dialog = self._state = None
        if state is None or not state.is_changed:
            return
        prepared, mapping = state.prepared, state.mapping.confirmed

        def keep(_task: Task) -> None:
            from desktop.operations import form_filling

            form_filling.keep_mapping(workspace, prepared.form, prepared.path, mapping)

        self._session.runner.start(keep, _nothing_more, self.failed.emit)

    def _label(self, dialog: QFileDialog) -> None:
        # Of these labels Qt asks no translation once the dialog is made.
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Look in:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Files of type:"))

    def _folder(self, setting: str) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(self._settings.value(setting, documents))


def _nothing_more(_result: object) -> None:
    """Do nothing: what was kept need not be told."""
