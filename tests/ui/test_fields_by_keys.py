"""The fields beside the place: a key to each, words to complete from, and numbers that read two ways."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel

from desktop.core.extraction.typed_numbers import other_typed_value
from desktop.core.figures import Base, Kind, Value, Verdict
from desktop.ui.workbench import Workbench
from tests.ui.conftest import current_of, named, stored_of

Press = Callable[..., None]
ALT = Qt.KeyboardModifier.AltModifier


def focus_name() -> str:
    """Return the object name of the widget that has the keyboard."""
    focus = QApplication.focusWidget()
    return focus.objectName() if focus else ""


def words(bench: Workbench) -> QLabel:
    """Return the label that tells the value in words."""
    label = named(bench, QLabel, "valueInWords")
    assert isinstance(label, QLabel)
    return label


def is_warning(label: QLabel) -> bool:
    """Tell whether a label is written in another colour than plain text."""
    plain = QApplication.palette().color(QPalette.ColorRole.WindowText)
    return label.palette().color(QPalette.ColorRole.WindowText) != plain


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_1, "valueEdit"),
        (Qt.Key.Key_2, "unitEdit"),
        (Qt.Key.Key_3, "qualifierBox"),
        (Qt.Key.Key_4, "indicatorEdit"),
        (Qt.Key.Key_5, "kindBox"),
        (Qt.Key.Key_6, "baseBox"),
        (Qt.Key.Key_7, "periodEdit"),
        (Qt.Key.Key_8, "noteEdit"),
    ],
)
def test_each_field_is_one_key_away(bench: Workbench, press: Press, key: Qt.Key, name: str) -> None:
    press(key, ALT)
    assert focus_name() == name


def test_kind_and_base_are_put_right_with_three_keys_each(bench: Workbench, press: Press) -> None:
    figure_id = current_of(bench).id
    press(Qt.Key.Key_5, ALT)
    press("r")
    press(Qt.Key.Key_Return)
    taken = stored_of(bench, figure_id)
    assert (taken.effective.kind, taken.verdict) == (Kind.RATIO, Verdict.CORRECTED)

    figure_id = current_of(bench).id
    press(Qt.Key.Key_6, ALT)
    press("4")
    press(Qt.Key.Key_Return)
    assert stored_of(bench, figure_id).effective.base is Base.PLAN


def test_unit_is_completed_from_the_report_without_accents(bench: Workbench, press: Press) -> None:
    figure_id = current_of(bench).id
    press(Qt.Key.Key_2, ALT)
    press("tai")
    assert bench.panes.fields.form.units.offered() == ["tài khoản"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert stored_of(bench, figure_id).effective.unit == "tài khoản"


def test_word_said_once_completes_the_next(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_4, ALT)
    press("thu ngân sách địa phương")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_4, ALT)
    press("dia phuong")
    assert bench.panes.fields.form.indicators.offered() == ["thu ngân sách địa phương"]


def test_typed_number_that_reads_two_ways_is_told_in_red_with_the_other_one_key_away(
    bench: Workbench, press: Press
) -> None:
    figure_id = current_of(bench).id
    press("13.160")
    assert words(bench).text() == "⚠ mười ba nghìn một trăm sáu mươi tỷ đồng"
    assert is_warning(words(bench))
    press(Qt.Key.Key_F8)
    assert stored_of(bench, figure_id).effective.value == Value(Decimal("13.16"))


def test_typed_number_with_one_reading_is_told_plainly(bench: Workbench, press: Press) -> None:
    press("13.160,5")
    assert not words(bench).text().startswith("⚠")
    assert not is_warning(words(bench))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("13.160", "13.16"),
        ("13,160", "13160"),
        ("-1.234", "-1.234"),
        ("12.345%", "12345"),
        ("1.234.567", None),
        ("0,123", None),
        ("1.234,5", None),
        ("6,3", None),
        ("2021", None),
        ("chín", None),
    ],
)
def test_other_reading_of_a_typed_number(text: str, other: str | None) -> None:
    assert other_typed_value(text) == (None if other is None else Value(Decimal(other)))
