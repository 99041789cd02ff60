"""Paint a sheet's cells lit by state: the ground under the text, the line and the frame over it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.ui.source.looks import Look, is_dark, looks_on
from desktop.ui.source.painting import paint_frame, paint_line
from desktop.ui.source.passage_marks import paint_corner
from desktop.ui.source.sheet_model import FRAMED_ROLE, PASSAGES_ROLE, STATE_ROLE

_MARGIN = 4.0


class SheetDelegate(QStyledItemDelegate):
    """Lights the cells that hold figures."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        look = _look(option, index)
        if look is not None:
            option.backgroundBrush = QBrush(look.fill)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        look, is_framed, passages = _look(option, index), index.data(FRAMED_ROLE), index.data(PASSAGES_ROLE)
        if look is None and not is_framed and not passages:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if look is not None:
            paint_line(painter, _text_rect(option, index, rect), look)
        for column, passage in enumerate(passages or ()):
            paint_corner(painter, rect, passage.color(on_dark=is_dark(option.palette)), column)
        if is_framed:
            paint_frame(painter, rect.adjusted(4.5, 3, -5.5, -4), looks_on(option.palette).current)
        painter.restore()


def _look(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> Look | None:
    state = index.data(STATE_ROLE)
    return None if state is None else looks_on(option.palette).by_state[state]


def _text_rect(
    option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, rect: QRectF
) -> QRectF:
    """Return about where the last line of the text stands: that is what the line runs under or through."""
    metrics = option.fontMetrics
    inside = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
    width = min(inside.width(), float(metrics.horizontalAdvance(index.data())))
    is_right = bool(index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight)
    left = inside.right() - width if is_right else inside.left()
    height = float(metrics.height())
    return QRectF(left, rect.center().y() - height / 2, width, height)
