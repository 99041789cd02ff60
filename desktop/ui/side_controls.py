"""What works beside the review itself: imported and joined once the first report stands in the window.

Whatever a clerk need not have in the first tenth of a second belongs here rather than in the workbench.
"""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.core.messages import Language
from desktop.ui.colleagues import Colleagues
from desktop.ui.panes import Panes
from desktop.ui.remembering_controls import RememberingControls
from desktop.ui.rereading_controls import RereadingControls
from desktop.ui.review_session import ReviewSession
from desktop.ui.settling_controls import SettlingControls


def join_side_controls(
    session: ReviewSession,
    panes: Panes,
    actions: Mapping[str, QAction],
    language: Language,
    window: QWidget,
    say: Callable[[str], None],
) -> None:
    """Join them to an open workspace; whatever they say goes to `say`."""
    remembering = RememberingControls(session, panes, actions["take_over"], window)
    rereading = RereadingControls(session, panes, actions, window)
    settling = SettlingControls(session, actions, language, window)
    Colleagues(session, panes, window)
    for controls in (remembering, rereading, settling):
        controls.said.connect(say)
