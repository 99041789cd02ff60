"""How tagged and noted passages are shown in the source: a line under their words and a bar beside them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from desktop.core.places import Place

_BAR_WIDTH = 3.0
_BAR_STEP = 5.0
_MOST_BARS = 3
_CORNER = 9.0


@dataclass(frozen=True, slots=True)
class PassageMark:
    """A passage as a view shows it: its place, its tag's name, its colours on light and on dark.

    That of a note has the note's words for a name, and broken lines.
    """

    place: Place
    name: str
    on_light: QColor
    on_dark: QColor
    is_note: bool = False

    def color(self, *, on_dark: bool) -> QColor:
        """Return the colour for the ground."""
        return self.on_dark if on_dark else self.on_light


class PassageMarks:
    """The tagged passages of one report; each has a column for its bar where several overlap."""

    def __init__(self, marks: Sequence[PassageMark] = ()) -> None:
        ordered = sorted(marks, key=lambda mark: (mark.place.start, -mark.place.end))
        self._columns = list(_with_columns(ordered))
        self._starts = [mark.place.start for mark in ordered]
        self._reach = list(accumulate((mark.place.end for mark in ordered), max))

    def __len__(self) -> int:
        return len(self._columns)

    def between(self, start: int, end: int) -> Iterator[tuple[PassageMark, int]]:
        """Yield the passages that share text with [start, end), each with the column of its bar."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return ((mark, column) for mark, column in self._columns[first:last] if mark.place.end > start)

    def names_at(self, offset: int) -> list[str]:
        """Return the names of the tags on the character at `offset`."""
        return [mark.name for mark, _ in self.between(offset, offset + 1)]


def paint_passage(
    painter: QPainter, rects: Sequence[QRectF], bar_x: float, column: int, mark: PassageMark, *, on_dark: bool
) -> None:
    """Draw the line under each of `rects`, the lines of a passage, and the bar left of `bar_x`."""
    if not rects:
        return
    color = mark.color(on_dark=on_dark)
    style = Qt.PenStyle.DashLine if mark.is_note else Qt.PenStyle.SolidLine
    painter.setPen(QPen(color, 1.4, style))
    for rect in rects:
        painter.drawLine(QLineF(rect.left(), rect.bottom() + 2, rect.right(), rect.bottom() + 2))
    left = bar_x - _BAR_WIDTH - _BAR_STEP * min(column, _MOST_BARS - 1)
    top, bottom = min(rect.top() for rect in rects), max(rect.bottom() for rect in rects)
    bar = QRectF(left, top, _BAR_WIDTH, bottom - top + 2)
    painter.fillRect(bar, QBrush(color, Qt.BrushStyle.Dense4Pattern) if mark.is_note else QBrush(color))


def paint_corner(painter: QPainter, rect: QRectF, color: QColor, column: int) -> None:
    """Fill a corner of a cell, one beside another where a cell bears several tags."""
    left, top = rect.left() + 1 + column * (_CORNER + 1), rect.top() + 1
    corners = [QPointF(left, top), QPointF(left + _CORNER, top), QPointF(left, top + _CORNER)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF(corners))


def _with_columns(ordered: Sequence[PassageMark]) -> Iterator[tuple[PassageMark, int]]:
    """Yield each mark with the first column in which no earlier one still reaches down to it."""
    ends: list[int] = []
    for mark in ordered:
        free = (column for column, end in enumerate(ends) if end <= mark.place.start)
        column = next(free, len(ends))
        if column == len(ends):
            ends.append(mark.place.end)
        ends[column] = mark.place.end
        yield mark, column
