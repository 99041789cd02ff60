"""A workspace of 10,000 reports and 1,000,000 figures: list, filter, search and next row, and scrolling.

REPORTS=1000 in the environment makes a smaller one; to make the whole takes a minute or two.
"""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import TypeVar

from desktop.app import login_name
from desktop.operations.workspaces import Workspace, open_workspace
from large_workspace import LARGE_NAME, make
from measures import Measure
from windows import run_window

REPORTS = 10_000
GOAL_S = 0.1
SCROLL_GOAL_S = 0.05
PRESSES = 200
OPENING = 15
"""How many pages one scrolls while the text and the marks of a large report are still coming."""

TIMES = 40

_TYPED = "so vu vi pham la gi"
_QUERIES = (
    *(_TYPED[:length] for length in range(1, len("so vu vi pham") + 1)),
    *("1", "13", "13.", "13.1", "13.16", "13160", "%", "5,2", "ty dong", "trieu usd", "t", "th", "thu ngan"),
    *("san luong 45", "khong co", "so vu 1 %", "d", "gia tri san xuat cong nghiep 7", "ng", "tai khoan thu"),
)

_Input = TypeVar("_Input")


def measures() -> Iterator[Measure]:
    """Yield the 95th percentiles, each over what a clerk would do."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        workspace = make(home, int(os.environ.get("REPORTS", REPORTS)))
        yield from in_process(workspace)
        yield from in_window(workspace, home)


def in_process(location: Path) -> Iterator[Measure]:
    """Yield how long it takes to list, to filter and to search."""
    from PySide6.QtWidgets import QApplication

    from desktop.ui.dialogs.search_dialog import MOST_FOUND

    application = QApplication.instance() or QApplication([])
    workspace = open_workspace(location, "bench")
    try:
        yield from _reports(workspace)
        yield from _rows(workspace)
        found = _timed(lambda text: workspace.find(text, MOST_FOUND), _QUERIES)
        yield _percentile("search the workspace", found, "as it is typed")
    finally:
        workspace.close()
        del application


def in_window(location: Path, home: Path) -> Iterator[Measure]:
    """Yield how long the window takes from row to row, and how long it stands still while it scrolls."""
    _stand_at_large(location)
    arguments = ("-w", str(location))
    pressed = run_window("our_window.py", home, str(PRESSES), *arguments)["pressed"]
    yield _percentile("key-press to next row", pressed, "20.000 figures in the report")
    scrolled = run_window("scrolled_window.py", home, str(PRESSES), *arguments)["pressed"]
    yield Measure(
        "longest gap while it opens", max(scrolled[:OPENING]), SCROLL_GOAL_S, note=f"{OPENING} pages"
    )
    yield Measure("longest gap in scrolling", max(scrolled[OPENING:]), SCROLL_GOAL_S, note=f"{PRESSES} pages")
    yield Measure("scrolled by a page", quantiles(scrolled, n=20)[-1], SCROLL_GOAL_S, note="95th percentile")


def _stand_at_large(location: Path) -> None:
    """Let the window open the large report at its first open figure, wherever the clerk was."""
    workspace = open_workspace(location, login_name())
    report_id = _large_id(workspace)
    index = workspace.index(report_id)
    first = next(each for each, verdict in zip(index.ids, index.verdicts, strict=True) if verdict == "open")
    workspace.set_bookmark(report_id, first)
    workspace.close()


def _large_id(workspace: Workspace) -> int:
    return next(label.id for label in workspace.report_labels() if label.name == LARGE_NAME)


def _reports(workspace: Workspace) -> Iterator[Measure]:
    from desktop.ui.models.report_list_model import ReportListModel

    def listed(_: int) -> ReportListModel:
        model = ReportListModel()
        model.read_with(workspace.summaries)
        model.show_labels(workspace.report_labels())
        for row in range(20):
            model.index(row).data()
        return model

    model = listed(0)
    note = f"{model.count} reports"
    yield _percentile("list the reports", _timed(listed, range(TIMES)), note)

    def narrowed(text: str) -> None:
        model.narrow(text)
        for row in range(min(model.rowCount(), 20)):
            model.index(row).data()

    whole = ("quý ii/2015", "bao-cao-7", "kinh te")
    typed = [text[:length] for text in whole for length in range(1, len(text))]
    yield _percentile("filter the reports", _timed(narrowed, typed), note)

    def opened(report_id: int) -> None:
        index = workspace.index(report_id)
        workspace.figures(index.ids)
        workspace.sections(report_id)
        workspace.document(report_id)

    ids = [label.id for label in workspace.report_labels()]
    yield _percentile("read a report", _timed(opened, ids[:: max(len(ids) // TIMES, 1)]), "100 figures")


def _rows(workspace: Workspace) -> Iterator[Measure]:
    from desktop.core.searching import ids_found, terms_of
    from desktop.ui.models.figure_columns import FigureColumns
    from desktop.ui.models.figure_filter import FigureFilter, Shown
    from desktop.ui.models.figure_order import Order
    from desktop.ui.models.figure_rows import FigureRows

    report_id = _large_id(workspace)
    note = "20.000 figures"
    yield _percentile("list the figures", _timed(workspace.index, [report_id] * TIMES), note)
    columns = FigureColumns(workspace.index(report_id))
    columns.take_looks(workspace.looks(report_id))
    rows = FigureRows(columns)
    section_ids = [section.id for section in workspace.sections(report_id)]
    filters = [FigureFilter(shown) for shown in Shown]
    filters += [replace(each, section_ids=frozenset(section_ids[::2])) for each in filters]
    wanted = [(each, order) for each in filters for order in Order]
    yield _percentile("filter and order the rows", _timed(lambda each: rows.arrange(*each), wanted), note)
    words = workspace.words(report_id)

    def searched(text: str) -> None:
        found = ids_found(words, terms_of(text))
        rows.arrange(FigureFilter(found_ids=found), Order.TEXT)

    yield _percentile("search the report", _timed(searched, _QUERIES), note)
    rows.arrange(FigureFilter(), Order.SIMILAR)
    yield _percentile("next open row", _timed(lambda each: rows.next_open(each, 1), rows.ids[::40]), note)


def _timed(act: Callable[[_Input], object], inputs: Iterable[_Input]) -> list[float]:
    times = []
    for each in inputs:
        begin = perf_counter()
        act(each)
        times.append(perf_counter() - begin)
    return times


def _percentile(name: str, times: list[float], note: str) -> Measure:
    told = f"95th percentile of {len(times)}, {note}"
    return Measure(name, quantiles(times, n=20)[-1], GOAL_S, note=told)
