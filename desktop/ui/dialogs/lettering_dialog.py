"""Asks in which encoding the letters of a file are, showing how each reading looks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.lettering import Lettering, Sample
from desktop.ui.panels.lettering import make_bold

_LONGEST_LINE = 90


class LetteringDialog(QDialog):
    """Shows lines of the file in every reading, the likeliest first; `chosen` carries an Encoding."""

    chosen = Signal(object)

    def __init__(self, name: str, lettering: Lettering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letteringDialog")
        self.setWindowTitle(self.tr("Letters of an old font"))
        asked = self.tr(
            "{name} seems to be written in an old font, but which is not certain. Which of these reads right?"
        )
        question = QLabel(asked.format(name=name))
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWordWrap(True)
        self._encodings = [sample.encoding for sample in lettering.samples]
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(question)
        for number, sample in enumerate(lettering.samples):
            self._add_reading(number, sample, layout)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 100, self.sizeHint().height())

    def _add_reading(self, number: int, sample: Sample, layout: QVBoxLayout) -> None:
        button = QRadioButton(self._name(sample.encoding))
        button.setObjectName(f"reading-{sample.encoding}")
        make_bold(button)
        self._group.addButton(button, number)
        preview = QLabel("\n".join(line[:_LONGEST_LINE] for line in sample.lines))
        preview.setObjectName(f"preview-{sample.encoding}")
        preview.setTextFormat(Qt.TextFormat.PlainText)
        preview.setIndent(self.fontMetrics().averageCharWidth() * 4)
        button.setAccessibleDescription(preview.text())
        layout.addWidget(button)
        layout.addWidget(preview)
        if number == 0:
            button.setChecked(True)
            button.setFocus()

    def _name(self, encoding: Encoding) -> str:
        match encoding:
            case Encoding.TCVN3:
                return self.tr("TCVN3 (.VnTime, .VnArial)")
            case Encoding.VNI:
                return self.tr("VNI (VNI-Times)")
            case Encoding.VIQR:
                return self.tr("VIQR (marks typed behind the letters)")
            case Encoding.CP1258:
                return self.tr("Windows 1258")
            case _:
                return self.tr("As it is")

    def _choose(self) -> None:
        encoding = self._encodings[self._group.checkedId()]
        self.accept()
        self.chosen.emit(encoding)
