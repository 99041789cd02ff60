"""What the command line says, in the user's language: results on stdout, refusals on stderr."""

import sys
from collections.abc import Iterable

import resources
from desktop.core.errors import Refusal
from desktop.core.messages import Language, one_line, refusal_line


class Speaker:
    """Says lines in one language; remembers whether anything was refused."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.has_refused = False
        self._word_list_lines: set[str] = set()
        self._texts: dict[str, str] = resources.toml("i18n/cli.toml")[language]

    def text(self, key: str, **details: object) -> str:
        """Return the text `key` with its details filled in."""
        return self._texts[key].format(**details)

    def say(self, key: str, **details: object) -> None:
        """Print a text on standard output."""
        sys.stdout.write(one_line(self.text(key, **details)) + "\n")

    def warn(self, key: str, **details: object) -> None:
        """Print a text on standard error; the exit status stays as it is."""
        sys.stderr.write(one_line(self.text(key, **details)) + "\n")

    def complain(self, key: str, **details: object) -> None:
        """Print a text on standard error; from now on the exit status is 1."""
        self.has_refused = True
        sys.stderr.write(one_line(self.text(key, **details)) + "\n")

    def refuse(self, refusal: Refusal) -> None:
        """Print a refusal's one line on standard error; from now on the exit status is 1.

        A remark on a file that was read leaves the status as it is. What is wrong with a word list is wrong
        for every file that is read with it, and is said once.
        """
        self.has_refused |= not refusal.code.is_remark
        line = refusal_line(refusal, self.language)
        if refusal.code.is_about_a_word_list:
            if line in self._word_list_lines:
                return
            self._word_list_lines.add(line)
        sys.stderr.write(line + "\n")

    def complain_line(self, line: str) -> None:
        """Print a line on standard error as it is; from now on the exit status is 1."""
        self.has_refused = True
        sys.stderr.write(line + "\n")

    def write(self, lines: Iterable[str]) -> None:
        """Print lines as they are."""
        for line in lines:
            sys.stdout.write(line + "\n")

    @property
    def status(self) -> int:
        """Return the exit status so far."""
        return 1 if self.has_refused else 0
