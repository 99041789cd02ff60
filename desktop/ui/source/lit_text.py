"""A read-only text that paints lit numbers under and over its letters instead of formatting them.

Only what is visible is ever painted, so the number of marks costs nothing; the text itself stays as it was
built. No markup is ever parsed, so no image and no link can make it open a file or an address.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from desktop.ui.source.looks import Look, Looks, looks_on
from desktop.ui.source.painting import paint_frame, paint_ground, paint_line

_OWN_KEYS = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.MoveToNextWord,
    QKeySequence.StandardKey.MoveToPreviousWord,
    QKeySequence.StandardKey.MoveToStartOfDocument,
    QKeySequence.StandardKey.MoveToEndOfDocument,
    QKeySequence.StandardKey.SelectNextWord,
    QKeySequence.StandardKey.SelectPreviousWord,
    QKeySequence.StandardKey.SelectStartOfDocument,
    QKeySequence.StandardKey.SelectEndOfDocument,
)


@dataclass(frozen=True, slots=True)
class LitSpan:
    """Positions [start, end) of the shown text, how they are lit (None: plainly), whether they are framed."""

    start: int
    end: int
    look: Look | None
    is_framed: bool = False


class LitText(QTextEdit):
    """Shows text that can be selected with mouse and keys, with the spans of `lit_spans` lit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptDrops(False)  # files that are dropped are for the window
        self.viewport().setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.document().setUndoRedoEnabled(False)
        self._looks = looks_on(self.palette())

    def lit_spans(self) -> Iterable[LitSpan]:
        """Return the spans to light now; only those near the visible part are needed."""
        return ()

    def looks(self) -> Looks:
        """Return how states look on the present palette."""
        return self._looks

    def fragments(self, start: int, end: int) -> Iterator[QRectF]:
        """Yield the rectangles of [start, end) in the viewport, one for each line it stands on."""
        shift = -QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < max(end, start + 1):
            origin = self.document().documentLayout().blockBoundingRect(block).topLeft() + shift
            for rect in _fragments_of_block(block, start, end):
                yield rect.translated(origin)
            block = block.next()

    def position_at(self, point: QPoint) -> int | None:
        """Return the position of the character under a point of the viewport, None where there is none."""
        position = (
            self.document()
            .documentLayout()
            .hitTest(self._in_document(QPointF(point)), Qt.HitTestAccuracy.ExactHit)
        )
        return position if position >= 0 else None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        lit = [(span, list(self.fragments(span.start, span.end))) for span in self.lit_spans()]
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grounds(painter, lit)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lines(painter, lit)
        painter.end()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._claim_only_own_keys(event)
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._looks = looks_on(self.palette())
            self.viewport().update()

    def _in_document(self, point: QPointF) -> QPointF:
        return point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _paint_grounds(self, painter: QPainter, lit: list[tuple[LitSpan, list[QRectF]]]) -> None:
        for span, rects in lit:
            for rect in rects:
                paint_ground(painter, rect, span.look or self._looks.current)

    def _paint_lines(self, painter: QPainter, lit: list[tuple[LitSpan, list[QRectF]]]) -> None:
        for span, rects in lit:
            for rect in rects:
                if span.look is not None:
                    paint_line(painter, rect, span.look)
                if span.is_framed:
                    paint_frame(painter, rect, self._looks.current)

    def _claim_only_own_keys(self, event: QKeyEvent) -> bool:
        """Leave Enter, Delete, Ctrl+Z and the like to the window: here is nothing to type or to undo."""
        event.setAccepted(any(event.matches(key) for key in _OWN_KEYS))
        return True


def _fragments_of_block(block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    layout = block.layout()
    first, last = max(0, start - block.position()), min(end - block.position(), block.length() - 1)
    line = layout.lineForTextPosition(first)
    while line.isValid():
        rect = _fragment_of_line(line, first, last)
        if rect.width() > 0:
            yield rect
        if line.textStart() + line.textLength() >= last or line.lineNumber() + 1 >= layout.lineCount():
            return
        line = layout.lineAt(line.lineNumber() + 1)


def _fragment_of_line(line: QTextLine, first: int, last: int) -> QRectF:
    begin, stop = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
    left, right = _x(line, begin), _x(line, stop)
    return QRectF(left, line.y(), right - left, line.ascent() + line.descent())


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # a pair, whatever its stub says
    return float(found[0])
