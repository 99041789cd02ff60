"""Telling when a window has first painted itself, in the same way for ours and for a bare one."""

from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class FirstPaint(QObject):
    """Prints "painted" and the time, on the clock all processes share, once the first paint is done."""

    def __init__(self, window: QWidget, *, then_close: bool = False) -> None:
        super().__init__(window)
        self._window = window
        self._then_close = then_close
        window.installEventFilter(self)

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint, then for the loop to come round."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        print(f"painted {monotonic()}", flush=True)
        if self._then_close:
            self._window.close()
