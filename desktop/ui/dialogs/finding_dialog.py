"""Asks why the source is right about a finding."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.delegates.value_delegate import ENTER_KEYS


class FindingDialog(QDialog):
    """Settles a finding as the source has it; `given` carries the note, which may be empty."""

    given = Signal(str)

    def __init__(self, finding: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingDialog")
        self.setWindowTitle(self.tr("Right as the source has it"))
        told = QLabel(finding)
        told.setWordWrap(True)
        self.edit = QLineEdit()
        self.edit.setObjectName("findingNote")
        self.edit.setPlaceholderText(self.tr("Note: whom you asked, what they said"))
        self.edit.setAccessibleName(self.edit.placeholderText())
        hint = QLabel(self.tr("Enter settles the finding, Esc changes nothing."))
        hint.setObjectName("hint")
        layout = QVBoxLayout(self)
        for widget in (told, self.edit, hint):
            layout.addWidget(widget)
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.sizeHint().height())
        self.edit.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.accept()
            self.given.emit(self.edit.text())
        else:
            super().keyPressEvent(event)
