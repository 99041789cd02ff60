"""Text of the .VnTime fonts made Unicode: their bytes come out of old files as Western letters.

A sheet may mix both, even within one cell, so each word is judged by itself first, then by its cell, then by
its sheet, which in other formats is the whole file.
"""

import re
from collections.abc import Iterable
from functools import cache

from desktop.core.wordlists.loading import word_lists

_WORD = re.compile(r"\S+")
SHARE_IN_OLD_FILES = 0.1
SOFT_HYPHEN = "\xad"
_SHARED_CAPITALS = frozenset("ÊÈÉÌÕÒÓÔÝ")
_ASCII_SMALL = re.compile(r"[a-z]")
_ASCII_LETTER = re.compile(r"[A-Za-z]")


class LegacyLetters:
    """Decodes the texts of one sheet, or one file, having seen them all.

    Of the texts with letters beyond ASCII at least `least_share` must be of the old fonts, or nothing is: a
    lone "®" behind a name does not make a report an old one.
    """

    def __init__(self, texts: Iterable[str], least_share: float = 0.0) -> None:
        legacy = modern = 0
        for text in texts:
            if text.isascii():
                continue
            if _is_legacy(text):
                legacy += 1
            else:
                modern += 1
        self.is_plain = legacy == 0 or legacy < least_share * (legacy + modern)
        self._is_mostly_legacy = legacy > modern

    def decode(self, text: str) -> str:
        """Return `text` in Unicode; what is Unicode already stays as it is."""
        if self.is_plain or text.isascii():
            return text
        is_modern = any(letter > "\u00ff" for letter in text)
        if not is_modern and (_is_legacy(text) or self._is_mostly_legacy):
            return _WORD.sub(_decoded, text)
        return _WORD.sub(_decoded_if_legacy, text)


def _decoded_if_legacy(match: re.Match[str]) -> str:
    return _decoded(match) if _is_legacy(match[0]) else match[0]


def _decoded(match: re.Match[str]) -> str:
    """Return the word in Unicode; the capital fonts give capitals with the codes of small letters."""
    word = match[0]
    is_modern = any(letter > "\u00ff" for letter in word)
    decoded = word.translate(_letters("sure") if is_modern else _letters("sure", "shared"))
    plain_letters = "".join(_ASCII_LETTER.findall(word))
    return decoded.upper() if len(plain_letters) > 1 and plain_letters.isupper() else decoded


def _is_legacy(text: str) -> bool:
    """Tell whether `text` has a letter that only the old fonts put beside another letter.

    A capital with a mark right behind a small letter is such a one too: "tÝnh".
    """
    sure = _letters("sure")
    if not _telling().search(text):
        return False
    return any(
        (ord(letter) in sure and _has_letter_beside(text, place))
        or (letter in _SHARED_CAPITALS and _ASCII_SMALL.match(text[place - 1 : place]))
        for place, letter in enumerate(text)
        if letter > "\u007f"
    )


def _has_letter_beside(text: str, place: int) -> bool:
    beside = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    return _ASCII_LETTER.search(beside) is not None


@cache
def _telling() -> re.Pattern[str]:
    """Return what a text must have to be of the old fonts."""
    letters = "".join(map(chr, _letters("sure"))) + "".join(sorted(_SHARED_CAPITALS))
    return re.compile(f"[{re.escape(letters)}]")


@cache
def _letters(*groups: str) -> dict[int, str]:
    table = word_lists().table("tcvn3")
    return {ord(old): new for group in groups for old, new in table[group].items()}
