"""Which old encodings the words of a file are written in, and how sure that is.

A word speaks for an encoding when it is Vietnamese in that reading and in no other. A wrong guess is worse
than none: what speaks with too few words, or against too many, is only put to the user.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop.core.lettering.change import applied
from desktop.core.lettering.decoding import changes_in
from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.syllables import is_word
from desktop.core.lettering.viqr import viqr_words
from desktop.core.lettering.words import (
    OLD_LETTERS,
    count_of_modern_words,
    decoded_word,
    readings_of,
    words_in,
)

SURE_SHARE = 0.6
ASKED_SHARE = 0.3
SURE_WORDS = 2
TELLING_LETTERS = 3
"""Shorter words, such as "µm", "ª" and "÷", tell of no old letters unless all is in such."""

SURE_WORDS_OF_BYTES = 3
SURE_TWICE_WORDS = 2
ASKED_WORDS = 3
MARGIN = 0.15
LEADING_TIMES = 3
SURE_VIQR_SHARE = 0.3
ASKED_VIQR_SHARE = 0.1
_TEXTS_SHOWN = 3
_NO_SPACES = re.compile(r"[^ \t\r\n]+")
_PUNCTUATION = ".,;:()\"'-"


@dataclass(slots=True)
class Evidence:
    """What the words of a file say; `is_bytes` where nothing but bytes told its letters.

    Of the encodings that are `expected` one word is enough. `readings` counts the words by the readings in
    which they are Vietnamese.
    """

    is_bytes: bool = False
    expected: frozenset[Encoding] = frozenset()
    readings: Counter[frozenset[Encoding]] = field(default_factory=Counter)
    words: dict[frozenset[Encoding], set[str]] = field(default_factory=dict)
    modern_words: int = 0
    ascii_words: int = 0
    viqr_words: Counter[str] = field(default_factory=Counter)
    twice: set[str] = field(default_factory=set)
    telling_texts: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Take in one text: a cell, a paragraph, a line."""
        if text.isascii():
            self._add_ascii(text)
            return
        self.modern_words += count_of_modern_words(text, 0, len(text))
        is_telling = False
        for _start, _end, word in words_in(text, 0, len(text)):
            found = readings_of(word)
            if len(word) < TELLING_LETTERS and not self.is_bytes and Encoding.UTF8 not in found:
                continue
            self.readings[found] += 1
            self.words.setdefault(found, set()).add(word)
            is_telling |= Encoding.UTF8 not in found
        self.twice.update(_words_repaired(text))
        self._show(text, is_telling=is_telling)

    def sure(self) -> frozenset[Encoding]:
        """Return the encodings that the file is certainly written in, if only here and there."""
        found: set[Encoding] = set()
        if self.is_bytes:
            found.update({self._best_of_bytes() or Encoding.UTF8} - {Encoding.UTF8})
        else:
            found.update(encoding for encoding in OLD_LETTERS if self._is_sure(encoding))
        if self._viqr_share() >= SURE_VIQR_SHARE and len(self.viqr_words) >= ASKED_WORDS:
            found.add(Encoding.VIQR)
        if len(self.twice) >= SURE_TWICE_WORDS:
            found.add(Encoding.TWICE)
        return frozenset(found)

    def doubtful(self) -> list[Encoding]:
        """Return the encodings that words speak for, but not surely, the likeliest first; often none."""
        sure = self.sure()
        if self.is_bytes and not sure and self._best_of_bytes() is None:
            return sorted(OLD_LETTERS, key=self._share_of_bytes, reverse=True)
        asked = [each for each in OLD_LETTERS if each not in sure and self._is_doubtful(each, sure)]
        is_viqr = self._viqr_share() >= ASKED_VIQR_SHARE and len(self.viqr_words) >= ASKED_WORDS
        if is_viqr and Encoding.VIQR not in sure:
            asked.append(Encoding.VIQR)
        return [] if Encoding.TWICE in sure else sorted(asked, key=self._only, reverse=True)

    def leader(self, among: Iterable[Encoding]) -> Encoding:
        """Return the encoding of `among` that by far most words of the file are in; UTF8 where none is."""
        counted = Counter({encoding: self._only(encoding) for encoding in among})
        if not counted:
            return Encoding.UTF8
        first, count = counted.most_common(1)[0]
        others = self._only(Encoding.UTF8) + self.modern_words + counted.total() - count
        return first if count > LEADING_TIMES * others else Encoding.UTF8

    def _add_ascii(self, text: str) -> None:
        for word, is_viqr in viqr_words(text):
            self.ascii_words += 1
            if is_viqr:
                self.viqr_words[word] += 1
                self._show(text, is_telling=True)

    def _show(self, text: str, *, is_telling: bool) -> None:
        if is_telling and len(self.telling_texts) < _TEXTS_SHOWN and text not in self.telling_texts:
            self.telling_texts.append(text)

    def _viqr_share(self) -> float:
        return self.viqr_words.total() / self.ascii_words if self.ascii_words else 0.0

    def _only(self, encoding: Encoding) -> int:
        return self.readings[frozenset((encoding,))]

    def _unexplained(self, encoding: Encoding) -> int:
        """Return how many words are Vietnamese in no reading although `encoding` would change them."""
        nothing: frozenset[Encoding] = frozenset()
        words = self.words.get(nothing, set())
        share = sum(decoded_word(word, encoding) != word for word in words) / max(1, len(words))
        return round(self.readings[nothing] * share)

    def _is_sure(self, encoding: Encoding) -> bool:
        only = self._only(encoding)
        distinct = len(self.words.get(frozenset((encoding,)), ()))
        needed = 1 if encoding in self.expected else SURE_WORDS
        return distinct >= needed and only >= SURE_SHARE * (only + self._unexplained(encoding))

    def _is_doubtful(self, encoding: Encoding, sure: frozenset[Encoding]) -> bool:
        """Tell whether enough words speak for `encoding` that are nothing in those which are `sure`."""
        speaking = [found for found in self.readings if _speaks(found, encoding) and not found & sure]
        words = set[str]().union(*(self.words[found] for found in speaking))
        count = sum(self.readings[found] for found in speaking)
        others = self._unexplained(encoding)
        return len(words) >= ASKED_WORDS and count >= ASKED_SHARE * (count + others)

    def _share_of_bytes(self, encoding: Encoding) -> float:
        total = sum(self.readings.values())
        valid = sum(number for found, number in self.readings.items() if encoding in found)
        return valid / total if total else 0.0

    def _best_of_bytes(self) -> Encoding | None:
        """Return what the bytes of a file are in: UTF8 for Western letters as they stand, None if unsure."""
        ranked = sorted((*OLD_LETTERS, Encoding.UTF8), key=self._share_of_bytes, reverse=True)
        first, second = (self._share_of_bytes(encoding) for encoding in ranked[:2])
        best_old = max(self._share_of_bytes(encoding) for encoding in OLD_LETTERS)
        if best_old < ASKED_SHARE:
            return Encoding.UTF8
        words = {word for found, words in self.words.items() if ranked[0] in found for word in words}
        is_sure = len(words) >= SURE_WORDS_OF_BYTES and first >= SURE_SHARE and first - second >= MARGIN
        return ranked[0] if is_sure else None


def _words_repaired(text: str) -> Iterator[str]:
    """Yield the Vietnamese words of `text` whose UTF-8 was taken for Western letters."""
    if next(changes_in(text, Encoding.TWICE), None) is None:
        return
    for match in _NO_SPACES.finditer(text):
        changes = list(changes_in(match[0], Encoding.TWICE))
        if changes and is_word(applied(match[0], changes).strip(_PUNCTUATION)):
            yield match[0]


def _speaks(found: frozenset[Encoding], encoding: Encoding) -> bool:
    return encoding in found and Encoding.UTF8 not in found
