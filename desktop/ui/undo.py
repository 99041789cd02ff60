"""Undo and redo of everything, by one command around any change."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from desktop.core.errors import RefusalCode
from desktop.core.reviews import Touched
from desktop.ui.hub import Hub

if TYPE_CHECKING:
    from desktop.operations.changes import Change

_FOR_NOW = (RefusalCode.REPORT_SIGNED, RefusalCode.WORKSPACE_BUSY, RefusalCode.DISK_FULL)


class ChangeCommand(QUndoCommand):
    """A change on the undo stack; it drops off the stack when it fails or touches nothing.

    The change is made when the command is pushed. One that was only refused for now, because the report is
    signed off or the workspace busy, stays: `undo` and `redo` below put it back where it stood.
    """

    def __init__(self, hub: Hub, change: "Change", text: str, initiator: object = None) -> None:
        super().__init__(text)
        self._hub = hub
        self._change = change
        self._initiator = initiator
        self._was_made = False
        self.is_refused_for_now = False

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
        if self.is_refused_for_now:
            self.is_refused_for_now = False
            return
        # Obsolete first: a command whose act raises would otherwise stay on the stack.
        self.setObsolete(True)
        touched = perform(self._change, self._initiator)
        refusal = self._hub.last_refusal if touched is None else None
        self.is_refused_for_now = self._was_made and refusal is not None and refusal.code in _FOR_NOW
        self.setObsolete(not touched and not self.is_refused_for_now)


def undo(stack: QUndoStack) -> None:
    """Take back the last change on the stack; where that is refused for now, it stays to be taken back."""
    command, count = stack.command(stack.index() - 1), stack.count()
    stack.undo()
    if stack.count() == count and _is_refused_for_now(command):
        stack.redo()


def redo(stack: QUndoStack) -> None:
    """Make the change again that was taken back; where that is refused for now, it stays to be made."""
    command, count = stack.command(stack.index()), stack.count()
    stack.redo()
    if stack.count() == count and _is_refused_for_now(command):
        stack.undo()


def _is_refused_for_now(command: QUndoCommand) -> bool:
    return isinstance(command, ChangeCommand) and command.is_refused_for_now
