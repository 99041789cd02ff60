"""The known name that an unknown one was probably meant to be."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from desktop.core.errors import RefusalCode
from desktop.core.wordlists.slips import Slip

_ENOUGH_ALIKE = 0.6


def unknown(path: tuple[str, ...], table: Mapping[str, Any]) -> Slip:
    """Return the slip of an unknown name, the last of `path`, in `table`: with the name meant, else with all.

    A name that stands deeper in the table was written without the line that opens its own table.
    """
    *parent, name = path
    deeper = [place for place in _places(table) if place[-1] == name and len(place) > 1]
    alike = [] if deeper else [(near,) for near in (nearest(name, table),) if near]
    if len(found := deeper or alike) == 1:
        return Slip(RefusalCode.LIST_UNKNOWN, path, details={"near": _dotted(parent, found[0])})
    known = ", ".join(_dotted(parent, place) for place in (deeper or ((key,) for key in table)))
    return Slip(RefusalCode.LIST_FOREIGN, path, details={"known": known})


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like `name`, "" where none is."""
    import difflib

    return next(iter(difflib.get_close_matches(name, known, n=1, cutoff=_ENOUGH_ALIKE)), "")


def _places(table: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, below in table.items():
        yield (*path, key)
        if isinstance(below, Mapping):
            yield from _places(below, (*path, key))


def _dotted(parent: Iterable[str], place: Iterable[str]) -> str:
    return ".".join((*parent, *place))
