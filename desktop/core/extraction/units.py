"""What stands right behind a number: %, times, a measure with its scale, or the thing that is counted."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from desktop.core.extraction import lexicon
from desktop.core.extraction.passages import Passage


class UnitClass(Enum):
    """What a unit tells about its figure."""

    NONE = auto()
    PERCENT = auto()
    POINT = auto()
    TIMES = auto()
    MEASURE = auto()
    COUNT = auto()
    TIME = auto()
    GUESSED = auto()


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
    def is_count(self) -> bool:
        """Tell whether whole things are counted, one by one."""
        return self.unit_class in COUNTED and self.power == 0


_WORD = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)*")
_PER_WORD = re.compile(r" ?/ ?[^\W\d_]+")
_END = r"(?![^\W_])"
# A note's mark behind a number belongs to neither number nor unit; behind a ten it may be a power.
_NOTE_MARK = re.compile("(?<!\\b10)[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]+")


def unit_at(passage: Passage, position: int) -> Unit:
    """Return the unit that begins at `position`, spaces skipped; an empty one where there is none."""
    mark = _NOTE_MARK.match(passage.lower, position)
    start = _skip_space(passage.lower, mark.end() if mark else position)
    for unit_class, pattern in _patterns():
        if match := pattern.match(passage.lower, start):
            if unit_class is UnitClass.TIMES and re.match(r" +(?:thứ|đầu)\b", passage.lower[match.end() :]):
                continue
            return _unit(passage, start, match.end(), unit_class, match)
    scale = _scale().match(passage.lower, start)
    if scale and (rated := _PER_WORD.match(passage.lower, scale.end())):
        return _unit(passage, start, rated.end(), UnitClass.MEASURE, scale)
    after = _skip_space(passage.lower, scale.end()) if scale else start
    end = _guessed_end(passage, after)
    if end is not None:
        return _unit(passage, start, end, UnitClass.GUESSED, scale)
    if scale:
        return _unit(passage, start, scale.end(), UnitClass.MEASURE, scale)
    return Unit(position, position, "", UnitClass.NONE)


def counted_noun_in(text: str) -> str:
    """Return the counted noun that a subject names after "tổng số" or "số", or ""."""
    match = _amount_noun().match(text)
    return match["noun"] if match else ""


def _unit(passage: Passage, start: int, end: int, unit_class: UnitClass, match: re.Match[str] | None) -> Unit:
    scale = match.groupdict().get("scale") if match else None
    text = passage.text[start:end]
    if scale and len(scale) < len(text) and text[len(scale)].isalpha():
        text = f"{text[: len(scale)]} {text[len(scale) :]}"
    return Unit(start, end, text, unit_class, _power(scale or passage.lower[start:end]))


def _power(scale: str) -> int:
    powers: dict[str, int] = lexicon.table("units")["scale"]["powers"]
    return sum(powers.get(word, 0) for word in scale.split())


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position] == " ":
        position += 1
    return position


def _guessed_end(passage: Passage, start: int) -> int | None:
    """Return the end of the one or two words at `start` that may be a counted noun nobody listed."""
    first = _WORD.match(passage.text, start)
    if not first or _is_no_noun(passage.lower[first.start() : first.end()]):
        return None
    second = _WORD.match(passage.text, _skip_space(passage.text, first.end()))
    if not second or _is_no_noun(passage.lower[second.start() : second.end()]):
        return first.end()
    return second.end()


@cache
def _no_nouns() -> frozenset[str]:
    return frozenset(lexicon.words("phrases", "words.not_nouns"))


def _is_no_noun(word: str) -> bool:
    return word in _no_nouns()


@cache
def _scale() -> re.Pattern[str]:
    names = lexicon.any_of("units", "scale.names", "scale.short")
    return re.compile(rf"(?P<scale>{names}(?: +{names})?){_END}")


@cache
def _amount_noun() -> re.Pattern[str]:
    amount = lexicon.any_of("phrases", "words.amount_nouns")
    return re.compile(rf"{amount} +(?P<noun>{lexicon.any_of('units', 'count.nouns')}){_END}")


@cache
def _patterns() -> tuple[tuple[UnitClass, re.Pattern[str]], ...]:
    names = lexicon.any_of("units", "scale.names", "scale.short")
    scale = rf"(?P<scale>{names}(?: +{names})?)"
    rate = rf"1(?:0+|\.000|0\.000|00\.000) *[^\W\d_]+|{lexicon.any_of('units', 'measure.per')}|[^\W\d_]+"
    per = rf"(?: ?/ ?(?:{rate}){_END})*"
    measures = lexicon.any_of("units", "measure.names", "money.names")
    nouns = lexicon.any_of("units", "count.nouns")
    short = lexicon.any_of("units", "money.short")
    return (
        (UnitClass.POINT, re.compile(lexicon.any_of("units", "percent.points") + _END)),
        (
            UnitClass.PERCENT,
            re.compile(
                r"%(?: ?gdp\b| ?/ ?(?:năm|tháng)\b)?|" + lexicon.any_of("units", "percent.signs") + _END
            ),
        ),
        (UnitClass.TIMES, re.compile(lexicon.any_of("units", "times.words") + _END)),
        (UnitClass.MEASURE, re.compile(rf"{short}{_END}{per}")),
        (UnitClass.COUNT, re.compile(rf"(?:{scale} +)?{nouns}{_END}{per}")),
        (UnitClass.MEASURE, re.compile(rf"(?:{scale} *)?{measures}{_END}{per}")),
        (UnitClass.TIME, re.compile(lexicon.any_of("units", "time.names") + _END)),
    )
