"""What the clerk does: every verdict as one change on the undo stack, committed on return.

Imported in the background after the window stands there, because the operations pull in SQLAlchemy.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from desktop.core.figures import Reading, ReviewedFigure, Value
from desktop.core.places import Place
from desktop.core.reviews import Touched
from desktop.operations import reviewing
from desktop.operations.changes import Change
from desktop.ui.desk import Desk, is_unread
from desktop.ui.hub import Hub
from desktop.ui.labels import act_words
from desktop.ui.undo import ChangeCommand


class Clerk(QObject):
    """Performs verbs on the desk's report; refusals come through the hub."""

    def __init__(self, desk: Desk, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._desk = desk
        self._hub = hub
        self._last_touched = Touched()
        hub.touched.connect(self._on_touched)
        desk.figures.value_entered.connect(self.correct_value)

    def accept(self, figure_ids: Sequence[int]) -> None:
        """Accept those of the figures that are not verified yet; numbers nobody has read are left alone."""
        figures = filter(None, map(self._desk.figures.figure, figure_ids))
        if waiting := [figure.id for figure in figures if _can_be_accepted(figure)]:
            self._do(reviewing.accept(waiting))

    def dismiss(self, figure_ids: Sequence[int], reason: str) -> None:
        """Set figures aside for a reason."""
        self._do(reviewing.dismiss(figure_ids, reason))

    def doubt(self, figure_ids: Sequence[int]) -> None:
        """Leave figures for later."""
        self._do(reviewing.doubt(figure_ids))

    def reopen(self, figure_ids: Sequence[int]) -> None:
        """Take verdicts back."""
        self._do(reviewing.reopen(figure_ids))

    def correct_value(self, figure_id: int, value: Value) -> None:
        """Settle a figure with another value, all else as it is."""
        figure = self._desk.figures.figure(figure_id)
        if figure is not None:
            self.settle(figure_id, replace(figure.effective, value=value), figure.note)

    def take_other(self, figure_id: int) -> None:
        """Settle a figure with its number read the second way, where there is one."""
        figure = self._desk.figures.figure(figure_id)
        if figure is not None and (other := figure.other_reading):
            self.settle(figure_id, other, figure.note)

    def settle(self, figure_id: int, reading: Reading, note: str) -> None:
        """Keep what the clerk says a figure is: an acceptance where the machine read the same."""
        figure = self._desk.figures.figure(figure_id)
        if figure is None:
            return
        if reading == figure.effective and not is_unread(figure):
            self.annotate(figure_id, note)
            self.accept([figure_id])
        else:
            self._do(reviewing.correct(figure_id, reading, note if note != figure.note else None))

    def annotate(self, figure_id: int, note: str) -> None:
        """Write a figure's note."""
        figure = self._desk.figures.figure(figure_id)
        if figure is not None and note != figure.note:
            self._do(reviewing.annotate(figure_id, note))

    def add(self, place: Place, text: str, reading: Reading) -> None:
        """Make a figure of a place of the report and go to it."""
        if self._desk.report_id is not None:
            self._do(reviewing.add(self._desk.report_id, place, text, reading))
            self._desk.go_to_first_of(self._last_touched.added_figure_ids)

    def perform(self, change: Change) -> None:
        """Make any change, to be undone like every other."""
        self._do(change)

    def undo(self) -> None:
        """Take back the last change and go to what it touched."""
        text = self.tr("Taken back: {act}").format(act=self.undo_stack.undoText())
        self._last_touched = Touched()
        self.undo_stack.undo()
        self._follow(text)

    def redo(self) -> None:
        """Make the change again that was taken back and go to what it touched."""
        text = self.tr("Done again: {act}").format(act=self.undo_stack.redoText())
        self._last_touched = Touched()
        self.undo_stack.redo()
        self._follow(text)

    def _do(self, change: Change) -> None:
        self._last_touched = Touched()
        self.undo_stack.push(ChangeCommand(self._hub, change, act_words(change.label), self))

    def _follow(self, text: str) -> None:
        touched = self._last_touched
        if touched:
            self._desk.said.emit(text)
        if self._desk.go_to_first_of(touched.figure_ids):
            return
        if touched.report_ids and self._desk.report_id not in touched.report_ids:
            self._desk.open_report(touched.report_ids[0], next(iter(touched.figure_ids), None))

    def _on_touched(self, touched: Touched, _initiator: object) -> None:
        self._last_touched = touched


def _can_be_accepted(figure: ReviewedFigure) -> bool:
    return not figure.verdict.is_verified and not is_unread(figure)
