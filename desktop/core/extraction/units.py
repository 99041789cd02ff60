"""What stands right behind a number: %, times, a measure with its scale, or the thing that is counted."""

import re
from dataclasses import dataclass

from desktop.core.extraction.passages import Passage, fold
from desktop.core.extraction.rates import noun_word, out_of_end, rated_end, yearly_end
from desktop.core.extraction.unit_words import (
    Entry,
    UnitClass,
    amount_words,
    kinds,
    longest,
    percent_goes_on,
    scales,
    skip_space,
    unit_words,
    whole_money,
)

__all__ = ["COUNTED", "Unit", "UnitClass", "counted_noun_at", "counted_noun_in", "unit_at"]

COUNTED = (UnitClass.COUNT, UnitClass.GUESSED)
"""The classes of units that are things, counted one by one where no scale word stands before them."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit at [start, end) of a passage; `power` is the power of ten of its leading scale words."""

    start: int
    end: int
    text: str
    unit_class: UnitClass
    power: int = 0

    @property
    def is_kind(self) -> bool:
        """Tell whether the words say of what kind the things are that were counted before: "58 lỗ"."""
        return self.unit_class is UnitClass.GUESSED and longest(kinds(), fold(self.text), 0)[0] is not None

    @property
    def is_whole(self) -> bool:
        """Tell whether there is no half of it: things counted one by one, money without small change."""
        if self.power:
            return False
        return self.unit_class in COUNTED or fold(self.text).partition("/")[0] in whole_money()


# A note's mark behind a number belongs to neither number nor unit; behind a ten it may be a power.
_NOTE_MARK = re.compile("(?<!\\b10)[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]+")
_ENDS = frozenset(",.;:()[]\"'-+=<>?!")
_PERCENT = "%"
_IN_ORDER = re.compile(r" +(?:thứ|đầu)\b")
_SCALABLE = (UnitClass.COUNT, UnitClass.MEASURE)
_RATED = (UnitClass.COUNT, UnitClass.MEASURE, UnitClass.GUESSED, UnitClass.TIME)


def unit_at(passage: Passage, position: int) -> Unit:
    """Return the unit that begins at `position`, spaces skipped; an empty one where there is none."""
    text = passage.lower
    start = _begin(text, position)
    first = text[start : start + 1]
    if first == _PERCENT and text[start + 1 : start + 3].lstrip()[:1] not in percent_goes_on():
        return Unit(start, start + 1, _PERCENT, UnitClass.PERCENT)
    if first and first not in _ENDS:
        entry, end = longest(unit_words(), text, start)
        if entry is None:
            return _glued(passage, start) or _guessed(passage, position, start, start, 0)
        if entry.is_scale:
            return _scaled(passage, position, start, entry, end)
        if entry.unit_class is not UnitClass.TIMES or not _IN_ORDER.match(text, end):
            return _unit(passage, start, end, entry.unit_class, entry.power)
    return Unit(position, position, "", UnitClass.NONE)


def counted_noun_in(text: str) -> str:
    """Return the counted noun that a folded subject names after "tổng số" or "số", or ""."""
    amount, at = longest(amount_words(), text, 0)
    start = skip_space(text, at)
    return counted_noun_at(text, start) if amount and start > at else ""


def counted_noun_at(text: str, start: int) -> str:
    """Return the listed counted noun that begins at `start` of a folded text, or ""."""
    entry, end = longest(unit_words(), text, start)
    return text[start:end] if entry and entry.unit_class is UnitClass.COUNT else ""


def _begin(text: str, position: int) -> int:
    """Return where the words behind a number begin."""
    if text[position : position + 1] > "\x7f" and (mark := _NOTE_MARK.match(text, position)):
        position = mark.end()
    return skip_space(text, position)


def _unit(passage: Passage, start: int, end: int, unit_class: UnitClass, power: int) -> Unit:
    if unit_class is UnitClass.PERCENT:
        end = yearly_end(passage.lower, end)
    elif unit_class in _RATED:
        end = rated_end(passage.lower, end)
        if unit_class in COUNTED:
            end = out_of_end(passage.lower, end)
    return Unit(start, end, passage.text[start:end], unit_class, power)


def _scaled(passage: Passage, position: int, start: int, scale: Entry, end: int) -> Unit:
    """Return the unit that begins with a scale word, or with two: "nghìn tỷ đồng", "triệu lượt khách"."""
    text, power = passage.lower, scale.power
    entry, after = longest(unit_words(), text, at := skip_space(text, end))
    if entry and entry.is_scale:
        power, end = power + entry.power, after
        entry, after = longest(unit_words(), text, at := skip_space(text, end))
    if entry and entry.unit_class in _SCALABLE and not entry.power:
        return _unit(passage, start, after, entry.unit_class, power)
    rated = rated_end(text, end)
    if rated > end:
        return Unit(start, rated, passage.text[start:rated], UnitClass.MEASURE, power)
    guessed = _guessed(passage, position, start, at, power)
    if guessed.text:
        return guessed
    return Unit(start, end, passage.text[start:end], UnitClass.MEASURE, power)


def _glued(passage: Passage, start: int) -> Unit | None:
    """Return a unit whose scale word is written in one with it, apart: "triệuUSD" is "triệu USD"."""
    for scale in scales():
        if passage.lower.startswith(scale, start):
            after = start + len(scale)
            entry, end = longest(unit_words(), passage.lower, after)
            if entry and entry.unit_class is UnitClass.MEASURE and not entry.is_scale:
                power = longest(unit_words(), scale, 0)[0]
                unit = _unit(passage, start, end, UnitClass.MEASURE, power.power if power else 0)
                text = f"{unit.text[: len(scale)]} {unit.text[len(scale) :]}"
                return Unit(start, unit.end, text, UnitClass.MEASURE, unit.power)
    return None


def _guessed(passage: Passage, position: int, start: int, at: int, power: int) -> Unit:
    """Return the one or two words at `at` that may be a counted noun nobody listed, else an empty unit."""
    first = noun_word(passage.lower, at)
    if first is None:
        return Unit(position, position, "", UnitClass.NONE)
    second = noun_word(passage.lower, skip_space(passage.lower, first.end()))
    return _unit(passage, start, (second or first).end(), UnitClass.GUESSED, power)
