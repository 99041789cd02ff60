"""The current figure's fields: what the machine read or the clerk said, to be corrected with the keyboard."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.displays import period_text, quantity_text
from desktop.core.figures import Reading, ReviewedFigure, Verdict
from desktop.ui import labels
from desktop.ui.delegates.value_delegate import ENTER_KEYS
from desktop.ui.panels.fields_form import FieldEdit, FieldsForm
from desktop.ui.panels.lettering import make_bold


class FieldsPanel(QWidget):
    """Edits the figure it shows.

    `changed` carries figure id, Reading and note of fields that were changed and left; `entered` says that
    Enter was pressed, after `changed` where there was a change; `rejected` carries the text of a field that
    cannot be read; `left` says that Escape was pressed; `other_wanted` that the other reading was clicked.
    """

    changed = Signal(int, object, str)
    entered = Signal()
    rejected = Signal(str)
    left = Signal()
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: ReviewedFigure | None = None
        self._is_hidden = False
        self._is_dirty = False
        self.form = FieldsForm(self)
        self.note_edit = FieldEdit()
        self._state_label = QLabel()
        self._name_fields()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(4)
        layout.addWidget(self._state_label)
        layout.addWidget(self.form)
        layout.addStretch(1)
        self.setFocusProxy(self.form.value_edit)
        self._set_tab_order()
        self.form.edited.connect(self._note_edit)
        self.note_edit.textEdited.connect(self._note_edit)
        self.form.other_reading.wanted.connect(self.other_wanted)
        self.show_figure(None)

    @property
    def is_dirty(self) -> bool:
        """Whether something is typed that was not told yet."""
        return self._is_dirty

    def add_line(self, line: QWidget) -> None:
        """Add a line below the fields."""
        if (layout := self.layout()) is not None:
            layout.addWidget(line)

    def show_figure(self, figure: ReviewedFigure | None, *, is_hidden: bool = False) -> None:
        """Show a figure; what was typed on the one before is told first.

        Of one that `is_hidden` nothing is shown that gives its value away, and nothing can be edited.
        """
        if self._is_dirty:
            self.flush()
        self._is_hidden = is_hidden
        self._show(figure)

    def flush(self) -> bool:
        """Tell what was changed and not told yet; return False where it cannot be read."""
        figure, reading = self._figure, self.form.reading()
        if not self._is_dirty or figure is None:
            return True
        self._is_dirty = False
        if reading is None:
            invalid = self.form.invalid_field()
            self.rejected.emit(invalid.text() if invalid else "")
            return False
        note = self.note_edit.text().strip()
        if reading != figure.effective or note != figure.note:
            self.changed.emit(figure.id, reading, note)
        return True

    def show_typed_value(self, text: str) -> None:
        """Show, in figures and in words, a value that is being typed elsewhere."""
        self.form.value_edit.setText(text)

    def revert(self) -> None:
        """Show the figure again as it is."""
        self._show(self._figure)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.revert()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _name_fields(self) -> None:
        self.form.value_edit.setObjectName("valueEdit")
        self.form.unit_edit.setObjectName("unitEdit")
        self.form.indicator_edit.setObjectName("indicatorEdit")
        self.form.period_edit.setObjectName("periodEdit")
        self.form.kind_box.setObjectName("kindBox")
        self.form.base_box.setObjectName("baseBox")
        self.form.qualifier_box.setObjectName("qualifierBox")
        self.note_edit.setObjectName("noteEdit")
        self.note_edit.setAccessibleName(self.tr("Note"))
        self.form.add_row(self.note_edit)
        self._state_label.setObjectName("stateLabel")
        self._state_label.setWordWrap(True)
        make_bold(self._state_label)

    def _set_tab_order(self) -> None:
        form = self.form
        first_row = (form.value_edit, form.unit_edit, form.qualifier_box)
        others = (form.indicator_edit, form.kind_box, form.base_box, form.period_edit, self.note_edit)
        for before, after in pairwise((*first_row, *others)):
            QWidget.setTabOrder(before, after)

    def _show(self, figure: ReviewedFigure | None) -> None:
        self._figure = figure
        self._is_dirty = False
        if figure is not None and self._is_hidden:
            self.form.show_reading(None)
            self.note_edit.setText(figure.note)
            self._state_label.setText(f"{labels.state_word(figure)} · {labels.hidden_words()}")
            return
        self.form.show_reading(*((figure.effective, figure.other_reading) if figure else (None,)))
        self.note_edit.setText(figure.note if figure else "")
        self._state_label.setText(self._state_line(figure) if figure else "")

    def _note_edit(self) -> None:
        self._is_dirty = True

    def _enter(self) -> None:
        if self._figure is None:
            return
        if self.form.reading() is None:
            invalid = self.form.invalid_field()
            if invalid is not None:
                self.rejected.emit(invalid.text())
                invalid.setFocus()
                invalid.selectAll()
            return
        self.flush()
        self.entered.emit()

    def _state_line(self, figure: ReviewedFigure) -> str:
        parts = [labels.state_word(figure)]
        if figure.verdict is Verdict.DISMISSED:
            parts.append(labels.reason_words(figure.reason))
        if figure.said is not None:
            parts.append(
                self.tr("the machine read {text}").format(text=_read_otherwise(figure.read, figure.said))
            )
        else:
            parts.append(labels.origin_hint(figure))
        if moved := labels.place_hint(figure):
            parts.append(moved)
        if figure.decided_by:
            parts.append(self.tr("by {name}").format(name=figure.decided_by))
        return " · ".join(parts)


def _read_otherwise(read: Reading, said: Reading) -> str:
    """Return what the machine read where the clerk says something else, its quantity where all agrees."""
    pairs = (
        (quantity_text(read), quantity_text(said)),
        (f"“{read.indicator}”", f"“{said.indicator}”"),
        (labels.kind_word(read.kind), labels.kind_word(said.kind)),
        (labels.base_word(read.base), labels.base_word(said.base)),
        (period_text(read.period), period_text(said.period)),
    )
    return ", ".join(one for one, other in pairs if one != other) or pairs[0][0]
