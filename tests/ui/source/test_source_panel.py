"""The panel round the views."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.core.figures import Verdict
from desktop.ui.marks import Mark, State
from desktop.ui.panels.source_panel import SourcePanel
from desktop.ui.source.page_view import PageView
from desktop.ui.source.sheet_view import SheetView
from desktop.ui.source.text_view import TextView
from desktop.ui.tasks import ImmediateRunner


@pytest.fixture
def panel(qtbot: QtBot, runner: ImmediateRunner) -> SourcePanel:
    shown = SourcePanel(runner=runner)
    qtbot.addWidget(shown)
    shown.resize(520, 420)
    shown.show()
    return shown


def view(panel: SourcePanel) -> TextView | PageView | SheetView:
    current = panel._stack.currentWidget()
    assert isinstance(current, TextView | PageView | SheetView)
    return current


def test_panel_can_be_found_and_is_named(panel: SourcePanel) -> None:
    assert panel.objectName() == "sourceView"
    assert panel.accessibleName()
    assert view(panel).accessibleName() == panel.accessibleName()


def test_what_has_the_focus_is_named_in_every_format(panel: SourcePanel, make: Any) -> None:
    pages = make.paged("có 218 vụ")
    for document, load in ((pages, make.pages_of(pages).load), (make.workbook(A=[["a"]]), None)):
        panel.show_report(document, load)
        proxy = panel.focusProxy()
        assert proxy is view(panel)
        assert (proxy.focusProxy() or proxy).accessibleName() == panel.accessibleName()


def test_each_format_has_its_view(panel: SourcePanel, make: Any) -> None:
    pages = make.paged("có 218 vụ")
    panel.show_report(pages, make.pages_of(pages).load)
    assert isinstance(view(panel), PageView)
    panel.show_report(make.workbook(A=[["a"]]), None)
    assert isinstance(view(panel), SheetView)
    panel.show_report(make.prose("a"), None)
    assert isinstance(view(panel), TextView)


def test_pages_that_cannot_be_drawn_are_shown_as_text(panel: SourcePanel, make: Any) -> None:
    panel.show_report(make.paged("có 218 vụ"), None)
    assert isinstance(view(panel), TextView)


def test_current_figure_is_framed_even_when_its_mark_comes_later(
    qtbot: QtBot, panel: SourcePanel, make: Any
) -> None:
    document = make.prose("có 218 vụ")
    panel.show_report(document, None)
    panel.show_current(1)
    panel.set_marks(make.marks_on(document))
    current = view(panel)
    assert isinstance(current, TextView)
    assert [span.is_framed for span in current.lit_spans()] == [True]
    panel.show_current(None)
    assert [span.is_framed for span in current.lit_spans()] == [False]


def test_updated_mark_is_lit_in_its_new_state(qtbot: QtBot, panel: SourcePanel, make: Any) -> None:
    document = make.prose("có 218 vụ, 3 xã")
    panel.show_report(document, None)
    marks = make.marks_on(document)
    panel.set_marks(marks)
    panel.update_marks([Mark(1, marks[0].place, Verdict.CORRECTED)])
    current = view(panel)
    assert isinstance(current, TextView)
    looks = [span.look for span in current.lit_spans()]
    assert looks == [current.looks().by_state[State.CORRECTED], current.looks().by_state[State.OPEN]]


def test_place_of_no_figure_is_shown(qtbot: QtBot, panel: SourcePanel, make: Any) -> None:
    document = make.prose("ngày 05/04/2021")
    panel.show_report(document, None)
    panel.show_place(make.place_of(document, "05/04/2021"))
    current = view(panel)
    assert isinstance(current, TextView)
    assert [span.is_framed for span in current.lit_spans()] == [True]


def test_clicks_and_selections_are_passed_on(qtbot: QtBot, panel: SourcePanel, make: Any) -> None:
    document = make.workbook(A=[["218"]])
    panel.show_report(document, None)
    panel.set_marks(make.marks_on(document))
    sheet = view(panel)
    assert isinstance(sheet, SheetView)
    grid = sheet.grid()
    at = grid.visualRect(grid.model().index(0, 0)).center()
    with qtbot.waitSignals([panel.figure_clicked, panel.selection_changed]):
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    selected = panel.selected_place()
    assert selected is not None
    assert selected[1] == "218"


def test_report_shown_again_stands_where_it_was_left(qtbot: QtBot, panel: SourcePanel, make: Any) -> None:
    long = make.prose(*(f"Đoạn {number}" for number in range(300)))
    panel.show_report(long, None)
    text = view(panel)
    assert isinstance(text, TextView)
    qtbot.waitUntil(text.is_built)
    text.verticalScrollBar().setValue(1234)
    panel.show_report(make.workbook(A=[["a"]]), None)
    panel.show_report(long, None)
    qtbot.waitUntil(text.is_built)
    assert abs(text.verticalScrollBar().value() - 1234) <= 1


def test_cleared_panel_has_nothing_selected_or_lit(qtbot: QtBot, panel: SourcePanel, make: Any) -> None:
    document = make.prose("có 218 vụ")
    panel.show_report(document, None)
    panel.set_marks(make.marks_on(document))
    panel.clear()
    current = view(panel)
    assert isinstance(current, TextView)
    assert current.toPlainText() == ""
    assert list(current.lit_spans()) == []
    panel.show_current(1)
