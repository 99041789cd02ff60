"""A progress bar that waits for its turn to paint: Qt's own repaints the whole window's changes at once."""

from PySide6.QtWidgets import QProgressBar
from typing_extensions import override


class CalmBar(QProgressBar):
    """Shows a share without making whoever sets it wait for the paint."""

    @override
    def setValue(self, value: int) -> None:
        self.setUpdatesEnabled(False)
        super().setValue(value)
        self.setUpdatesEnabled(True)
