"""The letters of each old encoding, put together from the parts in resources/lexicon and composed (NFC).

A key is a letter as its bytes look when they are read as Western text; of VNI, VIQR and cp1258 it may be a
letter with one or two signs behind it.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from desktop.core.lettering.encoding import Encoding
from desktop.core.wordlists.loading import word_lists

_VOWELS = {letter: letter for letter in "aeiouyAEIOUY"}
_MARKED = frozenset("aeiouyAEIOUY")
_SHAPES = ("\u0302", "\u0306", "\u031b")


@cache
def letters_of(encoding: Encoding) -> Mapping[str, str]:
    """Return the Unicode letter of each letter, or letter with its signs, of an old encoding."""
    lists = word_lists().table(encoding.value)
    single: dict[str, str] = lists["single"]
    shaped = dict(_combined(_VOWELS, lists.get("shape", {})))
    toned = dict(_combined({**_VOWELS, **single, **shaped}, lists.get("tone", {})))
    both = dict(_combined(_VOWELS, lists.get("both", {})))
    return {**single, **shaped, **toned, **both}


@cache
def pattern_of(encoding: Encoding) -> re.Pattern[str]:
    """Return what finds the letters of an old encoding, the longest first."""
    keys = sorted(letters_of(encoding), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, keys)))


def _combined(bases: Mapping[str, str], signs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for base, letter in bases.items():
        for sign, marks in signs.items():
            composed = unicodedata.normalize("NFC", letter + marks)
            if len(composed) == 1 and _is_vietnamese(composed):
                yield base + sign, composed


def _is_vietnamese(letter: str) -> bool:
    """Tell whether `letter` is a vowel with at most one shape that it can have and one tone."""
    parts = list(unicodedata.normalize("NFD", letter))
    base, marks = parts[0], parts[1:]
    shapes = [mark for mark in marks if mark in _SHAPES]
    if base not in _MARKED or len(shapes) > 1 or len(marks) - len(shapes) > 1:
        return False
    return not shapes or base.lower() in _BASES_BY_SHAPE[shapes[0]]


_BASES_BY_SHAPE = {"\u0302": "aeo", "\u0306": "a", "\u031b": "ou"}
