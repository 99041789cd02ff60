"""Figures of uncertain reading: the filter that shows them, the walk within it, and the second reading."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from typing_extensions import override

from desktop.core.figures import Figure, Value, Verdict
from desktop.core.isolation.analysis import Analysis
from desktop.core.lettering.encoding import Encoding
from desktop.operations.importing import Analyser, IsCancelled, OnProgress
from desktop.ui.models.figure_filter import Shown
from desktop.ui.panels.filter_bar import FilterBar
from desktop.ui.workbench import Workbench
from tests.operations.analysing import TextAnalyser
from tests.ui.conftest import FIGURE_COUNT, OpenWindow, current_of, session_of, stored_of

Press = Callable[..., None]
TO_LOOK_AT_TAB = list(Shown).index(Shown.TO_LOOK_AT)
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
OTHER = Value(Decimal("13.16"))
TO_LOOK_AT = ["77/88", "13.160 tài khoản", "20%"]
"""The number nobody has read, the one that can be read two ways, and one of little confidence."""


class UncertainAnalyser(TextAnalyser):
    """Is uncertain of two figures, and knows who issued the report."""

    @override
    def analyse(
        self,
        path: Path,
        *,
        lettering: Encoding | None = None,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled | None = None,
    ) -> Analysis:
        analysis = super().analyse(path, on_progress=on_progress, is_cancelled=is_cancelled)
        figures = tuple(map(_uncertain, analysis.extraction.figures))
        extraction = replace(analysis.extraction, figures=figures, issuer="Cục Thống kê", province="Bắc Ninh")
        return replace(analysis, extraction=extraction)


@pytest.fixture
def analyser() -> Analyser:
    return UncertainAnalyser()


def shown(bench: Workbench) -> list[str]:
    """Return the texts of the figures in the table."""
    model = session_of(bench).desk.figures
    return [model.figure_at(row).text for row in range(model.rowCount())]


def bar_of(bench: Workbench) -> FilterBar:
    """Return the choice above the table."""
    return bench.panes.filter_bar


def label_of(bench: Workbench) -> QLabel:
    """Return the label that tells the second reading."""
    return bench.panes.fields.form.other_reading.label


def said(bench: Workbench) -> str:
    """Return what the status bar says."""
    return bench.window.statusBar().currentMessage()


def go_to_ambiguous(bench: Workbench, press: Press) -> int:
    """Go to the figure that can be read two ways; return its id."""
    while current_of(bench).other is None:
        press(Qt.Key.Key_Down)
    return current_of(bench).id


# The filter


def test_key_shows_those_to_look_at_least_certain_first_and_then_all_again(
    bench: Workbench, press: Press
) -> None:
    press(Qt.Key.Key_F7)
    assert shown(bench) == TO_LOOK_AT
    assert current_of(bench).text == "77/88"
    assert bench.panes.table.currentIndex().row() == 0
    press(Qt.Key.Key_F7)
    assert len(shown(bench)) == FIGURE_COUNT
    assert current_of(bench).text == "77/88"


def test_tabs_say_what_is_shown_and_how_many_need_a_look(bench: Workbench, press: Press) -> None:
    bar = bar_of(bench)
    told = [bar.tabText(at) for at in range(bar.count())]
    assert told == ["All 7", "Open 7", "Needs a look 3", "Doubtful 0", "Corrected 0", "Dismissed 0"]
    press(Qt.Key.Key_F7)
    assert bar.currentIndex() == TO_LOOK_AT_TAB
    press(Qt.Key.Key_F7)
    assert bar.currentIndex() == 0


def test_tabs_choose_the_filter_with_mouse_and_arrow_keys(bench: Workbench, press: Press) -> None:
    bar = bar_of(bench)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(TO_LOOK_AT_TAB).center())
    assert shown(bench) == TO_LOOK_AT
    assert bench.actions["only_to_look_at"].isChecked()
    bar.setFocus()
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    assert len(shown(bench)) == FIGURE_COUNT
    assert not bench.actions["only_to_look_at"].isChecked()


def test_tabs_tell_their_key(bench: Workbench) -> None:
    assert all("F7" in bar_of(bench).tabToolTip(at) for at in (0, TO_LOOK_AT_TAB))


def test_count_follows_verdict_and_undo(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert bar_of(bench).tabText(TO_LOOK_AT_TAB) == "Needs a look 2"
    press(Qt.Key.Key_Z, CONTROL)
    assert bar_of(bench).tabText(TO_LOOK_AT_TAB) == "Needs a look 3"


def test_state_says_in_words_who_needs_a_look(bench: Workbench) -> None:
    model = session_of(bench).desk.figures
    words = {model.figure_at(row).text: model.index(row, 0).data() for row in range(model.rowCount())}
    assert {text for text, word in words.items() if word == "uncertain"} == set(TO_LOOK_AT)


def test_state_line_says_it_too(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_Down)
    line = bench.window.findChild(QLabel, "stateLabel")
    assert line is not None
    assert line.text() == "uncertain · read with confidence 62 %"


def test_filter_stays_for_the_next_report(bench: Workbench, press: Press, tmp_path: Path) -> None:
    press(Qt.Key.Key_F7)
    other = tmp_path / "khac.txt"
    other.write_text("Có 5 vụ, 13.160 tài khoản.", encoding="utf-8")
    bench.open_files([other])
    assert shown(bench) == ["13.160 tài khoản"]
    assert bar_of(bench).tabText(TO_LOOK_AT_TAB) == "Needs a look 1"


def test_filter_goes_together_with_the_section(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F7)
    bench.actions["only_section"].trigger()
    assert shown(bench) == ["77/88"]


# The walk


def test_enter_stays_within_the_filter(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_Return)
    assert current_of(bench).text == "20%"
    press(Qt.Key.Key_Return)
    assert current_of(bench).text == "77/88"
    assert session_of(bench).workspace.progress().verified == 2


def test_f3_and_shift_f3_stay_within_the_filter(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F7)
    walked = []
    for modifier in (None, None, None, SHIFT):
        press(Qt.Key.Key_F3, modifier or Qt.KeyboardModifier.NoModifier)
        walked.append(current_of(bench).text)
    assert walked == ["13.160 tài khoản", "20%", "77/88", "20%"]


def test_walk_says_when_none_is_left(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F7)
    for key in "123":
        press(Qt.Key.Key_Delete)
        press(key)
    assert said(bench) == "No figure is left here that needs a look."
    assert session_of(bench).workspace.progress().dismissed == 3
    press(Qt.Key.Key_F3)
    assert said(bench) == "No figure is left here that needs a look."


def test_empty_filter_says_so_and_accepts_nothing_outside_of_it(bench: Workbench, press: Press) -> None:
    ids = [f.id for f in session_of(bench).workspace.figures(_ids(bench)) if f.is_uncertain]
    session_of(bench).clerk.dismiss(ids, "name")
    press(Qt.Key.Key_F7)
    assert shown(bench) == []
    assert said(bench) == "No figure needs a look here."
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F3)
    assert session_of(bench).workspace.progress().verified == 0
    assert said(bench) == "No figure needs a look here."
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_Return)
    assert session_of(bench).workspace.progress().verified == 1


def test_enter_on_a_figure_outside_the_filter_leads_back_into_it(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F7)
    outside = _ids(bench)[0]
    bench.panes.source.figure_clicked.emit(outside)
    assert current_of(bench).id == outside
    press(Qt.Key.Key_Return)
    assert stored_of(bench, outside).verdict is Verdict.OPEN
    assert current_of(bench).text == "77/88"


# The second reading


def test_second_reading_stands_below_the_value_in_words(bench: Workbench, press: Press) -> None:
    assert not label_of(bench).isVisible()
    go_to_ambiguous(bench, press)
    words = "mười ba phẩy mười sáu tài khoản"
    told = f"Can also be read as 13,16 tài khoản ({words})"
    assert label_of(bench).isVisible()
    assert label_of(bench).text() == label_of(bench).accessibleName() == told
    assert bench.panes.fields.form.other_reading.button.text() == "F8"
    press(Qt.Key.Key_Down)
    assert not label_of(bench).isVisible()


def test_one_key_takes_the_second_reading_and_goes_on(bench: Workbench, press: Press) -> None:
    figure_id = go_to_ambiguous(bench, press)
    press(Qt.Key.Key_F8)
    taken = stored_of(bench, figure_id)
    assert (taken.verdict, taken.effective.value) == (Verdict.CORRECTED, OTHER)
    assert (taken.effective.unit, taken.read.value) == ("tài khoản", Value(Decimal(13160)))
    assert current_of(bench).text == "3 vụ"
    assert bench.panes.table.hasFocus()


def test_taken_reading_is_undone_and_redone_like_any_correction(bench: Workbench, press: Press) -> None:
    figure_id = go_to_ambiguous(bench, press)
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_Z, CONTROL)
    assert stored_of(bench, figure_id).verdict is Verdict.OPEN
    assert current_of(bench).id == figure_id
    assert label_of(bench).isVisible()
    press(Qt.Key.Key_Y, CONTROL)
    assert stored_of(bench, figure_id).effective.value == OTHER
    actions = [entry.action for entry in session_of(bench).workspace.log()]
    assert actions == ["import", "correct", "undo_correct", "redo_correct"]


def test_reading_that_was_taken_is_offered_no_more(bench: Workbench, press: Press) -> None:
    figure_id = go_to_ambiguous(bench, press)
    press(Qt.Key.Key_F8)
    session_of(bench).desk.go_to(figure_id)
    assert not label_of(bench).isVisible()
    press(Qt.Key.Key_F8)
    assert said(bench) == "This number can be read in one way only."
    assert len(session_of(bench).workspace.log()) == 2


def test_number_with_one_reading_is_left_alone(bench: Workbench, press: Press) -> None:
    first = current_of(bench)
    press(Qt.Key.Key_F8)
    assert stored_of(bench, first.id).verdict is Verdict.OPEN
    assert said(bench) == "This number can be read in one way only."


def test_second_reading_is_taken_instead_of_what_was_begun_to_be_typed(
    bench: Workbench, press: Press
) -> None:
    figure_id = go_to_ambiguous(bench, press)
    press("99")
    press(Qt.Key.Key_F8)
    assert not bench.panes.table.is_editing
    assert stored_of(bench, figure_id).effective.value == OTHER
    assert len(session_of(bench).workspace.log()) == 2


def test_second_reading_is_taken_from_the_fields_as_well(bench: Workbench, press: Press) -> None:
    figure_id = go_to_ambiguous(bench, press)
    press(Qt.Key.Key_F2, SHIFT)
    press("tk")
    press(Qt.Key.Key_F8)
    taken = stored_of(bench, figure_id).effective
    assert (taken.value, taken.unit) == (OTHER, "tk")
    assert bench.panes.table.hasFocus()


def test_second_reading_is_taken_with_the_mouse(bench: Workbench, press: Press) -> None:
    figure_id = go_to_ambiguous(bench, press)
    QTest.mouseClick(bench.panes.fields.form.other_reading.button, Qt.MouseButton.LeftButton)
    assert stored_of(bench, figure_id).effective.value == OTHER


def test_second_reading_is_taken_within_the_filter(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_F8)
    assert current_of(bench).text == "20%"
    assert bar_of(bench).tabText(TO_LOOK_AT_TAB) == "Needs a look 2"


# The issuer


def test_who_issued_the_report_is_told_where_it_is_named(bench: Workbench) -> None:
    title = bench.window.findChild(QLabel, "reportTitle")
    assert title is not None
    assert title.toolTip() == "Báo cáo\nCục Thống kê (Bắc Ninh)"
    listed = bench.panes.outline.reports.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Cục Thống kê (Bắc Ninh)" in listed.split("\n")


def test_second_reading_is_found_again_after_closing(
    bench: Workbench, open_window: OpenWindow, press: Press
) -> None:
    figure_id = go_to_ambiguous(bench, press)
    bench.window.close()
    again = open_window()
    assert current_of(again).id == figure_id
    assert label_of(again).isVisible()
    assert QApplication.focusWidget() is again.panes.table


def _ids(bench: Workbench) -> list[int]:
    return list(session_of(bench).desk.figures.rows.ids)


def _uncertain(figure: Figure) -> Figure:
    if figure.text == "20%":
        return replace(figure, confidence=0.62)
    if figure.text == "13.160 tài khoản":
        return replace(figure, confidence=0.4, other=OTHER)
    return figure
