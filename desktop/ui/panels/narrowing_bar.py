"""The line above the table of figures: what is searched for, in which order they stand, what else filters."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from desktop.ui.actions import key_of
from desktop.ui.labels import order_words
from desktop.ui.models.figure_order import ORDERS_OF_WORK, Order
from desktop.ui.panels.search_edit import SearchEdit

_SEARCH_LETTERS = 14
_FILTER_LETTERS = 22


class NarrowingBar(QWidget):
    """Holds the search line; `order_chosen` carries the Order that the clerk chose."""

    order_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("narrowingBar")
        letter = self.fontMetrics().averageCharWidth()
        self.search_edit = SearchEdit()
        self.search_edit.setObjectName("searchEdit")
        self.search_edit.setAccessibleName(self.tr("Search the figures of the report"))
        self.search_edit.setPlaceholderText(self.tr("Search ({key})").format(key=key_of("find")))
        self.search_edit.setToolTip(self.tr("Indicator, unit, value or note, with or without accents"))
        self.search_edit.setMinimumWidth(_SEARCH_LETTERS * letter)
        self.order_box = _CalmComboBox()
        self.order_box.setObjectName("orderBox")
        self.order_box.setAccessibleName(self.tr("Order of the figures"))
        self.order_box.setToolTip(self.tr("The order of work ({key})").format(key=key_of("next_order")))
        for order in ORDERS_OF_WORK:
            self.order_box.addItem(order_words(order), order)
        self.order_box.activated.connect(self._choose_order)
        self.filter_button = QToolButton()
        self.filter_button.setObjectName("filterButton")
        self.filter_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.filter_button.setMaximumWidth(_FILTER_LETTERS * letter)
        self.filter_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 3, 4, 3)
        layout.setSpacing(6)
        layout.addWidget(self.search_edit, 1)
        layout.addWidget(self.order_box)
        layout.addWidget(self.filter_button)

    def use_filter_action(self, action: QAction) -> None:
        """Let the button trigger `action`."""
        self.filter_button.clicked.connect(action.trigger)
        self.show_filters([])

    def show_filters(self, names: list[str]) -> None:
        """Show by which sections, tags and reviewers the figures are filtered."""
        key = key_of("choose_filter")
        told = ", ".join(names) if names else self.tr("Filter")
        text = f"{told} ({key})"
        room = self.filter_button.maximumWidth() - 3 * self.fontMetrics().averageCharWidth()
        self.filter_button.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room))
        self.filter_button.setToolTip(text)
        self.filter_button.setAccessibleName(self.tr("Filter: {names}").format(names=told))

    def show_order(self, order: Order) -> None:
        """Show in which order the figures stand; one that is no order of work leaves the line empty."""
        with QSignalBlocker(self.order_box):
            is_of_work = order in ORDERS_OF_WORK
            self.order_box.setCurrentIndex(ORDERS_OF_WORK.index(order) if is_of_work else -1)

    def _choose_order(self, index: int) -> None:
        self.order_chosen.emit(ORDERS_OF_WORK[index])


class _CalmComboBox(QComboBox):
    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Nothing changes in passing.
        event.ignore()
