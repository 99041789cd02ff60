"""Tagged and noted passages in each of the source's views."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.places import Place
from desktop.ui.source.page_view import PageView
from desktop.ui.source.passage_marks import PassageMark, PassageMarks
from desktop.ui.source.sheet_model import PASSAGES_ROLE
from desktop.ui.source.sheet_view import SheetView
from desktop.ui.source.views import Standing
from desktop.ui.tasks import ImmediateRunner

LIGHT, DARK = QColor("#b3261e"), QColor("#ff8a80")


def _mark(start: int, end: int, name: str = "Y tế") -> PassageMark:
    return PassageMark(Place(start, end), name, LIGHT, DARK)


def test_overlapping_passages_have_bars_of_their_own() -> None:
    marks = PassageMarks([_mark(0, 50, "a"), _mark(10, 20, "b"), _mark(20, 30, "c"), _mark(60, 70, "d")])
    columns = {mark.name: column for mark, column in marks.between(0, 100)}
    assert columns == {"a": 0, "b": 1, "c": 1, "d": 0}


def test_passages_are_found_where_they_share_text() -> None:
    marks = PassageMarks([_mark(0, 5, "a"), _mark(3, 9, "b")])
    assert marks.names_at(4) == ["a", "b"]
    assert marks.names_at(5) == ["b"]
    assert marks.names_at(9) == []
    assert list(PassageMarks().between(0, 10)) == []


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), max_size=12), st.integers(0, 130))
def test_every_passage_over_a_letter_is_found(spans: list[tuple[int, int]], offset: int) -> None:
    marks = [_mark(start, start + length, str(at)) for at, (start, length) in enumerate(spans)]
    over = {mark.name for mark in marks if mark.place.start <= offset < mark.place.end}
    assert set(PassageMarks(marks).names_at(offset)) == over


def test_page_shows_a_passage_on_paper_colours(qtbot: QtBot, make: Any, runner: ImmediateRunner) -> None:
    document = make.paged("một hai ba bốn")
    view = PageView(runner)
    qtbot.addWidget(view)
    view.resize(640, 480)
    view.show()
    view.use_pages(make.pages_of(document).load)
    view.show_document(document, Standing())
    assert _pixels(view, LIGHT) == 0
    view.set_passages(PassageMarks([PassageMark(make.place_of(document, "hai ba"), "Y tế", LIGHT, DARK)]))
    assert _pixels(view, LIGHT) > 20
    view.set_passages(PassageMarks())
    assert _pixels(view, LIGHT) == 0


def test_sheet_shows_the_tags_of_a_cell_in_its_corner(qtbot: QtBot, make: Any) -> None:
    document = make.workbook(CPI=[["Chỉ tiêu", Decimal(1)], ["Lúa", Decimal(2)]])
    view = SheetView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.show_document(document, Standing())
    view.set_passages(PassageMarks([PassageMark(make.place_of(document, "Lúa"), "Y tế", LIGHT, LIGHT)]))
    assert _pixels(view, LIGHT) > 10
    model = view.grid().model()
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == "Lúa\nY tế"
    assert model.index(0, 0).data(PASSAGES_ROLE) == []


def _pixels(widget: QWidget, color: QColor) -> int:
    """Return how many pixels of a widget have this colour."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = color.rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))
