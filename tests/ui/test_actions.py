"""The list of actions: no key twice, none that input methods need, and every action at hand."""

import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.actions import ACTIONS, ActionSpec, build_actions, is_triggered, keys_of
from desktop.ui.dialogs.keys_dialog import keys_page
from desktop.ui.workbench import Workbench

_BARE_LETTER = re.compile(r"(Shift\+)?[A-Z]")


def _all_keys() -> list[str]:
    return [key for spec in ACTIONS for key in spec.keys]


def test_no_key_belongs_to_two_actions() -> None:
    spelled = Counter(QKeySequence(key).toString() for key in _all_keys())
    assert [key for key, count in spelled.items() if count > 1] == []


def test_ids_are_unique() -> None:
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)


@pytest.mark.parametrize("key", _all_keys())
def test_key_is_known_to_qt_and_left_over_by_input_methods(key: str) -> None:
    assert QKeySequence(key).toString() != ""
    assert not _BARE_LETTER.fullmatch(key)
    assert key not in ("Space", "Ctrl+Space", "Shift+Space")


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("accept", ("Return", "Enter")),
        ("edit_value", ("F2",)),
        ("dismiss", ("Del",)),
        ("next_open", ("F3",)),
        ("previous_open", ("Shift+F3",)),
        ("doubt", ("F4",)),
        ("add", ("Ins",)),
        ("next_pane", ("F6",)),
        ("keys", ("F1",)),
        ("only_to_look_at", ("F7",)),
        ("take_other", ("F8",)),
        ("export", ("Ctrl+E",)),
        ("tag", ("Ctrl+T",)),
    ],
)
def test_keys_are_those_the_clerks_learned(name: str, keys: tuple[str, ...]) -> None:
    [spec] = [spec for spec in ACTIONS if spec.id == name]
    assert spec.keys == keys


def test_every_triggered_action_is_built(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert set(build_actions(parent)) == {spec.id for spec in ACTIONS if is_triggered(spec)}


def test_every_action_is_in_a_menu_and_does_something(bench: Workbench) -> None:
    in_menus = {
        action.objectName() for menu in bench.window.menuBar().actions() for action in _actions_in(menu)
    }
    assert set(bench.actions) <= in_menus
    languages = {"language_vi", "language_en"}  # their group is what is connected
    idle = [
        name
        for name, action in bench.actions.items()
        if name not in languages and not action.receivers("2triggered(bool)")
    ]
    assert idle == []


@pytest.mark.parametrize("spec", [spec for spec in ACTIONS if spec.keys or spec.hint])
def test_page_of_keys_tells_of_every_key(spec: ActionSpec) -> None:
    page = keys_page()
    assert all(key.replace("&", "&amp;") in page for key in keys_of(spec))


def _actions_in(title: object) -> list[QWidget]:
    return list(title.menu().actions())  # type: ignore[attr-defined]
