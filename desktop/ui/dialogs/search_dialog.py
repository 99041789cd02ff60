"""Searches the figures of all reports while one types."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.core.reviews import Found
from desktop.ui.dialogs.picking_dialog import PickingDialog
from desktop.ui.models.found_list_model import FoundListModel

MOST_FOUND = 100
"""How many figures are shown at most; who looks for one among more types another word."""


class SearchDialog(PickingDialog):
    """Asks for what is typed with `wanted`; `chosen` carries the FoundFigure that was picked."""

    wanted = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._found = FoundListModel()
        super().__init__("workspaceSearch", self._found, parent)
        self._found.setParent(self)
        self.setWindowTitle(self.tr("Search all reports"))
        self.line.setAccessibleName(self.tr("Words to search for in all reports"))
        self.line.setPlaceholderText(self.tr("Indicator, unit, value or note, with or without accents"))
        self.list.setAccessibleName(self.tr("Figures found"))
        self.line.wanted.connect(self.wanted)
        self.show_found("", Found())

    def show_found(self, text: str, found: Found, hidden_ids: frozenset[int] = frozenset()) -> None:
        """Show what was found for `text`, unless something else is typed by now; some values hidden."""
        if text.strip() != self.line.text().strip():
            return
        self._found.show_found(found.figures, hidden_ids)
        if not text.strip():
            self.hint.setText(self.tr("Enter opens the report at the figure; Esc closes."))
        elif found.is_cut:
            told = self.tr("The first {count} are shown; another word narrows them.")
            self.hint.setText(told.format(count=len(found.figures)))
        else:
            self.hint.setText(self.tr("%n figure(s) found", "", len(found.figures)))

    @override
    def pick(self, row: int) -> None:
        """Tell what was picked, and close."""
        found = self._found.found_at(row)
        self.accept()
        self.chosen.emit(found)
