"""Where in a passage the rules are to be tried: around its numbers, and there only where a word calls for it.

A passage has many times as many words as numbers; most numbers have no word before them that a rule follows.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.core.extraction.aside_rules import COMPOUNDS, rules
from desktop.core.extraction.aside_shapes import Begin
from desktop.core.extraction.passages import Passage

# Where a match is to begin, and where the rule's pattern is to be tried.
Start = tuple[int, int]

_Found = defaultdict[int, list[Start]]
_OPENS = '(["'
_NEAR = 40
_MOST_PARTING = 3
_LONGEST = 12
# Begins with a single character of a class, to which `re` leaps.
_DIGITS = re.compile(r"[0-9][0-9]*")
# These three read the passage backwards, from a number to its left.
_WORD_BEFORE = re.compile(r"[\W_]{0,16}([^\W\d_]{1,40})")
_NAME = re.compile(r"[-.]?[^\W\d_]{1,40}(?:[-.][^\W\d_]{1,40}){0,5}")
_WORD = re.compile(r"[^\W\d_]+")
_PARTING = frozenset({"số", "năm"})
_PARTING_BACKWARD = frozenset(word[::-1] for word in _PARTING)
_SHORTEST_PHONE = 6
_PHONE_GOES_ON = re.compile(r"[ .)/-][ (-]?[0-9]|\)")


@dataclass(frozen=True, slots=True)
class _Text:
    """A folded passage, also written backwards; `is_spaced` says that two spaces stand together in it."""

    text: str
    backward: str
    is_spaced: bool


def starts_in(passage: Passage) -> Mapping[int, Sequence[Start]]:
    """Return the places to try the rules at, by the rule's index, each rule's in text order."""
    text, phrases = passage.lower, _by_last_word()
    found: _Found = defaultdict(list)
    backward, size, before = text[::-1], len(text), 0
    read = _Text(text, backward, "  " in text)
    for number in _DIGITS.finditer(text):
        start, end = number.span()
        goes_on = before == start - 1 and text[before] in ".,/"
        place = start, start
        for index in _by_shape(_shape(text, start, end), goes_on):
            found[index].append(place)
        sign = text[start - 1] if start else ""
        word = _WORD_BEFORE.match(backward, size - start, size - before)
        if word:
            first, last = size - word.end(), size - word.start(1)
            if sign == " " and end - start <= 2 and passage.text[first:last] != text[first:last]:
                _add(found, _beginning(Begin.CAPITAL), start)
            is_phone = end - start > 1 and _is_like_phone(text, before, start, end)
            if is_phone or word[1] in phrases:
                _add_behind_phrases(found, read, word, before, is_phone=is_phone)
            if last == start or (last == start - 1 and sign in "-."):
                _add_names(found, backward, size - start)
        if sign and sign in _OPENS:
            _add(found, _beginning(Begin.BRACKET, sign), start - 1)
        before = end
    _add_elsewhere(found, text)
    return found


def _shape(text: str, start: int, end: int) -> str:
    """Return the number with its digits as 1, a leading zero as 0, and two characters more."""
    ones = "1" * min(end - start - 1, _LONGEST)
    return ("0" if text[start] == "0" else "1") + ones + text[end : end + 2]


@lru_cache(maxsize=4096)
def _by_shape(shape: str, goes_on: bool) -> Sequence[int]:
    """Return the rules for numbers of a shape; `goes_on` says that it is the 5 of "12.5"."""
    return [
        index
        for index, rule in enumerate(rules())
        if rule.gate and rule.gate.match(shape) and not (goes_on and rule.is_for_whole_numbers)
    ]


@cache
def _beginning(begin: Begin, sign: str = "") -> Sequence[int]:
    return [i for i, rule in enumerate(rules()) if rule.begin is begin and rule.sign == sign]


def _add(found: _Found, indexes: Sequence[int], start: int) -> None:
    for index in indexes:
        found[index].append((start, start))


def _add_names(found: _Found, backward: str, position: int) -> None:
    """Add the beginnings of the words of the name that a number is glued to, the leftmost first."""
    name = _NAME.match(backward, position)
    if name:
        for word in reversed(list(_WORD.finditer(backward, *name.span()))):
            _add(found, _beginning(Begin.NAME), len(backward) - word.end())


def _is_like_phone(text: str, before: int, start: int, end: int) -> bool:
    """Tell whether digits, two or more, may be a telephone's, and a word for telephones stands near."""
    if end - start < _SHORTEST_PHONE and not _PHONE_GOES_ON.match(text, end):
        return False
    near = text[max(before, start - _NEAR) : start].replace(":", " ").split()
    return not _far_words().isdisjoint(near[-1 - _MOST_PARTING :])


