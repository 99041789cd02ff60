"""What works beside the review itself: imported and joined once the first report stands in the window.

Whatever a clerk need not have in the first tenth of a second belongs here rather than in the workbench.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.core.messages import Language
from desktop.ui.colleagues import Colleagues
from desktop.ui.finding_controls import FindingControls
from desktop.ui.form_controls import FormControls
from desktop.ui.panels.header_bar import HeaderBar
from desktop.ui.panes import Panes
from desktop.ui.remembering_controls import RememberingControls
from desktop.ui.rereading_controls import RereadingControls
from desktop.ui.returning_controls import ReturningControls
from desktop.ui.review_session import ReviewSession
from desktop.ui.settling_controls import SettlingControls


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The parts of the window that controls work on; `say` shows a line in passing, `tell` one to be read.

    `fail` shows what an exception says.
    """

    window: QWidget
    panes: Panes
    header: HeaderBar
    actions: Mapping[str, QAction]
    settings: QSettings
    language: Language
    say: Callable[[str], None]
    tell: Callable[[str], None]
    fail: Callable[[Exception], None]


def join_side_controls(session: ReviewSession, around: Surroundings) -> None:
    """Join them to an open workspace."""
    window, panes, actions = around.window, around.panes, around.actions
    remembering = RememberingControls(session, panes, actions["take_over"], window)
    rereading = RereadingControls(session, panes, actions, window)
    settling = SettlingControls(session, actions, around.language, window)
    findings = FindingControls(session, panes, around.header, actions, around.language, window)
    Colleagues(session, panes, window)
    for controls in (remembering, rereading, settling, findings):
        controls.said.connect(around.say)
    returning = ReturningControls(session, actions, around.language, around.settings, window)
    returning.told.connect(around.tell)
    forms = FormControls(session, actions, around.settings, window)
    forms.told.connect(around.tell)
    forms.failed.connect(around.fail)
