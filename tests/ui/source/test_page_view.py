"""Pages as pictures: lit, clicked, selected, zoomed."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.documents import Document
from desktop.core.figures import Verdict
from desktop.core.places import Place
from desktop.ui.marks import Mark
from desktop.ui.source.mark_index import MarkIndex
from desktop.ui.source.page_places import boxes_on, page_of
from desktop.ui.source.page_view import PageView
from desktop.ui.source.views import Standing
from desktop.ui.tasks import ImmediateRunner


@pytest.fixture
def view(qtbot: QtBot, runner: ImmediateRunner) -> PageView:
    shown = PageView(runner)
    qtbot.addWidget(shown)
    shown.resize(640, 480)
    shown.show()
    return shown


def show(view: PageView, make: Any, document: Document, marks: list[Mark] | None = None) -> Any:
    pages = make.pages_of(document)
    view.use_pages(pages.load)
    view.show_document(document, Standing())
    view.set_marks(MarkIndex(marks or []))
    return pages


def middle(view: PageView, document: Document, place: Place) -> QPoint:
    page = page_of(document, place)
    assert page is not None
    rect = view._layout.box_rect(page.number - 1, boxes_on(page, place)[0])
    return (rect.center() - view._scrolled()).toPoint()


def test_only_visible_pages_and_the_next_are_drawn(qtbot: QtBot, view: PageView, make: Any) -> None:
    pages = show(view, make, make.paged(*(f"trang {number}" for number in range(1, 60))))
    qtbot.waitUntil(lambda: len(pages.asked) >= 2)
    assert {page for page, _ in pages.asked} == {1, 2}


def test_page_fits_the_width_until_it_is_zoomed(qtbot: QtBot, view: PageView, make: Any) -> None:
    show(view, make, make.paged("một"))
    assert view.zoom() * 595 < view.viewport().width()
    assert view.zoom() * 595 > view.viewport().width() - 40
    before = view.zoom()
    view.resize(500, 480)
    assert view.zoom() < before
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    zoomed = view.zoom()
    view.resize(640, 480)
    assert view.zoom() == zoomed
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() == pytest.approx(before)


def test_ctrl_and_wheel_zoom_at_the_pointer(qtbot: QtBot, view: PageView, make: Any) -> None:
    document = make.paged(*(["có 218 vụ\ngiảm 5,2%"] * 5))
    show(view, make, document)
    place = make.place_of(document, "218")
    before = middle(view, document, place)
    wheel = QWheelEvent(
        QPointF(before),
        QPointF(before),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    zoom = view.zoom()
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom() == pytest.approx(zoom * 1.15**2)
    assert (middle(view, document, place) - before).manhattanLength() <= 30


def test_click_on_a_lit_number_tells_its_figure(qtbot: QtBot, view: PageView, make: Any) -> None:
    document = make.paged("có 218 vụ, giảm 5,2%")
    marks = make.marks_on(document)
    show(view, make, document, marks)
    with qtbot.waitSignal(view.figure_clicked) as clicked:
        at = middle(view, document, marks[1].place)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked.args == [2]


def test_dragging_over_words_selects_them_with_their_boxes(qtbot: QtBot, view: PageView, make: Any) -> None:
    document = make.paged("có 218 vụ ma túy\ngiảm 5,2%")
    show(view, make, document, make.marks_on(document))
    first, last = make.place_of(document, "218"), make.place_of(document, "túy")
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, document, last))
    with qtbot.waitSignal(view.selection_changed):
        qtbot.mouseMove(view.viewport(), middle(view, document, first))
    with qtbot.assertNotEmitted(view.figure_clicked):
        at = middle(view, document, first)
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    selected = view.selected_place()
    assert selected is not None
    place, text = selected
    assert text == "218 vụ ma túy"
    assert (place.start, place.end, place.page) == (first.start, last.end, 1)
    assert len(place.boxes) == 1


def test_click_beside_words_takes_the_selection_back(qtbot: QtBot, view: PageView, make: Any) -> None:
    document = make.paged("có 218 vụ")
    show(view, make, document)
    at = middle(view, document, make.place_of(document, "218"))
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.selected_place() is not None
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert view.selected_place() is None


def test_keys_select_words_from_the_framed_figure_on(qtbot: QtBot, view: PageView, make: Any) -> None:
    document = make.paged("có 218 vụ ma túy")
    show(view, make, document, make.marks_on(document))
    view.frame(make.place_of(document, "218"), 1)
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    selected = view.selected_place()
    assert selected is not None
    assert selected[1] == "218 vụ"
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "218 vụ"


def test_framed_place_comes_into_view_and_stays(qtbot: QtBot, view: PageView, make: Any) -> None:
    document = make.paged(*(f"trang {number}\ncó {number * 1000} vụ" for number in range(1, 30)))
    marks = make.marks_on(document)
    show(view, make, document, marks)
    view.frame(marks[41].place, marks[41].figure_id)
    assert 0.2 <= middle(view, document, marks[41].place).y() / view.viewport().height() <= 0.4
    before = view.verticalScrollBar().value()
    view.frame(marks[40].place, marks[40].figure_id)
    assert view.verticalScrollBar().value() == before


def test_report_shown_again_stands_where_it_was(qtbot: QtBot, view: PageView, make: Any) -> None:
    document = make.paged(*(f"trang {number}" for number in range(1, 30)))
    show(view, make, document)
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    view.verticalScrollBar().setValue(5000)
    zoom, standing = view.zoom(), view.standing()
    show(view, make, make.paged("khác"))
    view.show_document(document, standing)
    assert view.zoom() == zoom
    assert abs(view.verticalScrollBar().value() - 5000) <= 2


def test_states_are_painted_over_the_picture(qtbot: QtBot, view: PageView, make: Any) -> None:
    document = make.paged("có 218 vụ")
    place = make.place_of(document, "218")
    pages = show(view, make, document)
    qtbot.waitUntil(lambda: bool(pages.asked))
    seen = set()
    for verdict in Verdict:
        view.set_marks(MarkIndex([Mark(1, place, verdict)]))
        corner = middle(view, document, place) - QPoint(0, 4)
        seen.add(view.viewport().grab().toImage().pixelColor(corner).name())
    assert len(seen) == len(Verdict)


def test_page_that_cannot_be_drawn_stays_grey(qtbot: QtBot, view: PageView, make: Any) -> None:
    document = make.paged(*(f"trang {number}" for number in range(1, 20)))
    pages = show(view, make, document)
    view.frame(document.pages[12].words and make.place_of(document, "trang 13"), None)
    qtbot.waitUntil(lambda: 13 in [page for page, _ in pages.asked])
    at = view._layout.rect(12).topLeft() - view._scrolled() + QPointF(20, 60)
    assert view.viewport().grab().toImage().pixelColor(at.toPoint()).name() == "#e4e4e4"


def test_cleared_view_is_empty(qtbot: QtBot, view: PageView, make: Any) -> None:
    show(view, make, make.paged("có 218 vụ"))
    view.clear()
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert view.selected_place() is None
    assert view.verticalScrollBar().maximum() == 0
