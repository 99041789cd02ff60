"""What the clerk does: every verdict as one change on the undo stack, committed on return.

Imported in the background after the window stands there, because the operations pull in SQLAlchemy.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from desktop.core.figures import Reading, ReviewedFigure, Value
from desktop.core.looks import reading_pace
from desktop.core.places import Place
from desktop.core.reviews import Touched
from desktop.operations import moving, reviewing, signing
from desktop.operations.changes import Change
from desktop.ui.desk import Desk, is_unread
from desktop.ui.hub import Hub
from desktop.ui.labels import act_words
from desktop.ui.look_times import ClockMs, LookTimes, monotonic_ms
from desktop.ui.source.excerpts import excerpt
from desktop.ui.undo import ChangeCommand, redo, undo


class Clerk(QObject):
    """Performs verbs on the desk's report; refusals come through the hub."""

    def __init__(
        self, desk: Desk, hub: Hub, parent: QObject | None = None, clock_ms: ClockMs = monotonic_ms
    ) -> None:
        """Perform verbs; `clock_ms` measures how long figures are looked at."""
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._desk = desk
        self._hub = hub
        self._last_touched = Touched()
        hub.touched.connect(self._on_touched)
        desk.figures.value_entered.connect(self.correct_value)
        self._looks = LookTimes(clock_ms, reading_pace(), self._sentence_of)
        desk.report_shown.connect(self._looks.restart)
        desk.figure_shown.connect(self._note_shown)

    def accept(self, figure_ids: Sequence[int]) -> int:
        """Accept those of the figures that are not verified yet and return how many they were.

        Numbers nobody has read are left alone.
        """
        figures = filter(None, map(self._desk.figures.figure, figure_ids))
        if waiting := [figure for figure in figures if _can_be_accepted(figure)]:
            looks = self._looks.take(waiting)
            self._do(reviewing.accept([figure.id for figure in waiting], looks=looks))
        return len(waiting)

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

    def settle(self, figure_id: int, reading: Reading, note: str) -> None:
        """Keep what the clerk says a figure is: an acceptance where the machine read the same."""
        figure = self._desk.figures.figure(figure_id)
        if figure is None:
            return
        if reading == figure.effective and not is_unread(figure):
            self.annotate(figure_id, note)
            self.accept([figure_id])
        else:
            is_claimed_as_it_stands = reading == figure.effective
            look = self._looks.take([figure])[figure_id] if is_claimed_as_it_stands else None
            self._do(reviewing.correct(figure_id, reading, note if note != figure.note else None, look))

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

    def move(self, figure_id: int, place: Place, period: str) -> None:
        """Put a figure of the report on the desk, which is about `period`, at another place."""
        if self._desk.content is not None:
            self._do(moving.move(figure_id, place, self._desk.content.document, period))

    def open_run(self, place: Place, text: str, reading: Reading) -> None:
        """Open a run of digits that was set aside and go to it."""
        if self._desk.report_id is not None:
            self._do(reviewing.open_run(self._desk.report_id, place, text, reading))
            self._desk.go_to_first_of(self._last_touched.added_figure_ids)

    def sign_off(self) -> bool:
        """Vouch for the report on the desk; tell whether that was possible."""
        if self._desk.report_id is not None:
            self._do(signing.sign_off(self._desk.report_id))
        return bool(self._last_touched)

    def reopen_report(self, reason: str) -> None:
        """Open the report on the desk, which was signed off, for a reason."""
        if self._desk.report_id is not None:
            self._do(signing.reopen_report(self._desk.report_id, reason))

    def undo(self) -> None:
        """Take back the last change and go to what it touched."""
        text = self.tr("Taken back: {act}").format(act=self.undo_stack.undoText())
        self._last_touched = Touched()
        undo(self.undo_stack)
        self._follow(text)

    def redo(self) -> None:
        """Make the change again that was taken back and go to what it touched."""
        text = self.tr("Done again: {act}").format(act=self.undo_stack.redoText())
        self._last_touched = Touched()
        redo(self.undo_stack)
        self._follow(text)

    def perform(self, change: Change) -> bool:
        """Make a change that can be taken back as one; tell whether anything changed."""
        self._do(change)
        return bool(self._last_touched)

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

    def _on_touched(self, touched: Touched, initiator: object) -> None:
        self._last_touched = touched
        if initiator is self:
            self._looks.note_act()

    def _note_shown(self, figure: ReviewedFigure | None) -> None:
        self._looks.show(figure.id if figure else None)

    def _sentence_of(self, figure: ReviewedFigure) -> str:
        """Return what has to be read around a figure; in a sheet its indicator says all of it."""
        content = self._desk.content
        if content is None or figure.place.sheet is not None:
            return ""
        return excerpt(content.document, figure.place.start, figure.place.end).text


def _can_be_accepted(figure: ReviewedFigure) -> bool:
    return not figure.verdict.is_verified and not is_unread(figure)
