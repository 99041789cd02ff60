"""Which old encoding a font shows, by its name."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.core.lettering.encoding import Encoding
from desktop.core.wordlists.loading import word_lists

_ENCODINGS = (Encoding.TCVN3, Encoding.VNI)


@dataclass(frozen=True, slots=True)
class FontLetters:
    """How a font reads what is typed in it; `is_capital` fonts show small letters as capitals."""

    encoding: Encoding
    is_capital: bool = False


@dataclass(frozen=True, slots=True)
class FontSpan:
    """A stretch [start, end) of a text in an old font."""

    start: int
    end: int
    letters: FontLetters


@lru_cache(maxsize=1024)
def letters_of_font(name: str) -> FontLetters | None:
    """Return what the font `name` ("VNI-Times") makes of letters, None where they are what they are."""
    folded = name.strip().strip("\"'").casefold()
    for encoding, beginnings, capitals in _names():
        if folded.startswith(beginnings):
            return FontLetters(encoding, bool(capitals) and folded.endswith(capitals))
    return None


def spans_of(pieces: Sequence[str], fonts: Sequence[FontLetters | None]) -> list[FontSpan]:
    """Return the stretches in old fonts of `pieces` joined, each piece in its font; neighbours are one."""
    spans: list[FontSpan] = []
    at = 0
    for piece, letters in zip(pieces, fonts, strict=True):
        end = at + len(piece)
        if letters is not None and piece:
            is_same = spans and spans[-1].end == at and spans[-1].letters == letters
            begin = spans.pop().start if is_same else at
            spans.append(FontSpan(begin, end, letters))
        at = end
    return spans


@cache
def _names() -> list[tuple[Encoding, tuple[str, ...], tuple[str, ...]]]:
    lists = word_lists().table("fonts")
    named = [(encoding, lists[encoding.value]) for encoding in _ENCODINGS]
    return [(one, _folded(told["beginnings"]), _folded(told.get("capitals", []))) for one, told in named]


def _folded(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.casefold() for name in names)
