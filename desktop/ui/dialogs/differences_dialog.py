"""Settles what two have read differently: both readings side by side over the place, one key each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.displays import period_text, reading_text
from desktop.core.documents import Document
from desktop.core.figures import Reading, ReviewedFigure
from desktop.core.rereading import SecondReading
from desktop.ui import labels
from desktop.ui.delegates.value_delegate import ENTER_KEYS
from desktop.ui.panels.fields_form import FieldsForm
from desktop.ui.panels.lettering import make_bold
from desktop.ui.panels.place_panel import PlacePanel
from desktop.ui.source.page_loading import LoadPage
from desktop.ui.tasks import TaskRunner

_FIRST, _SECOND, _OTHER = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3


class DifferencesDialog(QDialog):
    """Shows one difference at a time; `settled` carries the SecondReading and the Reading that is right.

    `rejected_text` carries the text of a field that cannot be read.
    """

    settled = Signal(object, object)
    rejected_text = Signal(str)

    def __init__(self, runner: TaskRunner, draw_page: LoadPage | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("differencesDialog")
        self.setWindowTitle(self.tr("Differences between two readings"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._difference: SecondReading | None = None
        self.heading = QLabel()
        self.heading.setWordWrap(True)
        make_bold(self.heading)
        self.place = PlacePanel(runner=runner)
        self.place.use_pages(draw_page)
        self.place.enlarge(is_larger=True)
        self.first_label, self.second_label = QLabel(), QLabel()
        self.first_label.setObjectName("firstReading")
        self.second_label.setObjectName("secondReading")
        self.form = FieldsForm(self)
        self.form.value_edit.setObjectName("settledValueEdit")
        self.hint = QLabel(self.tr("1: the first is right · 2: the second · 3: type it anew · Esc: later"))
        self.hint.setObjectName("hint")
        self._lay_out()
        self.form.other_reading.wanted.connect(self._take_other)

    def show_difference(
        self, difference: SecondReading, figure: ReviewedFigure, document: Document, left: int
    ) -> None:
        """Show a difference, and how many are left with it."""
        self._difference = difference
        self.heading.setText(self.tr("%n difference(s) left to settle", "", left))
        self.place.show_figure(figure, document)
        self.first_label.setText(self._told("1", difference.first_by, difference.first, difference.second))
        self.second_label.setText(self._told("2", difference.who, difference.second, difference.first))
        for label in (self.first_label, self.second_label):
            label.setAccessibleName(label.text())
        self.form.show_reading(difference.first)
        self.form.hide()
        self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        difference = self._difference
        if difference is None:
            super().keyPressEvent(event)
        elif self.form.isVisible():
            self._take_typed(event, difference)
        elif event.key() == _FIRST:
            self.settled.emit(difference, difference.first)
        elif event.key() == _SECOND:
            self.settled.emit(difference, difference.second)
        elif event.key() == _OTHER:
            self.form.show()
            self.form.value_edit.setFocus()
            self.form.value_edit.selectAll()
        elif event.key() not in ENTER_KEYS:
            super().keyPressEvent(event)

    def _take_typed(self, event: QKeyEvent, difference: SecondReading) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.form.show_reading(difference.first)
            self.form.hide()
            self.setFocus()
        elif event.key() == Qt.Key.Key_F8:
            self._take_other()
        elif event.key() in ENTER_KEYS:
            reading, invalid = self.form.reading(), self.form.invalid_field()
            if reading is not None:
                self.settled.emit(difference, reading)
            elif invalid is not None:
                self.rejected_text.emit(invalid.text())
                invalid.selectAll()
        else:
            super().keyPressEvent(event)

    def _take_other(self) -> None:
        """Take what is typed the other way its dots and commas can be read."""
        other = self.form.other_value()
        if other is not None:
            self.form.take_value(other)

    def _told(self, key: str, who: str, reading: Reading, other: Reading) -> str:
        """Return a reading line by line, what the other has differently marked."""
        lines = [self.tr("{key} – {name}").format(key=key, name=who or "–")]
        for (name, text), (_, other_text) in zip(self._lines(reading), self._lines(other), strict=True):
            sign = "≠" if text != other_text else "  "
            if text or other_text:
                lines.append(f"{sign} {name}: {text or '–'}")
        return "\n".join(lines)

    def _lines(self, reading: Reading) -> list[tuple[str, str]]:
        return [
            (self.tr("Value"), reading_text(reading)),
            (self.tr("Unit"), reading.unit),
            (self.tr("Kind"), labels.kind_word(reading.kind)),
            (self.tr("Base"), labels.base_word(reading.base)),
            (self.tr("Precision"), labels.qualifier_word(reading.qualifier)),
            (self.tr("Period"), period_text(reading.period)),
            (self.tr("Indicator"), reading.indicator),
        ]

    def _lay_out(self) -> None:
        sides = QGridLayout()
        for column, label in enumerate((self.first_label, self.second_label)):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            label.setMargin(6)
            sides.addWidget(label, 0, column)
            sides.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.heading)
        layout.addWidget(self.place, 1)
        layout.addLayout(sides)
        layout.addWidget(self.form)
        layout.addWidget(self.hint)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(min(letter * 110, 1_000), letter * 70)
