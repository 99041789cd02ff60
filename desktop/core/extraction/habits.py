"""How a document writes its numbers, and how large they are by unit where some can be read two ways."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.core.extraction.numbers import (
    MARKED,
    NUMBER,
    NumberStyle,
    WrittenNumber,
    read_number,
    style_of,
)
from desktop.core.extraction.passages import fold, passage_of
from desktop.core.extraction.units import Unit, UnitClass, unit_at

_WITHOUT_THOUSANDS = (UnitClass.PERCENT, UnitClass.POINT, UnitClass.TIMES)
_MONEY_POWER = 6
_UNIT_CHARACTERS = 40
_ENOUGH = 200
_FEW = 3


def habits_of(text: str) -> NumberStyle:
    """Return the habits that the numbers of a document show.

    Units are looked up only for numbers that can be read two ways, and for those of the same units.
    """
    style = style_of(text)
    wanted = frozenset(_open_units(text, style)) - {""}
    if not wanted:
        return style
    magnitudes: dict[str, list[float]] = {unit: [] for unit in wanted}
    begins = tuple({unit[0] for unit in wanted})
    for match in NUMBER.finditer(text):
        end = match.end()
        if not text[end : end + 2].lstrip().lower().startswith(begins):
            continue
        unit = _unit_behind(text, end)
        found = magnitudes.get(fold(unit.text))
        if found is not None and len(found) < _ENOUGH:
            number = number_of_unit(match[0], unit, style)
            if number.other is None and number.value:
                found.append(float(number.value.log10()))
    return replace(style, magnitudes={unit: _typical(found) for unit, found in magnitudes.items()})


def number_of_unit(written: str, unit: Unit, style: NumberStyle) -> WrittenNumber:
    """Return the number that `written` (a match of NUMBER) says before a unit."""
    return read_number(
        written,
        style,
        is_percent=unit.unit_class in _WITHOUT_THOUSANDS,
        is_count="," in written and unit.is_whole,
        is_large=unit.power >= _MONEY_POWER,
    )


def _open_units(text: str, style: NumberStyle) -> Iterator[str]:
    """Yield the folded units of the numbers that can be read two ways."""
    for match in MARKED.finditer(text):
        if read_number(match[0], style).other is not None:
            unit = _unit_behind(text, match.end())
            if number_of_unit(match[0], unit, style).other is not None:
                yield fold(unit.text)


def _unit_behind(text: str, position: int) -> Unit:
    return unit_at(passage_of(text, position, position + _UNIT_CHARACTERS), 0)


def _typical(magnitudes: Sequence[float]) -> Sequence[float]:
    """Return the magnitudes without the tenth part at either end, none where they are too few to tell."""
    if len(magnitudes) < _FEW:
        return ()
    cut = len(magnitudes) // 10
    return sorted(magnitudes)[cut : len(magnitudes) - cut]
