"""Light a number on a widget or a picture: its ground before the text, its line and frame after."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.ui.source.looks import Line, Look

_RADIUS = 2.5
_PEN_STYLES = {Line.DOTTED: Qt.PenStyle.DotLine, Line.DASHED: Qt.PenStyle.DashLine}
_WAVE_STEP = 3.0


def paint_ground(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Fill the ground of a lit number."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.fill)
    painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), _RADIUS, _RADIUS)


def paint_line(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Draw the line that tells the state."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.line, 1.6, _PEN_STYLES.get(look.shape, Qt.PenStyle.SolidLine)))
    if look.shape is Line.WAVE:
        painter.drawPath(_wave(rect.left(), rect.right(), rect.bottom() - 1.5))
        return
    for y in _line_heights(rect, look.shape):
        painter.drawLine(QLineF(rect.left(), y, rect.right(), y))


def paint_frame(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Draw the frame round the current figure."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.line, 2.2))
    painter.drawRoundedRect(rect.adjusted(-2.5, -1.5, 2.5, 2), _RADIUS + 1, _RADIUS + 1)


def _line_heights(rect: QRectF, shape: Line) -> tuple[float, ...]:
    match shape:
        case Line.STRIKE:
            return (rect.center().y() + 0.5,)
        case Line.DOUBLE:
            return (rect.bottom() - 3, rect.bottom())
        case Line.OVER:
            return (rect.top() + 0.5,)
        case _:
            return (rect.bottom() - 0.5,)


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, rise = left, -1.8
    while x < right:
        step = min(_WAVE_STEP, right - x)
        path.quadTo(QPointF(x + step / 2, y + 2 * rise), QPointF(x + step, y))
        x, rise = x + step, -rise
    return path
