"""The fields of one reading, to be filled in: value, unit, kind, base, qualifier, period, indicator."""

from dataclasses import replace
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from desktop.core.displays import MOST_DECIMALS, decimals_of, editable_text, period_from_text, period_text
from desktop.core.extraction.numbers import parse_number
from desktop.core.extraction.typed_numbers import other_typed_value
from desktop.core.figures import Base, Kind, Qualifier, Reading, Value
from desktop.core.words import in_words
from desktop.ui import labels
from desktop.ui.panels.choice_box import ChoiceBox
from desktop.ui.panels.completing import Completing
from desktop.ui.panels.lettering import make_italic
from desktop.ui.panels.other_reading import OtherReading
from desktop.ui.source.looks import warning_text

_Choice = TypeVar("_Choice", bound=StrEnum)
_NARROWEST_LETTERS = 9
_TWO_WAYS = "⚠"
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


class FieldsForm(QWidget):
    """Shows a reading in fields and reads it back; `edited` says that the clerk changed one of them.

    `other_reading` stands below the value in words: a second way of reading what is shown or typed. Each
    field is one key away: Alt with the digit before its name.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._other: Reading | None = None
        self._count = 0
        self.value_edit = self._line(self.tr("Value"))
        self.unit_edit = self._line(self.tr("Unit"))
        self.indicator_edit = self._line(self.tr("Indicator"))
        self.period_edit = self._line(self.tr("Period"))
        self.kind_box = self._choice(self.tr("Kind"))
        self.base_box = self._choice(self.tr("Base"))
        self.qualifier_box = self._choice(self.tr("Precision"))
        self.words_label = QLabel()
        self.other_reading = OtherReading()
        self.units = Completing(self.unit_edit)
        self.indicators = Completing(self.indicator_edit)
        self._fill_choices()
        self._lay_out()
        self._set_up_words()

    def show_reading(self, reading: Reading | None, other: Reading | None = None) -> None:
        """Show a reading and how else its number can be read, or empty fields that cannot be edited."""
        self._reading, self._other = reading, other
        self.setEnabled(reading is not None)
        self.fill(reading or _NOTHING)
        if reading is None:
            self.value_edit.clear()

    def fill(self, shown: Reading) -> None:
        """Write a reading into the fields; what they are compared with stays."""
        self.value_edit.setText(editable_text(shown.value))
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

    def other_value(self) -> Value | None:
        """Return the number by the second way of reading it: as it is typed, else as it was read."""
        typed = other_typed_value(self.value_edit.text()) if self._is_value_typed() else None
        return typed or (self._other.value if self._other else None)

    def take_value(self, value: Value) -> None:
        """Write another value into its field, as if the clerk had typed it."""
        self.value_edit.setText(editable_text(value))
        self.edited.emit()

    def show_words(self) -> None:
        """Say value and unit in words, as they stand in the fields; in red where there is another way."""
        value, other = self._value(), self._other_shown()
        words = _spoken(value, self.unit_edit.text().strip()) if value else ""
        palette = QPalette(self.palette())
        if other is not None and words:
            words = f"{_TWO_WAYS} {words}"
            palette.setColor(QPalette.ColorRole.WindowText, warning_text(palette))
        self.words_label.setPalette(palette)
        self.words_label.setText(words)
        self.other_reading.show_reading(other)

    def _other_shown(self) -> Reading | None:
        """Return the second reading of what stands in the field now."""
        if not self._is_value_typed():
            return self._other
        typed = other_typed_value(self.value_edit.text())
        return replace(self._reading, value=typed) if typed and self._reading else None

    def _is_value_typed(self) -> bool:
        return self._reading is not None and self.value_edit.text() != editable_text(self._reading.value)

    def _value(self) -> Value | None:
        # What was not typed over stays exact, however it is shown.
        if self._reading and not self._is_value_typed():
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
        self._count += 1
        label = QLabel(f"&{self._count} {field.accessibleName()}")
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
