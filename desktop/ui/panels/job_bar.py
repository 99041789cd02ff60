"""The line that shows a job on files under way, with its progress and a button to cancel it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.ui.panels.calm_bar import CalmBar

_WIDTH = 160


class JobBar(QWidget):
    """Shows nothing until a file is begun; `cancelled` says that the clerk does not want it after all.

    `job` begins the names of its parts; `progress_name` is what a screen reader calls the progress.
    """

    cancelled = Signal()

    def __init__(self, job: str, progress_name: str, cancel_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{job}Bar")
        self._label = QLabel()
        self._bar = CalmBar()
        self._bar.setObjectName(f"{job}Progress")
        self._bar.setAccessibleName(progress_name)
        self._bar.setRange(0, 100)
        self._bar.setFixedWidth(_WIDTH)
        self.cancel_button = QToolButton()
        self.cancel_button.setObjectName(f"cancel{job.capitalize()}")
        self.cancel_button.setText(cancel_text)
        self.cancel_button.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        for widget in (self._label, self._bar, self.cancel_button):
            layout.addWidget(widget)
        self.hide()

    def show_begun(self, text: str) -> None:
        """Show that a file is begun, in the words of `text`."""
        self._label.setText(text)
        self._bar.setValue(0)
        self.show()

    def show_share(self, share: float) -> None:
        """Show how much of the file is done, from 0 to 1."""
        self._bar.setValue(round(share * 100))
