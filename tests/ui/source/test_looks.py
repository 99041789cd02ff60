"""The look of states: told apart without colour, legible on both grounds."""

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from desktop.ui.marks import State
from desktop.ui.source.looks import faint_text, looks_on

DARK, LIGHT = QColor("#1e1e1e"), QColor("#ffffff")


def palette(base: QColor, text: str) -> QPalette:
    made = QPalette()
    made.setColor(QPalette.ColorRole.Base, base)
    made.setColor(QPalette.ColorRole.Text, QColor(text))
    return made


GROUNDS = [(LIGHT, "#000000"), (DARK, "#eeeeee")]


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_states_differ_in_the_shape_of_their_line(qtbot: QtBot) -> None:
    looks = looks_on(palette(*GROUNDS[0]))
    shapes = [look.shape for look in (*looks.by_state.values(), looks.current)]
    assert len(set(shapes)) == len(State) + 1


@pytest.mark.parametrize("ground", GROUNDS)
def test_text_on_every_ground_is_legible(qtbot: QtBot, ground: tuple[QColor, str]) -> None:
    for look in looks_on(palette(*ground)).by_state.values():
        assert contrast(look.fill, QColor(ground[1])) >= 7


@pytest.mark.parametrize("ground", GROUNDS)
def test_lines_and_frame_stand_out(qtbot: QtBot, ground: tuple[QColor, str]) -> None:
    looks = looks_on(palette(*ground))
    for look in (*looks.by_state.values(), looks.current):
        assert contrast(look.line, look.fill) >= 3
        assert contrast(look.line, ground[0]) >= 3
        assert contrast(looks.current.line, look.fill) >= 3


@pytest.mark.parametrize("ground", GROUNDS)
def test_colours_of_states_differ(qtbot: QtBot, ground: tuple[QColor, str]) -> None:
    fills = [look.fill.name() for look in looks_on(palette(*ground)).by_state.values()]
    assert all(one != other for one, other in combinations(fills, 2))


@pytest.mark.parametrize("ground", GROUNDS)
def test_text_that_is_not_the_reports_is_grey_yet_legible(qtbot: QtBot, ground: tuple[QColor, str]) -> None:
    assert 4.5 <= contrast(faint_text(palette(*ground)), ground[0]) < contrast(QColor(ground[1]), ground[0])
