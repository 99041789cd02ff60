"""The line that shows an import under way, with its progress and a button to cancel it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.ui.panels.calm_bar import CalmBar


class ImportBar(QWidget):
    """Shows nothing until a file is begun; `cancelled` says that the clerk wants no more of it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importBar")
        self._label = QLabel()
        self._bar = CalmBar()
        self._bar.setObjectName("importProgress")
        self._bar.setAccessibleName(self.tr("Progress of the import"))
        self._bar.setRange(0, 100)
        self._bar.setFixedWidth(160)
        cancel = QToolButton()
        cancel.setObjectName("cancelImport")
        cancel.setText(self.tr("Cancel import"))
        cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        for widget in (self._label, self._bar, cancel):
            layout.addWidget(widget)
        self.hide()

    def show_file(self, name: str, number: int, count: int) -> None:
        """Show that a file is begun, the `number`th of `count`."""
        self._label.setText(
            self.tr("Reading {name} ({number}/{count})").format(name=name, number=number, count=count)
        )
        self._bar.setValue(0)
        self.show()

    def show_share(self, share: float) -> None:
        """Show how much of the file is done, from 0 to 1."""
        self._bar.setValue(round(share * 100))
