"""An export in the background: its progress, the ways to cancel it, and what is said of the file."""

from collections.abc import Callable
from pathlib import Path
from zipfile import is_zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QProgressBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.operations import noting
from desktop.ui.workbench import Workbench
from tests.ui.conftest import session_of

Press = Callable[..., None]
ExportTo = Callable[[Path], None]


@pytest.fixture
def export_to(bench: Workbench, press: Press) -> ExportTo:
    """Return what exports the first figure, accepted before, to a file, as a clerk asks for it."""
    press(Qt.Key.Key_Return)

    def ask(out: Path) -> None:
        press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        press(Qt.Key.Key_Return)
        dialog = bench.window.findChild(QFileDialog, "exportDialog")
        assert dialog is not None
        # Qt's own question whether to write over a file would wait for an answer.
        dialog.setObjectName("")
        dialog.close()
        dialog.fileSelected.emit(str(out))

    return ask


def watch(bench: Workbench, act: Callable[[], None]) -> list[int]:
    """Let `act` happen as soon as the export shows progress; return the percentages shown."""
    bar = bench.window.findChild(QProgressBar, "exportProgress")
    assert bar is not None
    shown: list[int] = []

    def note(value: int) -> None:
        if value > 0:
            shown.append(value)
            if len(shown) == 1:
                act()

    bar.valueChanged.connect(note)
    return shown


def test_progress_is_shown_while_a_file_is_written(
    bench: Workbench, export_to: ExportTo, tmp_path: Path
) -> None:
    seen: list[bool] = []
    shown = watch(bench, lambda: seen.append(bench.export_bar.isVisibleTo(bench.window)))
    assert not bench.export_bar.isVisibleTo(bench.window)
    export_to(tmp_path / "tong-hop.xlsx")
    assert seen == [True]
    assert shown[-1] == 100
    assert not bench.export_bar.isVisibleTo(bench.window)
    assert not bench.actions["cancel_export"].isEnabled()


@pytest.mark.parametrize("way", ["button", "escape", "menu"])
def test_cancelled_export_leaves_the_old_file_and_says_so(
    bench: Workbench, export_to: ExportTo, tmp_path: Path, way: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "tong-hop.xlsx"
    out.write_bytes(b"old")
    button = bench.window.findChild(QToolButton, "cancelExport")
    assert button is not None

    def cancel() -> None:
        if way == "menu":
            bench.actions["cancel_export"].trigger()
        elif way == "escape":
            QTest.keyClick(button, Qt.Key.Key_Escape)
        else:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    watch(bench, cancel)
    export_to(out)
    assert out.read_bytes() == b"old"
    assert list(folder.iterdir()) == [out]
    assert "tong-hop.xlsx was not exported: cancelled" in bench.messages.lines()[-1]
    assert [line.action for line in session_of(bench).workspace.log()].count("export") == 0


def test_export_can_be_asked_for_again_after_it_was_cancelled(
    bench: Workbench, export_to: ExportTo, tmp_path: Path
) -> None:
    acts = [bench.actions["cancel_export"].trigger]
    watch(bench, lambda: acts.pop()() if acts else None)
    export_to(tmp_path / "tong-hop.xlsx")
    assert not (tmp_path / "tong-hop.xlsx").exists()
    export_to(tmp_path / "tong-hop.xlsx")
    assert is_zipfile(tmp_path / "tong-hop.xlsx")


def test_what_excel_cannot_hold_is_said_in_the_window(
    bench: Workbench, export_to: ExportTo, tmp_path: Path
) -> None:
    session_of(bench).workspace.apply(noting.write_note(1, "hỏi\x1b lại"))
    export_to(tmp_path / "tong-hop.xlsx")
    assert "2 cell(s) hold something else than was given" in bench.messages.lines()[-1]
    assert "Ghi khác nguyên văn" in bench.messages.lines()[-1]


def test_file_open_elsewhere_is_said_with_what_to_do(
    bench: Workbench, export_to: ExportTo, tmp_path: Path, qtbot: QtBot
) -> None:
    out = tmp_path / "tong-hop.xlsx"
    out.write_bytes(b"old")
    (tmp_path / "~$tong-hop.xlsx").touch()
    export_to(out)
    assert "đang mở trong Excel; hãy đóng tệp rồi xuất lại" in bench.messages.lines()[-1]
    assert out.read_bytes() == b"old"


def test_bar_and_button_are_named(bench: Workbench) -> None:
    for name in ("exportProgress", "cancelExport"):
        found = bench.window.findChildren(QWidget, name)
        assert len(found) == 1
    button = bench.window.findChild(QToolButton, "cancelExport")
    assert button is not None
    assert button.text() == "Cancel export"
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
