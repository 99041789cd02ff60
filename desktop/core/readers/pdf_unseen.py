"""The soft hyphens that a PDF draws as texts of their own, of which only the place is left.

A font that lacks the soft hyphen has another one draw it, so it is an object of its own, without letters and
without width. In the letters of TCVN3 it is "ư"; everywhere else it is to be left out again.
"""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

MAX_OBJECTS = 20_000
SOFT_HYPHEN = "\xad"
_STEPS_IN_POINT = 5
_WIDEST = 0.01

_Place = tuple[int, int]


class Unseen:
    """The soft hyphens of one page by their places, each of which is taken once."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._places = {_place(x, y) for x, y in _empty_texts(page)}

    def taken(self, x: float, y: float) -> str:
        """Return the soft hyphen at x, y in the page's own coordinates, "" if none is left there."""
        if not self._places:
            return ""
        across, up = _place(x, y)
        near = {(across + dx, up + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & self._places
        self._places -= near
        return SOFT_HYPHEN if near else ""


def _place(x: float, y: float) -> _Place:
    return round(x * _STEPS_IN_POINT), round(y * _STEPS_IN_POINT)


def _empty_texts(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float]]:
    """Yield where the texts of `page` begin that have neither width nor height."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(count if count <= MAX_OBJECTS else 0):
        shape = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        if not pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top):
            continue
        if max(right.value - left.value, top.value - bottom.value) < _WIDEST:
            yield left.value, bottom.value
