"""Chooses by what else the figures are filtered: state, section, tag or reviewer, each with its count."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.dialogs.picking_dialog import PickingDialog
from desktop.ui.models.choice_list_model import Choice, ChoiceListModel


class FilterDialog(PickingDialog):
    """Shows the choices; `chosen` carries the meaning of the one that was picked."""

    chosen = Signal(object)

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        self._choices = ChoiceListModel(choices)
        super().__init__("filter", self._choices, parent)
        self._choices.setParent(self)
        self.setWindowTitle(self.tr("Filter the figures"))
        self.line.setAccessibleName(self.tr("Part of a section, a tag or a name"))
        self.line.setPlaceholderText(self.tr("Type part of a section, a tag or a name"))
        self.list.setAccessibleName(self.tr("Filters"))
        self.hint.setText(self.tr("Enter sets a filter or takes it back; Esc changes nothing."))
        self.line.textChanged.connect(self._choices.narrow)

    @override
    def pick(self, row: int) -> None:
        """Tell what was picked, and close."""
        meaning = self._choices.choice_at(row).meaning
        self.accept()
        self.chosen.emit(meaning)
