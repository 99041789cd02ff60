"""An office's list put together with the one it adds to."""

from collections.abc import Mapping
from typing import Any

from desktop.core.wordlists.values import same

REMOVE = "remove"


def merged(base: Mapping[str, Any], office: Mapping[str, Any]) -> dict[str, Any]:
    """Return `base` with what `office` adds, and without what it lists under "remove"."""
    added = {key: value for key, value in office.items() if key != REMOVE}
    return _without(_with(base, added), office.get(REMOVE, {}))


def _with(base: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    return dict(base) | {key: _joined(base.get(key), value) for key, value in added.items()}


def _joined(base: Any, added: Any) -> Any:
    if isinstance(base, Mapping) and isinstance(added, Mapping):
        return _with(base, added)
    if isinstance(base, list) and isinstance(added, list):
        known = {same(word) for word in base}
        return [*base, *(word for word in added if same(word) not in known)]
    return added


def _without(table: Mapping[str, Any], removed: Mapping[str, Any]) -> dict[str, Any]:
    return dict(table) | {key: _rest(table[key], value) for key, value in removed.items() if key in table}


def _rest(value: Any, removed: Any) -> Any:
    if isinstance(removed, Mapping):
        return _without(value, removed)
    gone = {same(word) for word in removed}
    if isinstance(value, Mapping):
        return {name: entry for name, entry in value.items() if name not in removed}
    return [word for word in value if same(word) not in gone]
