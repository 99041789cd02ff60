"""Numbers that are no figures: dates, periods, legal numbers, ordinals, names, and what the page adds.

Rules read the folded passage, the stronger kind first; a number that one of them covers is not looked at
again. They are tried only around the numbers, and there only where what they ask for stands: a passage has
many times as many words as numbers. Their word lists are resources/lexicon/set_aside.toml.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop.core.extraction import lexicon
from desktop.core.extraction.aside_rules import rules
from desktop.core.extraction.aside_shapes import Rule
from desktop.core.extraction.aside_starts import starts_in
from desktop.core.extraction.durations import is_period
from desktop.core.extraction.named_amounts import has_capital, is_named_amount
from desktop.core.extraction.passages import Passage
from desktop.core.extraction.units import UnitClass, unit_at
from desktop.core.sections import LedgerKind

_WINDOW = 80
_LAST_WORD = re.compile(r"[^\W\d_]+(?= $)")
_GLUED = re.compile(r"(?<![^\W_])[^\W\d_][^\W\d_A-Z]{2,12}(?=[0-9])[0-9]{1,9}(?:[.,][0-9]{1,9}){0,3}")
_LAST_ITEM = re.compile(r"(?: ?[,-] ?| và | đến |; ?)(?:[^\W\d_]{1,20} ){0,2}[0-9][0-9.]{0,12}[a-z]?$")
_OF_DATE = re.compile(r" *[0-9]| +(?:học|nay)\b")
# The groups that ask for no second look at the letters.
_NOT_OF_LETTERS = frozenset({"n", "list", "weak", "bare_year", "duration"})
_NO_UNIT = (UnitClass.NONE, UnitClass.GUESSED, UnitClass.TIME)


_DIGITS = re.compile(r"[0-9]+")


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
    taken = bytearray(len(passage.text) + 1)
    found: list[Aside] = []
    starts = starts_in(passage)
    for index in sorted(starts):
        rule = rules()[index]
        matching, text = rule.pattern.match, passage.lower
        for begin, at in starts[index]:
            # Most rules fit at one start in ten: nothing else is asked before their pattern.
            match = None if taken[at] else matching(text, at)
            aside = _aside_of(rule, match, passage, begin) if match else None
            if aside and taken.find(1, aside.start, aside.end) < 0:
                taken[aside.start : aside.end] = b"\1" * (aside.end - aside.start)
                found.append(aside)
    return sorted(found, key=lambda aside: aside.start)


def _aside_of(rule: Rule, match: re.Match[str], passage: Passage, begin: int) -> Aside | None:
    """Return what a match of a rule's pattern sets aside, None where the words around speak against it."""
    if not _stands_behind(rule, passage.lower, begin):
        return None
    groups = match.groupdict()
    start, end = match.span("n") if "n" in groups else (begin, match.end())
    if "list" in groups:
        end = _without_counted(passage, start, end)
    is_aside = not groups or _holds(rule.kind, groups, match, passage, begin, end)
    return Aside(start, end, rule.kind) if is_aside else None


def _stands_behind(rule: Rule, text: str, begin: int) -> bool:
    """Tell whether the words before a match are those that the rule asks for."""
    if rule.behind and not _before(rule.behind, text, begin):
        return False
    return not (rule.not_behind and _before(rule.not_behind, text, begin))


def _is_glued_amount(passage: Passage, match: re.Match[str]) -> bool:
    """Tell an amount that a missing space glues to a word ("Hòa Bình116ha") from a name ("PA05")."""
    glued = _GLUED.search(passage.text, match.start(), match.end())
    if glued is None:
        return False
    end = glued.end()
    return unit_at(passage, end).unit_class in (UnitClass.MEASURE, UnitClass.PERCENT)


def _without_counted(passage: Passage, start: int, end: int) -> int:
    """Return where a list of ordinals ends: "cấp 1, 10 bưu cục" is one ordinal and a figure."""
    while (cut := _LAST_ITEM.search(passage.lower, start, end)) and cut.start() > start:
        if not _is_counted(passage, end):
            break
        end = cut.start()
    return end


def _holds(
    kind: LedgerKind,
    groups: Mapping[str, str | None],
    match: re.Match[str],
    passage: Passage,
    begin: int,
    end: int,
) -> bool:
    """Tell whether a match with its `groups` still stands when what follows it, from `end`, is looked at."""
    if not _is_written_so(groups, match, passage, begin):
        return False
    if groups.get("weak") is not None:
        if kind is LedgerKind.NAME and is_named_amount(passage.text, _number_in(match)):
            return False
        is_amount = _before(_amount_before(passage.lower.startswith("số", begin)), passage.lower, begin)
        is_date = kind is LedgerKind.DATE
        return not is_amount and not (_has_unit(passage, end) if is_date else _is_counted(passage, end))
    if groups.get("bare_year"):
        return not _has_unit(passage, match.end())
    if kind is LedgerKind.PERIOD and groups.get("duration"):
        return is_period(match, passage.lower)
    return True


