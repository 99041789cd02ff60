"""The line that shows an export under way, with its progress and a button to cancel it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.panels.job_bar import JobBar


class ExportBar(JobBar):
    """Shows nothing until a file is begun; `cancelled` says that the clerk does not want it after all.

    The button has the keyboard by Tab, and Escape on it cancels as well.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        progress = translate("ExportBar", "Progress of the export")
        super().__init__("export", progress, translate("ExportBar", "Cancel export"), parent)
        self.cancel_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_file(self, name: str) -> None:
        """Show that a file is begun."""
        self.show_begun(self.tr("Exporting {name}").format(name=name))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
