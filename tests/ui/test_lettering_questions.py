"""A file in letters that cannot be told is asked about once, with a preview, and read as the answer says."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QRadioButton
from typing_extensions import override

from desktop.core.isolation.analysis import Analysis
from desktop.core.lettering.encoding import Encoding
from desktop.core.readers import read
from desktop.operations.importing import Analyser, IsCancelled, OnProgress
from desktop.ui.dialogs.lettering_dialog import LetteringDialog
from desktop.ui.workbench import Workbench
from tests.operations.analysing import TextAnalyser, analysis_of
from tests.ui.conftest import OpenWindow, session_of


class ReadingAnalyser(TextAnalyser):
    """Reads files as the program does, and extracts by the tests' simple rule."""

    @override
    def analyse(
        self,
        path: Path,
        *,
        lettering: Encoding | None = None,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled | None = None,
    ) -> Analysis:
        data = path.read_bytes()
        document = read(data, path.name, lettering=lettering)
        analysis = analysis_of(document.text.encode(), path.name)
        digest = hashlib.sha256(data).hexdigest()
        return replace(analysis, data=data, digest=digest, lettering=document.lettering)


@pytest.fixture
def analyser() -> Analyser:
    return ReadingAnalyser()


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "cu.txt"
    path.write_bytes("Bé Y tÕ: 218 ca".encode("cp1252"))
    return path


def dialog_of(bench: Workbench) -> LetteringDialog:
    dialogs = [each for each in bench.window.findChildren(LetteringDialog) if each.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def answer(dialog: LetteringDialog) -> None:
    """Say that the letters are TCVN3."""
    for button in dialog.findChildren(QRadioButton):
        button.setChecked(button.objectName() == "reading-tcvn3")
    QTest.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)


def texts_of(bench: Workbench) -> list[str]:
    workspace = session_of(bench).workspace
    return [workspace.document(report.id).text for report in workspace.reports()]


def test_question_shows_each_reading_and_the_answer_is_kept(open_window: OpenWindow, old_file: Path) -> None:
    bench = open_window()
    bench.open_files([old_file])
    dialog = dialog_of(bench)
    assert texts_of(bench) == []
    shown = {label.objectName(): label.text() for label in dialog.findChildren(QLabel)}
    assert shown["preview-tcvn3"] == "Bộ Y tế: 218 ca"
    assert shown["preview-utf-8"] == "Bé Y tÕ: 218 ca"
    answer(dialog)
    assert texts_of(bench) == ["Bộ Y tế: 218 ca"]
    assert session_of(bench).workspace.log()[-1].new["lettering"] == "tcvn3"
    bench.open_files([old_file])
    assert not [each for each in bench.window.findChildren(LetteringDialog) if each.isVisible()]
    assert texts_of(bench) == ["Bộ Y tế: 218 ca"]


def test_file_stays_out_while_nobody_decides(open_window: OpenWindow, old_file: Path) -> None:
    bench = open_window()
    bench.open_files([old_file])
    QTest.keyClick(dialog_of(bench), Qt.Key.Key_Escape)
    assert texts_of(bench) == []
    bench.open_files([old_file])
    assert dialog_of(bench).isVisible()


def test_files_are_asked_about_one_after_another(
    open_window: OpenWindow, old_file: Path, report_file: Path
) -> None:
    second = old_file.with_name("cu-2.txt")
    second.write_bytes(old_file.read_bytes() + b" 3")
    bench = open_window()
    bench.open_files([old_file, report_file, second])
    assert len(texts_of(bench)) == 1
    for _ in range(2):
        answer(dialog_of(bench))
    assert texts_of(bench)[1:] == ["Bộ Y tế: 218 ca", "Bộ Y tế: 218 ca 3"]


def test_modern_file_is_not_asked_about(open_window: OpenWindow, report_file: Path) -> None:
    bench = open_window()
    bench.open_files([report_file])
    assert not bench.window.findChildren(LetteringDialog)
    assert len(texts_of(bench)) == 1
