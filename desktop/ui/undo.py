"""Undo and redo of everything, by one command around any change."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from desktop.core.reviews import Touched
from desktop.ui.hub import Hub

if TYPE_CHECKING:
    from desktop.operations.changes import Change


class ChangeCommand(QUndoCommand):
    """A change on the undo stack; it drops off the stack when it fails or touches nothing.

    The change is made when the command is pushed.
    """

    def __init__(self, hub: Hub, change: "Change", text: str, initiator: object = None) -> None:
        super().__init__(text)
        self._hub = hub
        self._change = change
        self._initiator = initiator
        self._was_made = False

    @override
    def redo(self) -> None:
        """Make the change, for the first time or again."""
        perform = self._hub.reapply if self._was_made else self._hub.apply
        self._drop_unless_touching(perform)
        self._was_made = True

    @override
    def undo(self) -> None:
        """Take the change back."""
        self._drop_unless_touching(self._hub.revert)

    def _drop_unless_touching(self, perform: "Callable[[Change, object], Touched | None]") -> None:
        # Obsolete first: a command whose act raises would otherwise stay on the stack.
        self.setObsolete(True)
        touched = perform(self._change, self._initiator)
        self.setObsolete(not touched)
