"""Every text of the interface is translated, and what is loaded is what was last translated."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QSettings, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import resources
from desktop.core.messages import Language
from desktop.ui.actions import ACTIONS, Group, keys_of, menu_title, text_of
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import ImmediateRunner
from desktop.ui.translation import choose_language, chosen_language
from desktop.ui.workbench import Workbench

SOURCES = Path(resources.ROOT).parent / "desktop" / "ui"
TRANSLATIONS = ("doichieu_vi", "doichieu_en", "qt_vi")
COLLECTING = (
    "-silent",
    "-no-obsolete",
    "-locations",
    "none",
    "-tr-function-alias",
    "QT_TRANSLATE_NOOP=marked",
)


@pytest.mark.parametrize("name", TRANSLATIONS)
def test_every_text_is_translated(name: str) -> None:
    unfinished = [
        message.findtext("source")
        for message in _messages(resources.path(f"i18n/{name}.ts"))
        if message.find("translation[@type]") is not None or not _translated(message)
    ]
    assert unfinished == []


@pytest.mark.parametrize("name", TRANSLATIONS)
def test_what_is_loaded_is_what_was_translated_last(name: str, tmp_path: Path) -> None:
    made = tmp_path / f"{name}.qm"
    source = resources.path(f"i18n/{name}.ts")
    subprocess.run([_tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(made)], check=True)
    assert made.read_bytes() == resources.path(f"i18n/{name}.qm").read_bytes()


@pytest.mark.parametrize(("name", "options"), [("doichieu_vi", ()), ("doichieu_en", ("-pluralonly",))])
def test_no_text_of_the_code_is_missing_or_left_over(
    name: str, options: tuple[str, ...], tmp_path: Path
) -> None:
    collected = tmp_path / f"{name}.ts"
    command = [_tool("pyside6-lupdate"), *COLLECTING, *options, "-extensions", "py", str(SOURCES)]
    subprocess.run([*command, "-ts", str(collected)], check=True)
    assert _texts(collected) == _texts(resources.path(f"i18n/{name}.ts"))


def test_texts_of_qt_are_texts_qt_knows(qtbot: QtBot) -> None:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    known = []
    for language in ("de", "fr", "uk"):
        known.append(QTranslator())
        known[-1].load(f"qtbase_{language}.qm", folder)
    unknown = [
        text
        for text in _texts(resources.path("i18n/qt_vi.ts"))
        if not any(translator.translate(*text) for translator in known)
    ]
    assert unknown == []


@pytest.mark.parametrize("language", Language)
def test_window_opens_in_every_language(qtbot: QtBot, settings: QSettings, language: Language) -> None:
    with _speaking(language):
        window = MainWindow(settings)
        qtbot.addWidget(window)
        Workbench(window, settings, ImmediateRunner(), language)
        window.show()
        titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    expected = {Language.VIETNAMESE: "Tệp", Language.ENGLISH: "File"}
    assert titles[0] == expected[language]


@pytest.mark.parametrize("language", Language)
def test_no_two_entries_of_a_menu_answer_to_one_letter(language: Language) -> None:
    with _speaking(language):
        menus = [[text_of(spec) for spec in ACTIONS if spec.group is group] for group in Group]
        menus.append(list(map(menu_title, Group)))
    for texts in menus:
        letters = [letter for text in texts if (letter := _mnemonic(text))]
        assert [(letter, texts) for letter in letters if letters.count(letter) > 1] == []
        # What stands on no key without an input method could not be pressed with Alt.
        assert [letter for letter in letters if not letter.isascii()] == []


@pytest.mark.parametrize("language", Language)
def test_every_entry_of_a_menu_has_a_key_or_a_letter(language: Language) -> None:
    with _speaking(language):
        without = [spec.id for spec in ACTIONS if not keys_of(spec) and not _mnemonic(text_of(spec))]
    assert without == []


@pytest.mark.parametrize(
    ("language", "said"),
    [("vi", "Vì sao loại 2 số liệu này?"), ("en", "Why do you dismiss these 2 figures?")],
)
def test_plurals_are_right(qtbot: QtBot, language: str, said: str) -> None:
    with _speaking(Language(language)):
        text = QCoreApplication.translate("DismissalDialog", "Why do you dismiss %n figure(s)?", "", 2)
    assert text == said


def test_vietnamese_is_spoken_where_nobody_says_otherwise(settings: QSettings) -> None:
    assert chosen_language(settings) is Language.VIETNAMESE


def test_environment_is_heard(settings: QSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert chosen_language(settings) is Language.ENGLISH


def test_choice_goes_over_the_environment(settings: QSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    choose_language(settings, Language.VIETNAMESE)
    assert chosen_language(settings) is Language.VIETNAMESE


class _speaking:  # noqa: N801 - read like a function
    """Loads a language's translations for a while."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._translators: list[QTranslator] = []

    def __enter__(self) -> None:
        for name in ("qt", "doichieu"):
            location = resources.path(f"i18n/{name}_{self._language}.qm")
            translator = QTranslator()
            if location.exists() and translator.load(str(location)):
                self._translators.append(translator)
                QApplication.installTranslator(translator)

    def __exit__(self, *_: object) -> None:
        for translator in self._translators:
            QApplication.removeTranslator(translator)


def _mnemonic(text: str) -> str:
    """Return the letter that a menu's entry answers to, "" where it has none."""
    found = re.search(r"&([^&])", text.replace("&&", ""))
    return found[1].casefold() if found else ""


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _messages(path: Path) -> Iterator[ElementTree.Element]:
    return ElementTree.parse(path).getroot().iter("message")  # noqa: S314 - our own file


def _translated(message: ElementTree.Element) -> bool:
    forms = list(message.iter("numerusform")) or list(message.iter("translation"))
    return all(form.text for form in forms)


def _texts(path: Path) -> set[tuple[str, str]]:
    root = ElementTree.parse(path).getroot()  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in root.iter("context")
        for message in context.iter("message")
    }
