"""The words of units as trees: what a unit is called is found in as many steps as it has words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from desktop.core.extraction import lexicon


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


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase of the lists is; `power` is the power of ten of the scale word it is or begins with."""

    unit_class: UnitClass
    power: int = 0
    is_scale: bool = False


class Node:
    """What may follow the words read so far, and what they are where they are a phrase of the lists."""

    __slots__ = ("below", "entry")

    def __init__(self) -> None:
        """Begin with no words."""
        self.below: dict[str, Node] = {}
        self.entry: Entry | None = None


_PIECE = re.compile(r"( *)([^\W_]+|[^\s])")
_FOUND = tuple[Entry | None, int]


def longest(tree: Node, text: str, start: int) -> _FOUND:
    """Return the longest phrase of `tree` that begins at `start` of a folded text, and where it ends."""
    entry, end, at = None, start, start
    node: Node | None = tree
    while node and node.below and (piece := _PIECE.match(text, at)):
        space, word = piece.groups()
        node = node.below.get(f" {word}" if space else word)
        at = piece.end()
        if node and node.entry:
            entry, end = node.entry, at
    return entry, end


def skip_space(text: str, position: int) -> int:
    """Return where the spaces at `position` end."""
    while text.startswith(" ", position):
        position += 1
    return position


def _add(tree: Node, phrases: Iterable[str], entry: Entry) -> None:
    """Add phrases; what stands in the tree already stays as it is."""
    for phrase in phrases:
        node = tree
        for space, word in _PIECE.findall(phrase):
            node = node.below.setdefault(f" {word}" if space else word, Node())
        node.entry = node.entry or entry


@cache
def powers() -> dict[str, int]:
    """Return the powers of ten of scale words and of money written short."""
    table: dict[str, int] = lexicon.table("units")["scale"]["powers"]
    return table


@cache
def scales() -> tuple[str, ...]:
    """Return the scale words, the longest first."""
    names = {*lexicon.words("units", "scale.names"), *lexicon.words("units", "scale.short")}
    return tuple(sorted(names, key=len, reverse=True))


@cache
def unit_words() -> Node:
    """Return all that may stand behind a number, scale words included."""
    tree = Node()
    for unit_class, key in (
        (UnitClass.POINT, "percent.points"),
        (UnitClass.PERCENT, "percent.signs"),
        (UnitClass.PERCENT, "percent.of"),
        (UnitClass.TIMES, "times.words"),
        (UnitClass.COUNT, "count.nouns"),
        (UnitClass.MEASURE, "measure.names"),
        (UnitClass.MEASURE, "money.names"),
        (UnitClass.TIME, "time.names"),
    ):
        _add(tree, lexicon.words("units", key), Entry(unit_class))
    told = (
        phrase for phrase in lexicon.words("units", "count.kinds") if phrase.split()[0] not in not_nouns()
    )
    _add(tree, told, Entry(UnitClass.GUESSED))
    for short in lexicon.words("units", "money.short"):
        power = powers().get(short) or powers().get(short.split()[0], 0)
        _add(tree, [short], Entry(UnitClass.MEASURE, power))
    for scale in scales():
        _add(tree, [scale], Entry(UnitClass.MEASURE, powers().get(scale, 0), is_scale=True))
    return tree


@cache
def percent_goes_on() -> frozenset[str]:
    """Return the letters that go on behind "%" in a longer unit: "% GDP", "%/năm"."""
    percent = unit_words().below.get("%", Node())
    return frozenset("/").union(word.lstrip()[0] for word in percent.below)


@cache
def rated_words() -> Node:
    """Return what may stand behind "/": measures, times and all that is counted."""
    tree = Node()
    for unit_class, key in (
        (UnitClass.TIME, "time.names"),
        (UnitClass.COUNT, "count.nouns"),
        (UnitClass.MEASURE, "measure.names"),
        (UnitClass.MEASURE, "money.names"),
        (UnitClass.COUNT, "measure.per"),
    ):
        _add(tree, lexicon.words("units", key), Entry(unit_class))
    return tree


@cache
def not_nouns() -> frozenset[str]:
    """Return the words that begin no counted noun."""
    return frozenset(lexicon.words("phrases", "words.not_nouns"))


@cache
def kinds() -> Node:
    """Return the words that tell of what kind counted things are: "04 xếp loại khá"."""
    tree = Node()
    _add(tree, lexicon.words("units", "count.kinds"), Entry(UnitClass.NONE))
    return tree


@cache
def packs() -> frozenset[str]:
    """Return what things are sold in by a number or weight: "bình" of 12 kg."""
    return frozenset(lexicon.words("units", "count.packs"))


@cache
def people() -> Node:
    """Return those of whom ten thousand are taken: "giường bệnh trên 1 vạn dân"."""
    tree = Node()
    _add(tree, lexicon.words("units", "count.people"), Entry(UnitClass.COUNT))
    return tree


@cache
def amount_words() -> Node:
    """Return a number's own words before a subject's counted noun: "tổng số"."""
    tree = Node()
    _add(tree, lexicon.words("phrases", "words.amount_nouns"), Entry(UnitClass.NONE))
    return tree


@cache
def whole_money() -> frozenset[str]:
    """Return the money that has no smaller coin."""
    return frozenset(lexicon.words("units", "money.whole"))
