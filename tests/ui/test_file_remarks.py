"""What is to be said of a file that was read all the same: in the window, in the log and in the export."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt

from desktop.operations.exporting import export
from desktop.operations.importing import Analyser
from desktop.ui.late_process import LateProcess
from tests.core.readers.hostile_workbooks import CASES, macro_workbook
from tests.ui.conftest import OpenWindow, session_of

Press = Callable[..., None]

MACROS = "bieu.xlsm: tệp có macro; chương trình chỉ đọc số liệu, không chạy macro."
UNCOMPUTED = "bieu.xlsx: 1 ô có công thức chưa được tính nên không có số (Biểu 1!D1)"
FAILED = "bieu.xls: 2 ô có công thức bị lỗi nên không có số (Bieu 01!A1"


@pytest.fixture
def analyser() -> Analyser:
    """Return the reading process that the window works with."""
    return LateProcess()


def file_of(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("bieu.xlsm", macro_workbook(), MACROS),
        ("bieu.xlsx", CASES["values"][1](), UNCOMPUTED),
        ("bieu.xls", CASES["xls-errors"][1](), FAILED),
    ],
)
def test_remarks_stand_in_the_message_panel_until_they_are_closed_by_key(
    open_window: OpenWindow, tmp_path: Path, press: Press, name: str, data: bytes, said: str
) -> None:
    bench = open_window()
    bench.open_files([file_of(tmp_path, name, data)])
    assert [line for line in bench.messages.lines() if line.startswith(said)]
    assert all(line.startswith(name) for line in bench.messages.lines())
    assert bench.messages.isVisible()
    bench.messages.list.setFocus()
    press(Qt.Key.Key_Escape)
    assert not bench.messages.isVisible()
    assert bench.panes.table.hasFocus()


def test_remarks_are_shown_again_with_the_file_and_kept_in_log_and_export(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    path = file_of(tmp_path, "bieu.xlsm", macro_workbook())
    first = open_window()
    first.open_files([path])
    first.window.close()
    again = open_window()
    assert again.messages.lines() == []
    again.open_files([path])
    assert again.messages.lines()[-1] == MACROS
    out = tmp_path / "ra.xlsx"
    export(session_of(again).workspace, out)
    log = openpyxl.load_workbook(out)["Nhật ký"]
    assert any(MACROS in str(cell.value) for row in log.iter_rows() for cell in row)


def test_nothing_is_said_of_a_file_without_remarks(open_window: OpenWindow, report_file: Path) -> None:
    bench = open_window()
    bench.open_files([report_file])
    assert bench.messages.lines() == []
    assert "remarks" not in session_of(bench).workspace.log()[-1].new
