"""Makes a figure of the text that was selected in the report."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.core.figures import Reading
from desktop.ui.panels.fields_form import FieldsForm


class FigureDialog(QDialog):
    """Shows the selected text over fields that are filled as far as it is plain; `made` carries a Reading."""

    made = Signal(object)

    def __init__(self, text: str, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figureDialog")
        self.setWindowTitle(self.tr("New figure"))
        quote = QLabel(f"“{' '.join(text.split())}”")
        quote.setWordWrap(True)
        self.form = FieldsForm(self)
        self.form.show_reading(reading)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._make)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(quote)
        layout.addWidget(self.form)
        layout.addWidget(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 100, self.sizeHint().height())
        self.form.value_edit.setFocus()
        self.form.value_edit.selectAll()

    def _make(self) -> None:
        reading = self.form.reading()
        if reading is not None:
            self.accept()
            self.made.emit(reading)
        elif (invalid := self.form.invalid_field()) is not None:
            invalid.setFocus()
            invalid.selectAll()
