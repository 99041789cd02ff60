"""The choice above the table of figures by their state: all, the open ones and so on, each with its count."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from desktop.core.displays import number_text
from desktop.ui.actions import key_of
from desktop.ui.labels import shown_words
from desktop.ui.models.figure_filter import Shown

_TABS = tuple(Shown)


class FilterBar(QTabBar):
    """A tab for each choice by state; `chosen` carries the Shown that the clerk chose."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self.setAccessibleName(self.tr("Which figures are shown"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(False)
        for _ in _TABS:
            self.addTab("")
        self.setTabToolTip(_TABS.index(Shown.ALL), self.tr("All figures; F7 and Ctrl+L lead back here"))
        tip = self.tr("Open figures of uncertain reading, least certain first ({key})")
        self.setTabToolTip(_TABS.index(Shown.TO_LOOK_AT), tip.format(key=key_of("only_to_look_at")))
        tip = self.tr("Figures without a verdict ({key})")
        self.setTabToolTip(_TABS.index(Shown.OPEN), tip.format(key=key_of("only_open")))
        self.show_counts({})
        self.currentChanged.connect(self._choose)

    def show_counts(self, counts: Mapping[Shown, int]) -> None:
        """Show how many figures each choice lets through."""
        for at, shown in enumerate(_TABS):
            text = f"{shown_words(shown)} {number_text(Decimal(counts.get(shown, 0)))}"
            if text != self.tabText(at):
                self.setTabText(at, text)

    def show_choice(self, shown: Shown) -> None:
        """Show which choice is in force."""
        with QSignalBlocker(self):
            self.setCurrentIndex(_TABS.index(shown))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Nothing changes in passing.
        event.ignore()

    def _choose(self, index: int) -> None:
        self.chosen.emit(_TABS[index])
