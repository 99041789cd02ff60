"""Keeps the findings of the report on the desk up to date, behind the event loop.

The report stands there first: it is checked when it was painted, and held beside others of its series after
that. A verdict that changes no reading costs one small query. The rules are imported by the first job: no
start waits for them.
"""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.core.findings import StandingFinding
from desktop.core.reviews import Touched
from desktop.ui.report_content import ReportContent
from desktop.ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from desktop.operations.findings import CheckedState
    from desktop.operations.workspaces import Workspace
    from desktop.ui.desk import Desk
    from desktop.ui.hub import Hub

_AFTER_PAINTING_MS = 500
_AFTER_A_CHANGE_MS = 100
_FIGURES_A_MS = 10
_AT_REST_MS = 1_000
_MANY_FIGURES = 2_000
"""Checking more of them takes so long that scrolling would stumble: it waits for the clerk to rest."""


class FindingWatch(QObject):
    """Knows how the findings of the report on the desk stand; `changed` tells that they do so otherwise."""

    changed = Signal()

    def __init__(
        self,
        workspace: "Workspace",
        desk: "Desk",
        hub: "Hub",
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._desk = desk
        self._runner = runner
        self._state: CheckedState | None = None
        self._touched_ids: set[int] = set()
        self._is_whole = self._has_word = False
        self._is_busy = False
        self._whereabouts: Callable[[], Hashable] = _nowhere
        self._last_seen: Hashable = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._check)
        desk.report_shown.connect(self._begin)
        hub.touched.connect(self._on_touched)

    @property
    def is_known(self) -> bool:
        """Tell whether the report on the desk was checked already."""
        return self._is_current()

    @property
    def standing(self) -> tuple[StandingFinding, ...]:
        """The findings of the report on the desk, as far as they are known yet."""
        return self._state.standing if self._is_current() and self._state else ()

    @property
    def open_ids(self) -> list[int]:
        """The figures at which open findings stand, in reading order, each once."""
        return list(dict.fromkeys(each.finding.figure_id for each in self.standing if each.is_open))

    @property
    def open_count(self) -> int:
        """How many findings nobody has settled."""
        return sum(1 for each in self.standing if each.is_open)

    def concerning(self, figure_id: int) -> list[StandingFinding]:
        """Return the findings about a figure: the open ones first, those that stand at it first of these."""
        found = [each for each in self.standing if figure_id in each.finding.figure_ids]
        return sorted(found, key=lambda each: (not each.is_open, each.finding.figure_id != figure_id))

    def heed(self, whereabouts: Callable[[], Hashable]) -> None:
        """Let long checks wait while the clerk moves: `whereabouts` tells where the clerk is."""
        self._whereabouts = whereabouts

    def stop(self) -> None:
        """Check nothing any more."""
        self._timer.stop()

    def _begin(self, content: ReportContent | None) -> None:
        self._state = None
        self._touched_ids, self._is_whole, self._has_word = set(), False, False
        self.changed.emit()
        if content is None:
            self._timer.stop()
        else:
            self._timer.start(_AFTER_PAINTING_MS)

    def _on_touched(self, touched: Touched, _initiator: object) -> None:
        if self._desk.report_id not in touched.report_ids:
            return
        self._touched_ids.update(touched.figure_ids)
        self._is_whole |= bool(touched.added_figure_ids or touched.removed_figure_ids)
        self._has_word |= touched.findings_changed
        self._timer.start(self._pause_ms())

    def _check(self) -> None:
        content, state = self._desk.content, self._state
        if content is None:
            return
        if self._is_busy:
            self._timer.start(self._pause_ms())
            return
        if self._is_long() and self._has_moved():
            self._timer.start(_AT_REST_MS)
            return
        workspace, figure_ids = self._workspace, self._touched_ids
        is_whole, has_word = self._is_whole, self._has_word
        self._touched_ids, self._is_whole, self._has_word = set(), False, False
        self._is_busy = True

        def check(_task: Task) -> "CheckedState":
            from desktop.operations.findings import check_again, check_report

            if state is None or state.report_id != content.report_id:
                return check_report(workspace, content.report_id, content.document)
            return check_again(workspace, state, figure_ids, is_whole=is_whole, has_word=has_word)

        take = self._take_first if state is None else self._take
        self._runner.start(check, take, self._fail)

    def _take_first(self, state: "CheckedState") -> None:
        """Take a report's own findings, and ask what others of its series say."""
        self._take(state)
        if not self._is_current() or self._touched_ids or self._is_whole:
            return
        workspace = self._workspace
        self._is_busy = True

        def compare(_task: Task) -> "CheckedState":
            from desktop.operations.findings import check_beside_others

            return check_beside_others(workspace, state)

        self._runner.start(compare, self._take, self._fail)

    def _take(self, state: "CheckedState") -> None:
        self._is_busy = False
        if state.report_id == self._desk.report_id and state is not self._state:
            self._state = state
            self.changed.emit()

    def _pause_ms(self) -> int:
        """Return how long to wait for further changes: the longer, the more there is to be checked again."""
        count = len(self._state.figures) if self._state else 0
        return _AFTER_A_CHANGE_MS + count // _FIGURES_A_MS

    def _is_long(self) -> bool:
        return len(self._desk.figures.rows.ids) > _MANY_FIGURES

    def _has_moved(self) -> bool:
        """Tell whether the clerk is elsewhere than when this was asked last."""
        before, self._last_seen = self._last_seen, (self._desk.report_id, self._whereabouts())
        return before != self._last_seen

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        self._desk.failed.emit(error)

    def _is_current(self) -> bool:
        return self._state is not None and self._state.report_id == self._desk.report_id


def _nowhere() -> Hashable:
    """Return where a clerk is of whom nothing is known."""
    return None
