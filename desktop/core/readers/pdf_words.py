"""The words of a PDF page with their boxes, in points from the top left corner of the page as it is shown."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pypdfium2
import pypdfium2.raw as pdfium

from desktop.core.places import Box
from desktop.core.readers.lines import as_superscript

SOFT_HYPHEN = "\xad"
_PRECISION = 100
_BOLD_WEIGHT = 600
_FORCE_BOLD_FLAG = 1 << 18
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"demi")
_LINE_END_HYPHENS = (0xFFFE, 0x02)
_NAME_BYTES = 128
_APART_IN_SIZES = 0.8
_RAISED_SHARE = 0.2
_RAISABLE = "0123456789+-()*"
_ASCENT, _DESCENT = 0.9, 0.25


@dataclass(frozen=True, slots=True)
class PdfWord:
    """A word where it stands; its box is as high as its letters' size, whichever they are.

    `page` is the number of the page that shows it where that is not the page it is read with, else 0; its box
    is then `moved` to the right and `lowered` by so many points.
    """

    text: str
    box: Box
    is_bold: bool
    page: int = 0
    moved: float = 0.0
    lowered: float = 0.0

    @property
    def height(self) -> float:
        """Return the height of the word's box."""
        return self.box.y1 - self.box.y0

    @property
    def middle(self) -> float:
        """Return the height on the page that the word is centred on."""
        return (self.box.y0 + self.box.y1) / 2


@dataclass(slots=True)
class _Growing:
    """A word while its letters come in, in the page's own coordinates; `along` is the way it is written."""

    index: int
    size: float
    along: tuple[float, float]
    x: float
    y: float
    left: float
    right: float
    bottom: float
    top: float
    letters: list[str]
    raised: str = ""

    def add(self, letter: str, x: float, y: float, rectangle: pdfium.FS_RECTF) -> None:
        across, up = self.along
        rise = (y - self.y) * across - (x - self.x) * up
        self.left, self.right = min(self.left, rectangle.left), max(self.right, rectangle.right)
        self.bottom, self.top = min(self.bottom, rectangle.bottom), max(self.top, rectangle.top)
        if rise > _RAISED_SHARE * self.size and letter in _RAISABLE:
            self.raised += letter
        else:
            self.settle()
            self.letters.append(letter)

    def settle(self) -> None:
        if self.raised:
            self.letters.append(as_superscript("".join(self.letters), self.raised))
            self.raised = ""


