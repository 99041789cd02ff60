"""A block's text made even for pattern matching, with the way back to the document's own offsets.

Real reports mix composed and decomposed letters, line breaks and non-breaking spaces within a sentence;
patterns are written once, for composed lower-case text with plain spaces.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.core.wordlists.loading import word_lists

# As one table of characters, which `re` looks up faster than it asks what a space is.
_SPACE = re.compile("[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
# A full stop before a name, which an abbreviation may have.
_STOP = re.compile(r"\.(?= +[^\W\d_])")
_LONGEST_ABBREVIATION = 24
_LOOKALIKES = str.maketrans("−–—‐‑“”’‘", "-----\"\"''")
_LOOKALIKE = re.compile("[−–—‐‑“”’‘]")
_OLD_LETTERS = re.compile("[ou][áàảãạéèẻẽẹýỳỷỹỵ]")
_TONE_PLACES = {
    "oá": "óa",
    "oà": "òa",
    "oả": "ỏa",
    "oã": "õa",
    "oạ": "ọa",
    "oé": "óe",
    "oè": "òe",
    "oẻ": "ỏe",
} | {
    "uý": "úy",
    "uỳ": "ùy",
    "uỷ": "ủy",
    "uỹ": "ũy",
    "uỵ": "ụy",
}
# These begin with letters, to which `re` leaps, and look back from there.
_TI = re.compile(r"tỉ(?<![^\W_]tỉ)(?![^\W_])")
_OLD_TONE = re.compile("(?:" + "|".join(_TONE_PLACES) + r")(?<!q..)(?![^\W\d_])")


@dataclass(frozen=True, slots=True)
class Passage:
    """A block in composed letters and plain spaces; `lower` has the same length as `text`.

    `offsets[i]` is where character i begins in the document; one more entry tells where the passage ends.
    """

    text: str
    lower: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the document's span of the passage's [start, end)."""
        return self.offsets[start], self.offsets[end]


def passage_of(text: str, start: int, end: int) -> Passage:
    """Return the passage for the document's [start, end)."""
    raw = text[start:end]
    offsets: Sequence[int] = range(start, end + 1)
    if not unicodedata.is_normalized("NFC", raw):
        raw, offsets = _composed(raw, start)
    even = _SPACE.sub(" ", raw)
    return Passage(even, fold(even), offsets)


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Return composed `text` in lower case, with plain dashes and one spelling where there are two.

    One way of placing tone marks (hoá, hóa) and of writing "tỷ"; the full stop of an abbreviation is none.
    The length stays the same, so that places found in it hold in `text`.
    """
    if _LOOKALIKE.search(text):
        text = text.translate(_LOOKALIKES)
    if ". " in text:
        text = _STOP.sub(_without_stop, text)
    lower = _lowered(text)
    if "tỉ" in lower:
        lower = _TI.sub("tỷ", lower)
    return _OLD_TONE.sub(_newer_tone, lower) if _OLD_LETTERS.search(lower) else lower


@cache
def _abbreviation() -> re.Pattern[str]:
    """An abbreviation up to its full stop; behind a comma it ends a list ("huyện, TP.")."""
    words = word_lists().table("lines")
    whole = "|".join(map(re.escape, words["abbreviated"]))
    letters = "|".join(map(str.upper, words["abbreviated_letters"]))
    return re.compile(rf"(?<![^\W_])(?<!, )(?:(?i:{whole})|(?P<letter>{letters}))\.$")


def _without_stop(stop: re.Match[str]) -> str:
    """Return a dot that ends nothing for an abbreviation's; a letter behind a name is a part of the name."""
    text, end = stop.string, stop.end()
    match = _abbreviation().search(text, max(0, end - _LONGEST_ABBREVIATION), end)
    if match is None:
        return "."
    if not match["letter"]:
        return "·"
    before = text[: match.start()].rsplit(None, 1)[-1:]
    return "." if before and before[0][0].isupper() else "·"


def _newer_tone(match: re.Match[str]) -> str:
    return _TONE_PLACES[match[0]]


def _composed(raw: str, start: int) -> tuple[str, Sequence[int]]:
    letters: list[str] = []
    offsets: list[int] = []
    for match in _CLUSTER.finditer(raw):
        composed = unicodedata.normalize("NFC", match[0])
        letters.append(composed)
        offsets.extend([start + match.start()] * len(composed))
    offsets.append(start + len(raw))
    return "".join(letters), offsets


def _lowered(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
