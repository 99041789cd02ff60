"""The line below the table that offers to put other figures right as one was, and says with which key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.ui.actions import key_of
from desktop.ui.panels.header_bar import ElidedLabel


class ProposalBar(QWidget):
    """Hidden until there is something to offer; `wanted` and `declined` say that a button was clicked."""

    wanted = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proposalBar")
        self.label = ElidedLabel()
        self.label.setObjectName("proposalLabel")
        look = self._button("lookAtProposals", self.tr("Look ({key})").format(key=key_of("take_over")))
        look.clicked.connect(self.wanted)
        close = self._button("declineProposals", "✕")
        close.setAccessibleName(self.tr("Do not offer this"))
        close.clicked.connect(self.declined)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 4, 2)
        layout.addWidget(self.label, 1)
        layout.addWidget(look)
        layout.addWidget(close)
        self.hide()

    def show_offer(self, text: str) -> None:
        """Show what is offered; "" offers nothing."""
        self.label.setText(text)
        self.label.setAccessibleName(text)
        self.setVisible(bool(text))

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setAutoRaise(True)
        # The keyboard stays where the clerk works: the key does the same.
        return button
