"""The choice above the table of figures: all of them, or those that need a look, with their count."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from desktop.ui.actions import key_of

_ALL, _TO_LOOK_AT = 0, 1


class FilterBar(QTabBar):
    """Two tabs; `chosen` says that the clerk chose one, the one of figures that need a look where True."""

    chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self.setAccessibleName(self.tr("Which figures are shown"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.addTab(self.tr("All"))
        self.addTab("")
        key = key_of("only_to_look_at")
        self.setTabToolTip(_ALL, self.tr("All figures in reading order ({key})").format(key=key))
        tip = self.tr("Open figures of uncertain reading, least certain first ({key})")
        self.setTabToolTip(_TO_LOOK_AT, tip.format(key=key))
        self.show_count(0)
        self.currentChanged.connect(self._choose)

    def show_count(self, count: int) -> None:
        """Show how many figures of the report need a look."""
        text = self.tr("Needs a look ({count})").format(count=count)
        if text != self.tabText(_TO_LOOK_AT):
            self.setTabText(_TO_LOOK_AT, text)

    def show_filter(self, *, is_narrow: bool) -> None:
        """Show which of the two is in force."""
        with QSignalBlocker(self):
            self.setCurrentIndex(_TO_LOOK_AT if is_narrow else _ALL)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Nothing changes in passing.
        event.ignore()

    def _choose(self, index: int) -> None:
        self.chosen.emit(index == _TO_LOOK_AT)
