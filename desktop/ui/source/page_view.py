"""A paged report as pictures of its pages, its figures lit by their boxes; only what is visible is drawn."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from typing_extensions import override

from desktop.core.documents import Document, Format, Page, Word
from desktop.core.places import Place
from desktop.ui.marks import Mark
from desktop.ui.source.looks import looks_on_paper
from desktop.ui.source.mark_index import MarkIndex
from desktop.ui.source.page_layout import GAP, PageLayout, widest
from desktop.ui.source.page_loading import LoadPage, PageLoader, PageRequest
from desktop.ui.source.page_places import around, boxes_on, page_of, word_at, word_near
from desktop.ui.source.page_selection import WordSelection, neighbour, word_of_line
from desktop.ui.source.painting import paint_frame, paint_ground, paint_line
from desktop.ui.source.passage_marks import PassageMarks, paint_passage
from desktop.ui.source.scrolling import scroll_for, sideways_for
from desktop.ui.source.views import Standing, tell_of
from desktop.ui.tasks import TaskRunner

_NOTHING = Document(Format.PDF, "", ())
_ZOOMS = (0.4, 6.0)
_ZOOM_STEP = 1.15
_MOST_PIXELS = 16_000_000
_ASK_AFTER_MS = 30
_SELECTION_ALPHA = 90
_BAR_GAP = 6.0
_STEPS = {
    Qt.Key.Key_Left: (neighbour, -1),
    Qt.Key.Key_Right: (neighbour, 1),
    Qt.Key.Key_Up: (word_of_line, -1),
    Qt.Key.Key_Down: (word_of_line, 1),
}


class PageView(QAbstractScrollArea):
    """Shows pages one below another; fits their width until it is zoomed; words can be selected on them."""

    figure_clicked = Signal(int)
    selection_changed = Signal()

    def __init__(self, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = _NOTHING
        self._marks = MarkIndex()
        self._passages = PassageMarks()
        self._looks = looks_on_paper()
        self._framed: Place | None = None
        self._framed_id: int | None = None
        self._zoom: float | None = None
        self._layout = PageLayout((), 1.0, 0.0)
        self._selection: WordSelection | None = None
        self._pressed_at: QPointF | None = None
        self._is_dragging = False
        self._loader = PageLoader(runner, self)
        self._loader.page_loaded.connect(self._show_page)
        self._loader.page_failed.connect(self._show_page)
        self._ask_timer = QTimer(self)
        self._ask_timer.setSingleShot(True)
        self._ask_timer.setInterval(_ASK_AFTER_MS)
        self._ask_timer.timeout.connect(self._ask_for_pages)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or fitting might not settle
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def use_pages(self, load_page: LoadPage | None) -> None:
        """Take the pictures of pages from here; to be called before `show_document`."""
        self._loader.use(load_page)

    def show_document(self, document: Document, standing: Standing) -> None:
        """Show the pages of a report, standing where it stood before."""
        self._document = document
        self._framed = self._framed_id = self._selection = None
        self._zoom = standing.zoom or None
        self._lay_out()
        if document.pages:
            top = self._layout.rect(min(standing.offset, len(document.pages) - 1)).top() - GAP
            self.verticalScrollBar().setValue(round(top + standing.across * self._layout.zoom))
        self.viewport().update()
        self._ask_timer.start()

    def clear(self) -> None:
        """Show nothing."""
        self._loader.use(None)
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
        """Frame a place and bring it into view; None frames nothing."""
        if place != self._framed and self._selection is not None:
            self._select(None)
        self._framed, self._framed_id = place, figure_id
        if place is not None:
            self._bring_into_view(place)
        self.viewport().update()

    def selected_place(self) -> tuple[Place, str] | None:
        """Return the selected words as a place with its boxes, and their text."""
        if self._selection is None:
            return None
        place = self._selection.place(self._document)
        return place, self._document.text[place.start : place.end]

    def standing(self) -> Standing:
        """Return the page at the top, how far it is scrolled out, and the zoom that was chosen."""
        if not self._document.pages:
            return Standing()
        top = self.verticalScrollBar().value()
        index = self._layout.index_at(top + GAP)
        across = (top + GAP - self._layout.rect(index).top()) / self._layout.zoom
        return Standing(index, round(across), zoom=self._zoom or 0.0)

    def zoom(self) -> float:
        """Return the pixels for a point."""
        return self._layout.zoom

    def fit_width(self) -> None:
        """Show pages as wide as the view from now on."""
        self._zoom_to(None, QPointF(self.viewport().rect().center()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self._scrolled())
        for index in self._visible_pages():
            self._paint_page(painter, index)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        standing = self.standing()
        super().resizeEvent(event)
        self._lay_out()
        if self._document.pages:
            top = self._layout.rect(standing.offset).top() - GAP + standing.across * self._layout.zoom
            self.verticalScrollBar().setValue(round(top))
        self._ask_timer.start()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._ask_timer.start()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(_ZOOM_STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            self._is_dragging = False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            over_mark = self._mark_at(event.position()) is not None
            shape = Qt.CursorShape.PointingHandCursor if over_mark else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            return
        way = (event.position() - self._pressed_at).manhattanLength()
        if self._is_dragging or way >= QApplication.startDragDistance():
            self._drag_to(self._pressed_at, event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed_at, self._pressed_at = self._pressed_at, None
        if pressed_at is None or self._is_dragging:
            return
        self._select(None)
        mark = self._mark_at(event.position())
        if mark is not None:
            self.figure_clicked.emit(mark.figure_id)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        word = self._word_at(event.position())
        self._select(WordSelection(word, word) if word is not None else None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and self._zoom_by_key(event.key()):
            event.accept()
        elif event.key() in _STEPS and self._walks(event):
            self._step(
                Qt.Key(event.key()), extends=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            )
        else:
            super().keyPressEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tell_of(self._mark_at(QPointF(event.pos())), self, event.globalPos())
            return True
        return super().viewportEvent(event)

    def _lay_out(self) -> None:
        viewport, pages = self.viewport().size(), self._document.pages
        fitting = (viewport.width() - 2 * GAP) / (widest(pages) or 1.0)
        zoom = self._zoom if self._zoom is not None else max(0.1, fitting)
        self._layout = PageLayout(pages, zoom, viewport.width())
        size = self._layout.size.toSize()
        for bar, whole, part in (
            (self.verticalScrollBar(), size.height(), viewport.height()),
            (self.horizontalScrollBar(), size.width(), viewport.width()),
        ):
            bar.setRange(0, max(0, whole - part))
            bar.setPageStep(part)
            bar.setSingleStep(40)

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _visible_pages(self) -> Iterator[int]:
        top = self.verticalScrollBar().value()
        return self._layout.between(top, top + self.viewport().height())

    def _request(self, index: int) -> PageRequest:
        page = self._document.pages[index]
        most = (_MOST_PIXELS / max(1.0, page.width * page.height)) ** 0.5
        return PageRequest(page.number, round(min(most, self._layout.zoom * self.devicePixelRatioF()), 3))

    def _ask_for_pages(self) -> None:
        visible = list(self._visible_pages())
        after = [visible[-1] + 1] if visible and visible[-1] + 1 < len(self._document.pages) else []
        self._loader.want(self._request(index) for index in visible + after)

    def _show_page(self, _page: int) -> None:
        self.viewport().update()

    def _paint_page(self, painter: QPainter, index: int) -> None:
        rect, page = self._layout.rect(index), self._document.pages[index]
        request = self._request(index)
        picture = self._loader.picture(request) or self._loader.picture_at_any_scale(page.number)
        if picture is not None:
            painter.drawPixmap(rect, picture, QRectF(picture.rect()))
        else:
            self._paint_blank(painter, rect, page, has_failed=self._loader.has_failed(request))
        self._paint_marks(painter, index, page)
        self._paint_passages(painter, index, page)
        self._paint_selection(painter, index, page)

    def _paint_blank(self, painter: QPainter, rect: QRectF, page: Page, *, has_failed: bool) -> None:
        painter.fillRect(rect, QColor("#e4e4e4"))
        painter.setPen(QColor("#555555"))
        text = self.tr("Page {page} cannot be shown") if has_failed else self.tr("Page {page}")
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text.format(page=page.number))

    def _paint_marks(self, painter: QPainter, index: int, page: Page) -> None:
        for mark in self._marks_on(page):
            look = self._looks.by_state[mark.state]
            for box in boxes_on(page, mark.place):
                rect = self._layout.box_rect(index, box)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                paint_ground(painter, rect, look)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                paint_line(painter, rect, look)
        if self._framed is not None and page_of(self._document, self._framed) is page:
            for box in boxes_on(page, self._framed):
                paint_frame(painter, self._layout.box_rect(index, box), self._looks.current)

    def _paint_passages(self, painter: QPainter, index: int, page: Page) -> None:
        for mark, column in self._passages.between(page.start, max(page.end, page.start + 1)):
            place = Place(mark.place.start, mark.place.end)
            rects = [self._layout.box_rect(index, box) for box in boxes_on(page, place)]
            left = min((rect.left() for rect in rects), default=0.0) - _BAR_GAP
            paint_passage(painter, rects, left, column, mark, on_dark=False)

    def _paint_selection(self, painter: QPainter, index: int, page: Page) -> None:
        if self._selection is None:
            return
        color = self.palette().color(QPalette.ColorRole.Highlight)
        color.setAlpha(_SELECTION_ALPHA)
        for box in boxes_on(page, Place(self._selection.start, self._selection.end)):
            painter.fillRect(self._layout.box_rect(index, box), color)

    def _marks_on(self, page: Page) -> Iterator[Mark]:
        return self._marks.between(page.start, max(page.end, page.start + 1))

    def _bring_into_view(self, place: Place) -> None:
        page = page_of(self._document, place)
        boxes = boxes_on(page, place) if page is not None else []
        if page is None or not boxes:
            return
        rect = self._layout.box_rect(page.number - 1, around(boxes)).translated(-self._scrolled())
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setValue(down.value() + scroll_for(rect.top(), rect.height(), self.viewport().height()))
        across.setValue(across.value() + sideways_for(rect.left(), rect.width(), self.viewport().width()))

    def _on_page(self, point: QPointF) -> tuple[Page, QPointF] | None:
        if not self._document.pages:
            return None
        at = point + self._scrolled()
        index = self._layout.index_at(at.y())
        return self._document.pages[index], self._layout.on_page(index, at)

    def _word_at(self, point: QPointF) -> Word | None:
        found = self._on_page(point)
        return word_at(found[0], found[1].x(), found[1].y()) if found is not None else None

    def _word_near(self, point: QPointF) -> Word | None:
        found = self._on_page(point)
        return word_near(found[0], found[1].x(), found[1].y()) if found is not None else None

    def _mark_at(self, point: QPointF) -> Mark | None:
        found = self._on_page(point)
        if found is None:
            return None
        page, at = found
        hit = [mark for mark in self._marks_on(page) if _holds(page, mark.place, at)]
        framed = (mark for mark in hit if mark.figure_id == self._framed_id)
        return next(framed, hit[0] if hit else None)

    def _drag_to(self, pressed_at: QPointF, point: QPointF) -> None:
        """Select from the word where the mouse was pressed to the one where it is; scroll at the edges."""
        if not self._is_dragging or self._selection is None:
            self._is_dragging = True
            first = self._word_near(pressed_at)
            self._selection = WordSelection(first, first) if first is not None else None
        head = self._word_near(point)
        if self._selection is not None and head is not None:
            self._select(self._selection.extended(head))
        beyond = min(point.y(), 0) + max(point.y() - self.viewport().height(), 0)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(beyond / 2))

    def _select(self, selection: WordSelection | None) -> None:
        if selection == self._selection and not self._is_dragging:
            return
        self._selection = selection
        self.viewport().update()
        self.selection_changed.emit()

    def _walks(self, event: QKeyEvent) -> bool:
        """Tell whether an arrow key moves the selection: with Shift, or when there is one already."""
        bare = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if bare != Qt.KeyboardModifier.NoModifier:
            return False
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return shifted or self._selection is not None

    def _step(self, key: Qt.Key, *, extends: bool) -> None:
        if self._selection is None:
            first = self._first_word()
            self._select(WordSelection(first, first) if first is not None else None)
            return
        step, by = _STEPS[key]
        head = step(self._document, self._selection.head, by)
        self._select(self._selection.extended(head) if extends else WordSelection(head, head))
        self._bring_into_view(WordSelection(head, head).place(self._document))

    def _first_word(self) -> Word | None:
        """Return where selecting by keys begins: in the framed place, else at the top of the view."""
        page = page_of(self._document, self._framed) if self._framed is not None else None
        boxes = boxes_on(page, self._framed) if page is not None and self._framed is not None else []
        if page is not None and boxes:
            return word_near(page, boxes[0].x0, (boxes[0].y0 + boxes[0].y1) / 2)
        return self._word_near(QPointF(self.viewport().width() / 4, self.viewport().height() / 4))

    def _copy(self) -> None:
        selected = self.selected_place()
        if selected is not None:
            QGuiApplication.clipboard().setText(selected[1])

    def _zoom_by_key(self, key: int) -> bool:
        centre = QPointF(self.viewport().rect().center())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_by(_ZOOM_STEP, centre)
        elif key == Qt.Key.Key_Minus:
            self._zoom_by(1 / _ZOOM_STEP, centre)
        elif key == Qt.Key.Key_0:
            self.fit_width()
        else:
            return False
        return True

    def _zoom_by(self, factor: float, around_point: QPointF) -> None:
        self._zoom_to(min(max(_ZOOMS[0], self._layout.zoom * factor), _ZOOMS[1]), around_point)

    def _zoom_to(self, zoom: float | None, fixed: QPointF) -> None:
        """Zoom so that what is at `fixed` in the viewport stays there."""
        found = self._on_page(fixed)
        self._zoom = zoom
        self._lay_out()
        if found is not None:
            page, at = found
            now = self._layout.rect(page.number - 1).topLeft() + at * self._layout.zoom - fixed
            self.horizontalScrollBar().setValue(round(now.x()))
            self.verticalScrollBar().setValue(round(now.y()))
        self.viewport().update()
        self._ask_timer.start()


def _holds(page: Page, place: Place, point: QPointF) -> bool:
    return any(
        box.x0 <= point.x() <= box.x1 and box.y0 <= point.y() <= box.y1 for box in boxes_on(page, place)
    )
