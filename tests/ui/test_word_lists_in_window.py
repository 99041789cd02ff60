"""The window tells what is wrong with the word lists, and works on with those it has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, QTranslator
from pytestqt.qtbot import QtBot

from desktop.app import Starter
from desktop.core.errors import Refusal, RefusalCode
from desktop.core.messages import Language
from desktop.core.wordlists.loading import word_lists
from desktop.ui.late_process import LateProcess
from desktop.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _lists_of_its_own() -> Iterator[None]:
    """Let the lists be looked for anew, now and afterwards; take back the languages a start has installed."""
    word_lists.cache_clear()
    yield
    word_lists.cache_clear()
    application = QCoreApplication.instance()
    for translator in application.findChildren(QTranslator) if application else ():
        QCoreApplication.removeTranslator(translator)


def messages(starter: Starter) -> list[str]:
    return starter.workbench.messages.lines() if starter.workbench is not None else []


@pytest.mark.parametrize(
    ("language", "said"),
    [(Language.VIETNAMESE, "dòng 2: “count.nouns”"), (Language.ENGLISH, "line 2: “count.nouns”")],
)
def test_fault_in_a_list_of_the_office_is_told_in_the_users_language(
    qtbot: QtBot,
    settings: QSettings,
    location: Path,
    report_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: Language,
    said: str,
) -> None:
    office = tmp_path / "lexicon"
    office.mkdir()
    (office / "units.toml").write_text("[count]\nnouns = 5\n", encoding="utf-8")
    monkeypatch.setenv("DOICHIEU_LEXICON", str(office))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    starter = Starter(window, settings, location, "Lan", [report_file], language)
    window.first_painted.connect(starter.start)
    window.show()
    qtbot.waitUntil(lambda: any("units.toml" in line for line in messages(starter)), timeout=20_000)
    told = [line for line in messages(starter) if "units.toml" in line]
    assert len(told) == 2
    assert told[0].startswith(f"{office}/units.toml, {said}")
    window.close()


def test_what_the_reading_process_finds_wrong_with_a_list_is_told_once(
    qtbot: QtBot, settings: QSettings, location: Path, tmp_path: Path
) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    starter = Starter(window, settings, location, "Lan", [], Language.VIETNAMESE)
    window.first_painted.connect(starter.start)
    window.show()
    qtbot.waitUntil(lambda: starter.workbench is not None and starter.workbench.session is not None)
    fault = Refusal(RefusalCode.LIST_EMPTY, f"{tmp_path}/units.toml", {"line": "3", "key": "count.nouns"})
    for notice in (fault, Refusal(RefusalCode.HAS_MACROS, "a.xlsm"), fault):
        starter.noticed.emit(notice)
    qtbot.waitUntil(lambda: bool(messages(starter)))
    assert [line.partition(",")[0] for line in messages(starter)] == [fault.subject]
    window.close()


def test_reading_process_of_the_window_tells_what_is_wrong_with_a_list(
    report_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = tmp_path / "lexicon"
    office.mkdir()
    (office / "units.toml").write_text("[count]\nnouns = 5\n", encoding="utf-8")
    monkeypatch.setenv("DOICHIEU_LEXICON", str(office))
    told: list[Refusal] = []
    process = LateProcess(told.append)
    process.analyse(report_file)
    process.close()
    assert {refusal.subject for refusal in told} == {f"{office}/units.toml"}
