"""The one place where the window changes anything: makes changes and tells every view what they touched."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.errors import Refusal, RefusedError
from desktop.core.reviews import Touched

if TYPE_CHECKING:
    from desktop.operations.changes import Change
    from desktop.operations.workspaces import Workspace


class Hub(QObject):
    """Performs changes through the workspace, each committed when the call returns.

    `touched` carries what was touched and who asked for it, so that a view may skip its own doing;
    `refused` carries the refusal of a change that could not be made, `last_refusal` is the latest of them.
    """

    touched = Signal(object, object)
    refused = Signal(object)

    def __init__(self, workspace: "Workspace", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.last_refusal: Refusal | None = None

    def apply(self, change: "Change", initiator: object = None) -> Touched | None:
        """Make a change and return what it touched; None where it was refused."""
        return self._perform(self._workspace.apply, change, initiator)

    def revert(self, change: "Change", initiator: object = None) -> Touched | None:
        """Take back a change that was made."""
        return self._perform(self._workspace.revert, change, initiator)

    def reapply(self, change: "Change", initiator: object = None) -> Touched | None:
        """Make a change again that was taken back."""
        return self._perform(self._workspace.reapply, change, initiator)

    def announce(self, touched: Touched, initiator: object = None) -> None:
        """Tell every view of something that was done elsewhere, such as an import."""
        if touched:
            self.touched.emit(touched, initiator)

    def _perform(
        self, act: "Callable[[Change], Touched]", change: "Change", initiator: object
    ) -> Touched | None:
        try:
            touched = act(change)
        except RefusedError as error:
            self.last_refusal = error.refusal
            self.refused.emit(error.refusal)
            return None
        self.announce(touched, initiator)
        return touched
