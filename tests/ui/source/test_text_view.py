"""The running text of a report: built in slices, lit, clicked, selected."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette, QTextCursor
from pytestqt.qtbot import QtBot

from desktop.core.documents import Document, Format
from desktop.core.figures import Origin, Verdict
from desktop.core.places import Place
from desktop.ui.marks import Mark
from desktop.ui.source.mark_index import MarkIndex
from desktop.ui.source.text_view import TextView
from desktop.ui.source.views import Standing

NFD = "ta\u0323i cơ sở ho\u0323̂i"


@pytest.fixture
def view(qtbot: QtBot) -> TextView:
    shown = TextView()
    qtbot.addWidget(shown)
    shown.resize(520, 420)
    shown.show()
    return shown


def show(qtbot: QtBot, view: TextView, document: Document, marks: list[Mark] | None = None) -> None:
    view.show_document(document, Standing())
    view.set_marks(MarkIndex(marks or []))
    qtbot.waitUntil(view.is_built)


def middle(view: TextView, place: Place) -> QPoint:
    span = view._places.span(place.start, place.end)
    return next(view.fragments(*span)).center().toPoint()


def select(view: TextView, place: Place) -> None:
    start, end = view._places.span(place.start, place.end)
    cursor = view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def letters_at(view: TextView, place: Place) -> str:
    start, end = view._places.span(place.start, place.end)
    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_every_number_is_found_behind_astral_and_decomposed_letters(
    qtbot: QtBot, view: TextView, make: Any
) -> None:
    document = make.prose(f"Lúa 🌾🌾 218 vụ, {NFD} 13.160", "# II. 🏭", f"{NFD} tăng 5,2% 🌾 và 3")
    marks = make.marks_on(document)
    show(qtbot, view, document, marks)
    assert [letters_at(view, mark.place) for mark in marks] == ["218", "13.160", "5,2%", "3"]


def test_selected_text_is_the_reports_own(qtbot: QtBot, view: TextView, make: Any) -> None:
    document = make.prose(f"🌾 {NFD} 218 vụ", "giảm 5,2% 🌾 rồi")
    show(qtbot, view, document)
    for text in ("218 vụ", NFD, "🌾 rồi", "218 vụ\n\ngiảm 5,2%"):
        place = make.place_of(document, text)
        select(view, place)
        assert view.selected_place() == (place, text)


def test_selection_is_trimmed_of_white_space(qtbot: QtBot, view: TextView, make: Any) -> None:
    document = make.prose("có 218 vụ")
    show(qtbot, view, document)
    select(view, make.place_of(document, " 218 "))
    assert view.selected_place() == (make.place_of(document, "218"), "218")


def test_nothing_selected_is_no_place(qtbot: QtBot, view: TextView, make: Any) -> None:
    document = make.prose("có 218 vụ")
    show(qtbot, view, document)
    assert view.selected_place() is None
    select(view, Place(2, 3))
    assert view.selected_place() is None


def test_dragging_over_text_selects_it(qtbot: QtBot, view: TextView, make: Any) -> None:
    document = make.prose("có 218 vụ ma túy")
    show(qtbot, view, document)
    rect = next(view.fragments(*view._places.span(3, 9)))
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft().toPoint() + QPoint(1, 5))
    with qtbot.waitSignal(view.selection_changed):
        qtbot.mouseMove(view.viewport(), rect.topRight().toPoint() + QPoint(0, 5))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topRight().toPoint())
    assert view.selected_place() == (Place(3, 9), "218 vụ")


def test_keys_select_from_the_framed_figure_on(qtbot: QtBot, view: TextView, make: Any) -> None:
    document = make.prose("Có 3 xã.", "có 218 vụ ma túy")
    show(qtbot, view, document, make.marks_on(document))
    view.frame(make.place_of(document, "218"), 2)
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_place() == (make.place_of(document, "218 vụ"), "218 vụ")


def test_click_on_a_lit_number_tells_its_figure(qtbot: QtBot, view: TextView, make: Any) -> None:
    document = make.prose("có 218 vụ, tăng 2,4 lần")
    marks = make.marks_on(document)
    show(qtbot, view, document, marks)
    with qtbot.waitSignal(view.figure_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, marks[1].place))
    assert clicked.args == [2]


def test_click_beside_numbers_tells_nothing(qtbot: QtBot, view: TextView, make: Any) -> None:
    document = make.prose("có 218 vụ, tăng 2,4 lần")
    show(qtbot, view, document, make.marks_on(document))
    with qtbot.assertNotEmitted(view.figure_clicked):
        place = make.place_of(document, "tăng")
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, place))


def test_of_two_figures_at_one_place_a_click_keeps_to_the_framed_one(
    qtbot: QtBot, view: TextView, make: Any
) -> None:
    document = make.prose("có 218 vụ")
    place = make.place_of(document, "218")
    show(qtbot, view, document, [Mark(1, place), Mark(2, place)])
    view.frame(place, 2)
    with qtbot.waitSignal(view.figure_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, place))
    assert clicked.args == [2]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Insert])
def test_keys_of_the_window_are_left_to_it(qtbot: QtBot, view: TextView, make: Any, key: Qt.Key) -> None:
    document = make.prose("có 218 vụ")
    show(qtbot, view, document)
    qtbot.keyClick(view, key)
    assert view.toPlainText() == "có 218 vụ"
    assert not overrides(view, key, Qt.KeyboardModifier.NoModifier)


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_Y])
def test_undoing_is_left_to_the_window_and_copying_is_not(qtbot: QtBot, view: TextView, key: Qt.Key) -> None:
    assert not overrides(view, key, Qt.KeyboardModifier.ControlModifier)
    assert overrides(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def overrides(view: TextView, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QKeyEvent

    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QCoreApplication.sendEvent(view, event)
    return event.isAccepted()


def test_table_is_a_real_table_with_merged_cells(qtbot: QtBot, view: TextView, make: Any) -> None:
    rows = [["Chỉ tiêu", "Thực hiện 🌾", ""], ["", "Quý I", "Quý II"], ["Lúa", "1.234,5", "2.000"]]
    document = make.with_table(make.prose("Biểu 1"), rows, r0c0=(2, 1), r0c1=(1, 2))
    show(qtbot, view, document, make.marks_on(document))
    cursor = QTextCursor(view.document())
    cursor.setPosition(view._places.position(make.place_of(document, "2.000").start))
    table = cursor.currentTable()
    assert (table.rows(), table.columns()) == (3, 3)
    assert table.cellAt(0, 1).columnSpan() == 2
    assert table.cellAt(1, 0).rowSpan() == 2
    assert table.cellAt(2, 2).firstCursorPosition().block().text() == "2.000"


def test_numbers_in_cells_are_found_and_clicked(qtbot: QtBot, view: TextView, make: Any) -> None:
    document = make.with_table(make.prose("Biểu"), [["Lúa 🌾", "1.234,5"], ["Ngô", "77,5"]])
    marks = make.marks_on(document)
    show(qtbot, view, document, marks)
    with qtbot.waitSignal(view.figure_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, marks[1].place))
    assert clicked.args == [2]
    select(view, marks[1].place)
    assert view.selected_place() == (marks[1].place, "77,5")


def test_long_table_keeps_every_cell(qtbot: QtBot, view: TextView, make: Any) -> None:
    rows = [[f"Xã {row}", str(row), str(row * 1000)] for row in range(150)]
    document = make.with_table(make.prose("Biểu"), rows, r38c0=(4, 1))
    marks = make.marks_on(document)
    show(qtbot, view, document, marks)
    assert [letters_at(view, mark.place) for mark in marks] == [
        document.text[mark.place.start : mark.place.end] for mark in marks
    ]


def test_cells_that_claim_one_spot_are_all_shown(qtbot: QtBot, view: TextView, make: Any) -> None:
    document = make.with_table(make.prose("Biểu"), [["12", "34"], ["56", "78"]], r0c0=(2, 2))
    marks = make.marks_on(document)
    show(qtbot, view, document, marks)
    assert [letters_at(view, mark.place) for mark in marks] == ["12", "34", "56", "78"]


def test_text_outside_all_blocks_is_shown_too(qtbot: QtBot, view: TextView) -> None:
    show(qtbot, view, Document(Format.TXT, "  trang 12 của 20\n", ()))
    assert view.toPlainText() == "trang 12 của 20"


def test_markup_is_text_and_nothing_is_opened(qtbot: QtBot, view: TextView, make: Any) -> None:
    text = '<img src="file:///etc/hostname"> <a href="http://example.org">218</a>'
    show(qtbot, view, make.prose(text))
    assert view.toPlainText() == text


def test_line_breaks_are_kept_where_the_format_means_them(qtbot: QtBot, view: TextView, make: Any) -> None:
    show(qtbot, view, make.prose("một\nhai", fmt=Format.DOCX))
    assert view.toPlainText() == "một\nhai"
    show(qtbot, view, make.prose("một\nhai"))
    assert view.toPlainText() == "một hai"


def test_framed_place_comes_into_view_and_stays(qtbot: QtBot, view: TextView, make: Any) -> None:
    document = make.prose(*(f"Đoạn {number} có {number * 1000} người." for number in range(1, 200)))
    marks = make.marks_on(document)
    show(qtbot, view, document, marks)
    view.frame(marks[250].place, marks[250].figure_id)
    rect = next(view.fragments(*view._places.span(marks[250].place.start, marks[250].place.end)))
    assert 0.2 <= rect.top() / view.viewport().height() <= 0.4
    before = view.verticalScrollBar().value()
    view.frame(marks[252].place, marks[252].figure_id)
    assert view.verticalScrollBar().value() == before


def test_place_that_is_not_built_yet_is_shown_as_soon_as_it_is(
    qtbot: QtBot, view: TextView, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.source.text_view._SLICE_S", 0.0005)
    document = make.prose(*(f"Đoạn {number} có {number * 1000} người." for number in range(1, 400)))
    marks = make.marks_on(document)
    view.show_document(document, Standing())
    view.set_marks(MarkIndex(marks))
    view.frame(marks[-1].place, marks[-1].figure_id)
    assert not view.is_built()
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 1000)
    assert 0 <= middle(view, marks[-1].place).y() <= view.viewport().height()


def test_report_shown_again_stands_where_it_was(qtbot: QtBot, view: TextView, make: Any) -> None:
    document = make.prose(*(f"Đoạn {number}" for number in range(300)))
    show(qtbot, view, document)
    view.verticalScrollBar().setValue(2345)
    standing = view.standing()
    show(qtbot, view, make.prose("khác"))
    view.show_document(document, standing)
    qtbot.waitUntil(view.is_built)
    assert abs(view.verticalScrollBar().value() - 2345) <= 1


@pytest.mark.parametrize("words", [3, 3000])
def test_narrower_view_keeps_what_was_at_the_top(qtbot: QtBot, view: TextView, make: Any, words: int) -> None:
    document = make.prose(*(f"Đoạn {number}: " + "chữ " * words for number in range(40)))
    show(qtbot, view, document)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    before = view.standing().offset
    view.resize(400, 420)
    qtbot.waitUntil(lambda: view.is_built() and not view._rewrap_timer.isActive())
    assert abs(view.standing().offset - before) < 250


def test_only_visible_marks_are_lit(qtbot: QtBot, view: TextView, make: Any) -> None:
    document = make.prose(*(f"Đoạn {number} có 7 xã." for number in range(500)))
    show(qtbot, view, document, make.marks_on(document))
    assert 0 < len(list(view.lit_spans())) < 100


def test_states_are_painted_and_change_at_once(qtbot: QtBot, view: TextView, make: Any) -> None:
    document = make.prose("có 218 vụ")
    place = make.place_of(document, "218")
    seen = set()
    for verdict in Verdict:
        show(qtbot, view, document, [Mark(1, place, verdict)])
        seen.add(ground_at(view, place))
    show(qtbot, view, document, [Mark(1, place, Verdict.OPEN, Origin.LEDGER)])
    seen.add(ground_at(view, place))
    assert len(seen) == 6


def ground_at(view: TextView, place: Place) -> str:
    """Return the colour beside the first letter of a place, under the middle of its line."""
    rect = next(view.fragments(*view._places.span(place.start, place.end)))
    return str(view.viewport().grab().toImage().pixelColor(round(rect.left()), round(rect.top()) + 2).name())


def test_place_that_is_no_figure_is_framed_too(qtbot: QtBot, view: TextView, make: Any) -> None:
    document = make.prose("ngày 05/04/2021")
    show(qtbot, view, document)
    view.frame(make.place_of(document, "05/04/2021"), None)
    assert [span.is_framed for span in view.lit_spans()] == [True]


@pytest.mark.parametrize("top", range(1500, 1540, 5))
def test_dark_palette_is_followed_without_losing_the_place(
    qtbot: QtBot, view: TextView, make: Any, top: int
) -> None:
    document = make.prose(*(f"Đoạn {number} có 7 xã." for number in range(300)))
    show(qtbot, view, document, make.marks_on(document))
    view.verticalScrollBar().setValue(top)
    before = view.looks().current.line.name()
    palette = QPalette(view.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#eeeeee"))
    view.setPalette(palette)
    qtbot.waitUntil(view.is_built)
    assert view.looks().current.line.name() != before
    assert abs(view.verticalScrollBar().value() - top) <= 1


def test_cleared_view_is_empty(qtbot: QtBot, view: TextView, make: Any) -> None:
    show(qtbot, view, make.prose("có 218 vụ"))
    view.clear()
    assert view.toPlainText() == ""
    assert view.selected_place() is None
