"""The words of a text as the letters of old encodings make them, and in which readings each is Vietnamese."""

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop.core.lettering.change import Change, applied
from desktop.core.lettering.decoding import changes_in
from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.syllables import is_word

OLD_LETTERS = (Encoding.TCVN3, Encoding.VNI, Encoding.CP1258)
"""The encodings that show as Western letters."""

_BETWEEN = r"\s\x00-\x40\[-`{-\x7f\u2010-\u209c\u20ac\ufeff\ufffd"
WORD = re.compile(f"[^{_BETWEEN}]+")
WESTERN_WORD = re.compile(f"[^{_BETWEEN}\x80-\xff]*[\x80-\x9f\xa1-\xff][^{_BETWEEN}]*")
_MODERN_WORD = re.compile(r"[^\W\d_]*[\u1e00-\u1effĂăĐđƠơƯư\u0300-\u0323]\w*")
_SIGNS = "®©¹ª"
_NO_LETTERS = "ªºµ"
_LONGEST_ABBREVIATION = 4
_OPENING, _CLOSING = "«§©", "»®°©ªº¹²³·"
_SOUNDED = re.compile(r"[^\W\d_đĐ]")
_ASCII_LETTER = re.compile(r"[A-Za-z]")


def count_of_modern_words(text: str, start: int, end: int) -> int:
    """Return how many words in [start, end) have a letter that only Unicode has."""
    return len(_MODERN_WORD.findall(text, start, end))


def words_in(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the words with Western letters beyond ASCII in [start, end), each with its place."""
    for match in WESTERN_WORD.finditer(text, start, end):
        yield match.start(), match.end(), match[0]


@lru_cache(maxsize=1 << 16)
def readings_of(word: str) -> frozenset[Encoding]:
    """Return the encodings in which `word` is Vietnamese; UTF8 where it is so as it stands."""
    found = {encoding for encoding in OLD_LETTERS if is_changed_to_word(word, encoding)}
    if is_word(word.lstrip(_OPENING).rstrip(_CLOSING)):
        found.add(Encoding.UTF8)
    return frozenset(found)


def is_changed_to_word(word: str, encoding: Encoding) -> bool:
    """Tell whether `word` becomes another one, and a Vietnamese one, when it is read in `encoding`."""
    changed = decoded_word(word, encoding)
    return changed != word and is_word(changed)


def decoded_word(word: str, encoding: Encoding) -> str:
    """Return `word` read in `encoding`."""
    return applied(word, word_changes(word, encoding))


def word_changes(word: str, encoding: Encoding, at: int = 0) -> Iterator[Change]:
    """Yield the changes that read `word`, which stands at `at`, in `encoding`.

    Capitals with tones were typed in TCVN3 with the codes of small letters: among capitals they are such.
    """
    plain = "".join(_ASCII_LETTER.findall(word))
    is_raised = encoding is Encoding.TCVN3 and len(plain) > 1 and plain.isupper()
    for change in changes_in(word, encoding):
        new = change.new.upper() if is_raised else change.new
        yield Change(at + change.start, at + change.end, new)


@lru_cache(maxsize=1 << 12)
def is_plainly_old(word: str, encoding: Encoding) -> bool:
    """Tell whether `word`, Vietnamese in no reading, still is one of `encoding`: "§BSH", "tr®".

    It has a sign among its letters that no writing of today puts there, or nothing to be judged but đ.
    """
    changed = decoded_word(word, encoding)
    if len(word) > _LONGEST_ABBREVIATION and word.rstrip(_SIGNS).isascii():
        return False
    if changed == word or not all(letter.isalpha() for letter in changed):
        return False
    return any(not letter.isalpha() or letter in _NO_LETTERS for letter in word) or not any(
        letter > "\x7f" and _SOUNDED.match(letter) for letter in changed
    )
