"""Paints a figure's state as sign and word in the state's colour: none of the three is needed alone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.core.figures import ReviewedFigure
from desktop.ui.delegates.states import sign_of
from desktop.ui.marks import state_of
from desktop.ui.models.figure_table_model import FIGURE_ROLE
from desktop.ui.source.looks import looks_on


class StateDelegate(QStyledItemDelegate):
    """Paints the column of states."""

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
        option.text = f"{sign_of(state)} {option.text}"
        palette.setColor(QPalette.ColorRole.Text, looks_on(palette).by_state[state].line)
