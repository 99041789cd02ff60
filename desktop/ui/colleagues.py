"""Shows what others do to the report on the desk meanwhile, without moving the clerk from their place.

Looks when the window comes to the front and when something was refused because others were first; of a
workspace on a server every few seconds as well.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.core.errors import Refusal, RefusalCode
from desktop.core.reviews import Touched
from desktop.operations.catching_up import News, Watermark, news
from desktop.ui.panes import Panes
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession

_EVERY_MS = 5_000
_MANY = 500
"""So many figures that it is quicker to read the report anew than each of them."""


class Colleagues(QObject):
    """Reads the log of the workspace and tells the hub what others have touched."""

    def __init__(self, session: "ReviewSession", panes: Panes, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._desk = session.desk
        self._panes = panes
        self._mark: Watermark | None = None
        self._is_looking = False
        self._is_wanted_again = False
        # What was touched under the clerk's hands is shown when they have left it.
        self._held_ids: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        if session.workspace.is_on_server:
            self._timer.start()
        session.hub.refused.connect(self._look_after)
        session.desk.report_shown.connect(self._forget_held)
        window.installEventFilter(self)
        self.look()

    def look(self) -> None:
        """Read what others have done since."""
        if self._is_looking:
            self._is_wanted_again = True
            return
        self._is_looking = True
        workspace, mark = self._session.workspace, self._mark

        def read(_task: Task) -> News:
            return news(workspace, mark)

        self._session.runner.start_later(read, self._show, self._fail)

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look when the window comes to the front."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return False

    def _look_after(self, refusal: Refusal) -> None:
        if refusal.code is RefusalCode.CHANGED_MEANWHILE:
            # What was refused has to end first: the clerk stays at the figure and sees what it is now.
            QTimer.singleShot(0, self, self.look)

    def _show(self, found: News) -> None:
        self._mark = found.mark
        self._end_looking()
        report_id = self._desk.report_id
        here = {each for each, report in found.changed.items() if report == report_id} | self._held_ids
        changed = self._let_go_of(here)
        reports = set(found.report_ids)
        if changed and report_id is not None:
            reports.add(report_id)
        gone = tuple(filter(self._desk.figures.rows.is_known, found.gone_ids))
        if len(changed) > _MANY:
            self._desk.read_anew()
            changed = set()
        if changed or gone or found.has_more or reports - {report_id}:
            self._session.hub.announce(self._touched(found, changed, gone, reports), self)

    def _touched(self, found: News, changed: set[int], gone: tuple[int, ...], reports: set[int]) -> Touched:
        added = tuple(sorted(each for each in changed if not self._desk.figures.rows.is_known(each)))
        return Touched(
            report_ids=tuple(sorted(reports)),
            figure_ids=tuple(sorted(changed)),
            added_figure_ids=added,
            removed_figure_ids=gone,
            reports_changed=found.has_more,
            annotations_changed=bool(found.report_ids),
            tags_changed=found.has_more,
            runs_changed=bool(added or gone),
        )

    def _let_go_of(self, figure_ids: set[int]) -> set[int]:
        """Return the figures without the current one while something is being typed of it."""
        current = self._desk.current
        is_typing = self._panes.table.is_editing or self._panes.fields.is_dirty
        held = {current.id} & figure_ids if current is not None and is_typing else set()
        self._held_ids.clear()
        self._held_ids.update(held)
        return figure_ids - held

    def _forget_held(self) -> None:
        self._held_ids.clear()

    def _fail(self, _error: Exception) -> None:
        """Say nothing: what is wrong with the workspace is told by whatever the clerk does next."""
        self._end_looking()

    def _end_looking(self) -> None:
        self._is_looking = False
        if self._is_wanted_again:
            self._is_wanted_again = False
            self.look()
