"""Old letters in the elements of a Word file or a web page: read in Unicode where they stand."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.core.lettering.change import Change
from desktop.core.lettering.composing import composed
from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.fonts import FontLetters, spans_of
from desktop.core.lettering.lettering import Lettering
from desktop.core.lettering.letters import Letters

Put = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class TextNode:
    """A text of one font; `put` writes it anew, None for what only parts the texts around it."""

    text: str
    letters: FontLetters | None = None
    put: Put | None = None


Stretch = Sequence[TextNode]
"""Texts that follow each other without a break, so that a word may go on from one to the next."""


class MarkupLetters:
    """Reads the stretches of one file; `texts` are what is judged by content."""

    def __init__(
        self, judged: Iterable[Stretch], *, chosen: Encoding | None = None, is_bytes: bool = False
    ) -> None:
        texts: list[str] = []
        expected: set[Encoding] = set()
        for stretch in judged:
            texts.append("".join(node.text if node.letters is None else " " for node in stretch))
            expected.update(node.letters.encoding for node in stretch if node.letters is not None)
        self._letters = Letters(texts, chosen=chosen, is_bytes=is_bytes, expected=frozenset(expected))

    def rewrite(self, stretches: Iterable[Stretch]) -> None:
        """Put Unicode in the place of old letters."""
        for stretch in stretches:
            text = "".join(node.text for node in stretch)
            spans = spans_of([node.text for node in stretch], [node.letters for node in stretch])
            _put(stretch, text, list(self._letters.changes(text, spans)))

    def lettering(self) -> Lettering:
        """Return what was made of the letters."""
        return self._letters.lettering()


def _put(stretch: Stretch, text: str, changes: Sequence[Change]) -> None:
    """Make the changes; one that goes over several texts stands in the first of them."""
    if not changes and text.isascii():
        return
    new = list(text)
    for change in changes:
        new[change.start : change.end] = [change.new, *[""] * (change.end - change.start - 1)]
    ends = [0]
    for node in stretch:
        ends.append(ends[-1] + len(node.text))
    for node, (start, end) in zip(stretch, pairwise(ends), strict=True):
        changed = composed("".join(new[start:end]))
        if node.put is not None and changed != node.text:
            node.put(changed)
