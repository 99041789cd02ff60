"""On which line an entry of a TOML file stands: the standard parser tells that only of wrong syntax.

For text that parsed; read only where there is something to report.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator

Path = tuple[str, ...]

_PART = re.compile(
    r"""
    (?P<comment> \#[^\n]* )
    | (?P<text> \"{3} (?: \\. | [^\\] )*? \"{3} | '{3} .*? '{3} | " (?: \\. | [^"\\\n] )* " | ' [^'\n]* ' )
    | (?P<bare> [^\s\[\]{}=,."'#]+ )
    | (?P<mark> [\[\]{}=,.\n] )
    """,
    re.VERBOSE | re.DOTALL,
)


class Lines:
    """The lines, from 1, of a TOML text's tables, keys and the words in its values."""

    def __init__(self, text: str) -> None:
        self._by_path: dict[Path, int] = {}
        self._by_word: dict[tuple[Path, str], list[int]] = defaultdict(list)
        self._read(text)

    def of(self, path: Path, word: str | None = None, nth: int = 0) -> int:
        """Return the line of the entry at `path`, or of the `nth` equal word in its value."""
        if word is not None and (lines := self._by_word.get((path, word))):
            return lines[min(nth, len(lines) - 1)]
        while path and path not in self._by_path:
            path = path[:-1]
        return self._by_path.get(path, 1)

    def _read(self, text: str) -> None:
        table: Path = ()
        key: Path = ()
        value_of: Path | None = None
        depth = 0
        for is_mark, part, line in _parts(text):
            if value_of is not None:
                if not is_mark:
                    self._by_word[value_of, part].append(line)
                depth += is_mark * ((part in "[{") - (part in "]}"))
                if is_mark and part == "\n" and depth == 0:
                    key, value_of = (), None
            elif not is_mark:
                key = (*key, part)
            elif part == "]":
                table = key
                self._put(table, line)
            elif part == "=":
                value_of = table + key
                self._put(value_of, line)
            elif part == "\n":
                key = ()

    def _put(self, path: Path, line: int) -> None:
        for length in range(1, len(path) + 1):
            self._by_path.setdefault(path[:length], line)


def _parts(text: str) -> Iterator[tuple[bool, str, int]]:
    """Yield the marks (True) and the keys and values (False), as they are meant, with their lines."""
    line = 1
    for match in _PART.finditer(text):
        part = match[0]
        match match.lastgroup:
            case "text":
                yield False, tomllib.loads(f"x={part}")["x"], line
            case "bare" | "mark" as kind:
                yield kind == "mark", part, line
        line += part.count("\n")
