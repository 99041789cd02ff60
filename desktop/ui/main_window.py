"""The main window itself: it stands on the screen before anything is in it.

Imports nothing but Qt, so that it paints at once; the workbench moves in afterwards.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

_GEOMETRY = "window/geometry"
_FIRST_SIZE = (1440, 860)


class MainWindow(QMainWindow):
    """The program's window; it remembers where it stood.

    `first_painted` says once that it stands on the screen, `files_dropped` carries the paths of files that
    were dropped on it, `closing` says that it is about to close.
    """

    first_painted = Signal()
    files_dropped = Signal(list)
    closing = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self._was_painted = False
        self.setObjectName("mainWindow")
        self.setWindowTitle("Đối Chiếu")
        self._restore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.files_dropped.emit([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def _restore(self) -> None:
        geometry = self._settings.value(_GEOMETRY)
        if not isinstance(geometry, QByteArray) or not self.restoreGeometry(geometry):
            available = self.screen().availableSize()
            self.resize(min(_FIRST_SIZE[0], available.width()), min(_FIRST_SIZE[1], available.height()))
