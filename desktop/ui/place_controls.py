"""The place of the current figure moved and grown by keys: shown at once, kept with Enter, left with Esc."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from desktop.core.figures import ReviewedFigure
from desktop.core.place_steps import Step, stepped
from desktop.core.places import Place
from desktop.ui.marks import marks_of
from desktop.ui.panels.figure_table import STARTS_A_NUMBER
from desktop.ui.panes import Panes
from desktop.ui.report_content import ReportContent
from desktop.ui.suggestions import figure_at

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession

_STEP_BY_ACTION = {
    "place_end_back": Step.END_BACK,
    "place_end_on": Step.END_ON,
    "place_start_back": Step.START_BACK,
    "place_start_on": Step.START_ON,
    "place_number_back": Step.NUMBER_BACK,
    "place_number_on": Step.NUMBER_ON,
    "place_up": Step.UP,
    "place_down": Step.DOWN,
}
_SETTLING = (
    *("accept_row", "accept_column", "edit_value", "take_other", "edit_fields", "dismiss", "dismiss_again"),
    *("doubt", "reopen", "claim", "sign_off"),
)


class PlaceControls(QObject):
    """Holds the place that is proposed for the current figure until it is kept or left.

    Whatever else is said of the figure keeps the place first; going to another figure leaves it.
    """

    said = Signal(str)

    def __init__(
        self, session: "ReviewSession", panes: Panes, actions: Mapping[str, QAction], window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = session.desk
        self._clerk = session.clerk
        self._panes = panes
        self._figure_id: int | None = None
        self._place: Place | None = None
        for name, step in _STEP_BY_ACTION.items():
            actions[name].triggered.connect(partial(self.step, step))
        for name in _SETTLING:
            actions[name].triggered.connect(self.keep)
        self._ways_out = [self._way_out(pane) for pane in (panes.table, panes.source, panes.place)]
        panes.table.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_before_fields)

    def follow(self) -> None:
        """Follow the desk from now on; whatever shows the current figure must be connected before."""
        self._desk.figure_shown.connect(self._follow_figure)

    def step(self, step: Step) -> None:
        """Propose the place that is one step further."""
        current, content = self._desk.current, self._desk.content
        if current is None or content is None or self._panes.table.is_editing:
            return
        place = stepped(content.document, self._place or current.place, step)
        if place is None:
            self.said.emit(self.tr("The place cannot go further that way."))
            return
        self._propose(current, self._with_unit(content, place) if step.is_to_number else place)

    def keep(self) -> bool:
        """Keep the place that is proposed, where there is one; tell whether there was."""
        figure_id, place, content = self._figure_id, self._place, self._desk.content
        if figure_id is None or place is None or content is None:
            return False
        self._forget()
        self._clerk.move(figure_id, place, self._panes.outline.report_period())
        figure = self._desk.figures.figure(figure_id)
        if figure is not None and not figure.place.is_same_span(place):
            self._show(figure)
        elif figure is not None:
            self.said.emit(self.tr("Moved to “{text}”; its value stays.").format(text=_short(figure.text)))
        return True

    def leave(self) -> bool:
        """Take back what was proposed and not kept; tell whether there was anything."""
        figure = None if self._figure_id is None else self._desk.figures.figure(self._figure_id)
        was_proposed = self._place is not None
        self._forget()
        if figure is not None:
            self._panes.source.update_marks(list(marks_of([figure])))
            if figure == self._desk.current:
                self._show(figure)
        return was_proposed

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when a value begins to be typed: it is the value of that place."""
        if (
            self._place is not None
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.text()
            and event.text() in STARTS_A_NUMBER
        ):
            self.keep()
        return super().eventFilter(watched, event)

    def _propose(self, figure: ReviewedFigure, place: Place) -> None:
        if place.is_same_span(figure.place):
            self.leave()
            return
        self._figure_id, self._place = figure.id, place
        for way_out in self._ways_out:
            way_out.setEnabled(True)
        shown = self._proposed(figure, place)
        self._show(shown)
        words = self.tr("“{text}” · Enter keeps this place, Esc leaves it")
        self.said.emit(words.format(text=_short(shown.text)))

    def _proposed(self, figure: ReviewedFigure, place: Place) -> ReviewedFigure:
        content = self._desk.content
        text = content.document.text[place.start : place.end] if content else ""
        return figure.moved_to(place, text)

    def _show(self, figure: ReviewedFigure) -> None:
        """Show a figure in the report and enlarged where this says it stands."""
        self._panes.source.update_marks(list(marks_of([figure])))
        self._panes.source.show_current(figure.id)
        content = self._desk.content
        self._panes.place.show_figure(figure, content.document if content else None)

    def _with_unit(self, content: ReportContent, place: Place) -> Place:
        """Return the place of a number with what of the text belongs to it, its unit above all."""
        found = figure_at(content, place, self._panes.outline.report_period())
        is_around = found is not None and found.place.start <= place.start and place.end <= found.place.end
        return found.place if found is not None and is_around else place

    def _forget(self) -> None:
        self._figure_id = self._place = None
        for way_out in self._ways_out:
            way_out.setEnabled(False)

    def _leave_by_key(self) -> None:
        self.leave()

    def _follow_figure(self, figure: ReviewedFigure | None) -> None:
        if self._place is None:
            return
        if figure is not None and figure.id == self._figure_id:
            self._show(self._proposed(figure, self._place))
        else:
            self.leave()
            self.said.emit(self.tr("The new place was not kept: Enter would have kept it."))

    def _keep_before_fields(self, _left: QWidget | None, reached: QWidget | None) -> None:
        if self._place is not None and reached is not None and self._panes.fields.isAncestorOf(reached):
            self.keep()

    def _way_out(self, pane: QWidget) -> QShortcut:
        shortcut = QShortcut(Qt.Key.Key_Escape, pane)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setEnabled(False)
        shortcut.activated.connect(self._leave_by_key)
        return shortcut


def _short(text: str) -> str:
    """Return a text on one line, its middle left out where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:40]} … {line[-15:]}"
