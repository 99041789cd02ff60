"""Letters that a form of output cannot hold, replaced by U+FFFD and counted, so that it can be said."""

import re

SUBSTITUTE = "\N{REPLACEMENT CHARACTER}"

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL_OR_SURROGATE = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f]")


class Letters:
    """Replaces lone surrogates, which UTF-8 has no way to write; `replaced` counts the texts that had any.

    Without `has_controls` control characters are replaced too; tabs and line breaks always stay.
    """

    def __init__(self, *, has_controls: bool) -> None:
        self.replaced = 0
        self._unfit = _SURROGATE if has_controls else _CONTROL_OR_SURROGATE

    def fit(self, text: str) -> str:
        """Return `text` as the form can hold it."""
        if text.isprintable():
            return text
        held, number = self._unfit.subn(SUBSTITUTE, text)
        self.replaced += bool(number)
        return held
