"""The clerk's hands: key events to whatever has the keyboard, counted, with the wait after each."""

from time import perf_counter

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

PATIENCE_S = 60.0


class Keyboard(QObject):
    """Presses keys and counts them; `waits` has the milliseconds until the window was still, and the key."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = 0
        self.typed = 0
        self.mouse_events = 0
        self.waits: list[tuple[float, str]] = []
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        self.keys += 1
        begun = perf_counter()
        QTest.keyClick(_target(), key, modifier)
        self._settle(begun, QKeySequence(QKeyCombination(modifier, key)).toString())

    def type(self, text: str) -> None:
        """Type a text, letters that are on no key as an input method sends them."""
        for letter in text:
            self.typed += 1
            begun = perf_counter()
            if letter.isascii():
                QTest.keyClicks(_target(), letter)
            else:
                _send_letter(_target(), letter)
            self._settle(begun, letter)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.mouse_events += event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        return super().eventFilter(watched, event)

    def _settle(self, begun: float, key: str) -> None:
        """Let the window do and paint what the key asked for."""
        QApplication.processEvents()
        self.waits.append(((perf_counter() - begun) * 1_000, key))


def _target() -> QWidget:
    begun = perf_counter()
    while perf_counter() - begun < PATIENCE_S:
        if target := QApplication.activePopupWidget() or QApplication.focusWidget():
            return target
        QApplication.processEvents()
    raise TimeoutError("nothing has the keyboard")


def _send_letter(target: QWidget, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(target, event)
