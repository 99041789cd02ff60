"""A place cut out of the picture of its page, enlarged, with the figure lit and framed."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.core.documents import Page
from desktop.core.places import Box
from desktop.ui.marks import State
from desktop.ui.source.looks import looks_on_paper
from desktop.ui.source.page_places import around
from desktop.ui.source.painting import paint_frame, paint_ground, paint_line

PIXELS_PER_POINT = 2.0

_HEIGHT = 132


class CropView(QWidget):
    """Shows the part of a page around some boxes; grey until the page's picture is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._boxes: tuple[Box, ...] = ()
        self._state = State.OPEN
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_boxes(self, page: Page, boxes: tuple[Box, ...], state: State, picture: QPixmap | None) -> None:
        """Show what is around these boxes; with no picture the page is grey."""
        self._page, self._boxes, self._state, self._picture = page, boxes, state, picture
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page is None or not self._boxes:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        part = self._part(self._page)
        if self._picture is None:
            self._paint_blank(painter, self._page)
        else:
            scale = self._picture.width() / self._page.width
            source = QRectF(part.topLeft() * scale, part.size() * scale)
            painter.drawPixmap(QRectF(self.rect()), self._picture, source)
        self._paint_figure(painter, part)
        painter.end()

    def _part(self, page: Page) -> QRectF:
        """Return the part of the page to show, in points: the boxes in the middle, nothing beyond an edge."""
        size = QSizeF(self.size()) / PIXELS_PER_POINT
        box = around(self._boxes)
        left = _within((box.x0 + box.x1 - size.width()) / 2, page.width - size.width())
        top = _within((box.y0 + box.y1 - size.height()) / 2, page.height - size.height())
        return QRectF(QPointF(left, top), size)

    def _paint_blank(self, painter: QPainter, page: Page) -> None:
        painter.fillRect(self.rect(), QColor("#e4e4e4"))
        painter.setPen(QColor("#555555"))
        text = self.tr("Page {page}").format(page=page.number)
        painter.drawText(self.rect().adjusted(8, 4, -8, -4), Qt.AlignmentFlag.AlignTop, text)

    def _paint_figure(self, painter: QPainter, part: QRectF) -> None:
        look, frame = looks_on_paper().by_state[self._state], looks_on_paper().current
        for box in self._boxes:
            corner = (QPointF(box.x0, box.y0) - part.topLeft()) * PIXELS_PER_POINT
            rect = QRectF(corner, QSizeF(box.x1 - box.x0, box.y1 - box.y0) * PIXELS_PER_POINT)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            paint_ground(painter, rect, look)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            paint_line(painter, rect, look)
            paint_frame(painter, rect, frame)


def _within(wanted: float, most: float) -> float:
    return max(0.0, min(wanted, most))
