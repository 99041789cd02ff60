"""The way from one figure to the next that was accepted faster than it can be read."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.ui.labels import look_hint
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession


class HasteControls(QObject):
    """Walks the figures of the report on the desk that were accepted in haste, round its end."""

    said = Signal(str)

    def __init__(self, session: "ReviewSession", actions: Mapping[str, QAction], window: QWidget) -> None:
        super().__init__(window)
        self._desk = session.desk
        self._workspace = session.workspace
        self._runner = session.runner
        actions["next_hasty"].triggered.connect(self.go_to_next)

    def go_to_next(self) -> None:
        """Look up the figures accepted in haste and go to the one that follows."""
        workspace, report_id = self._workspace, self._desk.report_id

        def read(_task: Task) -> Sequence[int]:
            return () if report_id is None else workspace.hasty_ids(report_id)

        self._runner.start(read, self._go_on, self._desk.failed.emit)

    def _go_on(self, hasty_ids: Sequence[int]) -> None:
        rows, current = self._desk.figures.rows, self._desk.current
        known = [each for each in hasty_ids if rows.is_known(each)]
        if not known:
            self.said.emit(self.tr("No figure of this report was accepted too fast."))
            return
        here = -1 if current is None else rows.position_of(current.id)
        at = bisect_right(known, here, key=rows.position_of)
        self._desk.go_to(known[at % len(known)])
        if self._desk.current is not None:
            self.said.emit(look_hint(self._desk.current))
