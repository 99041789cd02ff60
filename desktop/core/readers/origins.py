"""Which bytes of a plain text's file each letter of its text was read from."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core.lettering.change import Change
from desktop.core.lettering.encoding import Encoding
from desktop.core.readers.encodings import decode, without_mark
from desktop.core.readers.text_lettering import TextLetters

_CR_BEFORE_LF = "\r\n"


@dataclass(frozen=True, slots=True)
class Origin:
    """The text of a file and, for each of its code points, where its bytes begin and end."""

    text: str
    starts: "array[int]"
    ends: "array[int]"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the bytes, [first, behind the last), that [start, end) of the text was read from."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]


def origin_of(data: bytes, name: str, chosen: Encoding | None = None) -> Origin:
    """Return the text of a .txt file with the bytes of its letters, for what `chosen` the file was read with.

    The text is that of the document which `read_text` makes of the same bytes; raise RefusedError as it does.
    """
    decoded = decode(data, name, chosen=chosen)
    starts, ends = array("Q"), array("Q")
    for start, end in _byte_spans(data, decoded.text, is_bytes=decoded.is_bytes):
        starts.append(start)
        ends.append(end)
    changes = list(TextLetters(decoded, chosen).changes())
    text = _Rewriting(decoded.text, starts, ends)
    for change in changes:
        text.change(change)
    return text.origin()


class _Rewriting:
    """A text being written anew with changes, each letter keeping the bytes it came from."""

    def __init__(self, text: str, starts: "array[int]", ends: "array[int]") -> None:
        self._old, self._old_starts, self._old_ends = text, starts, ends
        self._at = 0
        self._pieces: list[str] = []
        self._starts, self._ends = array("Q"), array("Q")

    def change(self, change: Change) -> None:
        self._keep_to(change.start)
        for letter in change.new:
            self._write(letter, self._old_starts[change.start], self._old_ends[change.end - 1])
        self._at = change.end

    def origin(self) -> Origin:
        self._keep_to(len(self._old))
        return Origin("".join(self._pieces), self._starts, self._ends)

    def _keep_to(self, end: int) -> None:
        for at in range(self._at, end):
            if not self._old.startswith(_CR_BEFORE_LF, at):
                self._write(self._old[at], self._old_starts[at], self._old_ends[at])
        self._at = end

    def _write(self, letter: str, start: int, end: int) -> None:
        self._pieces.append(letter)
        self._starts.append(start)
        self._ends.append(end)


def _byte_spans(data: bytes, text: str, *, is_bytes: bool) -> Iterator[tuple[int, int]]:
    if is_bytes:
        return ((at, at + 1) for at in range(len(text)))
    begin, encoding = without_mark(data) or (0, "utf-8")
    return _unicode_spans(data, begin, encoding)


def _unicode_spans(data: bytes, at: int, encoding: str) -> Iterator[tuple[int, int]]:
    """Yield the bytes of each code point from `at`; of bytes in error, those that one U+FFFD stands for."""
    view = memoryview(data)
    while at < len(data):
        error: UnicodeDecodeError | None = None
        try:
            sound = str(view[at:], encoding)
        except UnicodeDecodeError as found:
            error = found
            sound = str(view[at : at + found.start], encoding)
        for letter in sound:
            end = at + len(letter.encode(encoding))
            yield at, end
            at = end
        if error is not None:
            yield at, at + error.end - error.start
            at += error.end - error.start
