"""How labels stand out: by their letters alone, since style sheets make all painting slower."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget


def make_bold(widget: QWidget) -> None:
    """Write the widget's text bold."""
    font = QFont(widget.font())
    font.setBold(True)
    widget.setFont(font)


def make_italic(widget: QWidget) -> None:
    """Write the widget's text slanted."""
    font = QFont(widget.font())
    font.setItalic(True)
    widget.setFont(font)


def make_larger(widget: QWidget, factor: float) -> None:
    """Write the widget's text larger than the rest."""
    font = QFont(widget.font())
    font.setPointSizeF(font.pointSizeF() * factor)
    widget.setFont(font)
