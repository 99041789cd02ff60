"""Lines that have to be read, such as refused files: they stay until they are dismissed and block nothing."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QToolButton, QWidget
from typing_extensions import override

_SHOWN_LINES = 4


class MessagePanel(QWidget):
    """Shows messages, newest last, and hides itself when there are none; `left` says they were closed."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messagePanel")
        self._model = QStringListModel(self)
        self.list = QListView()
        self.list.setObjectName("messageList")
        self.list.setAccessibleName(self.tr("Messages"))
        self.list.setModel(self._model)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        close = QToolButton()
        close.setObjectName("closeMessages")
        close.setText(self.tr("Close"))
        close.clicked.connect(self.dismiss_all)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(self.list, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def add(self, line: str) -> None:
        """Show one more line."""
        self._model.setStringList([*self._model.stringList(), line])
        lines = min(self._model.rowCount(), _SHOWN_LINES)
        self.list.setFixedHeight(lines * round(self.fontMetrics().height() * 1.5) + 6)
        self.list.scrollToBottom()
        self.show()

    def lines(self) -> list[str]:
        """Return the messages that stand there."""
        return self._model.stringList()

    def dismiss_all(self) -> None:
        """Take all messages away."""
        self._model.setStringList([])
        self.hide()
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Delete):
            self.dismiss_all()
        else:
            super().keyPressEvent(event)
