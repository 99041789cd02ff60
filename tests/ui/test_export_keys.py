"""What is exported is chosen by keys: form, tags and options, remembered but for the tags."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from desktop.core.figures import Reading, Value
from desktop.core.outputs.choices import ExportChoice
from desktop.core.outputs.forms import OutputForm
from desktop.core.workbooks.content import Grouping
from desktop.operations import reviewing
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.export_controls import ExportControls
from desktop.ui.workbench import Workbench
from tests.ui.conftest import session_of

Press = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _dialog(bench: Workbench) -> ExportDialog:
    found = bench.window.findChildren(ExportDialog)
    assert found
    return found[-1]


def _file_dialog(bench: Workbench) -> QFileDialog | None:
    return bench.window.findChild(QFileDialog, "exportDialog")


def _save(bench: Workbench, out: Path) -> None:
    """Give the file dialog a name without a suffix."""
    dialog = _file_dialog(bench)
    assert dialog is not None
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(out))
    dialog.accept()


def _outlook(bench: Workbench) -> str:
    label = _dialog(bench).findChild(QLabel, "exportOutlook")
    assert label is not None
    return label.text()


def _chosen(bench: Workbench) -> list[ExportChoice]:
    """Return a list that fills with what is chosen from now on."""
    chosen: list[ExportChoice] = []
    controls = bench.window.findChild(ExportControls)
    assert controls is not None
    controls.chosen.connect(chosen.append)
    return chosen


def test_two_enters_and_a_name_write_the_workbook(bench: Workbench, press: Press, tmp_path: Path) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_E, CONTROL)
    assert _outlook(bench) == "1 verified figure(s); left out: 6 open, 0 doubtful, 0 dismissed"
    press(Qt.Key.Key_Return)
    dialog = _file_dialog(bench)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("ho-so.xlsx")
    _save(bench, tmp_path / "tong-hop")
    assert (tmp_path / "tong-hop.xlsx").exists()
    assert "tong-hop.xlsx" in bench.messages.lines()[-1]


@pytest.mark.parametrize(("downs", "form"), list(enumerate(OutputForm)))
def test_every_form_is_chosen_with_the_arrow_key_and_written(
    bench: Workbench, press: Press, tmp_path: Path, downs: int, form: OutputForm
) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_E, CONTROL)
    for _ in range(downs):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    _save(bench, tmp_path / "so-lieu")
    out = tmp_path / f"so-lieu{form.suffix}"
    assert out.exists()
    assert out.name in bench.messages.lines()[-1]
    line = session_of(bench).workspace.log()[-1]
    assert (line.action, line.new["figures"]) == ("export", "1")


def test_form_shows_only_what_it_asks_for(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_E, CONTROL)
    dialog = _dialog(bench)
    grouping, pictures, office = (
        dialog.findChild(kind, name)
        for kind, name in (
            (QComboBox, "exportGrouping"),
            (QCheckBox, "exportPictures"),
            (QLineEdit, "exportOffice"),
        )
    )
    assert grouping is not None
    assert pictures is not None
    assert office is not None
    assert (grouping.isVisible(), pictures.isVisible(), office.isVisible()) == (True, True, False)
    press(Qt.Key.Key_Down)
    assert (grouping.isVisible(), pictures.isVisible(), office.isVisible()) == (False, False, False)
    press(Qt.Key.Key_End)
    assert (grouping.isVisible(), pictures.isVisible(), office.isVisible()) == (False, False, True)
    press(Qt.Key.Key_Escape)


def test_record_bears_the_name_of_the_office_and_remembers_it(
    bench: Workbench, press: Press, settings: QSettings
) -> None:
    chosen = _chosen(bench)
    press(Qt.Key.Key_E, CONTROL)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Tab)
    press("So Y te")
    press(Qt.Key.Key_Return)
    dialog = _file_dialog(bench)
    assert dialog is not None
    dialog.reject()
    assert (chosen[-1].form, chosen[-1].office) == (OutputForm.RECORD, "So Y te")
    press(Qt.Key.Key_E, CONTROL)
    press(Qt.Key.Key_Return)
    assert chosen[-1] == chosen[0]
    assert settings.value("export/form") == "pdf"


def test_options_of_the_workbook_are_chosen_by_keys_and_remembered(bench: Workbench, press: Press) -> None:
    chosen = _chosen(bench)
    press(Qt.Key.Key_E, CONTROL)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    dialog = _file_dialog(bench)
    assert dialog is not None
    dialog.reject()
    options = chosen[-1].options
    assert (options.grouping, options.has_pictures) == (Grouping.TAG, True)
    press(Qt.Key.Key_E, CONTROL)
    press(Qt.Key.Key_Return)
    assert chosen[-1].options == options


def test_by_tags_goes_on_only_with_a_tag_and_counts_what_is_under_it(
    bench: Workbench, press: Press, tmp_path: Path, qtbot: QtBot
) -> None:
    session = session_of(bench)
    for _ in range(3):
        press(Qt.Key.Key_Return)
    section = session.workspace.sections(1)[0]
    session.annotator.toggle_section_tag(section.id, "economy", is_present=False)
    press(Qt.Key.Key_E, BOTH)
    tags = bench.window.findChild(QListView, "exportTags")
    assert tags is not None
    qtbot.waitUntil(tags.hasFocus)
    press(Qt.Key.Key_Return)
    assert _file_dialog(bench) is None
    assert _outlook(bench) == "Tick at least one tag with the space bar."
    while tags.currentIndex().data() != "Kinh tế":
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert _outlook(bench).startswith("2 verified figure(s); left out: 0 open")
    press(Qt.Key.Key_Return)
    _save(bench, tmp_path / "kinh-te")
    assert session.workspace.log()[-1].new["only_tags"] == "economy"
    assert session.workspace.log()[-1].new["figures"] == "2"


def test_letters_that_a_form_cannot_hold_are_told(bench: Workbench, press: Press, tmp_path: Path) -> None:
    press(Qt.Key.Key_Return)
    workspace = session_of(bench).workspace
    workspace.apply(reviewing.correct(workspace.index(1).ids[0], Reading(Value(Decimal(1)), "v\x07")))
    press(Qt.Key.Key_E, CONTROL)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    _save(bench, tmp_path / "so-lieu")
    assert "“\ufffd” in 1 place(s)" in bench.messages.lines()[-1]


def test_tags_are_not_remembered(bench: Workbench, press: Press) -> None:
    chosen = _chosen(bench)
    press(Qt.Key.Key_E, BOTH)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    dialog = _file_dialog(bench)
    assert dialog is not None
    dialog.reject()
    press(Qt.Key.Key_E, CONTROL)
    press(Qt.Key.Key_Return)
    assert chosen[0].only_tags
    assert chosen[1].only_tags == ()


def test_session_hands_on_what_was_chosen(
    bench: Workbench, press: Press, tmp_path_factory: pytest.TempPathFactory
) -> None:
    session = session_of(bench)
    for _ in range(3):
        press(Qt.Key.Key_Return)
    section = session.workspace.sections(1)[0]
    session.annotator.toggle_section_tag(section.id, "crops", is_present=False)
    out = tmp_path_factory.mktemp("out") / "a.json"
    assert session.export(out, ExportChoice(OutputForm.JSON, ("economy",))).figures == 2
    assert len(json.loads(out.read_bytes())["figures"]) == 2
    assert session.export(out, ExportChoice(OutputForm.JSON)).figures == 3


def test_escape_leaves_everything_as_it_was(bench: Workbench, press: Press, qtbot: QtBot) -> None:
    press(Qt.Key.Key_E, CONTROL)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(bench.window.isActiveWindow)
    assert bench.panes.table.hasFocus()
    assert _file_dialog(bench) is None
