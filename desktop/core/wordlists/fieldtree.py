"""What is wrong with a tree of fields: keys are stored in workspaces, names are shown and must differ."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from desktop.core.errors import RefusalCode
from desktop.core.wordlists.forms import FIELD_NAMES, FIELD_OWN
from desktop.core.wordlists.nearest import unknown
from desktop.core.wordlists.slips import Slip
from desktop.core.wordlists.values import same, text_slips, word_slips

_KEY = re.compile(r"[a-z][a-z_]*")
_RESERVED = "remove"
_Path = tuple[str, ...]
_Table = Mapping[str, Any]


def field_slips(content: _Table, base: _Table | None) -> Iterator[Slip]:
    """Yield what is wrong with a tree of fields, or with what an office adds to the tree `base`."""
    yield from _children_slips(content, (), base)
    yield from _repeated(content, base or {})


def _children_slips(table: _Table, path: _Path, base: _Table | None) -> Iterator[Slip]:
    for key, value in table.items():
        place = (*path, key)
        if path and key in FIELD_OWN:
            check = word_slips if key == "words" else text_slips
            yield from check(value, place)
        elif not isinstance(value, Mapping):
            yield unknown(place, dict.fromkeys(FIELD_OWN) if path else base or {})
        elif not _KEY.fullmatch(key) or key == _RESERVED or key in FIELD_OWN:
            yield Slip(RefusalCode.LIST_FIELD_KEY, place)
        else:
            known = None if base is None else base.get(key)
            if known is None:
                yield from (
                    Slip(RefusalCode.LIST_MISSING, (*place, own)) for own in FIELD_OWN if own not in value
                )
            yield from _children_slips(value, place, known if isinstance(known, Mapping) else None)


def _repeated(content: _Table, base: _Table) -> Iterator[Slip]:
    """Yield the keys and names that another field has already."""
    places = dict(_places(base, ()))
    names = {label: path for path, table in _tables(base, ()) for label in _labels(table)}
    for path, table in _tables(content, ()):
        first = places.setdefault(path[-1], path)
        if first != path:
            yield Slip(RefusalCode.LIST_FIELD_TWICE, path, details={"first": ".".join(first)})
        for language, name in _labels(table):
            owner = names.setdefault((language, name), path)
            if owner != path:
                yield Slip(
                    RefusalCode.LIST_FIELD_NAME_TWICE,
                    (*path, language),
                    details={"word": table[language], "first": ".".join(owner)},
                )


def _places(table: _Table, path: _Path) -> Iterator[tuple[str, _Path]]:
    return ((place[-1], place) for place, _ in _tables(table, path))


def _tables(table: _Table, path: _Path) -> Iterator[tuple[_Path, _Table]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield (*path, key), value
            yield from _tables(value, (*path, key))


def _labels(table: _Table) -> Iterator[tuple[str, str]]:
    for language in FIELD_NAMES:
        if isinstance(name := table.get(language), str) and name.strip():
            yield language, same(name)
