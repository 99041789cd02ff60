"""The fields of one reading, to be filled in: value, unit, kind, base, qualifier, period, indicator."""

from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from desktop.core.displays import MOST_DECIMALS, decimals_of, editable_text, period_from_text, period_text
from desktop.core.extraction.numbers import parse_number
from desktop.core.figures import Base, Kind, Qualifier, Reading, Value
from desktop.core.words import in_words
from desktop.ui import labels
from desktop.ui.panels.lettering import make_italic
from desktop.ui.panels.other_reading import OtherReading

_Choice = TypeVar("_Choice", bound=StrEnum)
_NARROWEST_LETTERS = 9
_NOTHING = Reading(Value(Decimal(0)))


class FieldEdit(QLineEdit):
    """A line whose Ctrl+Z and Ctrl+Y are its own only while there is typing to take back."""

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_idle_undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            is_idle_redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if is_idle_undo or is_idle_redo:
                event.ignore()
                return True
        return super().event(event)


class ChoiceBox(QComboBox):
    """A choice that the wheel does not change in passing."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class FieldsForm(QWidget):
    """Shows a reading in fields and reads it back; `edited` says that the clerk changed one of them.

    `other_reading` stands below the value in words, shown by who has another reading to offer.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self.value_edit = self._line(self.tr("Value"))
        self.unit_edit = self._line(self.tr("Unit"))
        self.indicator_edit = self._line(self.tr("Indicator"))
        self.period_edit = self._line(self.tr("Period"))
        self.kind_box = self._choice(self.tr("Kind"))
        self.base_box = self._choice(self.tr("Base"))
        self.qualifier_box = self._choice(self.tr("Precision"))
        self.words_label = QLabel()
        self.other_reading = OtherReading()
        self._fill_choices()
        self._lay_out()
        self._set_up_words()

    def show_reading(self, reading: Reading | None) -> None:
        """Show a reading, or empty fields that cannot be edited."""
        self._reading = reading
        self.setEnabled(reading is not None)
        shown = reading or _NOTHING
        self.value_edit.setText(editable_text(shown.value) if reading else "")
        self.unit_edit.setText(shown.unit)
        self.indicator_edit.setText(shown.indicator)
        for edit in (self.unit_edit, self.indicator_edit):
            edit.setCursorPosition(0)
        self.period_edit.setText(period_text(shown.period))
        self.kind_box.setCurrentIndex(self.kind_box.findData(shown.kind))
        self.base_box.setCurrentIndex(self.base_box.findData(shown.base))
        self.qualifier_box.setCurrentIndex(self.qualifier_box.findData(shown.qualifier))
        self.show_words()

    def reading(self) -> Reading | None:
        """Return what the fields say, None where value or period cannot be read."""
        value, period = self._value(), self._period()
        if value is None or period is None:
            return None
        return Reading(
            value=value,
            unit=_tidy(self.unit_edit.text()),
            kind=_chosen(self.kind_box, Kind),
            base=_chosen(self.base_box, Base),
            indicator=_tidy(self.indicator_edit.text()),
            qualifier=_chosen(self.qualifier_box, Qualifier),
            period=period,
        )

    def invalid_field(self) -> QLineEdit | None:
        """Return the field that cannot be read, None where all can."""
        if self._value() is None:
            return self.value_edit
        return self.period_edit if self._period() is None else None

    def show_words(self) -> None:
        """Say value and unit in words, as they stand in the fields."""
        value = self._value()
        self.words_label.setText(_spoken(value, self.unit_edit.text().strip()) if value else "")

    def _value(self) -> Value | None:
        # What was not typed over stays exact, however it is shown.
        if self._reading and self.value_edit.text() == editable_text(self._reading.value):
            return self._reading.value
        return parse_number(self.value_edit.text())

    def _period(self) -> str | None:
        if self._reading and self.period_edit.text() == period_text(self._reading.period):
            return self._reading.period
        return period_from_text(self.period_edit.text())

    def _line(self, name: str) -> FieldEdit:
        edit = FieldEdit()
        edit.setAccessibleName(name)
        edit.setMinimumWidth(edit.fontMetrics().averageCharWidth() * _NARROWEST_LETTERS)
        edit.textEdited.connect(self.edited)
        return edit

    def _choice(self, name: str) -> ChoiceBox:
        box = ChoiceBox()
        box.setAccessibleName(name)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_NARROWEST_LETTERS // 2)
        box.setMinimumWidth(box.fontMetrics().averageCharWidth() * _NARROWEST_LETTERS)
        box.activated.connect(self.edited)
        return box

    def _fill_choices(self) -> None:
        for kind in Kind:
            self.kind_box.addItem(labels.kind_word(kind), kind)
        for base in Base:
            self.base_box.addItem(labels.base_word(base), base)
        for qualifier in Qualifier:
            self.qualifier_box.addItem(labels.qualifier_word(qualifier), qualifier)

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        for column in (1, 3, 5):
            self._grid.setColumnStretch(column, 1)
        self._place(self.value_edit, 0, 0)
        self._place(self.unit_edit, 0, 2)
        self._place(self.qualifier_box, 0, 4)
        self._grid.addWidget(self.words_label, 1, 1, 1, 5)
        self._grid.addWidget(self.other_reading, 2, 1, 1, 5)
        self._place(self.indicator_edit, 3, 0, span=5)
        self._place(self.kind_box, 4, 0)
        self._place(self.base_box, 4, 2)
        self._place(self.period_edit, 4, 4)

    def add_row(self, field: QWidget) -> None:
        """Add a field of its own below the others, over the whole width."""
        self._place(field, self._grid.rowCount(), 0, span=5)

    def _place(self, field: QWidget, row: int, column: int, *, span: int = 1) -> None:
        label = QLabel(field.accessibleName())
        label.setBuddy(field)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, row, column)
        self._grid.addWidget(field, row, column + 1, 1, span)

    def _set_up_words(self) -> None:
        self.value_edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.words_label.setObjectName("valueInWords")
        self.words_label.setWordWrap(True)
        make_italic(self.words_label)
        self.value_edit.textChanged.connect(self.show_words)
        self.unit_edit.textChanged.connect(self.show_words)


def _chosen(box: QComboBox, choices: type[_Choice]) -> _Choice:
    return choices(str(box.currentData()))


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _spoken(value: Value, unit: str) -> str:
    """Return value and unit in words; decimals nobody would read out end in "…"."""
    if decimals_of(value) <= MOST_DECIMALS or value.high is not None:
        return in_words(value, unit)
    cut = value.number.quantize(Decimal(1).scaleb(1 - MOST_DECIMALS), ROUND_DOWN)
    return f"{in_words(Value(cut), '')}… {unit}".strip()
