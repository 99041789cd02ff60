"""Where pages stand when they are stacked one below another at some zoom. No widgets."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.core.documents import Page
from desktop.core.places import Box

GAP = 12.0


class PageLayout:
    """A stack of pages; zoom is pixels for a point; the stack is centred in a viewport wider than it."""

    def __init__(self, pages: Sequence[Page], zoom: float, viewport_width: float) -> None:
        self.pages = pages
        self.zoom = zoom
        self._tops = list(accumulate((page.height * zoom + GAP for page in pages), initial=GAP))
        self._width = max(viewport_width, widest(pages) * zoom + 2 * GAP)

    @property
    def size(self) -> QSizeF:
        """Return the size of the whole stack."""
        return QSizeF(self._width, self._tops[-1])

    def rect(self, index: int) -> QRectF:
        """Return where the page stands in the stack."""
        page = self.pages[index]
        width = page.width * self.zoom
        return QRectF((self._width - width) / 2, self._tops[index], width, page.height * self.zoom)

    def index_at(self, y: float) -> int:
        """Return the page at this height, in a gap the one above it."""
        return min(max(0, bisect_right(self._tops, y) - 1), len(self.pages) - 1)

    def between(self, top: float, bottom: float) -> Iterator[int]:
        """Yield the pages that reach between these heights."""
        return iter(range(self.index_at(top), self.index_at(bottom) + 1)) if self.pages else iter(())

    def box_rect(self, index: int, box: Box) -> QRectF:
        """Return where a box of the page stands in the stack."""
        origin = self.rect(index).topLeft()
        corner = QPointF(box.x0 * self.zoom, box.y0 * self.zoom) + origin
        return QRectF(corner, QSizeF((box.x1 - box.x0) * self.zoom, (box.y1 - box.y0) * self.zoom))

    def on_page(self, index: int, point: QPointF) -> QPointF:
        """Return a point of the stack in the points of a page."""
        return (point - self.rect(index).topLeft()) / self.zoom


def widest(pages: Sequence[Page]) -> float:
    """Return the width of the widest page."""
    return max((page.width for page in pages), default=0.0)
