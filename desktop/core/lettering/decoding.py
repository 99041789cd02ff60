"""Text in a known old encoding to Unicode, letter by letter."""

import re
from collections.abc import Callable, Iterable, Iterator

from desktop.core.lettering.change import Change
from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.tables import letters_of, pattern_of
from desktop.core.lettering.western import BYTE_BY_LETTER, SYMBOLS


def changes_in(text: str, encoding: Encoding, start: int = 0, end: int | None = None) -> Iterator[Change]:
    """Yield the letters in [start, end) of `text` that another one stands for in `encoding`."""
    end = len(text) if end is None else end
    if encoding is Encoding.UTF8:
        return
    if encoding is Encoding.TWICE:
        yield from _repaired(text, start, end)
        return
    letters = letters_of(encoding)
    for match in pattern_of(encoding).finditer(text, start, end):
        yield Change(match.start(), match.end(), letters[match[0]])


def capitals_in(text: str, changes: Iterable[Change], start: int, end: int) -> Iterator[Change]:
    """Yield `changes` and those that make every letter of [start, end) the capital that the font shows."""
    raised = (Change(change.start, change.end, change.new.upper()) for change in changes)
    return _with_others(
        raised, start, end, lambda at: text[at].upper() if text[at].islower() else text[at], text
    )


def symbols_in(text: str, western: str, changes: Iterable[Change], start: int, end: int) -> Iterator[Change]:
    """Yield `changes` and those that take letters of [start, end) out of the private area of symbol fonts."""
    return _with_others(
        changes, start, end, lambda at: western[at] if text[at] in SYMBOLS else text[at], text
    )


def _with_others(
    changes: Iterable[Change], start: int, end: int, other: Callable[[int], str], text: str
) -> Iterator[Change]:
    """Yield `changes`, and between them what `other` makes of single letters, if anything."""
    at = start
    for change in (*changes, Change(end, end, "")):
        for place in range(at, change.start):
            if len(new := other(place)) == 1 and new != text[place]:
                yield Change(place, place + 1, new)
        at = change.end
        if change.end > change.start:
            yield change


def _letter_class(first: int, last: int) -> str:
    letters = (letter for letter, code in BYTE_BY_LETTER.items() if first <= code <= last)
    return f"[{''.join(map(re.escape, letters))}]"


_LATER = _letter_class(0x80, 0xBF)
_TWICE = re.compile(
    f"{_letter_class(0xC2, 0xDF)}{_LATER}|{_letter_class(0xE0, 0xEF)}{_LATER}{{2}}"
    f"|{_letter_class(0xF0, 0xF4)}{_LATER}{{3}}"
)


def _repaired(text: str, start: int, end: int) -> Iterator[Change]:
    for match in _TWICE.finditer(text, start, end):
        try:
            yield Change(
                match.start(), match.end(), bytes(BYTE_BY_LETTER[letter] for letter in match[0]).decode()
            )
        except UnicodeDecodeError:
            continue
