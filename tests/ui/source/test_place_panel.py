"""The place of a figure, enlarged."""

from decimal import Decimal
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.figures import Verdict
from desktop.core.places import Place
from desktop.ui.panels.place_panel import PlacePanel
from desktop.ui.tasks import ImmediateRunner


@pytest.fixture
def panel(qtbot: QtBot, runner: ImmediateRunner) -> PlacePanel:
    shown = PlacePanel(runner=runner)
    qtbot.addWidget(shown)
    shown.resize(380, 240)
    shown.show()
    return shown


def framed(panel: PlacePanel) -> str:
    spans = [span for span in panel._text.lit_spans() if span.is_framed]
    cursor = panel._text.textCursor()
    cursor.setPosition(spans[0].start)
    cursor.setPosition(spans[0].end, cursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_panel_can_be_found_and_is_named(panel: PlacePanel) -> None:
    assert panel.objectName() == "placeView"
    assert panel.accessibleName()


def test_figure_is_framed_in_its_sentence(panel: PlacePanel, make: Any) -> None:
    document = make.prose("🌾 Toàn tỉnh có 13.160 tài khoản", "Khác")
    panel.show_figure(make.figure(make.place_of(document, "13.160")), document)
    assert panel._text.toPlainText() == "🌾 Toàn tỉnh có 13.160 tài khoản"
    assert framed(panel) == "13.160"
    assert "13.160" in panel.accessibleDescription()


def test_cell_is_framed_under_its_headers_beside_its_labels(panel: PlacePanel, make: Any) -> None:
    rows = [["", "Sản lượng 🌾"], ["Lúa", Decimal("1234.5678901")]]
    book = make.workbook(CPI=rows)
    cell = book.tables[0].cells[-1]
    panel.show_figure(make.figure(Place(cell.start, cell.end, sheet="CPI", cell="B2")), book)
    assert framed(panel) == "1.234,5678901"
    assert panel._text.toPlainText().split("\n")[1:-1] == ["CPI!B2", "Sản lượng 🌾", "Lúa", "1.234,5678901"]


def test_place_on_a_page_is_shown_as_picture_and_sentence(qtbot: QtBot, panel: PlacePanel, make: Any) -> None:
    document = make.paged("có 218 vụ", "giảm 5,2%")
    pages = make.pages_of(document)
    panel.use_pages(pages.load)
    panel.show_figure(make.figure(make.place_of(document, "5,2%")), document)
    assert panel._picture.isVisible()
    assert [page for page, _ in pages.asked] == [2]
    assert framed(panel) == "5,2%"
    panel.show_figure(make.figure(make.place_of(document, "5,2%"), Verdict.ACCEPTED), document)
    assert [page for page, _ in pages.asked] == [2]


def test_next_report_without_pages_has_no_picture(panel: PlacePanel, make: Any) -> None:
    document = make.paged("có 218 vụ")
    panel.use_pages(make.pages_of(document).load)
    panel.show_figure(make.figure(make.place_of(document, "218")), document)
    panel.use_pages(None)
    text = make.prose("có 3 xã")
    panel.show_figure(make.figure(make.place_of(text, "3")), text)
    assert not panel._picture.isVisible()


def test_verdict_changes_how_the_figure_is_lit(panel: PlacePanel, make: Any) -> None:
    document = make.prose("có 218 vụ")
    place = make.place_of(document, "218")
    seen = set()
    for verdict in Verdict:
        panel.show_figure(make.figure(place, verdict), document)
        seen.add(ground(panel))
    assert len(seen) == len(Verdict)


def ground(panel: PlacePanel) -> str:
    text = panel._text
    span = next(iter(text.lit_spans()))
    rect = next(text.fragments(span.start, span.end))
    return str(
        text.viewport().grab().toImage().pixelColor(round(rect.left()) + 2, round(rect.top()) + 2).name()
    )


def test_no_figure_shows_nothing(panel: PlacePanel, make: Any) -> None:
    document = make.prose("có 218 vụ")
    panel.show_figure(make.figure(make.place_of(document, "218")), document)
    panel.show_figure(None, document)
    assert panel._text.toPlainText() == ""
    assert list(panel._text.lit_spans()) == []
    assert not panel._picture.isVisible()
