"""Texts in a CSV file that a spreadsheet must not take for a formula.

A text is guarded by an apostrophe put before what a spreadsheet could take for the beginning of a formula:
= + - @, their full-width forms, a tab or a line break, after any spaces, quotes or apostrophes. This is
looked for at the beginning of a text, and also after a separator that this file does not use, a tab or a line
break: a program set to that separator begins a cell there, whatever quotes stand around the whole text.
What is a number and nothing else ("-5,2", "+2,4%") is no formula and stays as it is.

`unguarded` takes each apostrophe away again, so that guarding loses nothing. Source of the rule: OWASP, "CSV
Injection".
"""

import re
from dataclasses import dataclass, field

_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b"
_SKIPPED = "\\s\"'\u2018\u2019\u201c\u201d\u00ab\u00bb\u00a0\u200b-\u200f\u2060\ufeff\x00-\x1f\x7f"
_BREAKS = "\t\r\n"
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*%?")


@dataclass(frozen=True, slots=True)
class Guard:
    """Guards the texts of a file whose cells are separated by `separator`, "," or ";"."""

    separator: str
    _risk: re.Pattern[str] = field(init=False)
    _guarded: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        """Build the patterns: where a cell could begin, and then what must not stand there."""
        others = "".join({",", ";"} - {self.separator})
        begins = rf"(?:\A|(?<=[{others}{_BREAKS}]))"
        risk = rf"(?=[{_SKIPPED}]*[{_SIGNS}]|'*[{_BREAKS}])"
        # A break is a risk at the very beginning only: within a text one follows another in any list.
        object.__setattr__(self, "_risk", re.compile(rf"\A{risk}|{begins}(?=[{_SKIPPED}]*[{_SIGNS}])"))
        object.__setattr__(self, "_guarded", re.compile(rf"\A'{risk}|{begins}'(?=[{_SKIPPED}]*[{_SIGNS}])"))

    def guarded(self, text: str) -> str:
        """Return `text` with an apostrophe wherever a formula could begin."""
        if _NUMBER.fullmatch(text):
            return text
        return self._risk.sub("'", text)

    def unguarded(self, text: str) -> str:
        """Return what `guarded` was given."""
        return self._guarded.sub("", text)
