"""Pictures of places: the lines of a page around a figure, grey on white, the figure framed in red."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from desktop.core.isolation.analysis import PageImage
from desktop.core.places import Box

SCALE = 1.6
"""Pixels to the point at which pages are drawn."""

_LINES_AROUND = 34.0
_TALLEST = 260.0
_PADDING = 2.0
_GREYS = 15
_FRAME = (200, 30, 30)
_FRAME_WIDTH = 2


class DrawnPage:
    """A page drawn once, of which pictures are cut; in greys, a fifth of the memory of colours."""

    def __init__(self, image: PageImage) -> None:
        drawn = Image.frombytes("RGB", (image.width, image.height), image.pixels)
        levels = [level * (_GREYS - 1) // 255 for level in range(256)]
        self._page = drawn.convert("L").point(levels)

    def crop(self, boxes: Sequence[Box]) -> bytes:
        """Return as a PNG the lines around `boxes`, in points from the page's top left, as wide as it."""
        top, bottom = self._reach(boxes)
        lines = self._page.crop((0, top, self._page.width, bottom))
        picture = Image.frombytes("P", lines.size, lines.tobytes())
        picture.putpalette([*_palette(), *_FRAME])
        pen = ImageDraw.Draw(picture)
        for box in boxes:
            x0, y0, x1, y1 = (
                *(round((side - _PADDING) * SCALE) for side in (box.x0, box.y0)),
                *(round((side + _PADDING) * SCALE) for side in (box.x1, box.y1)),
            )
            pen.rectangle((x0, y0 - top, max(x0, x1), max(y0, y1) - top), outline=_GREYS, width=_FRAME_WIDTH)
        file = BytesIO()
        picture.save(file, "PNG", bits=4)
        return file.getvalue()

    def _reach(self, boxes: Sequence[Box]) -> tuple[int, int]:
        """Return the first row of pixels and the one behind the last; never more than a part of the page."""
        first = min(box.y0 for box in boxes)
        last = min(max(box.y1 for box in boxes), first + _TALLEST)
        top = max(0, round((first - _LINES_AROUND) * SCALE))
        bottom = min(self._page.height, round((last + _LINES_AROUND) * SCALE))
        return (
            (top, bottom) if top < bottom else (0, min(self._page.height, round(2 * _LINES_AROUND * SCALE)))
        )


def _palette() -> Iterator[int]:
    for level in range(_GREYS):
        yield from [level * 255 // (_GREYS - 1)] * 3
