"""The program's own window, its table scrolled page by page: how long each page takes to stand there.

Run as a script with the number of pages and then the program's arguments.
"""

import sys
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from typing_extensions import override

import our_window
from our_window import LONGEST_S


class _Scroll(our_window.Watch):
    @override
    def press(self, table: QTableView) -> float:
        """Press the page key; return the seconds until the table is painted elsewhere."""
        bar = table.verticalScrollBar()
        key = Qt.Key.Key_PageDown if bar.value() < bar.maximum() else Qt.Key.Key_Home
        begin = perf_counter()
        self.is_painted = False
        QTest.keyClick(table, key, _modifier(key))
        while not self.is_painted:
            QApplication.processEvents()
            if perf_counter() - begin > LONGEST_S:
                raise TimeoutError
        return perf_counter() - begin


def _modifier(key: Qt.Key) -> Qt.KeyboardModifier:
    is_whole = key is Qt.Key.Key_Home
    return Qt.KeyboardModifier.ControlModifier if is_whole else Qt.KeyboardModifier.NoModifier


if __name__ == "__main__":
    sys.exit(our_window.main(sys.argv[1:], _Scroll))
