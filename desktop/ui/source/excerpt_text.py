"""The words around one figure, larger than in the report, the figure lit and framed."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.marks import State
from desktop.ui.source.cell_context import CellContext
from desktop.ui.source.excerpts import Excerpt
from desktop.ui.source.lit_text import LitSpan, LitText
from desktop.ui.source.looks import faint_text
from desktop.ui.source.text_map import shown, units

_LARGER = 1.25
_STILL_LARGER = 1.5
_LINE_HEIGHT = 125.0
_STEP = " › "


class ExcerptText(LitText):
    """Shows an excerpt of running text, or a cell under its headers beside its labels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span = (0, 0)
        self._state = State.OPEN
        font = QFont(self.font())
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * _LARGER)
            self.setFont(font)
        self._usual_font = font
        self.document().setDocumentMargin(8)
        self.setMinimumHeight(3 * QFontMetrics(font).lineSpacing())

    def enlarge(self, *, is_larger: bool) -> None:
        """Write larger than usual, or as usual."""
        font = QFont(self._usual_font)
        if is_larger and font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * _STILL_LARGER)
        self.setFont(font)

    def show_nothing(self) -> None:
        """Show no figure."""
        self.document().clear()
        self._span = (0, 0)

    def show_excerpt(self, excerpt: Excerpt) -> None:
        """Show a sentence with the figure in it framed."""
        cursor = self._begin()
        layout = QTextBlockFormat()
        layout.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(layout)
        cursor.insertText(shown(excerpt.text))
        self._end(cursor, units(excerpt.text[: excerpt.start]), units(excerpt.text[: excerpt.end]))

    def show_cell(self, context: CellContext, where: str) -> None:
        """Show a cell framed, its headers above it, its labels to its left, where it stands in the corner."""
        cursor = self._begin()
        table = cursor.insertTable(2, 2, self._table_format())
        faint = QTextCharFormat()
        faint.setForeground(faint_text(self.palette()))
        _write(table, 0, 0, where, faint)
        _write(table, 0, 1, _STEP.join(context.headers), QTextCharFormat(), Qt.AlignmentFlag.AlignRight)
        _write(table, 1, 0, _STEP.join(context.labels), QTextCharFormat())
        start = _write(table, 1, 1, context.value, QTextCharFormat(), Qt.AlignmentFlag.AlignRight)
        self._end(cursor, start, start + units(context.value))

    def show_state(self, state: State) -> None:
        """Light the figure as being in this state."""
        self._state = state
        self.viewport().update()

    @override
    def lit_spans(self) -> Iterator[LitSpan]:
        if self._span[1] > self._span[0]:
            yield LitSpan(*self._span, self.looks().by_state[self._state], is_framed=True)

    def _begin(self) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(QTextBlockFormat())
        return cursor

    def _end(self, cursor: QTextCursor, start: int, end: int) -> None:
        cursor.endEditBlock()
        self._span = (start, end)
        at_figure = QTextCursor(self.document())
        at_figure.setPosition(start)
        self.setTextCursor(at_figure)
        self.ensureCursorVisible()
        self.viewport().update()

    def _table_format(self) -> QTextTableFormat:
        layout = QTextTableFormat()
        layout.setBorder(1)
        layout.setBorderCollapse(True)
        layout.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        layout.setBorderBrush(faint_text(self.palette()))
        layout.setCellPadding(6)
        return layout


def _write(
    table: QTextTable,
    row: int,
    column: int,
    text: str,
    text_format: QTextCharFormat,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """Write a cell and return the position of its text."""
    cursor = table.cellAt(row, column).firstCursorPosition()
    layout = QTextBlockFormat()
    layout.setAlignment(side)
    cursor.setBlockFormat(layout)
    start = cursor.position()
    cursor.insertText(shown(text), text_format)
    return start
