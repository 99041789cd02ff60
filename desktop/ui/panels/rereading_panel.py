"""The second reading of one figure after the other: its place, its fields, and its value shown or hidden.

It stands in the place of the table and the fields, so that nothing beside it gives a hidden value away; of a
figure that is typed unseen the value is in none of its fields, words or names.
"""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.documents import Document
from desktop.core.figures import Kind, Reading, ReviewedFigure, Value
from desktop.core.rereading import Mode
from desktop.ui.delegates.value_delegate import ENTER_KEYS
from desktop.ui.panels.fields_form import FieldsForm
from desktop.ui.panels.lettering import make_bold
from desktop.ui.panels.place_panel import PlacePanel
from desktop.ui.source.looks import warning_text
from desktop.ui.tasks import TaskRunner

_HIDDEN = Value(Decimal(0))
_FIELDS = ("unit", "kind", "base", "indicator", "qualifier", "period")


class RereadingPanel(QWidget):
    """Asks for one second reading at a time.

    `answered` carries the Reading given and how often the value was typed; `rejected` the text of a field
    that cannot be read; `moved` the step (1 or -1) to another figure, none being given.
    """

    answered = Signal(object, int)
    rejected = Signal(str)
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, runner: TaskRunner) -> None:
        """Make the panel; pages are drawn through `runner`."""
        super().__init__(parent)
        self.setObjectName("rereadingPanel")
        self._figure: ReviewedFigure | None = None
        self._mode = Mode.REVIEW
        self._baseline: Reading | None = None
        self._tries = 1
        self.heading = QLabel()
        self.heading.setObjectName("rereadingHeading")
        self.heading.setWordWrap(True)
        make_bold(self.heading)
        self.hint = QLabel()
        self.hint.setObjectName("rereadingHint")
        self.hint.setWordWrap(True)
        self.place = PlacePanel(runner=runner)
        self.form = FieldsForm(self)
        self._name()
        self.form.other_reading.wanted.connect(self._take_other)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(6)
        layout.addWidget(self.heading)
        layout.addWidget(self.place, 1)
        layout.addWidget(self.hint)
        layout.addWidget(self.form)
        self.setFocusProxy(self.form.value_edit)

    def show_figure(
        self, figure: ReviewedFigure | None, mode: Mode, document: Document | None, heading: str
    ) -> None:
        """Show a figure to be read again, with its value or without."""
        self._figure, self._mode, self._tries = figure, mode, 1
        self.heading.setText(heading)
        self.place.enlarge(is_larger=False)
        self.place.show_figure(figure, document)
        self._fill()
        self._say(self._question(), is_warning=False)
        self.form.value_edit.setFocus()

    def ask_again(self) -> None:
        """Show the place larger and ask for the value once more; what was read first stays hidden."""
        self._tries += 1
        self.place.enlarge(is_larger=True)
        self.form.value_edit.clear()
        self._say(self.tr("That does not agree. Look at the page and type the value again."), is_warning=True)
        self.form.value_edit.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self._fill()
            self.form.value_edit.setFocus()
        elif event.key() == Qt.Key.Key_F3:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.moved.emit(-1 if is_back else 1)
        elif event.key() == Qt.Key.Key_F8:
            self._take_other()
        else:
            super().keyPressEvent(event)

    def _name(self) -> None:
        """Give the parts names of their own, beside those of the first reading."""
        self.place.setObjectName("secondPlaceView")
        self.form.value_edit.setObjectName("secondValueEdit")
        self.form.words_label.setObjectName("secondValueInWords")
        self.form.other_reading.label.setObjectName("secondOtherReading")
        self.form.other_reading.button.setObjectName("takeSecondOther")

    def _take_other(self) -> None:
        """Take what is typed the other way its dots and commas can be read."""
        other = self.form.other_value()
        if other is not None:
            self.form.take_value(other)

    def _fill(self) -> None:
        """Fill the fields as they were before anything was typed."""
        if self._figure is None:
            self.form.show_reading(None)
            return
        is_hidden = self._mode is Mode.REKEY
        shown = replace(self._figure.effective, value=_HIDDEN) if is_hidden else self._figure.effective
        self.form.show_reading(shown)
        self._baseline = self.form.reading()
        if is_hidden:
            self.form.value_edit.clear()
        self.form.value_edit.selectAll()

    def _enter(self) -> None:
        if self._figure is None:
            return
        reading = self.form.reading()
        if reading is not None:
            self.answered.emit(self._told(self._figure.effective, reading), self._tries)
            return
        invalid = self.form.invalid_field()
        if invalid is not None:
            self.rejected.emit(invalid.text())
            invalid.setFocus()
            invalid.selectAll()

    def _told(self, first: Reading, given: Reading) -> Reading:
        """Return `first` with what was changed in the fields; what nobody touched stays as it is written."""
        baseline = self._baseline or given
        changed = {name: getattr(given, name) for name in _FIELDS if _differs(name, given, baseline)}
        return replace(first, value=given.value, **changed)

    def _question(self) -> str:
        if self._figure is None:
            return ""
        if self._mode is Mode.REVIEW:
            return self.tr("Enter: agrees with the page. Otherwise type what the page says, then Enter.")
        if self._figure.effective.kind is Kind.CHANGE:
            return self.tr("Type the value from the page, a fall with a minus sign, then Enter.")
        return self.tr("Type the value from the page, then Enter.")

    def _say(self, text: str, *, is_warning: bool) -> None:
        palette = QPalette(self.palette())
        if is_warning:
            palette.setColor(QPalette.ColorRole.WindowText, warning_text(palette))
        self.hint.setPalette(palette)
        self.hint.setText(text)
        self.form.value_edit.setAccessibleDescription(text)


def _differs(name: str, one: Reading, other: Reading) -> bool:
    return bool(getattr(one, name) != getattr(other, name))
