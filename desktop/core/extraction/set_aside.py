"""Numbers that are no figures: dates, periods, legal numbers, ordinals, names, and what the page adds.

Rules read the folded passage, the stronger kind first; a number that one of them covers is not looked at
again. Their word lists are resources/lexicon/set_aside.toml.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from desktop.core.extraction import lexicon
from desktop.core.extraction.aside_rules import Rule, rules
from desktop.core.extraction.passages import Passage
from desktop.core.extraction.units import UnitClass, unit_at
from desktop.core.sections import LedgerKind

_WINDOW = 80
_NUMBER = re.compile(r"(?<![0-9])[0-9]")
_LAST_WORD = re.compile(r"[^\W\d_]+(?= $)")
_LAST_ITEM = re.compile(r"(?: ?[,-] ?| +và +| +đến +)[^,]*$")
_NO_UNIT = (UnitClass.NONE, UnitClass.GUESSED, UnitClass.TIME)


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of a passage, [start, end), and why its numbers are no figures."""

    start: int
    end: int
    kind: LedgerKind


def asides_of(passage: Passage) -> list[Aside]:
    """Return the stretches of the passage whose numbers are no figures, in text order, none overlapping."""
    if _furniture_block().match(passage.lower):
        return [Aside(0, len(passage.text), LedgerKind.FURNITURE)]
    starts: list[int] = []
    taken: list[Aside] = []
    numbers = [match.start() for match in _NUMBER.finditer(passage.lower)]
    for rule in rules():
        for match in _matches(rule, passage.lower, numbers):
            start, end = match.span("n") if rule.has_part else match.span()
            if is_covered(taken, starts, start, end):
                continue
            if rule.has_part and rule.kind is LedgerKind.ORDINAL:
                end = _without_counted(passage, start, end)
            if _holds(rule.kind, match, passage, end):
                at = bisect_left(starts, start)
                starts.insert(at, start)
                taken.insert(at, Aside(start, end, rule.kind))
    return taken


def is_covered(asides: Sequence[Aside], starts: Sequence[int], start: int, end: int) -> bool:
    """Tell whether one of `asides`, which stand apart and in order, has part of [start, end)."""
    before = bisect_left(starts, end)
    return before > 0 and start < asides[before - 1].end


def _matches(rule: Rule, text: str, numbers: Sequence[int]) -> Iterator[re.Match[str]]:
    if not rule.is_at_number:
        return rule.pattern.finditer(text)
    matches = (rule.pattern.match(text, number) for number in numbers)
    return (match for match in matches if match)


def _without_counted(passage: Passage, start: int, end: int) -> int:
    """Return where a list of ordinals ends: "cấp 1, 10 bưu cục" is one ordinal and a figure."""
    while (cut := _LAST_ITEM.search(passage.lower, start, end)) and cut.start() > start:
        if unit_at(passage, end).unit_class in _NO_UNIT:
            break
        end = cut.start()
    return end


def _holds(kind: LedgerKind, match: re.Match[str], passage: Passage, end: int) -> bool:
    """Tell whether a match still stands when what follows it, from `end` on, is looked at."""
    groups = match.groupdict()
    if groups.get("capital") is not None and not _is_name(match, passage.text):
        return False
    if groups.get("weak") is not None:
        is_amount = match[0].startswith("số") and _before(_amount_before(), passage.lower, match.start())
        return not is_amount and unit_at(passage, end).unit_class in _NO_UNIT
    if groups.get("bare_year"):
        return unit_at(passage, match.end()).unit_class in _NO_UNIT
    if kind is LedgerKind.PERIOD and groups.get("duration"):
        return _is_period(match, passage.lower)
    return True


def _is_name(match: re.Match[str], text: str) -> bool:
    """Tell a proper name before a number ("Phú Bình 2") from a word that only begins a sentence."""
    word = _LAST_WORD.search(text, max(0, match.start() - _WINDOW), match.start())
    if word is None or not word[0][0].isupper():
        return False
    before = text[max(0, word.start() - _WINDOW) : word.start()].rstrip()
    return (
        bool(before)
        and before[-1] not in ".;:!?-+*•"
        and not text[word.start() : word.start() + _WINDOW].isupper()
    )


def _is_period(match: re.Match[str], text: str) -> bool:
    """Tell a span of time that says when from one that is measured ("trung bình 15 năm")."""
    if _period_after().match(text, match.end()):
        return True
    if match[0].endswith("tháng") and _before(_average_before(), text, match.start()):
        return True
    return not _before(_measured_before(), text, match.start())


def _before(pattern: re.Pattern[str], text: str, end: int) -> bool:
    """Tell whether the words right before `end` fit; no pattern looks further back than the window."""
    return pattern.search(text, max(0, end - _WINDOW), end) is not None


@cache
def _amount_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:trong|tổng|con|trên) $")


@cache
def _furniture_block() -> re.Pattern[str]:
    counters = lexicon.any_of("set_aside", "furniture.counters")
    return re.compile(rf"\W*{counters}(?: ?[:(©|]|\W*[0-9., ]*$)")


@cache
def _period_after() -> re.Pattern[str]:
    return re.compile(r" +" + lexicon.any_of("set_aside", "period.after") + r"\b")


@cache
def _measured_before() -> re.Pattern[str]:
    measured = lexicon.any_of("set_aside", "period.measured")
    qualifiers = lexicon.any_of(
        "phrases", "qualifier.about", "qualifier.over", "qualifier.under", "change.between"
    )
    return re.compile(rf"\b{measured}(?: +{qualifiers}| +(?:là|:))* *$")


@cache
def _average_before() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('set_aside', 'period.averages')} *$")
