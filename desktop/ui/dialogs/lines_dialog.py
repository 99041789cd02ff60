"""Lines to be read one by one: what a verification has found."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLabel, QListView, QVBoxLayout, QWidget

from desktop.ui.panels.lettering import make_bold


class LinesDialog(QDialog):
    """A heading over a list of lines; Esc closes it."""

    def __init__(self, title: str, heading: str, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linesDialog")
        self.setWindowTitle(title)
        self.heading = QLabel(heading)
        self.heading.setWordWrap(True)
        make_bold(self.heading)
        self.lines = QListView()
        self.lines.setAccessibleName(heading)
        self.lines.setModel(QStringListModel(list(lines), self))
        self.lines.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.lines.setWordWrap(True)
        self.lines.setAlternatingRowColors(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.heading)
        layout.addWidget(self.lines)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(min(letter * 120, 1_200), letter * 50)
        self.lines.setFocus()
