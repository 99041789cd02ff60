"""The tags on the keys Ctrl+1 to Ctrl+9; each keeps its key while it stays among the recent ones. No Qt."""

from collections.abc import Sequence

MOST_RECENT = 9


class RecentTags:
    """Holds up to nine tags; a new one takes the key of the one that was used longest ago."""

    def __init__(self, latest_first: Sequence[str] = ()) -> None:
        self._keys = list(dict.fromkeys(latest_first))[:MOST_RECENT]
        self._by_use = list(reversed(self._keys))

    @property
    def keys(self) -> Sequence[str]:
        """Return the tags in the order of their keys."""
        return tuple(self._keys)

    def at(self, number: int) -> str | None:
        """Return the tag on the key `number`, from 1."""
        return self._keys[number - 1] if number <= len(self._keys) else None

    def use(self, key: str) -> None:
        """Note that a tag was used."""
        if key in self._by_use:
            self._by_use.remove(key)
        elif len(self._keys) < MOST_RECENT:
            self._keys.append(key)
        else:
            self._keys[self._keys.index(self._by_use.pop(0))] = key
        self._by_use.append(key)

    def keep(self, known: Sequence[str]) -> None:
        """Let go of tags that are not known any more."""
        self._keys = [key for key in self._keys if key in known]
        self._by_use = [key for key in self._by_use if key in known]
