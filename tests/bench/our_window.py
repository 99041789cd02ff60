"""The program's own window on a workspace, watched from inside: first paint, ready for keys, and key-presses.

Run as a script with the number of key-presses and then the program's arguments.
"""

import sys
from functools import partial
from time import monotonic, perf_counter

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from typing_extensions import override

from painting import FirstPaint

POLL_MS = 2
LONGEST_S = 20.0
_exec = QApplication.exec


def main(arguments: list[str], kind: "type[Watch] | None" = None) -> int:
    """Run the program, watch its window, close it after so many presses of Enter."""
    from desktop.__main__ import main as run

    presses = int(arguments[0])
    QApplication.exec = lambda *_: _run_watched(presses, kind or Watch)  # type: ignore[method-assign]
    sys.argv[1:] = arguments[1:]
    return run()


def _run_watched(presses: int, kind: "type[Watch]") -> int:
    [window] = [widget for widget in QApplication.topLevelWidgets() if widget.objectName() == "mainWindow"]
    FirstPaint(window)
    watch = kind(window, presses)
    watch.timer.start(POLL_MS)
    return _exec()


class Watch(QObject):
    """Waits until a figure stands there with the keyboard on it, then presses Enter as often as asked."""

    def __init__(self, window: QWidget, presses: int) -> None:
        super().__init__(window)
        self._window = window
        self._presses = presses
        self._begun = monotonic()
        self.is_painted = False
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._look)

    def _look(self) -> None:
        table = self._window.findChild(QTableView, "figureTable")
        if table is not None and table.hasFocus() and table.currentIndex().isValid():
            self.timer.stop()
            QTimer.singleShot(0, partial(self._on_ready, table))
        elif monotonic() - self._begun > LONGEST_S:
            self._window.close()

    def _on_ready(self, table: QTableView) -> None:
        print(f"ready {monotonic()}", flush=True)
        table.viewport().installEventFilter(self)
        for _ in range(self._presses):
            print(f"pressed {self.press(table)}", flush=True)
        self._window.close()

    def press(self, table: QTableView) -> float:
        """Press Enter; return the seconds until another row is the current one, and painted."""
        row = table.currentIndex().row()
        begin = perf_counter()
        QTest.keyClick(table, Qt.Key.Key_Return)
        self.is_painted = False
        while table.currentIndex().row() == row or not self.is_painted:
            QApplication.processEvents()
            if perf_counter() - begin > LONGEST_S:
                raise TimeoutError
        return perf_counter() - begin

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note that the table was painted."""
        self.is_painted = self.is_painted or event.type() == QEvent.Type.Paint
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
