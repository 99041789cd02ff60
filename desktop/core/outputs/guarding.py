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

_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b"
_SKIPPED = "\\s\"'\u2018\u2019\u201c\u201d\u00ab\u00bb\u00a0\u200b-\u200f\u2060\ufeff\x00-\x1f\x7f"
_BREAKS = "\t\r\n"
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*%?")


class Guard:
    """Guards the texts of a file whose cells are separated by `separator`, "," or ";"."""

    def __init__(self, separator: str) -> None:
        others = "".join({",", ";"} - {separator}) + _BREAKS
        sign = rf"[{_SKIPPED}]*[{_SIGNS}]"
        # A break is a risk at the very beginning only: within a text one follows another in any list.
        first, later = rf"\A(?={sign}|'*[{_BREAKS}])", rf"(?<=[{others}])(?={sign})"
        self._risk = re.compile(f"{first}|{later}")
        self._guarded = re.compile(first.replace(r"\A", r"\A'") + "|" + later.replace(")(?=", ")'(?=", 1))
        # The same said so that texts without a risk, nearly all, are found out fast.
        self._begins_risky = re.compile(first)
        self._goes_on_risky = re.compile(rf"[{others}]{sign}")

    def guarded(self, text: str) -> str:
        """Return `text` with an apostrophe wherever a formula could begin."""
        if not self._begins_risky.match(text) and not self._goes_on_risky.search(text):
            return text
        return text if _NUMBER.fullmatch(text) else self._risk.sub("'", text)

    def unguarded(self, text: str) -> str:
        """Return what `guarded` was given."""
        return self._guarded.sub("", text)
