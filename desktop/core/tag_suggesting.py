"""Which tags fit a heading: first those that the office gave to the same or a similar one, then its words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from desktop.core.folding import folded
from desktop.core.tags import TagTree

MOST_SUGGESTIONS = 5
_NUMBER = re.compile(r"^\W*(?:(?:[ivxlc]+|[0-9]+(?:\.[0-9]+)*|[a-z])\s*[.)/:-]+\s*)+", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SIMILAR = 0.5
_SAME_WEIGHT = 1_000_000.0
_SIMILAR_WEIGHT = 10_000.0


@dataclass(frozen=True, slots=True)
class Precedent:
    """A heading that sections with this tag bear, and how many of them."""

    title: str
    key: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class _Heading:
    words: frozenset[str]
    counts: Counter[str]


class TagSuggester:
    """Suggests tags by what the office tagged before, and by the words that the fields' headings use."""

    def __init__(self, tree: TagTree, precedents: Sequence[Precedent] = ()) -> None:
        self._tree = tree
        self._ranked: dict[str, list[str]] = {}
        self._headings: dict[str, _Heading] = {}
        for precedent in precedents:
            bare = bare_heading(precedent.title)
            heading = self._headings.setdefault(bare, _Heading(_words(bare), Counter()))
            heading.counts[precedent.key] += precedent.count
        self._patterns = [(tag.key, depth, _pattern(tag.words)) for tag, depth in tree.walk() if tag.words]

    def suggest(self, title: str, present: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the keys that fit a heading, the best first, without those `present` and retired ones."""
        if title not in self._ranked:
            self._ranked[title] = self._rank(title)
        fitting = (key for key in self._ranked[title] if key not in present)
        return tuple(islice(fitting, MOST_SUGGESTIONS))

    def _rank(self, title: str) -> list[str]:
        weights: dict[str, float] = {}
        for key, weight in (*self._by_precedent(title), *self._by_words(title)):
            weights[key] = max(weights.get(key, 0.0), weight)
        return sorted(filter(self._is_offered, weights), key=lambda key: -weights[key])

    def _is_offered(self, key: str) -> bool:
        tag = self._tree.get(key)
        return tag is not None and not tag.is_retired

    def _by_precedent(self, title: str) -> Iterator[tuple[str, float]]:
        bare = bare_heading(title)
        same = self._headings.get(bare)
        if same is not None:
            yield from ((key, _SAME_WEIGHT + count) for key, count in same.counts.items())
        words = _words(bare)
        for heading in self._headings.values():
            share = _likeness(words, heading.words)
            if share >= _SIMILAR:
                yield from ((key, _SIMILAR_WEIGHT * share + count) for key, count in heading.counts.items())

    def _by_words(self, title: str) -> Iterator[tuple[str, float]]:
        """Yield the fields of which words stand in the heading; long words count, and so do deep fields."""
        text = title.casefold()
        for key, depth, pattern in self._patterns:
            found = {match[0] for match in pattern.finditer(text)}
            if found:
                yield key, max(map(len, found)) + depth + len(found) / 10


def bare_heading(title: str) -> str:
    """Return a heading without its number, small letters and accents taken off: "II. Y tế" is "y te"."""
    return " ".join(_WORD.findall(_NUMBER.sub("", folded(title))))


def _words(bare: str) -> frozenset[str]:
    return frozenset(bare.split())


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of words that two headings have in common, from 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted((re.escape(word.casefold()) for word in words), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")
