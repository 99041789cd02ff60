"""How each state looks on the present palette: colours and lines from resources/styles/states.toml."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtGui import QColor, QPalette

import resources
from desktop.ui.marks import State


class Line(StrEnum):
    """The line under or through a lit number: its state for eyes that do not see the colour."""

    DOTTED = "dotted"
    SOLID = "solid"
    DOUBLE = "double"
    STRIKE = "strike"
    WAVE = "wave"
    DASHED = "dashed"
    OVER = "over"
    FRAME = "frame"


@dataclass(frozen=True, slots=True)
class Look:
    """The ground under a lit number, and the colour and shape of its line."""

    fill: QColor
    line: QColor
    shape: Line


@dataclass(frozen=True, slots=True)
class Looks:
    """The look of every state, and of the frame round the current figure."""

    by_state: dict[State, Look]
    current: Look


def is_dark(palette: QPalette) -> bool:
    """Tell whether the palette writes light on dark."""
    return (
        palette.color(QPalette.ColorRole.Base).lightness()
        < palette.color(QPalette.ColorRole.Text).lightness()
    )


def looks_on(palette: QPalette) -> Looks:
    """Return how the states look on this palette."""
    return _looks("dark" if is_dark(palette) else "light")


def looks_on_paper() -> Looks:
    """Return how the states look on the picture of a page, which is white whatever the palette."""
    return _looks("light")


def faint_text(palette: QPalette) -> QColor:
    """Return the colour of text that is not part of the report: grey, yet legible on the base."""
    text, base = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    return QColor(*(round(0.62 * t + 0.38 * b) for t, b in zip(_rgb(text), _rgb(base), strict=True)))


def warning_text(palette: QPalette) -> QColor:
    """Return the colour of text that the clerk must not overlook: a red that is legible on the ground."""
    return looks_on(palette).by_state[State.DOUBTFUL].line


@cache
def _looks(ground: str) -> Looks:
    return Looks({state: _look(state, ground) for state in State}, _look("current", ground))


def _look(name: str, ground: str) -> Look:
    style = resources.toml("styles/states.toml")[name]
    return Look(QColor(style[ground]["fill"]), QColor(style[ground]["line"]), Line(style["underline"]))


def _rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()
