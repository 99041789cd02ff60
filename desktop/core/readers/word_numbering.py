"""Word's automatic numbers of lists and headings, counted as Word counts them, as the reader sees them."""

import re
from dataclasses import dataclass

from lxml import etree

from desktop.core.readers.numbering import letters, roman
from desktop.core.readers.word_xml import attribute, child, children, switch, whole

LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    style: str
    text: str
    separator: str
    restarts_after: int
    is_all_digits: bool


class Numbering:
    """The lists of a document; `mark` has to be asked for every numbered paragraph in turn."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract = {attribute(e, "abstractNumId"): e for e in children(root, "abstractNum")}
        self._nums = {attribute(e, "numId"): e for e in children(root, "num")}
        self._levels: dict[tuple[str, int], _Level | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def mark(self, num_id: str | None, depth: int) -> str:
        """Return what stands before the next paragraph of list `num_id` at `depth`, its space included."""
        if num_id is None or num_id not in self._nums or not 0 <= depth < LEVELS:
            return ""
        level = self._level(num_id, depth)
        if level is None:
            return ""
        counts = self._count(num_id, depth, level)
        text = _PLACEHOLDER.sub(
            lambda found: self._shown(num_id, int(found[1]) - 1, counts, level), level.text
        )
        text = _PRIVATE_USE.sub(_BULLET, text) if level.style == "bullet" else text
        return text + level.separator if text.strip() else ""

    def _count(self, num_id: str, depth: int, level: _Level) -> list[int | None]:
        counts = self._counts.setdefault(self._abstract_id(num_id), [None] * LEVELS)
        overridden = self._start_override(num_id, depth)
        if overridden is not None and (num_id, depth) not in self._begun:
            counts[depth] = overridden
        else:
            counts[depth] = level.start if counts[depth] is None else (counts[depth] or 0) + 1
        self._begun.add((num_id, depth))
        for deeper in range(depth + 1, LEVELS):
            inner = self._level(num_id, deeper)
            if inner is not None and depth < inner.restarts_after:
                counts[deeper] = None
        for higher in range(depth):
            outer = self._level(num_id, higher)
            if counts[higher] is None and outer is not None:
                counts[higher] = outer.start
        return counts

    def _shown(self, num_id: str, depth: int, counts: list[int | None], of: _Level) -> str:
        level = self._level(num_id, depth)
        number = counts[depth]
        if level is None or number is None:
            return ""
        return _written(number, "decimal" if of.is_all_digits else level.style)

    def _abstract_id(self, num_id: str) -> str:
        return attribute(child(self._nums[num_id], "abstractNumId")) or ""

    def _start_override(self, num_id: str, depth: int) -> int | None:
        for override in children(self._nums[num_id], "lvlOverride"):
            if whole(override, "ilvl") == depth:
                return whole(child(override, "startOverride"))
        return None

    def _level(self, num_id: str, depth: int) -> _Level | None:
        key = (num_id, depth)
        if key not in self._levels:
            element = self._level_element(num_id, depth)
            self._levels[key] = None if element is None else _level_of(element, depth)
        return self._levels[key]

    def _level_element(self, num_id: str, depth: int) -> etree._Element | None:
        for override in children(self._nums[num_id], "lvlOverride"):
            own = child(override, "lvl")
            if whole(override, "ilvl") == depth and own is not None:
                return own
        abstract = self._linked(self._abstract.get(self._abstract_id(num_id)))
        return next((e for e in children(abstract, "lvl") if whole(e, "ilvl") == depth), None)

    def _linked(self, abstract: etree._Element | None) -> etree._Element | None:
        """Return the list that `abstract` only points to by the name of its style."""
        style = attribute(child(abstract, "numStyleLink"))
        if style is None:
            return abstract
        named = (e for e in self._abstract.values() if attribute(child(e, "styleLink")) == style)
        return next(named, abstract)


def _level_of(element: etree._Element, depth: int) -> _Level:
    start, restart = whole(child(element, "start")), whole(child(element, "lvlRestart"))
    return _Level(
        start=0 if start is None else start,
        style=attribute(child(element, "numFmt")) or "decimal",
        text=attribute(child(element, "lvlText")) or "",
        separator="" if attribute(child(element, "suff")) == "nothing" else " ",
        restarts_after=depth if restart is None else restart,
        is_all_digits=switch(element, "isLgl") is True,
    )


def _written(number: int, style: str) -> str:
    match style:
        case "lowerLetter" | "upperLetter":
            return letters(number) if style == "lowerLetter" else letters(number).upper()
        case "lowerRoman" | "upperRoman":
            return roman(number).lower() if style == "lowerRoman" else roman(number)
        case "decimalZero":
            return f"{number:02d}"
        case "none":
            return ""
        case _:
            return str(number)
