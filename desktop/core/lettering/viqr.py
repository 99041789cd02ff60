"""VIQR, Vietnamese in ASCII signs: told by its words, read word by word, so that English stays as it is."""

import re
from collections.abc import Iterable, Iterator

from desktop.core.lettering.change import Change, applied
from desktop.core.lettering.decoding import changes_in
from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.syllables import is_word

_SIGNS = "'`?~.^(+*"
_TOKEN = re.compile(rf"(?<![\\A-Za-z])[A-Za-z][A-Za-z{re.escape(_SIGNS)}]*")
_ESCAPED = re.compile(rf"\\([{re.escape(_SIGNS)}dD\\])")
_TELLING = re.compile(r"[aeoAEO]\^|[aA]\(|[ouOU][+*]|[dD][dD]")
_WITH_SIGN = re.compile(rf"[aeiouyAEIOUY][{re.escape(_SIGNS)}]|[dD]d|DD")


def viqr_changes(text: str, start: int, end: int) -> Iterator[Change]:
    """Yield what reads the VIQR words in [start, end) of `text`; other words stay as they are."""
    found = [*_word_changes(text, start, end), *_escapes(text, start, end)]
    yield from sorted(found, key=lambda change: change.start)


def viqr_words(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the ASCII words of `text` and whether each is a VIQR word that is nothing else."""
    is_telling = _TELLING.search(text) is not None
    for match in _TOKEN.finditer(text):
        token = match[0]
        word = token.rstrip(_SIGNS)
        yield word, is_telling and _TELLING.search(token) is not None and _end_of_word(token) > 0


def _word_changes(text: str, start: int, end: int) -> Iterator[Change]:
    for match in _TOKEN.finditer(text, start, end):
        token = match[0]
        if _WITH_SIGN.search(token):
            taken = _end_of_word(token)
            for change in changes_in(token[:taken], Encoding.VIQR):
                yield Change(match.start() + change.start, match.start() + change.end, change.new)


def _escapes(text: str, start: int, end: int) -> Iterable[Change]:
    return (Change(match.start(), match.end(), match[1]) for match in _ESCAPED.finditer(text, start, end))


def _end_of_word(token: str) -> int:
    """Return how much of `token` is a Vietnamese word, marks behind it left out; 0 if it is none."""
    taken = len(token)
    while taken:
        part = token[:taken]
        changed = applied(part, changes_in(part, Encoding.VIQR))
        if changed != part and (is_word(changed) or _is_abbreviation(changed)):
            return taken
        if part[-1] not in _SIGNS:
            return 0
        taken -= 1
    return 0


def _is_abbreviation(changed: str) -> bool:
    """Tell whether `changed` is of consonants only, such as "ĐBSH"."""
    return changed.isupper() and changed.isalpha() and not set(changed) & set("AEIOUY")
