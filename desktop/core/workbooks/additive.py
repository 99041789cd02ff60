"""What can be added up: units of amounts and counts, and indicators that are plainly parts side by side.

The words are in resources/workbooks/subtotals.toml; units are those of resources/lexicon/units.toml.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache
from typing import Any

import resources
from desktop.core.errors import RefusedError
from desktop.core.wordlists.loading import word_lists
from desktop.core.workbooks.indicators import PART


class Measure(Enum):
    """What kind of amount a unit measures; NONE is what must not be added up."""

    MONEY = auto()
    COUNT = auto()
    PHYSICAL = auto()
    NONE = auto()


class Likeness(Enum):
    """By what indicators are parts side by side, the surest first."""

    TERRITORY = auto()
    CLASS = auto()
    HEAD = auto()


@dataclass(frozen=True, slots=True)
class Frame:
    """What an indicator has in common with its likes: rows of one frame differ in `part` alone."""

    likeness: Likeness
    common: tuple[str, ...]
    part: str

    @property
    def is_disjoint(self) -> bool:
        """Tell whether what is in one part is surely in no other."""
        return self.likeness is not Likeness.HEAD


def small(text: str) -> str:
    """Return `text` in small composed letters, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


@lru_cache(maxsize=4096)
def measure_of(unit: str) -> Measure:
    """Return what a unit measures: "tỷ đồng" is money, "vụ" a count, "%" and "tạ/ha" are not to be added."""
    words = small(unit)
    if not words or "/" in words or "%" in words:
        return Measure.NONE
    units = _units()
    if words in units.short_money:
        return Measure.MONEY
    bare = units.scale.sub("", words)
    if bare in units.money:
        return Measure.MONEY
    if bare in _words()["physical"]:
        return Measure.PHYSICAL
    return Measure.COUNT if bare in units.counted else Measure.NONE


@lru_cache(maxsize=65536)
def is_part(indicator: str) -> bool:
    """Tell whether an indicator may be one of several parts: neither an average nor a whole."""
    return not _never().search(indicator)


def says_of_which(text: str) -> bool:
    """Tell whether some words of `text` make what follows them part of what stands before."""
    return _of_which().search(small(text)) is not None


@lru_cache(maxsize=65536)
def frames_of(indicator: str, unit: str) -> tuple[Frame, ...]:
    """Return the frames that an indicator given in small letters may be of, the surest first."""
    label, _, column = indicator.rpartition(small(PART)) if PART in indicator else (indicator, "", "")
    bare = _after_measure(label, unit)
    found = [frame for find in (_territory, _class, _head) if (frame := find(bare)) is not None]
    return tuple(Frame(frame.likeness, (*frame.common, column), frame.part) for frame in found)


def _after_measure(label: str, unit: str) -> str:
    """Return a label without the words that only name what is counted: "số vụ cháy" is "cháy"."""
    before = None
    while label != before:
        before = label
        for word in (*_words()["measure_words"], unit):
            if word and label.startswith(word + " "):
                label = label[len(word) + 1 :]
    return label


def _territory(label: str) -> Frame | None:
    match = _territories().search(label)
    if match is None:
        return None
    level = next(name for name, found in match.groupdict().items() if found)
    return Frame(Likeness.TERRITORY, (level, _without_joint(label[: match.start()])), label[match.start() :])


def _class(label: str) -> Frame | None:
    for number, items in enumerate(_words()["classes"]["lists"]):
        for item in sorted(items, key=len, reverse=True):
            if label == item or label.endswith(" " + item):
                return Frame(Likeness.CLASS, (str(number), _without_joint(label[: -len(item)])), item)
    return None


def _head(label: str) -> Frame | None:
    words = label.split()
    length = 1 if words and words[0] in _words()["heads"] else 2
    if len(words) <= length:
        return None
    return Frame(Likeness.HEAD, tuple(words[:length]), " ".join(words[length:]))


def _without_joint(text: str) -> str:
    text = text.strip(" ,-–:")
    for joint in _words()["joints"]:
        text = text.removesuffix(joint).strip(" ,-–:") if text.endswith((" " + joint, joint)) else text
    return text


@dataclass(frozen=True, slots=True)
class _Units:
    money: frozenset[str]
    short_money: frozenset[str]
    counted: frozenset[str]
    scale: re.Pattern[str]


@cache
def _units() -> _Units:
    """Return the units; none are known where their list cannot be used, and nothing is added up then."""
    try:
        units = word_lists().table("units")
        money, counted = units["money"], units["count"]["nouns"]
        scale = _any(units["scale"]["names"])
        return _Units(
            frozenset(map(small, money["names"])),
            frozenset(map(small, money["short"])),
            frozenset(map(small, counted)),
            re.compile(rf"^(?:{scale} +)+"),
        )
    except (RefusedError, KeyError):
        return _Units(frozenset(), frozenset(), frozenset(), re.compile("^$"))


@cache
def _words() -> Mapping[str, Any]:
    return resources.toml("workbooks/subtotals.toml")


@cache
def _never() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(_words()['not_additive'])}|{_any(_words()['whole'])})(?!\w)")


@cache
def _of_which() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any(_words()['of_which'])}(?!\w)")


@cache
def _territories() -> re.Pattern[str]:
    levels = (
        f"(?P<level{number}>{_any(level['names'])})" for number, level in enumerate(_words()["territories"])
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(levels)})(?= ?\w)")


def _any(words: Iterable[str]) -> str:
    ordered = sorted(map(small, words), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, ordered)) + ")"
