"""The line that shows an import under way, with its progress and a button to cancel it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.panels.job_bar import JobBar


class ImportBar(JobBar):
    """Shows nothing until a file is begun; `cancelled` says that the clerk wants no more of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        progress = translate("ImportBar", "Progress of the import")
        super().__init__("import", progress, translate("ImportBar", "Cancel import"), parent)

    def show_file(self, name: str, number: int, count: int) -> None:
        """Show that a file is begun, the `number`th of `count`."""
        text = self.tr("Reading {name} ({number}/{count})")
        self.show_begun(text.format(name=name, number=number, count=count))