def _add_behind_phrases(
    found: _Found, read: _Text, word: re.Match[str] | None, before: int, *, is_phone: bool
) -> None:
    """Add the ends of the phrases that some rule follows, the longest of the nearest last word first.

    `word` is the word right before the number; no phrase reaches further back than `before`.
    """
    size, parting, is_near = len(read.text), 0, True
    places: list[tuple[int, Start]] = []
    while word:
        end = size - word.start(1)
        for begin, indexes in _phrases_ending(read, word[1], end):
            places += [(i, (begin, end)) for i in indexes if is_near or parting <= rules()[i].gap]
        is_near = is_near and word[1] in _PARTING_BACKWARD
        parting += 1
        if parting > _MOST_PARTING or not (is_near or is_phone):
            break
        word = _WORD_BEFORE.match(read.backward, word.end(), size - before)
    for index, place in sorted(places) if len(places) > 1 else places:
        found[index].append(place)


def _phrases_ending(read: _Text, last_word: str, end: int) -> Sequence[tuple[int, Sequence[int]]]:
    """Return where the phrases begin that end at `end` with a word (written backwards), and their rules."""
    text, phrases = read.text, _by_last_word().get(last_word)
    if phrases is None:
        return ()
    is_spaced = read.is_spaced and "  " in text[max(0, end - _NEAR) : end]
    ending: list[tuple[int, Sequence[int]]] = []
    for phrase, indexes, is_compound in phrases:
        begin = end - len(phrase)
        if begin < 0 or not text.startswith(phrase, begin):
            begin = _begin_of_spaced(text, phrase, end) if is_spaced else -1
        if begin >= 0 and not _is_in_word(text, begin):
            ending.append((begin, indexes))
            if is_compound:
                break
    return ending


def _begin_of_spaced(text: str, phrase: str, end: int) -> int:
    match = _spaced(phrase).search(text, max(0, end - len(phrase) - _NEAR), end)
    return match.start() if match else -1


@lru_cache(maxsize=4096)
def _spaced(phrase: str) -> re.Pattern[str]:
    return re.compile(re.escape(phrase).replace(r"\ ", " {1,16}") + "$")


def _is_in_word(text: str, position: int) -> bool:
    return position > 0 and (text[position - 1].isalnum() or text[position - 1] == "_")


def _add_elsewhere(found: _Found, text: str) -> None:
    """Add the starts of the rules that ask for no number: at the passage's beginning, or anywhere."""
    _add(found, _beginning(Begin.PASSAGE), 0)
    for index, sign, pattern in _anywhere():
        if sign in text:
            found[index] += [(match.start(), match.start()) for match in pattern.finditer(text)]


@cache
def _anywhere() -> Sequence[tuple[int, str, re.Pattern[str]]]:
    return [(i, rule.sign, rule.pattern) for i, rule in enumerate(rules()) if rule.begin is Begin.ANYWHERE]


@cache
def _by_last_word() -> Mapping[str, Sequence[tuple[str, Sequence[int], bool]]]:
    """Return the phrases, by their last word written backwards, the longest first, with their rules.

    The last item says that shorter phrases are none there.
    """
    by_phrase: dict[str, list[int]] = {word: [] for word in _PARTING | COMPOUNDS}
    for index, rule in enumerate(rules()):
        for phrase in rule.phrases:
            by_phrase.setdefault(phrase, []).append(index)
    by_word: dict[str, list[tuple[str, Sequence[int], bool]]] = defaultdict(list)
    for phrase in sorted(by_phrase, key=len, reverse=True):
        by_word[phrase.split()[-1][::-1]].append((phrase, by_phrase[phrase], phrase in COMPOUNDS))
    return dict(by_word)


@cache
def _far_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for rule in rules() if rule.gap for phrase in rule.phrases)