def _is_written_so(
    groups: Mapping[str, str | None], match: re.Match[str], passage: Passage, begin: int
) -> bool:
    """Tell whether the letters as written are what a rule's groups ask for."""
    if groups.keys() <= _NOT_OF_LETTERS:
        return True
    if groups.get("capital") is not None and not _is_name(match, passage.text):
        return False
    if groups.get("glued") is not None and _is_glued_amount(passage, match):
        return False
    if groups.get("title") is not None and not _begins_title(passage.text, match.end("title")):
        return False
    if groups.get("shout") is not None and not _is_shouted(passage.text, match.start()):
        return False
    if groups.get("occasion") is not None and not _is_occasion(passage, begin):
        return False
    return not (groups.get("letter") and _has_unit(passage, match.start("letter")))


def _has_unit(passage: Passage, position: int) -> bool:
    is_no_unit = _no_units().match(passage.lower, position) is not None
    return not is_no_unit and unit_at(passage, position).unit_class not in _NO_UNIT


def _is_counted(passage: Passage, position: int) -> bool:
    """Tell whether a unit stands there, or a span of time: "nhiệm vụ 6 tháng", but "đợt 1 năm 2020"."""
    unit = unit_at(passage, position)
    if unit.unit_class is UnitClass.TIME:
        return _OF_DATE.match(passage.lower, unit.end) is None
    return _has_unit(passage, position)


def _begins_title(text: str, position: int) -> bool:
    """Tell whether a word in capitals, or with one, begins at `position`."""
    return text[position].isupper() and not text.startswith(("USD", "VND", "VNĐ"), position)


def _number_in(match: re.Match[str]) -> int:
    """Return where the first number of a match begins."""
    number = _DIGITS.search(match.string, match.start(), match.end())
    return number.start() if number else match.start()


def _is_occasion(passage: Passage, position: int) -> bool:
    """Tell "Ngày Môi trường thế giới 5/6" from "ngày hội có 3/4 số hộ": the day bears a name."""
    named = _occasion_before().search(passage.lower, max(0, position - _WINDOW), position)
    return named is not None and passage.text[named.start("name")].isupper()


def _is_shouted(text: str, position: int) -> bool:
    """Tell whether the two words before `position` are in capitals, as a heading's are."""
    words = text[max(0, position - _WINDOW) : position].split()[-2:]
    return len(words) > 1 and all(word.isupper() for word in words)


def _is_name(match: re.Match[str], text: str) -> bool:
    """Tell a proper name before a number ("Phú Bình 2") from a word that only begins a sentence."""
    word = _LAST_WORD.search(text, max(0, match.start() - _WINDOW), match.start())
    if word is None or not has_capital(word[0]):
        return False
    before = text[max(0, word.start() - _WINDOW) : word.start()].rstrip()
    return (
        bool(before)
        and (before[-1] not in ".;:!?-+*•" or not word[0][0].isupper())
        and not text[word.start() : word.start() + _WINDOW].isupper()
        and not is_named_amount(text, match.start())
    )


def _before(pattern: re.Pattern[str], text: str, end: int) -> bool:
    """Tell whether the words right before `end` fit; no pattern looks further back than the window."""
    return pattern.search(text, max(0, end - _WINDOW), end) is not None


@cache
def _amount_before(is_number: bool) -> re.Pattern[str]:
    """Return what makes an amount of "số 5" ("tổng số 5"), or of another word and its number ("số lớp 5")."""
    return re.compile(r"\b(?:trong|tổng|con|trên) $" if is_number else r"\b(?<!mã )(?<!chỉ )số $")


@cache
def _furniture_block() -> re.Pattern[str]:
    counters = lexicon.any_of("set_aside", "furniture.counters")
    return re.compile(rf"\W*{counters}(?: ?[:(©|]|\W*+[0-9., ]*+$)")


@cache
def _occasion_before() -> re.Pattern[str]:
    days = lexicon.any_of("set_aside", "date.named_days")
    return re.compile(rf"\b{days} (?P<name>[^\W\d_]+)(?: [^\W\d_]+){{0,9}} $")


@cache
def _no_units() -> re.Pattern[str]:
    return re.compile(rf" *{lexicon.any_of('set_aside', 'ordinal.no_units')}\b")
