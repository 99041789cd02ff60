"""Pictures of places: the lines of a page around a figure, grey on white, the figure framed in red."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from desktop.core.isolation.analysis import PageImage
from desktop.core.places import Box

SCALE = 1.6
"""Pixels to the point at which pages are drawn."""

_LINES_AROUND = 38.0
_LINE = 12.0
_MARGIN = 12
_TALLEST = 260.0
_PADDING = 2.0
_GREYS = 15
_WHITE = _GREYS - 1
_FRAME = (200, 30, 30)
_FRAME_WIDTH = 2


class DrawnPage:
    """A page drawn once, of which pictures are cut; in greys, a fifth of the memory of colours."""

    def __init__(self, image: PageImage) -> None:
        drawn = Image.frombytes("RGB", (image.width, image.height), image.pixels)
        levels = [level * _WHITE // 255 for level in range(256)]
        self._page = drawn.convert("L").point(levels)

    def crop(self, boxes: Sequence[Box]) -> bytes:
        """Return as a PNG the lines around `boxes`, in points from the page's top left, as wide as it."""
        top, bottom = self._reach(boxes)
        left, right = self._written(top, bottom)
        lines = self._page.crop((left, top, right, bottom))
        picture = Image.frombytes("P", lines.size, lines.tobytes())
        picture.putpalette([*_palette(), *_FRAME])
        pen = ImageDraw.Draw(picture)
        for box in boxes:
            x0, y0 = (round((side - _PADDING) * SCALE) for side in (box.x0, box.y0))
            x1, y1 = (round((side + _PADDING) * SCALE) for side in (box.x1, box.y1))
            frame = (x0 - left, y0 - top, max(x0, x1) - left, max(y0, y1) - top)
            pen.rectangle(frame, outline=_GREYS, width=_FRAME_WIDTH)
        file = BytesIO()
        picture.save(file, "PNG", bits=4)
        return file.getvalue()

    def _reach(self, boxes: Sequence[Box]) -> tuple[int, int]:
        """Return the first row of pixels and the one behind the last, between two lines if possible."""
        first = min(box.y0 for box in boxes)
        last = min(max(box.y1 for box in boxes), first + _TALLEST)
        tops = self._rows(first - _LINES_AROUND, first - _LINES_AROUND + _LINE)
        bottoms = self._rows(last + _LINES_AROUND, last + _LINES_AROUND - _LINE)
        top = next(filter(self._is_blank, tops), tops[0])
        bottom = next(filter(self._is_blank, bottoms), bottoms[0]) + 1
        return (top, bottom) if top < bottom else (0, self._page.height)

    def _rows(self, start: float, stop: float) -> Sequence[int]:
        """Return the rows of pixels from `start` to `stop`, in points, in that direction."""
        highest = self._page.height - 1
        begin, end = (min(max(0, round(points * SCALE)), highest) for points in (start, stop))
        return range(begin, end + 1) if begin <= end else range(begin, end - 1, -1)

    def _is_blank(self, row: int) -> bool:
        return self._page.crop((0, row, self._page.width, row + 1)).getextrema() == (_WHITE, _WHITE)

    def _written(self, top: int, bottom: int) -> tuple[int, int]:
        """Return the first column of pixels and the one behind the last that something is written in."""
        ink = self._page.crop((0, top, self._page.width, bottom)).point([1] * _WHITE + [0] * (256 - _WHITE))
        bounds = ink.getbbox()
        if bounds is None:
            return 0, self._page.width
        return max(0, bounds[0] - _MARGIN), min(self._page.width, bounds[2] + _MARGIN)


def _palette() -> Iterator[int]:
    for level in range(_GREYS):
        yield from [level * 255 // _WHITE] * 3
