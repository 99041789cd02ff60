"""A word list's content held against its form: every slip in it."""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.core.errors import RefusalCode
from desktop.core.wordlists.fieldtree import field_slips
from desktop.core.wordlists.forms import Entry, FieldTree, Form, Named, Whole
from desktop.core.wordlists.merging import REMOVE, merged
from desktop.core.wordlists.nearest import unknown
from desktop.core.wordlists.removals import removal_slips
from desktop.core.wordlists.slips import HARMLESS, Slip
from desktop.core.wordlists.values import number_slips, text_slips, word_slips

_Path = tuple[str, ...]
_Table = Mapping[str, Any]


def whole_slips(content: _Table, form: Form) -> Iterator[Slip]:
    """Yield what is wrong with a list that comes with the program: it has to have all that the form names."""
    return field_slips(content, None) if isinstance(form, FieldTree) else _slips(content, form, (), True)


def addition_slips(content: _Table, form: Form, base: _Table) -> Iterator[Slip]:
    """Yield what is wrong with an office's list, which adds to `base` and takes away under "remove"."""
    added = {key: value for key, value in content.items() if key != REMOVE}
    slips = list(field_slips(added, base) if isinstance(form, FieldTree) else _slips(added, form, (), False))
    yield from slips
    if REMOVE in content and all(slip.code in HARMLESS for slip in slips):
        yield from removal_slips(content[REMOVE], form, merged(base, added), (REMOVE,))


def _slips(value: object, form: Form, path: _Path, is_whole: bool) -> Iterator[Slip]:
    match form:
        case Entry.WORDS:
            yield from word_slips(value, path)
            if value == [] and is_whole:
                yield Slip(RefusalCode.LIST_EMPTY, path)
        case Entry.TEXT:
            yield from text_slips(value, path)
        case Whole():
            yield from number_slips(value, form, path)
        case _ if not isinstance(value, Mapping):
            yield Slip(RefusalCode.LIST_NOT_TABLE, path)
        case Named(entry=entry):
            for key, item in value.items():
                yield from _slips(item, entry, (*path, key), is_whole)
        case Mapping():
            yield from _table_slips(value, form, path, is_whole)


def _table_slips(table: _Table, form: Mapping[str, Form], path: _Path, is_whole: bool) -> Iterator[Slip]:
    for key, value in table.items():
        if key in form:
            yield from _slips(value, form[key], (*path, key), is_whole)
        else:
            yield unknown((*path, key), form)
    for key in form:
        if is_whole and key not in table:
            yield Slip(RefusalCode.LIST_MISSING, (*path, key))
