"""What a clerk types: values, names of fields; and what the look of states owes the eye."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette

from desktop.core.displays import editable_text
from desktop.core.extraction.numbers import parse_number
from desktop.core.figures import Kind, Value
from desktop.core.folding import folded
from desktop.ui.delegates.states import sign_of
from desktop.ui.marks import State
from desktop.ui.selection_reading import reading_of_selection
from desktop.ui.source.looks import looks_on

DECIMALS = st.decimals(-(10**9), 10**9, places=3)


@given(DECIMALS)
def test_value_shown_in_an_editor_reads_back_as_itself(number: Decimal) -> None:
    assert parse_number(editable_text(Value(number))) == Value(number.normalize() + 0)


def test_field_is_found_with_and_without_accents() -> None:
    assert folded("Kinh tế đối ngoại") == "kinh te doi ngoai"
    assert folded("Đất đai") == folded("đất đai") == "dat dai"


@pytest.mark.parametrize(
    ("selected", "value", "unit", "kind", "indicator"),
    [
        ("218 vụ", "218", "vụ", Kind.LEVEL, ""),
        ("Số vụ ma túy: 218 vụ", "218", "vụ", Kind.LEVEL, "Số vụ ma túy"),
        ("13.160\ntài khoản.", "13160", "tài khoản", Kind.LEVEL, ""),
        ("chiếm 43,16%", "43.16", "%", Kind.SHARE, "chiếm"),
    ],
)
def test_selected_text_fills_the_fields(
    selected: str, value: str, unit: str, kind: Kind, indicator: str
) -> None:
    reading = reading_of_selection(selected)
    assert reading is not None
    assert (str(reading.value), reading.unit) == (value, unit)
    assert (reading.kind, reading.indicator) == (kind, indicator)


def test_text_without_a_number_fills_nothing() -> None:
    assert reading_of_selection("không có số") is None


@pytest.mark.parametrize("state", State)
def test_state_can_be_read_on_light_and_on_dark(state: State) -> None:
    for base, text in (("#ffffff", "#000000"), ("#242424", "#ffffff")):
        palette = QPalette(QColor(base))
        palette.setColor(QPalette.ColorRole.Base, QColor(base))
        palette.setColor(QPalette.ColorRole.Text, QColor(text))
        ink = looks_on(palette).by_state[state].line
        assert _contrast(ink, QColor(base)) >= 4.5


def test_every_state_has_a_sign_of_its_own() -> None:
    assert len({sign_of(state) for state in State}) == len(State)


def _contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
