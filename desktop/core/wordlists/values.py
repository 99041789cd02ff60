"""What is wrong with one value of a word list: a list of words, a text, a whole number."""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from desktop.core.errors import RefusalCode
from desktop.core.wordlists.forms import Whole
from desktop.core.wordlists.slips import Slip

_Path = tuple[str, ...]


def same(word: str) -> str:
    """Return what two spellings of a word have in common: case and the composing of letters do not matter."""
    return unicodedata.normalize("NFC", word).casefold()


def word_slips(value: object, path: _Path) -> Iterator[Slip]:
    """Yield what is wrong with a list of words."""
    if not isinstance(value, list):
        yield Slip(RefusalCode.LIST_NOT_WORDS, path)
        return
    seen: dict[str, str] = {}
    equal = Counter[str]()
    for word in value:
        if not isinstance(word, str):
            yield Slip(RefusalCode.LIST_NOT_TEXT, path, str(word).lower())
            continue
        if word == word.strip() != "":
            first = seen.setdefault(same(word), word)
            if equal[word] or first != word:
                yield Slip(RefusalCode.LIST_REPEATED_WORD, path, word, equal[word], first_word=first)
        else:
            code = RefusalCode.LIST_PADDED_WORD if word.strip() else RefusalCode.LIST_EMPTY_WORD
            yield Slip(code, path, word, equal[word])
        equal[word] += 1


def text_slips(value: object, path: _Path) -> Iterator[Slip]:
    """Yield what is wrong with a text."""
    if not isinstance(value, str):
        yield Slip(RefusalCode.LIST_NOT_TEXT, path, details={"word": str(value).lower()})
    elif not value.strip():
        yield Slip(RefusalCode.LIST_EMPTY_WORD, path)


def number_slips(value: object, form: Whole, path: _Path) -> Iterator[Slip]:
    """Yield what is wrong with a whole number; true and false are none."""
    if not isinstance(value, int) or isinstance(value, bool) or not form.low <= value <= form.high:
        yield Slip(RefusalCode.LIST_NOT_WHOLE, path, details={"low": str(form.low), "high": str(form.high)})
