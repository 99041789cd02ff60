"""A report of running text as it looks, its figures lit; built in slices, lit only where it is visible."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QScrollBar, QWidget
from typing_extensions import override

from desktop.core.documents import Document, Format
from desktop.core.places import Place
from desktop.ui.marks import Mark
from desktop.ui.source.lit_text import LitSpan, LitText
from desktop.ui.source.looks import faint_text, is_dark
from desktop.ui.source.mark_index import MarkIndex
from desktop.ui.source.passage_marks import PassageMarks, paint_passage
from desktop.ui.source.scrolling import scroll_for, sideways_for
from desktop.ui.source.text_building import Ink, build_steps
from desktop.ui.source.text_map import TextMap
from desktop.ui.source.views import Standing, tell_of, trimmed

_SLICE_S = 0.003
_WIDEST_LINE_LETTERS = 80
_LEAST_MARGIN = 16
_BAR_GAP = 3.0
_LARGER_BY_POINTS = 1.0
_LONG_TEXT = 300_000
_MANY_CELLS = 3_000
_REWRAP_AFTER_MS = 300
_NOTHING = Document(Format.TXT, "", ())


class TextView(LitText):
    """Shows a document's blocks and tables; places are found by their offsets, exactly."""

    figure_clicked = Signal(int)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = _NOTHING
        self._shown: QTextDocument | None = None
        self._places = TextMap("")
        self._marks = MarkIndex()
        self._passages = PassageMarks()
        self._framed: Place | None = None
        self._framed_id: int | None = None
        self._is_sought = False
        self._standing: Standing | None = None
        self._steps: Iterator[None] | None = None
        self._pressed_at: QPoint | None = None
        self._is_heavy = False
        self._wrapped_at = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._build_slice)
        self._rewrap_timer = QTimer(self)
        self._rewrap_timer.setSingleShot(True)
        self._rewrap_timer.setInterval(_REWRAP_AFTER_MS)
        self._rewrap_timer.timeout.connect(self._rewrap)
        self._enlarge_font()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or text would wrap twice
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(self.selection_changed)

    def show_document(self, document: Document, standing: Standing) -> None:
        """Show a report from its first page on at once, the rest of it as soon as the window is idle."""
        self._document = document
        self._framed = self._framed_id = None
        self._standing = standing
        self._is_heavy = _is_heavy(document)
        self._start_building()

    def clear(self) -> None:
        """Show nothing."""
        self.show_document(_NOTHING, Standing())

    def set_marks(self, marks: MarkIndex) -> None:
        """Light these marks from now on."""
        self._marks = marks
        self.viewport().update()

    def set_passages(self, passages: PassageMarks) -> None:
        """Show these tagged passages from now on."""
        self._passages = passages
        self.viewport().update()

    def refresh_marks(self) -> None:
        """Light the marks anew: some have changed."""
        self.viewport().update()

    def frame(self, place: Place | None, figure_id: int | None) -> None:
        """Frame a place and bring it into view, as soon as it is built."""
        self._framed, self._framed_id = place, figure_id
        self._is_sought = place is not None
        self._standing = None if place is not None else self._standing
        self._seek()
        self.viewport().update()

    def selected_place(self) -> tuple[Place, str] | None:
        """Return the span of the report that is selected, without white space at its ends, and its text."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._places.offset_from(cursor.selectionStart())
        start, end = trimmed(self._document.text, start, self._places.offset(cursor.selectionEnd()))
        return (Place(start, end), self._document.text[start:end]) if start < end else None

    def standing(self) -> Standing:
        """Return the offset at the top, and how far it is scrolled out."""
        if self._standing is not None:
            return self._standing
        offset = self._places.offset(self._top_position())
        return Standing(offset, round(-self._line_top(self._places.position(offset))))

    def is_built(self) -> bool:
        """Tell whether the whole report stands in the view."""
        return self._steps is None

    @override
    def lit_spans(self) -> Iterator[LitSpan]:
        start, end = self._visible_offsets()
        for mark in self._marks.between(start, end):
            is_framed = mark.figure_id == self._framed_id
            span = self._places.span(mark.place.start, mark.place.end)
            yield LitSpan(*span, self.looks().by_state[mark.state], is_framed)
        if self._framed is not None and self._marks.get(self._framed_id) is None:
            yield LitSpan(*self._places.span(self._framed.start, self._framed.end), None, is_framed=True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not len(self._passages):
            return
        margin = self.document().rootFrame().frameFormat().leftMargin()
        bar_x, on_dark = margin - _BAR_GAP - self.horizontalScrollBar().value(), is_dark(self.palette())
        painter = QPainter(self.viewport())
        for mark, column in self._passages.between(*self._visible_offsets()):
            rects = list(self.fragments(*self._places.span(mark.place.start, mark.place.end)))
            paint_passage(painter, rects, bar_x, column, mark, on_dark=on_dark)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point, pressed_at = event.position().toPoint(), self._pressed_at
        self._pressed_at = None
        if (
            event.button() is not Qt.MouseButton.LeftButton
            or pressed_at is None
            or self.textCursor().hasSelection()
        ):
            return
        mark = self._mark_at(point)
        if mark is not None and mark == self._mark_at(pressed_at):
            self.figure_clicked.emit(mark.figure_id)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            over_mark = self._mark_at(event.position().toPoint()) is not None
            shape = Qt.CursorShape.PointingHandCursor if over_mark else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            position = self.position_at(event.pos())
            names = [] if position is None else self._passages.names_at(self._places.offset(position))
            tell_of(self._mark_at(event.pos()), self, event.globalPos(), names)
            return True
        return super().viewportEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._is_heavy:
            self._rewrap_timer.start()  # Qt's own answer would be to lay out all of it now
            return
        kept = None if self._standing is not None or self._is_sought else self.standing()
        super().resizeEvent(event)
        self._set_margins()
        if kept is not None and event.size().width() != event.oldSize().width():
            self._stand(kept)
        self._seek()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._rebuild()

    def _rebuild(self) -> None:
        """Build all anew, unseen until what was visible is there again."""
        self._standing = self.standing()
        self.viewport().setUpdatesEnabled(False)
        self._start_building()

    def _rewrap(self) -> None:
        """Fit a long report into the width the view has by now, in slices: at once it would take too long."""
        if self._is_heavy and self._wrapped_at != self.viewport().width():
            self._rebuild()

    def _start_building(self) -> None:
        self._timer.stop()
        shown = QTextDocument(self)
        shown.setUndoRedoEnabled(False)
        shown.setDocumentMargin(0)
        shown.setDefaultFont(self.font())
        self.setDocument(shown)
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = shown
        self._places = TextMap(self._document.text)
        self._wrapped_at = self.viewport().width()
        self._set_margins()
        faint = faint_text(self.palette())
        self._steps = build_steps(self._document, shown, self._places, Ink(faint, _rule(faint)))
        self._timer.start()
        self._build_slice()

    def _build_slice(self) -> None:
        """Build on for a short while; bring into view what is waited for once it is there."""
        if self._steps is None:
            return
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        until = perf_counter() + _SLICE_S
        while self._steps is not None and perf_counter() < until:
            if next(self._steps, self) is self:
                self._steps = None
                self._timer.stop()
        edit.endEditBlock()
        self._seek()

    def _seek(self) -> None:
        """Scroll to the framed place or to where the view stood, if that much is built."""
        sought = self._framed.end if self._is_sought and self._framed is not None else None
        stood = self._standing
        if sought is not None and self._reaches(sought):
            self._is_sought = False
            self._bring_into_view()
        elif stood is not None and self._reaches(stood.offset) and self._is_long_enough(stood):
            self._standing = None
            self._stand(stood)
        if self._standing is None:
            self.viewport().setUpdatesEnabled(True)

    def _reaches(self, offset: int) -> bool:
        return self._steps is None or self._places.end >= offset

    def _is_long_enough(self, standing: Standing) -> bool:
        """Tell whether enough is built below the line that stood at the top for it to stand there again."""
        if self._steps is None:
            return True
        top = self._line_top(self._places.position(standing.offset))
        bar = self.verticalScrollBar()
        return bar.value() + top + standing.across <= bar.maximum()

    def _bring_into_view(self) -> None:
        if self._framed is None:
            return
        start, end = self._places.span(self._framed.start, self._framed.end)
        self._put_caret(start)
        rects = list(self.fragments(start, end))
        if not rects:
            return
        height = rects[-1].bottom() - rects[0].top()
        _scroll(self.verticalScrollBar(), scroll_for(rects[0].top(), height, self.viewport().height()))
        across = sideways_for(rects[0].left(), rects[0].width(), self.viewport().width())
        _scroll(self.horizontalScrollBar(), across)

    def _put_caret(self, position: int) -> None:
        """Let selecting by keys begin at the framed place, without the scrolling of `setTextCursor`."""
        down, across = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(across)

    def _stand(self, standing: Standing) -> None:
        top = self._line_top(self._places.position(standing.offset))
        _scroll(self.verticalScrollBar(), round(top) + standing.across)

    def _line_top(self, position: int) -> float:
        """Return where the line of a position begins in the viewport; a block's end is on its last line."""
        block = self.document().findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        top = self.document().documentLayout().blockBoundingRect(block).top()
        return top + (line.y() if line.isValid() else 0.0) - self.verticalScrollBar().value()

    def _mark_at(self, point: QPoint) -> Mark | None:
        position = self.position_at(point)
        if position is None:
            return None
        marks = list(self._marks.at(self._places.offset(position)))
        framed = (mark for mark in marks if mark.figure_id == self._framed_id)
        return next(framed, marks[0] if marks else None)

    def _top_position(self) -> int:
        return self._position_near(0, 0)

    def _position_near(self, x: float, y: float) -> int:
        point = QPointF(x, y + self.verticalScrollBar().value())
        return max(0, self.document().documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit))

    def _visible_offsets(self) -> tuple[int, int]:
        """Return what can be seen, of tables whole rows with the cells that reach into them from above."""
        size = self.viewport().size()
        top, bottom = self._top_position(), self._position_near(size.width(), size.height())
        first = min(_row_positions(self.document(), top), default=top)
        last = max(_row_positions(self.document(), bottom), default=bottom)
        return self._places.offset(min(first, top)), self._places.offset(max(last, bottom)) + 1

    def _set_margins(self) -> None:
        widest = _WIDEST_LINE_LETTERS * self.fontMetrics().horizontalAdvance("n")
        margin = max(_LEAST_MARGIN, (self.viewport().width() - widest) // 2)
        layout = self.document().rootFrame().frameFormat()
        if layout.leftMargin() != margin:
            layout.setLeftMargin(margin)
            layout.setRightMargin(margin)
            layout.setTopMargin(_LEAST_MARGIN)
            layout.setBottomMargin(_LEAST_MARGIN)
            self.document().rootFrame().setFrameFormat(layout)

    def _enlarge_font(self) -> None:
        font = self.font()
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() + _LARGER_BY_POINTS)
            self.setFont(font)


def _is_heavy(document: Document) -> bool:
    """Tell whether a report is so long that it cannot be laid out anew at every step of a resizing."""
    return len(document.text) > _LONG_TEXT or sum(len(table.cells) for table in document.tables) > _MANY_CELLS


def _row_positions(document: QTextDocument, position: int) -> Iterator[int]:
    """Yield the first and last positions of the cells in the table row at `position`, nothing elsewhere."""
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    table = cursor.currentTable()
    if not table:
        return
    row = table.cellAt(cursor).row()
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        yield cell.firstPosition()
        yield cell.lastPosition()


def _rule(faint: QColor) -> QColor:
    rule = QColor(faint)
    rule.setAlphaF(0.55)
    return rule


def _scroll(bar: QScrollBar, by: int) -> None:
    if by:
        bar.setValue(bar.value() + by)
