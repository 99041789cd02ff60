"""Whether letters make a Vietnamese syllable: a model of onsets, rhymes and tones, no dictionary."""

import unicodedata
from functools import cache

from desktop.core.wordlists.loading import word_lists

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_OF_STOPPED = frozenset("\u0301\u0323")
_STOPS = ("c", "ch", "p", "t")
_LONGEST = 7
_SHORTEST_PART = 2


def is_word(letters: str) -> bool:
    """Tell whether `letters` can be a Vietnamese word: a syllable, or two without their space."""
    if not _has_sound_case(letters):
        return False
    lower = unicodedata.normalize("NFC", letters).lower()
    if is_syllable(lower):
        return True
    parts = range(_SHORTEST_PART, len(lower) - _SHORTEST_PART + 1)
    return len(lower) <= 2 * _LONGEST and any(
        is_syllable(lower[:at])
        and is_syllable(lower[at:])
        and not lower[:at].isascii()
        and not lower[at:].isascii()
        for at in parts
    )


def is_syllable(lower: str) -> bool:
    """Tell whether `lower`, small letters, is one syllable."""
    if not lower or len(lower) > _LONGEST + 1:
        return False
    parts = unicodedata.normalize("NFD", lower)
    tones = [mark for mark in parts if mark in _TONES]
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(letter for letter in parts if letter not in _TONES))
    if plain not in _syllables():
        return False
    return not plain.endswith(_STOPS) or (bool(tones) and tones[0] in _OF_STOPPED)


def _has_sound_case(letters: str) -> bool:
    return letters.islower() or letters.isupper() or (letters[:1].isupper() and letters[1:].islower())


@cache
def _syllables() -> frozenset[str]:
    """Return all syllables without their tones."""
    lists = word_lists().table("syllables")
    onset, rhyme = lists["onset"], lists["rhyme"]
    both = (*rhyme["front"], *rhyme["back"])
    behind_i = [each for each in rhyme["front"] if each.startswith("i")]
    return frozenset(
        (
            *both,
            *rhyme["alone"],
            *(first + rest for first in onset["any"] for rest in both),
            *(first + rest for first in onset["before_front"] for rest in rhyme["front"]),
            *(first + rest for first in onset["before_i"] for rest in behind_i),
            *(first + rest for first in onset["before_back"] for rest in rhyme["back"]),
            *(first + rest for first in rhyme["y_onsets"] for rest in rhyme["y"]),
            *("qu" + rest for rest in rhyme["qu"]),
            *("gi" + rest for rest in rhyme["gi"]),
            *(first + rest for first in onset["foreign"] for rest in (*rhyme["foreign"], *rhyme["back"])),
            *(first + rest for first in onset["any"] for rest in rhyme["foreign"]),
        )
    )
