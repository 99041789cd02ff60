"""How long a figure was looked at, held against how long it takes at least to read it."""

from dataclasses import dataclass
from functools import cache

import resources


@dataclass(frozen=True, slots=True)
class Look:
    """How long a figure stood before the clerk, and how long reading it takes at least, in milliseconds."""

    looked_ms: int
    needed_ms: int

    @property
    def is_hasty(self) -> bool:
        """Tell whether nobody could have read it in that time."""
        return self.looked_ms < self.needed_ms


@dataclass(frozen=True, slots=True)
class ReadingPace:
    """The fastest that anybody reads: milliseconds for a figure, and for each word around it."""

    base_ms: int
    word_ms: int

    def needed_ms(self, *texts: str) -> int:
        """Return how long reading a figure with the words of `texts` takes at least."""
        return self.base_ms + self.word_ms * sum(len(text.split()) for text in texts)


@cache
def reading_pace() -> ReadingPace:
    """Return the pace below which an acceptance is marked as hasty (resources/weights/reading_pace.toml)."""
    pace = resources.toml("weights/reading_pace.toml")
    return ReadingPace(pace["base_ms"], pace["word_ms"])
