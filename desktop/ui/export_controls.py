"""Asks what is to be exported and in which form, and remembers it for the next time.

The tags are not remembered: an export that leaves something out is to be asked for each time.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from desktop.core.outputs.choices import ExportChoice
from desktop.core.outputs.forms import OutputForm
from desktop.core.workbooks.content import ExportOptions, Grouping
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.dialogs.opening import open_over
from desktop.ui.tag_look import TagLook
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from desktop.operations.handing_on import Outlook
    from desktop.ui.review_session import ReviewSession

_FORM = "export/form"
_GROUPING = "export/grouping"
_PICTURES = "export/pictures"
_OFFICE = "export/office"


class ExportControls(QObject):
    """Opens the dialog of exports; `chosen` carries the ExportChoice that a file is to be asked for."""

    chosen = Signal(object)

    def __init__(self, session: "ReviewSession", look: TagLook, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._look = look
        self._settings = settings
        self._window = window
        self._dialog: ExportDialog | None = None
        self._asked = 0

    def ask(self) -> None:
        """Ask what to export; Enter takes what was chosen the last time, of all figures."""
        self._open(needs_tags=False)

    def ask_tags(self) -> None:
        """Ask what to export, of figures under tags that have to be chosen."""
        self._open(needs_tags=True)

    def _open(self, *, needs_tags: bool) -> None:
        dialog = ExportDialog(self._look, self._last_choice(), self._window, needs_tags=needs_tags)
        dialog.tags_changed.connect(self._count)
        dialog.chosen.connect(self._take)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        self._count(())
        open_over(self._window, dialog)

    def _count(self, only_tags: tuple[str, ...]) -> None:
        """Show how many figures it would be; only what was asked for last is shown."""
        session = self._session
        self._asked += 1
        number = self._asked

        def look(_task: Task) -> "tuple[int, Outlook]":
            return number, session.outlook(only_tags)

        session.runner.start(look, self._show_outlook, session.desk.failed.emit)

    def _show_outlook(self, counted: "tuple[int, Outlook]") -> None:
        number, outlook = counted
        if self._dialog is not None and number == self._asked:
            self._dialog.show_outlook(outlook.figures, outlook.left_out)

    def _take(self, choice: ExportChoice) -> None:
        self._settings.setValue(_FORM, str(choice.form))
        self._settings.setValue(_GROUPING, str(choice.options.grouping))
        self._settings.setValue(_PICTURES, int(choice.options.has_pictures))
        self._settings.setValue(_OFFICE, choice.office)
        self.chosen.emit(choice)

    def _last_choice(self) -> ExportChoice:
        form, grouping = (str(self._settings.value(name, "")) for name in (_FORM, _GROUPING))
        pictures = str(self._settings.value(_PICTURES, "0")) == "1"
        last = ExportChoice(office=str(self._settings.value(_OFFICE, "")))
        if form in tuple(OutputForm):
            last = replace(last, form=OutputForm(form))
        if grouping in tuple(Grouping):
            last = replace(last, options=ExportOptions(Grouping(grouping), pictures))
        return last

    def _forget(self) -> None:
        self._dialog = None
