"""The old letters of a plain text, judged line by line."""

from collections.abc import Iterator

from desktop.core.lettering.change import Change
from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.lettering import Lettering
from desktop.core.lettering.letters import Letters
from desktop.core.readers.encodings import Decoded


class TextLetters:
    """What the letters of one text are read as; `chosen` is the encoding that the user says it has."""

    def __init__(self, decoded: Decoded, chosen: Encoding | None) -> None:
        self._lines = decoded.text.splitlines(keepends=True)
        self._letters = Letters(self._lines, chosen=chosen, is_bytes=decoded.is_bytes)

    def changes(self) -> Iterator[Change]:
        """Yield what has to be changed in the text to have it in Unicode."""
        at = 0
        for line in self._lines:
            for change in self._letters.changes(line):
                yield Change(at + change.start, at + change.end, change.new)
            at += len(line)

    def lettering(self) -> Lettering:
        """Return what was made of the letters, once the changes were made."""
        return self._letters.lettering()
