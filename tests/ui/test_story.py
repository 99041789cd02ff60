"""The clerk's whole job through the window on the samples, with real keys and the real reading process.

Import, accept, correct, dismiss, undo, close in the middle, open again where it was, finish, export; then the
workbook is opened and held against what was done. tests/cli does the same from the command line.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

import resources
from desktop.core.figures import Verdict
from desktop.core.isolation.process import ReadingProcess
from desktop.operations.checking import check
from desktop.ui.dialogs.dismissal_dialog import DismissalDialog
from desktop.ui.workbench import Workbench
from tests.ui.conftest import OpenWindow, current_of, session_of, stored_of

Press = Callable[..., None]
SAMPLES = sorted(resources.path("samples").glob("*.*"))
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def analyser() -> Iterator[ReadingProcess]:
    """Return the process that reads the samples."""
    with ReadingProcess() as process:
        yield process


def accept_all_open(bench: Workbench, press: Press) -> int:
    """Press Enter until the report on the desk has nothing open; return how often."""
    progress = session_of(bench).workspace.progress(session_of(bench).desk.report_id)
    for _ in range(progress.open):
        press(Qt.Key.Key_Return)
    return progress.open


def dismiss_current(bench: Workbench, press: Press, key: str) -> int:
    """Dismiss the current figure for the reason of `key`; return its id."""
    figure_id = current_of(bench).id
    press(Qt.Key.Key_Delete)
    assert isinstance(QApplication.activeModalWidget(), DismissalDialog)
    press(key)
    return figure_id


def rows_of(out: Path) -> list[tuple[Any, ...]]:
    """Return the rows of the sheet of figures that hold a figure."""
    sheet = load_workbook(out)["Số liệu"]
    return [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]


def test_clerk_goes_through_the_samples_closes_in_the_middle_and_exports_what_is_verified(
    open_window: OpenWindow, press: Press, qtbot: QtBot, location: Path, tmp_path: Path
) -> None:
    bench = open_window()
    bench.open_files(SAMPLES)
    assert [report.name for report in session_of(bench).workspace.reports()] == [
        path.name for path in SAMPLES
    ]

    accepted = current_of(bench).id
    press(Qt.Key.Key_Return)
    corrected = current_of(bench).id
    press("98765,5")
    press(Qt.Key.Key_Return)
    dismissed = dismiss_current(bench, press, "1")
    doubtful = current_of(bench).id
    press(Qt.Key.Key_F4)
    undone = current_of(bench).id
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, CONTROL)
    verdicts = [
        stored_of(bench, figure).verdict for figure in (accepted, corrected, dismissed, doubtful, undone)
    ]
    assert verdicts == [
        Verdict.ACCEPTED,
        Verdict.CORRECTED,
        Verdict.DISMISSED,
        Verdict.DOUBTFUL,
        Verdict.OPEN,
    ]

    report_id, left_at = session_of(bench).desk.report_id, current_of(bench).id
    bench.window.close()
    bench = open_window()
    assert session_of(bench).desk.report_id == report_id
    assert current_of(bench).id == left_at

    accept_all_open(bench, press)
    progress = session_of(bench).workspace.progress(report_id)
    assert (progress.open, progress.dismissed, progress.doubtful) == (0, 1, 1)
    assert progress.verified == progress.total - 2

    out = tmp_path / "tong-hop.xlsx"
    press(Qt.Key.Key_E, CONTROL)
    press(Qt.Key.Key_Return)
    dialog = bench.window.findChild(QFileDialog, "exportDialog")
    assert dialog is not None
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(out))
    dialog.accept()
    qtbot.waitUntil(out.exists)

    rows = rows_of(out)
    assert len(rows) == progress.verified
    values = [value for row in rows for value in row if isinstance(value, int | float)]
    assert 98765.5 in values
    workspace = session_of(bench).workspace
    whole = workspace.progress()
    said = " ".join(
        str(c) for row in load_workbook(out).worksheets[0].iter_rows(values_only=True) for c in row if c
    )
    left_out = whole.open + whole.dismissed + whole.doubtful
    assert f"{left_out:,}".replace(",", ".") in said
    bench.window.close()
    assert check(location) == []
