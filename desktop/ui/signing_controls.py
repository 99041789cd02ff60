"""Signing a report off, and opening it again with a reason."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.core.errors import Refusal, RefusalCode
from desktop.core.figures import Verdict
from desktop.ui.dialogs.opening import open_over
from desktop.ui.dialogs.reopening_dialog import ReopeningDialog
from desktop.ui.panes import Panes

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession


class SigningControls(QObject):
    """Performs the actions that sign the report on the desk off and that open it again."""

    said = Signal(str)

    def __init__(
        self, session: "ReviewSession", panes: Panes, actions: Mapping[str, QAction], window: QWidget
    ) -> None:
        super().__init__(window)
        self._panes = panes
        self._desk = session.desk
        self._clerk = session.clerk
        self._findings = session.findings
        self._window = window
        actions["sign_off"].triggered.connect(self.sign_off)
        actions["reopen_report"].triggered.connect(self.ask_reason)
        session.hub.refused.connect(self._show_as_it_is)

    def sign_off(self) -> None:
        """Vouch for the report; where something is still open, go to it."""
        if not self._panes.fields.flush():
            return
        if self._clerk.sign_off():
            self.said.emit(self._told())
        elif (unsettled := self._first_unsettled()) is not None:
            self._desk.go_to(unsettled)

    def _told(self) -> str:
        """Return that the report is signed, and how many findings nobody has settled."""
        done = self.tr("The report is signed off; nothing of it can be changed any more.")
        left = self._findings.open_count
        return f"{done} {self.tr('%n finding(s) were left open.', '', left)}" if left else done

    def ask_reason(self) -> None:
        """Ask why the report is opened again."""
        dialog = ReopeningDialog(self._window)
        dialog.given.connect(self._clerk.reopen_report)
        open_over(self._window, dialog)

    def _show_as_it_is(self, refusal: Refusal) -> None:
        """Show in the fields what holds, not what was typed and refused because of the signature."""
        if refusal.code is RefusalCode.REPORT_SIGNED:
            self._panes.fields.revert()

    def _first_unsettled(self) -> int | None:
        """Return the first figure that is open, else the first that is doubtful."""
        rows = self._desk.figures.rows
        for verdict in (Verdict.OPEN, Verdict.DOUBTFUL):
            if (figure_id := rows.first_with(verdict)) is not None:
                return figure_id
        return None
