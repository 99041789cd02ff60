"""The models under Qt's own tester, on a real workspace."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.core.figures import Base, Kind, Origin, Qualifier, Reading, ReviewedFigure, Value, Verdict
from desktop.core.places import Place
from desktop.core.reviews import FigureIndex
from desktop.operations import reviewing, tagging
from desktop.operations.workspaces import Workspace
from desktop.ui.models.figure_filter import FigureFilter, Shown
from desktop.ui.models.figure_table_model import PAGE_SIZE, Column, FigureTableModel, cell_text
from desktop.ui.models.ledger_list_model import RUN_ROLE, LedgerListModel
from desktop.ui.models.report_list_model import ReportListModel
from desktop.ui.models.section_tree_model import SectionTreeModel
from tests.ui.conftest import FIGURE_COUNT, REPORT


@pytest.fixture
def report_id(reviewed: Workspace) -> int:
    return reviewed.reports()[0].id


@pytest.fixture
def figures(qtbot: QtBot, reviewed: Workspace, report_id: int) -> FigureTableModel:
    model = FigureTableModel(reviewed.figures)
    _test(model)
    model.show_figures(reviewed.index(report_id))
    return model


def test_figures_are_shown_as_vietnamese_offices_write_them(figures: FigureTableModel) -> None:
    values = [figures.index(row, Column.VALUE).data() for row in range(figures.rowCount())]
    assert values[:4] == ["6,3", "+20", "218", "+5,2"]
    assert values[5] == "13.160"


def test_filter_and_order_hold_under_the_tester(figures: FigureTableModel) -> None:
    figures.set_filter(FigureFilter(Shown.OPEN))
    figures.sort(Column.STATE)
    figures.set_filter(FigureFilter(section_ids=frozenset()))
    assert figures.rowCount() == 0
    figures.set_filter(FigureFilter(Shown.TO_LOOK_AT))
    assert [figures.figure_at(row).text for row in range(figures.rowCount())] == ["77/88"]
    figures.set_filter(FigureFilter())
    figures.sort(Column.PLACE)
    assert figures.rowCount() == FIGURE_COUNT


def test_figure_that_can_be_read_two_ways_says_so_in_words() -> None:
    figure = replace(_figure(1234, Reading(Value(Decimal(1234)), "tỷ đồng")), other=Value(Decimal("1.234")))
    model = FigureTableModel(lambda _ids: [figure])
    model.show_figures(FigureIndex((1234,), (Verdict.OPEN,), (0,), (None,), {1234: 0.5}))
    value, state = model.index(0, Column.VALUE), model.index(0, Column.STATE)
    said = "Can also be read as 1,234 tỷ đồng"
    assert value.data(Qt.ItemDataRole.AccessibleTextRole) == f"1.234. {said}"
    assert said in value.data(Qt.ItemDataRole.ToolTipRole)
    assert state.data() == state.data(Qt.ItemDataRole.AccessibleTextRole) == "uncertain"


def test_touched_row_is_read_anew_and_told(
    figures: FigureTableModel, reviewed: Workspace, qtbot: QtBot
) -> None:
    first = figures.figure_at(0).id
    reviewed.apply(reviewing.accept([first]))
    with qtbot.waitSignal(figures.dataChanged):
        figures.refresh([first])
    assert figures.index(0, Column.STATE).data() == "right"


def test_added_and_removed_figures_come_and_go(
    figures: FigureTableModel, reviewed: Workspace, report_id: int
) -> None:
    start = REPORT.index("3 vụ")
    change = reviewing.add(report_id, Place(start, start + 4), "3 vụ", Reading(Value(Decimal(3)), "vụ"))
    added = reviewed.apply(change).added_figure_ids
    figures.insert(added)
    assert figures.rowCount() == FIGURE_COUNT + 1
    figures.remove(added)
    assert figures.rowCount() == FIGURE_COUNT


def test_edited_value_is_asked_for_and_not_written(
    figures: FigureTableModel, reviewed: Workspace, qtbot: QtBot
) -> None:
    index = figures.index(0, Column.VALUE)
    with qtbot.waitSignal(figures.value_entered) as asked:
        assert figures.setData(index, "1.234,5")
    assert asked.args == [figures.figure_at(0).id, Value(Decimal("1234.5"))]
    assert index.data() == "6,3"
    assert not figures.setData(index, "nothing")


def test_pages_are_read_once(qtbot: QtBot) -> None:
    read: list[int] = []

    def load(ids: Sequence[int]) -> list[ReviewedFigure]:
        read.append(len(ids))
        return [_figure(each) for each in ids]

    model = FigureTableModel(load)
    count = 100_000
    ids = range(1, count + 1)
    model.show_figures(FigureIndex(ids, [_figure(1).verdict] * count, ids, [None] * count))
    for row in (0, 1, PAGE_SIZE - 1, count - 1, 5):
        assert model.figure_at(row).id == row + 1
    assert read == [PAGE_SIZE, PAGE_SIZE]


@pytest.mark.parametrize(
    ("reading", "value", "measure"),
    [
        (Reading(Value(Decimal("2.4")), "lần", Kind.CHANGE, Base.PREVIOUS), "+2,4", "on previous"),
        (Reading(Value(Decimal("-5.2")), "%", Kind.CHANGE, Base.SAME_PERIOD), "−5,2", "on same period"),
        (Reading(Value(Decimal(50)), "bài", qualifier=Qualifier.OVER), "> 50", ""),
        (Reading(Value(Decimal(20), high=Decimal(25)), "%", Kind.SHARE), "20–25", "share"),
        (Reading(Value(Decimal(3), of=Decimal(5)), "chỉ tiêu", Kind.SHARE), "3/5", "share"),
    ],
)
def test_value_and_measure_say_what_the_reading_says(reading: Reading, value: str, measure: str) -> None:
    figure = _figure(1, reading)
    assert cell_text(figure, Column.VALUE) == value
    assert cell_text(figure, Column.MEASURE) == measure


def test_sections_form_a_tree_with_marks_and_tags(qtbot: QtBot, reviewed: Workspace, report_id: int) -> None:
    model = SectionTreeModel(str.upper)
    _test(model)
    model.show_sections(reviewed.sections(report_id))
    second = model.index(1, 0)
    assert model.rowCount() == 2
    assert model.rowCount(second) == 2
    assert second.data().startswith("○ II. Xã hội")
    section = model.section_at(second)
    assert section is not None
    reviewed.apply(tagging.tag(section.id, "society"))
    reviewed.apply(reviewing.accept(list(reviewed.index(report_id).ids[2:4])))
    model.show_sections(reviewed.sections(report_id))
    assert second.data() == "◐ II. Xã hội  [SOCIETY]"


def test_section_tree_finds_all_below(qtbot: QtBot, reviewed: Workspace, report_id: int) -> None:
    model = SectionTreeModel(str)
    sections = reviewed.sections(report_id)
    model.show_sections(sections)
    assert model.ids_below(sections[1].id) == {each.id for each in sections[1:]}
    assert model.index_of(sections[3].id).parent() == model.index_of(sections[1].id)


def test_reports_show_how_far_they_are(qtbot: QtBot, reviewed: Workspace, report_id: int) -> None:
    model = ReportListModel()
    _test(model)
    model.read_with(reviewed.summaries)
    model.show_labels(reviewed.report_labels())
    assert model.index(0).data() == "○ Báo cáo"
    reviewed.apply(reviewing.dismiss(list(reviewed.index(report_id).ids), "name"))
    model.take(reviewed.summaries([report_id]))
    assert model.index(0).data() == "● Báo cáo"


def test_ledger_shows_the_runs_no_figure_claims(qtbot: QtBot, reviewed: Workspace, report_id: int) -> None:
    model = LedgerListModel()
    _test(model)
    model.show_ledger(reviewed.ledger(report_id), REPORT)
    lines = [model.index(row).data() for row in range(model.rowCount())]
    assert "– 05/04/2021 · date" in lines
    assert "○ 218 · waits for a verdict" in lines
    assert "# 77/88 · not accounted for" in lines
    run = model.index(0).data(RUN_ROLE)
    assert REPORT[run.start : run.end] == lines[0].split(" ")[1]


def test_ledger_follows_each_verdict_without_being_read_anew(
    qtbot: QtBot, reviewed: Workspace, report_id: int
) -> None:
    model, whole = LedgerListModel(), LedgerListModel()
    _test(model)
    model.show_ledger(reviewed.ledger(report_id), REPORT)
    ids = reviewed.index(report_id).ids
    for change in (
        reviewing.accept(ids[:2]),
        reviewing.dismiss(ids[2:3], "date"),
        reviewing.dismiss(ids[3:5], "duplicate"),
        reviewing.reopen(ids[:3]),
    ):
        reviewed.apply(change)
        model.update_runs(reviewed.ledger_of(ids))
        whole.show_ledger(reviewed.ledger(report_id), REPORT)
        shown, expected = (
            [each.index(row).data() for row in range(each.rowCount())] for each in (model, whole)
        )
        assert [line for line in shown if not line.startswith("●")] == expected


def _test(model: QAbstractItemModel) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(model, mode, model)


def _figure(figure_id: int, reading: Reading | None = None) -> ReviewedFigure:
    return ReviewedFigure(
        id=figure_id,
        report_id=1,
        section_id=None,
        place=Place(0, 1),
        text="",
        origin=Origin.MACHINE,
        read=reading or Reading(Value(Decimal(figure_id))),
        confidence=0.5,
    )
