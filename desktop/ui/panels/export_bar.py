"""The line that shows an export under way, with its progress and a button to cancel it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from desktop.ui.panels.calm_bar import CalmBar


class ExportBar(QWidget):
    """Shows nothing until a file is begun; `cancelled` says that the clerk does not want it after all.

    The button has the keyboard by Tab, and Escape on it cancels as well.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exportBar")
        self._label = QLabel()
        self._bar = CalmBar()
        self._bar.setObjectName("exportProgress")
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self._bar.setRange(0, 100)
        self._bar.setFixedWidth(160)
        cancel = QToolButton()
        cancel.setObjectName("cancelExport")
        cancel.setText(self.tr("Cancel export"))
        cancel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        for widget in (self._label, self._bar, cancel):
            layout.addWidget(widget)
        self.hide()

    def show_file(self, name: str) -> None:
        """Show that a file is begun."""
        self._label.setText(self.tr("Exporting {name}").format(name=name))
        self._bar.setValue(0)
        self.show()

    def show_share(self, share: float) -> None:
        """Show how much of the file is done, from 0 to 1."""
        self._bar.setValue(round(share * 100))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
