"""The letters of a sheet's cells: the program's own, as heavy, slanted and large as the workbook has them."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from desktop.core.sheet_looks import CellLook, SheetLook

_LEAST, _MOST = 0.85, 1.6
_STEPS = 20
_USUAL_POINTS = 11.0
_HEIGHT_TO_SIZE = 1.25
"""How much higher a line is than the size of its letters, in the letters that workbooks are written in."""
_HIGHEST = 1e6


class SheetFonts:
    """Gives the font of a look; letters of the size that most cells have are as large as the program's."""

    def __init__(self, font: QFont, looks: Iterable[CellLook] = ()) -> None:
        self._font = QFont(font)
        self._body_points = _body_points(looks) or _USUAL_POINTS
        self._by_kind: dict[tuple[bool, bool, bool, int], tuple[QFont, QFontMetricsF]] = {}

    def font(self, look: CellLook) -> QFont:
        """Return the font of a cell."""
        return self._both(look)[0]

    def metrics(self, look: CellLook) -> QFontMetricsF:
        """Return the measures of a cell's font."""
        return self._both(look)[1]

    def width_of(self, text: str, look: CellLook) -> float:
        """Return the width of a line."""
        return self.metrics(look).horizontalAdvance(text)

    def height_of(self, text: str, look: CellLook, width: float) -> float:
        """Return the height of a text whose lines are no wider than that."""
        metrics = self.metrics(look)
        if "\n" not in text and metrics.horizontalAdvance(text) <= width:
            return metrics.height()
        room = QRectF(0, 0, min(width, _HIGHEST), _HIGHEST)
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()

    def digit_px(self, sheet: SheetLook) -> float:
        """Return the width of a digit of the letters that the sheet's column widths are counted in."""
        return QFontMetricsF(self._font).horizontalAdvance("0") * sheet.base_points / self._body_points

    @property
    def point_px(self) -> float:
        """How many pixels a point of the workbook's row heights takes."""
        return QFontMetricsF(self._font).height() / (self._body_points * _HEIGHT_TO_SIZE)

    def _both(self, look: CellLook) -> tuple[QFont, QFontMetricsF]:
        ratio = min(_MOST, max(_LEAST, (look.points or self._body_points) / self._body_points))
        kind = (look.is_bold, look.is_italic, look.is_underlined, round(ratio * _STEPS))
        if kind not in self._by_kind:
            font = QFont(self._font)
            font.setBold(look.is_bold)
            font.setItalic(look.is_italic)
            font.setUnderline(look.is_underlined)
            _resize(font, kind[-1] / _STEPS)
            self._by_kind[kind] = font, QFontMetricsF(font)
        return self._by_kind[kind]


def _body_points(looks: Iterable[CellLook]) -> float:
    """Return the size of letters that most of these cells have, 0 where none says."""
    sizes = Counter(look.points for look in looks if look.points)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _resize(font: QFont, ratio: float) -> None:
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * ratio)
    else:
        font.setPixelSize(max(1, round(font.pixelSize() * ratio)))
