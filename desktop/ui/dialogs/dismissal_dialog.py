"""Asks why a number is dismissed: one key for each reason."""

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.delegates.value_delegate import ENTER_KEYS
from desktop.ui.labels import REASONS, reason_words

_OTHER = "other"


class DismissalDialog(QDialog):
    """Shows the reasons with their keys 1 to 9; `chosen` carries the reason, free text after "other:"."""

    chosen = Signal(str)

    def __init__(self, count: int, first: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dismissalDialog")
        self.setWindowTitle(self.tr("Dismiss"))
        self._codes = [code for code, _ in REASONS]
        self.list = QListView()
        self.list.setObjectName("reasonList")
        self.list.setAccessibleName(self.tr("Reasons"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setModel(QStringListModel(_lines(self._codes), self))
        self.list.setCurrentIndex(self.list.model().index(self._row_of(first), 0))
        self.list.setSpacing(2)
        self.list.clicked.connect(self._choose_current)
        self.list.installEventFilter(self)
        self.other_edit = QLineEdit()
        self.other_edit.setObjectName("otherReasonEdit")
        self.other_edit.setPlaceholderText(self.tr("Reason in a few words, then Enter"))
        self.other_edit.setAccessibleName(self.tr("Another reason"))
        self.other_edit.hide()
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(self.tr("Why do you dismiss %n figure(s)?", "", count)))
        layout.addWidget(self.list)
        layout.addWidget(self.other_edit)
        hint = QLabel(self.tr("Press the reason's key; Esc changes nothing."))
        hint.setObjectName("hint")
        layout.addWidget(hint)
        self._fit()

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take(event):
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.other_edit.hasFocus() and event.key() in ENTER_KEYS:
            self._tell_other()
        elif not self._take(event):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        """Take a reason's key or Enter; tell whether it was one."""
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self._codes) and not self.other_edit.hasFocus():
            self._choose(self._codes[number])
            return True
        if event.key() in ENTER_KEYS and not self.other_edit.hasFocus():
            self._choose_current()
            return True
        return False

    def _choose_current(self) -> None:
        self._choose(self._codes[self.list.currentIndex().row()])

    def _choose(self, code: str) -> None:
        if code == _OTHER:
            self.list.setCurrentIndex(self.list.model().index(self._row_of(code), 0))
            self.other_edit.show()
            self.other_edit.setFocus()
            return
        self.accept()
        self.chosen.emit(code)

    def _tell_other(self) -> None:
        words = " ".join(self.other_edit.text().split())
        self.accept()
        self.chosen.emit(f"{_OTHER}: {words}" if words else _OTHER)

    def _row_of(self, reason: str) -> int:
        code = reason.partition(":")[0]
        return self._codes.index(code) if code in self._codes else 0

    def _fit(self) -> None:
        rows = len(self._codes) * round(self.fontMetrics().height() * 1.3)
        self.list.setMinimumSize(self.fontMetrics().averageCharWidth() * 44, rows + 8)


def _lines(codes: list[str]) -> list[str]:
    return [f"{row + 1}   {reason_words(code)}" for row, code in enumerate(codes)]
