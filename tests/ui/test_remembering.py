"""What was put right once is offered for the other figures it fits: in the report, and in the next ones."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView
from typing_extensions import override

from desktop.core.figures import Figure, Verdict
from desktop.core.isolation.analysis import Analysis
from desktop.core.lettering.encoding import Encoding
from desktop.operations.importing import Analyser, IsCancelled, OnProgress
from desktop.ui.dialogs.proposals_dialog import ProposalsDialog
from desktop.ui.workbench import Workbench
from tests.operations.analysing import TextAnalyser
from tests.ui.conftest import OpenWindow, current_of, session_of, stored_of

Press = Callable[..., None]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MAY = "Cuộc thanh tra huyện có 12 vụ.\nCuộc thanh tra huyện tăng 3 vụ.\nSố vụ cháy là 7 vụ.\n"
JUNE = "Cuộc thanh tra huyện có 15 vụ.\nCuộc thanh tra huyện tăng 4 vụ.\nSố vụ cháy là 9 vụ.\n"
WRONG, RIGHT = "cuộc thanh tra huyện", "Số cuộc thanh tra"


class NamingAnalyser(TextAnalyser):
    """Takes the words at the head of a line for the indicator."""

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
        text = path.read_text(encoding="utf-8")
        figures = tuple(_named(figure, text) for figure in analysis.extraction.figures)
        return replace(analysis, extraction=replace(analysis.extraction, figures=figures))


@pytest.fixture
def analyser() -> Analyser:
    return NamingAnalyser()


@pytest.fixture
def open_report(open_window: OpenWindow, tmp_path: Path) -> Callable[[str, str], Workbench]:
    """Return what brings a text into the window as a report and puts the keyboard on its first figure."""
    bench = open_window()

    def open_it(name: str, text: str) -> Workbench:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        bench.open_files([path])
        session = session_of(bench)
        session.desk.open_report(session.workspace.reports()[-1].id)
        bench.panes.table.setFocus()
        return bench

    return open_it


OpenReport = Callable[[str, str], Workbench]


def offer(bench: Workbench) -> str:
    """Return what is offered below the table, "" where nothing is."""
    bar = bench.panes.proposal_bar
    return bar.label.text() if bar.isVisible() else ""


def name_right(press: Press) -> int:
    """Give the current figure its right name; return how many keys it took beside the letters."""
    press(Qt.Key.Key_4, ALT)
    press(RIGHT)
    press(Qt.Key.Key_Return)
    return 2


def indicators(bench: Workbench) -> list[str]:
    """Return the names of the report's figures as the workspace has them."""
    ids = session_of(bench).desk.figures.rows.ids
    return [stored_of(bench, figure_id).effective.indicator for figure_id in ids]


def verdicts(bench: Workbench) -> list[Verdict]:
    """Return the verdicts of the report's figures as the workspace has them."""
    ids = session_of(bench).desk.figures.rows.ids
    return [stored_of(bench, figure_id).verdict for figure_id in ids]


def test_correction_of_a_name_is_offered_for_the_other_open_figures_it_fits(
    open_report: OpenReport, press: Press
) -> None:
    bench = open_report("may.txt", MAY)
    assert offer(bench) == ""
    name_right(press)
    assert offer(bench) == "1 open figure(s) can be put right as before."
    press(Qt.Key.Key_K, CONTROL)
    assert isinstance(QApplication.activeModalWidget(), ProposalsDialog)
    press(Qt.Key.Key_Return)
    assert indicators(bench) == [RIGHT, RIGHT, "số vụ cháy"]
    assert verdicts(bench) == [Verdict.CORRECTED, Verdict.OPEN, Verdict.OPEN]
    assert offer(bench) == ""
    assert current_of(bench).text == "3 vụ"
    press(Qt.Key.Key_Return)
    assert verdicts(bench)[1] is Verdict.CORRECTED


def test_list_shows_what_would_change(open_report: OpenReport, press: Press) -> None:
    bench = open_report("may.txt", MAY)
    name_right(press)
    press(Qt.Key.Key_K, CONTROL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ProposalsDialog)
    table = dialog.findChild(QTableView, "proposalTable")
    assert table is not None
    model = table.model()
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert shown == ["3 vụ", WRONG, RIGHT]
    press(Qt.Key.Key_Escape)
    assert indicators(bench)[1] == WRONG


def test_row_that_is_not_ticked_stays_as_it_is(open_report: OpenReport, press: Press) -> None:
    bench = open_report("may.txt", MAY)
    name_right(press)
    press(Qt.Key.Key_K, CONTROL)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert indicators(bench)[1] == WRONG


def test_change_of_many_is_one_step_to_take_back(open_report: OpenReport, press: Press) -> None:
    bench = open_report("may.txt", MAY)
    name_right(press)
    press(Qt.Key.Key_K, CONTROL)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, CONTROL)
    assert indicators(bench) == [RIGHT, WRONG, "số vụ cháy"]
    press(Qt.Key.Key_Z, CONTROL)
    assert indicators(bench) == [WRONG, WRONG, "số vụ cháy"]
    press(Qt.Key.Key_Y, CONTROL)
    press(Qt.Key.Key_Y, CONTROL)
    assert indicators(bench) == [RIGHT, RIGHT, "số vụ cháy"]


def test_correction_of_a_value_teaches_nothing(open_report: OpenReport, press: Press) -> None:
    bench = open_report("may.txt", MAY)
    press("13")
    press(Qt.Key.Key_Return)
    assert offer(bench) == ""
    press(Qt.Key.Key_K, CONTROL)
    assert bench.window.statusBar().currentMessage() == "There is nothing to put right alike."


def test_second_report_of_a_series_takes_fewer_keys_than_the_first(
    open_report: OpenReport, press: Press
) -> None:
    bench = open_report("may.txt", MAY)
    first = name_right(press) + name_right(press)
    press(Qt.Key.Key_Return)
    first += 1 + 2 * len(RIGHT)
    assert Verdict.OPEN not in verdicts(bench)

    bench = open_report("june.txt", JUNE)
    assert offer(bench) == "2 open figure(s) can be put right as before."
    press(Qt.Key.Key_K, CONTROL)
    press(Qt.Key.Key_Return)
    for _ in range(3):
        press(Qt.Key.Key_Return)
    second = 5
    assert indicators(bench) == [RIGHT, RIGHT, "số vụ cháy"]
    assert Verdict.OPEN not in verdicts(bench)
    assert second < first


def _named(figure: Figure, text: str) -> Figure:
    line = text[text.rfind("\n", 0, figure.place.start) + 1 : figure.place.start]
    name = re.sub(r"(?: có| là| tăng) $", "", line).lower()
    return replace(figure, reading=replace(figure.reading, indicator=name))
