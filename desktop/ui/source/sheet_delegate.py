"""Paint a sheet's cells as the workbook has them, lit by state: ground, text, edges, line and frame."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from desktop.core.sheet_looks import PLAIN, Border, CellLook
from desktop.ui.source.looks import Look, is_dark, looks_on
from desktop.ui.source.painting import paint_frame, paint_line
from desktop.ui.source.passage_marks import paint_corner
from desktop.ui.source.sheet_fonts import SheetFonts
from desktop.ui.source.sheet_model import FRAMED_ROLE, PASSAGES_ROLE, STATE_ROLE, SheetModel

PADDING = 5
_INDENT_EM = 1.2
_GRID_STRENGTH = 0.16
_PENS = {
    Border.HAIR: (1.0, Qt.PenStyle.DotLine),
    Border.THIN: (1.0, Qt.PenStyle.SolidLine),
    Border.MEDIUM: (2.0, Qt.PenStyle.SolidLine),
    Border.THICK: (3.0, Qt.PenStyle.SolidLine),
    Border.DOUBLE: (1.0, Qt.PenStyle.SolidLine),
}
_DOUBLE_GAP = 2

Index = QModelIndex | QPersistentModelIndex


class SheetDelegate(QStyledItemDelegate):
    """Paints the cells of the sheet that `show_sheet` was told of."""

    def __init__(self, grid: QTableView) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model: SheetModel | None = None
        self._fonts = SheetFonts(grid.font())

    def show_sheet(self, model: SheetModel | None, fonts: SheetFonts) -> None:
        """Paint this sheet with these letters from now on."""
        self._model = model
        self._fonts = fonts

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = self._model
        if model is None:
            return
        painter.save()
        palette, rect = option.palette, option.rect
        cell = model.cell(index)
        look = PLAIN if cell is None else model.look_at(cell.row, cell.column)
        ground = model.look_at(index.row(), index.column()) if cell is None else look
        lit = _lit(palette, index) if cell is not None else None
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, _ground(palette, ground, lit, is_selected=is_selected))
        self._paint_edges(painter, palette, rect, index)
        if cell is not None:
            painter.setPen(_ink(palette, look, lit, is_selected=is_selected))
            self._paint_text(painter, rect, index, look, lit)
            _paint_passages(painter, palette, rect, index)
        if index.data(FRAMED_ROLE):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_frame(painter, QRectF(rect).adjusted(4.5, 3, -5.5, -4), looks_on(palette).current)
        elif option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_text(
        self, painter: QPainter, rect: QRect, index: Index, look: CellLook, lit: Look | None
    ) -> None:
        metrics = self._fonts.metrics(look)
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        inside = self._inside(QRectF(rect), look, alignment)
        text, flags = index.data(), int(alignment)
        if alignment & Qt.AlignmentFlag.AlignRight and "\n" not in text and " " not in text.strip():
            if metrics.horizontalAdvance(text) > inside.width():
                # A number gives up its indent before any of its digits.
                inside = QRectF(rect).adjusted(PADDING, 0, -PADDING, -1)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        else:
            flags |= int(Qt.TextFlag.TextWordWrap)
        painter.setFont(self._fonts.font(look))
        painter.drawText(inside, flags, text)
        if lit is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_line(painter, _line_rect(inside, text, alignment, metrics), lit)

    def _inside(self, rect: QRectF, look: CellLook, alignment: Qt.AlignmentFlag) -> QRectF:
        """Return where the text of a cell stands."""
        indent = look.indent * _INDENT_EM * self._fonts.metrics(PLAIN).horizontalAdvance("n")
        if alignment & Qt.AlignmentFlag.AlignRight:
            return rect.adjusted(PADDING, 0, -PADDING - indent, -1)
        return rect.adjusted(PADDING + indent, 0, -PADDING, -1)

    def _paint_edges(self, painter: QPainter, palette: QPalette, rect: QRect, index: Index) -> None:
        if self._model is None:
            return
        row, column = index.row(), index.column()
        rows, columns = self._grid.rowSpan(row, column), self._grid.columnSpan(row, column)
        left, top, right, bottom = self._model.edges(row, column, rows, columns)
        look = self._model.look
        if look is None or look.has_gridlines:
            painter.setPen(_grid_color(palette))
            painter.drawLine(rect.topRight(), rect.bottomRight() - QPoint(0, 1))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        ink = palette.color(QPalette.ColorRole.Text)
        _paint_edge(painter, ink, left, rect.topLeft(), rect.bottomLeft(), (1, 0))
        _paint_edge(painter, ink, top, rect.topLeft(), rect.topRight(), (0, 1))
        _paint_edge(painter, ink, right, rect.topRight(), rect.bottomRight(), (-1, 0))
        _paint_edge(painter, ink, bottom, rect.bottomLeft(), rect.bottomRight(), (0, -1))


def _paint_passages(painter: QPainter, palette: QPalette, rect: QRect, index: Index) -> None:
    """Fill a corner of the cell for each of its tags and open notes."""
    if passages := index.data(PASSAGES_ROLE):
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, passage in enumerate(passages):
            paint_corner(painter, QRectF(rect), passage.color(on_dark=is_dark(palette)), column)
        painter.restore()


def _paint_edge(
    painter: QPainter, ink: QColor, edge: Border, begin: QPoint, end: QPoint, inward: tuple[int, int]
) -> None:
    if edge is Border.NONE:
        return
    width, style = _PENS[edge]
    painter.setPen(QPen(ink, width, style))
    painter.drawLine(begin, end)
    if edge is Border.DOUBLE:
        across, down = (_DOUBLE_GAP * step for step in inward)
        painter.drawLine(begin.x() + across, begin.y() + down, end.x() + across, end.y() + down)


def _lit(palette: QPalette, index: Index) -> Look | None:
    state = index.data(STATE_ROLE)
    return None if state is None else looks_on(palette).by_state[state]


def _ground(palette: QPalette, look: CellLook, lit: Look | None, *, is_selected: bool) -> QColor:
    if is_selected:
        return palette.color(QPalette.ColorRole.Highlight)
    if lit is not None:
        return lit.fill
    # The workbook's colours are made for white paper: on a dark palette nobody could read them.
    return (
        QColor(f"#{look.fill}")
        if look.fill and not is_dark(palette)
        else palette.color(QPalette.ColorRole.Base)
    )


def _ink(palette: QPalette, look: CellLook, lit: Look | None, *, is_selected: bool) -> QColor:
    if is_selected:
        return palette.color(QPalette.ColorRole.HighlightedText)
    if look.color and lit is None and not is_dark(palette):
        return QColor(f"#{look.color}")
    return palette.color(QPalette.ColorRole.Text)


def _grid_color(palette: QPalette) -> QColor:
    color = palette.color(QPalette.ColorRole.Text)
    color.setAlphaF(_GRID_STRENGTH)
    return color


def _line_rect(inside: QRectF, text: str, alignment: Qt.AlignmentFlag, metrics: QFontMetricsF) -> QRectF:
    """Return about where the last line of the text stands: that is what the line runs under or through."""
    width, height = min(inside.width(), metrics.horizontalAdvance(text)), metrics.height()
    left = inside.left()
    if alignment & Qt.AlignmentFlag.AlignRight:
        left = inside.right() - width
    elif alignment & Qt.AlignmentFlag.AlignHCenter:
        left = inside.center().x() - width / 2
    top = inside.center().y() - height / 2
    if alignment & Qt.AlignmentFlag.AlignBottom:
        top = inside.bottom() - height
    elif alignment & Qt.AlignmentFlag.AlignTop:
        top = inside.top()
    return QRectF(left, top, width, height)
