"""Shows the history of a figure, to be read and left again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from desktop.core.figures import ReviewedFigure
from desktop.ui.history_lines import history_page

if TYPE_CHECKING:
    from desktop.operations.histories import HistoryLine


class HistoryDialog(QDialog):
    """A page of sentences, the oldest act first."""

    def __init__(
        self, figure: ReviewedFigure, lines: "Sequence[HistoryLine]", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("historyDialog")
        self.setWindowTitle(self.tr("History of {text}").format(text=" ".join(figure.text.split())))
        self.page = QTextBrowser()
        self.page.setObjectName("historyPage")
        self.page.setAccessibleName(self.windowTitle())
        self.page.setHtml(history_page(figure, lines))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)
        layout.addWidget(buttons)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(letter * 100, letter * 60)
