"""What is around the second reading: its rules, its differences, its error rates."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.core.error_rates import ErrorRates
from desktop.core.figures import Reading
from desktop.core.messages import Language
from desktop.core.rereading import SecondReading, SecondRule
from desktop.core.rereading_due import Standing
from desktop.operations.rereading import set_rule, settle
from desktop.operations.rereading_state import rates_of, rules_of, standing_of
from desktop.ui.dialogs.differences_dialog import DifferencesDialog
from desktop.ui.dialogs.error_rates_dialog import ErrorRatesDialog
from desktop.ui.dialogs.opening import open_over
from desktop.ui.dialogs.rereading_rules_dialog import RereadingRulesDialog
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession


class SettlingControls(QObject):
    """Opens the dialogs for the rules, the differences and the error rates of the second reading."""

    said = Signal(str)

    def __init__(
        self, session: "ReviewSession", actions: Mapping[str, QAction], language: Language, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._language = language
        self._window = window
        self._dialog: DifferencesDialog | None = None
        actions["second_rules"].triggered.connect(self.ask_rules)
        actions["differences"].triggered.connect(self.show_differences)
        actions["error_rates"].triggered.connect(self.show_rates)

    def ask_rules(self) -> None:
        """Ask which second readings are wanted."""
        workspace, report_id = self._session.workspace, self._session.desk.report_id

        def read(_task: Task) -> list[SecondRule]:
            return rules_of(workspace)

        def show(rules: list[SecondRule]) -> None:
            if report_id is not None:
                dialog = RereadingRulesDialog(report_id, rules, self._language, self._window)
                dialog.chosen.connect(self._set_rule)
                open_over(self._window, dialog)

        self._session.runner.start(read, show, self._session.desk.failed.emit)

    def show_differences(self) -> None:
        """Show the first difference that waits to be settled; close when none is left."""
        workspace, report_id = self._session.workspace, self._session.desk.report_id

        def read(_task: Task) -> Standing:
            return Standing() if report_id is None else standing_of(workspace, report_id)

        self._session.runner.start(read, self._show, self._session.desk.failed.emit)

    def show_rates(self) -> None:
        """Show who errs how often, in all reports of the workspace."""
        workspace = self._session.workspace

        def read(_task: Task) -> ErrorRates:
            return rates_of(workspace)

        self._session.runner.start(read, self._show_rates, self._session.desk.failed.emit)

    def _show(self, standing: Standing) -> None:
        content = self._session.desk.content
        if not standing.differences or content is None:
            self.said.emit(self.tr("No difference waits to be settled."))
            if self._dialog is not None:
                self._dialog.accept()
            return
        difference = standing.differences[0]
        found = self._session.workspace.figures([difference.figure_id])
        if found:
            dialog = self._dialog or self._open_dialog(has_pages=bool(content.document.pages))
            dialog.show_difference(difference, found[0], content.document, len(standing.differences))

    def _open_dialog(self, *, has_pages: bool) -> DifferencesDialog:
        draw_page = self._session.draw_page if has_pages else None
        dialog = DifferencesDialog(self._session.runner, draw_page, self._window)
        dialog.settled.connect(self._settle)
        dialog.rejected_text.connect(self._reject)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        open_over(self._window, dialog)
        return dialog

    def _forget(self) -> None:
        self._dialog = None

    def _settle(self, difference: SecondReading, chosen: Reading) -> None:
        self._session.clerk.perform(settle(difference, chosen))
        self.show_differences()

    def _set_rule(self, rule: SecondRule) -> None:
        if self._session.clerk.perform(set_rule(rule)):
            self.said.emit(self.tr("The rule of the second reading is kept."))

    def _show_rates(self, rates: ErrorRates) -> None:
        open_over(self._window, ErrorRatesDialog(rates, self._window))

    def _reject(self, text: str) -> None:
        self.said.emit(self.tr("“{text}” cannot be read; nothing was changed.").format(text=text))