class Shown:
    """How a page's own coordinates become points from the top left of the page as shown."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.width, self.height = page.get_size()
        self._raw = page.raw
        origin, right, up = self._device(0, 0), self._device(1000, 0), self._device(0, 1000)
        self._origin = origin
        self._across = tuple((a - b) / 1000 for a, b in zip(right, origin, strict=True))
        self._along = tuple((a - b) / 1000 for a, b in zip(up, origin, strict=True))

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return the box of a rectangle given in the page's own coordinates."""
        (ax, ay), (bx, by) = self.point(left, bottom), self.point(right, top)
        low, high = (min(ax, bx), min(ay, by)), (max(ax, bx), max(ay, by))
        return Box(round(low[0], 2), round(low[1], 2), round(high[0], 2), round(high[1], 2))

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return the point at x, y in the page's own coordinates."""
        return (
            self._origin[0] + x * self._across[0] + y * self._along[0],
            self._origin[1] + x * self._across[1] + y * self._along[1],
        )

    def _device(self, x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        size = (round(self.width * _PRECISION), round(self.height * _PRECISION))
        pdfium.FPDF_PageToDevice(self._raw, 0, 0, *size, 0, x, y, across, down)
        return across.value / _PRECISION, down.value / _PRECISION


class _Boldness:
    """Tells bold words of one page; what a font's name says is looked at once for each name."""

    def __init__(self, text_page: pdfium.FPDF_TEXTPAGE) -> None:
        self._text_page = text_page
        self._name = ctypes.create_string_buffer(_NAME_BYTES)
        self._flags = ctypes.c_int()
        self._is_bold_by_name: dict[bytes, bool] = {}

    def at(self, index: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self._text_page, index) >= _BOLD_WEIGHT:
            return True
        pdfium.FPDFText_GetFontInfo(self._text_page, index, self._name, _NAME_BYTES, self._flags)
        name = self._name.value
        if name not in self._is_bold_by_name:
            self._is_bold_by_name[name] = any(word in name.lower() for word in _BOLD_NAMES)
        return bool(self._flags.value & _FORCE_BOLD_FLAG) or self._is_bold_by_name[name]


def words_of(page: pypdfium2.PdfPage, shown: Shown) -> list[PdfWord]:
    """Return the words of `page` in the order of its text."""
    text_page = page.get_textpage()
    try:
        boldness = _Boldness(text_page.raw)
        return [_finished(word, boldness, shown) for word in _words(text_page.raw)]
    finally:
        text_page.close()


def _words(text_page: pdfium.FPDF_TEXTPAGE) -> Iterator[_Growing]:
    word: _Growing | None = None
    rectangle, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        letter = _letter(pdfium.FPDFText_GetUnicode(text_page, index))
        if not letter.isspace():
            if not letter or not pdfium.FPDFText_GetLooseCharBox(text_page, index, rectangle):
                continue
            pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
            if word is not None and not _is_apart(word, x.value, y.value, rectangle):
                word.add(letter, x.value, y.value, rectangle)
                continue
        if word is not None:
            yield word
            word = None
        if not letter.isspace():
            word = _begun(text_page, index, letter, (x.value, y.value), rectangle)
    if word is not None:
        yield word


def _begun(
    text_page: pdfium.FPDF_TEXTPAGE,
    index: int,
    letter: str,
    origin: tuple[float, float],
    rectangle: pdfium.FS_RECTF,
) -> _Growing:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
    edges = (rectangle.left, rectangle.right, rectangle.bottom, rectangle.top)
    length = math.hypot(matrix.a, matrix.b)
    along = (matrix.a / length, matrix.b / length) if length else (1.0, 0.0)
    return _Growing(index, max(size, 1.0), along, *origin, *edges, [letter])


@cache
def _letter(code: int) -> str:
    """Return the letter of `code`, "" if none is to be seen; hyphens at line ends have codes of their own."""
    if code in _LINE_END_HYPHENS:
        return "-"
    if 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    letter = chr(code)
    if letter == SOFT_HYPHEN:
        return letter
    return letter if letter.isprintable() or letter.isspace() else ""


def _is_apart(word: _Growing, x: float, y: float, rectangle: pdfium.FS_RECTF) -> bool:
    """Tell whether a letter stands too far from the word before it to belong to it."""
    reach = _APART_IN_SIZES * word.size
    if y == word.y and word.left <= rectangle.left <= word.right + reach:
        return False
    across = max(rectangle.left - word.right, word.left - rectangle.right)
    along = max(rectangle.bottom - word.top, word.bottom - rectangle.top)
    is_elsewhere = abs(y - word.y) > reach and abs(x - word.x) > reach
    return is_elsewhere or max(across, along) > reach


def _finished(word: _Growing, boldness: _Boldness, shown: Shown) -> PdfWord:
    word.settle()
    box = shown.box(word.left, word.bottom, word.right, word.top)
    x, baseline = shown.point(word.x, word.y)
    ahead, below = shown.point(word.x + word.along[0], word.y + word.along[1])
    if abs(ahead - x) > abs(below - baseline):
        top, bottom = baseline - _ASCENT * word.size, baseline + _DESCENT * word.size
        box = Box(box.x0, round(top, 2), box.x1, round(bottom, 2))
    return PdfWord("".join(word.letters), box, boldness.at(word.index))
