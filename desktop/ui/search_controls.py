"""Joins the search over all reports to the workspace and the desk."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.core.reviews import Found, FoundFigure
from desktop.ui.dialogs.opening import open_over
from desktop.ui.dialogs.search_dialog import MOST_FOUND, SearchDialog
from desktop.ui.filter_controls import FilterControls
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession


class SearchControls(QObject):
    """Asks what is searched for, searches outside the event loop, and opens the report at what was picked."""

    def __init__(
        self,
        session: "ReviewSession",
        filters: FilterControls,
        actions: Mapping[str, QAction],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._filters = filters
        self._window = window
        self._dialog: SearchDialog | None = None
        self._task: Task | None = None
        actions["find_everywhere"].triggered.connect(self.ask)

    def ask(self) -> None:
        """Ask what is searched for in all reports."""
        self._dialog = SearchDialog(self._window)
        self._dialog.wanted.connect(self._search)
        self._dialog.chosen.connect(self._open)
        self._dialog.finished.connect(self._forget)
        open_over(self._window, self._dialog)

    def _search(self, text: str) -> None:
        workspace = self._session.workspace

        def find(task: Task) -> tuple[str, Found, frozenset[int]]:
            # What was typed meanwhile is searched for by a task of its own.
            found = Found() if task.is_cancelled() else workspace.find(text, MOST_FOUND)
            return text, found, workspace.blind_ids(*{each.report.id for each in found.figures})

        if self._task is not None:
            self._task.cancel()
        self._task = self._session.runner.start(find, self._show, self._session.desk.failed.emit)

    def _show(self, found: tuple[str, Found, frozenset[int]]) -> None:
        if self._dialog is not None:
            self._dialog.show_found(*found)

    def _open(self, found: FoundFigure) -> None:
        self._filters.show_all()
        self._session.desk.open_report(found.figure.report_id, found.figure.id)

    def _forget(self) -> None:
        self._dialog = None
