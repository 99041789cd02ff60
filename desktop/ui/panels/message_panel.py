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
        self._topics: list[str] = []
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

    def add(self, line: str, topic: str = "") -> None:
        """Show one more line; one with a `topic` only until that is settled, or told of anew."""
        self.settle(topic)
        self._topics.append(topic)
        self._show_lines([*self.lines(), line])

    def settle(self, topic: str) -> None:
        """Take the lines about this topic away, "" being none."""
        if topic and topic in self._topics:
            lines = [line for line, its in zip(self.lines(), self._topics, strict=True) if its != topic]
            self._topics = [each for each in self._topics if each != topic]
            self._show_lines(lines)

    def lines(self) -> list[str]:
        """Return the messages that stand there."""
        return self._model.stringList()

    def dismiss_all(self) -> None:
        """Take all messages away."""
        self._topics = []
        self._model.setStringList([])
        self.hide()
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Delete):
            self.dismiss_all()
        else:
            super().keyPressEvent(event)

    def _show_lines(self, told: list[str]) -> None:
        if not told:
            had_focus = self.list.hasFocus()
            self._model.setStringList([])
            self.hide()
            if had_focus:
                self.left.emit()
            return
        self._model.setStringList(told)
        lines = min(self._model.rowCount(), _SHOWN_LINES)
        self.list.setFixedHeight(lines * round(self.fontMetrics().height() * 1.5) + 6)
        self.list.scrollToBottom()
        self.show()
