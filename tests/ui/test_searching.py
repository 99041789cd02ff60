"""Searching, filtering and ordering with real keys."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.figures import Reading, Value, Verdict
from desktop.core.places import Place
from desktop.ui.dialogs.filter_dialog import FilterDialog
from desktop.ui.dialogs.search_dialog import SearchDialog
from desktop.ui.models.figure_order import Order
from desktop.ui.panels.search_edit import SearchEdit
from desktop.ui.workbench import Workbench
from tests.ui.conftest import FIGURE_COUNT, REPORT, OpenWindow, current_of, session_of, stored_of

Press = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(bench: Workbench) -> list[str]:
    """Return the texts of the figures in the table."""
    model = session_of(bench).desk.figures
    return [model.figure_at(row).text for row in range(model.rowCount())]


def line_of(bench: Workbench) -> SearchEdit:
    """Return the line that searches the report."""
    return bench.panes.narrowing_bar.search_edit


def tabs(bench: Workbench) -> list[str]:
    """Return what the tabs say."""
    bar = bench.panes.filter_bar
    return [bar.tabText(at) for at in range(bar.count())]


@pytest.fixture
def search(bench: Workbench, press: Press, qtbot: QtBot) -> Callable[[str, list[str]], None]:
    """Return what types words into the search line and waits until the table shows what they find."""

    def type_words(words: str, expected: list[str]) -> None:
        press(Qt.Key.Key_F, CONTROL)
        line_of(bench).selectAll()
        # As input methods do it: the test's keyboard has no accents.
        line_of(bench).insert(words)
        qtbot.waitUntil(lambda: shown(bench) == expected)

    return type_words


@pytest.fixture
def choose_filter(bench: Workbench, press: Press) -> Callable[[str], None]:
    """Return what asks for a filter by F11 and part of its name."""

    def choose(words: str) -> None:
        press(Qt.Key.Key_F11)
        press(words)
        press(Qt.Key.Key_Return)

    return choose


Search = Callable[[str, list[str]], None]
Choose = Callable[[str], None]

# Words in the report


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("vu", ["218 vụ", "3 vụ"]),
        ("vụ", ["218 vụ", "3 vụ"]),
        ("13160", ["13.160 tài khoản"]),
        ("13.160", ["13.160 tài khoản"]),
        ("ty dong", ["6,3 tỷ đồng"]),
        ("6,3", ["6,3 tỷ đồng"]),
        ("xyz", []),
    ],
)
def test_table_shows_what_is_typed(search: Search, words: str, found: list[str]) -> None:
    search(words, found)


def test_escape_leads_back_to_the_table_as_it_was(bench: Workbench, press: Press, search: Search) -> None:
    press(Qt.Key.Key_Down)
    before = current_of(bench).id
    search("13160", ["13.160 tài khoản"])
    press(Qt.Key.Key_Escape)
    assert len(shown(bench)) == FIGURE_COUNT
    assert current_of(bench).id == before
    assert bench.panes.table.currentIndex().row() == 1
    assert QApplication.focusWidget() is bench.panes.table


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down])
def test_key_leads_to_the_first_figure_found(bench: Workbench, press: Press, key: Qt.Key) -> None:
    press(Qt.Key.Key_F, CONTROL)
    press("vu")
    press(key)
    assert shown(bench) == ["218 vụ", "3 vụ"]
    assert current_of(bench).text == "218 vụ"
    assert QApplication.focusWidget() is bench.panes.table


def test_walk_stays_among_what_was_found(bench: Workbench, press: Press, search: Search) -> None:
    search("vu", ["218 vụ", "3 vụ"])
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert current_of(bench).text == "3 vụ"
    press(Qt.Key.Key_Return)
    assert session_of(bench).workspace.progress().verified == 2


def test_figure_out_of_sight_is_not_accepted(bench: Workbench, press: Press, search: Search) -> None:
    first = current_of(bench).id
    search("vu", ["218 vụ", "3 vụ"])
    bench.panes.table.setFocus()
    press(Qt.Key.Key_Return)
    assert stored_of(bench, first).verdict is Verdict.OPEN
    assert current_of(bench).text == "218 vụ"


def test_correction_is_found_by_its_new_value(bench: Workbench, press: Press, search: Search) -> None:
    search("218", ["218 vụ"])
    press(Qt.Key.Key_Return)
    press("281")
    press(Qt.Key.Key_Return)
    search("tai", ["13.160 tài khoản"])
    search("218", [])
    search("281", ["218 vụ"])


def test_figure_that_is_added_is_found_where_it_holds_the_words(bench: Workbench, search: Search) -> None:
    search("vu", ["218 vụ", "3 vụ"])
    start = REPORT.index("77/88")
    reading = Reading(Value(Decimal(77)), "vụ", indicator="Số vụ")
    session_of(bench).clerk.add(Place(start, start + 2), "77", reading)
    assert shown(bench) == ["218 vụ", "77", "3 vụ"]
    session_of(bench).clerk.undo()
    assert shown(bench) == ["218 vụ", "3 vụ"]


def test_words_go_with_the_filters(
    bench: Workbench, press: Press, search: Search, choose_filter: Choose
) -> None:
    search("vu", ["218 vụ", "3 vụ"])
    choose_filter("y te")
    assert shown(bench) == ["3 vụ"]
    assert tabs(bench)[:2] == ["All 1", "Open 1"]


def test_another_report_begins_with_all_its_figures(
    bench: Workbench, press: Press, search: Search, tmp_path: Path
) -> None:
    search("vu", ["218 vụ", "3 vụ"])
    other = tmp_path / "khac.txt"
    other.write_text("Có 5 vụ, 13.160 tài khoản.", encoding="utf-8")
    bench.open_files([other])
    assert shown(bench) == ["5 vụ", "13.160 tài khoản"]
    assert line_of(bench).text() == ""


# Words in all reports


def test_figure_of_another_report_is_found_and_opened(
    bench: Workbench, press: Press, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "khac.txt"
    other.write_text("Có 5 vụ, 13.161 tài khoản.", encoding="utf-8")
    bench.open_files([other])
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_F, CONTROL | SHIFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SearchDialog)
    press("tai khoan 13160")
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() == 1)
    assert dialog.list.model().index(0, 0).data() == ("13.160 tài khoản  ·  chỉ tiêu  ·  open  ·  Báo cáo")
    assert dialog.hint.text() == "1 figure(s) found"
    press(Qt.Key.Key_Return)
    assert current_of(bench).text == "13.160 tài khoản"
    assert len(shown(bench)) == FIGURE_COUNT
    assert bench.panes.table.currentIndex().isValid()


def test_arrows_move_among_what_was_found(bench: Workbench, press: Press, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F, CONTROL | SHIFT)
    press("vu")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert current_of(bench).text == "3 vụ"


def test_escape_closes_the_search_and_changes_nothing(bench: Workbench, press: Press, qtbot: QtBot) -> None:
    before = current_of(bench).id
    press(Qt.Key.Key_F, CONTROL | SHIFT)
    press("vu")
    press(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert current_of(bench).id == before
    qtbot.waitUntil(lambda: QApplication.focusWidget() is bench.panes.table)


# Filters


def test_every_choice_tells_how_many_figures_it_leaves(bench: Workbench, press: Press) -> None:
    session_of(bench).annotator.toggle_section_tag(_section_ids(bench)[1], "health", is_present=False)
    session_of(bench).desk.refresh_outline()
    press(Qt.Key.Key_Return)
    bench.actions["choose_filter"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FilterDialog)
    model = dialog.list.model()
    told = [model.index(row, 0).data().strip() for row in range(model.rowCount())]
    assert told[0] == "✓ All figures: take every filter back (7)"
    assert "State: Open (6)" in told
    assert "Decided by: Lan (1)" in told
    assert "Section: I. Kinh tế (2)" in told
    assert "Section: II. Xã hội (5)" in told
    assert [line for line in told if line.startswith("Tag: ") and line.endswith("(5)")] != []
    press(Qt.Key.Key_Escape)


def test_tag_lets_through_what_is_below_its_section(bench: Workbench, choose_filter: Choose) -> None:
    session_of(bench).annotator.toggle_section_tag(_section_ids(bench)[1], "health", is_present=False)
    session_of(bench).desk.refresh_outline()
    choose_filter("tag:")
    assert shown(bench) == ["218 vụ", "5,2%", "77/88", "13.160 tài khoản", "3 vụ"]
    assert current_of(bench).text == "218 vụ"
    session_of(bench).clerk.undo()
    session_of(bench).desk.refresh_outline()
    assert shown(bench) == []
    choose_filter("all fig")
    assert len(shown(bench)) == FIGURE_COUNT


def test_tag_lets_through_what_stands_in_its_passages(bench: Workbench, choose_filter: Choose) -> None:
    annotator, sentence = session_of(bench).annotator, "Đến ngày 05/04/2021 có 218 vụ, tăng 5,2%"
    start = REPORT.index(sentence)
    place = Place(start, start + len(sentence))
    annotator.toggle_passage_tag(place, "security", is_present=False)
    choose_filter("tag:")
    assert shown(bench) == ["218 vụ", "5,2%"]
    annotator.toggle_passage_tag(place, "security", is_present=True)
    assert shown(bench) == []
    session_of(bench).clerk.undo()
    assert shown(bench) == ["218 vụ", "5,2%"]


def test_tag_lets_through_what_bears_a_tag_below_it_under_the_name_of_the_office(
    bench: Workbench, choose_filter: Choose
) -> None:
    annotator = session_of(bench).annotator
    above = annotator.add_tag("Chuyen de tinh uy", None)
    own = annotator.add_tag("Ban tin thang", above)
    assert own is not None
    annotator.toggle_section_tag(_section_ids(bench)[0], own, is_present=False)
    session_of(bench).desk.refresh_outline()
    choose_filter("chuyen de")
    assert shown(bench) == ["6,3 tỷ đồng", "20%"]
    assert "Chuyen de tinh uy" in bench.panes.narrowing_bar.filter_button.toolTip()
    annotator.move_tag(own, None)
    assert shown(bench) == []


def test_figure_added_under_the_tag_that_filters_is_shown(bench: Workbench, choose_filter: Choose) -> None:
    clerk, annotator = session_of(bench).clerk, session_of(bench).annotator
    annotator.toggle_section_tag(_section_ids(bench)[0], "economy", is_present=False)
    session_of(bench).desk.refresh_outline()
    choose_filter("tag:")
    start = REPORT.index("ngân sách")
    clerk.add(Place(start, start + 4), "ngân", Reading(Value(Decimal(1))))
    assert shown(bench) == ["ngân", "6,3 tỷ đồng", "20%"]


def test_reviewer_and_state_filter_together(bench: Workbench, press: Press, choose_filter: Choose) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F4)
    choose_filter("decided lan")
    assert shown(bench) == ["6,3 tỷ đồng", "20%"]
    choose_filter("doubtful")
    assert shown(bench) == ["20%"]
    assert bench.panes.filter_bar.currentIndex() == 3
    choose_filter("decided lan")
    assert shown(bench) == ["20%"]
    assert tabs(bench) == ["All 7", "Open 5", "Needs a look 1", "Doubtful 1", "Corrected 0", "Dismissed 0"]


def test_button_tells_what_filters(bench: Workbench, choose_filter: Choose) -> None:
    button = bench.panes.narrowing_bar.filter_button
    assert button.toolTip() == "Filter (F11)"
    choose_filter("an ninh")
    assert button.toolTip() == "1. An ninh (F11)"
    assert bench.actions["only_section"].isChecked()
    bench.actions["only_section"].trigger()
    assert button.toolTip() == "Filter (F11)"
    assert len(shown(bench)) == FIGURE_COUNT


def test_counts_follow_every_verdict(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F4)
    press("7")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Delete)
    press("1")
    assert tabs(bench) == ["All 7", "Open 3", "Needs a look 1", "Doubtful 1", "Corrected 1", "Dismissed 1"]
    press(Qt.Key.Key_Z, CONTROL)
    assert tabs(bench)[5] == "Dismissed 0"


# Orders


def test_key_goes_round_the_orders_and_says_which(bench: Workbench, press: Press) -> None:
    box = bench.panes.narrowing_bar.order_box
    said = []
    for _ in range(3):
        press(Qt.Key.Key_F12)
        said.append((bench.window.statusBar().currentMessage(), box.currentText()))
    assert said == [
        ("Order: needs a look first", "needs a look first"),
        ("Order: same-looking together", "same-looking together"),
        ("Order: as in the text", "as in the text"),
    ]


def test_same_looking_figures_are_walked_together(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F12)
    assert shown(bench) == [
        "6,3 tỷ đồng",
        "5,2%",
        "20%",
        "3 vụ",
        "218 vụ",
        "77/88",
        "13.160 tài khoản",
    ]
    walked = []
    for _ in range(4):
        walked.append(current_of(bench).text)
        press(Qt.Key.Key_Return)
    assert walked == ["6,3 tỷ đồng", "5,2%", "20%", "3 vụ"]


def test_order_is_remembered_and_a_new_report_begins_at_its_top(
    bench: Workbench, open_window: OpenWindow, press: Press, tmp_path: Path
) -> None:
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F12)
    bench.window.close()
    again = open_window()
    assert session_of(again).desk.figures.rows.order is Order.SIMILAR
    assert again.panes.narrowing_bar.order_box.currentText() == "same-looking together"
    assert shown(again)[1] == "5,2%"
    other = tmp_path / "khac.txt"
    other.write_text("Có 9 vụ, 13.160 tài khoản, 5 vụ.", encoding="utf-8")
    again.open_files([other])
    assert shown(again) == ["5 vụ", "9 vụ", "13.160 tài khoản"]
    assert current_of(again).text == "5 vụ"


def test_sorting_by_state_is_no_order_of_work(bench: Workbench) -> None:
    bench.panes.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert bench.panes.narrowing_bar.order_box.currentText() == ""
    assert session_of(bench).workspace.preference("order") == ""


# The list of reports


def test_long_list_of_reports_is_narrowed_by_what_is_typed(
    bench: Workbench, press: Press, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = bench.panes.outline.report_panel
    assert not panel.line.isVisible()
    files = []
    for number in range(10):
        files.append(tmp_path / f"quý-{number}.txt")
        files[-1].write_text(f"Có {number} vụ.", encoding="utf-8")
    bench.open_files(files)
    qtbot.waitUntil(panel.line.isVisible)
    panel.list.setFocus()
    press("quy-7")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert shown(bench) == ["7 vụ"]
    panel.line.setFocus()
    press(Qt.Key.Key_Escape)
    assert panel.model.rowCount() == 11


def _section_ids(bench: Workbench) -> list[int]:
    return [section.id for section in bench.panes.outline.sections.sections()]
