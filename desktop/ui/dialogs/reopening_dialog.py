"""Asks why a report that was signed off is opened again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget


class ReopeningDialog(QDialog):
    """A line for the reason, which Enter gives; without one nothing happens. `given` carries it."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reopeningDialog")
        self.setWindowTitle(self.tr("Open the report again"))
        self.reason_edit = QLineEdit()
        self.reason_edit.setObjectName("reopeningReasonEdit")
        self.reason_edit.setPlaceholderText(self.tr("Reason in a few words, then Enter"))
        self.reason_edit.setAccessibleName(self.tr("Reason"))
        question = QLabel(self.tr("Why is the report opened again? The reason is kept in the log."))
        question.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self._give)
        self._buttons.rejected.connect(self.reject)
        self.reason_edit.textChanged.connect(self._allow)
        layout = QVBoxLayout(self)
        layout.addWidget(question)
        layout.addWidget(self.reason_edit)
        layout.addWidget(self._buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 70, self.sizeHint().height())
        self._allow()

    def _allow(self) -> None:
        has_reason = bool(self.reason_edit.text().strip())
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(has_reason)

    def _give(self) -> None:
        reason = " ".join(self.reason_edit.text().split())
        if reason:
            self.accept()
            self.given.emit(reason)
