"""How tags are shown everywhere: their names in the interface's language, and their colours."""

from functools import lru_cache

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap

import resources
from desktop.core.messages import Language
from desktop.core.tags import TagTree
from desktop.ui.source.looks import is_dark

_SIDE = 32
_INSET = 4.0

SWATCH_SIZE = QSize(12, 12)
"""How large lists show a patch of colour."""


class TagLook(QObject):
    """Holds the workspace's tree of tags for all views; `changed` says that it is another one now."""

    changed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.tree = TagTree()

    def show_tree(self, tree: TagTree) -> None:
        """Take names and colours from this tree from now on."""
        self.tree = tree
        self.changed.emit()

    def name(self, key: str) -> str:
        """Return a tag's name."""
        return self.tree.name(key, self.language)

    def words(self, key: str) -> str:
        """Return a tag's name before the names above it."""
        above = " › ".join(tag.name(self.language) for tag in self.tree.above(key))
        return f"{self.name(key)}  ·  {above}" if above else self.name(key)

    def color(self, key: str, *, on_dark: bool) -> QColor:
        """Return the colour of a tag on a light or a dark ground."""
        return palette_color(self.tree.colour(key), on_dark=on_dark)

    def swatch(self, key: str, palette: QPalette, *, is_filled: bool = True) -> QIcon:
        """Return the tag's patch of colour; one that is inherited is a ring."""
        return colour_swatch(self.tree.colour(key), on_dark=is_dark(palette), is_filled=is_filled)


def palette_color(colour: str, *, on_dark: bool) -> QColor:
    """Return a colour of the palette on a light or a dark ground."""
    return QColor(resources.toml("styles/tags.toml")["palette"][colour]["dark" if on_dark else "light"])


@lru_cache(maxsize=64)
def colour_swatch(colour: str, *, on_dark: bool, is_filled: bool = True) -> QIcon:
    """Return a patch of a colour of the palette, or a ring."""
    pixmap = QPixmap(_SIDE, _SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = palette_color(colour, on_dark=on_dark)
    painter.setPen(QPen(color, 4.0))
    painter.setBrush(color if is_filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(_INSET, _INSET, _SIDE - 2 * _INSET, _SIDE - 2 * _INSET))
    painter.end()
    return QIcon(pixmap)
