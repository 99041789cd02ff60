"""What is wrong with what an office takes away from a word list."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from desktop.core.errors import RefusalCode
from desktop.core.wordlists.forms import Entry, FieldTree, Form, Named, Whole
from desktop.core.wordlists.nearest import unknown
from desktop.core.wordlists.slips import HARMLESS, Slip
from desktop.core.wordlists.values import same, word_slips

_Path = tuple[str, ...]


def removal_slips(removed: object, form: Form, base: Any, path: _Path) -> Iterator[Slip]:
    """Yield what is wrong with `removed`, laid out as the list itself, with words and names in lists."""
    match form:
        case FieldTree() | Mapping() | Named(entry=Entry.WORDS) if isinstance(removed, Mapping):
            for key, value in removed.items():
                below = _below(form, key, base)
                if below is None:
                    yield unknown((*path, key), form if isinstance(form, Mapping) else base)
                else:
                    yield from removal_slips(value, below, base.get(key, {}), (*path, key))
        case FieldTree() | Mapping():
            yield Slip(RefusalCode.LIST_NOT_TABLE, path)
        case Entry.TEXT | Whole():
            yield Slip(RefusalCode.LIST_NOTHING_TO_REMOVE, path, details={"word": str(base)})
        case _:
            yield from _word_slips(removed, base, path)


def _below(form: Form, key: str, base: Mapping[str, Any]) -> Form | None:
    match form:
        case FieldTree():
            if key == "words":
                return Entry.WORDS
            return form if isinstance(base.get(key), Mapping) else None
        case Mapping():
            return form.get(key)
        case _:
            return Entry.WORDS if key in base else None


def _word_slips(removed: object, base: Any, path: _Path) -> Iterator[Slip]:
    """Yield what is wrong with a list of words to be taken from the words, or the names, of `base`."""
    slips = list(word_slips(removed, path))
    yield from slips
    if not isinstance(removed, list) or not all(slip.code in HARMLESS for slip in slips):
        return
    spelt: Callable[[str], str] = str if isinstance(base, Mapping) else same
    known = {spelt(word) for word in base}
    for word in removed:
        if spelt(word) not in known:
            yield Slip(RefusalCode.LIST_NOTHING_TO_REMOVE, path, word)
    if known and known <= {spelt(word) for word in removed}:
        yield Slip(RefusalCode.LIST_EMPTY, path)
