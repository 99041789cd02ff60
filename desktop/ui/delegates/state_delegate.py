"""Paints a figure's state as sign and word in the state's colour: none of the three is needed alone."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.core.figures import ReviewedFigure
from desktop.ui.delegates.states import sign_of
from desktop.ui.labels import FINDING_SIGN, HASTY_SIGN
from desktop.ui.marks import state_of
from desktop.ui.models.figure_table_model import FIGURE_ROLE, FINDING_ROLE
from desktop.ui.source.looks import Looks, is_dark, looks_on


class StateDelegate(QStyledItemDelegate):
    """Paints the column of states."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks_by_darkness: dict[bool, Looks] = {}

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        figure: ReviewedFigure | None = index.data(FIGURE_ROLE)
        if figure is None:
            return
        state = state_of(figure.verdict, figure.origin)
        palette: QPalette = option.palette
        # The signs come first: a narrow column cuts the words, which the figure's colour tells as well.
        hasty = f"{HASTY_SIGN} " if figure.is_hasty else ""
        finding = f"{FINDING_SIGN} " if index.data(FINDING_ROLE) else ""
        option.text = f"{sign_of(state)} {finding}{hasty}{option.text}"
        palette.setColor(QPalette.ColorRole.Text, self._looks(palette).by_state[state].line)

    def _looks(self, palette: QPalette) -> Looks:
        darkness = is_dark(palette)
        if darkness not in self._looks_by_darkness:
            self._looks_by_darkness[darkness] = looks_on(palette)
        return self._looks_by_darkness[darkness]
