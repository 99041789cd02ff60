"""Letters that a form of output cannot hold, replaced by U+FFFD."""

import re

SUBSTITUTE = "\N{REPLACEMENT CHARACTER}"

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f]")


def without_surrogates(text: str) -> str:
    """Return `text` without lone surrogates, which UTF-8 has no way to write."""
    return _SURROGATE.sub(SUBSTITUTE, text)


def without_controls(text: str) -> str:
    """Return `text` without surrogates and control characters; tabs and line breaks stay."""
    return text if text.isprintable() else _CONTROL.sub(SUBSTITUTE, text)
