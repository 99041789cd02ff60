"""A line above a list: what is typed narrows the list, the arrows move in it, Enter picks."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLabel, QListView, QVBoxLayout, QWidget

from desktop.ui.panels.search_edit import SearchEdit

_LETTERS = 84
_ROWS = 16


class PickingDialog(QDialog):
    """The keyboard stays in the line; a row that is picked goes to `pick`, which is for others to fill in."""

    def __init__(self, name: str, model: QAbstractListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Dialog")
        self.line = SearchEdit()
        self.line.setObjectName(f"{name}Line")
        self.list = QListView()
        self.list.setObjectName(f"{name}List")
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setModel(model)
        self.hint = QLabel()
        self.hint.setObjectName("hint")
        layout = QVBoxLayout(self)
        for widget in (self.line, self.list, self.hint):
            layout.addWidget(widget)
        letter = self.fontMetrics().averageCharWidth()
        self.list.setMinimumSize(_LETTERS * letter, _ROWS * round(self.fontMetrics().height() * 1.3))
        self.line.entered.connect(self._pick_current)
        self.line.moved.connect(self._move)
        self.line.left.connect(self.reject)
        self.list.clicked.connect(self._pick)
        model.modelReset.connect(self._stand_on_first)
        self._stand_on_first()

    def pick(self, row: int) -> None:
        """Do what picking the row means."""
        raise NotImplementedError

    def _stand_on_first(self) -> None:
        self.list.setCurrentIndex(self.list.model().index(0, 0))

    def _move(self, rows: int) -> None:
        model = self.list.model()
        row = min(max(self.list.currentIndex().row() + rows, 0), model.rowCount() - 1)
        self.list.setCurrentIndex(model.index(row, 0))

    def _pick_current(self) -> None:
        self._pick(self.list.currentIndex())

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pick(index.row())
